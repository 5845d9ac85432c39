//! Which classes words and phrases belong to: what the build made of the lexicons (`compile/emit.rs` writes it), read once.

use super::Class;
use crate::table::{Reader, split};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| Classes::new(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.table"))));

/// The classes of all words and phrases.
pub(super) struct Classes {
    /// Every set of classes that some word or phrase belongs to.
    sets: Vec<Box<[Class]>>,
    /// The place of each word's set.
    of_word: Vec<u16>,
    /// By their first word.
    phrases: Vec<Phrase>,
    /// For each word where its phrases begin, and the end of the last.
    starts: Vec<u32>,
    /// The words of all phrases after their first.
    rests: Vec<u16>,
}

/// A phrase of two or more words.
struct Phrase {
    /// Its words after the first, in `rests`.
    rest: Range<u32>,
    /// The place of its set.
    set: u16,
}

impl Classes {
    fn new(table: &[u8]) -> Self {
        let [
            mut sets,
            mut of_word,
            mut counts,
            mut lengths,
            mut rests,
            mut sets_of_phrases,
        ] = split(table);
        let mut classes = Classes {
            sets: Vec::new(),
            of_word: all(&mut of_word),
            phrases: Vec::new(),
            starts: vec![0],
            rests: all(&mut rests),
        };
        while !sets.is_done() {
            classes
                .sets
                .push(sets.numbers().map(|class| Class(class as u16)).collect());
        }
        let mut start = 0;
        while !counts.is_done() {
            for _ in 0..counts.number() {
                let end = start + u32::from(lengths.small());
                classes.phrases.push(Phrase {
                    rest: start..end,
                    set: sets_of_phrases.small(),
                });
                start = end;
            }
            classes.starts.push(classes.phrases.len() as u32);
        }
        classes
    }

    /// The classes of a word by itself.
    pub(super) fn of_word(&self, word: u16) -> &[Class] {
        &self.sets[usize::from(self.of_word[usize::from(word)])]
    }

    /// The phrases that begin with a word: their words after it, and their classes.
    pub(super) fn of_phrases(&self, word: u16) -> impl Iterator<Item = (&[u16], &[Class])> {
        let word = usize::from(word);
        let phrases = &self.phrases[self.starts[word] as usize..self.starts[word + 1] as usize];
        phrases.iter().map(|phrase| {
            let rest = &self.rests[phrase.rest.start as usize..phrase.rest.end as usize];
            (rest, &*self.sets[usize::from(phrase.set)])
        })
    }
}

/// All numbers of a run.
fn all(run: &mut Reader<'_>) -> Vec<u16> {
    let mut numbers = Vec::new();
    while !run.is_done() {
        numbers.push(run.small());
    }
    numbers
}
