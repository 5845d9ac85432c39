//! Names by what stands around them: after a title or a word for a person, before a bed or an age.

use crate::lexicon::{self, Class, class};
use crate::text::Text;
use crate::text::token::{Kind, Shape};

/// More words than this are a heading, not a name.
const LONGEST: usize = 5;

/// Words after which a name may follow.
const ANNOUNCERS: &[Class] = &[
    class::TITLE,
    class::PATIENT_SINGULAR,
    class::NAMED,
    class::COLLEAGUE,
    class::KIN,
];

/// Words before "miss" where it is no title: "I miss Rusty", "we'll miss Ann".
const BEFORE_MISSING: &[&str] = &[
    "i", "we", "you", "they", "will", "would", "'ll", "'d", "n't", "nt", "gonna", "really", "still", "all", "just",
    "do", "always", "never", "already", "also", "much", "who",
];

/// The number of tokens of the name that begins here, by what stands around it.
pub(super) fn length(text: &Text, at: usize, announcer: Option<usize>) -> usize {
    if title(text, at).is_some() {
        return 0;
    }
    let Some(before) = announcer else {
        let length = run(text, at);
        return if length > 0 && is_followed_as_a_name(text, at + length) {
            length
        } else {
            0
        };
    };
    let length = run(text, at);
    if length > 0 {
        return length;
    }
    // "Mr T", "Mrs. O"; and after a civil title small letters do: "mrs henderson".
    let token = &text.tokens[at];
    let titled = matches!(text.word(before), "mr" | "mrs" | "ms" | "mdm" | "puan" | "encik");
    let letter = token.end - token.start == 1 && token.shape.has(Shape::CAPITAL);
    let unknown = !token.word.is_known() && token.end - token.start > 2;
    usize::from(titled && token.kind == Kind::Word && (letter || unknown))
}

/// The number of tokens of the word that begins here and announces a name: a title with its point, "patient", "my uncle".
pub(super) fn title(text: &Text, at: usize) -> Option<usize> {
    if is_missing(text, at) {
        return None;
    }
    let length = ANNOUNCERS.iter().filter_map(|class| text.longest(at, *class)).max()?;
    let pointed = text.tokens.get(at + length).is_some() && text.word(at + length) == ".";
    Some(length + usize::from(pointed))
}

/// The last token of the word that announces a name at `at`.
pub(super) fn announcer(text: &Text, at: usize) -> Option<usize> {
    let mut last = at.checked_sub(1)?;
    // A point after a title ("Mr."), a comma or a dash ("my patient, Ann") is passed over.
    if matches!(text.word(last), "." | "," | ":" | "-" | "(") {
        last = last.checked_sub(1)?;
    }
    let same = text.tokens[last].sentence == text.tokens[at].sentence;
    let announces = ANNOUNCERS.iter().any(|class| text.ends_with(last, *class)) && !is_missing(text, last);
    (same && announces).then_some(last)
}

/// Whether the word here is a title.
pub(crate) fn is_title(text: &Text, at: usize) -> bool {
    text.is(at, class::TITLE) && !is_missing(text, at)
}

/// Whether the word here is the verb "miss".
fn is_missing(text: &Text, at: usize) -> bool {
    text.word(at) == "miss"
        && !text.tokens[at].shape.has(Shape::CAPITAL)
        && at.checked_sub(1).is_some_and(|before| {
            // "going to miss Rusty", but "spoke to miss Tan".
            let is_going = || before > 0 && text.word(before - 1) == "going";
            BEFORE_MISSING.contains(&text.word(before)) || text.word(before) == "to" && is_going()
        })
}

/// The number of tokens of the run of name-like words that begins here.
fn run(text: &Text, start: usize) -> usize {
    let mut end = start;
    while end < text.tokens.len() && end - start < LONGEST && is_name_like(text, end) {
        end += 1;
        if let Some(length) = joint(text, end).filter(|length| is_part_of_a_name(text, end + length)) {
            end += length;
        }
    }
    // "Sipho D." and "Bentley G": a capital letter that closes the name.
    let last = text.tokens.get(end).filter(|token| {
        end > start && token.end - token.start == 1 && token.kind == Kind::Word && token.shape.has(Shape::CAPITAL)
    });
    if last.is_some() && !matches!(text.word(end), "i" | "a") {
        end += 1;
    }
    end - start
}

/// The number of tokens of what may join two parts of a name: a hyphen, "bin", "a/l".
fn joint(text: &Text, at: usize) -> Option<usize> {
    let token = text.tokens.get(at)?;
    if token.kind == Kind::Mark && token.is_passed_over() && text.word(at) == "-" {
        return Some(1);
    }
    text.longest(at, class::KIN_OF_A_NAME)
}

fn is_part_of_a_name(text: &Text, at: usize) -> bool {
    at < text.tokens.len() && is_name_like(text, at)
}

pub(super) fn is_name_like(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    token.kind == Kind::Word
        && token.shape.has(Shape::CAPITAL)
        && text.word(at).chars().filter(|c| c.is_alphabetic()).count() > 1
        && !text.is(at, class::NOT_A_NAME)
        && !is_only_a_word(text, at)
}

/// Whether a word is a common one and no name besides.
fn is_only_a_word(text: &Text, at: usize) -> bool {
    let entry = lexicon::entry(text.word(at));
    entry.is_common() && !entry.is_given() && !entry.is_surname()
}

/// "… in bed 4", ", 52,": what follows a person's name.
fn is_followed_as_a_name(text: &Text, end: usize) -> bool {
    let token = |at: usize| {
        text.tokens
            .get(at)
            .filter(|token| token.sentence == text.tokens[end - 1].sentence)
    };
    let comma = token(end).is_some_and(|_| text.word(end) == ",");
    let age = comma
        && token(end + 1).is_some_and(|next| next.kind == Kind::Number && text.word(end + 1).len() <= 3)
        && token(end + 2).is_none_or(|_| matches!(text.word(end + 2), "," | "." | "-" | ")"));
    let joined = token(end).is_some() && matches!(text.word(end), "," | "in" | "-" | "(");
    let bed_at = end + usize::from(joined);
    let bed = token(bed_at).is_some() && crate::mentions::care::slot(text, bed_at).is_some();
    age || bed
}
