//! Which words and classes a sentence has at all: most patterns that could begin in it ask for something that it lacks.

use super::patterns::Patterns;
use super::program::Atom;
use crate::text::Text;
use std::ops::Range;

/// The words and classes of one sentence.
pub(super) struct Present {
    words: Bits,
    classes: Bits,
}

impl Present {
    pub(super) fn new(text: &Text, sentence: Range<usize>) -> Self {
        let tokens = text.tokens[sentence.clone()].iter();
        let tags = sentence.flat_map(|at| text.tags(at));
        Present {
            words: Bits::of(
                tokens
                    .map(|token| token.word)
                    .filter(|word| word.is_known())
                    .map(|word| word.0),
            ),
            classes: Bits::of(tags.map(|tag| tag.class.0)),
        }
    }

    /// Whether the sentence has what every match of this pattern takes.
    pub(super) fn may_match(&self, patterns: &Patterns, number: usize) -> bool {
        let programs = &patterns.programs;
        patterns.rarest[number]
            .of(&programs.atoms)
            .iter()
            .any(|atom| match atom {
                Atom::Word(word) => self.words.has(*word),
                Atom::Words(phrase) => self.words.has(phrase.of(&programs.words)[0]),
                Atom::Class(class) => self.classes.has(*class),
                Atom::Form(_) => true,
            })
    }
}

/// A set of numbers.
struct Bits(Vec<u64>);

impl Bits {
    fn of(numbers: impl Iterator<Item = u16>) -> Self {
        let mut bits = Vec::new();
        for number in numbers {
            let place = usize::from(number >> 6);
            bits.resize(bits.len().max(place + 1), 0);
            bits[place] |= 1 << (number & 63);
        }
        Bits(bits)
    }

    fn has(&self, number: u16) -> bool {
        let bits = self.0.get(usize::from(number >> 6));
        bits.is_some_and(|bits| bits & 1 << (number & 63) != 0)
    }
}
