//! Hong Kong identity card: one or two letters, six digits, a check character that is usually in brackets.
//!
//! Letters count A = 10 … Z = 35, a missing first letter counts 36; weights 9 to 2; the check character makes the sum
//! divisible by 11 and 10 is written A (Immigration Department, "HKIC check digit"; algorithm restated in
//! <https://www.legco.gov.hk/yr01-02/english/panels/se/papers/se0205cb2-1074-1e.pdf>).
//! Bare: with brackets `Strong`; without them one code in eleven of this rare
//! shape passes, `Fair` after one letter; after two it needs a name.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{BRACKET, DASH, SPACE, Scan, TOUCH};

const NAMES: &[&str] = &[
    "hkid",
    "hk id",
    "hkic",
    "id card",
    "identity card",
    "id no",
    "id number",
    "hong kong id",
];

/// A Hong Kong identity card number that starts at atom `first`, its letters.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let letters = scan.atoms[first];
    let number = scan.atoms.get(first + 1)?;
    if letters.len() > 2 || !number.digits || number.gap & (TOUCH | SPACE) == 0 || !matches!(number.len(), 6 | 7) {
        return None;
    }
    let mut code = scan.word(first).to_ascii_uppercase() + scan.word(first + 1);
    let mut last = first + 1;
    let mut bracketed = false;
    if number.len() == 6 {
        let check = scan.atoms.get(first + 2)?;
        let is_check = check.len() == 1 && (check.digits || scan.word(first + 2) == "a");
        if !is_check || check.gap & (TOUCH | BRACKET | DASH) == 0 {
            return None;
        }
        bracketed = check.gap & BRACKET != 0 && scan.byte(check.end) == b')';
        code.push_str(&scan.word(first + 2).to_ascii_uppercase());
        last = first + 2;
    }
    let bare = match (bracketed, number.gap) {
        (true, TOUCH) => Some(Confidence::Strong),
        (false, TOUCH) if letters.len() == 1 => Some(Confidence::Fair),
        // "a 123456 (3)" may be an article, a number and a footnote; two letters and seven digits are a form's or a product's number.
        _ => None,
    };
    Claim::checked(scan, Kind::Hkid, (first, last), passes(code.as_bytes()), bare, NAMES)
}

/// Whether upper-case letters, six digits and a check character agree.
fn passes(code: &[u8]) -> bool {
    let value = |byte: u8| {
        if byte.is_ascii_digit() {
            u32::from(byte - b'0')
        } else {
            u32::from(byte - b'A') + 10
        }
    };
    let missing_letter = if code.len() == 8 { 36 * 9 } else { 0 };
    let weights = (1..=code.len() as u32).rev();
    let sum: u32 = code
        .iter()
        .zip(weights)
        .map(|(&byte, weight)| value(byte) * weight)
        .sum();
    (sum + missing_letter).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn with_and_without_brackets_one_letter_and_two() {
        assert_kinds(&[
            ("HKID A123456(3)", "Hong Kong identity card number", "A123456(3)"),
            ("pt A1234563 waiting", "Hong Kong identity card number", "A1234563"),
            ("AB987654(3) came back", "Hong Kong identity card number", "AB987654(3)"),
        ]);
    }

    #[test]
    fn footnotes_and_failed_checks_are_quiet() {
        assert_quiet(&["flat A123456(4)", "see a 123456 (3)", "section B12(3)"]);
    }
}
