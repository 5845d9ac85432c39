//! Exact dates that point at one person: a date of birth, and the day of an admission with its place.
//!
//! All elements of dates but the year count as identifiers in 45 CFR 164.514(b)(2)(i)(C); the Information
//! Commissioner's Office names the date of birth among the strongest indirect ones (*Anonymisation* guidance).
//!
//! Bare: a full numeric date of 1900 to 2012 is `Fair` as a birth, since posts give older events by month or year; a
//! written-out date needs "born", "DOB" or the like. An admission needs a verb of coming or going, and a place.

use super::checks::is_day;
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::{breaks_before, is_named};
use super::scan::{DASH, DOT, OTHER, SLASH, SPACE, Scan, TOUCH};
use crate::text::month;

const BIRTH_NAMES: &[&str] = &[
    "dob",
    "d o b",
    "date of birth",
    "born",
    "birthdate",
    "birth date",
    "birthday",
    "bday",
];

const STAY_NAMES: &[&str] = &[
    "admitted",
    "admission",
    "readmitted",
    "discharged",
    "discharge",
    "transferred",
    "operated",
    "delivered",
    "presented",
    "surgery on",
    "died",
    "passed away",
    "attended",
    "brought in",
];

const PLACES: &[&str] = &[
    "ward",
    "hospital",
    "infirmary",
    "icu",
    "itu",
    "hdu",
    "ccu",
    "nicu",
    "picu",
    "clinic",
    "royal",
    "general",
    "resus",
    "theatre",
    "hospice",
    "unit",
    "maternity",
    "ed",
    "st",
];

/// A date that starts at atom `first`; the year is `None` when it is not given.
struct Date {
    last: usize,
    year: Option<u16>,
    numeric: bool,
}

/// A date of birth, or the date of a stay, that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if matches!(scan.byte_before(scan.atoms[first].start), b'/' | b'.' | b'$') {
        return None;
    }
    let date = read(scan, first)?;
    birth(scan, first, &date).or_else(|| stay(scan, first, &date))
}

/// Whether a full date starts at atom `first`, whatever it is the date of.
pub(super) fn is_date(scan: &Scan, first: usize) -> bool {
    read(scan, first).is_some_and(|date| date.year.is_some())
}

fn birth(scan: &Scan, first: usize, date: &Date) -> Option<Claim> {
    let year = date.year?;
    let named = is_named(scan, first, date.last, BIRTH_NAMES);
    let confidence = if named { Confidence::Strong } else { Confidence::Fair };
    let four_digits = scan.atoms[date.last].len() == 4 || scan.atoms[first].len() == 4;
    let bare = date.numeric && four_digits && (1900..=2012).contains(&year);
    (named && year >= 1900 || bare).then(|| Claim::new(Kind::DateOfBirth, first, date.last, named, confidence))
}

fn stay(scan: &Scan, first: usize, date: &Date) -> Option<Claim> {
    const REACH: usize = 12;
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&at| !breaks_before(scan, at + 1));
    let after = (date.last + 1..scan.atoms.len().min(date.last + REACH)).take_while(|&at| !breaks_before(scan, at));
    let near: Vec<usize> = before.chain(after).collect();
    let has = |phrases: &[&str]| {
        near.iter()
            .any(|&at| super::nearby::any_phrase(scan, at, usize::MAX, phrases))
    };
    (has(STAY_NAMES) && has(PLACES)).then(|| Claim::new(Kind::AdmissionDate, first, date.last, true, Confidence::Fair))
}

fn read(scan: &Scan, first: usize) -> Option<Date> {
    if scan.is_digits(first) {
        numeric(scan, first).or_else(|| day_month(scan, first))
    } else {
        month_day(scan, first)
    }
}

