//! Direct identifiers: numbers, contacts, places and dates that point at one person.
//!
//! [`find`] is a pure function of the text. One walk ([`scan`]) cuts the text into runs of letters and of digits; every
//! kind has a finder in its own file that looks at a bounded number of runs from a starting run, so the whole is linear
//! in the text whatever it holds. Finders return claims; where claims overlap the better evidence stays.
//!
//! What each kind takes for evidence, with its source and the odds of a chance hit, stands at the head of its file.

mod aadhaar;
mod address;
mod apart;
mod australia;
mod bed;
mod canada;
mod checks;
mod claim;
mod dates;
mod email;
mod file_link;
mod hong_kong;
mod ireland;
mod kind;
mod located;
mod malaysia;
mod national_insurance;
mod nearby;
mod new_zealand;
mod nhs;
mod number_plate;
mod numbering_plans;
mod phone;
mod postcode;
mod public_line;
mod records;
mod scan;
mod singapore;
mod south_africa;
mod spelled;
#[cfg(test)]
mod testing;
mod united_states;
mod zones;

pub use claim::Confidence;
pub use kind::{Jurisdiction, Kind};
pub(crate) use located::located;

use claim::Claim;
use scan::Scan;
use zones::Zone;

/// Characters that point at one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What they are.
    pub kind: Kind,
    /// First byte in the text given to [`find`].
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Whether a word near by names them.
    pub keyword: bool,
    /// How sure the finding is.
    pub confidence: Confidence,
    /// A contact open to everyone (helpline, switchboard, shared mailbox): worth nothing to a reader who wants to
    /// know a patient.
    pub public_line: bool,
}

type Finder = fn(&Scan, usize) -> Option<Claim>;

/// Finders that start at a run of digits.
const FROM_DIGITS: &[Finder] = &[
    nhs::find,
    ireland::find_pps,
    ireland::find_ihi,
    malaysia::find,
    south_africa::find,
    australia::find_medicare,
    australia::find_ihi,
    australia::find_tax_file,
    united_states::find_ssn,
    united_states::find_mbi,
    canada::find_sin,
    canada::find_ten_digits,
    canada::find_other_province,
    aadhaar::find,
    phone::find,
    address::find,
    dates::find,
    number_plate::find,
    records::find_named,
    records::find_unlabelled,
];

/// Finders that start at a run of letters.
const FROM_LETTERS: &[Finder] = &[
    hong_kong::find,
    singapore::find,
    new_zealand::find,
    canada::find_quebec,
    national_insurance::find,
    postcode::find,
    number_plate::find,
    bed::find,
    dates::find,
    spelled::find,
    records::find_named,
    email::find,
];

/// Finds every direct identifier in `text`, in order of place, none overlapping another.
///
/// Case, full-width forms, no-break spaces, dashes of all kinds and zero-width characters make no difference.
pub fn find(text: &str) -> Vec<Identifier> {
    let scan = Scan::new(text);
    let mut claims: Vec<Claim> = Vec::new();
    for (index, atom) in scan.atoms.iter().enumerate() {
        let finders: &[Finder] = match atom.zone {
            Zone::Prose if atom.digits => FROM_DIGITS,
            Zone::Prose => FROM_LETTERS,
            Zone::Link => &[file_link::find],
            Zone::Email => &[email::find],
            Zone::Tag => &[],
        };
        claims.extend(finders.iter().filter_map(|find| find(&scan, index)));
    }
    without_overlaps(claims)
        .into_iter()
        .map(|claim| {
            let bytes = scan.byte_range(start_of(&scan, &claim)..end_of(&scan, &claim));
            Identifier {
                kind: claim.kind,
                start: bytes.start,
                end: bytes.end,
                keyword: claim.keyword,
                confidence: claim.confidence,
                public_line: claim.public_line
                    || claim.kind.is_contact() && public_line::is_public_line(&scan, claim.first, claim.last),
            }
        })
        .collect()
}

/// A phone number begins at its plus sign or opening bracket; everything else at its first atom.
fn start_of(scan: &Scan, claim: &Claim) -> usize {
    let mut start = scan.atoms[claim.first].start;
    if claim.kind == Kind::Phone {
        start -= usize::from(scan.byte_before(start) == b'+');
        let closes = scan.slice(start..scan.atoms[claim.last].end).find([')', '(']);
        let opened = closes.is_some_and(|at| scan.byte(start + at) == b')');
        start -= usize::from(opened && scan.byte_before(start) == b'(');
    }
    start
}

/// An identity card number reaches to its closing bracket; everything else to its last atom.
fn end_of(scan: &Scan, claim: &Claim) -> usize {
    let end = scan.atoms[claim.last].end;
    match claim.kind {
        Kind::Hkid if scan.byte(end) == b')' && scan.byte_before(scan.atoms[claim.last].start) == b'(' => end + 1,
        _ => end,
    }
}

/// Keeps the claim with the better evidence wherever two overlap; equal evidence goes to the longer, then to the kind
/// that is listed first.
fn without_overlaps(mut claims: Vec<Claim>) -> Vec<Claim> {
    claims.sort_by_key(|claim| (claim.first, claim.last));
    let mut kept: Vec<Claim> = Vec::with_capacity(claims.len());
    for claim in claims {
        let rank = |claim: &Claim| (claim.weight(), claim.last - claim.first, std::cmp::Reverse(claim.kind));
        match kept.last_mut() {
            Some(last) if claim.first <= last.last => {
                if rank(&claim) > rank(last) {
                    *last = claim;
                }
            }
            _ => kept.push(claim),
        }
    }
    kept
}
