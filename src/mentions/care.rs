//! How strongly each sentence says that one person is in somebody's care.

use crate::lexicon::{Class, class};
use crate::text::Text;
use crate::text::token::Kind;

/// What a word of each sort adds. Two points make a person of the sentence a patient: one clear word, or two weak ones.
const POINTS: &[(Class, u8)] = &[
    (class::PATIENT_SINGULAR, 2),
    (class::CARE_ARRIVAL, 2),
    (class::CARE_CONTACT, 2),
    (class::CARE_PROCEDURE, 2),
    (class::CARE_UNSAVED, 1),
    (class::CARE_OUTCOME, 1),
    (class::CARE_SPEECH, 1),
    (class::CARE_WEAK, 1),
    (class::CLINICAL, 1),
];

/// From this much on, somebody in the sentence is taken for a patient.
const ENOUGH: u8 = 2;

/// What a sentence says of the people in it, besides who they are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    /// Points for care.
    care: u8,
    /// Somebody is thanked, congratulated or introduced.
    pub(super) praise: bool,
    /// There is a word for a colleague.
    pub(super) colleague: bool,
    /// There is a clinician's title.
    pub(super) clinician_title: bool,
    /// Somebody is spoken of as he, she or they.
    pub(super) pronoun: bool,
    /// The author speaks of themselves.
    pub(super) author: bool,
    /// The reader is addressed.
    pub(super) reader: bool,
    /// In which manner the sentence speaks.
    pub(super) manner: Manner,
}

/// In which manner a sentence speaks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    pub(super) historical: bool,
    pub(super) teaching: bool,
    pub(super) source: bool,
    pub(super) hypothetical: bool,
    pub(super) question: bool,
}

impl Evidence {
    /// Whether somebody in the sentence is in somebody's care.
    pub(super) fn is_care(self) -> bool {
        self.care >= ENOUGH
    }

    fn note(&mut self, class: Class) {
        for (known, flag) in [
            (class::PRAISE, &mut self.praise),
            (class::COLLEAGUE, &mut self.colleague),
            (class::TITLE_CLINICIAN, &mut self.clinician_title),
            (class::THIRD_PERSON, &mut self.pronoun),
            (class::AUTHOR, &mut self.author),
            (class::READER, &mut self.reader),
            (class::HISTORICAL, &mut self.manner.historical),
            (class::TEACHING, &mut self.manner.teaching),
            (class::SOURCE, &mut self.manner.source),
            (class::HYPOTHETICAL, &mut self.manner.hypothetical),
        ] {
            *flag |= known == class;
        }
    }

    /// Whether there is any sign of care or illness.
    pub(super) fn is_clinical(self) -> bool {
        self.care > 0
    }
}

/// The evidence in each sentence.
pub(super) fn of_sentences(text: &Text) -> Vec<Evidence> {
    text.sentences
        .iter()
        .map(|sentence| {
            let mut evidence = Evidence::default();
            let mut counted = [false; POINTS.len()];
            for at in sentence.clone() {
                for tag in text.tags(at) {
                    if let Some(place) = POINTS.iter().position(|(class, _)| *class == tag.class)
                        && !counted[place]
                    {
                        counted[place] = true;
                        evidence.care = evidence.care.saturating_add(POINTS[place].1);
                    }
                    evidence.note(tag.class);
                }
                evidence.manner.question |= text.word(at) == "?";
                if slot(text, at).is_some() || loses_somebody(text, at) {
                    evidence.care = evidence.care.saturating_add(ENOUGH);
                }
            }
            let unsaved = sentence.clone().any(|at| text.is(at, class::CARE_UNSAVED));
            if unsaved && sentence.clone().any(|at| is_somebody(text, at)) {
                evidence.care = evidence.care.saturating_add(ENOUGH);
            }
            evidence
        })
        .collect()
}

/// How many words may stand between "lost a" and whom it means ("lost a lovely young mum").
const WORDS_BETWEEN: usize = 2;

/// "Lost a young mum", "we lost a 19 year old": a death told without a word for dying.
fn loses_somebody(text: &Text, at: usize) -> bool {
    let Some(length) = text.longest(at, class::CARE_LOST) else {
        return false;
    };
    let sentence = text.sentences[text.tokens[at].sentence as usize].clone();
    let near = at + length..(at + length + WORDS_BETWEEN + 1).min(sentence.end);
    near.into_iter().any(|at| is_somebody(text, at))
}

