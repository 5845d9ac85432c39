//! Multiplication in whole numbers: weights of eight bits, inputs of up to sixteen, sums of thirty-two; and of a few plain ones ([`dot`]).

use crate::weights::Stepped;

/// So many inputs are multiplied with a row while it is at hand.
const BLOCK: usize = 4;

/// The greatest weight.
const MOST: i32 = 127;

/// Inputs that are all smaller count as nothing: there is no number (f32) that would bring them up to whole ones.
const LEAST: f32 = 1e-30;

/// A matrix and what is added: `rows` outputs of `columns` inputs.
pub(crate) struct Matrix {
    columns: usize,
    weights: Vec<i8>,
    /// What one is worth in each row.
    worth: Vec<f32>,
    added: Vec<f32>,
}

impl Matrix {
    pub(crate) fn new(stepped: &Stepped, columns: usize, added: Vec<f32>) -> Self {
        let mut matrix = Self {
            columns,
            weights: Vec::with_capacity(stepped.rows() * columns),
            worth: Vec::with_capacity(stepped.rows()),
            added,
        };
        for row in 0..stepped.rows() {
            let (part, weights) = stepped.row(row);
            let weights: Vec<i32> = weights.collect();
            let most = weights.iter().map(|weight| weight.abs()).max().unwrap_or(0).max(1);
            let to_eight_bits = MOST as f32 / most as f32;
            let rounded = weights
                .iter()
                .map(|weight| (*weight as f32 * to_eight_bits).round() as i8);
            matrix.weights.extend(rounded);
            matrix.worth.push(part / to_eight_bits);
        }
        matrix
    }

    /// Of each input its outputs.
    pub(crate) fn times(&self, whole: &Whole) -> Vec<f32> {
        let (rows, columns) = (self.worth.len(), self.columns);
        let count = whole.worth.len();
        let mut outputs = vec![0.0; count * rows];
        let mut wide = vec![0; columns];
        for (row, weights) in self.weights.chunks_exact(columns).enumerate() {
            wide.iter_mut()
                .zip(weights)
                .for_each(|(wide, weight)| *wide = i16::from(*weight));
            for first in (0..count).step_by(BLOCK) {
                // The last block takes its last input several times over.
                let block: [usize; BLOCK] = std::array::from_fn(|at| (first + at).min(count - 1));
                let sums = products(&wide, block.map(|input| &whole.numbers[input * columns..][..columns]));
                for (input, sum) in block.into_iter().zip(sums) {
                    outputs[input * rows + row] = sum as f32 * self.worth[row] * whole.worth[input] + self.added[row];
                }
            }
        }
        outputs
    }
}

/// The sum of products with each of the inputs.
#[cfg(any(
    test,
    not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))
))]
fn plain_products(weights: &[i16], inputs: [&[i16]; BLOCK]) -> [i32; BLOCK] {
    inputs.map(|input| {
        let products = weights.iter().zip(input);
        products
            .map(|(weight, number)| i32::from(*weight) * i32::from(*number))
            .sum()
    })
}

#[cfg(not(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128"))))]
use plain_products as products;

/// The same eight products at a time, which the compiler does not find by itself. There are whole eights of columns.
#[cfg(any(target_arch = "x86_64", all(target_arch = "wasm32", target_feature = "simd128")))]
fn products(weights: &[i16], inputs: [&[i16]; BLOCK]) -> [i32; BLOCK] {
    let inputs = inputs.map(|input| input.as_chunks().0);
    let mut sums = [eight::NONE; BLOCK];
    for (at, weights) in weights.as_chunks().0.iter().enumerate() {
        let weights = eight::load(weights);
        for (sum, input) in sums.iter_mut().zip(inputs) {
            *sum = eight::add_products(*sum, weights, eight::load(&input[at]));
        }
    }
    sums.map(|sum| eight::parts(sum).iter().sum())
}

