//! "You walked out", "he ate a sandwich before it": what somebody did, told by the one who answers, can be any verb in the past tense, and
//! the same words are harmless after "we are sorry that" or "if". Patterns cannot look back.

use crate::draft::Surface;
use crate::lexicon::{Class, class};
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};
use crate::text::token::{Kind, Shape};

/// How many words before "you" may open the tale ("sorry to hear that you").
const LOOK_BACK: usize = 5;
/// How many words of the tale are underlined.
const TOLD: usize = 7;
/// Words that may stand between who and what: "you then also".
const BETWEEN: &[&str] = &[
    "then", "also", "just", "only", "still", "clearly", "actually", "yourself", "never", "even", "both", "already", "always",
];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    if cx.draft.surface == Surface::Message || !cx.draft_has(Fact::Reply) {
        return;
    }
    for sentence in &cx.text.sentences {
        let mut after = sentence.start;
        for at in sentence.clone() {
            if at < after || !is_subject(cx, at) || is_echo(cx, sentence.start, at) {
                continue;
            }
            if let Some(end) = tale(cx, at + 1, sentence.end) {
                found.at(cx.text.utf16(at..end));
                after = end;
            }
        }
    }
}

/// Whoever is answered, or somebody of theirs.
fn is_subject(cx: &Context<'_>, at: usize) -> bool {
    let own = at > 0 && (cx.text.word(at - 1) == "your" || cx.text.word(at - 1) == "ur");
    matches!(cx.text.word(at), "you" | "ye" | "u") || own && cx.text.is(at, class::KIN)
}

fn is_echo(cx: &Context<'_>, start: usize, at: usize) -> bool {
    (start.max(at.saturating_sub(LOOK_BACK))..at)
        .rev()
        .take_while(|before| !is_pause(cx, *before))
        .any(|before| cx.text.is(before, class::ECHO))
}

/// The end of what is told, if something is.
fn tale(cx: &Context<'_>, mut at: usize, end: usize) -> Option<usize> {
    while at < end && BETWEEN.contains(&cx.text.word(at)) {
        at += 1;
    }
    if at >= end || !is(cx, at, class::PAST_ACT) || cx.text.tokens[at].shape.has(Shape::QUOTED) {
        return None;
    }
    let words = (at + 1..end)
        .take_while(|next| !is_pause(cx, *next))
        .filter(|next| matches!(cx.text.tokens[*next].kind, Kind::Word | Kind::Number));
    Some(words.take(TOLD).last().unwrap_or(at) + 1)
}

fn is(cx: &Context<'_>, at: usize, class: Class) -> bool {
    cx.text.is(at, class)
}

fn is_pause(cx: &Context<'_>, at: usize) -> bool {
    matches!(cx.text.tokens[at].kind, Kind::Mark | Kind::LineBreak) && !cx.text.tokens[at].is_passed_over()
}
