//! A bed, bay or room together with the ward or hospital: "bed 4 on Ward 7B", "B12 in Cedar ward".
//!
//! Nobody else lay there at that hour, so the pair points at one patient as surely as a number (NHS England,
//! *Confidentiality policy*, lists location among identifiers; see also the HIPAA list, 45 CFR 164.514(b)(2)). The
//! bed alone, or the ward alone, is left to the quiet side. Always `Fair`: "bed 4" may be a catalogue's.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::breaks_before;
use super::scan::{DASH, SPACE, Scan, TOUCH};

const PLACES_TO_LIE: &[&str] = &[
    "bed", "bay", "cubicle", "room", "bedspace", "trolley", "sideroom", "cot",
];

/// Places that need no name.
const UNITS: &[&str] = &[
    "icu",
    "itu",
    "hdu",
    "ccu",
    "nicu",
    "picu",
    "scbu",
    "resus",
    "ed",
    "emu",
    "amu",
    "mau",
    "sau",
    "cdu",
    "hospital",
    "infirmary",
    "maternity",
    "theatre",
    "recovery",
    "hospice",
];

/// Words that leave "ward" without a name.
const NOT_NAMES: &[&str] = &[
    "the", "a", "my", "our", "this", "that", "every", "any", "each", "one", "same", "another", "your", "on", "in",
    "of", "bed",
];

/// Words between a bed and its place.
const JOINING: &[&str] = &["in", "on", "of", "at", "the", "s", "over", "down", "our", "my"];

const REACH: usize = 8;

/// A bed with its place that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if PLACES_TO_LIE.contains(&scan.word(first)) {
        let bed = label_after(scan, first)?;
        return place_after(scan, bed).map(|last| claim(first, last));
    }
    if scan.word(first) == "ward" {
        let ward = label_after(scan, first)?;
        let bed = (ward + 1..=ward + 3)
            .find(|&index| PLACES_TO_LIE.contains(&scan.word(index)) && !breaks_before(scan, index))?;
        return label_after(scan, bed).map(|last| claim(first, last));
    }
    short_form(scan, first).map(|last| claim(first, last))
}

fn claim(first: usize, last: usize) -> Claim {
    Claim::new(Kind::Bed, first, last, true, Confidence::Fair)
}

/// The last atom of "4", "7b", "b12" or "no 4" after the atom `word`.
fn label_after(scan: &Scan, word: usize) -> Option<usize> {
    let mut label = word + 1;
    if matches!(scan.word(label), "no" | "number" | "space" | "bay") {
        label += 1;
    }
    if breaks_before(scan, label) || scan.gap(label) & (SPACE | TOUCH | DASH) == 0 {
        return None;
    }
    let (this, next) = (&scan.atoms[label], scan.atoms.get(label + 1));
    let touching = next.filter(|next| next.gap == TOUCH && next.digits != this.digits);
    if this.digits && this.len() <= 3 {
        return Some(label + usize::from(touching.is_some_and(|next| next.len() == 1)));
    }
    if this.digits || this.len() > 2 {
        return None;
    }
    touching.filter(|next| next.len() <= 3).map(|_| label + 1)
}

/// The last atom of a ward or unit that follows in the same sentence, over joining words and names only.
fn place_after(scan: &Scan, bed: usize) -> Option<usize> {
    for index in bed + 1..scan.atoms.len().min(bed + 1 + REACH) {
        if breaks_before(scan, index) {
            return None;
        }
        if UNITS.contains(&scan.word(index)) {
            return Some(index);
        }
        if scan.word(index) == "a" && scan.word(index + 1) == "e" {
            return Some(index + 1);
        }
        if scan.word(index) == "ward" {
            return label_after(scan, index).or_else(|| is_name_of_ward(scan, index).then_some(index));
        }
        let joins = JOINING.contains(&scan.word(index)) || scan.is_capitalised(index) || scan.word(index + 1) == "ward";
        if !joins {
            return None;
        }
    }
    None
}

/// "Cedar ward": a word before that names it.
fn is_name_of_ward(scan: &Scan, ward: usize) -> bool {
    let name = scan.word(ward - 1);
    scan.gap(ward) == SPACE && name.len() > 1 && !NOT_NAMES.contains(&name) && scan.is_letters(ward - 1)
}

/// "B12 in Cedar ward": a letter, one or two digits, "in" or "on", and a capitalised ward.
fn short_form(scan: &Scan, first: usize) -> Option<usize> {
    let digits = scan
        .atoms
        .get(first + 1)
        .filter(|atom| atom.digits && atom.gap == TOUCH && atom.len() <= 2)?;
    let shape = scan.atoms[first].len() == 1 && digits.len() >= 1 && matches!(scan.word(first + 2), "in" | "on");
    let ward = (first + 3..=first + 5).find(|&index| scan.word(index) == "ward" && scan.is_letters(index - 1))?;
    (shape && is_name_of_ward(scan, ward) && scan.is_capitalised(ward - 1)).then_some(ward)
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn bed_and_ward_in_either_order() {
        assert_kinds(&[
            (
                "bed 4 on Ward 7B is shouting",
                "bed or room with its ward",
                "bed 4 on Ward 7B",
            ),
            (
                "B12 in Cedar ward again",
                "bed or room with its ward",
                "B12 in Cedar ward",
            ),
            (
                "ward 7b, bed 12 arrested",
                "bed or room with its ward",
                "ward 7b, bed 12",
            ),
            (
                "the man in room 3 at St Mary's Hospital",
                "bed or room with its ward",
                "room 3 at St Mary's Hospital",
            ),
            ("bay 2 of the ICU", "bed or room with its ward", "bay 2 of the ICU"),
            ("bed 7 in A&E since noon", "bed or room with its ward", "bed 7 in A&E"),
        ]);
    }

    #[test]
    fn a_bed_or_a_ward_alone_and_vitamins_are_quiet() {
        assert_quiet(&[
            "bed 4 is free",
            "Ward 7B has flu",
            "gave B12 on the ward",
            "room 101",
            "4 beds on the ward",
            "bed 3 was moved to theatre",
            "bed 4 on my ward",
        ]);
    }
}
