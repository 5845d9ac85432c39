//! All words of lexicons, patterns and gazetteers in one table, and what is known of each. Read by the build too, which writes it.
//!
//! A word is written as how many bytes it shares with the word before it, and the bytes after those; gzip packs this to half of what an
//! automaton takes. The first use puts the words into a hash table, which also answers faster than an automaton.
#![allow(dead_code, reason = "the build writes the dictionary, the core reads it")]

use super::entry::Entry;
use crate::hash::hash_of_bytes;
use crate::table::{Run, joined, split};

/// No more bytes than this are shared, so that the number is none that begins a character.
const MOST_SHARED: usize = 0x1F;

/// In a word's mark: a lexicon or a pattern knows it. The bits below are [`Entry::lists`].
const IN_LEXICON: u8 = 1 << 7;

/// What is in an empty slot.
const NONE: u16 = u16::MAX;

/// Words are counted in 16 bits, of which one number marks an empty slot.
pub(crate) const MOST_WORDS: usize = NONE as usize;

/// Whether the dictionary can hold a word.
pub(crate) fn is_word(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| usize::from(byte) > MOST_SHARED)
}

/// The written form of words in the order of their bytes, each with whether a lexicon or pattern knows it.
pub(crate) fn written<'a>(words: impl Iterator<Item = (&'a str, Entry, bool)>) -> Vec<u8> {
    let (mut spellings, mut marks, mut sizes) = (Run::default(), Run::default(), Run::default());
    let mut before = "";
    for (word, entry, in_lexicon) in words {
        let shared = word.bytes().zip(before.bytes()).take_while(|(a, b)| a == b).count();
        let shared = shared.min(MOST_SHARED);
        spellings.bytes(&[shared as u8]);
        spellings.bytes(&word.as_bytes()[shared..]);
        marks.bytes(&[entry.lists() as u8 | (u8::from(in_lexicon) * IN_LEXICON)]);
        if let Some(size) = entry.size() {
            sizes.number(size.into());
        }
        before = word;
    }
    joined([spellings, marks, sizes])
}

/// The dictionary, ready to be asked.
pub(crate) struct Dictionary {
    /// All words, one after another.
    letters: Vec<u8>,
    /// For each word where it ends in `letters`.
    ends: Vec<u32>,
    entries: Vec<Entry>,
    /// For each word its number among those that lexicons and patterns know.
    numbers: Vec<Option<u16>>,
    /// Places of words, by hash; as many as a power of two.
    slots: Vec<u16>,
}

impl Dictionary {
    /// Reads the written form.
    pub(crate) fn new(table: &[u8]) -> Self {
        let [spellings, marks, mut sizes] = split(table);
        let count = marks.0.len();
        let mut dictionary = Dictionary {
            letters: Vec::with_capacity(2 * spellings.0.len()),
            ends: Vec::with_capacity(count),
            entries: Vec::with_capacity(count),
            numbers: Vec::with_capacity(count),
            slots: vec![NONE; (2 * count).next_power_of_two()],
        };
        let mut rest = spellings.0;
        let (mut start, mut known) = (0, 0);
        for mark in marks.0 {
            let (shared, after) = rest.split_first().expect("the build wrote this table");
            let length = after.iter().position(|byte| usize::from(*byte) <= MOST_SHARED);
            let (letters, after) = after.split_at(length.unwrap_or(after.len()));
            rest = after;
            let end_of_shared = start + usize::from(*shared);
            let own = dictionary.letters.len();
            dictionary.letters.extend_from_within(start..end_of_shared);
            dictionary.letters.extend_from_slice(letters);
            start = own;
            dictionary.add(own);
            dictionary
                .entries
                .push(Entry::of_lists(mark & !IN_LEXICON, || sizes.small()));
            dictionary.numbers.push((mark & IN_LEXICON != 0).then(|| {
                known += 1;
                known - 1
            }));
        }
        dictionary
    }

    /// Files the word that begins here and goes to the end of all letters.
    fn add(&mut self, start: usize) {
        let slot = self
            .slots_of(&self.letters[start..])
            .find(|slot| self.slots[*slot] == NONE)
            .expect("half of the slots are empty");
        self.slots[slot] = self.ends.len() as u16;
        self.ends.push(self.letters.len() as u32);
    }

    /// Where to look for a word, one place after another.
    fn slots_of(&self, word: &[u8]) -> impl Iterator<Item = usize> + use<> {
        let last = self.slots.len() - 1;
        let hash = hash_of_bytes(word);
        let first = (hash ^ (hash >> 16)) as usize;
        (first..=first + last).map(move |slot| slot & last)
    }

    /// A word's place.
    fn place(&self, word: &str) -> Option<usize> {
        for slot in self.slots_of(word.as_bytes()) {
            let place = usize::from(self.slots[slot]);
            if self.slots[slot] == NONE {
                return None;
            }
            let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
            if &self.letters[start..self.ends[place] as usize] == word.as_bytes() {
                return Some(place);
            }
        }
        None
    }

    /// A word's number among those that lexicons and patterns know, in the order of their bytes.
    pub(crate) fn number(&self, word: &str) -> Option<u16> {
        self.numbers[self.place(word)?]
    }

    /// What the gazetteers know of a word.
    pub(crate) fn entry(&self, word: &str) -> Entry {
        self.place(word).map_or(Entry::default(), |place| self.entries[place])
    }
}
