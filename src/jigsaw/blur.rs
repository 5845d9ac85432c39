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
    let previous = tokens.start.checked_sub(1);
    let before = previous.map_or("", |at| text.word(at));
    let replacement = match detail.kind {
        Kind::Age => {
            let (takes_before, replacement) = age_in_place(text, detail, before)?;
            tokens.start -= usize::from(takes_before);
            replacement
        }
        Kind::Time => {
            tokens.start -= usize::from(matches!(before, "on" | "at" | "in"));
            detail.blurred.clone()
        }
        Kind::Place if before == "the" => return None,
        // "My 2 pm was a florist": one of a day's list becomes anybody.
        Kind::Institution if matches!(text.word(tokens.start), "my" | "our") => "a patient".to_owned(),
        Kind::Condition
        | Kind::Event
        | Kind::Family
        | Kind::Sex
        | Kind::Background
        | Kind::Institution
        | Kind::Care => return None,
        Kind::Place | Kind::Occupation | Kind::Description => detail.blurred.clone(),
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

/// An age in wider words between its neighbours, and whether they take the word before it along: "a 47-year-old" becomes "a middle-aged
/// person", "aged 47" becomes "middle-aged". None where no wider age reads as English.
fn age_in_place(text: &Text, detail: &Detail, before: &str) -> Option<(bool, String)> {
    let adjective = detail.blurred.as_str();
    let is_followed = has_a_noun_after(text, detail);
    let whole = if is_followed {
        adjective.to_owned()
    } else {
        format!("{adjective} person")
    };
    Some(match before {
        "a" | "an" => {
            let article = if adjective.starts_with('o') { "an" } else { "a" };
            (true, format!("{article} {whole}"))
        }
        "aged" | "age" | "turned" | "turns" => (true, adjective.to_owned()),
        "of" => return None,
        "'s" | "is" | "was" => (false, adjective.to_owned()),
        _ => (false, whole),
    })
}

/// Whether the age belongs to a word behind it: "47-year-old teacher", not "47-year-old with a cough".
fn has_a_noun_after(text: &Text, detail: &Detail) -> bool {
    /// Words that begin something else.
    const OTHER: [&str; 13] = [
        "with", "who", "and", "from", "in", "on", "at", "came", "was", "is", "just", "today", "now",
    ];
    let after = detail.tokens.end;
    text.tokens.get(after).is_some_and(|next| {
        next.kind == token::Kind::Word
            && next.sentence == text.tokens[detail.tokens.start].sentence
            && !OTHER.contains(&text.word(after))
    })
}

/// The words as a sentence begins with them.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
