//! Running the patterns: small backtracking programs, found by what they may begin with.
//!
//! The work at each token is bounded by the patterns (gaps are at most 8 words wide), so a whole run is linear in the text.

use super::patterns::{Index, Patterns};
use super::present::Present;
use super::program::{Atom, Form, Op};
use super::{Context, Found, Hit, TABLES};
use crate::lexicon::{Class, phrase_length};
use crate::text::token::{Kind, Shape};
use std::ops::Range;

/// Tries, at every token, the patterns that may begin there.
pub(super) fn run(cx: &Context<'_>, found: &mut Found<'_>) {
    let patterns = &TABLES.patterns;
    for (number, sentence) in cx.text.sentences.iter().enumerate() {
        let attempt = Attempt {
            cx,
            patterns,
            sentence: sentence.clone(),
        };
        let present = Present::new(cx.text, sentence.clone());
        for at in sentence.clone() {
            let token = &cx.text.tokens[at];
            let mut try_all = |index: &Index, key: u16| {
                let mut last = None;
                for pattern in index.at(key) {
                    if last.replace(*pattern) != Some(*pattern) && present.may_match(patterns, usize::from(*pattern)) {
                        attempt.pattern(usize::from(*pattern), number, at, found);
                    }
                }
            };
            if token.word.is_known() {
                try_all(&patterns.by_word, token.word.0);
            }
            let tags = cx.text.tags(at);
            for (place, tag) in tags.iter().enumerate() {
                if !tags[..place].iter().any(|before| before.class == tag.class) {
                    try_all(&patterns.by_class, tag.class.0);
                }
            }
            for form in Form::ALL {
                if attempt.form(*form, at).is_some() {
                    try_all(&patterns.by_form, *form as u16);
                }
            }
        }
    }
}

/// Matching inside one sentence.
struct Attempt<'a> {
    cx: &'a Context<'a>,
    patterns: &'static Patterns,
    sentence: Range<usize>,
}

/// Where a match ended and what it marked.
#[derive(Clone, Copy)]
struct Progress {
    at: usize,
    /// The end of the last token that an element took.
    end: usize,
    open: Option<usize>,
    close: Option<usize>,
}

