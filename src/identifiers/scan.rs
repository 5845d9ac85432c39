//! One walk over the text: atoms (runs of digits or of letters), what stands between them, and what kind of
//! place they stand in (prose, a link, a handle, a hashtag).
//!
//! The walk folds while it reads: lower case, full-width forms to ASCII, no-break and thin spaces to a space,
//! every dash to `-`, zero-width characters dropped. Finders therefore see plain ASCII, and
//! [`Scan::byte_range`] leads back to the caller's text. Time and memory are linear in the text.

use std::ops::Range;

use super::zones::{Chunk, Zone, chunks};

/// What stands between an atom and the one before it, as a set of one.
pub(super) type Gap = u8;
/// Nothing: letters touching digits.
pub(super) const TOUCH: Gap = 1;
/// One or two spaces.
pub(super) const SPACE: Gap = 2;
/// A dash, with or without a space on either side.
pub(super) const DASH: Gap = 4;
/// A dot with no space after it.
pub(super) const DOT: Gap = 8;
/// A slash.
pub(super) const SLASH: Gap = 16;
/// Round brackets, with or without a space.
pub(super) const BRACKET: Gap = 32;
/// Anything else, and the start of the text.
pub(super) const OTHER: Gap = 64;

/// Folded letters that are not ASCII; they end a word and belong to none.
const FOREIGN: char = '\u{1}';
/// Folded symbols, emoji and punctuation outside ASCII.
const SYMBOL: char = '\u{2}';

/// A run of digits or a run of ASCII letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom {
    pub start: usize,
    pub end: usize,
    pub digits: bool,
    pub gap: Gap,
    pub zone: Zone,
}

impl Atom {
    /// Characters in the atom.
    pub fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The folded text, its atoms, and the way back.
pub(super) struct Scan<'t> {
    text: &'t str,
    folded: String,
    origin: Vec<usize>,
    pub atoms: Vec<Atom>,
    pub chunks: Vec<Chunk>,
}

/// Digits collected over several atoms, with the size of each group.
pub(super) struct Series {
    digits: [u8; Series::MAX],
    len: usize,
    groups: [u8; Series::MAX],
    pub group_count: usize,
}

impl Series {
    /// No identifier we know is longer (the Irish health identifier has 18 digits).
    pub const MAX: usize = 20;

    /// The digits of the first `groups` groups, as values 0–9, with the sizes of those groups.
    pub fn prefix(&self, groups: usize) -> (&[u8], &[u8]) {
        let sizes = &self.groups[..groups.min(self.group_count)];
        let total: usize = sizes.iter().map(|&size| usize::from(size)).sum();
        (&self.digits[..total.min(self.len)], sizes)
    }

    /// The shortest run of whole groups holding exactly `count` digits.
    pub fn exactly(&self, count: usize) -> Option<(&[u8], &[u8])> {
        (1..=self.group_count)
            .map(|groups| self.prefix(groups))
            .find(|(digits, _)| digits.len() == count)
    }
}

impl<'t> Scan<'t> {
    /// Reads the whole text once.
    pub fn new(text: &'t str) -> Self {
        let mut folded = String::with_capacity(text.len() + 1);
        let mut origin = Vec::with_capacity(text.len() + 1);
        for (at, character) in text.char_indices() {
            if let Some(plain) = fold(character) {
                folded.push(plain);
                origin.push(at);
            }
        }
        let chunks = chunks(&folded);
        let atoms = atoms(folded.as_bytes(), &chunks);
        Self {
            text,
            folded,
            origin,
            atoms,
            chunks,
        }
    }

