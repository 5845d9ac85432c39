//! What kind of text the draft answers.

use crate::draft::Draft;
use crate::lexicon::class;
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;

/// Only the beginning of what is answered is read: its first words say what it is, and it may be long.
const READ: usize = 2_000;

/// The facts about what is being answered.
pub(super) fn facts(draft: &Draft) -> FactSet {
    let Some(answered) = draft.in_reply_to.as_deref() else {
        return 0;
    };
    let end = answered.char_indices().nth(READ).map_or(answered.len(), |(at, _)| at);
    let text = Text::new(&answered[..end]);
    let mut facts = 1 << Fact::Reply as u32;
    for token in 0..text.tokens.len() {
        for (class, fact) in [
            (class::COMPLAINT, Fact::ReplyCriticism),
            (class::ADVICE_REQUEST, Fact::ReplyAdviceRequest),
            (class::PATIENT_SLUR, Fact::ReplyMockery),
        ] {
            if text.is(token, class) {
                facts |= 1 << fact as u32;
            }
        }
    }
    facts
}
