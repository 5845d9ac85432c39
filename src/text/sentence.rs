//! Where sentences end.

use super::token::{Kind, Shape, Token};
use std::ops::Range;

/// Short forms after which a point does not end a sentence.
const SHORT_FORMS: &[&str] = &[
    "al", "approx", "capt", "col", "cf", "dr", "e", "eg", "etc", "fig", "g", "ie", "jr", "mdm", "mr", "mrs", "ms", "p",
    "prof", "rev", "sgt", "sr", "st", "vs",
];

/// Numbers the sentences of `tokens` and returns the tokens of each. Ends are: full stop, question and exclamation mark (with
/// what closes behind them), line break, and a run of emoji unless a small letter follows.
pub(super) fn split(tokens: &mut [Token], view: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        tokens[at].sentence = sentences.len() as u32;
        if ends_after(tokens, view, at) {
            sentences.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

fn text<'v>(view: &'v str, token: &Token) -> &'v str {
    &view[token.start as usize..token.end as usize]
}

fn ends_after(tokens: &[Token], view: &str, at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1);
    match token.kind {
        Kind::LineBreak => true,
        Kind::Emoji => next.is_some_and(|next| next.kind == Kind::Word && next.shape.has(Shape::CAPITAL)),
        Kind::Mark => {
            let closes = matches!(text(view, token), "\"" | "'" | ")" | "]") && token.shape.has(Shape::GLUED);
            let end = if closes { at.checked_sub(1) } else { Some(at) };
            let next_belongs = next.is_some_and(|next| {
                next.kind == Kind::LineBreak
                    || (next.shape.has(Shape::GLUED) && next.kind != Kind::Word)
                    || next.kind == Kind::Emoji
            });
            end.is_some_and(|end| is_stop(tokens, view, end)) && !next_belongs
        }
        _ => false,
    }
}

fn is_stop(tokens: &[Token], view: &str, at: usize) -> bool {
    let token = &tokens[at];
    match text(view, token) {
        "!" | "?" | "…" => token.kind == Kind::Mark,
        "." => {
            let glued_to_a_word = tokens.get(at + 1).is_some_and(|next| {
                next.kind == Kind::Word && next.shape.has(Shape::GLUED) && !next.shape.has(Shape::CAPITAL)
            });
            let before = at
                .checked_sub(1)
                .map(|before| &tokens[before])
                .filter(|_| token.shape.has(Shape::GLUED));
            let short = before.is_some_and(|before| {
                let word = text(view, before);
                let initial = before.shape.has(Shape::CAPITAL) && word.chars().count() == 1 && word != "i";
                // "No." is short for "number" before a number only.
                let number = word == "no" && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number);
                before.kind == Kind::Word && (initial || number || SHORT_FORMS.binary_search(&word).is_ok())
            });
            !glued_to_a_word && !short
        }
        _ => false,
    }
}
