//! India's Aadhaar number: twelve digits, the first 2 to 9, with Verhoeff's check digit (Unique Identification
//! Authority of India, *UID Numbering Scheme*, 2010). Bare: one number in ten passes; written 4-4-4 `Strong`, plain
//! `Fair`, since unformatted twelve-digit numbers hardly occur in prose.

use super::checks::verhoeff;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan};

const NAMES: &[&str] = &["aadhaar", "aadhar", "adhaar", "adhar", "uidai", "uid"];

/// An Aadhaar number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(12)?;
    let bare = match groups {
        [4, 4, 4] => Confidence::Strong,
        [12] => Confidence::Fair,
        _ => return None,
    };
    let passes = digits[0] >= 2 && verhoeff(digits);
    Claim::checked(
        scan,
        Kind::Aadhaar,
        (first, first + groups.len() - 1),
        passes,
        Some(bare),
        NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn grouped_and_plain() {
        assert_kinds(&[
            ("Aadhaar 2341 2341 2346", "Aadhaar number", "2341 2341 2346"),
            ("234123412346 at the desk", "Aadhaar number", "234123412346"),
        ]);
        assert_quiet(&["card 2341 2341 2341 2346", "2341 2341 2347"]);
    }
}
