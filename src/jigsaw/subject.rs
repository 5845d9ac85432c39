//! Which sentences speak of one person in somebody's care.

use super::details::{self, Detail, Kind};
use crate::lexicon::{Class, class};
use crate::mentions::{Mentions, Role};
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;
use std::ops::Range;

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

/// Sentences of these kinds are not bound only because they set somebody apart.
const OTHERS: &[Fact] = &[
    Fact::OwnFamily,
    Fact::AboutColleague,
    Fact::AboutReader,
    Fact::AboutPublic,
    Fact::Sourced,
];

/// Words of medicine: an everyday person beside one of them is a patient, more often than not.
const MEDICAL: &[Class] = &[
    class::CARE,
    class::CLINICAL,
    class::CLINICIAN_ACT,
    class::ATTEND_VERB,
    class::BODY_PART,
    class::ILLNESS,
    class::SYMPTOM,
    class::MEDICINE,
];

/// Which sentences describe the person.
pub(super) struct Bound {
    /// For each sentence whether its details belong to the person.
    pub(super) sentences: Vec<bool>,
    /// Whether the words say that the person is in care; else only the way they are told of does.
    pub(super) in_care: bool,
}

/// Whose details belong to a person in care.
pub(super) fn bind(text: &Text, mentions: &Mentions, told: &[Detail]) -> Bound {
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
    let told = &details::of_sentences(text, told, &free);
    let of_others = |number: usize| {
        let own_or_colleague = bit(Fact::OwnFamily) | bit(Fact::AboutColleague);
        facts(number) & own_or_colleague != 0 && facts(number) & bit(Fact::Care) == 0
    };
    let cared_for: Vec<bool> = (0..count)
        .map(|number| {
            let spoken_of = facts(number) & bit(Fact::AboutPatient) != 0
                && facts(number) & bit(Fact::AboutPublic) == 0
                && facts(number) & (bit(Fact::Care) | bit(Fact::AboutPerson)) != 0;
            is_free(number) && !of_others(number) && (one[number] || spoken_of || is_case(text, mentions, told, number))
        })
        .collect();
    let others = OTHERS.iter().fold(0, |all, fact| all | bit(*fact));
    let mut bound: Vec<bool> = (0..count)
        .map(|number| {
            let tells = is_free(number) && facts(number) & others == 0 && sets_one_apart(text, told, number);
            cared_for[number] || tells
        })
        .collect();
    // What stands beside belongs to the same story, unless it is somebody else's.
    let core = bound.clone();
    for number in 0..count {
        let beside = (number > 0 && core[number - 1]) || (number + 1 < count && core[number + 1]);
        let somebody_else =
            bit(Fact::AboutColleague) | bit(Fact::OwnFamily) | bit(Fact::AboutPublic) | bit(Fact::AboutReader);
        bound[number] |= beside && is_free(number) && facts(number) & somebody_else == 0;
    }
    Bound {
        sentences: bound,
        in_care: cared_for.contains(&true) && is_clinical(mentions),
    }
}

/// Whether a sentence tells of one person what hardly anybody else fits: nobody says that of a stranger without a reason. Those who
/// work in care are told of in the same way and are left out.
fn sets_one_apart(text: &Text, told: &[Detail], number: usize) -> bool {
    let sentence = text.sentences[number].clone();
    let holds = |classes: &[Class]| {
        sentence
            .clone()
            .any(|at| classes.iter().any(|class| text.is(at, *class)))
    };
    if holds(&[class::HEALTH_WORK]) {
        return false;
    }
    let mut kinds: Vec<Kind> = within(told, &sentence).iter().map(|detail| detail.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let pieces = kinds.iter().filter(|kind| **kind != Kind::Sex).count();
    let described = kinds.contains(&Kind::Description);
    let of_a_person = kinds.iter().any(|kind| kind.is_of_a_person());
    if kinds.contains(&Kind::Sex) {
        pieces >= 2 || described
    } else {
        (pieces >= 3 && of_a_person) || (described && holds(MEDICAL))
    }
}

/// The details that begin within some tokens.
fn within<'a>(told: &'a [Detail], tokens: &Range<usize>) -> &'a [Detail] {
    let first = told.partition_point(|detail| detail.tokens.start < tokens.start);
    let last = told.partition_point(|detail| detail.tokens.start < tokens.end);
    &told[first..last]
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
    let found = within(told, &(sentence.start..end));
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
    (has(Kind::Description) && (matter || has(Kind::Time) || holds(Fact::Care)))
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
