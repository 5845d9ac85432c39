//! What stands around a number: words that name it, marks that make it part of something else, and words that
//! show a line anyone may call.

use super::scan::{DASH, SPACE, Scan, TOUCH};

/// Atoms before a number in which a word can name it.
const REACH_BEFORE: usize = 6;
/// Atoms after a number in which a word can name it ("… is her NHS number").
const REACH_AFTER: usize = 4;
/// Longest stretch of other characters a phrase or a window may cross.
const LONGEST_BREAK: usize = 4;

/// Whether one of `phrases` (lower case, words separated by one space) stands near atoms `first..=last`.
pub(super) fn is_named(scan: &Scan, first: usize, last: usize, phrases: &[&str]) -> bool {
    window_before(scan, first, REACH_BEFORE).any(|at| any_phrase(scan, at, first, phrases))
        || window_after(scan, last, REACH_AFTER).any(|at| any_phrase(scan, at, usize::MAX, phrases))
}

/// As [`is_named`], looking only before.
pub(super) fn is_named_before(scan: &Scan, first: usize, phrases: &[&str]) -> bool {
    window_before(scan, first, REACH_BEFORE).any(|at| any_phrase(scan, at, first, phrases))
}

/// Atoms before `first`, nearest first, up to a number or the sentence's edge.
pub(super) fn window_before<'s>(
    scan: &'s Scan,
    first: usize,
    reach: usize,
) -> impl Iterator<Item = usize> + 's {
    (first.saturating_sub(reach)..first)
        .rev()
        .take_while(move |&at| !scan.is_digits(at) && !breaks_before(scan, at + 1))
}

/// Atoms after `last`, nearest first, up to a number or the sentence's edge.
pub(super) fn window_after<'s>(
    scan: &'s Scan,
    last: usize,
    reach: usize,
) -> impl Iterator<Item = usize> + 's {
    (last + 1..scan.atoms.len().min(last + 1 + reach))
        .take_while(move |&at| !scan.is_digits(at) && !breaks_before(scan, at))
}

/// Whether a sentence or paragraph ends just before atom `index`.
pub(super) fn breaks_before(scan: &Scan, index: usize) -> bool {
    if index == 0 || index >= scan.atoms.len() {
        return true;
    }
    let between = scan.slice(scan.atoms[index - 1].end..scan.atoms[index].start);
    if between.len() > 2 * LONGEST_BREAK || between.contains('\n') {
        return true;
    }
    // "no. 12" and "D.O.B. 3/4/62" go on after the dot; a real sentence's last word is longer.
    between.contains(['!', '?']) || between.contains(". ") && scan.atoms[index - 1].len() > 4
}

/// Whether one of `phrases` starts at atom `at` and ends before atom `limit`.
pub(super) fn any_phrase(scan: &Scan, at: usize, limit: usize, phrases: &[&str]) -> bool {
    let word = scan.word(at);
    phrases.iter().any(|phrase| {
        phrase.starts_with(word) && phrase_end(scan, at, phrase).is_some_and(|end| end <= limit)
    })
}

/// The atom after `phrase` when it starts at atom `at`.
pub(super) fn phrase_end(scan: &Scan, at: usize, phrase: &str) -> Option<usize> {
    let mut index = at;
    for word in phrase.split(' ') {
        let joined = index == at
            || scan.atoms.get(index)?.start - scan.atoms[index - 1].end <= LONGEST_BREAK;
        if !joined || scan.word(index) != word {
            return None;
        }
        index += 1;
    }
    Some(index)
}

/// Letters that run into a number and make it somebody's catalogue entry: trials, papers, genes, parcels.
const ACCESSION_PREFIXES: &[&str] = &[
    "nct", "isrctn", "actrn", "eudract", "ctri", "drks", "umin", "chictr", "jprn", "pmid", "pmc",
    "doi", "isbn", "issn", "rs", "gse", "chembl", "cas", "sn", "sku", "asin", "ean", "inv", "lot",
    "crd", "prospero", "orcid", "arxiv", "cve", "iso", "hiso", "ups", "jd", "rr", "lx",
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
    "rm", "rs", "usd", "gbp", "eur", "aud", "inr", "zar", "sgd", "hkd", "myr", "nzd", "cad", "rmb",
    "hk", "us", "s", "r",
];

