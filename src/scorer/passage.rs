//! The pieces of a draft that are scored: whole sentences, together about as long as the posts the scorer learned from, and no longer
//! than a closer look can see at once.

use super::features::{self, Feature, Template};
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
    /// The numbers of its own features: in order, each once.
    pub(super) own: Vec<u32>,
    /// The same with the whole draft's.
    pub(super) ids: Vec<u32>,
}

impl Passage {
    /// Its tokens.
    pub(super) fn tokens(&self, text: &Text) -> Range<usize> {
        text.sentences[self.sentences.start].start..text.sentences[self.sentences.end - 1].end
    }
}

/// The passages of a draft, in order. Each is read when it is its turn: the features of a whole long draft would fill megabytes.
pub(super) fn passages(cx: &Context<'_>) -> impl Iterator<Item = Passage> {
    let of_draft = in_order(features::of_draft(cx));
    cut(cx.text).into_iter().map(move |sentences| {
        let (mut features, mut own) = (Vec::new(), Vec::new());
        features::of_sentences(cx, sentences.clone(), |feature| {
            own.push(feature.id);
            // What stands on no words cannot be underlined.
            if !feature.tokens.is_empty() && feature.template != Template::Skip {
                features.push(feature);
            }
        });
        let own = in_order(own);
        // Two runs in order are sorted in one pass.
        let mut ids = [own.as_slice(), &of_draft].concat();
        ids.sort();
        ids.dedup();
        Passage {
            sentences,
            features,
            own,
            ids,
        }
    })
}

fn in_order(mut ids: Vec<u32>) -> Vec<u32> {
    ids.sort_unstable();
    ids.dedup();
    ids
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
