//! Looking up names, common words and places. The lists are `data/gazetteers/*.txt`.

use crate::lexicon::entry;
use crate::text::Text;
use crate::text::token::Kind;

/// The longest name of a place, in words.
const LONGEST_PLACE: usize = 4;

/// The place whose name begins at a token: how many tokens it has and how many people live there.
pub(crate) fn place(text: &Text, at: usize) -> Option<(usize, f64)> {
    let sentence = text.tokens[at].sentence;
    let mut name = String::new();
    let mut found = None;
    for (length, token) in text.tokens[at..].iter().take(LONGEST_PLACE).enumerate() {
        if token.kind != Kind::Word || token.sentence != sentence {
            break;
        }
        if length > 0 {
            name.push(' ');
        }
        name.push_str(text.word(at + length));
        if let Some(people) = entry(&name).people() {
            found = Some((length + 1, people));
        }
    }
    found
}

/// Whether a word is none of the common ones.
pub(crate) fn is_uncommon(text: &Text, at: usize) -> bool {
    !entry(text.word(at)).is_common()
}
