//! UK National Insurance number: two letters, six digits, a letter A to D.
//!
//! Neither letter of the prefix is D, F, I, Q, U or V, the second is not O, and BG, GB, KN, NK, NT, TN and ZZ are not
//! used (HMRC manual NIM39110, <https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110>). No check
//! digit, but nothing else has the shape: `Strong` when the suffix is there.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{DASH, SPACE, Scan, TOUCH};

const NAMES: &[&str] = &["nino", "ni", "ni no", "ni number", "national insurance"];
const UNUSED: &[&str] = &["bg", "gb", "kn", "nk", "nt", "tn", "zz"];

/// A National Insurance number that starts at atom `first`, its prefix.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let prefix = scan.word(first);
    if !scan.is_digits(first + 1) || scan.gap(first + 1) & (TOUCH | SPACE) == 0 {
        return None;
    }
    let allowed = prefix.len() == 2
        && !prefix.contains(['d', 'f', 'i', 'q', 'u', 'v'])
        && !prefix.ends_with('o')
        && !UNUSED.contains(&prefix);
    if !allowed {
        return None;
    }
    let series = scan.series(first + 1, SPACE | DASH);
    let (_, groups) = series.exactly(6)?;
    let suffix = first + 1 + groups.len();
    let has_suffix =
        matches!(scan.word(suffix), "a" | "b" | "c" | "d") && scan.gap(suffix) & (TOUCH | SPACE | DASH) != 0;
    if !has_suffix || !matches!(groups, [6] | [2, 2, 2]) {
        return None;
    }
    // "ms 123456 a" could still be prose; the pairs, or everything touching, could not.
    let is_tight = groups.len() == 3 || scan.gap(first + 1) == TOUCH && scan.gap(suffix) == TOUCH;
    Claim::checked(
        scan,
        Kind::NationalInsurance,
        (first, suffix),
        true,
        is_tight.then_some(Confidence::Strong),
        NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    /// QQ 12 34 56 C, HMRC's own example, is invalid on purpose.
    #[test]
    fn spaced_and_plain() {
        assert_kinds(&[
            ("NI AB 12 34 56 C", "National Insurance number", "AB 12 34 56 C"),
            ("ab123456c again", "National Insurance number", "ab123456c"),
        ]);
        assert_quiet(&["QQ 12 34 56 C", "ab123456x", "GB123456A", "ms 12 34 56"]);
    }
}
