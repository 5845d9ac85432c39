//! Which sentences speak of one person in somebody's care.

use super::details::{self, Detail, Kind};
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
    let free: Vec<bool> = (0..count).map(is_free).collect();
    let told = details::find(text, mentions, &free);
    let own = |number: usize| facts(number) & bit(Fact::OwnFamily) != 0 && facts(number) & bit(Fact::Care) == 0;
    let mut bound: Vec<bool> = (0..count)
        .map(|number| {
            let cared_for = facts(number) & bit(Fact::AboutPatient) != 0
                && facts(number) & bit(Fact::AboutPublic) == 0
                && facts(number) & (bit(Fact::Care) | bit(Fact::AboutPerson)) != 0;
            is_free(number) && !own(number) && (one[number] || cared_for || is_case(text, mentions, &told, number))
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

/// How clinicians tell of a case, with or without a verb or a word for a patient: who it was, what was the matter, and where or when.
fn is_case(text: &Text, mentions: &Mentions, told: &[Detail], number: usize) -> bool {
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
    let first = told.partition_point(|detail| detail.tokens.start < sentence.start);
    let last = told.partition_point(|detail| detail.tokens.start < end);
    let found = &told[first..last];
    let has = |kind: Kind| found.iter().any(|detail| detail.kind == kind);
    let rare = found
        .iter()
        .any(|detail| matches!(detail.kind, Kind::Condition | Kind::Event) && detail.factor < RARE);
    let holds = |fact: Fact| mentions.facts(number) & bit(fact) != 0;
    let matter = has(Kind::Condition) || has(Kind::Event);
    let anchored = has(Kind::Time) || has(Kind::Place);
    let who = has(Kind::Occupation) || has(Kind::Background) || has(Kind::Family) || has(Kind::Description);
    // What others have published is news.
    if holds(Fact::Sourced) && !holds(Fact::Care) {
        return false;
    }
    (has(Kind::Description) && (matter || has(Kind::Time) || holds(Fact::Care) || is_clinical(mentions)))
        || (has(Kind::Age) && (matter || holds(Fact::Care) || has(Kind::Occupation)))
        || (has(Kind::Age) && has(Kind::Place) && !holds(Fact::AboutColleague))
        || (rare && (holds(Fact::Care) || (anchored && (holds(Fact::AboutPerson) || is_clinical(mentions)))))
        || (who && matter && anchored && !holds(Fact::AboutColleague))
}

/// Whether anything in the draft has to do with care.
fn is_clinical(mentions: &Mentions) -> bool {
    mentions.draft_facts() & (bit(Fact::DraftClinical) | bit(Fact::DraftPatient)) != 0
}

/// What fewer people than this have or meet makes a case by itself.
const RARE: f64 = 1.0 / 1_500.0;

/// Sentences of at most so many tokens are fragments.
const FRAGMENT: usize = 8;
