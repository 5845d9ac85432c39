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

/// Surer of a name (log-odds) the closer look is not believed to be, nor surer of a word that it is none.
const SUREST: f32 = 4.0;
const NO_NAME: f32 = -2.0;

/// Of more words in a token than this the first ones count.
const MOST_WORDS: usize = 8;

/// How sure the closer look is of each token that it belongs to somebody's name, as log-odds; nothing where it has not read, and no
/// list if it has read nothing. Of a token of several words the mean counts; the words of a hashtag are one to the closer look.
pub(crate) fn named(draft: &Draft, text: &Text) -> Vec<Option<f32>> {
    if draft.closer_look.is_empty() {
        return Vec::new();
    }
    let mut named = vec![None; text.tokens.len()];
    for (sentences, reading) in passage::cut(text).into_iter().zip(readings(draft)) {
        let Some(Reading { names, .. }) = reading else { continue };
        let tokens = text.sentences[sentences.start].start..text.sentences[sentences.end - 1].end;
        let from = text.utf16(tokens.clone()).start;
        let mut rest = names.as_slice();
        for token in tokens {
            let Span { start, end } = text.utf16(token..token + 1);
            let ends_before = |(_, word_end, _): &(u32, u32, f32)| from.saturating_add(*word_end) <= start;
            while let [first, behind @ ..] = rest
                && ends_before(first)
            {
                rest = behind;
            }
            let begins_before = |(word, ..): &&(u32, u32, f32)| from.saturating_add(*word) < end;
            let words = rest.iter().take(MOST_WORDS).take_while(begins_before);
            let (count, sum) = words.fold((0.0, 0.0), |(count, sum), (.., log_odds)| {
                (count + 1.0, sum + log_odds.clamp(NO_NAME, SUREST))
            });
            named[token] = Some(if count > 0.0 { sum / count } else { NO_NAME });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_as_sure_as_the_words_they_stand_on() {
        const TEXT: &str = "😂 #RIPDoreen and Jo-Ann sang all night";
        let text = Text::new(TEXT);
        let word = |word: &str, log_odds| {
            let start = TEXT[..TEXT.find(word).expect("it is in there")].encode_utf16().count() as u32;
            (start, start + word.len() as u32, log_odds)
        };
        let names = vec![
            word("RIPDoreen", 1.0),
            word("Jo", 9.0),
            word("Ann", 2.0),
            word("sang", -3.5),
        ];
        let reading = Reading {
            names,
            ..Reading::default()
        };
        let draft = |closer_look| Draft {
            text: TEXT.into(),
            closer_look,
            ..Draft::default()
        };
        let seen = named(&draft(vec![Some(reading)]), &text);
        let of = |word: &str| {
            let token = (0..text.tokens.len()).rfind(|token| text.word(*token) == word);
            seen[token.expect("it is a token")]
        };
        assert_eq!(
            ["doreen", "jo", "ann", "sang", "night"].map(of),
            [1.0, 4.0, 2.0, -2.0, -2.0].map(Some)
        );
        assert!(named(&draft(vec![]), &text).iter().all(Option::is_none));
        assert!(named(&draft(vec![None]), &text).iter().all(Option::is_none));
    }
}
