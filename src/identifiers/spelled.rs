//! Digits spelled as words: "nine four three, four seven six, five nine one nine", with "double" and "triple".
//!
//! Ten digits that pass the NHS check are `Fair`, `Strong` when named; eight to twelve that a word names a phone
//! number are a phone number. Counting ("one two three four …") is not spelling: no run of equal steps is taken.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::{is_named, window_before};
use super::nhs;
use super::scan::Scan;

const NHS_NAMES: &[&str] = &["nhs", "chi", "h c"];
const PHONE_NAMES: &[&str] = &[
    "phone", "mobile", "call", "ring", "tel", "number", "text", "whatsapp", "cell",
];

/// A spelled number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    digit(scan.word(first)).or_else(|| repeat(scan.word(first)).map(|_| 0))?;
    if first > 0 && digit(scan.word(first - 1)).is_some() {
        return None;
    }
    let (digits, last) = read(scan, first);
    if !(8..=12).contains(&digits.len()) || is_counting(&digits) {
        return None;
    }
    let named_health = is_named(scan, first, last, NHS_NAMES);
    if digits.len() == 10 && (named_health || nhs::passes(&digits)) {
        let confidence = match (named_health, nhs::passes(&digits)) {
            (true, true) => Confidence::Strong,
            (true, false) => Confidence::Weak,
            (false, _) => Confidence::Fair,
        };
        return Some(Claim::new(Kind::Nhs, first, last, named_health, confidence));
    }
    let named = window_before(scan, first, 5).any(|at| PHONE_NAMES.contains(&scan.word(at)));
    named.then(|| Claim::new(Kind::Phone, first, last, true, Confidence::Strong))
}

fn read(scan: &Scan, first: usize) -> (Vec<u8>, usize) {
    /// One more than the longest number taken, so that a longer run is seen to be longer.
    const ENOUGH: usize = 13;
    let mut digits = Vec::with_capacity(ENOUGH);
    let mut last = first;
    let mut index = first;
    while digits.len() < ENOUGH && (index == first || scan.slice_between(index - 1, index).len() <= 2) {
        let times = repeat(scan.word(index));
        let at = index + usize::from(times.is_some());
        let Some(digit) = digit(scan.word(at)) else {
            break;
        };
        digits.extend(std::iter::repeat_n(digit, times.unwrap_or(1)));
        last = at;
        index = at + 1;
    }
    (digits, last)
}

fn digit(word: &str) -> Option<u8> {
    const WORDS: [&str; 10] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    match word {
        "oh" | "o" | "nought" | "naught" => Some(0),
        _ => WORDS
            .iter()
            .position(|known| *known == word)
            .and_then(|value| u8::try_from(value).ok()),
    }
}

fn repeat(word: &str) -> Option<usize> {
    match word {
        "double" => Some(2),
        "triple" | "treble" => Some(3),
        _ => None,
    }
}

fn is_counting(digits: &[u8]) -> bool {
    let step = |pair: &[u8]| i16::from(pair[1]) - i16::from(pair[0]);
    digits.windows(2).all(|pair| step(pair) == step(&digits[..2]))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn spelled_health_and_phone_numbers() {
        let spelled = "nine four three, four seven six, five nine one nine";
        assert_kinds(&[
            (format!("nhs number {spelled}").as_str(), "NHS number", spelled),
            (format!("it was {spelled} I think").as_str(), "NHS number", spelled),
            (
                "call oh double seven double oh nine double oh one two three",
                "phone number",
                "oh double seven double oh nine double oh one two three",
            ),
        ]);
        assert_quiet(&[
            "one two three four five six seven eight nine",
            "two or three, four at most",
        ]);
    }
}
