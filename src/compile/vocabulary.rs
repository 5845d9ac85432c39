//! The sorted list of all words that lexicons and patterns know.

use crate::lexicon::Lexicons;
use crate::pattern::{Atom, Op, Pattern};
use std::collections::BTreeSet;

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
    pub(crate) fn id(&self, word: &str) -> usize {
        self.words
            .binary_search_by(|known| known.as_str().cmp(word))
            .expect("every word was collected")
    }

    /// The list as an automaton from word to number.
    pub(crate) fn fst(&self) -> Vec<u8> {
        let pairs = self.words.iter().zip(0u64..);
        fst::Map::from_iter(pairs)
            .expect("sorted and unique")
            .into_fst()
            .into_inner()
    }
}
