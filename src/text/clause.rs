//! Where clauses begin and end: words taken out or put in must leave whole ones.

use super::token::{Kind, Shape};
use super::{Span, Text};
use crate::lexicon::class;
use std::ops::Range;

impl Text {
    /// A span whose end took words of the clause behind ("smells of toast and I"), without them.
    pub(crate) fn without_next_clause(&self, span: Span) -> Span {
        let tokens = self.tokens_in(span);
        let joint = (tokens.start + 1..tokens.end)
            .rev()
            .find(|token| self.joins(*token) && self.breaks(*token, &self.sentence_of(*token)));
        joint.map_or(span, |joint| self.utf16(tokens.start..joint))
    }

    /// The span, drawn out to the end of the clause it ends in.
    pub(crate) fn to_clause_end(&self, span: Span) -> Span {
        let tokens = self.tokens_in(span);
        if tokens.is_empty() {
            return span;
        }
        let end = self.clause_end(tokens.end - 1);
        Span {
            end: self.utf16(tokens.start..end).end.max(span.end),
            ..span
        }
    }

    /// What to take out so that the clauses a span touches are gone and the rest of the sentence reads on: the clauses with the
    /// commas and the "and" between them and the rest, or the whole sentence. `None` where the span has no words.
    pub(crate) fn clauses_around(&self, span: Span) -> Option<Span> {
        let tokens = self.tokens_in(span);
        if !tokens.clone().any(|token| self.is_word(token)) {
            return None;
        }
        let first = self.sentence_of(tokens.start);
        let last = self.sentence_of(tokens.end - 1);
        let (start, end) = (self.clause_start(tokens.start), self.clause_end(tokens.end - 1));
        let words_before = (first.start..start).rev().find(|token| !self.is_joint(*token));
        let words_behind = (end..last.end).find(|token| !self.is_joint(*token));
        Some(match (words_before, words_behind) {
            (Some(before), _) => Span {
                start: self.utf16(before..before + 1).end,
                end: self.utf16(start..end).end,
            },
            (None, Some(behind)) => Span {
                start: self.utf16(first.start..end).start,
                end: self.utf16(behind..behind + 1).start,
            },
            (None, None) => self.sentence_around(span),
        })
    }

    /// The clauses that a span touches, without what stands between them and the rest.
    pub(crate) fn clauses(&self, span: Span) -> Span {
        let tokens = self.tokens_in(span);
        if tokens.is_empty() {
            return span;
        }
        self.utf16(self.clause_start(tokens.start)..self.clause_end(tokens.end - 1))
    }

    fn sentence_of(&self, token: usize) -> Range<usize> {
        self.sentences[self.tokens[token].sentence as usize].clone()
    }

    fn is_word(&self, token: usize) -> bool {
        let token = &self.tokens[token];
        matches!(token.kind, Kind::Word | Kind::Number) && !token.shape.has(Shape::IN_HASHTAG)
    }

    /// Whether a token only joins clauses: a mark, or "and" and its like.
    fn is_joint(&self, token: usize) -> bool {
        match self.tokens[token].kind {
            Kind::Mark | Kind::LineBreak => true,
            _ => self.joins(token),
        }
    }

    fn joins(&self, token: usize) -> bool {
        matches!(self.word(token), "and" | "so") || self.is(token, class::CLAUSE_BREAK)
    }

    /// Whether a clause ends before this token.
    fn breaks(&self, token: usize, sentence: &Range<usize>) -> bool {
        let seen = &self.tokens[token];
        match seen.kind {
            Kind::Mark => !seen.is_passed_over() && !self.is_of_a_number(token),
            Kind::LineBreak | Kind::Emoji | Kind::Url => true,
            // "… of toast and I am": a new clause; "of toast and cheese" is none.
            _ if matches!(self.word(token), "and" | "so") => {
                token + 1 < sentence.end
                    && (self.is(token + 1, class::AUTHOR)
                        || matches!(
                            self.word(token + 1),
                            "i" | "we" | "you" | "he" | "she" | "they" | "it" | "nobody"
                        ))
            }
            _ => self.is(token, class::CLAUSE_BREAK),
        }
    }

    fn clause_end(&self, last: usize) -> usize {
        let sentence = self.sentence_of(last);
        (last + 1..sentence.end)
            .find(|token| self.breaks(*token, &sentence))
            .unwrap_or(sentence.end)
    }

    fn clause_start(&self, first: usize) -> usize {
        let sentence = self.sentence_of(first);
        (sentence.start..first)
            .rev()
            .find(|token| self.breaks(*token, &sentence))
            .map_or(sentence.start, |token| token + usize::from(self.is_joint(token)))
    }
}
