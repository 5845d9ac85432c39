//! Telephone numbers of the ten jurisdictions and India, and any number written internationally.
//!
//! Lengths and first digits follow the national plans: Ofcom's National Telephone Numbering Plan (UK), ComReg (IE),
//! OFCA (HK), IMDA (SG), MCMC (MY), ICASA (ZA), ACMA (AU), the Number Administration Deed (NZ), the North American
//! Numbering Plan (US, CA), the Department of Telecommunications (IN); international form as in ITU-T E.164.
//!
//! Bare: a leading 0, a `+`, North America's 3-3-4 or a 4-4 pair that cannot be two years is `Strong`; the same digits
//! unformatted are `Fair`. Eight plain digits (Hong Kong, Singapore) and local numbers without area code need a word
//! such as "mobile" or "call".

use super::claim::{Claim, Confidence};
use super::context::{is_named, names_something_else, stands_alone};
use super::kind::Kind;
use super::scan::{BRACKET, DASH, DOT, OTHER, SPACE, Scan, Series};

const NAMES: &[&str] = &[
    "phone",
    "telephone",
    "tel",
    "mobile",
    "mob",
    "cell",
    "cellphone",
    "call",
    "calls",
    "called",
    "ring",
    "text",
    "whatsapp",
    "his number",
    "her number",
    "their number",
    "my number",
    "new number",
    "ph",
    "hp",
    "handphone",
    "sms",
    "dial",
    "fax",
    "landline",
    "wa",
    "contactable",
];

/// How a national or international number is judged.
struct Plan {
    /// Confidence without a word that names it; `None` when it needs one.
    bare: Option<Confidence>,
    /// Freephone, shared-cost and other numbers given only to organisations.
    organisation: bool,
}

impl Plan {
    fn person(confidence: Confidence) -> Option<Self> {
        Some(Self {
            bare: Some(confidence),
            organisation: false,
        })
    }

    fn named_only() -> Option<Self> {
        Some(Self {
            bare: None,
            organisation: false,
        })
    }

    fn organisation() -> Option<Self> {
        Some(Self {
            bare: Some(Confidence::Strong),
            organisation: true,
        })
    }
}

/// A telephone number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if continues_a_number(scan, first) {
        return None;
    }
    let start = scan.atoms[first].start;
    let plus = scan.byte_before(start) == b'+'
        || scan.byte_before(start) == b'(' && scan.byte_before(start - 1) == b'+';
    let series = scan.series(first, SPACE | DASH | DOT | BRACKET);
    let (groups, plan) = longest(&series, plus)?;
    let last = first + groups - 1;
    let dots = (first + 1..=last)
        .filter(|&index| scan.gap(index) == DOT)
        .count();
    // Dots are used throughout or not at all; "01.354-6.897" is an interval.
    if dots > 0 && dots < groups - 1
        || !stands_alone(scan, first, last)
        || names_something_else(scan, first, last)
    {
        return None;
    }
    let keyword = is_named(scan, first, last, NAMES);
    let confidence = if keyword {
        Confidence::Strong
    } else {
        plan.bare?
    };
    Some(Claim {
        public_line: plan.organisation,
        ..Claim::new(Kind::Phone, first, last, keyword, confidence)
    })
}

/// Whether the atom before is digits of the same number, so that this one is no start.
fn continues_a_number(scan: &Scan, first: usize) -> bool {
    first > 0
        && scan.is_digits(first - 1)
        && scan.gap(first) & (DASH | DOT | BRACKET) != 0
        && scan.gap(first) != OTHER
}

fn longest(series: &Series, plus: bool) -> Option<(usize, Plan)> {
    (1..=series.group_count).rev().find_map(|groups| {
        let (digits, sizes) = series.prefix(groups);
        // A lone first digit is a decimal's or a list's, unless it is North America's 1.
        if groups > 1 && sizes[0] == 1 && digits[0] != 1 && !plus {
            return None;
        }
        let plan = if plus {
            international(digits, sizes)
        } else if digits.starts_with(&[0, 0]) {
            international(&digits[2..], sizes)
        } else {
            national(digits, sizes).or_else(|| unmarked_international(digits, sizes))
        };
        plan.map(|plan| (groups, plan))
    })
}

/// Country codes whose plans we know, with the lengths of what follows (a trunk 0 in brackets may add one).
const COUNTRIES: &[(&[u8], std::ops::RangeInclusive<usize>)] = &[
    (&[4, 4], 9..=11),
    (&[3, 5, 3], 7..=10),
    (&[8, 5, 2], 8..=8),
    (&[6, 0], 8..=11),
    (&[6, 5], 8..=8),
    (&[2, 7], 9..=10),
    (&[6, 1], 9..=10),
    (&[6, 4], 8..=11),
    (&[1], 10..=10),
    (&[9, 1], 10..=11),
];

