//! The first step: what was typed, as words and sentences that know where they stand.
//!
//! [`View`] makes characters plain, [`tokenise`] cuts words, [`sentence`] finds sentences, the lexicons tag words. Each is one pass
//! over the text; nothing later looks at characters again, but for identifiers.

mod clause;
pub(crate) mod contraction;
mod hashtag;
pub(crate) mod month;
mod quotation;
mod sentence;
mod span;
mod spelling;
pub(crate) mod token;
mod tokenise;
mod view;

use crate::lexicon::{Class, Tag, Tags};
pub use span::Span;
use std::ops::Range;
use token::{Kind, Token};
use view::View;

/// A text, read.
#[derive(Debug)]
pub(crate) struct Text {
    view: View,
    /// In the order of the text; never empty runs.
    pub(crate) tokens: Vec<Token>,
    /// The tokens of each sentence.
    pub(crate) sentences: Vec<Range<usize>>,
    tags: Tags,
}

impl Text {
    /// Reads `original`. Linear in its length.
    pub(crate) fn new(original: &str) -> Self {
        let view = View::new(original);
        let mut tokens = tokenise::tokens(&view);
        quotation::mark(&mut tokens, view.text());
        let sentences = sentence::split(&mut tokens, view.text());
        let tags = Tags::new(&tokens);
        Text {
            view,
            tokens,
            sentences,
            tags,
        }
    }

    /// The normalised text.
    pub(crate) fn view(&self) -> &str {
        self.view.text()
    }

    /// The normalised characters of a token.
    pub(crate) fn word(&self, token: usize) -> &str {
        let token = &self.tokens[token];
        &self.view.text()[token.start as usize..token.end as usize]
    }

    /// The classes that begin at a token, with the number of tokens each covers.
    pub(crate) fn tags(&self, token: usize) -> &[Tag] {
        self.tags.at(token)
    }

    /// Whether a word or phrase of the class begins at the token.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.tags.of(token, class).next().is_some()
    }

    /// The number of tokens of the longest word or phrase of the class that begins at the token.
    pub(crate) fn longest(&self, token: usize, class: Class) -> Option<usize> {
        self.tags.of(token, class).map(|tag| usize::from(tag.tokens)).max()
    }

    /// Whether a word or phrase of the class ends at the token.
    pub(crate) fn ends_with(&self, token: usize, class: Class) -> bool {
        /// Phrases longer than this announce nothing.
        const LONGEST: usize = 4;
        (0..LONGEST.min(token + 1)).any(|back| {
            let mut tags = self.tags.of(token - back, class);
            tags.any(|tag| usize::from(tag.tokens) == back + 1)
        })
    }

    /// Whether a mark belongs to the number beside it: "97%", "£5".
    pub(crate) fn is_of_a_number(&self, token: usize) -> bool {
        let is_number = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at))
                .is_some_and(|at| at.kind == Kind::Number)
        };
        match self.word(token) {
            "%" => is_number(token.checked_sub(1)),
            "£" | "$" | "€" => is_number(Some(token + 1)),
            _ => false,
        }
    }

    /// Where tokens stand in the original.
    pub(crate) fn utf16(&self, tokens: Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)),
        ) {
            (Some(first), Some(last)) if !tokens.is_empty() => self.view.utf16(first.start as usize, last.end as usize),
            _ => Span::default(),
        }
    }

    /// The first token that a span touches.
    pub(crate) fn token_at(&self, span: Span) -> Option<usize> {
        let ends_before = |token: &Token| self.view.utf16(token.start as usize, token.end as usize).end <= span.start;
        let first = self.tokens.partition_point(ends_before);
        (first < self.tokens.len()).then_some(first)
    }

    /// The sentences that a span touches, without the line break behind them.
    pub(crate) fn sentence_around(&self, span: Span) -> Span {
        let Range {
            start: first,
            end: last,
        } = self.tokens_in(span);
        if first >= last {
            return span;
        }
        let sentence = |token: usize| self.sentences[self.tokens[token].sentence as usize].clone();
        let (start, mut end) = (sentence(first).start, sentence(last - 1).end);
        while end > last && self.tokens[end - 1].kind == Kind::LineBreak {
            end -= 1;
        }
        self.utf16(start..end)
    }

    /// The tokens that a span touches.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let at = |token: &Token| self.view.utf16(token.start as usize, token.end as usize);
        let first = self.tokens.partition_point(|token| at(token).end <= span.start);
        let end = self.tokens.partition_point(|token| at(token).start < span.end);
        first..end.max(first)
    }

    /// From the first token to the last.
    pub(crate) fn all(&self) -> Span {
        self.utf16(0..self.tokens.len())
    }

    /// The next token that patterns see, at or after `from` and before `end`.
    pub(crate) fn seen_from(&self, mut from: usize, end: usize) -> usize {
        while from < end && self.tokens[from].is_passed_over() {
            from += 1;
        }
        from
    }
}

#[cfg(test)]
mod tests;
