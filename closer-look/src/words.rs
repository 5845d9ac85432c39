//! Text as the numbers of word pieces: the way of BERT's WordPiece, with a vocabulary of our own cut (`vocabulary.txt`).

use std::collections::HashMap;
use std::iter;
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

/// So many pieces are known.
pub(crate) fn known() -> usize {
    PIECES.len()
}

/// What is shown to the network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The numbers of the pieces.
    pub ids: Vec<u32>,
    /// From here on they are of the passage.
    pub passage_from: usize,
    /// For each piece of the passage the word it belongs to: where that begins and ends in the passage, in UTF-16 code units.
    pub words: Vec<[u32; 2]>,
    /// From here on they are of what is answered.
    pub answered_from: usize,
    /// Whether there was room for the whole passage.
    pub is_whole: bool,
}

impl Pieces {
    /// Where it stands, the passage, and what it answers, between marks and cut to the length that the network can see.
    #[must_use]
    pub fn new(place: &str, passage: &str, answered: Option<&str>) -> Self {
        let mut ids = vec![PIECES["[CLS]"]];
        ids.extend(ids_of(place));
        ids.extend(ids_of("."));
        let passage_from = ids.len();
        let (of_passage, mut words): (Vec<_>, Vec<_>) = pieces(passage).into_iter().unzip();
        ids.extend(of_passage);
        let mut answer = Vec::new();
        if let Some(answered) = answered {
            answer.extend(ids_of(answered));
            let room = MOST.saturating_sub(ids.len() + 2);
            answer.truncate(room.clamp(LEAST_ANSWERED, MOST_ANSWERED));
            answer.push(PIECES["[SEP]"]);
        }
        let room = MOST - 1 - answer.len();
        let is_whole = ids.len() <= room;
        ids.truncate(room);
        words.truncate(ids.len().saturating_sub(passage_from));
        ids.push(PIECES["[SEP]"]);
        let answered_from = ids.len();
        ids.append(&mut answer);
        Self {
            ids,
            passage_from,
            words,
            answered_from,
            is_whole,
        }
    }
}

/// A piece, and where its word begins and ends.
type Piece = (u32, [u32; 2]);

/// The pieces of a text.
fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut word, mut place) = (Vec::new(), String::new(), [0, 0]);
    let mut at = 0;
    for written in text.chars() {
        let end = at + written.len_utf16() as u32;
        let plain = iter::once(written).nfd().filter(|c| !is_combining_mark(*c));
        for c in plain.flat_map(char::to_lowercase).filter(|c| !is_unseen(*c)) {
            if c.is_alphanumeric() && !stands_alone(c) {
                if word.is_empty() {
                    place[0] = at;
                }
                place[1] = end;
                word.push(c);
                continue;
            }
            add_word(&word, place, &mut pieces);
            word.clear();
            if !c.is_whitespace() {
                add_word(c.encode_utf8(&mut [0; 4]), [at, end], &mut pieces);
            }
        }
        at = end;
    }
    add_word(&word, place, &mut pieces);
    pieces
}

fn ids_of(text: &str) -> impl Iterator<Item = u32> {
    pieces(text).into_iter().map(|(id, _)| id)
}

/// The longest pieces that are known, from the left.
fn add_word(word: &str, place: [u32; 2], pieces: &mut Vec<Piece>) {
    if word.is_empty() {
        return;
    }
    let before = pieces.len();
    let mut rest = if word.chars().count() > LONGEST_WORD { "" } else { word };
    let mut known = !rest.is_empty();
    while known && !rest.is_empty() {
        let inside = rest.len() < word.len();
        let mut ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let longest = ends.find_map(|end| Some((end, piece(&rest[..end], inside)?)));
        known = longest.is_some();
        if let Some((end, id)) = longest {
            pieces.push((id, place));
            rest = &rest[end..];
        }
    }
    if !known {
        pieces.truncate(before);
        pieces.push((PIECES["[UNK]"], place));
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
        let lines: Vec<_> = include_str!("../vocabulary.txt").lines().collect();
        ids_of(text).map(|id| lines[id as usize]).collect()
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
    fn pieces_know_their_words() {
        let passage = "Café 😂 haemorrhoidectomy!";
        let pieces = Pieces::new("x post public", passage, Some("why?"));
        let units: Vec<u16> = passage.encode_utf16().collect();
        let mut words: Vec<_> = pieces.words.clone();
        words.dedup();
        let words = words
            .into_iter()
            .map(|[start, end]| String::from_utf16_lossy(&units[start as usize..end as usize]));
        assert_eq!(words.collect::<Vec<_>>(), ["Café", "😂", "haemorrhoidectomy", "!"]);
        assert_eq!(pieces.passage_from + pieces.words.len() + 1, pieces.answered_from);
    }

    #[test]
    fn a_passage_that_was_cut_is_not_whole() {
        let is_whole =
            |words: usize| Pieces::new("x post public", &"tea ".repeat(words), Some("Why? Tell me.")).is_whole;
        assert_eq!([10, 150, 190, 2_000].map(is_whole), [true, true, false, false]);
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
