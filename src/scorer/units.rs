//! The words of a sentence as the scorer counts them: spellings folded, numbers and addresses without their digits.

use super::hash::hash_of;
use crate::mentions::Mentions;
use crate::text::Text;
use crate::text::token::{Kind, Shape};
use std::ops::Range;

/// One word, mark or name.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) hash: u32,
    pub(super) tokens: Range<usize>,
    /// Whether it is an ordinary word, whose letters count.
    pub(super) is_word: bool,
    pub(super) all_capitals: bool,
    pub(super) elongated: bool,
}

/// The units of a sentence.
pub(super) fn units(text: &Text, mentions: &Mentions, sentence: Range<usize>) -> Vec<Unit> {
    let mut units = Vec::with_capacity(sentence.len());
    let mut at = sentence.start;
    while at < sentence.end {
        if let Some(length) = mentions.name_at(at) {
            let end = (at + length).min(sentence.end);
            units.push(Unit {
                hash: hash_of("<name>"),
                tokens: at..end,
                is_word: false,
                all_capitals: false,
                elongated: false,
            });
            at = end;
            continue;
        }
        units.extend(Unit::plain(text, at));
        at += 1;
    }
    units
}

impl Unit {
    /// The unit of one token, without looking for names; nothing for what is passed over.
    pub(super) fn plain(text: &Text, at: usize) -> Option<Unit> {
        let token = &text.tokens[at];
        let word = text.word(at);
        let hash = match token.kind {
            Kind::Hashtag => hash_of("<hashtag>"),
            _ if token.is_passed_over() && !matches!(word, "\"" | "*") => return None,
            Kind::LineBreak => return None,
            Kind::Handle => hash_of("<handle>"),
            Kind::Url => hash_of("<url>"),
            Kind::Email => hash_of("<email>"),
            Kind::Number => number(word),
            Kind::Word if token.shape.has(Shape::ELONGATED) => hash_of(folded(word)),
            Kind::Word | Kind::Mark | Kind::Emoji => hash_of(word),
        };
        Some(Unit {
            hash,
            tokens: at..at + 1,
            is_word: token.kind == Kind::Word,
            all_capitals: token.shape.has(Shape::ALL_CAPITALS),
            elongated: token.shape.has(Shape::ELONGATED),
        })
    }
}

/// A number by its form: how many digits, and what stands between them. Small numbers keep their tens.
fn number(word: &str) -> u32 {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let form: String = if digits == word.len() {
        match digits {
            1 => "<1>".into(),
            2 => format!("<2:{}>", &word[..1]),
            4 if word.starts_with("19") || word.starts_with("20") => "<year>".into(),
            digits => format!("<{}>", digits.min(12)),
        }
    } else {
        word.chars()
            .map(|c| if c.is_numeric() { '0' } else { c })
            .take(12)
            .collect()
    };
    hash_of(form)
}

/// The word with each run of one letter as a single letter.
fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}