/// Eight numbers at once, as every browser with the extension multiplies them.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod eight {
    use std::arch::wasm32::{i32x4, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane as lane, v128, v128_load};

    pub(super) const NONE: v128 = i32x4(0, 0, 0, 0);

    #[allow(unsafe_code, reason = "the whole array is read, from wherever it stands")]
    pub(super) fn load(numbers: &[i16; 8]) -> v128 {
        unsafe { v128_load(numbers.as_ptr().cast()) }
    }

    pub(super) fn add_products(sums: v128, some: v128, others: v128) -> v128 {
        i32x4_add(sums, i32x4_dot_i16x8(some, others))
    }

    pub(super) fn parts(sums: v128) -> [i32; 4] {
        [lane::<0>(sums), lane::<1>(sums), lane::<2>(sums), lane::<3>(sums)]
    }
}

/// Eight numbers at once, as every processor of this kind multiplies them.
#[cfg(target_arch = "x86_64")]
mod eight {
    use std::arch::x86_64::{__m128i, _mm_add_epi32, _mm_loadu_si128, _mm_madd_epi16};

    #[allow(unsafe_code, reason = "any bits are numbers")]
    pub(super) const NONE: __m128i = unsafe { std::mem::zeroed() };

    #[allow(unsafe_code, reason = "the whole array is read, from wherever it stands")]
    pub(super) fn load(numbers: &[i16; 8]) -> __m128i {
        unsafe { _mm_loadu_si128(numbers.as_ptr().cast()) }
    }

    #[allow(unsafe_code, reason = "there is no such processor that cannot")]
    pub(super) fn add_products(sums: __m128i, some: __m128i, others: __m128i) -> __m128i {
        unsafe { _mm_add_epi32(sums, _mm_madd_epi16(some, others)) }
    }

    #[allow(unsafe_code, reason = "any bits are numbers")]
    pub(super) fn parts(sums: __m128i) -> [i32; 4] {
        unsafe { std::mem::transmute(sums) }
    }
}

/// Inputs as whole numbers.
pub(crate) struct Whole {
    numbers: Vec<i16>,
    /// What one is worth in each input.
    worth: Vec<f32>,
}

impl Whole {
    /// Of inputs of so many numbers each.
    pub(crate) fn new(inputs: &[f32], columns: usize) -> Self {
        // No sum leaves its thirty-two bits.
        let limit = (i32::MAX / MOST / columns as i32).min(i32::from(i16::MAX)) as f32;
        let mut whole = Self {
            numbers: Vec::with_capacity(inputs.len()),
            worth: Vec::with_capacity(inputs.len() / columns),
        };
        for input in inputs.chunks_exact(columns) {
            let most = input.iter().fold(LEAST, |most, number| most.max(number.abs()));
            let scale = limit / most;
            // Several at once, as `round` cannot be.
            let rounded = |number: &f32| (number * scale + 0.5_f32.copysign(*number)) as i16;
            whole.numbers.extend(input.iter().map(rounded));
            whole.worth.push(most / limit);
        }
        whole
    }
}

/// The sum of their products.
pub(crate) fn dot(one: &[f32], other: &[f32]) -> f32 {
    // Several sums at once, so that a processor can add them side by side.
    let mut sums = [0.0; 16];
    for (one, other) in one.chunks_exact(16).zip(other.chunks_exact(16)) {
        sums.iter_mut()
            .zip(one.iter().zip(other))
            .for_each(|(sum, (one, other))| *sum += one * other);
    }
    sums.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_at_a_time_are_the_same_products() {
        let numbers = |step: usize| {
            (0..96)
                .map(move |at| (at * step % 65_536) as u16 as i16)
                .collect::<Vec<_>>()
        };
        let weights: Vec<i16> = numbers(7_919).into_iter().map(|number| number % 128).collect();
        let inputs = [3, 1_009, 30_011, 65_535].map(numbers);
        let inputs = [0, 1, 2, 3].map(|at| inputs[at].as_slice());
        assert_eq!(products(&weights, inputs), plain_products(&weights, inputs));
    }

    #[test]
    fn no_input_is_so_small_or_great_that_a_sum_leaves_its_bits() {
        let columns = 1_536;
        let most = i32::MAX / MOST / columns as i32;
        for number in [0.0, 1e-45, 1e-36, 1e-30, 1.0, f32::MAX, f32::INFINITY, f32::NAN] {
            let whole = Whole::new(&vec![-number; columns], columns);
            assert!(
                whole.numbers.iter().all(|whole| i32::from(*whole).abs() <= most),
                "{number}: {}",
                whole.numbers[0]
            );
        }
    }
}
