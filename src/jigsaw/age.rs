//! How old somebody is said to be.

use super::details::{Detail, Kind};
use super::{blur, population};
use crate::lexicon::class;
use crate::text::Text;
use crate::text::token::{self, Shape};
use std::ops::Range;

/// "47-year-old", "94yo", "47F", "aged 9", "turned 100", "he's 93", "fella of 34", "in her 60s", "12 yrs", "10 month old".
pub(super) fn find(text: &Text, at: usize) -> Option<Detail> {
    let token = &text.tokens[at];
    let (years, length) = number(text, at)?;
    let at_end = at + length;
    let word = |place: usize| {
        text.tokens
            .get(place)
            .filter(|other| other.sentence == token.sentence)
            .map_or("", |_| text.word(place))
    };
    let before = |back: usize| at.checked_sub(back).map_or("", word);
    let mut next = at_end;
    while text.tokens.get(next).is_some_and(token::Token::is_passed_over) {
        next += 1;
    }
    let skip = |mut place: usize| {
        while text.tokens.get(place).is_some_and(token::Token::is_passed_over) {
            place += 1;
        }
        place
    };
    let exact = |from: usize, end: usize| Some(of_years(from..end, years, years));
    match word(next) {
        "year" | "years" | "yr" | "yrs" => {
            let old = skip(next + 1);
            if matches!(word(old), "old" | "olds") {
                return exact(at, old + 1);
            }
            // "12 yrs." is an age only where nothing else is counted.
            let alone = matches!(word(next + 1), "" | "." | "," | "\n");
            return (alone && matches!(word(next), "yr" | "yrs") && years > 0)
                .then(|| of_years(at..next + 1, years, years));
        }
        "yo" | "yrs old" => return exact(at, next + 1),
        "y" if word(next + 1) == "/" => return exact(at, next + 3),
        "y" if word(next + 1) == "o" => return exact(at, next + 2),
        "month" | "months" | "week" | "weeks" | "wk" | "day" | "days" | "hour" | "hours" | "mo" => {
            let old = skip(next + 1);
            let is_old = matches!(word(old), "old") || word(next) == "mo";
            return is_old.then(|| of_years(at..if word(next) == "mo" { next + 1 } else { old + 1 }, 0, 1));
        }
        "weeker" | "weekers" => return Some(of_years(at..next + 1, 0, 0)),
        "f" | "m" if next == at + 1 && text.tokens[next].shape.has(Shape::GLUED) => return exact(at, next + 1),
        "s" if next == at + 1 && years.is_multiple_of(10) && years >= 20 => {
            return Some(of_years(at..next + 1, years, years + 9));
        }
        "something" | "ish" => return Some(of_years(at..next + 1, years, years + 9)),
        _ => {}
    }
    let opens = at == text.sentences[token.sentence as usize].start;
    if token.kind != token::Kind::Number {
        // "Callum, six, rang the bell".
        let named = at >= 2 && text.tokens[at - 2].shape.has(Shape::CAPITAL);
        let apart = named && before(1) == "," && matches!(word(next), "," | ".");
        return apart.then(|| of_years(at..at_end, years, years));
    }
    let counted = matches!(
        word(next),
        "weeks"
            | "months"
            | "hours"
            | "minutes"
            | "mins"
            | "kg"
            | "mg"
            | "ml"
            | "km"
            | "%"
            | "days"
            | "times"
            | "patients"
            | "/"
            | ":"
            | "am"
            | "pm"
            | "of"
    );
    if counted || years < 1 {
        return None;
    }
    let announced = matches!(before(1), "aged" | "age" | "turned" | "turns" | "turning");
    let is_state = matches!(before(1), "'s" | "is" | "was")
        && [class::THIRD_PERSON, class::KIN, class::SOMEBODY]
            .iter()
            .any(|who| text.is(at.wrapping_sub(2).min(at), *who));
    let of = before(1) == "of" && at >= 2 && text.is(at - 2, class::SOMEBODY);
    // "84, hawker at …" is an age; "5. Mind the stairs" counts what is listed.
    let comma = matches!(before(1), "," | "(");
    let between = years > 2
        && ((comma && matches!(word(next), "," | ")" | "." | ":")) || (opens && years > 12 && word(next) == ","));
    let ends = matches!(
        word(next),
        "" | "." | "," | "!" | "\n" | "and" | "now" | "on" | "today" | "in" | ";"
    );
    (announced || (is_state && ends) || of || between).then(|| of_years(at..at + 1, years, years))
}

/// A number below 120, in digits or in words ("forty-seven"), and its number of tokens.
fn number(text: &Text, at: usize) -> Option<(u16, usize)> {
    if text.tokens[at].kind == token::Kind::Number {
        let years = text.word(at).parse().ok().filter(|years| *years < 120)?;
        return Some((years, 1));
    }
    let tens = in_words(text.word(at)).filter(|_| text.is(at, class::NUMBER_WORD))?;
    let ones = text
        .tokens
        .get(at + 2)
        .filter(|_| text.word(at + 1) == "-" && (20..100).contains(&tens))
        .and_then(|_| in_words(text.word(at + 2)))
        .filter(|ones| *ones < 10);
    Some(ones.map_or((tens, 1), |ones| (tens + ones, 3)))
}

fn in_words(word: &str) -> Option<u16> {
    const WORDS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &[
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    ];
    let place = |list: &[&str]| list.iter().position(|known| *known == word).map(|at| at as u16);
    place(WORDS)
        .map(|at| at + 1)
        .or_else(|| place(TENS).map(|at| 10 * (at + 2)))
}

fn of_years(tokens: Range<usize>, from: u16, to: u16) -> Detail {
    Detail {
        kind: Kind::Age,
        tokens,
        factor: population::between(from, to),
        source: population::AGES_SOURCE,
        blurred: blur::age(from).to_owned(),
    }
}
