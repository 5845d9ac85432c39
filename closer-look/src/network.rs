//! The network: six layers of a BERT with 384 numbers a piece, heads over the mean and the maximum of all pieces, and pointers over each.

use crate::matrix::{Matrix, Whole};
use crate::weights::{Bytes, Stepped};
use crate::words::{self, MOST, Pieces};
use crate::{Damaged, HEADS, POINTERS};
use std::sync::OnceLock;

/// The version of the file.
const MARK: &[u8; 4] = b"CLK2";

/// Numbers of a piece.
const WIDTH: usize = 384;

/// Numbers inside a layer.
const INNER: usize = 4 * WIDTH;

const LAYERS: usize = 6;

/// So many ways of looking at other pieces, of so many numbers each.
const LOOKS: usize = 12;
const LOOK: usize = WIDTH / LOOKS;

pub(crate) struct Network {
    pieces: Stepped,
    places: Vec<f32>,
    kinds: Vec<f32>,
    norm: Norm,
    layers: [LazyLayer; LAYERS],
    /// Heads over mean and maximum: rows of twice the width, and what is added.
    heads: Vec<f32>,
    usual: Vec<f32>,
    /// The same over a piece alone.
    pointers: Vec<f32>,
    usually_pointed: Vec<f32>,
}

/// How far it has read.
pub(crate) struct Reading {
    /// The numbers of each piece.
    numbers: Vec<f32>,
    /// So many layers have been applied.
    layers: usize,
    /// From here on they are of the passage.
    passage_from: usize,
    /// For each piece of the passage where its word begins and ends.
    pub(crate) words: Vec<[u32; 2]>,
    /// Whether there was room for the whole passage.
    pub(crate) is_whole: bool,
}

/// A layer is unpacked when it is applied for the first time: all at once would hold up for too long whoever else is at work.
struct LazyLayer {
    packed: Vec<u8>,
    layer: OnceLock<Layer>,
}

struct Layer {
    asks: Matrix,
    answers: Matrix,
    says: Matrix,
    heard: Matrix,
    after_looking: Norm,
    opens: Matrix,
    closes: Matrix,
    after_thinking: Norm,
}

impl Network {
    pub(crate) fn read(file: &[u8]) -> Result<Self, Damaged> {
        let mut bytes = Bytes(file);
        if bytes.take(MARK.len())? != MARK {
            return Err(Damaged);
        }
        let known = bytes.count()?;
        // Of another vocabulary they would say something, and mean nothing by it.
        if known != words::known() {
            return Err(Damaged);
        }
        let network = Self {
            pieces: bytes.stepped(known, WIDTH)?,
            places: bytes.floats(MOST * WIDTH)?,
            kinds: bytes.floats(2 * WIDTH)?,
            norm: Norm::read(&mut bytes)?,
            layers: LazyLayer::all(&mut bytes)?,
            heads: bytes.floats(HEADS * 2 * WIDTH)?,
            usual: bytes.floats(HEADS)?,
            pointers: bytes.floats(POINTERS * WIDTH)?,
            usually_pointed: bytes.floats(POINTERS)?,
        };
        if bytes.0.is_empty() { Ok(network) } else { Err(Damaged) }
    }

    /// Begins to read.
    pub(crate) fn begin(&self, pieces: &Pieces) -> Reading {
        Reading {
            numbers: self.embedded(pieces),
            layers: 0,
            passage_from: pieces.passage_from,
            words: pieces.words.clone(),
            is_whole: pieces.is_whole,
        }
    }

    /// Goes one layer further. Says whether there is another.
    pub(crate) fn step(&self, reading: &mut Reading) -> bool {
        if let Some(layer) = self.layers.get(reading.layers) {
            layer.unpacked().apply(&mut reading.numbers);
            reading.layers += 1;
        }
        reading.layers < LAYERS
    }

    pub(crate) fn scores(&self, Reading { numbers, .. }: &Reading) -> [f32; HEADS] {
        let pieces = (numbers.len() / WIDTH) as f32;
        let mut both = vec![0.0; WIDTH];
        both.extend([f32::MIN; WIDTH]);
        let (mean, most) = both.split_at_mut(WIDTH);
        for piece in numbers.chunks_exact(WIDTH) {
            for ((mean, most), number) in mean.iter_mut().zip(most.iter_mut()).zip(piece) {
                *mean += number / pieces;
                *most = most.max(*number);
            }
        }
        std::array::from_fn(|head| dot(&self.heads[head * 2 * WIDTH..][..2 * WIDTH], &both) + self.usual[head])
    }

