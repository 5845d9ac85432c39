//! Learning the tagger's weights, with the very features it will use. Only `training/names` calls this.

use super::features::{SLOTS, View};
use super::tagger::{FIRST, LABELS, LATER, STEP};
use crate::table::{Run, joined};
use crate::text::token::Kind;
use crate::text::{Span, Text};

/// A text in which names of people are marked.
pub struct Example {
    /// The text.
    pub text: String,
    /// The names, in UTF-16 units.
    pub names: Vec<Span>,
    /// Names that the gazetteers shall not know.
    pub hidden: Vec<Span>,
}

/// What a sentence of an example becomes: for each token its slots and its label.
struct Sentence {
    slots: Vec<Vec<u32>>,
    labels: Vec<usize>,
}

/// How learning goes.
pub struct Plan {
    /// Passes over the examples.
    pub passes: usize,
    /// The size of the first steps.
    pub rate: f32,
    /// How many slots keep their weights.
    pub kept: usize,
    /// Added to every score of a name: above nought finds more names, and more wrong ones.
    pub bias: f32,
    /// Where the shuffling starts.
    pub seed: u64,
}

/// A generator of pseudo-random numbers (SplitMix64): the same seed, the same weights.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// Learns weights from examples and returns them in their committed form.
pub fn learn(examples: &[Example], plan: &Plan) -> Vec<u8> {
    let mut sentences: Vec<Sentence> = examples.iter().flat_map(read).collect();
    let mut chance = Chance(plan.seed);
    let mut learner = Learner::new(plan.rate);
    for pass in 0..plan.passes {
        shuffle(&mut sentences, &mut chance);
        for sentence in &sentences {
            learner.see(sentence);
        }
        // The last passes learn with what will be kept only, so that the rest makes up for what is left out.
        if pass + 3 == plan.passes {
            learner.keep(plan.kept);
        }
    }
    bytes(&learner.weights, plan.bias)
}

fn shuffle(sentences: &mut [Sentence], chance: &mut Chance) {
    for at in (1..sentences.len()).rev() {
        sentences.swap(at, chance.below(at + 1));
    }
}

fn read(example: &Example) -> Vec<Sentence> {
    let text = Text::new(&example.text);
    let spans: Vec<Span> = (0..text.tokens.len()).map(|at| text.utf16(at..at + 1)).collect();
    let hidden = |at: usize| example.hidden.iter().any(|name| name.overlaps(spans[at]));
    let view = View::without(&text, hidden);
    let mut open: Option<Span> = None;
    let labels: Vec<usize> = spans
        .iter()
        .zip(&text.tokens)
        .map(|(span, token)| {
            let name = example.names.iter().find(|name| name.overlaps(*span)).copied();
            let name = name.filter(|_| matches!(token.kind, Kind::Word | Kind::Mark));
            let label = match name {
                None => 0,
                Some(_) if open == name => LATER,
                Some(_) => FIRST,
            };
            open = name;
            label
        })
        .collect();
    text.sentences
        .iter()
        .map(|sentence| Sentence {
            slots: sentence
                .clone()
                .map(|at| {
                    let mut slots = Vec::with_capacity(40);
                    view.features(at, |slot| slots.push(slot as u32));
                    slots
                })
                .collect(),
            labels: labels[sentence.clone()].to_vec(),
        })
        .collect()
}

/// What `tagger` reads from the committed form, while it is being learned.
struct Weights {
    slots: Vec<[f32; 2]>,
    steps: [[f32; LABELS]; LABELS],
}

/// Stochastic gradient ascent on the likelihood of the labels, with a step for each weight (AdaGrad).
struct Learner {
    weights: Weights,
    slot_sums: Vec<[f32; 2]>,
    step_sums: [[f32; LABELS]; LABELS],
    kept: Vec<bool>,
    rate: f32,
}

/// How strongly weights are drawn to nought.
const DECAY: f32 = 1e-4;

impl Learner {
    fn new(rate: f32) -> Self {
        Learner {
            weights: Weights {
                slots: vec![[0.0; 2]; SLOTS],
                steps: Default::default(),
            },
            slot_sums: vec![[1e-3; 2]; SLOTS],
            step_sums: [[1e-3; LABELS]; LABELS],
            kept: vec![true; SLOTS],
            rate,
        }
    }

    fn keep(&mut self, count: usize) {
        let size = |weights: &[f32; 2]| weights[0].abs().max(weights[1].abs());
        let mut sizes: Vec<f32> = self.weights.slots.iter().map(size).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = sizes.get(count).copied().unwrap_or(0.0);
        for (slot, weights) in self.weights.slots.iter_mut().enumerate() {
            if size(weights) <= least {
                self.kept[slot] = false;
                *weights = [0.0; 2];
            }
        }
    }

