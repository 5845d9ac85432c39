//! What kind of text the draft answers.

use crate::draft::Draft;
use crate::lexicon::{Class, class};
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;

/// Only the beginning of what is answered is read: its first words say what it is, and it may be long.
const READ: usize = 2_000;

/// Words of which one is enough.
const SIGNS: &[(Class, Fact)] = &[
    (class::COMPLAINT, Fact::ReplyCriticism),
    (class::ADVICE_REQUEST, Fact::ReplyAdviceRequest),
    (class::PATIENT_SLUR, Fact::ReplyMockery),
    (class::PATIENT_VOICE, Fact::ReplyPatient),
];

const fn bit(fact: Fact) -> FactSet {
    1 << fact as u32
}

/// The facts about what is being answered.
pub(super) fn facts(draft: &Draft) -> FactSet {
    let Some(answered) = draft.in_reply_to.as_deref() else {
        return 0;
    };
    let end = answered.char_indices().nth(READ).map_or(answered.len(), |(at, _)| at);
    let text = Text::new(&answered[..end]);
    let has = |wanted: Class| (0..text.tokens.len()).any(|token| text.is(token, wanted));
    let mut facts = SIGNS
        .iter()
        .filter(|(class, _)| has(*class))
        .fold(bit(Fact::Reply), |all, (_, fact)| all | bit(*fact));
    // Contempt in a text about patients is mockery of them, with or without slang.
    if has(class::PATIENT) && has(class::INSULT) {
        facts |= bit(Fact::ReplyMockery);
    }
    // "Is this rash normal?" asks for advice, whatever the words.
    let asks = (0..text.tokens.len()).any(|token| text.word(token) == "?");
    if asks && (has(class::SYMPTOM) || has(class::MEDICINE)) {
        facts |= bit(Fact::ReplyAdviceRequest);
        if has(class::AUTHOR) {
            facts |= bit(Fact::ReplyPatient);
        }
    }
    facts
}
