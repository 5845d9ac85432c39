//! Street addresses: a house number, a name and a kind of street ("14 Acacia Avenue", "No. 12, Jalan Ampang").
//!
//! The kinds of street are those of BS 7666-1 and USPS Publication 28, appendix C1, with the Malay prefixes. The name
//! must be capitalised, or a word such as "lives at" must stand before, because "2 patients in the street" has the
//! same words. `Strong` when named, `Fair` otherwise.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named_before;
use super::scan::{OTHER, SPACE, Scan, TOUCH};

const STREETS: &[&str] = &[
    "street",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "close",
    "drive",
    "crescent",
    "court",
    "terrace",
    "gardens",
    "grove",
    "place",
    "square",
    "boulevard",
    "blvd",
    "parade",
    "mews",
    "st",
    "dr",
    "ln",
    "crt",
    "cres",
    "highway",
    "walk",
    "row",
];

const PREFIXES: &[&str] = &["jalan", "jln", "lorong", "persiaran", "lebuh", "lebuhraya"];

const NAMES: &[&str] = &[
    "lives at",
    "live at",
    "address",
    "home is",
    "living at",
    "resides at",
    "lives in",
    "addr",
    "lives on",
];

/// Words that never stand inside a street's name right after its number.
const NOT_A_NAME: &[&str] = &[
    "in", "on", "of", "and", "or", "at", "to", "down", "from", "by", "with", "for", "people", "patients", "years",
    "year", "minutes", "miles", "cars", "days", "hours", "pm", "am", "th", "st", "nd", "rd", "ways", "steps", "men",
    "women", "is", "are", "was", "supreme", "crown", "federal",
];

/// Addresses of governments, known to everyone.
const KNOWN_TO_ALL: &[&str] = &["downing", "pennsylvania", "wall", "harley", "fleet", "capitol"];

/// A street address that starts at atom `first`, its house number.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if scan.atoms[first].len() > 4 || matches!(scan.byte_before(scan.atoms[first].start), b'$' | b'.' | b'-' | b'/') {
        return None;
    }
    // "22b High Street": a letter may follow the number.
    let name = first + 1 + usize::from(scan.gap(first + 1) == TOUCH && scan.word(first + 1).len() == 1);
    if scan.gap(name) == TOUCH || !is_name(scan, name) {
        return None;
    }
    let last = if PREFIXES.contains(&scan.word(name)) {
        prefixed(scan, name)
    } else {
        suffixed(scan, name)
    }?;
    if (name..=last).any(|index| KNOWN_TO_ALL.contains(&scan.word(index))) {
        return None;
    }
    let named = is_named_before(scan, first, NAMES);
    let capitalised = (name..=last).all(|index| scan.is_capitalised(index));
    if !named && !capitalised {
        return None;
    }
    Some(Claim::new(
        Kind::StreetAddress,
        first,
        last,
        named,
        if named { Confidence::Strong } else { Confidence::Fair },
    ))
}

fn is_name(scan: &Scan, index: usize) -> bool {
    let joined = scan.gap(index) == SPACE || scan.gap(index) == OTHER && scan.slice_between(index - 1, index) == ", ";
    scan.is_letters(index) && joined && !NOT_A_NAME.contains(&scan.word(index))
}

/// One to three names and then the kind of street.
fn suffixed(scan: &Scan, name: usize) -> Option<usize> {
    for street in name + 1..=name + 3 {
        if scan.gap(street) != SPACE || !scan.is_letters(street) {
            return None;
        }
        if STREETS.contains(&scan.word(street)) {
            return Some(street);
        }
        if NOT_A_NAME.contains(&scan.word(street)) {
            return None;
        }
    }
    None
}

/// "Jalan" and one or two names.
fn prefixed(scan: &Scan, prefix: usize) -> Option<usize> {
    let is_part = |index: usize| scan.gap(index) == SPACE && scan.is_letters(index) && scan.is_capitalised(index);
    is_part(prefix + 1).then(|| prefix + 1 + usize::from(is_part(prefix + 2)))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn number_name_and_kind_of_street() {
        assert_kinds(&[
            ("she is at 14 Acacia Avenue", "street address", "14 Acacia Avenue"),
            ("lives at 22b high street", "street address", "22b high street"),
            ("No. 12, Jalan Tun Razak", "street address", "12, Jalan Tun Razak"),
            ("221 Old Kent Road", "street address", "221 Old Kent Road"),
        ]);
    }

    #[test]
    fn walks_ratios_and_seats_of_government_are_quiet() {
        assert_quiet(&[
            "2 patients in the street",
            "10 Downing Street",
            "5 minutes down the road",
            "3 Ways To Close",
            "2064 Supreme Court",
            "6 IS CLOSE",
            "took 2 drive",
        ]);
    }
}
