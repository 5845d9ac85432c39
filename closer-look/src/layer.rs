//! One of the network's layers: every piece looks at all others, then thinks by itself.

use crate::Damaged;
use crate::matrix::{Matrix, Whole, dot};
use crate::weights::{Bytes, Stepped};
use std::sync::OnceLock;

/// Numbers of a piece.
pub(crate) const WIDTH: usize = 384;

/// Numbers inside a layer.
const INNER: usize = 4 * WIDTH;

/// So many ways of looking at other pieces, of so many numbers each.
const LOOKS: usize = 12;
const LOOK: usize = WIDTH / LOOKS;

/// A layer is unpacked when it is applied for the first time: all at once would hold up for too long whoever else is at work.
pub(crate) struct LazyLayer {
    packed: Vec<u8>,
    layer: OnceLock<Layer>,
}

/// What each piece asks the others, what it answers and says; then what it thinks.
pub(crate) struct Layer {
    asks: Matrix,
    answers: Matrix,
    says: Matrix,
    heard: Matrix,
    after_looking: Norm,
    opens: Matrix,
    closes: Matrix,
    after_thinking: Norm,
}

impl LazyLayer {
    /// The next `COUNT` layers of the file.
    pub(crate) fn all<const COUNT: usize>(bytes: &mut Bytes<'_>) -> Result<[Self; COUNT], Damaged> {
        let mut layers = Vec::with_capacity(COUNT);
        for _ in 0..COUNT {
            layers.push(Self {
                packed: bytes.take(Layer::SIZE)?.to_vec(),
                layer: OnceLock::new(),
            });
        }
        layers.try_into().map_err(|_| Damaged)
    }

    /// The layer, ready to be applied.
    pub(crate) fn unpacked(&self) -> &Layer {
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

    pub(crate) fn apply(&self, numbers: &mut [f32]) {
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
pub(crate) struct Norm {
    weights: Vec<f32>,
    added: Vec<f32>,
}

impl Norm {
    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Result<Self, Damaged> {
        Ok(Self {
            weights: bytes.floats(WIDTH)?,
            added: bytes.floats(WIDTH)?,
        })
    }

    pub(crate) fn apply(&self, numbers: &mut [f32]) {
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
    use super::erf;

    #[test]
    fn the_error_function_is_known() {
        for (number, wanted) in [(0.0, 0.0), (0.5, 0.520_499_9), (-1.0, -0.842_700_8), (3.0, 0.999_977_9)] {
            assert!((erf(number) - wanted).abs() < 1e-6, "erf({number}) = {}", erf(number));
        }
    }
}
