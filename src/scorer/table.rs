//! What was learned: `data/scorer/weights.bin`, written by `training/scorer/train.py`.
//!
//! Little-endian. First the heads (bias and step, as f32), then how scores and rules are weighed together and
//! how the risk and what it is worth come from that (f32), without a closer look and with one, then how each rule did, then
//! the features that count: how far each number is from the last, how many weights it has, for which heads, and the weights in steps.
//! Each of these four is a run of its own behind the first (`src/table.rs`), since like bytes pack best together (`src/packed.rs`).

use super::features::BITS;
use crate::packed::unpack;
use crate::table::{Reader, split};
use std::sync::LazyLock;

/// One head for each category, in their order, and one for "anything risky".
pub(super) const HEADS: usize = crate::Category::ALL.len() + 1;

/// The head for "anything risky".
pub(super) const ANY: usize = HEADS - 1;

/// The kinds of evidence that are weighed together, and those that a closer look adds.
pub(super) const EVIDENCE: usize = 7;
pub(super) const EVIDENCE_READ: usize = 3;

/// So many of the likeliest categories speak for the whole passage.
pub(super) const LIKELIEST: usize = 3;

/// What the risk is weighed from: the head for "anything risky", the likeliest categories' log-odds, every category's score.
const SIGNS: usize = HEADS + LIKELIEST;

/// What was learned.
pub(super) struct Table {
    biases: [f32; HEADS],
    steps: [f32; HEADS],
    /// How evidence is weighed without a closer look, and with one.
    pub(super) unread: Weighing,
    pub(super) read: Weighing,
    /// From which sum on a category is named beside the likeliest one.
    pub(super) beside: f32,
    /// The rules that the training has seen, by the hash of their ids.
    rules: Vec<Known>,
    /// One bit for each feature number that counts.
    counted: Vec<u64>,
    /// For each word of `counted` how many features were before it.
    before: Vec<u32>,
    /// For each feature that counts where its weights begin, and the end of the last.
    starts: Vec<u32>,
    /// Head and steps.
    weights: Vec<(u8, i8)>,
}

/// How scores and rules are weighed together.
pub(super) struct Weighing {
    /// How much each kind of evidence counts.
    pub(super) evidence: Vec<f32>,
    /// What is added for each category.
    pub(super) usual: [f32; ANY],
    /// How much each sign of a risk counts, and what is added.
    pub(super) signs: Vec<f32>,
    pub(super) risk: f32,
    /// From which risk on a doubted rule is heard at all.
    pub(super) heard: f32,
    /// From which risk on something is a note, a warning, a stop.
    pub(super) thresholds: [f32; 3],
}

/// What the training has seen of a rule.
#[derive(Clone, Copy)]
pub(super) struct Known {
    hash: u32,
    /// How far it was right, as log-odds.
    pub(super) trust: f32,
    /// Whether it has ever spoken of a post with nothing risky in it.
    pub(super) is_doubted: bool,
}

/// The table that comes with this build.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let table = include_bytes!(concat!(env!("OUT_DIR"), "/scorer.table"));
    Table::read(split(table).map(unpack))
});

struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (head, rest) = self
            .0
            .split_first_chunk()
            .expect("the training script wrote a whole table");
        self.0 = rest;
        *head
    }

    fn f32(&mut self) -> f32 {
        f32::from_le_bytes(self.take())
    }

    fn u32(&mut self) -> u32 {
        u32::from_le_bytes(self.take())
    }

    fn floats<const N: usize>(&mut self) -> [f32; N] {
        std::array::from_fn(|_| self.f32())
    }

    fn weighing(&mut self, evidence: usize, signs: usize) -> Weighing {
        Weighing {
            evidence: (0..evidence).map(|_| self.f32()).collect(),
            usual: self.floats(),
            signs: (0..signs).map(|_| self.f32()).collect(),
            risk: self.f32(),
            heard: self.f32(),
            thresholds: self.floats(),
        }
    }
}

impl Table {
    fn read([numbers, gaps, counts, heads, sizes]: [Vec<u8>; 5]) -> Self {
        let mut bytes = Bytes(&numbers);
        let (biases, steps) = (bytes.floats(), bytes.floats());
        let unread = bytes.weighing(EVIDENCE, SIGNS);
        let read = bytes.weighing(EVIDENCE + EVIDENCE_READ, SIGNS + HEADS);
        let beside = bytes.f32();
        let rules = (0..bytes.u32())
            .map(|_| Known {
                hash: bytes.u32(),
                trust: bytes.f32(),
                is_doubted: bytes.take() != [0],
            })
            .collect();
        let mut table = Table {
            biases,
            steps,
            unread,
            read,
            beside,
            rules,
            counted: vec![0; 1 << (BITS - 6)],
            before: Vec::with_capacity(1 << (BITS - 6)),
            starts: Vec::with_capacity(counts.len() + 1),
            weights: heads
                .into_iter()
                .zip(sizes.into_iter().map(|size| size as i8))
                .collect(),
        };
        let (mut gaps, mut id, mut start) = (Reader(&gaps), 0_usize, 0_u32);
        for count in counts {
            id += gaps.number();
            table.counted[id >> 6] |= 1 << (id & 63);
            table.starts.push(start);
            start += u32::from(count);
        }
        table.starts.push(start);
        let mut before = 0;
        for word in &table.counted {
            table.before.push(before);
            before += word.count_ones();
        }
        table
    }

    /// Whether a feature has any weight.
    pub(super) fn counts(&self, id: u32) -> bool {
        self.counted[id as usize >> 6] & (1 << (id & 63)) != 0
    }

    /// The weights of a feature, each with its head.
    pub(super) fn weights(&self, id: u32) -> impl Iterator<Item = (usize, f32)> {
        let word = self.counted[id as usize >> 6];
        let below = (1_u64 << (id & 63)) - 1;
        let range = if word & (below + 1) == 0 {
            0..0
        } else {
            let at = (self.before[id as usize >> 6] + (word & below).count_ones()) as usize;
            self.starts[at] as usize..self.starts[at + 1] as usize
        };
        self.weights[range]
            .iter()
            .map(|(head, size)| (usize::from(*head), f32::from(*size) * self.steps[usize::from(*head)]))
    }

    /// The score of every head for these features: each counts one over the root of how many there are.
    pub(super) fn scores(&self, ids: &[u32]) -> [f32; HEADS] {
        let mut sums = [0.0; HEADS];
        for id in ids {
            for (head, weight) in self.weights(*id) {
                sums[head] += weight;
            }
        }
        let share = 1.0 / (ids.len().max(1) as f32).sqrt();
        std::array::from_fn(|head| sums[head] * share + self.biases[head])
    }

    /// What the training has seen of the rule whose id has this hash, if anything.
    pub(super) fn known(&self, rule: u32) -> Option<Known> {
        let at = self.rules.binary_search_by_key(&rule, |known| known.hash).ok()?;
        Some(self.rules[at])
    }
}
