//! South African identity number: date of birth YYMMDD, four digits of sequence, citizenship (0, 1 or 2), a digit
//! that is 8 or 9 today, and a Luhn check digit (Department of Home Affairs; Identification Act 68 of 1997,
//! regulations). Bare: one number in about eight hundred of thirteen digits fits, `Strong`.

use super::checks::{is_short_date, luhn};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan};

const NAMES: &[&str] = &["id", "id no", "id number", "said", "sa id", "identity number", "rsa id"];

/// A South African identity number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(13)?;
    if !matches!(groups, [13] | [6, 4, 3] | [6, 4, 2, 1] | [6, 4, 1, 1, 1] | [6, 7]) {
        return None;
    }
    let fits = is_short_date(&digits[..2], &digits[2..4], &digits[4..6]) && digits[10] <= 2 && luhn(digits);
    let last = first + groups.len() - 1;
    Claim::checked(
        scan,
        Kind::SouthAfricanId,
        (first, last),
        fits,
        Some(Confidence::Strong),
        NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn plain_and_grouped() {
        assert_kinds(&[
            ("ID 8001015009087", "South African ID number", "8001015009087"),
            ("8001015009087 in casualty", "South African ID number", "8001015009087"),
            ("800101 5009 08 7", "South African ID number", "800101 5009 08 7"),
        ]);
    }

    #[test]
    fn barcodes_and_failed_checks_are_quiet() {
        assert_quiet(&["8001015009088 items", "ISBN 9780199689903", "5012345678900"]);
    }
}
