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
                if slot(text, at).is_some() {
                    evidence.care = evidence.care.saturating_add(ENOUGH);
                }
            }
            evidence
        })
        .collect()
}

/// The tokens of a bed, bay or room with its number that begins here ("bed 9"): on a ward that is how people are called.
pub(super) fn slot(text: &Text, at: usize) -> Option<usize> {
    let length = text.longest(at, class::CARE_SLOT)?;
    let number = text.tokens.get(at + length)?;
    (number.kind == Kind::Number && number.sentence == text.tokens[at].sentence).then_some(length + 1)
}
