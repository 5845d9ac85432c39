//! Malaysia's identity card (MyKad): date of birth YYMMDD, a two-digit code of the place of birth, four digits.
//!
//! There is no check digit; date and place code must exist (National Registration Department,
//! <https://www.jpn.gov.my/en/kod-negeri>). Bare: written 6-2-4 nothing else looks like it, `Strong`; twelve plain
//! digits fit by chance about once in thirty, and unformatted twelve-digit numbers hardly occur in prose, `Fair`.

use super::checks::is_short_date;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan};

const NAMES: &[&str] = &[
    "mykad",
    "my kad",
    "nric",
    "ic",
    "i c",
    "ic no",
    "mykid",
    "kad pengenalan",
    "identity card",
];

/// A MyKad number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(12)?;
    let bare = match groups {
        [6, 2, 4] => Some(Confidence::Strong),
        [12] => Some(Confidence::Fair),
        _ => return None,
    };
    let fits = is_short_date(&digits[..2], &digits[2..4], &digits[4..6]) && is_place(digits[6] * 10 + digits[7]);
    Claim::checked(scan, Kind::MyKad, (first, first + groups.len() - 1), fits, bare, NAMES)
}

/// Whether the Registration Department has given out this code of a state or country of birth.
fn is_place(code: u8) -> bool {
    matches!(code, 1..=16 | 21..=68 | 71 | 72 | 74..=79 | 82..=93 | 98 | 99)
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn dashed_spaced_and_plain() {
        assert_kinds(&[
            ("IC 620403-08-5123", "MyKad number", "620403-08-5123"),
            ("620403 08 5123 still waiting", "MyKad number", "620403 08 5123"),
            ("seen 620403085123 today", "MyKad number", "620403085123"),
        ]);
    }

    #[test]
    fn impossible_dates_and_places_are_quiet() {
        assert_quiet(&["621403-08-5123 ok", "620403-17-5123 ok", "620230-08-5123 ok"]);
    }
}
