//! Where names of people stand, by how they are written: after a title or a word for a patient, or as capitalised words that
//! are no known other thing.

use crate::lexicon::class;
use crate::text::Text;
use crate::text::token::{Kind, Shape};

/// More words than this are a heading, not a name.
const LONGEST: usize = 4;

/// For each token the number of tokens of the name that begins there (0 for most).
pub(super) fn find(text: &Text) -> Vec<u8> {
    let mut lengths = vec![0; text.tokens.len()];
    let mut at = 0;
    while at < text.tokens.len() {
        let length = if is_announced(text, at) { run(text, at) } else { 0 };
        lengths[at] = length as u8;
        at += length.max(1);
    }
    lengths
}

/// Whether what stands before says that a name follows.
fn is_announced(text: &Text, at: usize) -> bool {
    let mut before = at;
    // A point after a title ("Mr.") is passed over.
    while before > 0 && at - before < 2 && text.word(before - 1) == "." {
        before -= 1;
    }
    let Some(last) = before.checked_sub(1) else {
        return false;
    };
    let announces = |token: usize| {
        text.is(token, class::TITLE) || text.is(token, class::PATIENT_SINGULAR) || text.is(token, class::NAMED)
    };
    text.tokens[last].sentence == text.tokens[at].sentence && announces(last)
}

/// The number of tokens of the run of name-like words that begins here.
fn run(text: &Text, start: usize) -> usize {
    let mut end = start;
    while end < text.tokens.len() && end - start < LONGEST && is_name_like(text, end) {
        end += 1;
        // "O'Neil" is one word; "Smith-Jones" is three tokens.
        let hyphen = text
            .tokens
            .get(end)
            .is_some_and(|token| token.kind == Kind::Mark && token.is_passed_over() && text.word(end) == "-");
        if hyphen && text.tokens.get(end + 1).is_some_and(|_| is_name_like(text, end + 1)) {
            end += 1;
        }
    }
    end - start
}

fn is_name_like(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    let has_letters = text.word(at).chars().filter(|c| c.is_alphabetic()).count() > 1;
    token.kind == Kind::Word && token.shape.has(Shape::CAPITAL) && has_letters && !text.is(at, class::NOT_A_NAME)
}
