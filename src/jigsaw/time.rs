//! When something happened: words for days and weeks, clock times and dates.

use crate::lexicon::class;
use crate::text::Text;
use crate::text::month;
use crate::text::token::Kind;

/// How finely a reader can place an event in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Month,
    Week,
    Day,
}

/// The time that begins at a token: how many tokens it has and how fine it is.
pub(super) fn at(text: &Text, at: usize) -> Option<(usize, Grain)> {
    let by_words = [
        (class::WHEN_DAY, Grain::Day),
        (class::WHEN_WEEK, Grain::Week),
        (class::WHEN_MONTH, Grain::Month),
    ]
    .into_iter()
    .filter_map(|(class, grain)| Some((text.longest(at, class)?, grain)))
    .max();
    by_words.or_else(|| clock(text, at)).or_else(|| date(text, at))
}

/// "4am", "at 04:12".
fn clock(text: &Text, at: usize) -> Option<(usize, Grain)> {
    let number = text.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let next = text.tokens.get(at + 1).filter(|next| next.sentence == number.sentence);
    let hour: u32 = text.word(at).split([':', '.']).next()?.parse().ok()?;
    let half = next.is_some() && matches!(text.word(at + 1), "am" | "pm");
    let exact = text.word(at).contains(':') && text.word(at).len() <= 5;
    let said = at > 0 && matches!(text.word(at - 1), "at" | "around" | "about");
    (hour < 24 && (half || (exact && said))).then_some((1 + usize::from(half), Grain::Day))
}

/// "9 January", "January 9", "on the 9th".
fn date(text: &Text, at: usize) -> Option<(usize, Grain)> {
    let is_month = |at: usize| {
        text.tokens.get(at).is_some_and(|token| token.kind == Kind::Word) && month::number(text.word(at)).is_some()
    };
    let is_day = |at: usize| {
        text.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
            && text.word(at).parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    };
    let same = |other: usize| {
        text.tokens
            .get(other)
            .is_some_and(|token| token.sentence == text.tokens[at].sentence)
    };
    let ordinal = |at: usize| text.tokens.get(at).is_some() && matches!(text.word(at), "st" | "nd" | "rd" | "th");
    if is_day(at) {
        let mut length = 1;
        if same(at + 1) && ordinal(at + 1) {
            length += 1;
        }
        if same(at + length) && is_month(at + length) {
            return Some((length + 1, Grain::Day));
        }
        let the = at > 1 && text.word(at - 1) == "the" && text.word(at - 2) == "on";
        return (the && length == 2).then_some((length, Grain::Day));
    }
    (is_month(at) && same(at + 1) && is_day(at + 1)).then_some((2, Grain::Day))
}
