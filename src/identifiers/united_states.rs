//! United States: Social Security number and Medicare Beneficiary Identifier.
//!
//! SSN: area not 000, 666 or 900–999, group not 00, serial not 0000 (Social Security Administration, POMS RM 10201.035,
//! <https://secure.ssa.gov/poms.nsf/lnx/0110201035>). No check digit: written 3-2-4 it is `Strong`, nine plain digits
//! need a name. MBI: eleven characters C A AN N A AN N A A N N without S, L, O, I, B, Z (CMS, *Understanding the
//! Medicare Beneficiary Identifier Format*, <https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi.pdf>).
//! The alternation does not occur in words or products, `Strong`.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan, TOUCH};

const SSN_NAMES: &[&str] = &["ssn", "social security", "social", "ss no", "soc sec"];
const MBI_NAMES: &[&str] = &["mbi", "medicare", "medicare id", "beneficiary"];

/// A Social Security number that starts at atom `first`.
pub(super) fn find_ssn(scan: &Scan, first: usize) -> Option<Claim> {
    let series = scan.series(first, SPACE | DASH);
    let (digits, groups) = series.exactly(9)?;
    if !matches!(groups, [9] | [3, 2, 4]) {
        return None;
    }
    let is_issued = digits[0] != 9
        && !matches!(digits[..3], [0, 0, 0] | [6, 6, 6])
        && digits[3..5] != [0, 0]
        && digits[5..] != [0, 0, 0, 0];
    let bare = (groups.len() == 3).then_some(Confidence::Strong);
    Claim::checked(
        scan,
        Kind::Ssn,
        (first, first + groups.len() - 1),
        is_issued,
        bare,
        SSN_NAMES,
    )
}

/// A Medicare Beneficiary Identifier that starts at atom `first`.
pub(super) fn find_mbi(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].len() != 1 {
        return None;
    }
    let (code, last) = scan.code(first, TOUCH | DASH | SPACE, 11)?;
    let is_letter = |byte: u8| byte.is_ascii_uppercase() && !b"SLOIBZ".contains(&byte);
    let fits = code
        .bytes()
        .zip("CAXNAXNAANN".bytes())
        .all(|(byte, place)| match place {
            b'C' => matches!(byte, b'1'..=b'9'),
            b'N' => byte.is_ascii_digit(),
            b'A' => is_letter(byte),
            _ => byte.is_ascii_digit() || is_letter(byte),
        });
    if !fits {
        return None;
    }
    Claim::checked(
        scan,
        Kind::Mbi,
        (first, last),
        true,
        Some(Confidence::Strong),
        MBI_NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    /// 1EG4-TE5-MK73 is the number on the specimen card; 078-05-1120 was printed in wallets and withdrawn.
    #[test]
    fn social_security_and_medicare() {
        assert_kinds(&[
            ("SSN 078-05-1120", "Social Security number", "078-05-1120"),
            ("SSN 078051120", "Social Security number", "078051120"),
            (
                "1EG4-TE5-MK73 called",
                "Medicare Beneficiary Identifier",
                "1EG4-TE5-MK73",
            ),
            ("mbi 1eg4te5mk73", "Medicare Beneficiary Identifier", "1eg4te5mk73"),
        ]);
        assert_quiet(&["666-12-3456 ok", "900-12-3456 ok", "123-00-4567 ok"]);
    }
}