    fn see(&mut self, sentence: &Sentence) {
        let count = sentence.slots.len();
        let scores: Vec<[f32; LABELS]> = sentence
            .slots
            .iter()
            .map(|slots| {
                slots.iter().fold([0.0; LABELS], |[o, first, later], slot| {
                    let [f, l] = self.weights.slots[*slot as usize];
                    [o, first + f, later + l]
                })
            })
            .collect();
        let (forward, backward, whole) = self.sums(&scores);
        let mut step_change = [[0.0_f32; LABELS]; LABELS];
        for at in 0..count {
            let mut change = [0.0_f32; LABELS];
            for label in 0..LABELS {
                change[label] -= (forward[at][label] + backward[at][label] - whole).exp();
            }
            change[sentence.labels[at]] += 1.0;
            for before in 0..LABELS {
                if at == 0 && before > 0 {
                    continue;
                }
                for label in 0..LABELS {
                    let reached = if at == 0 { 0.0 } else { forward[at - 1][before] };
                    let likely =
                        reached + self.weights.steps[before][label] + scores[at][label] + backward[at][label] - whole;
                    step_change[before][label] -= likely.exp();
                }
            }
            let before = if at == 0 { 0 } else { sentence.labels[at - 1] };
            step_change[before][sentence.labels[at]] += 1.0;
            self.change_slots(&sentence.slots[at], [change[FIRST], change[LATER]]);
        }
        for (before, changes) in step_change.iter().enumerate() {
            for (label, change) in changes.iter().enumerate() {
                self.step_sums[before][label] += change * change;
                self.weights.steps[before][label] += self.rate * change / self.step_sums[before][label].sqrt();
            }
        }
    }

    fn change_slots(&mut self, slots: &[u32], change: [f32; 2]) {
        if change.iter().all(|change| change.abs() < 1e-4) {
            return;
        }
        for slot in slots {
            let slot = *slot as usize;
            if !self.kept[slot] {
                continue;
            }
            for label in 0..2 {
                let weight = &mut self.weights.slots[slot][label];
                let change = change[label] - DECAY * *weight;
                self.slot_sums[slot][label] += change * change;
                *weight += self.rate * change / self.slot_sums[slot][label].sqrt();
            }
        }
    }

    /// The logarithms of the sums over all ways to, and from, each label of each token, and of the sum over all ways.
    fn sums(&self, scores: &[[f32; LABELS]]) -> (Vec<[f32; LABELS]>, Vec<[f32; LABELS]>, f32) {
        let count = scores.len();
        let steps = &self.weights.steps;
        let mut forward = vec![[0.0; LABELS]; count];
        let mut backward = vec![[0.0; LABELS]; count];
        for label in 0..LABELS {
            forward[0][label] = steps[0][label] + scores[0][label];
        }
        for at in 1..count {
            for label in 0..LABELS {
                let ways = [0, 1, 2].map(|before| forward[at - 1][before] + steps[before][label]);
                forward[at][label] = log_sum(ways) + scores[at][label];
            }
        }
        for at in (0..count - 1).rev() {
            for label in 0..LABELS {
                let ways = [0, 1, 2].map(|next| steps[label][next] + scores[at + 1][next] + backward[at + 1][next]);
                backward[at][label] = log_sum(ways);
            }
        }
        (forward.clone(), backward, log_sum(forward[count - 1]))
    }
}

fn log_sum(values: [f32; LABELS]) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    most + values.iter().map(|value| (value - most).exp()).sum::<f32>().ln()
}

/// The committed form, as `tagger` reads it.
fn bytes(weights: &Weights, bias: f32) -> Vec<u8> {
    let whole = |weight: f32| (weight / STEP).round().clamp(-127.0, 127.0) as i8;
    let mut steps = weights.steps;
    for row in &mut steps {
        row[FIRST] += bias;
    }
    let [mut numbers, mut gaps, mut firsts, mut laters] = <[Run; 4]>::default();
    let steps: Vec<u8> = steps.iter().flatten().map(|weight| whole(*weight) as u8).collect();
    numbers.bytes(&steps);
    let mut last = 0;
    for (slot, pair) in weights.slots.iter().enumerate() {
        let [first, later] = pair.map(|weight| whole(weight) as u8);
        if [first, later] != [0, 0] {
            gaps.number(slot - last);
            firsts.bytes(&[first]);
            laters.bytes(&[later]);
            last = slot;
        }
    }
    joined([numbers, gaps, firsts, laters])
}
