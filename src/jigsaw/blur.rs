//! Wider words for a detail, that read as English in its place.

use super::{Detail, Kind};
use crate::report::Fix;
use crate::text::Text;
use crate::text::token;

/// An age in wider words, as an adjective.
pub(super) fn age(years: u16) -> &'static str {
    match years {
        0..=1 => "very young",
        2..=12 => "young",
        13..=19 => "teenage",
        20..=39 => "younger",
        40..=64 => "middle-aged",
        _ => "older",
    }
}

/// A fix that says a detail in wider words; none where only taking the sentence out would help.
pub(crate) fn fix(text: &Text, detail: &Detail) -> Option<Fix> {
    let mut tokens = detail.tokens.clone();
    let word = |at: usize| text.tokens.get(at).map_or("", |_| text.word(at));
    let previous = tokens.start.checked_sub(1);
    let before = previous.map_or("", word);
    let replacement = match detail.kind {
        Kind::Age => {
            let noun_follows = text.tokens.get(tokens.end).is_some_and(|next| {
                next.kind == token::Kind::Word
                    && next.sentence == text.tokens[tokens.start].sentence
                    && !matches!(
                        word(tokens.end),
                        "with"
                            | "who"
                            | "and"
                            | "from"
                            | "in"
                            | "on"
                            | "at"
                            | "came"
                            | "was"
                            | "is"
                            | "just"
                            | "today"
                            | "now"
                    )
            });
            let adjective = detail.blurred.as_str();
            match (before, noun_follows) {
                ("a" | "an", _) => {
                    tokens.start -= 1;
                    let article = if adjective.starts_with('o') { "an" } else { "a" };
                    if noun_follows {
                        format!("{article} {adjective}")
                    } else {
                        format!("{article} {adjective} person")
                    }
                }
                ("aged" | "age" | "turned" | "turns", _) => {
                    tokens.start -= 1;
                    adjective.to_owned()
                }
                ("of", _) => return None,
                (_, true) => adjective.to_owned(),
                ("'s" | "is" | "was", false) => adjective.to_owned(),
                (_, false) => format!("{adjective} person"),
            }
        }
        Kind::Time => {
            if matches!(before, "on" | "at" | "in") {
                tokens.start -= 1;
            }
            detail.blurred.clone()
        }
        Kind::Place => {
            if before == "the" {
                return None;
            }
            detail.blurred.clone()
        }
        // "My 2 pm was a florist": one of a day's list becomes anybody.
        Kind::Institution if matches!(word(tokens.start), "my" | "our") => "a patient".to_owned(),
        Kind::Condition
        | Kind::Event
        | Kind::Family
        | Kind::Sex
        | Kind::Background
        | Kind::Institution
        | Kind::Care => return None,
        Kind::Occupation | Kind::Description => detail.blurred.clone(),
    };
    let begins = text.sentences[text.tokens[tokens.start].sentence as usize].start == tokens.start;
    let replacement = if begins { capital(&replacement) } else { replacement };
    let title = format!("Say \u{201C}{replacement}\u{201D}");
    Some(Fix {
        title,
        replacement,
        span: Some(text.utf16(tokens)),
        reply: false,
    })
}

/// The words as a sentence begins with them.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
