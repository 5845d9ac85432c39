//! Postcodes that lead to a handful of homes: the United Kingdom's full postcode, Ireland's Eircode (one address),
//! Canada's six characters (one block), and a ZIP+4 with its state.
//!
//! Forms: UK per BS 7666 and Royal Mail's *PAF Programmers' Guide* with the 124 postcode areas; Eircode per Eircode's
//! *Product Guide* (no B, G, I, J, L, M, O, Q, S, U, Z); Canada Post's *Addressing Guidelines* (no D, F, I, O, Q, U);
//! USPS Publication 28. Bare: all `Strong` but the UK form without its space, which product codes share: `Fair`.

use super::apart::stands_alone;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named_before;
use super::scan::{DASH, SPACE, Scan, TOUCH};

/// Postcode areas, lower case.
const UK_AREAS: &[&str] = &[
    "ab", "al", "b", "ba", "bb", "bd", "bh", "bl", "bn", "br", "bs", "bt", "ca", "cb", "cf", "ch", "cm", "co", "cr",
    "ct", "cv", "cw", "da", "dd", "de", "dg", "dh", "dl", "dn", "dt", "dy", "e", "ec", "eh", "en", "ex", "fk", "fy",
    "g", "gl", "gu", "gy", "ha", "hd", "hg", "hp", "hr", "hs", "hu", "hx", "ig", "im", "ip", "iv", "je", "ka", "kt",
    "kw", "ky", "l", "la", "ld", "le", "ll", "ln", "ls", "lu", "m", "me", "mk", "ml", "n", "ne", "ng", "nn", "np",
    "nr", "nw", "ol", "ox", "pa", "pe", "ph", "pl", "po", "pr", "rg", "rh", "rm", "s", "sa", "se", "sg", "sk", "sl",
    "sm", "sn", "so", "sp", "sr", "ss", "st", "sw", "sy", "ta", "td", "tf", "tn", "tq", "tr", "ts", "tw", "ub", "w",
    "wa", "wc", "wd", "wf", "wn", "wr", "ws", "wv", "yo", "ze",
];

/// What a digit and two small letters can also be: ordinals, doses, lengths ("vitamin B12 5ug", "M1 2nd").
const NOT_INWARD: &[&str] = &[
    "st", "nd", "rd", "th", "ug", "dl", "ft", "hr", "lb", "yr", "gb", "hz", "hd", "pt", "ed", "gp",
];

const US_STATES: &[&str] = &[
    "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me",
    "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa",
    "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc", "pr",
];

const NAMES: &[&str] = &[
    "postcode",
    "post code",
    "zip",
    "zipcode",
    "zip code",
    "eircode",
    "postal code",
    "address",
    "lives at",
];

/// A postcode that starts at atom `first`, its letters.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    let (last, bare) = uk(scan, first)
        .or_else(|| eircode(scan, first))
        .or_else(|| canada(scan, first))
        .or_else(|| zip(scan, first))?;
    if !stands_alone(scan, first, last) {
        return None;
    }
    let named = is_named_before(scan, first, NAMES);
    Some(Claim::new(
        Kind::Postcode,
        first,
        last,
        named,
        if named { Confidence::Strong } else { bare },
    ))
}

