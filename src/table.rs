//! The form in which the build hands its tables to the core: runs of small numbers and texts, one run for each column.
//!
//! Like stands beside like, and a small number takes one byte: this is what gzip packs best. Pointers and padding, which a Rust static
//! would need, weigh more than what they point at. Read by the build too, which writes them.
#![allow(dead_code, reason = "the build writes runs, the core reads them")]

/// A run as it is written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Run(Vec<u8>);

impl Run {
    /// A number in groups of seven bits, the lowest first; all but the last have the high bit.
    pub(crate) fn number(&mut self, mut number: usize) {
        while number > 0x7F {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// How many numbers there are, then the numbers.
    pub(crate) fn numbers(&mut self, numbers: impl IntoIterator<Item = usize, IntoIter: ExactSizeIterator>) {
        let numbers = numbers.into_iter();
        self.number(numbers.len());
        numbers.for_each(|number| self.number(number));
    }

    /// A text.
    ///
    /// # Panics
    /// When a NUL character is in it.
    pub(crate) fn text(&mut self, text: &str) {
        assert!(
            !text.bytes().any(|byte| byte == END),
            "{text:?}: take the NUL character out"
        );
        self.0.extend(text.bytes());
        self.0.push(END);
    }

    /// Bytes of a form of their own.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend(bytes);
    }
}

/// What ends a text.
const END: u8 = 0;

/// A table of runs, each with its length before it.
pub(crate) fn joined<const N: usize>(runs: [Run; N]) -> Vec<u8> {
    let mut out = Run::default();
    for run in runs {
        out.number(run.0.len());
        out.bytes(&run.0);
    }
    out.0
}

/// The runs of a table, to be read.
///
/// # Panics
/// When these are not the bytes that [`joined`] made of as many runs; so do all readers.
pub(crate) fn split<const N: usize>(table: &[u8]) -> [Reader<'_>; N] {
    let mut rest = Reader(table);
    std::array::from_fn(|_| {
        let length = rest.number();
        let (run, after) = rest.0.split_at(length);
        rest = Reader(after);
        Reader(run)
    })
}

/// A run from where it has not been read yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// Whether all of it was read.
    pub(crate) fn is_done(self) -> bool {
        self.0.is_empty()
    }

    /// The next byte.
    pub(crate) fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().expect(WHOLE);
        self.0 = rest;
        *first
    }

    /// The next number.
    pub(crate) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7F) << shift;
            if byte <= 0x7F {
                return number;
            }
            shift += 7;
        }
    }

    /// The next number, where it is never above 65,535.
    pub(crate) fn small(&mut self) -> u16 {
        u16::try_from(self.number()).expect(WHOLE)
    }

    /// The numbers of which [`Run::numbers`] wrote down how many there are.
    pub(crate) fn numbers(&mut self) -> impl Iterator<Item = usize> + use<'_, 'a> {
        (0..self.number()).map(|_| self.number())
    }

    /// The next text.
    pub(crate) fn text(&mut self) -> &'a str {
        let end = self.0.iter().position(|byte| *byte == END).expect(WHOLE);
        let (text, rest) = self.0.split_at(end);
        self.0 = &rest[1..];
        std::str::from_utf8(text).expect(WHOLE)
    }
}

/// What every table is, since it comes out of the same build.
const WHOLE: &str = "the build wrote this table";

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_reads_back(
            lists in prop::collection::vec(prop::collection::vec(0_usize..0xFFFF_FFFF, 0..9), 0..9),
            texts in prop::collection::vec("[^\0]*", 0..9),
        ) {
            let (mut numbers, mut words) = (Run::default(), Run::default());
            lists.iter().for_each(|list| numbers.numbers(list.iter().copied()));
            texts.iter().for_each(|text| words.text(text));
            let table = joined([numbers, words]);
            let [mut numbers, mut words] = split(&table);
            for list in lists {
                prop_assert_eq!(numbers.numbers().collect::<Vec<_>>(), list);
            }
            for text in texts {
                prop_assert_eq!(words.text(), text);
            }
            prop_assert!(numbers.is_done() && words.is_done());
        }
    }
}