    /// A slice of the folded text.
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.folded[range]
    }

    /// What stands between atoms `left` and `right`; empty when there is no such atom.
    pub fn slice_between(&self, left: usize, right: usize) -> &str {
        match (self.atoms.get(left), self.atoms.get(right)) {
            (Some(left), Some(right)) if left.end <= right.start => &self.folded[left.end..right.start],
            _ => "",
        }
    }

    /// The folded letters or digits of atom `index`; empty when there is none.
    pub fn word(&self, index: usize) -> &str {
        self.atoms
            .get(index)
            .map_or("", |atom| &self.folded[atom.start..atom.end])
    }

    /// The folded byte at `index`, or a line break outside the text.
    pub fn byte(&self, index: usize) -> u8 {
        self.folded.as_bytes().get(index).copied().unwrap_or(b'\n')
    }

    /// The folded byte just before `index`, or a line break at the start.
    pub fn byte_before(&self, index: usize) -> u8 {
        index.checked_sub(1).map_or(b'\n', |before| self.byte(before))
    }

    /// The gap before atom `index`; [`OTHER`] when there is no such atom.
    pub fn gap(&self, index: usize) -> Gap {
        self.atoms.get(index).map_or(OTHER, |atom| atom.gap)
    }

    /// Whether atom `index` exists and is digits.
    pub fn is_digits(&self, index: usize) -> bool {
        self.atoms.get(index).is_some_and(|atom| atom.digits)
    }

    /// Whether atom `index` exists and is letters.
    pub fn is_letters(&self, index: usize) -> bool {
        self.atoms.get(index).is_some_and(|atom| !atom.digits)
    }

    /// The number atom `index` writes, when it is at most four digits long.
    pub fn number(&self, index: usize) -> Option<u16> {
        let atom = self.atoms.get(index).filter(|atom| atom.digits && atom.len() <= 4)?;
        self.folded[atom.start..atom.end].parse().ok()
    }

    /// Whether atom `index` is written in capital letters alone.
    pub fn is_all_capitals(&self, index: usize) -> bool {
        self.atoms.get(index).is_some_and(|atom| {
            let written = self.text[self.origin[atom.start]..].chars();
            written.take(atom.len()).all(char::is_uppercase)
        })
    }

    /// Whether the letters of atom `index` begin with a capital in the caller's text.
    pub fn is_capitalised(&self, index: usize) -> bool {
        self.atoms
            .get(index)
            .is_some_and(|atom| self.text[self.origin[atom.start]..].starts_with(|first: char| first.is_uppercase()))
    }

    /// Digits from atom `first` on, over any gap in `gaps`; at most [`Series::MAX`] of them.
    pub fn series(&self, first: usize, gaps: Gap) -> Series {
        let mut series = Series {
            digits: [0; Series::MAX],
            len: 0,
            groups: [0; Series::MAX],
            group_count: 0,
        };
        for (index, atom) in self.atoms[first..].iter().take(Series::MAX).enumerate() {
            let joins = index == 0 || atom.gap & gaps != 0;
            if !atom.digits || !joins || atom.len() > Series::MAX - series.len {
                break;
            }
            for byte in self.folded[atom.start..atom.end].bytes() {
                series.digits[series.len] = byte - b'0';
                series.len += 1;
            }
            series.groups[series.group_count] = atom.len() as u8;
            series.group_count += 1;
        }
        series
    }

    /// Upper-case letters and digits from atom `first` on, over any gap in `gaps`, until `length` are
    /// collected on an atom's end. Returns them with the last atom's index.
    pub fn code(&self, first: usize, gaps: Gap, length: usize) -> Option<(String, usize)> {
        let mut code = String::with_capacity(length);
        for (index, atom) in self.atoms[first..].iter().enumerate().take(length) {
            if index > 0 && atom.gap & gaps == 0 || code.len() + atom.len() > length {
                return None;
            }
            code.extend(
                self.folded[atom.start..atom.end]
                    .chars()
                    .map(|letter| letter.to_ascii_uppercase()),
            );
            if code.len() == length {
                return Some((code, first + index));
            }
        }
        None
    }

    /// The caller's byte range for a folded range.
    pub fn byte_range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origin.get(range.start).copied().unwrap_or(self.text.len());
        let last = range.end.checked_sub(1).and_then(|last| self.origin.get(last)).copied();
        let end = last.map_or(start, |last| {
            last + self.text[last..].chars().next().map_or(0, char::len_utf8)
        });
        start..end.max(start)
    }
}

/// One character as the finders see it; `None` for what has no width.
fn fold(character: char) -> Option<char> {
    Some(match character {
        '\0'..='\u{7f}' => character.to_ascii_lowercase(),
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).map_or(SYMBOL, |plain| plain.to_ascii_lowercase())
        }
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' => {
            return None;
        }
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        '‘' | '’' => '\'',
        '£' | '€' | '¥' | '₹' => '$',
        _ if character.is_alphabetic() => FOREIGN,
        _ => SYMBOL,
    })
}

fn atoms(folded: &[u8], chunks: &[Chunk]) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(folded.len() / 4);
    let mut chunk = chunks.iter().peekable();
    let mut previous_end = None;
    let mut at = 0;
    while at < folded.len() {
        let digits = folded[at].is_ascii_digit();
        if !digits && !folded[at].is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let start = at;
        while at < folded.len()
            && if digits {
                folded[at].is_ascii_digit()
            } else {
                folded[at].is_ascii_alphabetic()
            }
        {
            at += 1;
        }
        while chunk.next_if(|chunk| chunk.range.end <= start).is_some() {}
        let zone = chunk
            .peek()
            .filter(|chunk| chunk.range.start <= start)
            .map_or(Zone::Prose, |chunk| chunk.zone);
        let gap = previous_end.map_or(OTHER, |end: usize| gap(&folded[end..start]));
        atoms.push(Atom {
            start,
            end: at,
            digits,
            gap,
            zone,
        });
        previous_end = Some(at);
    }
    atoms
}

fn gap(between: &[u8]) -> Gap {
    match between {
        [] => TOUCH,
        b" " | b"  " => SPACE,
        b"-" | b" -" | b"- " | b" - " => DASH,
        b"." => DOT,
        b"/" => SLASH,
        b"(" | b" (" | b")" | b") " | b")-" | b" ) " | b") (" => BRACKET,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_digits_and_invisible_characters_fold_and_map_back() {
        let text = "ab\u{200b}c １２\u{a0}3";
        let scan = Scan::new(text);
        let words: Vec<&str> = (0..scan.atoms.len()).map(|index| scan.word(index)).collect();
        assert_eq!(words, ["abc", "12", "3"]);
        let number = scan.byte_range(scan.atoms[1].start..scan.atoms[2].end);
        assert_eq!(&text[number], "１２\u{a0}3");
    }

    #[test]
    fn a_series_stops_at_its_ceiling_and_never_splits_an_atom() {
        let scan = Scan::new("123 456 7890 12345678901234567890");
        let series = scan.series(0, SPACE);
        assert_eq!(series.group_count, 3);
        assert_eq!(
            series.exactly(10).map(|(_, groups)| groups.to_vec()),
            Some(vec![3, 3, 4])
        );
        assert!(series.exactly(8).is_none());
    }
}
