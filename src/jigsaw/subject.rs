//! Which sentences speak of one person in somebody's care.

use super::details::{self, Kind};
use crate::lexicon::class;
use crate::mentions::{Mentions, Role};
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;

/// Sentences of these kinds speak of no real patient.
const EXEMPT: &[Fact] = &[
    Fact::Hypothetical,
    Fact::Historical,
    Fact::AboutPublicFigure,
    Fact::FirstPersonIllness,
    Fact::CounterSpeech,
    Fact::Statistic,
];

const fn bit(fact: Fact) -> FactSet {
    1 << fact as u32
}

/// For each sentence whether its details belong to a person in care.
pub(super) fn sentences(text: &Text, mentions: &Mentions) -> Vec<bool> {
    let exempt = EXEMPT.iter().fold(0, |all, fact| all | bit(*fact));
    let count = text.sentences.len();
    let mut one = vec![false; count];
    for mention in mentions.all() {
        let at = mention.tokens.start;
        let single =
            mention.role == Role::Patient && !text.is(at, class::PATIENT_PLURAL) && !text.is(at, class::PEOPLE);
        one[text.tokens[at].sentence as usize] |= single;
    }
    let facts = |number: usize| mentions.facts(number);
    let is_free = |number: usize| facts(number) & exempt == 0;
    let own = |number: usize| facts(number) & bit(Fact::OwnFamily) != 0 && facts(number) & bit(Fact::Care) == 0;
    let mut bound: Vec<bool> = (0..count)
        .map(|number| {
            let cared_for = facts(number) & bit(Fact::AboutPatient) != 0
                && facts(number) & bit(Fact::AboutPublic) == 0
                && facts(number) & (bit(Fact::Care) | bit(Fact::AboutPerson)) != 0;
            is_free(number) && !own(number) && (one[number] || cared_for || is_case(text, mentions, number))
        })
        .collect();
    // What stands beside belongs to the same story, unless it is somebody else's.
    let core = bound.clone();
    for number in 0..count {
        let beside = (number > 0 && core[number - 1]) || (number + 1 < count && core[number + 1]);
        let others = facts(number)
            & (bit(Fact::AboutColleague) | bit(Fact::OwnFamily) | bit(Fact::AboutPublic) | bit(Fact::AboutReader));
        bound[number] |= beside && is_free(number) && others == 0;
    }
    bound
}

/// For each sentence whether it could speak of somebody in care at all; none, where nothing in the draft is clinical.
pub(super) fn free_sentences(text: &Text, mentions: &Mentions) -> Vec<bool> {
    let count = text.sentences.len();
    let clinical = bit(Fact::Clinical) | bit(Fact::Care) | bit(Fact::AboutPatient);
    if (0..count).all(|number| mentions.facts(number) & clinical == 0) {
        return vec![false; count];
    }
    let exempt = EXEMPT
        .iter()
        .fold(bit(Fact::OwnFamily) | bit(Fact::AboutColleague), |all, fact| {
            all | bit(*fact)
        });
    (0..count).map(|number| mentions.facts(number) & exempt == 0).collect()
}

/// How clinicians present a case, with or without a verb: an age with care, a condition, an event or a job; or a description made to
/// measure in a sentence that is clinical.
fn is_case(text: &Text, mentions: &Mentions, number: usize) -> bool {
    let sentence = text.sentences[number].clone();
    // Fragments belong together: "12 yrs old. Uncle. Court on Thursday."
    let end = if sentence.len() <= FRAGMENT {
        text.sentences
            .get(number + 2)
            .or(text.sentences.last())
            .map_or(sentence.end, |next| next.end.min(sentence.start + 3 * FRAGMENT))
    } else {
        sentence.end
    };
    let found = details::of_a_case(text, mentions, sentence.start..end);
    let has = |kind: Kind| found.iter().any(|detail| detail.kind == kind);
    let clinical = mentions.facts(number) & (bit(Fact::Clinical) | bit(Fact::Care)) != 0 || has(Kind::Condition);
    let case = has(Kind::Age) && (has(Kind::Condition) || has(Kind::Event) || has(Kind::Occupation));
    let cared_for = mentions.facts(number) & bit(Fact::Care) != 0;
    let rare = |detail: &details::Detail| matches!(detail.kind, Kind::Condition | Kind::Event) && detail.factor < RARE;
    case || (clinical && has(Kind::Description)) || (cared_for && (has(Kind::Age) || found.iter().any(rare)))
}

/// What fewer people than this have or meet makes a case by itself.
const RARE: f64 = 1.0 / 1_500.0;

/// Sentences of at most so many tokens are fragments.
const FRAGMENT: usize = 8;
