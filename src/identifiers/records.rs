//! Numbers a hospital, laboratory or office gives: each house has its own form, so a word must name them. And the
//! last resort: a long number nobody named.
//!
//! A named value has four to fourteen characters with at least four digits, stands within three words after its name
//! ("MRN 48213377", "lab no. is 22-B-10442") or right before it ("48213377 is his MRN"): `Strong`.
//!
//! An unnamed run of seven to twelve digits is `Weak`: a post by a clinician has few reasons to hold one, but nothing
//! proves it is a person's. Rounded numbers, dates written together, measured and catalogued numbers are left out.

use super::apart::{names_something_else, stands_alone};
use super::checks::is_day;
use super::claim::{Claim, Confidence};
use super::dates;
use super::kind::Kind;
use super::nearby::{is_named_before, phrase_end, window_after, window_before};
use super::scan::{DASH, DOT, SLASH, SPACE, Scan, TOUCH};
use crate::lexicon;

const RECORD_NAMES: &[&str] = &[
    "mrn",
    "hospital no",
    "hospital number",
    "hosp no",
    "hosp number",
    "hosp num",
    "unit number",
    "unit no",
    "patient no",
    "patient number",
    "patient id",
    "pt id",
    "pt no",
    "pt number",
    "hn",
    "urn",
    "ur no",
    "ur number",
    "record number",
    "record no",
    "medical record",
    "chart number",
    "chart no",
    "case number",
    "case no",
    "folder number",
    "folder no",
    "file number",
    "file no",
    "patient",
    "pt",
    "medicaid",
    "member id",
    "policy number",
    "rn",
];

const LABORATORY_NAMES: &[&str] = &[
    "lab no",
    "lab number",
    "lab ref",
    "lab id",
    "specimen",
    "specimen no",
    "sample no",
    "sample number",
    "sample id",
    "accession",
    "accession no",
    "accession number",
    "histology no",
    "path no",
    "lab",
];

const BOOKING_NAMES: &[&str] = &[
    "booking",
    "booking ref",
    "booking reference",
    "booking number",
    "booking no",
    "ubrn",
    "appointment ref",
    "appointment number",
    "referral number",
    "referral no",
    "referral ref",
    "episode number",
    "episode no",
    "claim number",
    "claim no",
    "visit number",
    "encounter number",
    "prescription number",
    "rx number",
];

/// Words that make a rounded number a quantity.
const AMOUNTS: &[&str] = &[
    "about",
    "over",
    "nearly",
    "around",
    "approximately",
    "roughly",
    "than",
    "some",
    "almost",
    "at least",
    "up to",
    "total of",
];

/// Words that make a number a place in a publication.
const VOLUMES: &[&str] = &["vol", "volume", "page", "pages", "issue"];

/// Words that may stand between the name and the value.
const LINKS: &[&str] = &[
    "is",
    "no",
    "number",
    "num",
    "id",
    "ref",
    "was",
    "s",
    "code",
    "reference",
];

/// A named hospital, laboratory or booking number that starts at atom `first`.
pub(super) fn find_named(scan: &Scan, first: usize) -> Option<Claim> {
    let last = value_end(scan, first)?;
    let rows = [
        (Kind::LaboratoryNumber, LABORATORY_NAMES),
        (Kind::BookingNumber, BOOKING_NAMES),
        (Kind::RecordNumber, RECORD_NAMES),
    ];
    let (kind, _) = rows
        .into_iter()
        .find(|(_, names)| is_name_of(scan, first, last, names))?;
    let bare_word = scan.atoms[first..=last].iter().map(|atom| atom.len()).sum::<usize>() < 6;
    let weak_name = matches!(
        scan.word(first.wrapping_sub(1)),
        "patient" | "pt" | "lab" | "booking" | "specimen" | "medicaid"
    );
    // "Ana Reyes, RN, 1951 to 2026": a nurse.
    let nurse = scan.word(first.wrapping_sub(1)) == "rn" && (first..=last).all(|at| is_year(scan.word(at)));
    if bare_word && weak_name || nurse || !stands_alone_after(scan, last) || is_rounded(scan, first, last) {
        return None;
    }
    if dates::is_date(scan, first) {
        return None;
    }
    // "pt 48213377" is a number about a patient, but nobody said which.
    let confidence = if weak_name {
        Confidence::Fair
    } else {
        Confidence::Strong
    };
    Some(Claim::new(kind, first, last, !weak_name, confidence))
}

/// The last atom of a value: letters and digits touching, or joined by single dashes and slashes, digits by spaces.
fn value_end(scan: &Scan, first: usize) -> Option<usize> {
    // The name itself may touch the value ("mrn48213377"), so only digits may start after letters.
    if scan.gap(first) == TOUCH && !scan.is_digits(first)
        || scan.atoms[first].len() > 14
        || !scan.is_digits(first) && scan.atoms[first].len() > 4
        || is_word_before_few_digits(scan, first)
    {
        return None;
    }
    let mut last = first;
    let mut length = scan.atoms[first].len();
    let mut digits = if scan.is_digits(first) { length } else { 0 };
    while let Some(next) = scan.atoms.get(last + 1) {
        let joins = next.gap == TOUCH
            || next.gap & (DASH | SLASH) != 0 && scan.slice_between(last, last + 1).len() == 1
            || next.gap == DOT && next.digits && next.len() >= 4
            || next.gap == SPACE && next.digits && (scan.is_digits(last) || last == first);
        if !joins || length + next.len() > 14 || !next.digits && next.len() > 3 {
            break;
        }
        length += next.len();
        digits += if next.digits { next.len() } else { 0 };
        last += 1;
    }
    (digits >= 4 && length >= 4).then_some(last)
}

