//! The pieces of a draft that are scored: whole sentences, together about as long as the posts the scorer learned from, and no longer
//! than a closer look can see at once.

use super::features::{self, Feature, Template};
use super::table::TABLE;
use crate::rules::Context;
use crate::text::Text;
use std::ops::Range;

/// A draft with more tokens is cut into passages of about one length, none of them longer unless one sentence is. Where it stands and what
/// it answers leave room for most such passages among the pieces that a closer look sees (`closer-look/src/words.rs`).
const MOST: usize = 130;

/// A run of sentences with its features.
pub(super) struct Passage {
    /// Its sentences.
    pub(super) sentences: Range<usize>,
    /// The features inside it, in the order of the text.
    pub(super) features: Vec<Feature>,
    /// The numbers of its own features and of the whole draft's, each once.
    pub(super) ids: Vec<u32>,
    /// So many of them, the first, are its own.
    own: usize,
}

impl Passage {
    /// The numbers of its own features, each once.
    pub(super) fn own(&self) -> &[u32] {
        &self.ids[..self.own]
    }

    /// Its tokens.
    pub(super) fn tokens(&self, text: &Text) -> Range<usize> {
        text.sentences[self.sentences.start].start..text.sentences[self.sentences.end - 1].end
    }
}

/// The passages of a draft, in order. Each is read when it is its turn: the features of a whole long draft would fill megabytes.
pub(super) fn passages(cx: &Context<'_>) -> impl Iterator<Item = Passage> {
    let of_draft = features::of_draft(cx);
    cut(cx.text).into_iter().map(move |sentences| {
        let (mut features, mut own) = (Vec::new(), Vec::new());
        features::of_sentences(cx, sentences.clone(), |feature| {
            own.push(feature.id);
            // What stands on no words, or weighs nothing, cannot be underlined.
            if !feature.tokens.is_empty() && feature.template != Template::Skip && TABLE.counts(feature.id) {
                features.push(feature);
            }
        });
        let (ids, own) = each_once(&own, &of_draft);
        Passage {
            sentences,
            features,
            ids,
            own,
        }
    })
}

/// Each number once, in the order in which they come, and how many are from `own`. They are hashes: they say themselves where to look.
fn each_once(own: &[u32], of_draft: &[u32]) -> (Vec<u32>, usize) {
    /// No feature has this number.
    const NONE: u32 = u32::MAX;
    let mut seen = vec![NONE; ((own.len() + of_draft.len()) * 2).next_power_of_two()];
    let mask = seen.len() - 1;
    let mut is_new = |id: &&u32| {
        let mut at = **id as usize & mask;
        while seen[at] != NONE && seen[at] != **id {
            at = (at + 1) & mask;
        }
        std::mem::replace(&mut seen[at], **id) == NONE
    };
    let mut ids: Vec<u32> = own.iter().filter(&mut is_new).copied().collect();
    let first = ids.len();
    ids.extend(of_draft.iter().filter(is_new));
    (ids, first)
}

/// The sentences of each passage.
pub(super) fn cut(text: &Text) -> Vec<Range<usize>> {
    let all: usize = text.sentences.iter().map(ExactSizeIterator::len).sum();
    let full = all.div_ceil(all.div_ceil(MOST).max(1));
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut tokens = full;
    for (number, sentence) in text.sentences.iter().enumerate() {
        if tokens >= full || tokens + sentence.len() > MOST {
            passages.push(number..number);
            tokens = 0;
        }
        if let Some(last) = passages.last_mut() {
            last.end = number + 1;
        }
        tokens += sentence.len();
    }
    passages
}
