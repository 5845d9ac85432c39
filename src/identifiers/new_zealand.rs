//! New Zealand's National Health Index number, old form AAANNNC and new form AAANNAX.
//!
//! Letters count A = 1 … Z = 24 without I and O, weights 7 to 2. Old form: eleven minus the remainder modulo 11, 10
//! is written 0, a remainder of 0 is never issued. New form: 23 minus the remainder modulo 23, written as a letter
//! (HISO 10046:2023 Consumer Health Identity Standard,
//! <https://www.tewhatuora.govt.nz/publications/hiso-100462023-consumer-health-identity-standard/>); the 2019 to 2022
//! texts of the standard had modulo 24, and both are accepted.
//!
//! Bare: three letters and four digits also write a meeting and its year ("EHA2024") or a product; one in eleven
//! passes, so the shape is `Fair`, and never with a year or round hundreds for digits. The new form is `Fair` too: one in twelve.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{Scan, TOUCH};

const NAMES: &[&str] = &["nhi", "nhi no", "nhi number", "national health index"];

/// A National Health Index number that starts at atom `first`, its letters.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].len() != 3 || !scan.is_digits(first + 1) || scan.gap(first + 1) != TOUCH {
        return None;
    }
    let (code, last) = scan.code(first, TOUCH, 7)?;
    let sizes: Vec<usize> = scan.atoms[first..=last].iter().map(|atom| atom.len()).collect();
    let values: Vec<u32> = code.bytes().map(value).collect::<Option<_>>()?;
    let passes = match sizes[..] {
        [3, 4] => old_form_passes(&values),
        [3, 2, 2] => new_form_passes(&values),
        _ => return None,
    };
    // A year or a round number: a meeting or a product.
    let labels = scan
        .number(last)
        .is_some_and(|number| (1900..2100).contains(&number) || number.is_multiple_of(100));
    Claim::checked(
        scan,
        Kind::Nhi,
        (first, last),
        passes,
        (!labels).then_some(Confidence::Fair),
        NAMES,
    )
}

/// The value of a letter or digit; `None` for I and O, which the index does not use.
fn value(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'I' | b'O' => None,
        _ => Some(u32::from(byte - b'A') + 1 - u32::from(byte > b'I') - u32::from(byte > b'O')),
    }
}

fn sum(values: &[u32]) -> u32 {
    values[..6]
        .iter()
        .zip([7, 6, 5, 4, 3, 2])
        .map(|(value, weight)| value * weight)
        .sum()
}

fn old_form_passes(values: &[u32]) -> bool {
    let remainder = sum(values) % 11;
    remainder != 0 && (11 - remainder) % 10 == values[6]
}

fn new_form_passes(values: &[u32]) -> bool {
    [23, 24]
        .into_iter()
        .any(|modulus| modulus - sum(values) % modulus == values[6])
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    /// Numbers that begin with Z are the standard's own test range.
    #[test]
    fn old_and_new_form() {
        assert_kinds(&[
            ("NHI ZAC5361", "NHI number", "ZAC5361"),
            ("zbn77vl came back", "NHI number", "zbn77vl"),
            ("zsc21tn", "NHI number", "zsc21tn"),
        ]);
    }

    #[test]
    fn meetings_products_and_failed_checks_are_quiet() {
        assert_quiet(&["ZZZ0044", "EHA2024 abstracts", "ESC2023", "CPR2020", "ZZZ00AA"]);
    }
}
