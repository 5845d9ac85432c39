//! Which words to underline: those that a closer look has named, or that carry the score.

use super::passage::Passage;
use super::reading::Reading;
use super::table::{ANY, Table};
use crate::text::token::Kind;
use crate::text::{Span, Text};
use std::ops::Range;

/// How much the head for "anything risky" counts beside the category's.
const ANY_SHARE: f32 = 0.5;

/// Words of less than this part of the mean positive word do not lengthen a run.
const COST: f32 = 0.5;

/// Of a sentence with more tokens only those clauses are underlined that carry most.
const WHOLE: usize = 30;

/// A run that ends so few tokens before its clause does is underlined up to there, and begins likewise.
const NEAR: usize = 4;

/// A word so near the end of a run that joins it to what follows ends it.
const LOOSE: usize = 3;

/// A clause of fewer words says nothing by itself.
const LEAST_WORDS: usize = 4;

/// The words that a closer look has named for this category, as far as the clauses reach in which they begin and end if that is near.
pub(super) fn named<'a>(
    text: &'a Text,
    passage: &Passage,
    reading: &'a Reading,
    category: usize,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let of_passage = passage.tokens(text);
    let from = text.utf16(of_passage.clone()).start;
    let runs = reading.runs.iter().filter(move |[of, ..]| *of as usize == category);
    runs.filter_map(move |[_, start, end]| {
        let [start, end] = [start, end].map(|at| from.saturating_add(*at));
        let is_in = |token: &usize| {
            let words = text.utf16(*token..token + 1);
            words.start < end && start < words.end
        };
        let first = of_passage.clone().find(is_in)?;
        let last = of_passage.clone().rfind(is_in)?;
        let sentence = &text.sentences[text.tokens[first].sentence as usize];
        let run = first..(last + 1).min(sentence.end);
        let whole = to_clause_ends(text, sentence, run.clone());
        let start = if run.start - whole.start <= NEAR {
            whole.start
        } else {
            run.start
        };
        let end = if whole.end - run.end <= NEAR {
            whole.end
        } else {
            // Not "…, so I".
            let mut last = (run.start + 1).max(run.end.saturating_sub(LOOSE))..run.end;
            last.find(|token| joins(text, *token)).unwrap_or(run.end)
        };
        trimmed(text, start..end)
    })
}

/// A run without what has been said of it: all of it if nothing has, else its whole clauses that are long enough.
pub(super) fn left_over(text: &Text, run: &Range<usize>, said: &[Span]) -> Vec<Range<usize>> {
    if said.is_empty() {
        return vec![run.clone()];
    }
    let is_said = |token: &usize| said.iter().any(|span| span.overlaps(text.utf16(*token..token + 1)));
    let is_border = |token: &usize| divides(text, *token) || joins(text, *token);
    let says_much = |part: &Range<usize>| {
        let words = part.clone().filter(|token| text.tokens[*token].kind == Kind::Word);
        words.count() >= LEAST_WORDS
    };
    let tokens: Vec<usize> = run.clone().collect();
    let clauses = tokens.split(is_said).filter_map(|part| {
        let (first, last) = (*part.first()?, *part.last()?);
        let first = if first == run.start {
            first
        } else {
            part.iter().copied().find(is_border)?
        };
        let end = if last + 1 == run.end {
            run.end
        } else {
            part.iter().copied().rfind(is_border)?
        };
        trimmed(text, first..end)
    });
    clauses.filter(says_much).collect()
}

/// The sentence that speaks most for this category, or of a long one the clauses that do.
pub(super) fn carrying(table: &Table, text: &Text, passage: &Passage, category: usize) -> Option<Range<usize>> {
    let Range { start: first, end } = passage.tokens(text);
    let mut carried = vec![0.0_f32; end - first];
    for feature in &passage.features {
        let weight: f32 = table
            .weights(feature.id)
            .map(|(head, weight)| match head {
                ANY => weight * ANY_SHARE,
                head if head == category => weight,
                _ => 0.0,
            })
            .sum();
        let share = weight / feature.tokens.len() as f32;
        for token in feature.tokens.clone() {
            carried[token - first] += share;
        }
    }
    let positive = carried.iter().copied().filter(|value| *value > 0.0);
    let (sum, count) = positive.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    let cost = COST * sum / f32::max(count, 1.0);
    let value = |token: usize| carried[token - first];
    let sum = |sentence: &Range<usize>| sentence.clone().map(value).sum::<f32>();
    let sentences = text.sentences[passage.sentences.clone()].iter();
    let sentence = sentences.max_by(|one, other| sum(one).total_cmp(&sum(other)))?.clone();
    if sentence.len() <= WHOLE {
        return trimmed(text, sentence);
    }
    let run = heaviest(sentence.clone(), |token| value(token) - cost)?;
    trimmed(text, to_clause_ends(text, &sentence, run))
}

/// Whether a clause ends or begins at this token.
fn divides(text: &Text, token: usize) -> bool {
    text.tokens[token].kind == Kind::LineBreak
        || match text.word(token) {
            // The hyphen of "47-year-old" divides nothing.
            "-" => !text.tokens[token].is_passed_over(),
            mark => matches!(mark, "," | ";" | ":" | "–" | "—" | "(" | ")" | "…"),
        }
}

/// Whether this word joins what follows to what it follows.
fn joins(text: &Text, token: usize) -> bool {
    matches!(text.word(token), "and" | "but" | "or" | "so" | "because" | "as")
}

/// The run with the greatest sum.
fn heaviest(tokens: Range<usize>, value: impl Fn(usize) -> f32) -> Option<Range<usize>> {
    let mut best: Option<(Range<usize>, f32)> = None;
    let (mut start, mut sum) = (tokens.start, 0.0);
    for token in tokens {
        if sum <= 0.0 {
            (start, sum) = (token, 0.0);
        }
        sum += value(token);
        if best.as_ref().is_none_or(|(_, most)| sum > *most) {
            best = Some((start..token + 1, sum));
        }
    }
    best.map(|(run, _)| run)
}

/// As far as the clauses reach, inside the sentence, in which the run begins and ends.
fn to_clause_ends(text: &Text, sentence: &Range<usize>, run: Range<usize>) -> Range<usize> {
    let start = (sentence.start..run.start)
        .rev()
        .find(|token| divides(text, *token))
        .map_or(sentence.start, |mark| mark + 1);
    let end = (run.end..sentence.end)
        .find(|token| divides(text, *token))
        .unwrap_or(sentence.end);
    start..end
}

/// Without the marks and line breaks at its ends.
fn trimmed(text: &Text, run: Range<usize>) -> Option<Range<usize>> {
    let says = |token: &usize| !matches!(text.tokens[*token].kind, Kind::Mark | Kind::LineBreak);
    let first = run.clone().find(says)?;
    let last = run.rev().find(says)?;
    Some(first..last + 1)
}