    /// How much each piece of the passage speaks for each category.
    pub(crate) fn pointed(&self, reading: &Reading) -> Vec<[f32; POINTERS]> {
        let pieces = reading.numbers.chunks_exact(WIDTH).skip(reading.passage_from);
        let pointed = |(piece, _): (&[f32], &[u32; 2])| {
            std::array::from_fn(|category| {
                dot(&self.pointers[category * WIDTH..][..WIDTH], piece) + self.usually_pointed[category]
            })
        };
        pieces.zip(&reading.words).map(pointed).collect()
    }

    fn embedded(&self, pieces: &Pieces) -> Vec<f32> {
        let mut numbers = Vec::with_capacity(pieces.ids.len() * WIDTH);
        for (place, id) in pieces.ids.iter().enumerate() {
            let kind = usize::from(place >= pieces.answered_from);
            let (part, weights) = self.pieces.row(*id as usize);
            let (places, kinds) = (&self.places[place * WIDTH..], &self.kinds[kind * WIDTH..]);
            let added = places.iter().zip(kinds).map(|(place, kind)| place + kind);
            numbers.extend(weights.zip(added).map(|(weight, added)| weight as f32 * part + added));
        }
        self.norm.apply(&mut numbers);
        numbers
    }
}

impl LazyLayer {
    fn all(bytes: &mut Bytes<'_>) -> Result<[Self; LAYERS], Damaged> {
        let mut layers = Vec::with_capacity(LAYERS);
        for _ in 0..LAYERS {
            layers.push(Self {
                packed: bytes.take(Layer::SIZE)?.to_vec(),
                layer: OnceLock::new(),
            });
        }
        layers.try_into().map_err(|_| Damaged)
    }

    fn unpacked(&self) -> &Layer {
        let unpack = || Layer::read(&mut Bytes(&self.packed)).expect("it was taken in its size");
        self.layer.get_or_init(unpack)
    }
}

impl Layer {
    /// Bytes of a layer in the file.
    const SIZE: usize =
        4 * matrix_size(WIDTH, WIDTH) + matrix_size(INNER, WIDTH) + matrix_size(WIDTH, INNER) + 4 * 4 * WIDTH;

    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Damaged> {
        let matrix = |bytes: &mut Bytes<'_>, rows, columns| {
            let stepped = bytes.stepped(rows, columns)?;
            Ok(Matrix::new(&stepped, columns, bytes.floats(rows)?))
        };
        Ok(Self {
            asks: matrix(bytes, WIDTH, WIDTH)?,
            answers: matrix(bytes, WIDTH, WIDTH)?,
            says: matrix(bytes, WIDTH, WIDTH)?,
            heard: matrix(bytes, WIDTH, WIDTH)?,
            after_looking: Norm::read(bytes)?,
            opens: matrix(bytes, INNER, WIDTH)?,
            closes: matrix(bytes, WIDTH, INNER)?,
            after_thinking: Norm::read(bytes)?,
        })
    }

    fn apply(&self, numbers: &mut [f32]) {
        let heard = self.heard.times(&Whole::new(&self.look(numbers), WIDTH));
        add(numbers, &heard);
        self.after_looking.apply(numbers);
        let mut thought = self.opens.times(&Whole::new(numbers, WIDTH));
        thought.iter_mut().for_each(|number| *number = gelu(*number));
        add(numbers, &self.closes.times(&Whole::new(&thought, INNER)));
        self.after_thinking.apply(numbers);
    }

    /// Each piece looks at all, in twelve ways.
    fn look(&self, numbers: &[f32]) -> Vec<f32> {
        let whole = Whole::new(numbers, WIDTH);
        let [asks, answers, says] = [&self.asks, &self.answers, &self.says].map(|matrix| matrix.times(&whole));
        let pieces = numbers.len() / WIDTH;
        let mut heard = vec![0.0; numbers.len()];
        let mut shares = vec![0.0; pieces];
        for look in (0..WIDTH).step_by(LOOK) {
            let of = |numbers: &'_ [f32], piece: usize| -> [f32; LOOK] {
                std::array::from_fn(|at| numbers[piece * WIDTH + look + at])
            };
            let (answers, says): (Vec<_>, Vec<_>) =
                (0..pieces).map(|piece| (of(&answers, piece), of(&says, piece))).unzip();
            for piece in 0..pieces {
                let asked = of(&asks, piece);
                for (share, answer) in shares.iter_mut().zip(&answers) {
                    *share = dot(&asked, answer) / (LOOK as f32).sqrt();
                }
                to_shares(&mut shares);
                let heard = &mut heard[piece * WIDTH + look..][..LOOK];
                for (share, said) in shares.iter().zip(&says) {
                    heard
                        .iter_mut()
                        .zip(said)
                        .for_each(|(heard, said)| *heard += share * said);
                }
            }
        }
        heard
    }
}