impl Attempt<'_> {
    fn pattern(&self, number: usize, sentence: usize, at: usize, found: &mut Found<'_>) {
        let conditions = &self.patterns.conditions[usize::from(self.patterns.conditions_of[number])];
        let rule = &TABLES.rules[conditions.rule];
        let Some(done) = self.steps(
            self.patterns.programs.program(number),
            0,
            Progress {
                at,
                end: at,
                open: None,
                close: None,
            },
        ) else {
            return;
        };
        let range = done.open.unwrap_or(at)..done.close.unwrap_or(done.end);
        let facts = self.cx.facts(sentence, range.clone());
        let holds = conditions.needs.iter().all(|any| facts & any != 0) && facts & conditions.unless == 0;
        if !holds || range.is_empty() {
            return;
        }
        let elements = self.patterns.programs.program(number);
        let last = elements.iter().rev().find(|op| !matches!(op, Op::Close));
        found.of(rule);
        found.add(Hit {
            severity: conditions.severity,
            is_cut: matches!(last, Some(Op::Rest(_))),
            fix_texts: conditions.fixes.as_deref(),
            ..Hit::at(self.cx.text.utf16(range))
        });
    }

    fn steps(&self, ops: &[Op], step: usize, progress: Progress) -> Option<Progress> {
        let Some(op) = ops.get(step) else { return Some(progress) };
        let text = self.cx.text;
        match op {
            Op::One(atoms) => self.one(ops, step, progress, atoms.of(&self.patterns.programs.atoms)),
            Op::Maybe(after) => self
                .steps(ops, step + 1, progress)
                .or_else(|| self.steps(ops, usize::from(*after), progress)),
            Op::Gap(width) => self.gap(ops, step, progress, usize::from(*width)),
            Op::Rest(width) => {
                let end = self.rest(progress.end, usize::from(*width));
                self.steps(
                    ops,
                    step + 1,
                    Progress {
                        at: end,
                        end,
                        ..progress
                    },
                )
            }
            Op::Open => self.steps(
                ops,
                step + 1,
                Progress {
                    open: Some(progress.at),
                    ..progress
                },
            ),
            Op::Close => self.steps(
                ops,
                step + 1,
                Progress {
                    close: Some(progress.end),
                    ..progress
                },
            ),
            Op::Start => {
                let at_start = text.seen_from(self.sentence.start, self.sentence.end) >= progress.at;
                at_start.then(|| self.steps(ops, step + 1, progress))?
            }
            Op::End => {
                let ends = |at: usize| matches!(text.tokens[at].kind, Kind::Mark | Kind::Emoji | Kind::LineBreak);
                // Only the closing marks are looked at: three dots, an emoji or two.
                let rest = progress.at..self.sentence.end;
                (rest.len() <= 8 && rest.into_iter().all(ends)).then(|| self.steps(ops, step + 1, progress))?
            }
        }
    }

    /// The first of the alternatives with which all that follows matches too.
    fn one(&self, ops: &[Op], step: usize, progress: Progress, atoms: &[Atom]) -> Option<Progress> {
        let at = self.cx.text.seen_from(progress.at, self.sentence.end);
        if at >= self.sentence.end {
            // A hashtag is passed over by everything but the element that asks for it.
            return None;
        }
        let start = if progress.open == Some(progress.at) {
            Some(at)
        } else {
            progress.open
        };
        atoms.iter().find_map(|atom| {
            let (from, length) = self
                .atom(atom, at)
                .map(|length| (at, length))
                .or_else(|| self.atom(atom, progress.at).map(|length| (progress.at, length)))?;
            let after = Progress {
                at: from + length,
                end: from + length,
                open: if start == Some(at) { Some(from) } else { start },
                ..progress
            };
            self.steps(ops, step + 1, after)
        })
    }

    /// Skips as few words as will do. Punctuation costs nothing, but is bounded too.
    fn gap(&self, ops: &[Op], step: usize, progress: Progress, width: usize) -> Option<Progress> {
        let mut words = 0;
        let most = (progress.at + 2 * width + 2).min(self.sentence.end);
        for at in progress.at..=most {
            if let Some(done) = self.steps(ops, step + 1, Progress { at, ..progress }) {
                return Some(done);
            }
            if at == self.sentence.end {
                return None;
            }
            words += usize::from(matches!(self.cx.text.tokens[at].kind, Kind::Word | Kind::Number));
            if words > width {
                return None;
            }
        }
        None
    }

    /// The end of up to `width` words from `at` on in the same clause.
    fn rest(&self, at: usize, width: usize) -> usize {
        let tokens = &self.cx.text.tokens[..self.sentence.end];
        let (mut words, mut end) = (0, at);
        for (token, seen) in tokens.iter().enumerate().skip(at) {
            match seen.kind {
                Kind::Word | Kind::Number | Kind::Handle if words < width => {
                    words += 1;
                    end = token + 1;
                }
                Kind::Mark if seen.is_passed_over() || self.cx.text.is_of_a_number(token) => {}
                _ => break,
            }
        }
        end
    }

    /// How many tokens from `at` on are this.
    fn atom(&self, atom: &Atom, at: usize) -> Option<usize> {
        let text = self.cx.text;
        let token = text.tokens.get(at)?;
        let one = |yes: bool| yes.then_some(1);
        let length = match atom {
            Atom::Word(word) => one(token.word.0 == *word),
            Atom::Words(phrase) => match phrase.of(&self.patterns.programs.words) {
                [first, rest @ ..] if token.word.0 == *first => phrase_length(&text.tokens, at, rest).map(usize::from),
                _ => None,
            },
            Atom::Class(class) => text.longest(at, Class(*class)),
            Atom::Form(form) => return self.form(*form, at),
        };
        length.filter(|length| at + length <= self.sentence.end)
    }

    /// How many tokens from `at` on look like this.
    fn form(&self, form: Form, at: usize) -> Option<usize> {
        let token = self.cx.text.tokens.get(at)?;
        let one = |yes: bool| yes.then_some(1);
        let length = match form {
            Form::Number => one(token.kind == Kind::Number),
            Form::Handle => one(token.kind == Kind::Handle),
            Form::Hashtag => one(token.kind == Kind::Hashtag),
            Form::Url => one(token.kind == Kind::Url),
            Form::Email => one(token.kind == Kind::Email),
            Form::Emoji => one(token.kind == Kind::Emoji),
            Form::Capital => one(token.kind == Kind::Word && token.shape.has(Shape::CAPITAL)),
            Form::Name => self.cx.mentions.name_at(at),
        };
        length.filter(|length| at + length <= self.sentence.end)
    }
}