/// "Our last patient of 2025", "his folder number ends 4471": a word is no part of a year or a few digits behind it. "BA 123456" is one
/// number.
fn is_word_before_few_digits(scan: &Scan, first: usize) -> bool {
    let few = scan
        .atoms
        .get(first + 1)
        .is_some_and(|next| next.gap == SPACE && next.len() <= 4);
    !scan.is_digits(first) && few && lexicon::entry(scan.word(first)).is_common()
}

fn is_year(word: &str) -> bool {
    word.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

fn is_name_of(scan: &Scan, first: usize, last: usize, names: &[&str]) -> bool {
    let before = window_before(scan, first, 5).any(|at| {
        names.iter().any(|name| {
            phrase_end(scan, at, name)
                .is_some_and(|end| end <= first && (end..first).all(|link| LINKS.contains(&scan.word(link))))
        })
    });
    let right_after = || {
        window_after(scan, last, 4)
            .filter(|&at| at > last + 1 && scan.word(last + 1) == "is")
            .any(|at| {
                names
                    .iter()
                    .any(|name| name.len() > 2 && *name != "patient" && phrase_end(scan, at, name).is_some())
            })
    };
    before || right_after()
}

fn stands_alone_after(scan: &Scan, last: usize) -> bool {
    let end = scan.atoms[last].end;
    !matches!(scan.byte(end), b'%') && scan.gap(last + 1) != TOUCH
}

fn is_rounded(scan: &Scan, first: usize, last: usize) -> bool {
    first == last && scan.word(first).ends_with("000")
}

/// A long number nobody named that starts at atom `first`.
pub(super) fn find_unlabelled(scan: &Scan, first: usize) -> Option<Claim> {
    let word = scan.word(first);
    let alone = (7..=12).contains(&word.len())
        && scan.gap(first) != TOUCH
        && stands_alone(scan, first, first)
        && !word.ends_with("000")
        && word.bytes().any(|byte| byte != word.as_bytes()[0])
        && !is_written_together_date(word)
        && !names_something_else(scan, first, first)
        // Two long numbers side by side are a table, an account or a larger form of its own.
        && !(scan.gap(first) & (SPACE | DASH) != 0 && first > 0 && scan.is_digits(first - 1))
        && !(scan.gap(first + 1) & (SPACE | DASH) != 0 && scan.is_digits(first + 1));
    // Who says "about" rounds; "thinking about 48213377" is not an estimate.
    let quantity =
        || word.ends_with("00") && is_named_before(scan, first, AMOUNTS) || is_named_before(scan, first, VOLUMES);
    (alone && !quantity()).then(|| Claim::new(Kind::UnlabelledNumber, first, first, false, Confidence::Weak))
}

/// 20240312 and 12032024.
fn is_written_together_date(word: &str) -> bool {
    let part = |range: std::ops::Range<usize>| word[range].parse::<u16>().unwrap_or(0);
    word.len() == 8
        && [
            (part(0..4), part(4..6), part(6..8)),
            (part(4..8), part(2..4), part(0..2)),
        ]
        .into_iter()
        .any(|(year, month, day)| (1900..2100).contains(&year) && is_day(day, month, year))
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn named_numbers() {
        assert_kinds(&[
            ("MRN 48213377", "hospital record number", "48213377"),
            ("mrn: 4821", "hospital record number", "4821"),
            ("her hospital no. is RXH123456", "hospital record number", "RXH123456"),
            ("48213377 is his MRN", "hospital record number", "48213377"),
            ("lab number 22-B-10442", "laboratory number", "22-B-10442"),
            ("booking ref AB 123456", "booking or referral number", "AB 123456"),
            ("booking ref BA 123456", "booking or referral number", "BA 123456"),
            ("pt 48213377 is back", "hospital record number", "48213377"),
            ("RN 00482913", "hospital record number", "00482913"),
            ("folder number is 448-2019", "hospital record number", "448-2019"),
        ]);
    }

    #[test]
    fn a_long_number_is_told_from_counts_catalogues_and_dates() {
        assert_kinds(&[("saw 48213377 again", "long number", "48213377")]);
        assert_quiet(&[
            "NCT01234567",
            "trial ISRCTN12345678",
            "pmid 31234567",
            "10000000 people",
            "on 20240312 we met",
            "$48213377",
            "rs12345678",
            "GMC 7654321",
            "tracking 123456789012",
            "48213377 people",
            "patient 12 of 40",
            "our last patient of 2025",
            "he was my knee patient in 2019",
            "Ana Reyes, RN, 1951 to 2026",
            "Ana Reyes, RN, 1951-2026",
            "Ana Reyes, RN 1951–2026",
            "mrn of 12",
        ]);
    }
}
