//! Identifiers with their place in the draft, counted as the browser counts.

use super::{Identifier, find};
use crate::text::Span;

/// Every identifier of a draft's text with the UTF-16 units it covers. Linear in the text.
pub(crate) fn located(text: &str) -> Vec<(Identifier, Span)> {
    let mut units = 0;
    let mut bytes = 0;
    let mut advance_to = |byte: usize| {
        units += text[bytes..byte].encode_utf16().count() as u32;
        bytes = byte;
        units
    };
    find(text)
        .into_iter()
        .map(|identifier| {
            let start = advance_to(identifier.start);
            let end = advance_to(identifier.end);
            (identifier, Span { start, end })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_emoji_as_two_units() {
        let (_, span) = located("🩺 pt nhs no 999 398 2598").remove(0);
        assert_eq!(span, Span { start: 13, end: 25 });
    }
}
