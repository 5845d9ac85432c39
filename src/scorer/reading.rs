//! What a closer look is asked and has found.
//!
//! The closer look is a module of its own (`closer-look/`): a small network that reads a passage whole, when typing rests. It takes
//! hundreds of times as long as a check and is not needed for one. What it has found comes back as part of the draft.

use super::passage;
use super::table::HEADS;
use crate::draft::Draft;
use crate::text::token::Kind;
use crate::text::{Span, Text};
use std::iter;

/// What a closer look has found in a passage: log-odds of each category, in their order, and of "anything risky".
pub type Reading = [f32; HEADS];

/// What a closer look has found in each passage of a draft. What is no number was not read.
pub(super) fn readings(draft: &Draft) -> impl Iterator<Item = Option<Reading>> {
    let is_read = |reading: &Reading| reading.iter().all(|score| score.is_finite());
    let readings = draft.closer_look.iter().map(move |reading| reading.filter(is_read));
    readings.chain(iter::repeat(None))
}

/// Nobody waits for more passages.
const MOST: usize = 12;

/// Fewer words than this are no evidence.
pub(super) const FEW: usize = 5;

/// The passages that a closer look reads, in order: the first ones of a long draft, and none of a few words.
#[must_use]
pub fn to_read(text: &str) -> Vec<Span> {
    let text = Text::new(text);
    if text.tokens.iter().filter(|token| token.kind == Kind::Word).count() < FEW {
        return Vec::new();
    }
    let tokens = |sentences: std::ops::Range<usize>| {
        text.sentences[sentences.start].start..text.sentences[sentences.end - 1].end
    };
    let passages = passage::cut(&text).into_iter().take(MOST);
    passages.map(|sentences| text.utf16(tokens(sentences))).collect()
}
