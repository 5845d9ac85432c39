//! Check-digit arithmetic shared by several kinds. Every function takes digit values 0–9 (not characters) and
//! includes the check digit itself unless its name says otherwise.

/// Luhn's formula (ISO/IEC 7812-1, annex B).
pub(super) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| {
            let digit = u32::from(digit);
            if place % 2 == 0 {
                digit
            } else {
                digit * 2 / 10 + digit * 2 % 10
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// The GS1 check digit: weights 3 and 1 alternate from the right (GS1 General Specifications, 7.9).
pub(super) fn gs1(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| u32::from(digit) * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    sum.is_multiple_of(10)
}

/// The sum of digits times weights; the shorter of the two decides how many are used.
pub(super) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits
        .iter()
        .zip(weights)
        .map(|(&digit, weight)| u32::from(digit) * weight)
        .sum()
}

/// Verhoeff's dihedral check (J. Verhoeff, *Error Detecting Decimal Codes*, 1969).
pub(super) fn verhoeff(digits: &[u8]) -> bool {
    let state = digits.iter().rev().enumerate().fold(0, |state, (place, &digit)| {
        let mut permuted = digit;
        for _ in 0..place % 8 {
            permuted = PERMUTATION[usize::from(permuted)];
        }
        dihedral(state, permuted)
    });
    state == 0
}

const PERMUTATION: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Multiplication in the dihedral group of the pentagon: 0–4 are rotations, 5–9 reflections.
fn dihedral(left: u8, right: u8) -> u8 {
    match (left < 5, right < 5) {
        (true, true) => (left + right) % 5,
        (true, false) => (left + right - 5) % 5 + 5,
        (false, true) => (left - 5 + 5 - right) % 5 + 5,
        (false, false) => (left + 5 - right) % 5,
    }
}

/// Whether two-digit year, month and day (six digits, in that order) are a day of some century.
pub(super) fn is_short_date(year: &[u8], month: &[u8], day: &[u8]) -> bool {
    let value = |pair: &[u8]| pair.iter().fold(0, |sum: u16, &digit| sum * 10 + u16::from(digit));
    // The year's century is unknown; only 29 February of a year like "00" depends on it, and 2000 had one.
    is_day(value(day), value(month), 2000 + value(year))
}

/// Whether day, month and year name a day of the calendar.
pub(super) fn is_day(day: u16, month: u16, year: u16) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(number: &str) -> Vec<u8> {
        number.bytes().map(|byte| byte - b'0').collect()
    }

    #[test]
    fn published_examples_pass_and_one_changed_digit_fails() {
        assert!(luhn(&values("79927398713")) && !luhn(&values("79927398710")));
        assert!(gs1(&values("629104150021" /* GS1's own GTIN example */)
            .into_iter()
            .chain([3])
            .collect::<Vec<_>>()));
        assert!(verhoeff(&values("2363")) && !verhoeff(&values("2364")));
    }

    #[test]
    fn verhoeff_sees_every_swap_of_neighbours() {
        let number = values("142857639810");
        for place in 0..number.len() - 1 {
            let mut swapped = number.clone();
            swapped.swap(place, place + 1);
            assert!(
                swapped == number || verhoeff(&swapped) != verhoeff(&number) || !verhoeff(&number),
                "{place}"
            );
        }
    }

    #[test]
    fn days_follow_the_calendar() {
        assert!(is_day(29, 2, 2024) && !is_day(29, 2, 2023) && !is_day(31, 4, 1999) && !is_day(1, 13, 2000));
    }
}