/// Digits after `+` or `00`, country code included.
fn international(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    if let Some((code, lengths)) = COUNTRIES.iter().find(|(code, _)| digits.starts_with(code)) {
        let rest = &digits[code.len()..];
        if !lengths.contains(&rest.len()) {
            return None;
        }
        let trunk_free = rest.strip_prefix(&[0]).unwrap_or(rest);
        let organisation = matches!(trunk_free, [8, 0, 0, ..] | [8, 0, 8, ..]) && *code != [1]
            || *code == [1] && is_north_american_freephone(rest)
            || *code == [4, 4] && trunk_free[0] == 3;
        return if organisation {
            Plan::organisation()
        } else {
            Plan::person(Confidence::Strong)
        };
    }
    // "+250000000" is a change in a statistic before it is a number in Rwanda.
    let rounded = digits.ends_with(&[0, 0, 0]);
    ((9..=15).contains(&digits.len()) && !rounded && (sizes.len() > 1 || digits.len() >= 11))
        .then_some(Plan {
            bare: Some(Confidence::Fair),
            organisation: false,
        })
}

/// "44 7700 900123", "65 9123 4567", "14155552671": a country code nobody marked.
fn unmarked_international(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    match (digits, sizes) {
        ([4, 4, 7, 1..=9, ..], [2, ..] | [12]) if digits.len() == 12 => {
            Plan::person(Confidence::Fair)
        }
        ([3, 5, 3, 8, ..], [3, ..] | [12]) if digits.len() == 12 => Plan::person(Confidence::Fair),
        ([6, 5, 8 | 9, ..], [2, 4, 4]) | ([8, 5, 2, 5 | 6 | 9, ..], [3, 4, 4]) => {
            Plan::person(Confidence::Fair)
        }
        ([6, 0, 1, ..], [2, ..] | [11 | 12]) if matches!(digits.len(), 11 | 12) => {
            Plan::person(Confidence::Fair)
        }
        ([6, 1, 4, ..] | [2, 7, 6..=8, ..], [2, ..] | [11]) if digits.len() == 11 => {
            Plan::person(Confidence::Fair)
        }
        ([9, 1, 6..=9, ..], [2, ..] | [12]) if digits.len() == 12 => Plan::person(Confidence::Fair),
        _ => None,
    }
}

/// Digits as dialled inside a country; `sizes` are the groups they are written in.
fn national(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    let written_in_groups = sizes.len() > 1 && sizes[0] >= 2;
    let formatted = if written_in_groups {
        Confidence::Strong
    } else {
        Confidence::Fair
    };
    match (digits.len(), digits) {
        (
            10 | 11,
            [0, 8, 0, 0 | 8, ..]
            | [0, 3, 0 | 3, ..]
            | [0, 8, 4, ..]
            | [0, 8, 6, 0, ..]
            | [0, 8, 7, ..],
        ) if digits.len() == 11 || matches!(digits, [0, 8, 0, 0, ..] | [0, 8, 6, 0, ..]) => {
            Plan::organisation()
        }
        (11, [0, 7, 1..=9, ..]) => Plan::person(Confidence::Strong),
        (11, [0, 1 | 2, ..]) => Plan::person(formatted),
        // South African, Australian, Irish and Malaysian mobiles; then every other ten-digit number with area code.
        (10, [0, 4 | 6 | 7 | 8, ..]) => Plan::person(Confidence::Strong),
        (10, [0, 1..=9, ..]) => Plan::person(formatted),
        (9, [0, 8, 0, 0, ..] | [0, 5, 0, 8, ..]) => Plan::organisation(),
        (9, [0, 2, ..]) => Plan::person(formatted),
        (9, [0, 1..=9, ..]) if written_in_groups => Plan::person(Confidence::Fair),
        (9 | 11 | 12, [0, ..]) => Plan::named_only(),
        (10, [1, 8, 0, 0, ..] | [1, 3, 0, 0, ..] | [1, 8, 5, 0, ..] | [1, 8, 9, 0, ..]) => {
            Plan::organisation()
        }
        (10, _) => ten_digits(digits, sizes, formatted),
        (11, [1, rest @ ..])
            if is_north_american(rest) && matches!(sizes, [1, 3, 3, 4] | [1, 10] | [11]) =>
        {
            if is_north_american_freephone(rest) {
                Plan::organisation()
            } else {
                Plan::person(if sizes.len() > 1 {
                    Confidence::Strong
                } else {
                    Confidence::Fair
                })
            }
        }
        (8, _) => eight_digits(digits, sizes),
        (7, [2..=9, ..]) if matches!(sizes, [3, 4] | [7]) => Plan::named_only(),
        _ => None,
    }
}

