//! Vehicle number plates, only with a word that names them.
//!
//! Forms accepted: letters and digits mixed, five to eight characters, in at most three groups; that covers the UK
//! form of 2001 (DVLA INF104) and those of the other jurisdictions. Plates are too varied to claim any bare.

use super::apart::names_something_else;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::{phrase_end, window_before};
use super::scan::{DASH, SPACE, Scan, TOUCH};

const NAMES: &[&str] = &[
    "number plate",
    "licence plate",
    "license plate",
    "plate",
    "reg",
    "reg no",
    "car reg",
    "registration",
    "rego",
    "vrm",
    "numberplate",
];

/// Words that name a plate only in the UK's form of two letters, two digits, three letters.
const CARS: &[&str] = &["car", "vehicle", "van", "motorbike"];

/// A number plate that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if first > 0 && scan.gap(first) == TOUCH {
        return None;
    }
    let mut last = first;
    let mut length = scan.atoms[first].len();
    while last < first + 3 && scan.gap(last + 1) & (TOUCH | SPACE | DASH) != 0 {
        // A group is part of the plate while letters and digits alternate, or letters of three follow a space.
        let next = &scan.atoms[last + 1];
        if next.digits == scan.atoms[last].digits
            || length + next.len() > 8
            || next.len() > if next.digits { 4 } else { 3 }
        {
            let suffix = !next.digits
                && next.len() == 3
                && length + 3 <= 8
                && !scan.atoms[last].digits
                && scan.gap(last) == TOUCH;
            if suffix {
                last += 1;
            }
            break;
        }
        length += next.len();
        last += 1;
    }
    let count = |digits: bool| -> usize {
        scan.atoms[first..=last]
            .iter()
            .filter(|atom| atom.digits == digits)
            .map(|atom| atom.len())
            .sum()
    };
    let (letters, digits) = (count(false), count(true));
    let fits = (1..=5).contains(&letters) && (1..=4).contains(&digits) && letters + digits >= 5;
    if !fits || scan.atoms[first].len() > if scan.is_digits(first) { 4 } else { 3 } {
        return None;
    }
    let is_named_by = |names: &[&str]| {
        window_before(scan, first, 4).any(|at| {
            names
                .iter()
                .any(|name| phrase_end(scan, at, name).is_some_and(|end| end <= first && first - end <= 2))
        })
    };
    let current_form = || {
        scan.code(first, TOUCH | SPACE, 7)
            .is_some_and(|(_, last)| last == first + 2)
            && scan.gap(first + 1) == TOUCH
    };
    let named = is_named_by(NAMES) || is_named_by(CARS) && current_form();
    (named && !names_something_else(scan, first, first))
        .then(|| Claim::new(Kind::NumberPlate, first, last, true, Confidence::Strong))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn named_plates() {
        assert_kinds(&[
            ("his car reg is AB12 CDE", "number plate", "AB12 CDE"),
            ("number plate WXY 1234", "number plate", "WXY 1234"),
            ("rego ABC123", "number plate", "ABC123"),
            ("left in his car AB12CDE", "number plate", "AB12CDE"),
        ]);
        assert_quiet(&[
            "AB12 CDE",
            "the reg on call 2 nights",
            "a car hit 3 people",
            "in the car for 20 minutes",
        ]);
    }
}
