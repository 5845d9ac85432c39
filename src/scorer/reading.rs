//! What a closer look is asked and has found.
//!
//! The closer look is a module of its own (`closer-look/`): a small network that reads a passage whole, when typing rests. It takes
//! hundreds of times as long as a check and is not needed for one. What it has found comes back as part of the draft.

use super::passage;
use super::table::HEADS;
use crate::draft::Draft;
use crate::text::token::{Kind, Shape};
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
    /// Words that may belong to names of people: where they begin and end in the passage, and log-odds. Other words are none.
    pub names: Vec<(u32, u32, f32)>,
}

/// What a closer look has found in each passage of a draft. What is no number was not read.
pub(super) fn readings(draft: &Draft) -> impl Iterator<Item = Option<&Reading>> {
    let is_read = |Reading { scores, names, .. }: &&Reading| {
        let log_odds = names.iter().map(|(.., log_odds)| log_odds);
        scores.iter().chain(log_odds).all(|number| number.is_finite())
    };
    let readings = draft
        .closer_look
        .iter()
        .map(move |reading| reading.as_ref().filter(is_read));
    readings.chain(iter::repeat(None))
}

/// Surer of a name (log-odds) the closer look is not believed to be, nor surer of a word that it is none: it does not tell those at all
/// (`LEAST` in `closer-look/src/names.rs`).
const SUREST: f32 = 4.0;
const NO_NAME: f32 = -2.0;

/// How sure the closer look is of each token that it belongs to somebody's name, as log-odds; nothing where it has not read, nor of
/// hashtags, which it does not cut into words. Of several words in a token the mean of those that it tells counts.
pub(crate) fn named(draft: &Draft, text: &Text) -> Vec<Option<f32>> {
    let mut named = vec![None; text.tokens.len()];
    if draft.closer_look.is_empty() {
        return named;
    }
    for (sentences, reading) in passage::cut(text).into_iter().zip(readings(draft)) {
        let Some(Reading { names, .. }) = reading else { continue };
        let tokens = text.sentences[sentences.start].start..text.sentences[sentences.end - 1].end;
        let from = text.utf16(tokens.clone()).start;
        let mut names = names.iter().peekable();
        let is_of_hashtag = |token: &usize| {
            text.tokens[*token].kind == Kind::Hashtag || text.tokens[*token].shape.has(Shape::IN_HASHTAG)
        };
        for token in tokens.filter(|token| !is_of_hashtag(token)) {
            let Span { start, end } = text.utf16(token..token + 1);
            let begins_before = |at: u32| move |(word, ..): &&(u32, u32, f32)| from.saturating_add(*word) < at;
            while names.next_if(begins_before(start)).is_some() {}
            let (mut words, mut sum) = (0.0, 0.0);
            while let Some((.., log_odds)) = names.next_if(begins_before(end)) {
                (words, sum) = (words + 1.0, sum + log_odds.clamp(NO_NAME, SUREST));
            }
            named[token] = Some(if words > 0.0 { sum / words } else { NO_NAME });
        }
    }
    named
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
