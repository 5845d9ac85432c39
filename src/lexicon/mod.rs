//! Known words and what they stand for. The lists are `data/lexicons/*.txt`; the build turns them into the tables below.

use crate::text::token::Token;
use fst::raw::Fst;
use std::sync::LazyLock;

/// A known word, by its place in the sorted list of all known words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word(pub(crate) u32);

impl Word {
    /// A word that no list and no pattern knows.
    pub(crate) const NONE: Word = Word(u32::MAX);

    pub(crate) const fn is_known(self) -> bool {
        self.0 != u32::MAX
    }
}

/// A word class: one lexicon, or one of its sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Class(pub(crate) u16);

impl Class {
    /// A hash of its name: the same in every build, whatever other lexicons there are.
    pub(crate) fn stable_hash(self) -> u32 {
        CLASS_HASHES[usize::from(self.0)]
    }
}

/// A phrase of two or more words after its first.
struct Phrase {
    rest: &'static [u32],
    classes: &'static [u16],
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

static WORDS: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    let table: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"));
    Fst::new(table).expect("the build wrote this table")
});

/// The known word that is written so (lower case, as in the view).
pub(crate) fn word(text: &str) -> Word {
    WORDS.get(text).map_or(Word::NONE, |id| Word(id.value() as u32))
}

/// A class that begins at some token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    pub(crate) class: Class,
    /// The number of tokens it covers.
    pub(crate) tokens: u16,
}

/// The classes of every token of a text.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    tags: Vec<Tag>,
    /// For each token where its tags begin in `tags`, and the end of the last.
    starts: Vec<u32>,
}

impl Tags {
    /// Looks up every token: its own classes, and those of the phrases that begin with it.
    pub(crate) fn new(tokens: &[Token]) -> Self {
        let mut out = Tags {
            tags: Vec::with_capacity(tokens.len()),
            starts: Vec::with_capacity(tokens.len() + 1),
        };
        for (at, token) in tokens.iter().enumerate() {
            out.starts.push(out.tags.len() as u32);
            if token.word.is_known() {
                let word = token.word.0 as usize;
                let single = CLASS_SETS[WORD_CLASSES[word] as usize];
                out.tags.extend(single.iter().map(|class| Tag {
                    class: Class(*class),
                    tokens: 1,
                }));
                let phrases = &PHRASES[PHRASE_STARTS[word] as usize..PHRASE_STARTS[word + 1] as usize];
                for phrase in phrases {
                    if let Some(length) = phrase_length(tokens, at, phrase.rest) {
                        out.tags.extend(phrase.classes.iter().map(|class| Tag {
                            class: Class(*class),
                            tokens: length,
                        }));
                    }
                }
            }
        }
        out.starts.push(out.tags.len() as u32);
        out
    }

    /// The tags that begin at a token.
    pub(crate) fn at(&self, token: usize) -> &[Tag] {
        match self.starts.get(token..token + 2) {
            Some(&[start, end]) => &self.tags[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// How many tokens from `at` on make the phrase whose words after the first are `rest`.
pub(crate) fn phrase_length(tokens: &[Token], at: usize, rest: &[u32]) -> Option<u16> {
    let mut end = at + 1;
    for word in rest {
        // Two passed-over marks in a row ("-" and a quotation mark) are enough for anything that is one phrase.
        let skipped = tokens[end.min(tokens.len())..]
            .iter()
            .take(3)
            .take_while(|token| token.is_passed_over())
            .count();
        end += skipped;
        if tokens.get(end)?.word.0 != *word {
            return None;
        }
        end += 1;
    }
    u16::try_from(end - at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn phrases_are_found_through_hyphens_and_contractions() {
        for text in ["frequent flyer", "Frequent-Flyers", "frequent \"flyer\""] {
            let read = Text::new(text);
            assert!(read.is(0, class::PATIENT_SLUR), "{text}");
        }
        assert!(!Text::new("frequent buyer").is(0, class::PATIENT_SLUR));
    }
}
