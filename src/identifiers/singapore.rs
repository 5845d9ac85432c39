//! Singapore's NRIC and FIN: a letter for the series, seven digits, a check letter.
//!
//! Weights 2, 7, 6, 5, 4, 3, 2; series T and G add 4, M adds 3; the remainder modulo 11 picks the letter from the
//! series' own alphabet (Immigration & Checkpoints Authority; algorithm restated in
//! <https://en.wikipedia.org/wiki/National_Registration_Identity_Card>). Bare: one in eleven of a shape prose does
//! not have, `Strong`.

use super::checks::weighted;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::scan::{Scan, TOUCH};

const NAMES: &[&str] = &["nric", "fin", "ic", "ic no", "nric no", "fin no"];

/// A NRIC or FIN that starts at atom `first`, its series letter.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let shape = scan.atoms[first].len() == 1
        && scan.gap(first + 1) == TOUCH
        && scan.atoms[first + 1].len() == 7
        && scan.gap(first + 2) == TOUCH
        && scan.atoms[first + 2].len() == 1;
    if !shape {
        return None;
    }
    let series = scan.series(first + 1, 0);
    let sum = weighted(series.prefix(1).0, &[2, 7, 6, 5, 4, 3, 2]);
    let (letters, offset): (&[u8; 11], u32) = match scan.word(first) {
        "s" => (b"JZIHGFEDCBA", 0),
        "t" => (b"JZIHGFEDCBA", 4),
        "f" => (b"XWUTRQPNMLK", 0),
        "g" => (b"XWUTRQPNMLK", 4),
        "m" => (b"XWUTRQPNJLK", 3),
        _ => return None,
    };
    let letter = letters[((sum + offset) % 11) as usize];
    let passes = scan.byte(scan.atoms[first + 2].start).to_ascii_uppercase() == letter;
    Claim::checked(
        scan,
        Kind::Nric,
        (first, first + 2),
        passes,
        Some(Confidence::Strong),
        NAMES,
    )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn every_series() {
        assert_kinds(&[
            ("NRIC S1234567D", "NRIC or FIN", "S1234567D"),
            ("t1234567j queue", "NRIC or FIN", "t1234567j"),
            ("(F1234567N)", "NRIC or FIN", "F1234567N"),
            ("G1234567X", "NRIC or FIN", "G1234567X"),
            ("M1234567K", "NRIC or FIN", "M1234567K"),
        ]);
        assert_quiet(&["S1234567A", "part Q1234567D"]);
    }
}
