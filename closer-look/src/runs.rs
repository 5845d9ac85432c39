//! Which words speak for a category: in each sentence the run whose pieces together do most.

use crate::POINTERS;
use std::ops::Range;

/// A piece that speaks for a category less than this (log-odds) shortens its run.
const LEAST_PIECE: f32 = -0.7;

/// A sentence beside the one that speaks most is named too if its run is ahead of such pieces by so much in all.
const LEAST_RUN: f32 = 2.0;

/// Words of a passage that make a risk of a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The number of the category.
    pub category: usize,
    /// The words, in UTF-16 code units of the passage.
    pub words: Range<u32>,
}

/// For each category the words of the sentence that speaks most for it, and of others that do. `pointed` and `words`: of each piece;
/// `sentences` in UTF-16 code units of the passage.
pub(crate) fn runs(pointed: &[[f32; POINTERS]], words: &[[u32; 2]], sentences: &[Range<u32>]) -> Vec<Run> {
    let begin = |at: u32| words.partition_point(|[start, _]| *start < at);
    let sentences: Vec<_> = sentences
        .iter()
        .map(|words| begin(words.start)..begin(words.end))
        .collect();
    let of_category = |category: usize| {
        let sentences = sentences.iter().filter(|pieces| !pieces.is_empty());
        let runs: Vec<_> = sentences.map(|pieces| heaviest(pointed, pieces, category)).collect();
        let most = runs.iter().map(|(_, gain)| *gain).fold(f32::MIN, f32::max);
        let speaking = runs
            .into_iter()
            .filter(move |(_, gain)| *gain == most || *gain >= LEAST_RUN);
        speaking.map(move |(pieces, _)| Run {
            category,
            words: words[pieces.start][0]..words[pieces.end - 1][1],
        })
    };
    (0..POINTERS).flat_map(of_category).collect()
}

/// The run of pieces with the greatest sum, and that sum.
fn heaviest(pointed: &[[f32; POINTERS]], pieces: &Range<usize>, category: usize) -> (Range<usize>, f32) {
    let (mut start, mut sum) = (pieces.start, 0.0);
    let mut best = (pieces.start..pieces.start + 1, f32::MIN);
    for piece in pieces.clone() {
        if sum <= 0.0 {
            (start, sum) = (piece, 0.0);
        }
        sum += pointed[piece][category] - LEAST_PIECE;
        if sum > best.1 {
            best = (start..piece + 1, sum);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are named for the first category where pieces of one letter each speak so much for it.
    fn named(values: &[f32], sentences: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let sentences: Vec<_> = sentences.iter().map(|(start, end)| *start..*end).collect();
        let pointed: Vec<_> = values.iter().map(|value| [*value; POINTERS]).collect();
        let words: Vec<_> = (0..values.len() as u32).map(|at| [2 * at, 2 * at + 1]).collect();
        let runs = runs(&pointed, &words, &sentences).into_iter();
        let of_first = runs.filter(|run| run.category == 0);
        of_first.map(|run| (run.words.start, run.words.end)).collect()
    }

    #[test]
    fn a_run_stays_in_its_sentence() {
        assert_eq!(named(&[-3.0, 2.0, 1.0, 2.0, -3.0], &[(0, 10)]), [(2, 7)]);
        assert_eq!(
            named(&[-3.0, 2.0, 1.0, 2.0, -3.0], &[(0, 6), (6, 10)]),
            [(2, 5), (6, 7)]
        );
    }

    #[test]
    fn something_is_named_even_where_little_speaks() {
        assert_eq!(named(&[-5.0, -4.0, -6.0], &[(0, 4), (4, 6)]), [(2, 3)]);
    }

    #[test]
    fn what_was_not_read_is_not_named() {
        assert_eq!(named(&[1.0, 1.0], &[(0, 4), (4, 8), (8, 8)]), [(0, 3)]);
        assert!(named(&[], &[(0, 4)]).is_empty());
    }

    #[test]
    fn other_sentences_are_named_only_if_they_speak_too() {
        assert_eq!(named(&[2.0, 2.0, 0.0, -3.0], &[(0, 4), (4, 8)]), [(0, 3)]);
        assert_eq!(named(&[2.0, 2.0, 2.0, -3.0], &[(0, 4), (4, 8)]), [(0, 3), (4, 5)]);
        assert_eq!(named(&[[2.0; 4], [-0.3; 4]].concat(), &[(0, 8), (8, 16)]), [(0, 7)]);
    }

    #[test]
    fn numbers_that_are_none_stop_nothing() {
        let values = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, 1.0];
        let sentences = [(0, 4), (4, 10)];
        for (start, end) in named(&values, &sentences) {
            let holds = |sentence: &(u32, u32)| sentence.0 <= start && end <= sentence.1;
            assert!(sentences.iter().any(holds), "{start}..{end}");
        }
    }
}
