//! Ireland: the Personal Public Service number and the Individual Health Identifier.
//!
//! PPS: seven digits, a check letter, and since 2013 a second letter; weights 8 to 2, the second letter (A = 1) times
//! nine, modulo 23 where W is 0 (Department of Social Protection, "Client Eligibility Services – PPS number", and
//! <https://www.revenue.ie/en/tax-professionals/documents/notes-for-guidance/>). Bare: one chance in 23 on a shape that
//! prose does not have, so `Strong`.
//!
//! IHI: eighteen digits, a GS1 service relation number with the GS1 check digit; its core, digits 8 to 16, is drawn
//! from 812000000 to 859999999 (Health Service Executive, IHI technical FAQs,
//! <https://www.ehealthireland.ie/>). Bare: one chance in ten times one in twenty, `Strong`.

use super::checks::{gs1, weighted};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan, TOUCH};

const PPS_NAMES: &[&str] = &["pps", "ppsn", "pps no", "pps number", "public service number"];
const IHI_NAMES: &[&str] = &["ihi", "health identifier"];
const CHECK_LETTERS: &[u8; 23] = b"WABCDEFGHIJKLMNOPQRSTUV";

/// A PPS number that starts at atom `first`.
pub(super) fn find_pps(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].len() != 7 {
        return None;
    }
    let letters = scan.atoms.get(first + 1)?;
    if letters.digits || letters.gap & (TOUCH | SPACE | DASH) == 0 || letters.len() > 2 {
        return None;
    }
    let series = scan.series(first, 0);
    let (digits, _) = series.prefix(1);
    let letter_bytes = scan.word(first + 1).to_ascii_uppercase().into_bytes();
    let second = letter_bytes.get(1).map_or(0, |letter| {
        if *letter == b'W' {
            0
        } else {
            u32::from(letter - b'A') + 1
        }
    });
    if letter_bytes.len() == 2 && second > 9 {
        return None;
    }
    let sum = weighted(digits, &[8, 7, 6, 5, 4, 3, 2]) + second * 9;
    let passes = CHECK_LETTERS[(sum % 23) as usize] == letter_bytes[0];
    // Over a space "1234567 a" is the start of the next clause more often than a number's end.
    let bare = (letters.gap == TOUCH).then_some(Confidence::Strong);
    Claim::checked(scan, Kind::Pps, (first, first + 1), passes, bare, PPS_NAMES)
}

/// An Irish health identifier that starts at atom `first`.
pub(super) fn find_ihi(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(18)?;
    let core_is_issued = digits[7] == 8 && (1..=5).contains(&digits[8]) && (digits[8] > 1 || digits[9] >= 2);
    let last = first + groups.len() - 1;
    Claim::checked(
        scan,
        Kind::IrishIhi,
        (first, last),
        gs1(digits) && core_is_issued,
        Some(Confidence::Strong),
        IHI_NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn both_ages_of_pps_number() {
        assert_kinds(&[
            ("PPS 1234567T", "PPS number", "1234567T"),
            ("her ppsn is 1234567fa ok", "PPS number", "1234567fa"),
            ("saw 1234567T in clinic", "PPS number", "1234567T"),
        ]);
        assert_quiet(&["1234567m people", "about 1234500 a year"]);
    }
}
