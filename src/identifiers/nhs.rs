//! The ten-digit family of the United Kingdom: NHS number, Scotland's CHI number, Northern Ireland's Health and
//! Care number.
//!
//! All three share one check: weights 10 to 2 over nine digits, eleven minus the remainder modulo 11; a result of
//! 10 is never issued, 11 is written 0 (NHS Data Dictionary, "NHS NUMBER",
//! <https://www.datadictionary.nhs.uk/attributes/nhs_number.html>). A CHI number starts with the date of birth,
//! DDMMYY (Public Health Scotland, <https://publichealthscotland.scot/services/national-data-catalogue/data-dictionary/a-to-z-of-data-dictionary-terms/chi-number/>).
//! Northern Ireland issues from 320 000 001x to 399 999 999x (same Data Dictionary entry).
//!
//! Bare: one ten-digit number in eleven passes, and unformatted ten-digit numbers hardly occur in prose, so a pass
//! is `Fair`; written 3-3-4 with spaces and from the ranges in use (roots 400 000 000–499 999 999, 600 000 000–799 999 999, tests
//! from 9), or with a birth date in front, it is `Strong`.

use super::checks::{is_short_date, weighted};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan};

const NHS_NAMES: &[&str] = &["nhs", "nhs no", "nhs number", "nhsno", "nhsnumber", "health number"];
const CHI_NAMES: &[&str] = &["chi", "chi no", "chi number", "community health index"];
const HC_NAMES: &[&str] = &["h c", "hcn", "hsc", "health and care", "h and c"];

/// Words before a number that is rung: in North America such a number has the same groups, and one in eleven passes the check.
const RUNG: &[&str] = &[
    "at",
    "call",
    "ring",
    "phone",
    "tel",
    "telephone",
    "text",
    "dial",
    "fax",
    "cell",
    "mobile",
];

/// Whether ten digit values pass the NHS check.
pub(super) fn passes(digits: &[u8]) -> bool {
    let remainder = weighted(&digits[..9], &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    // All equal digits pass arithmetically and are never issued.
    (11 - remainder) % 11 == u32::from(digits[9]) && digits.iter().any(|digit| *digit != digits[0])
}

/// An NHS, CHI or Health and Care number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(10)?;
    let digit_by_digit = groups.len() == 10;
    let is_rung = groups == [3, 3, 4] && first > 0 && RUNG.contains(&scan.word(first - 1));
    if !digit_by_digit && !matches!(groups, [10] | [3, 3, 4] | [6, 4]) {
        return None;
    }
    let last = first + groups.len() - 1;
    let passes = passes(digits);
    let dated = is_short_date(&digits[4..6], &digits[2..4], &digits[..2]);
    let is_issued = matches!(digits[0], 3 | 4 | 6 | 7 | 9);
    // 3-3-4 with dashes is North America's way of writing a telephone number.
    let spaced = if groups.len() > 1 && is_issued && scan.gap(first + 1) == SPACE {
        Confidence::Strong
    } else {
        Confidence::Fair
    };
    // A number out of its range can still be named ("CHI" before digits that are no date), so no row is left out.
    let is_northern_irish = digits[0] == 3 && digits[1] >= 2 && !dated;
    let rows = [
        (
            Kind::Chi,
            (dated && groups != [3, 3, 4]).then_some(Confidence::Strong),
            CHI_NAMES,
        ),
        (Kind::HealthAndCare, is_northern_irish.then_some(spaced), HC_NAMES),
        (
            Kind::Nhs,
            (groups != [6, 4] && !is_northern_irish).then_some(spaced),
            NHS_NAMES,
        ),
    ];
    rows.into_iter()
        .filter_map(|(kind, bare, names)| {
            // Ten single digits in a row are a list of scores until somebody names them.
            let bare = bare.filter(|_| !digit_by_digit && !is_rung);
            Claim::checked(scan, kind, (first, last), passes, bare, names)
        })
        .max_by_key(|claim| (claim.weight(), std::cmp::Reverse(claim.kind)))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn every_way_of_writing_it() {
        assert_kinds(&[
            ("NHS number 943 476 5919", "NHS number", "943 476 5919"),
            ("nhs no: 9434765919.", "NHS number", "9434765919"),
            ("nhs 943-476-5919 again", "NHS number", "943-476-5919"),
            ("her nhs9434765919", "NHS number", "9434765919"),
            ("９４３ ４７６ ５９１９", "NHS number", "９４３ ４７６ ５９１９"),
            (
                "943\u{a0}476\u{a0}5919 is his NHS number",
                "NHS number",
                "943\u{a0}476\u{a0}5919",
            ),
            ("nhs no 9 4 3 4 7 6 5 9 1 9", "NHS number", "9 4 3 4 7 6 5 9 1 9"),
            ("320 000 0015 again", "Health and Care number", "320 000 0015"),
            ("CHI 0101011237", "CHI number", "0101011237"),
            ("H&C no 320 000 0015", "Health and Care number", "320 000 0015"),
        ]);
    }

    #[test]
    fn what_is_rung_is_a_telephone() {
        assert_kinds(&[
            ("ask for Dana at 410 555 0128", "phone number", "410 555 0128"),
            ("seen at four, 943 476 5919", "NHS number", "943 476 5919"),
        ]);
    }

    #[test]
    fn a_failed_check_is_quiet_unless_it_was_named() {
        assert_quiet(&[
            "ratio 9434765918:1 again",
            "943.476.59",
            "scores 9 4 3 4 7 6 5 9 1 9",
            "scores 943 476 591",
        ]);
        assert_kinds(&[("NHS number 943 476 5918", "NHS number", "943 476 5918")]);
    }
}
