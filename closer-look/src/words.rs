//! Text as the numbers of word pieces: the way of BERT's WordPiece, with a vocabulary of our own cut (`vocabulary.txt`).

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most pieces of what is answered, and what is left for it beside a long passage. Its beginning says what it is.
const MOST_ANSWERED: usize = 60;
const LEAST_ANSWERED: usize = 20;

/// Most pieces of all together: as many places as the network knows.
pub const MOST: usize = 192;

/// A word with more characters is nobody's word.
const LONGEST_WORD: usize = 40;

static PIECES: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let lines = include_str!("../vocabulary.txt").lines();
    lines.zip(0..).collect()
});

/// What is shown to the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The numbers of the pieces.
    pub ids: Vec<u32>,
    /// From here on they are of what is answered.
    pub answered_from: usize,
}

impl Pieces {
    /// Where it stands, the passage, and what it answers, between marks and cut to the length that the network can see.
    #[must_use]
    pub fn new(place: &str, passage: &str, answered: Option<&str>) -> Self {
        let mut ids = vec![PIECES["[CLS]"]];
        add(place, &mut ids);
        add(".", &mut ids);
        add(passage, &mut ids);
        let mut answer = Vec::new();
        if let Some(answered) = answered {
            add(answered, &mut answer);
            let room = MOST.saturating_sub(ids.len() + 2);
            answer.truncate(room.clamp(LEAST_ANSWERED, MOST_ANSWERED));
            answer.push(PIECES["[SEP]"]);
        }
        ids.truncate(MOST - 1 - answer.len());
        ids.push(PIECES["[SEP]"]);
        let answered_from = ids.len();
        ids.append(&mut answer);
        Self { ids, answered_from }
    }
}

/// Adds the pieces of a text.
fn add(text: &str, ids: &mut Vec<u32>) {
    let mut word = String::new();
    let plain = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase);
    for c in plain.filter(|c| !is_unseen(*c)) {
        if c.is_alphanumeric() && !stands_alone(c) {
            word.push(c);
            continue;
        }
        add_word(&word, ids);
        word.clear();
        if !c.is_whitespace() {
            add_word(c.encode_utf8(&mut [0; 4]), ids);
        }
    }
    add_word(&word, ids);
}

/// The longest pieces that are known, from the left.
fn add_word(word: &str, ids: &mut Vec<u32>) {
    if word.is_empty() {
        return;
    }
    let before = ids.len();
    let mut rest = if word.chars().count() > LONGEST_WORD { "" } else { word };
    let mut known = !rest.is_empty();
    while known && !rest.is_empty() {
        let inside = rest.len() < word.len();
        let mut ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let longest = ends.find_map(|end| Some((end, piece(&rest[..end], inside)?)));
        known = longest.is_some();
        if let Some((end, id)) = longest {
            ids.push(id);
            rest = &rest[end..];
        }
    }
    if !known {
        ids.truncate(before);
        ids.push(PIECES["[UNK]"]);
    }
}

/// The number of a piece at the beginning of a word, or inside one.
fn piece(letters: &str, inside: bool) -> Option<u32> {
    if inside {
        PIECES.get(format!("##{letters}").as_str()).copied()
    } else {
        PIECES.get(letters).copied()
    }
}

/// What joins or colours other characters and is not seen itself.
fn is_unseen(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{FFFD}')
}

/// A character that is a word: Chinese.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{2FA1F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str) -> Vec<&'static str> {
        let mut ids = Vec::new();
        add(text, &mut ids);
        let lines: Vec<_> = include_str!("../vocabulary.txt").lines().collect();
        ids.into_iter().map(|id| lines[id as usize]).collect()
    }

    #[test]
    fn words_fall_into_known_pieces() {
        assert_eq!(spelled("She's FINE, né"), ["she", "'", "s", "fine", ",", "ne"]);
        assert_eq!(
            spelled("haemorrhoidectomy").concat().replace("##", ""),
            "haemorrhoidectomy"
        );
        assert_eq!(spelled("病人 lah"), ["病", "人", "la", "##h"]);
        assert_eq!(spelled("a\u{200D}b\u{FE0F}"), ["ab"]);
    }

    #[test]
    fn a_long_passage_leaves_room_for_what_is_answered() {
        let pieces = Pieces::new("x post public", &"pain ".repeat(500), Some(&"why? ".repeat(500)));
        assert_eq!(pieces.ids.len(), MOST);
        assert_eq!(MOST - pieces.answered_from, LEAST_ANSWERED + 1);
        assert_eq!(pieces.ids[MOST - 1], PIECES["[SEP]"]);
    }

    #[test]
    fn any_text_has_pieces() {
        for text in ["", "\0", "\u{202E}", "😂👩‍⚕️", &"x".repeat(100_000), &"é".repeat(1000)] {
            assert!(Pieces::new("", text, None).ids.len() >= 3);
        }
    }
}
