//! The normalised view of a draft, with an exact map back to the original.
//!
//! The original never changes. The view is what words are looked up in: lower case, plain quotes and letters, nothing
//! invisible. Every byte of the view knows the UTF-16 span of the original character it came from, so any span of the view can
//! be reported in the units that browsers count in.

use super::span::Span;

/// A normalised text and its way back.
#[derive(Debug, Default)]
pub(crate) struct View {
    text: String,
    /// For each byte of `text`: the UTF-16 offsets of the original between which its character stood.
    origin: Vec<Span>,
    /// For each byte of `text`: whether the original character was a capital letter.
    capital: Vec<bool>,
}

impl View {
    /// Normalises `original` in one pass.
    pub(crate) fn new(original: &str) -> Self {
        let mut view = View {
            text: String::with_capacity(original.len()),
            origin: Vec::with_capacity(original.len()),
            capital: Vec::with_capacity(original.len()),
        };
        let mut offset = 0;
        let mut chars = original.chars().peekable();
        while let Some(c) = chars.next() {
            let mut end = offset + utf16_len(c);
            if c == '\r' && chars.next_if_eq(&'\n').is_some() {
                end += 1;
            }
            view.push(c, Span { start: offset, end });
            offset = end;
        }
        view
    }

    /// The normalised text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The UTF-16 span of the original from which the bytes `start..end` of the view came.
    pub(crate) fn utf16(&self, start: usize, end: usize) -> Span {
        let last = self.origin.last().map_or(0, |span| span.end);
        let from = self.origin.get(start).map_or(last, |span| span.start);
        let to = if end > start { self.origin[end - 1].end } else { from };
        Span { start: from, end: to }
    }

    /// Whether the byte at `at` came from a capital letter.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.capital[at]
    }

    fn push(&mut self, c: char, origin: Span) {
        if c.is_ascii() {
            let plain = if c == '\r' { '\n' } else { c.to_ascii_lowercase() };
            self.put(plain, origin, c.is_ascii_uppercase());
            return;
        }
        match fold(c) {
            Fold::Drop => {
                // Invisible, or part of the character before: a span that holds that character holds this too.
                let Some(tail) = self.origin.last().map(|span| span.end) else {
                    return;
                };
                if joins_the_one_before(c) {
                    for span in self.origin.iter_mut().rev().take_while(|span| span.end == tail) {
                        span.end = origin.end;
                    }
                }
            }
            Fold::To(plain) => {
                let capital = c.is_uppercase();
                plain.chars().for_each(|p| self.put(p, origin, capital));
            }
            Fold::Char(plain) => {
                self.put(
                    plain.to_ascii_lowercase(),
                    origin,
                    c.is_uppercase() || plain.is_ascii_uppercase(),
                );
            }
            Fold::Keep => c.to_lowercase().for_each(|p| self.put(p, origin, c.is_uppercase())),
        }
    }

    fn put(&mut self, c: char, origin: Span, capital: bool) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.origin.push(origin);
            self.capital.push(capital);
        }
    }
}

fn utf16_len(c: char) -> u32 {
    if (c as u32) < 0x1_0000 { 1 } else { 2 }
}

enum Fold {
    Drop,
    To(&'static str),
    Char(char),
    Keep,
}

/// Combining marks and emoji variation selectors are drawn on the character before.
fn joins_the_one_before(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0xFE00..=0xFE0F)
}

/// Letters with marks of Latin-1 and Latin Extended-A (U+00C0 to U+017F) without them, in lower case.
const PLAIN_LATIN: [&str; 192] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
    "×", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i",
    "i", "i", "i", "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y", "a", "a", "a", "a",
    "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e",
    "e", "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i",
    "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n", "n", "n",
    "n", "n", "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s",
    "s", "s", "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w",
    "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
];

fn fold(c: char) -> Fold {
    let code = c as u32;
    match code {
        0xC0..=0x17F => Fold::To(PLAIN_LATIN[(code - 0xC0) as usize]),
        0x2018..=0x201B | 0x2032 | 0x02BC | 0x00B4 | 0xFF07 => Fold::Char('\''),
        0x201C..=0x201F | 0x2033 | 0x00AB | 0x00BB => Fold::Char('"'),
        0x00A0 | 0x1680 | 0x2000..=0x200A | 0x202F | 0x205F | 0x3000 => Fold::Char(' '),
        0x0085 | 0x2028 | 0x2029 => Fold::Char('\n'),
        0x2010..=0x2013 | 0x2212 => Fold::Char('-'),
        // Zero-width characters, direction marks, soft hyphens, variation selectors, combining marks. The joiner U+200D stays: it
        // holds emoji together.
        0x200B
        | 0x200C
        | 0x200E
        | 0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x2064
        | 0x2066..=0x2069
        | 0xFEFF
        | 0x00AD
        | 0x180E => Fold::Drop,
        0x300..=0x36F | 0xFE00..=0xFE0F => Fold::Drop,
        0xFF01..=0xFF5E => Fold::Char(char::from_u32(code - 0xFEE0).unwrap_or(c)),
        // Mathematical alphabets, used to write in "bold" or "script" where a site has no formatting.
        0x1D400..=0x1D6A3 => Fold::Char(char::from(
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[((code - 0x1D400) % 52) as usize],
        )),
        0x1D7CE..=0x1D7FF => Fold::Char(char::from(b'0' + ((code - 0x1D7CE) % 10) as u8)),
        _ => Fold::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn normalises() {
        for (original, view) in [
            ("Don’t SHOUT", "don't shout"),
            ("ＮＨＳ　９９９", "nhs 999"),
            ("pa\u{200B}tient", "patient"),
            ("Zoe\u{301} Brontë", "zoe bronte"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("𝐁𝐨𝐥𝐝 𝟗", "bold 9"),
            ("❤\u{FE0F}", "❤"),
            ("49\u{2013}60", "49-60"),
        ] {
            assert_eq!(View::new(original).text(), view);
        }
    }

    #[test]
    fn spans_lead_back_to_utf16_units() {
        let view = View::new("😀\u{200B} Zoe\u{301}!");
        let at = view.text().find("zoe").unwrap();
        assert_eq!(
            view.utf16(at, at + 3),
            Span { start: 4, end: 8 },
            "an emoji counts two, the combining mark belongs to its letter"
        );
        assert_eq!(View::new("").utf16(0, 0), Span { start: 0, end: 0 });
    }

    proptest! {
        #[test]
        fn origins_are_ordered_and_inside_the_original(original in "\\PC*|[a-zA-Z\u{200B}\u{301}\u{FE0F}\r\n😀İß]*") {
            let view = View::new(&original);
            let units = original.encode_utf16().count() as u32;
            prop_assert_eq!(view.origin.len(), view.text.len());
            for pair in view.origin.windows(2) {
                prop_assert!(pair[0] == pair[1] || pair[0].end <= pair[1].start);
            }
            prop_assert!(view.origin.iter().all(|span| span.start < span.end && span.end <= units));
        }
    }
}