/// Whether atoms `first..=last` stand alone: not the tail of a decimal, an amount, a thousands group, a date, a
/// catalogue number, part of a longer number in equal groups, nor something measured.
pub(super) fn stands_alone(scan: &Scan, first: usize, last: usize) -> bool {
    is_clean_left(scan, first)
        && is_clean_right(scan, last)
        && !(first < last && is_part_of_longer(scan, first, last))
}

/// "2341 2341 2341" inside "2341 2341 2341 2346", as on a bank card.
fn is_part_of_longer(scan: &Scan, first: usize, last: usize) -> bool {
    let repeats = |group: usize, neighbour: usize, gap: usize| {
        scan.is_digits(neighbour)
            && scan.is_digits(group)
            && scan.atoms[neighbour].len() == scan.atoms[group].len()
            && scan.gap(gap) & (SPACE | DASH) != 0
    };
    first
        .checked_sub(1)
        .is_some_and(|before| repeats(first, before, first))
        || repeats(last, last + 1, last + 1)
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
        TOUCH => {
            word.len() >= 2
                && !scan.is_digits(first - 1)
                && !is_accession(word)
                && !CURRENCIES.contains(&word)
        }
        SPACE => {
            !scan.is_letters(previous) || !is_accession(word) && !is_currency_before(scan, previous)
        }
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
    if matches!(scan.byte(end), b',' | b'.' | b':' | b'/' | b'-')
        && scan.byte(end + 1).is_ascii_digit()
    {
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

/// Lines meant for everyone; they stay public whoever is told to call them.
const CRISIS_LINES: &[&str] = &[
    "helpline",
    "helplines",
    "hotline",
    "samaritans",
    "lifeline",
    "healthline",
    "childline",
    "befrienders",
    "beyond blue",
    "crisis line",
    "advice line",
    "info line",
    "infoline",
    "freephone",
    "toll free",
    "tollfree",
    "switchboard",
    "nhs 111",
    "quitline",
    "careline",
    "press office",
    "customer service",
    "information line",
    "nurse line",
    "poison control",
];

/// Words of an organisation speaking about itself.
const PUBLIC_WORDS: &[&str] = &[
    "call us",
    "contact us",
    "text us",
    "ring us",
    "phone us",
    "email us",
    "e mail us",
    "message us",
    "whatsapp us",
    "write to us",
    "visit us",
    "find us",
    "reach us",
    "our clinic",
    "our practice",
    "our surgery",
    "our office",
    "our team",
    "our rooms",
    "our reception",
    "our line",
    "our number",
    "our website",
    "our address",
    "reception",
    "appointment",
    "appointments",
    "to book",
    "book",
    "booking",
    "bookings",
    "emergency",
    "emergencies",
    "out of hours",
    "more info",
    "more information",
    "for info",
    "for details",
    "info",
    "details",
    "register",
    "rsvp",
    "enquiries",
    "enquiry",
    "inquiries",
    "donate",
    "office",
    "clinic",
    "hospital",
    "surgery",
    "practice",
    "pharmacy",
    "venue",
    "conference",
    "centre",
    "center",
    "tickets",
    "apply",
    "applications",
    "cv",
    "submit",
    "questions",
    "sponsor",
    "advert",
    "volunteer",
    "call now",
    "call today",
    "support line",
    "dial in",
    "studies",
    "study",
];

/// Words that tie a contact to one person, whatever else is said.
const PERSONAL_WORDS: &[&str] = &[
    "patient", "pt", "his", "her", "hers", "mum", "mom", "mother", "father", "dad", "wife",
    "husband", "son", "daughter", "lives", "home", "relative", "nok", "mrs", "mr", "miss", "ms",
];

/// Whether the words around atoms `first..=last` show a line, mailbox or address open to everyone.
pub(super) fn is_public_line(scan: &Scan, first: usize, last: usize) -> bool {
    const REACH: usize = 8;
    // Other numbers do not end this window: "Samaritans on 116 123 or …".
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&at| !breaks_before(scan, at + 1));
    let after = (last + 1..scan.atoms.len().min(last + 1 + REACH))
        .take_while(|&at| !breaks_before(scan, at));
    let window: Vec<usize> = before.chain(after).collect();
    let near = |phrases: &[&str]| {
        window
            .iter()
            .any(|&at| any_phrase(scan, at, usize::MAX, phrases))
    };
    near(CRISIS_LINES) || near(PUBLIC_WORDS) && !near(PERSONAL_WORDS)
}
