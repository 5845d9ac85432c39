//! Australia: Medicare card number, Individual Healthcare Identifier, tax file number.
//!
//! Medicare: eight digits of which the first is 2 to 6, a check digit (weights 1, 3, 7, 9, 1, 3, 7, 9 modulo 10), an
//! issue digit, and sometimes the reference of one person on the card (Services Australia, technical note
//! TECH.SIS.AIR.01, appendix A). IHI: sixteen digits that begin 800360, with a Luhn check (Australian Digital Health
//! Agency, *HI Service – IHI*; ISO/IEC 7812). Tax file number: weights 1, 4, 3, 7, 5, 8, 6, 9, 10, divisible by 11
//! (Australian Taxation Office, <https://www.ato.gov.au/>).
//!
//! Bare: Medicare 4-5-1 `Strong`, ten or eleven plain digits `Fair` (one in twenty, and such numbers hardly occur);
//! IHI `Strong`; nine digits 3-3-3 of a tax file number `Fair`, plain nine digits need a name since one in eleven
//! passes and nothing else about them is particular: they are left to [`super::records`].

use super::checks::{luhn, weighted};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SLASH, SPACE, Scan};

const MEDICARE_NAMES: &[&str] = &["medicare", "mcare", "medicare no", "medicare number", "medicare card"];
const IHI_NAMES: &[&str] = &["ihi", "healthcare identifier", "health identifier"];
const TFN_NAMES: &[&str] = &["tfn", "tax file"];

/// A Medicare card number that starts at atom `first`, with the person's reference where it is given.
pub(super) fn find_medicare(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH | SLASH);
    let with_reference = series
        .exactly(11)
        .filter(|(_, groups)| matches!(groups, [11] | [4, 5, 1, 1] | [4, 5, 2] | [10, 1]));
    let (digits, groups) = with_reference.or_else(|| {
        series
            .exactly(10)
            .filter(|(_, groups)| matches!(groups, [10] | [4, 5, 1]))
    })?;
    let passes = (2..=6).contains(&digits[0])
        && digits[9] != 0
        && weighted(&digits[..8], &[1, 3, 7, 9, 1, 3, 7, 9]) % 10 == u32::from(digits[8]);
    let bare = if groups.len() > 1 {
        Confidence::Strong
    } else {
        Confidence::Fair
    };
    let last = first + groups.len() - 1;
    Claim::checked(
        scan,
        Kind::AustralianMedicare,
        (first, last),
        passes,
        Some(bare),
        MEDICARE_NAMES,
    )
}

/// An Australian healthcare identifier that starts at atom `first`.
pub(super) fn find_ihi(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(16)?;
    if digits[..6] != [8, 0, 0, 3, 6, 0] {
        return None;
    }
    let last = first + groups.len() - 1;
    Claim::checked(
        scan,
        Kind::AustralianIhi,
        (first, last),
        luhn(digits),
        Some(Confidence::Strong),
        IHI_NAMES,
    )
}

/// A tax file number that starts at atom `first`.
pub(super) fn find_tax_file(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(9).or_else(|| series.exactly(8))?;
    if !matches!(groups, [9] | [8] | [3, 3, 3] | [3, 3, 2]) {
        return None;
    }
    let passes =
        weighted(digits, &[1, 4, 3, 7, 5, 8, 6, 9, 10]).is_multiple_of(11) && digits.iter().any(|digit| *digit != 0);
    let bare = (groups == [3, 3, 3]).then_some(Confidence::Fair);
    Claim::checked(
        scan,
        Kind::TaxFile,
        (first, first + groups.len() - 1),
        passes,
        bare,
        TFN_NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn medicare_healthcare_identifier_and_tax_file() {
        assert_kinds(&[
            ("Medicare 2123 45670 1", "Medicare card number", "2123 45670 1"),
            ("2123 45670 1/2", "Medicare card number", "2123 45670 1/2"),
            ("card 2123456701 seen", "Medicare card number", "2123456701"),
            (
                "IHI 8003 6080 0003 0004",
                "individual healthcare identifier (Australia)",
                "8003 6080 0003 0004",
            ),
            ("tfn 123 456 782", "tax file number", "123 456 782"),
        ]);
        assert_quiet(&["cost 123 456 781 people", "2123 45671 1"]);
    }
}
