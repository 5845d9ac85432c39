//! Telephone numbers of the ten jurisdictions and India, and any number written internationally.
//!
//! The plans are in [`super::numbering_plans`].
//!
//! Bare: a leading 0, a `+`, North America's 3-3-4 or a 4-4 pair that cannot be two years is `Strong`; the same digits
//! unformatted are `Fair`. Eight plain digits (Hong Kong, Singapore) and local numbers without area code need a word
//! such as "mobile" or "call".

use super::apart::{names_something_else, stands_alone};
use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named;
use super::numbering_plans::{Plan, international, national, unmarked_international};
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

/// A telephone number that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    if continues_a_number(scan, first) {
        return None;
    }
    let start = scan.atoms[first].start;
    let plus =
        scan.byte_before(start) == b'+' || scan.byte_before(start) == b'(' && scan.byte_before(start - 1) == b'+';
    let series = scan.series(first, SPACE | DASH | DOT | BRACKET);
    let (groups, plan) = longest(&series, plus)?;
    let last = first + groups - 1;
    let dots = (first + 1..=last).filter(|&index| scan.gap(index) == DOT).count();
    // Dots are used throughout or not at all; "01.354-6.897" is an interval.
    if dots > 0 && dots < groups - 1 || !stands_alone(scan, first, last) || names_something_else(scan, first, last) {
        return None;
    }
    let keyword = is_named(scan, first, last, NAMES);
    let confidence = if keyword { Confidence::Strong } else { plan.bare? };
    Some(Claim {
        public_line: plan.organisation,
        ..Claim::new(Kind::Phone, first, last, keyword, confidence)
    })
}

/// Whether the atom before is digits of the same number, so that this one is no start.
fn continues_a_number(scan: &Scan, first: usize) -> bool {
    first > 0 && scan.is_digits(first - 1) && scan.gap(first) & (DASH | DOT | BRACKET) != 0 && scan.gap(first) != OTHER
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
            assert_kinds(&[(format!("it is {number} thanks").as_str(), "phone number", number)]);
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
