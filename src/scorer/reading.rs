//! What a closer look is asked and has found.
//!
//! The closer look is a module of its own (`closer-look/`): a small network that reads a passage whole, when typing rests. It takes
//! hundreds of times as long as a check and is not needed for one. What it has found comes back as part of the draft.

use super::passage;
use super::table::HEADS;
use crate::draft::Draft;
use crate::text::token::Kind;
use crate::text::{Span, Text};
use serde::{Deserialize, Serialize};
use std::iter;
use std::ops::Range;

/// What a closer look has found in a passage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Log-odds of each category, in their order, and of "anything risky".
    pub scores: [f32; HEADS],
    /// Which words speak for a category: its number, and where they begin and end in the passage, in UTF-16 code units.
    pub runs: Vec<[u32; 3]>,
}

/// What a closer look has found in each passage of a draft. What is no number was not read.
pub(super) fn readings(draft: &Draft) -> impl Iterator<Item = Option<&Reading>> {
    let is_read = |reading: &&Reading| reading.scores.iter().all(|score| score.is_finite());
    let readings = draft
        .closer_look
        .iter()
        .map(move |reading| reading.as_ref().filter(is_read));
    readings.chain(iter::repeat(None))
}

/// Nobody waits for more passages.
const MOST: usize = 12;

/// Fewer words than this are no evidence.
pub(super) const FEW: usize = 5;

/// The passages that a closer look reads, in order, each as its sentences. The first passages of a long draft, and none of a few words.
#[must_use]
pub fn to_read(text: &str) -> Vec<Vec<Span>> {
    let text = Text::new(text);
    if text.tokens.iter().filter(|token| token.kind == Kind::Word).count() < FEW {
        return Vec::new();
    }
    let passages = passage::cut(&text).into_iter().take(MOST);
    let in_units = |sentence: &Range<usize>| text.utf16(sentence.clone());
    passages
        .map(|sentences| text.sentences[sentences].iter().map(in_units).collect())
        .collect()
}
