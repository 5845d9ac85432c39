//! Which words may belong to names of people: each word as sure as its pieces are on average.

use std::ops::Range;

/// A word less sure than this (log-odds) is not told: it is no name, however the checker reads it.
const LEAST: f32 = -4.0;

/// A word that may belong to somebody's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The word, in UTF-16 code units of the passage.
    pub word: Range<u32>,
    /// How sure the network is, as log-odds.
    pub log_odds: f32,
}

/// `named` and `words`: of each piece.
pub(crate) fn names(named: &[f32], words: &[[u32; 2]]) -> Vec<Named> {
    let mut rest = named;
    let of_word = |pieces: &[[u32; 2]]| {
        let (here, behind) = rest.split_at(pieces.len());
        rest = behind;
        Named {
            word: pieces[0][0]..pieces[0][1],
            log_odds: here.iter().sum::<f32>() / here.len() as f32,
        }
    };
    let words = words.chunk_by(|one, next| one == next).map(of_word);
    words.filter(|named| named.log_odds > LEAST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_as_sure_as_its_pieces_and_a_sure_no_is_left_out() {
        let words = [[0, 3], [4, 11], [4, 11], [12, 15], [15, 16]];
        let named = names(&[-1.0, 1.0, 2.0, -4.5, f32::NAN], &words);
        let words: Vec<_> = named.into_iter().map(|named| (named.word, named.log_odds)).collect();
        assert_eq!(words, [(0..3, -1.0), (4..11, 1.5)]);
    }

    #[test]
    fn nothing_has_no_names() {
        assert!(names(&[], &[]).is_empty());
    }
}
