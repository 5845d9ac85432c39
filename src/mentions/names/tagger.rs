//! A small conditional random field that marks names of people. Its weights are learned by `training/names` and committed.

use super::features::{SLOTS, View};
use crate::packed::unpack;
use crate::table::{Reader, split};
use crate::text::Text;
use crate::text::token::Kind;
use std::sync::LazyLock;

/// The labels of a token: no name, the first of a name, a later one.
pub(crate) const LABELS: usize = 3;
/// The label of the first token of a name.
pub(crate) const FIRST: usize = 1;
/// The label of a later token of a name.
pub(crate) const LATER: usize = 2;

/// Weights are stored as whole numbers of this part of one.
pub(crate) const STEP: f32 = 1.0 / 8.0;

/// The weights of a tagger. `O` weighs nothing: the others are relative to it.
struct Weights {
    /// For each slot the weights of `FIRST` and `LATER`, in [`STEP`]s.
    slots: Vec<[i8; 2]>,
    /// From label to label.
    steps: [[f32; LABELS]; LABELS],
}

static WEIGHTS: LazyLock<Weights> =
    LazyLock::new(|| Weights::from_table(include_bytes!(concat!(env!("OUT_DIR"), "/names.table"))));

impl Weights {
    /// Reads the committed form's runs: nine steps; how far each slot that has weights is from the last; their weights of
    /// `FIRST`; those of `LATER`.
    fn from_table(table: &[u8]) -> Self {
        let [numbers, gaps, firsts, laters] = split(table).map(unpack);
        let mut steps = [[0.0; LABELS]; LABELS];
        for (step, byte) in steps.iter_mut().flatten().zip(numbers) {
            *step = f32::from(byte as i8) * STEP;
        }
        let mut slots = vec![[0; 2]; SLOTS];
        let (mut gaps, mut slot) = (Reader(&gaps), 0);
        for (first, later) in firsts.into_iter().zip(laters) {
            slot += gaps.number();
            slots[slot] = [first as i8, later as i8];
        }
        Weights { slots, steps }
    }

    /// The scores of the labels of a token.
    fn scores(&self, view: &View<'_>, at: usize) -> [f32; LABELS] {
        let mut scores = [0; LABELS];
        view.features(at, |slot| {
            let [first, later] = self.slots[slot];
            scores[FIRST] += i16::from(first);
            scores[LATER] += i16::from(later);
        });
        scores.map(|score| f32::from(score) * STEP)
    }
}

/// How much more a name counts where it need only be possible.
const POSSIBLE: f32 = 1.0;

/// Where names stand: for each token the number of tokens of the name that begins there (0 for most).
pub(super) struct Tagged {
    /// What are most likely names.
    pub(super) names: Vec<u8>,
    /// What may be names: who else can say more (a bed behind it, a patient before it) decides.
    pub(super) possible: Vec<u8>,
}

/// Where a closer look has read, its log-odds are added to the scores of a name, and this, found on development posts.
const CLOSER: f32 = 0.75;

/// Reads a text. `named`: how sure a closer look is of each token, as log-odds.
pub(super) fn names(text: &Text, named: &[Option<f32>]) -> Tagged {
    let view = View::new(text);
    let mut tagged = Tagged {
        names: vec![0; text.tokens.len()],
        possible: vec![0; text.tokens.len()],
    };
    for sentence in &text.sentences {
        let mut scores: Vec<_> = sentence
            .clone()
            .map(|at| scores(text, &view, at, named.get(at).copied().flatten()))
            .collect();
        let is_word = |at: usize| text.tokens[at].kind == Kind::Word;
        mark(
            &mut tagged.names,
            sentence.start,
            &best(&scores, &WEIGHTS.steps),
            is_word,
        );
        for here in &mut scores {
            here[FIRST] += POSSIBLE;
            here[LATER] += POSSIBLE;
        }
        mark(
            &mut tagged.possible,
            sentence.start,
            &best(&scores, &WEIGHTS.steps),
            is_word,
        );
    }
    tagged
}

fn scores(text: &Text, view: &View<'_>, at: usize, named: Option<f32>) -> [f32; LABELS] {
    let scores = WEIGHTS.scores(view, at);
    let closer = named.map_or(0.0, |log_odds| log_odds + CLOSER);
    match text.tokens[at].kind {
        Kind::Word if !is_in_unknown_script(text.word(at)) => {
            [scores[0], scores[FIRST] + closer, scores[LATER] + closer]
        }
        // A hyphen or a point may stand inside a name; nothing but a word begins one.
        Kind::Mark if matches!(text.word(at), "-" | "." | "'") => [scores[0], IMPOSSIBLE, scores[LATER]],
        _ => [scores[0], IMPOSSIBLE, IMPOSSIBLE],
    }
}

/// Whether a word is written in letters of which the tagger has learned nothing: neither Latin nor those of East Asia.
fn is_in_unknown_script(word: &str) -> bool {
    word.chars()
        .any(|c| c.is_alphabetic() && matches!(c, '\u{370}'..='\u{10FF}' | '\u{1200}'..='\u{1DFF}'))
}

/// The score of what cannot be.
const IMPOSSIBLE: f32 = -100.0;

/// Writes down the names that the labels say; a name ends with a word.
fn mark(lengths: &mut [u8], start: usize, labels: &[usize], is_word: impl Fn(usize) -> bool) {
    let mut open: Option<usize> = None;
    for (at, label) in (start..).zip(labels) {
        match (*label, open) {
            (0, _) => open = None,
            (LATER, Some(first)) if is_word(at) => lengths[first] = u8::try_from(at + 1 - first).unwrap_or(u8::MAX),
            (LATER, _) if !is_word(at) => {}
            _ => {
                lengths[at] = 1;
                open = Some(at);
            }
        }
    }
}

/// The best sequence of labels (Viterbi).
pub(crate) fn best(scores: &[[f32; LABELS]], steps: &[[f32; LABELS]; LABELS]) -> Vec<usize> {
    let mut from: Vec<[usize; LABELS]> = Vec::with_capacity(scores.len());
    let mut reached = [0.0, 0.0, f32::NEG_INFINITY];
    for (at, here) in scores.iter().enumerate() {
        let mut back = [0; LABELS];
        let mut next = [f32::NEG_INFINITY; LABELS];
        for label in 0..LABELS {
            for before in 0..LABELS {
                let step = if at == 0 { steps[0][label] } else { steps[before][label] };
                let sum = if at == 0 && before > 0 {
                    f32::NEG_INFINITY
                } else {
                    reached[before] + step
                };
                if sum > next[label] {
                    (next[label], back[label]) = (sum, before);
                }
            }
            next[label] += here[label];
        }
        from.push(back);
        reached = next;
    }
    let mut label = (0..LABELS)
        .max_by(|a, b| reached[*a].total_cmp(&reached[*b]))
        .unwrap_or(0);
    let mut labels = vec![0; scores.len()];
    for at in (0..scores.len()).rev() {
        labels[at] = label;
        label = from[at][label];
    }
    labels
}
