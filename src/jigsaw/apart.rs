//! Keeping people apart: what is told of a colleague beside the patient, and of a second patient, narrows down nobody else.

use super::details::{Detail, Kind};
use super::estimate;
use crate::lexicon::class;
use crate::mentions::{Mention, Mentions, Role};
use crate::text::Text;

/// Leaves out what a colleague, or somebody of the author's own, is said to be: "our registrar Tom, a 32-year-old father of two",
/// "a 32-year-old registrar". Places count as theirs only behind such a detail: "sent in by the GP from Dingle" is about the patient.
pub(super) fn without_others(text: &Text, mentions: &Mentions, mut details: Vec<Detail>) -> Vec<Detail> {
    let is_family = |mention: &Mention| mention.role == Role::Author && text.is(mention.tokens.start, class::KIN);
    let mut others = mentions
        .all()
        .iter()
        .filter(|mention| mention.role == Role::Colleague || is_family(mention))
        .peekable();
    // Where what is said of somebody else ends, and whether that was a detail.
    let mut said = (0, false);
    details.retain(|detail| {
        while let Some(other) = others.next_if(|other| other.tokens.start < detail.tokens.start) {
            said = (other.tokens.end, false);
        }
        let between = |start: usize, end: usize| {
            let same = start > 0 && start <= end && text.tokens[start - 1].sentence == text.tokens[end].sentence;
            same.then(|| (start..end).map(|at| text.word(at)))
        };
        let behind = between(said.0, detail.tokens.start).is_some_and(|words| belongs(words, said.1));
        let before = others.peek().is_some_and(|other| {
            between(detail.tokens.end, other.tokens.start).is_some_and(|mut words| words.next().is_none())
        });
        let theirs = match detail.kind {
            Kind::Age | Kind::Occupation | Kind::Background | Kind::Family => behind || before,
            Kind::Place => behind && said.1,
            _ => false,
        };
        if theirs && behind {
            said = (detail.tokens.end, true);
        }
        !theirs
    });
    details
}

/// Whether the words between somebody and a detail say that it is theirs; behind another detail of theirs it goes on.
fn belongs<'a>(words: impl Iterator<Item = &'a str>, goes_on: bool) -> bool {
    let (mut says, mut comma, mut article) = (goes_on, false, false);
    for word in words {
        match word {
            "is" | "was" | "aged" | "who" => says = true,
            "," | "(" | "-" => comma = true,
            "a" | "an" => article = true,
            "from" | "of" | "and" if goes_on => {}
            _ => return false,
        }
    }
    says || comma && article
}

/// The details of the person whom fewest people fit, where ages tell two apart: "a 47-year-old bus driver … a 9-year-old …". Places and
/// times are those of all.
pub(super) fn of_one_person(text: &Text, details: Vec<Detail>) -> Vec<Detail> {
    let mut person = 0;
    let mut age: Option<&Detail> = None;
    let whose: Vec<usize> = details
        .iter()
        .map(|detail| {
            if detail.kind == Kind::Age {
                let other = age.is_some_and(|before| before.blurred != detail.blurred);
                person += usize::from(other && introduces(text, detail));
                age = Some(detail);
            }
            person
        })
        .collect();
    let of = |number: usize| {
        let theirs = details.iter().zip(&whose);
        let theirs =
            theirs.filter(move |(detail, whose)| **whose == number || detail.is_base() || detail.kind == Kind::Time);
        theirs.map(|(detail, _)| detail.clone()).collect::<Vec<_>>()
    };
    (0..=person)
        .map(of)
        .min_by(|a, b| estimate::fits(a).1.total_cmp(&estimate::fits(b).1))
        .unwrap_or_default()
}

/// Whether an age begins to speak of somebody: "a 9-year-old", not "her 9-year-old", "a 9-year-old son".
fn introduces(text: &Text, age: &Detail) -> bool {
    let start = age.tokens.start;
    let opens = text.sentences[text.tokens[start].sentence as usize].start == start;
    let led = opens || matches!(text.word(start - 1), "a" | "an" | "another" | "the");
    let kin = age.tokens.end < text.tokens.len() && text.is(age.tokens.end, class::KIN);
    led && !kin
}

#[cfg(test)]
mod tests {
    use crate::draft::Draft;
    use crate::mentions::identifiability;
    use crate::profile::Profile;

    /// The words that make the estimate.
    fn counted(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.to_owned(),
            ..Draft::default()
        };
        let estimate = identifiability(&draft, &Profile::default());
        estimate.map_or_else(Vec::new, |estimate| {
            estimate.chain.into_iter().map(|step| step.words).collect()
        })
    }

    #[test]
    fn a_colleague_narrows_down_no_patient() {
        let told = counted(
            "Our registrar Tom, a 32-year-old father of two from Cork, sat with my patient in bed 4 all night.",
        );
        for words in ["32-year-old", "father of two", "Cork"] {
            assert!(!told.contains(&words.to_owned()), "{words} in {told:?}");
        }
    }

    #[test]
    fn the_patient_behind_a_colleague_is_still_described() {
        let told =
            counted("Sent in by the GP from Dingle, a 47-year-old bus driver with chest pain, admitted overnight.");
        for words in ["Dingle", "bus driver", "overnight"] {
            assert!(told.contains(&words.to_owned()), "no {words} in {told:?}");
        }
    }

    #[test]
    fn two_ages_are_two_people_who_share_place_and_time() {
        let told = counted(
            "In clinic today: a 47-year-old bus driver with asthma and a 9-year-old from Dingle with leukaemia.",
        );
        assert!(told.contains(&"today".to_owned()), "no time in {told:?}");
        let ages = ["47-year-old", "9-year-old"].map(|age| told.contains(&age.to_owned()));
        assert_ne!(ages[0], ages[1], "{told:?}");
        assert!(
            !(told.contains(&"bus driver".to_owned()) && told.contains(&"leukaemia".to_owned())),
            "{told:?}"
        );
    }
}
