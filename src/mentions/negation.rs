//! Which words a negation governs: the next few words of its clause.

use crate::lexicon::class;
use crate::text::Text;
use crate::text::token::{Kind, Shape};

/// How many words a negation reaches.
const REACH: usize = 7;

/// Marks the words that "not", "never" … govern.
pub(super) fn mark(text: &mut Text) {
    let mut left = 0;
    for at in 0..text.tokens.len() {
        let ends_clause = match text.tokens[at].kind {
            Kind::LineBreak => true,
            Kind::Mark => !text.tokens[at].is_passed_over(),
            _ => text.is(at, class::CLAUSE_BREAK),
        };
        if ends_clause {
            left = 0;
            continue;
        }
        if left > 0 && !text.tokens[at].is_passed_over() {
            left -= 1;
            text.tokens[at].shape.add(Shape::NEGATED);
        }
        if text.is(at, class::NEGATION) {
            left = REACH;
        }
    }
}