/// Whether a word for one person or an age begins here, and not somebody of the author's own.
fn is_somebody(text: &Text, at: usize) -> bool {
    let own = at > 0 && matches!(text.word(at - 1), "my" | "our" | "your");
    let person = text.is(at, class::SOMEBODY) || text.is(at, class::KIN) || text.is(at, class::THIRD_PERSON);
    let sentence_end = text.sentences[text.tokens[at].sentence as usize].end;
    let unit = |ahead: usize| {
        if at + ahead < sentence_end {
            text.word(at + ahead)
        } else {
            ""
        }
    };
    let age = text.tokens[at].kind == Kind::Number
        && match unit(1) {
            "yo" => true,
            "year" | "yr" | "month" | "week" | "day" => unit(2) == "old",
            "y" => unit(2) == "o",
            _ => false,
        };
    (person || age) && !own
}

/// How many words may stand between a patient and what they do for a living ("my patient, who used to be a nurse").
const WORK_REACH: usize = 6;

/// And how many words before and after may say that it is told of care.
const WORK_TOLD: usize = 40;

/// Whether a word for health work (these tokens) says what a patient does for a living: "my patient, a midwife from Sligo",
/// "a 44 year old midwife" in a sentence of care, "delivered a midwife's baby".
pub(super) fn is_work_of_a_patient(text: &Text, start: usize, end: usize) -> bool {
    let sentence = text.sentences[text.tokens[start].sentence as usize].clone();
    let word = |at: usize| if sentence.contains(&at) { text.word(at) } else { "" };
    let links = |at: usize| {
        matches!(
            word(at),
            "," | "-"
                | "("
                | "is"
                | "was"
                | "'s"
                | "who"
                | "works"
                | "worked"
                | "working"
                | "as"
                | "used"
                | "to"
                | "be"
                | "a"
                | "an"
                | "the"
                | "retired"
                | "former"
                | "ex"
                | "fellow"
                | "herself"
                | "himself"
                | "also"
                | "of"
                | "mine"
        )
    };
    let mut before = start;
    while before > sentence.start && start - before < WORK_REACH && links(before - 1) {
        before -= 1;
    }
    let article = (before..start).any(|at| matches!(text.word(at), "a" | "an" | "retired" | "former"));
    let Some(last) = before.checked_sub(1).filter(|last| *last >= sentence.start) else {
        return false;
    };
    let near = sentence.start.max(start.saturating_sub(WORK_TOLD))..sentence.end.min(end + WORK_TOLD);
    let is_told_of_care = || {
        near.clone().any(|at| is_of_care(text, at))
            || (near.start..last).any(|at| text.is(at, class::CLINICIAN_ACT) && word(at + 1) != "by")
    };
    let of_age = matches!(text.word(last), "old" | "yo" | "o") && is_told_of_care();
    let acted = matches!(
        text.word(last),
        "delivered" | "admitted" | "discharged" | "treated" | "intubated" | "cannulated" | "diagnosed"
    );
    let goes_on = matches!(
        word(end),
        "" | "'s" | "," | "." | "!" | "from" | "with" | "who" | "today" | "tonight" | "last" | "this" | "of"
    );
    of_age || article && (text.ends_with(last, class::PATIENT_SINGULAR) || acted && goes_on)
}

fn is_of_care(text: &Text, at: usize) -> bool {
    POINTS
        .iter()
        .any(|(class, points)| *points == ENOUGH && text.is(at, *class))
}

/// The tokens of a bed, bay or room with its number that begins here ("bed 9"): on a ward that is how people are called. What is said of
/// the furniture ("bed 9 is broken", "room 12 for the journal club") is about nobody.
pub(super) fn slot(text: &Text, at: usize) -> Option<usize> {
    let length = text.longest(at, class::CARE_SLOT)?;
    let number = text.tokens.get(at + length)?;
    let is_slot = number.kind == Kind::Number && number.sentence == text.tokens[at].sentence;
    (is_slot && !is_furniture(text, at, at + length + 1)).then_some(length + 1)
}

/// How many words may stand between a room and what it is used for ("room 4 is free at noon for the journal club").
const USE_REACH: usize = 6;

/// Whether what stands around the slot at these tokens speaks of the bed or the room itself.
fn is_furniture(text: &Text, start: usize, end: usize) -> bool {
    let sentence = text.sentences[text.tokens[start].sentence as usize].clone();
    let state = |at: usize| at < sentence.end && text.is(at, class::THING_STATE_STATE);
    let links = |at: usize| {
        at < sentence.end
            && matches!(
                text.word(at),
                "is" | "'s" | "was" | "has" | "had" | "needs" | "still" | "again" | "been" | "now" | "got" | "finally"
            )
    };
    let mut behind = end;
    while behind < end + 3 && links(behind) {
        behind += 1;
    }
    if behind > end && state(behind) {
        return true;
    }
    let room = matches!(text.word(start), "room" | "bay" | "pod");
    let reach = end..(end + USE_REACH).min(sentence.end);
    room && reach.into_iter().any(|at| text.is(at, class::THING_STATE_USE))
}
