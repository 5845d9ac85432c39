//! National numbering plans and the international form: which digits, in which groups, are a telephone number.
//!
//! Lengths and first digits follow Ofcom's National Telephone Numbering Plan (UK), ComReg (IE), OFCA (HK), IMDA (SG),
//! MCMC (MY), ICASA (ZA), ACMA (AU), the Number Administration Deed (NZ), the North American Numbering Plan (US, CA), the
//! Department of Telecommunications (IN); the international form is ITU-T E.164.

use super::claim::Confidence;

/// How a national or international number is judged.
pub(super) struct Plan {
    /// Confidence without a word that names it; `None` when it needs one.
    pub bare: Option<Confidence>,
    /// Freephone, shared-cost and other numbers given only to organisations.
    pub organisation: bool,
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
pub(super) fn international(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
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
    ((9..=15).contains(&digits.len()) && !rounded && (sizes.len() > 1 || digits.len() >= 11)).then_some(Plan {
        bare: Some(Confidence::Fair),
        organisation: false,
    })
}

/// "44 7700 900123", "65 9123 4567", "14155552671": a country code nobody marked.
pub(super) fn unmarked_international(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    match (digits, sizes) {
        ([4, 4, 7, 1..=9, ..], [2, ..] | [12]) if digits.len() == 12 => Plan::person(Confidence::Fair),
        ([3, 5, 3, 8, ..], [3, ..] | [12]) if digits.len() == 12 => Plan::person(Confidence::Fair),
        ([6, 5, 8 | 9, ..], [2, 4, 4]) | ([8, 5, 2, 5 | 6 | 9, ..], [3, 4, 4]) => Plan::person(Confidence::Fair),
        ([6, 0, 1, ..], [2, ..] | [11 | 12]) if matches!(digits.len(), 11 | 12) => Plan::person(Confidence::Fair),
        ([6, 1, 4, ..] | [2, 7, 6..=8, ..], [2, ..] | [11]) if digits.len() == 11 => Plan::person(Confidence::Fair),
        ([9, 1, 6..=9, ..], [2, ..] | [12]) if digits.len() == 12 => Plan::person(Confidence::Fair),
        _ => None,
    }
}

/// Digits as dialled inside a country; `sizes` are the groups they are written in.
pub(super) fn national(digits: &[u8], sizes: &[u8]) -> Option<Plan> {
    let written_in_groups = sizes.len() > 1 && sizes[0] >= 2;
    let formatted = if written_in_groups {
        Confidence::Strong
    } else {
        Confidence::Fair
    };
    match (digits.len(), digits) {
        (10 | 11, [0, 8, 0, 0 | 8, ..] | [0, 3, 0 | 3, ..] | [0, 8, 4, ..] | [0, 8, 6, 0, ..] | [0, 8, 7, ..])
            if digits.len() == 11 || matches!(digits, [0, 8, 0, 0, ..] | [0, 8, 6, 0, ..]) =>
        {
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
        (10, [1, 8, 0, 0, ..] | [1, 3, 0, 0, ..] | [1, 8, 5, 0, ..] | [1, 8, 9, 0, ..]) => Plan::organisation(),
        (10, _) => ten_digits(digits, sizes, formatted),
        (11, [1, rest @ ..]) if is_north_american(rest) && matches!(sizes, [1, 3, 3, 4] | [1, 10] | [11]) => {
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
        [4, 4] if matches!(digits[0], 2 | 3 | 5 | 6 | 8 | 9) && !rounded => Plan::person(Confidence::Fair),
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
