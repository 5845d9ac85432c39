//! Whether a number stands apart, or is a piece of an amount, a decimal, a date, a catalogue entry, a measurement.

use super::nearby::is_named;
use super::scan::{DASH, SPACE, Scan, TOUCH};

/// Letters that run into a number and make it somebody's catalogue entry: trials, papers, genes, parcels.
const ACCESSION_PREFIXES: &[&str] = &[
    "nct", "isrctn", "actrn", "eudract", "ctri", "drks", "umin", "chictr", "jprn", "pmid", "pmc", "doi", "isbn",
    "issn", "rs", "gse", "chembl", "cas", "sn", "sku", "asin", "ean", "inv", "lot", "crd", "prospero", "orcid",
    "arxiv", "cve", "iso", "hiso", "ups", "jd", "rr", "lx",
];

/// Words that name a number which is not a person's.
const OTHER_NUMBERS: &[&str] = &[
    "isbn",
    "issn",
    "doi",
    "pmid",
    "pubmed",
    "pmcid",
    "pmc",
    "arxiv",
    "nct",
    "isrctn",
    "trial",
    "prospero",
    "orcid",
    "tracking",
    "pnr",
    "ticket",
    "item",
    "train",
    "complaint",
    "refund",
    "meter",
    "parcel",
    "courier",
    "shipment",
    "order",
    "invoice",
    "receipt",
    "lot",
    "batch",
    "serial",
    "flight",
    "gmc",
    "nmc",
    "hcpc",
    "gphc",
    "ahpra",
    "npi",
    "mcr",
    "mmc",
    "hpcsa",
    "licence",
    "license",
    "charity",
    "company",
    "abn",
    "acn",
    "grant",
    "patent",
    "iban",
    "swift",
    "account",
    "sort",
    "vat",
    "version",
    "build",
    "zoom",
    "meeting",
    "webinar",
    "passcode",
    "population",
    "model",
    "part",
    "sku",
    "article",
];

/// Units and counted things: what a number before them measures.
const MEASURED: &[&str] = &[
    "mg",
    "mcg",
    "ug",
    "g",
    "kg",
    "ml",
    "l",
    "dl",
    "iu",
    "units",
    "mmol",
    "nmol",
    "u",
    "k",
    "m",
    "bn",
    "mn",
    "km",
    "cm",
    "mm",
    "hz",
    "mb",
    "gb",
    "am",
    "pm",
    "th",
    "st",
    "nd",
    "rd",
    "s",
    "x",
    "percent",
    "per",
    "million",
    "billion",
    "thousand",
    "people",
    "patients",
    "adults",
    "children",
    "deaths",
    "cases",
    "doses",
    "views",
    "followers",
    "users",
    "women",
    "men",
    "americans",
    "britons",
    "participants",
    "cells",
    "copies",
    "steps",
    "calories",
    "kcal",
    "dollars",
    "pounds",
    "euros",
    "lives",
    "tests",
    "vaccines",
    "jobs",
    "years",
    "hours",
    "days",
    "minutes",
    "times",
    "signatures",
];

/// Money written with letters.
const CURRENCIES: &[&str] = &[
    "rm", "rs", "usd", "gbp", "eur", "aud", "inr", "zar", "sgd", "hkd", "myr", "nzd", "cad", "rmb", "hk", "us", "s",
    "r",
];

/// Whether atoms `first..=last` stand alone: not the tail of a decimal, an amount, a thousands group, a date, a
/// catalogue number, part of a longer number in equal groups, nor something measured.
pub(super) fn stands_alone(scan: &Scan, first: usize, last: usize) -> bool {
    is_clean_left(scan, first) && is_clean_right(scan, last) && !(first < last && is_part_of_longer(scan, first, last))
}

/// "2341 2341 2341" inside "2341 2341 2341 2346", as on a bank card.
fn is_part_of_longer(scan: &Scan, first: usize, last: usize) -> bool {
    let repeats = |group: usize, neighbour: usize, gap: usize| {
        scan.is_digits(neighbour)
            && scan.is_digits(group)
            && scan.atoms[neighbour].len() == scan.atoms[group].len()
            && scan.gap(gap) & (SPACE | DASH) != 0
    };
    first.checked_sub(1).is_some_and(|before| repeats(first, before, first)) || repeats(last, last + 1, last + 1)
}

fn is_clean_left(scan: &Scan, first: usize) -> bool {
    let start = scan.atoms[first].start;
    let before = scan.byte_before(start);
    if matches!(before, b'$' | b'#' | b'=' | b'_' | b'%' | b'~') {
        return false;
    }
    let previous = first.checked_sub(1);
    if matches!(before, b',' | b'.' | b':' | b'/' | b'-') {
        return !scan.byte_before(start - 1).is_ascii_digit();
    }
    let Some(previous) = previous else {
        return true;
    };
    let word = scan.word(previous);
    match scan.gap(first) {
        // A number may be run into a word; a letter or two, or a catalogue's prefix, makes it a code.
        TOUCH => word.len() >= 2 && !scan.is_digits(first - 1) && !is_accession(word) && !CURRENCIES.contains(&word),
        SPACE => !scan.is_letters(previous) || !is_accession(word) && !is_currency_before(scan, previous),
        _ => !is_accession(word),
    }
}

fn is_accession(word: &str) -> bool {
    ACCESSION_PREFIXES.contains(&word)
}

/// "RM 12000000" but not "call us 07…": the two-letter pronouns are money only when they touch a dollar sign.
fn is_currency_before(scan: &Scan, at: usize) -> bool {
    let word = scan.word(at);
    CURRENCIES.contains(&word) && !matches!(word, "us" | "s" | "r")
}

fn is_clean_right(scan: &Scan, last: usize) -> bool {
    let end = scan.atoms[last].end;
    if matches!(scan.byte(end), b'%' | b'_' | b'$') {
        return false;
    }
    if matches!(scan.byte(end), b',' | b'.' | b':' | b'/' | b'-') && scan.byte(end + 1).is_ascii_digit() {
        return false;
    }
    let next = last + 1;
    if !scan.is_letters(next) {
        return scan.gap(next) != TOUCH;
    }
    match scan.gap(next) {
        TOUCH => scan.word(next).len() >= 2 && !MEASURED.contains(&scan.word(next)),
        SPACE => !is_measure(scan.word(next)),
        _ => true,
    }
}

/// After a space "m" or "s" is hardly a unit, and "am" and "pm" belong to the next thing said.
fn is_measure(word: &str) -> bool {
    word.len() > 1 && !matches!(word, "am" | "st" | "th" | "nd" | "rd") && MEASURED.contains(&word)
}

/// Whether a word near by says the number belongs to a paper, a parcel, a trial, a register of professionals.
pub(super) fn names_something_else(scan: &Scan, first: usize, last: usize) -> bool {
    is_named(scan, first, last, OTHER_NUMBERS)
}
