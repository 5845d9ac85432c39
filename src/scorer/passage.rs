//! The pieces of a draft that are scored: whole sentences, together about as long as the posts the scorer learned from.

use super::features::{self, Feature, Template};
use crate::rules::Context;
use crate::text::Text;
use std::ops::Range;

/// No sentence is added to a passage that has so many tokens already.
const FULL: usize = 160;

/// A run of sentences with its features.
pub(super) struct Passage {
    /// Its sentences.
    pub(super) sentences: Range<usize>,
    /// The features inside it, in the order of the text.
    pub(super) features: Vec<Feature>,
    /// The numbers of its features and of the whole draft's: in order, each once.
    pub(super) ids: Vec<u32>,
}

impl Passage {
    /// Its tokens.
    pub(super) fn tokens(&self, text: &Text) -> Range<usize> {
        text.sentences[self.sentences.start].start..text.sentences[self.sentences.end - 1].end
    }
}

/// All passages of a draft.
pub(super) fn passages(cx: &Context<'_>) -> Vec<Passage> {
    let mut passages: Vec<Passage> = cut(cx.text)
        .into_iter()
        .map(|sentences| Passage {
            sentences,
            features: Vec::new(),
            ids: Vec::new(),
        })
        .collect();
    let mut at = 0;
    let mut of_draft = Vec::new();
    features::each(cx, |feature| {
        let Some(sentence) = feature.sentence else {
            of_draft.push(feature.id);
            return;
        };
        while passages[at].sentences.end <= sentence {
            at += 1;
        }
        passages[at].features.push(feature);
    });
    for passage in &mut passages {
        passage.ids.extend(passage.features.iter().map(|feature| feature.id));
        passage.ids.extend(&of_draft);
        passage.ids.sort_unstable();
        passage.ids.dedup();
        // What stands on no words cannot be underlined.
        passage
            .features
            .retain(|feature| !feature.tokens.is_empty() && feature.template != Template::Skip);
    }
    passages
}

fn cut(text: &Text) -> Vec<Range<usize>> {
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut tokens = FULL;
    for (number, sentence) in text.sentences.iter().enumerate() {
        if tokens >= FULL {
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