/// North America in 3-3-4, Indian mobiles in 5-5 or plain.
fn ten_digits(digits: &[u8], sizes: &[u8], formatted: Confidence) -> Option<Plan> {
    match sizes {
        [3, 3, 4] | [3, 7] | [10] if is_north_american_freephone(digits) => Plan::organisation(),
        [3, 3, 4] | [3, 7] | [10] if is_north_american(digits) => Plan::person(formatted),
        [5, 5] | [10] | [4, 3, 3] | [3, 3, 4] if digits[0] >= 6 => Plan::person(formatted),
        _ => None,
    }
}

/// Hong Kong and Singapore (4-4), and local numbers of Australia and Malaysia.
fn eight_digits(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    let rounded = digits.ends_with(&[0, 0]);
    let is_year = |group: &[u8]| matches!(group, [1, 9, ..] | [2, 0, ..]);
    match sizes {
        [4, 4] if is_year(&digits[..4]) && is_year(&digits[4..]) => None,
        [4, 4] if matches!(digits[0], 2 | 3 | 5 | 6 | 8 | 9) && !rounded => {
            Plan::person(Confidence::Fair)
        }
        [4, 4] | [8] if matches!(digits[0], 2..=9) => Plan::named_only(),
        _ => None,
    }
}

/// Area code and exchange of North America: neither begins with 0 or 1, neither is a service code such as 911.
fn is_north_american(digits: &[u8]) -> bool {
    let is_code = |code: &[u8]| code[0] >= 2 && code[1..] != [1, 1];
    digits.len() == 10 && is_code(&digits[..3]) && is_code(&digits[3..6])
}

fn is_north_american_freephone(digits: &[u8]) -> bool {
    digits.len() == 10
        && matches!(
            digits,
            [8, 0, 0, ..]
                | [8, 3, 3, ..]
                | [8, 4, 4, ..]
                | [8, 5, 5, ..]
                | [8, 6, 6, ..]
                | [8, 7, 7, ..]
                | [8, 8, 8, ..]
        )
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_public, assert_quiet};

    /// Numbers are from the ranges that regulators keep for drama, or end in repeated digits.
    #[test]
    fn every_jurisdiction_in_the_ways_people_write_it() {
        let numbers = [
            "07700 900123",
            "07700900123",
            "+44 7700 900123",
            "+44 (0)7700 900123",
            "(020) 7946 0018",
            "020 7946 0018",
            "0044 7700 900123",
            "01632 960001",
            "087 123 4567",
            "+353 87 123 4567",
            "01 496 0012",
            "9123 4567",
            "+852 5123 4567",
            "+65 9123 4567",
            "012-345 6789",
            "03-2345 6789",
            "+60 12-345 6789",
            "011-1234 5678",
            "082 123 4567",
            "+27 82 123 4567",
            "021 123 4567",
            "0491 570 156",
            "+61 491 570 156",
            "(02) 5550 1234",
            "021 555 0123",
            "+64 21 555 0123",
            "(415) 555-2671",
            "415-555-2671",
            "415.555.2671",
            "+1 415 555 2671",
            "1-415-555-2671",
            "98765 43210",
            "+91 98765 43210",
            "0821234567",
            "0412345678",
        ];
        for number in numbers {
            assert_kinds(&[(
                format!("it is {number} thanks").as_str(),
                "phone number",
                number,
            )]);
        }
    }

    #[test]
    fn run_into_words_or_named() {
        assert_kinds(&[
            ("ring me on07700900123pls", "phone number", "07700900123"),
            ("her mobile is 91234567", "phone number", "91234567"),
            ("call mum on 555-0123", "phone number", "555-0123"),
        ]);
    }

    #[test]
    fn helplines_and_switchboards_are_public() {
        assert_public(&[
            "Samaritans on 116 123 or 020 7946 0018",
            "freephone 0800 1111 222",
            "1800 555 012 is free",
            "call 1-800-555-0199",
            "call us on 020 7946 0018 to book",
            "our clinic on 9123 4567",
            "reception 01632 960001",
        ]);
    }

    #[test]
    fn years_ranges_scores_and_statistics_are_quiet() {
        assert_quiet(&[
            "2341 2341 2347",
            "called in 2007-2013",
            "CI 01.354-6.897",
            "2019 2020 were hard",
            "2015-2016",
            "1,234,567 people",
            "3000-4000 steps",
            "call 999 or 111 or 988",
            "116 123",
            "+250000000",
            "0.8712345678",
            "12 34 56 78",
            "won 6-3 6-4 7-5",
            "10.1056/nejmoa2034577",
        ]);
    }
}
