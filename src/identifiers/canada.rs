//! Canada: Social Insurance Number and the provinces' health numbers.
//!
//! SIN: nine digits, Luhn (Service Canada). British Columbia: ten digits, first 9, weights 2, 4, 8, 5, 10, 9, 7, 3
//! modulo 11 (BC Ministry of Health, PharmaNet conformance standards). Ontario: ten digits, Luhn, optional two-letter
//! version (Ministry of Health, *Health Card Validation Reference Manual*). Quebec: four letters of the name, year,
//! month (women + 50), day, two more digits (RAMQ, <https://www.ramq.gouv.qc.ca/>). The other provinces have eight to
//! twelve digits and no check that is public and strong: they need a name.
//!
//! Bare: BC `Strong` (one in 110); Quebec `Strong` (a date inside a shape prose does not have); Ontario 4-3-3 `Fair`;
//! SIN 3-3-3 `Fair` (one in ten of a layout otherwise used for nine-digit tax numbers). Plain nine or ten digits of
//! SIN and Ontario need a name.

use super::checks::{is_short_date, luhn, weighted};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named;
use super::scan::{DASH, SPACE, Scan, TOUCH};

const SIN_NAMES: &[&str] = &["sin", "social insurance", "sin no", "nas"];
const BC_NAMES: &[&str] = &[
    "phn",
    "personal health number",
    "carecard",
    "care card",
    "bc services card",
    "msp",
];
const ONTARIO_NAMES: &[&str] = &["ohip", "health card", "hcn", "health number", "health no", "hc"];
const QUEBEC_NAMES: &[&str] = &["ramq", "nam", "medicare card", "assurance maladie", "health card"];
const PROVINCE_NAMES: &[&str] = &[
    "health card",
    "hcn",
    "phn",
    "uli",
    "mcp",
    "msi",
    "phin",
    "health insurance",
    "ahcip",
    "personal health number",
    "health services number",
    "hsn",
];

/// A Social Insurance Number that starts at atom `first`.
pub(super) fn find_sin(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(9)?;
    if !matches!(groups, [9] | [3, 3, 3]) {
        return None;
    }
    // Numbers of people never begin with 0 or 8 (Canada Revenue Agency: 0 is its own, 8 a business number's).
    let passes = luhn(digits) && !matches!(digits[0], 0 | 8);
    let bare = (groups.len() == 3).then_some(Confidence::Fair);
    Claim::checked(
        scan,
        Kind::Sin,
        (first, first + groups.len() - 1),
        passes,
        bare,
        SIN_NAMES,
    )
}

/// A ten-digit health number of British Columbia or Ontario that starts at atom `first`.
pub(super) fn find_ten_digits(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(10)?;
    let grouped = match groups {
        [10] => false,
        [4, 3, 3] => true,
        _ => return None,
    };
    let atoms = (first, first + groups.len() - 1);
    let check = (11 - weighted(&digits[1..9], &[2, 4, 8, 5, 10, 9, 7, 3]) % 11) % 11;
    let is_bc = digits[0] == 9 && check == u32::from(digits[9]);
    Claim::checked(scan, Kind::BcHealth, atoms, is_bc, Some(Confidence::Strong), BC_NAMES).or_else(|| {
        let passes = luhn(digits) && digits[0] != 0;
        let claim = Claim::checked(
            scan,
            Kind::OntarioHealth,
            atoms,
            passes,
            grouped.then_some(Confidence::Fair),
            ONTARIO_NAMES,
        )?;
        let version = scan.is_letters(atoms.1 + 1)
            && scan.gap(atoms.1 + 1) & (TOUCH | DASH) != 0
            && scan.word(atoms.1 + 1).len() == 2;
        Some(Claim {
            last: atoms.1 + usize::from(version),
            ..claim
        })
    })
}

/// A Quebec health insurance number that starts at atom `first`, its four letters.
pub(super) fn find_quebec(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].len() != 4 || !scan.is_digits(first + 1) || scan.gap(first + 1) & (TOUCH | SPACE | DASH) == 0 {
        return None;
    }
    let series = scan.series(first + 1, SPACE | DASH);
    let (digits, groups) = series.exactly(8)?;
    if !matches!(groups, [8] | [4, 4]) {
        return None;
    }
    // Fifty is added to a woman's month.
    let month = [digits[2] % 5, digits[3]];
    let fits = is_short_date(&digits[..2], &month, &digits[4..6]);
    // "over 6503 0515" and "Fong 6503 0515" are followed by a phone number: cards write capitals, else the letters must touch, or the form
    // must be named.
    let bare = (groups.len() == 2 && scan.gap(first + 1) == SPACE && scan.is_all_capitals(first)
        || scan.gap(first + 1) == TOUCH)
        .then_some(Confidence::Fair);
    if !fits {
        return None;
    }
    Claim::checked(
        scan,
        Kind::QuebecHealth,
        (first, first + groups.len()),
        true,
        bare,
        QUEBEC_NAMES,
    )
}

/// A health number of another province that starts at atom `first`: always named.
pub(super) fn find_other_province(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (_, groups) = [12, 10, 9, 8].into_iter().find_map(|count| series.exactly(count))?;
    let last = first + groups.len() - 1;
    is_named(scan, first, last, PROVINCE_NAMES)
        .then(|| Claim::new(Kind::ProvincialHealth, first, last, true, Confidence::Fair))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    /// 046 454 286 is Service Canada's own specimen of the form; the others are from the provinces' manuals.
    #[test]
    fn social_insurance_and_provinces() {
        assert_kinds(&[
            ("SIN 130 692 544", "Social Insurance Number", "130 692 544"),
            ("PHN 9698 658 215", "BC Personal Health Number", "9698 658 215"),
            ("OHIP 9876-543-217", "Ontario health card number", "9876-543-217"),
            ("TREM65530515 again", "Quebec health insurance number", "TREM65530515"),
            (
                "RAMQ TREM 6553 0515",
                "Quebec health insurance number",
                "TREM 6553 0515",
            ),
            ("ring Miss Fong 6555 0123", "phone number", "6555 0123"),
            (
                "Alberta health card 12345-6789",
                "provincial health number",
                "12345-6789",
            ),
        ]);
        assert_quiet(&["TREM65730515 again", "numbers 130 692 545 today"]);
    }
}
