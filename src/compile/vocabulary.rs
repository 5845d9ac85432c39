//! The sorted list of all words that lexicons and patterns know.

use crate::dictionary;
use crate::entry::Entry;
use crate::lexicon::Lexicons;
use crate::pattern::{Atom, Op, Pattern};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) struct Vocabulary {
    words: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn new(lexicons: &Lexicons, patterns: &[Pattern]) -> Self {
        let mut words = BTreeSet::from(["not".to_owned()]);
        for phrase in lexicons.classes.values().flatten() {
            words.extend(phrase.iter().cloned());
        }
        for op in patterns.iter().flat_map(|pattern| &pattern.ops) {
            if let Op::One(atoms) = op {
                for atom in atoms {
                    if let Atom::Words(phrase) = atom {
                        words.extend(phrase.iter().cloned());
                    }
                }
            }
        }
        Vocabulary {
            words: words.into_iter().collect(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word that is in the list.
    pub(crate) fn number(&self, word: &str) -> u16 {
        self.words
            .binary_search_by(|known| known.as_str().cmp(word))
            .expect("every word was collected") as u16
    }

    /// The dictionary of these words and those of the gazetteers, or what it cannot hold.
    pub(crate) fn dictionary(&self, gazetteers: &BTreeMap<String, Entry>) -> Result<Vec<u8>, String> {
        let known: BTreeSet<&str> = self.words.iter().map(String::as_str).collect();
        let all: BTreeSet<&str> = known
            .iter()
            .copied()
            .chain(gazetteers.keys().map(String::as_str))
            .collect();
        if let Some(over) = all.len().checked_sub(dictionary::MOST_WORDS + 1) {
            return Err(format!(
                "{} words too many for the dictionary; shorten the gazetteers",
                over + 1
            ));
        }
        if let Some(word) = all.iter().find(|word| !dictionary::is_word(word)) {
            return Err(format!("{word:?} is empty or has a control character in it"));
        }
        let entry = |word| gazetteers.get(word).copied().unwrap_or_default();
        Ok(dictionary::written(
            all.iter().map(|word| (*word, entry(*word), known.contains(word))),
        ))
    }
}