fn uk(scan: &Scan, first: usize) -> Option<(usize, Confidence)> {
    let district = scan.atoms.get(first + 1)?;
    if !district.digits || district.gap != TOUCH || district.len() > 3 || !UK_AREAS.contains(&scan.word(first)) {
        return None;
    }
    // "sw1a 1aa" has a letter after the district; "n16hq" has district and sector in one run of digits.
    let mut sector = first + 2;
    let mut run_together = false;
    if scan.is_letters(sector)
        && scan.gap(sector) == TOUCH
        && scan.atoms[sector].len() == 1
        && scan.is_digits(sector + 1)
    {
        sector += 1;
    } else if scan.is_letters(sector) && scan.gap(sector) == TOUCH && scan.atoms[sector].len() == 2 {
        sector -= 1;
        run_together = true;
    }
    let sector_fits = if run_together {
        district.len() >= 2
    } else {
        scan.atoms.get(sector)?.len() == 1 && district.len() <= 2 && scan.gap(sector) & (SPACE | TOUCH) != 0
    };
    let inward = scan.word(sector + 1);
    let inward_fits =
        inward.len() == 2 && scan.gap(sector + 1) == TOUCH && !inward.contains(['c', 'i', 'k', 'm', 'o', 'v']);
    if !sector_fits
        || !inward_fits
        || !scan.is_digits(sector)
        || !scan.is_capitalised(sector + 1) && NOT_INWARD.contains(&inward)
    {
        return None;
    }
    let spaced = scan.gap(sector) == SPACE;
    // Without its space and its capitals it is a word with figures in it.
    let capitals = scan.is_capitalised(first) && scan.is_capitalised(sector + 1);
    (spaced || capitals).then_some((sector + 1, if spaced { Confidence::Strong } else { Confidence::Fair }))
}

fn eircode(scan: &Scan, first: usize) -> Option<(usize, Confidence)> {
    const LETTERS: &str = "acdefhknprtvwxy";
    if scan.atoms[first].len() != 1 || !LETTERS.contains(scan.word(first)) || scan.atoms.get(first + 1)?.len() != 2 {
        return None;
    }
    if scan.gap(first + 1) != TOUCH || scan.gap(first + 2) & (SPACE | TOUCH) == 0 || !scan.is_letters(first + 2) {
        return None;
    }
    let (code, last) = scan.code(first, TOUCH | SPACE, 7)?;
    let unique = &code.as_bytes()[3..];
    // The unique part as issued starts with a letter and has a digit; "D02 LATE" is a district and a word.
    let fits = unique
        .iter()
        .all(|byte| byte.is_ascii_digit() || LETTERS.contains(char::from(byte.to_ascii_lowercase())))
        && unique.iter().any(u8::is_ascii_digit)
        && (first + 3..=last).all(|index| scan.gap(index) == TOUCH);
    fits.then_some((last, Confidence::Strong))
}

fn canada(scan: &Scan, first: usize) -> Option<(usize, Confidence)> {
    let fits = (0..6).all(|place| {
        scan.atoms.get(first + place).is_some_and(|atom| {
            atom.len() == 1
                && atom.digits == (place % 2 == 1)
                && (place == 0 || atom.gap == TOUCH || place == 3 && atom.gap & (SPACE | DASH) != 0)
                && (atom.digits || !"dfioqu".contains(scan.word(first + place)))
        })
    });
    (fits && !"wz".contains(scan.word(first))).then_some((first + 5, Confidence::Strong))
}

fn zip(scan: &Scan, first: usize) -> Option<(usize, Confidence)> {
    let fits = scan.gap(first + 1) == SPACE
        && scan.gap(first + 2) == DASH
        && scan
            .atoms
            .get(first + 2)
            .is_some_and(|plus| plus.digits && plus.len() == 4)
        && scan.is_digits(first + 1)
        && scan.atoms[first + 1].len() == 5
        && US_STATES.contains(&scan.word(first));
    fits.then_some((first + 2, Confidence::Strong))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn four_countries() {
        for code in [
            "SW1A 1AA",
            "M1 1AE",
            "B33 8TH",
            "CR2 6XH",
            "DN55 1PT",
            "W1A 0AX",
            "EC1A1BB",
            "N16HQ",
            "D02 AF30",
            "K1A 0B1",
            "CA 94110-1234",
        ] {
            assert_kinds(&[(format!("lives near {code} now").as_str(), "postcode", code)]);
        }
    }

    #[test]
    fn vitamins_levels_and_ordinals_are_quiet() {
        assert_quiet(&[
            "vitamin B12 5ug daily",
            "L4 5th",
            "level C6 2nd",
            "G8 1st",
            "D3 20mg",
            "H1N1 3rd wave",
            "T20 2024",
            "Hu27le",
            "sl00ts",
            "ny 10001",
        ]);
    }
}
