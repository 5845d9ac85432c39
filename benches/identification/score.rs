//! Marked spans against those that were seen: one counts as right when it shares a character with the other.

use chaperone::Span;

/// How many are marked, seen, and right.
#[derive(Clone, Copy, Default)]
pub struct Score {
    pub marked: usize,
    pub marked_found: usize,
    pub seen: usize,
    pub seen_right: usize,
}

impl Score {
    /// The score of one post.
    pub fn of(marked: &[Span], seen: &[Span]) -> Self {
        let touched = |span: &&Span, others: &[Span]| others.iter().any(|other| other.overlaps(**span));
        Score {
            marked: marked.len(),
            marked_found: marked.iter().filter(|span| touched(span, seen)).count(),
            seen: seen.len(),
            seen_right: seen.iter().filter(|span| touched(span, marked)).count(),
        }
    }

    /// Adds another.
    pub fn add(&mut self, other: Score) {
        self.marked += other.marked;
        self.marked_found += other.marked_found;
        self.seen += other.seen;
        self.seen_right += other.seen_right;
    }

    /// The share of what is marked that was seen.
    pub fn recall(self) -> f64 {
        self.marked_found as f64 / self.marked.max(1) as f64
    }

    /// The share of what was seen that is marked.
    pub fn precision(self) -> f64 {
        self.seen_right as f64 / self.seen.max(1) as f64
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> f64 {
        2.0 * self.recall() * self.precision() / (self.recall() + self.precision()).max(f64::EPSILON)
    }

    /// Recall, precision and F1, as a cell of a table.
    pub fn cell(self) -> String {
        format!("{:.2} / {:.2} / {:.3}", self.recall(), self.precision(), self.f1())
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Score>>(scores: I) -> Self {
        scores.fold(Score::default(), |mut sum, score| {
            sum.add(score);
            sum
        })
    }
}
