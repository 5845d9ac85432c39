//! How words that are put in or taken out leave proper spaces and capitals behind.

use crate::text::Span;

/// The span with one of the spaces around it: removing words from the middle of a text would leave two.
pub(super) fn with_one_space(units: &[u16], span: Span) -> Span {
    let at = |place: Option<usize>| place.and_then(|place| units.get(place)).copied();
    let space = |unit: Option<u16>| unit == Some(u16::from(b' '));
    let before = at((span.start as usize).checked_sub(1));
    let after = at(Some(span.end as usize));
    let ends_word = after.is_none_or(|unit| !char::from_u32(unit.into()).is_some_and(char::is_alphanumeric));
    if space(before) && ends_word {
        Span {
            start: span.start - 1,
            ..span
        }
    } else if before.is_none() && space(after) {
        Span {
            end: span.end + 1,
            ..span
        }
    } else {
        span
    }
}

fn letter(units: &[u16], at: u32) -> Option<char> {
    units.get(at as usize).and_then(|unit| char::from_u32((*unit).into()))
}

/// Whether the first letter of these words is a capital.
pub(super) fn begins_large(units: &[u16], span: Span) -> bool {
    (span.start..span.end)
        .filter_map(|at| letter(units, at))
        .find(|letter| !letter.is_whitespace())
        .is_some_and(char::is_uppercase)
}

/// With a capital at the beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Where a removal takes the capital of a sentence away, the next word gets it: the span with that letter, and the letter made large.
pub(super) fn with_capital(units: &[u16], span: Span) -> (Span, String) {
    let begins = (0..span.start)
        .rev()
        .filter_map(|at| letter(units, at))
        .find(|before| *before != ' ')
        .is_none_or(|before| matches!(before, '.' | '!' | '?' | '\n'));
    match letter(units, span.end).filter(|next| next.is_lowercase()) {
        Some(next) if begins && begins_large(units, span) => (
            Span {
                end: span.end + 1,
                ..span
            },
            next.to_uppercase().collect(),
        ),
        _ => (span, String::new()),
    }
}