/// What brings the numbers of each piece to a common measure.
struct Norm {
    weights: Vec<f32>,
    added: Vec<f32>,
}

impl Norm {
    fn read(bytes: &mut Bytes<'_>) -> Result<Self, Damaged> {
        Ok(Self {
            weights: bytes.floats(WIDTH)?,
            added: bytes.floats(WIDTH)?,
        })
    }

    fn apply(&self, numbers: &mut [f32]) {
        for piece in numbers.chunks_exact_mut(WIDTH) {
            let mean = piece.iter().sum::<f32>() / WIDTH as f32;
            let spread = piece.iter().map(|number| (number - mean).powi(2)).sum::<f32>() / WIDTH as f32;
            let scale = 1.0 / (spread + 1e-12).sqrt();
            for ((number, weight), added) in piece.iter_mut().zip(&self.weights).zip(&self.added) {
                *number = (*number - mean) * scale * weight + added;
            }
        }
    }
}

/// Bytes of a matrix in the file, with what is added to its rows.
const fn matrix_size(rows: usize, columns: usize) -> usize {
    Stepped::size(rows, columns) + 4 * rows
}

fn add(numbers: &mut [f32], others: &[f32]) {
    numbers
        .iter_mut()
        .zip(others)
        .for_each(|(number, other)| *number += other);
}

fn dot(one: &[f32], other: &[f32]) -> f32 {
    // Several sums at once, so that a processor can add them side by side.
    let mut sums = [0.0; 16];
    for (one, other) in one.chunks_exact(16).zip(other.chunks_exact(16)) {
        sums.iter_mut()
            .zip(one.iter().zip(other))
            .for_each(|(sum, (one, other))| *sum += one * other);
    }
    sums.iter().sum()
}

/// So that they are positive and sum to one (softmax).
fn to_shares(numbers: &mut [f32]) {
    let most = numbers.iter().copied().fold(f32::MIN, f32::max);
    numbers.iter_mut().for_each(|number| *number = (*number - most).exp());
    let sum: f32 = numbers.iter().sum();
    numbers.iter_mut().for_each(|number| *number /= sum);
}

/// The number times the chance that a normal one is less.
fn gelu(number: f32) -> f32 {
    number * 0.5 * (1.0 + erf(number * std::f32::consts::FRAC_1_SQRT_2))
}

/// The error function, to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26).
fn erf(number: f32) -> f32 {
    const WEIGHTS: [f32; 5] = [1.061_405_4, -1.453_152, 1.421_413_7, -0.284_496_74, 0.254_829_6];
    let x = number.abs();
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let sum = WEIGHTS.iter().fold(0.0, |sum, weight| sum * t + weight);
    (1.0 - sum * t * (-x * x).exp()).copysign(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_function_is_known() {
        for (number, wanted) in [(0.0, 0.0), (0.5, 0.520_499_9), (-1.0, -0.842_700_8), (3.0, 0.999_977_9)] {
            assert!((erf(number) - wanted).abs() < 1e-6, "erf({number}) = {}", erf(number));
        }
    }

    #[test]
    fn damaged_weights_are_refused() {
        for file in [&b""[..], b"CLK2", b"CLK0aaaaaaaa", b"CLK2\xFF\xFF\xFF\xFFaaaa"] {
            assert_eq!(Network::read(file).err(), Some(Damaged));
        }
    }
}
