//! Looking up names, common words and places. The lists are `data/gazetteers/*.txt`.

use super::entry::Entry;
use crate::text::Text;
use crate::text::token::Kind;
use fst::raw::Fst;
use std::sync::LazyLock;

/// The longest name of a place, in words.
const LONGEST_PLACE: usize = 4;

static GAZETTEER: LazyLock<Fst<&'static [u8]>> = LazyLock::new(|| {
    let table: &'static [u8] = include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer.fst"));
    Fst::new(table).expect("the build wrote this table")
});

/// What is known of a word in small letters.
pub(super) fn entry(word: &str) -> Entry {
    GAZETTEER
        .get(word)
        .map_or(Entry::default(), |found| Entry(found.value() as u16))
}

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