/// 3/4/1962, 03-04-62, 3.4.1962, 1962-04-03, and 3/4 after "on".
fn numeric(scan: &Scan, first: usize) -> Option<Date> {
    let separator = scan.gap(first + 1);
    if separator & (SLASH | DASH | DOT) == 0 || scan.slice_between(first, first + 1).len() != 1 {
        return None;
    }
    let (start, middle) = (scan.number(first)?, scan.number(first + 1)?);
    let third = scan
        .number(first + 2)
        .filter(|_| scan.gap(first + 2) == separator && scan.slice_between(first + 1, first + 2).len() == 1);
    let Some(end) = third else {
        let after_on = first > 0 && scan.word(first - 1) == "on" && separator == SLASH;
        return (after_on && is_day(start, middle, 2000)).then_some(Date {
            last: first + 1,
            year: None,
            numeric: true,
        });
    };
    let last = first + 2;
    // A fourth group makes it an address or a version.
    if scan.is_digits(last + 1) && scan.gap(last + 1) & (separator | TOUCH) != 0 {
        return None;
    }
    let (day, month, year) = match (scan.atoms[first].len(), scan.atoms[last].len()) {
        (4, 1 | 2) => (end, middle, start),
        (1 | 2, 4) => (start, middle, end),
        (1 | 2, 2) => (start, middle, full_year(end)),
        _ => return None,
    };
    let fits = is_day(day, month, year) || is_day(middle, start, year);
    fits.then_some(Date {
        last,
        year: Some(year),
        numeric: true,
    })
}

/// The century a two-digit year of birth most likely has.
fn full_year(short: u16) -> u16 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// "3 April 1962", "3rd of April".
fn day_month(scan: &Scan, first: usize) -> Option<Date> {
    let day = scan.number(first)?;
    let mut month = first + 1;
    if matches!(scan.word(month), "st" | "nd" | "rd" | "th") {
        month += 1;
    }
    if scan.word(month) == "of" {
        month += 1;
    }
    let number = month::number(scan.word(month))?;
    finish(scan, day, number, month)
}

/// "April 3, 1962", "April 3rd".
fn month_day(scan: &Scan, first: usize) -> Option<Date> {
    let day = scan.number(first + 1).filter(|_| scan.gap(first + 1) == SPACE)?;
    let number = month::number(scan.word(first))?;
    let suffix = usize::from(matches!(scan.word(first + 2), "st" | "nd" | "rd" | "th"));
    finish(scan, day, number, first + 1 + suffix)
}

fn finish(scan: &Scan, day: u16, month: u16, end: usize) -> Option<Date> {
    let joined = scan.gap(end + 1) & (SPACE | DASH | OTHER) != 0 && scan.slice_between(end, end + 1).len() <= 2;
    let year = scan
        .number(end + 1)
        .filter(|year| joined && scan.atoms[end + 1].len() == 4 && (1900..2100).contains(year));
    let last = if year.is_some() { end + 1 } else { end };
    is_day(day, month, year.unwrap_or(2000)).then_some(Date {
        last,
        year,
        numeric: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_quiet};

    #[test]
    fn births() {
        assert_kinds(&[
            ("DOB 3/4/1962", "date of birth", "3/4/1962"),
            ("d.o.b. 03-04-62", "date of birth", "03-04-62"),
            ("born on 3rd of April 1962", "date of birth", "3rd of April 1962"),
            ("born April 3, 1962 in town", "date of birth", "April 3, 1962"),
            ("pt 14/03/1958 back", "date of birth", "14/03/1958"),
            ("1958-03-14 is her date of birth", "date of birth", "1958-03-14"),
        ]);
    }

    #[test]
    fn stays_need_a_verb_and_a_place() {
        assert_kinds(&[
            (
                "admitted on 3 March to St Mary's",
                "admission or discharge date",
                "3 March",
            ),
            ("discharged from Ward 9 on 12/3", "admission or discharge date", "12/3"),
        ]);
    }

    #[test]
    fn publication_dates_versions_and_fractions_are_quiet() {
        assert_quiet(&[
            "published 3 March 2024",
            "deadline 12/05/2025",
            "version 1.2.2003.4",
            "31/02/1960",
            "born in 1962",
            "24/7 care",
            "admitted 3 March",
            "BP 120/80",
            "on 1/2 the dose",
        ]);
    }
}
