//! Learned numbers, packed: each byte of a run takes about as many bits as it is rare, down to parts of a bit (range asymmetric
//! numeral systems, Duda 2013, <https://arxiv.org/abs/1311.2540>).
//!
//! gzip, which packs the module as a whole, looks for repeats, of which weights have none, and gives whole bits to a byte: what was
//! learned takes an eighth less so. Read by the build too, which packs.
#![allow(dead_code, reason = "the build packs, the core unpacks")]

use crate::table::{Reader, Run};

/// Shares of the bytes are counted in so many parts.
const PARTS_BITS: u32 = 12;
const PARTS: u32 = 1 << PARTS_BITS;

/// A state below this takes in a byte.
const LEAST: u32 = 1 << 23;

/// The bytes of a run, packed: how many there are, the share of each of the first so many bytes, and the states.
pub(crate) fn pack(bytes: &[u8]) -> Run {
    let mut out = Run::default();
    out.number(bytes.len());
    if bytes.is_empty() {
        return out;
    }
    let shares = shares(bytes);
    out.numbers(shares.iter().map(|share| *share as usize));
    let starts = starts(&shares);
    let mut state = LEAST;
    let mut states = Vec::new();
    // What is packed last is unpacked first.
    for byte in bytes.iter().rev().map(|byte| usize::from(*byte)) {
        let share = shares[byte];
        while state >= ((LEAST >> PARTS_BITS) << 8) * share {
            states.push(state as u8);
            state >>= 8;
        }
        state = ((state / share) << PARTS_BITS) + state % share + starts[byte];
    }
    states.extend(state.to_le_bytes());
    states.reverse();
    out.bytes(&states);
    out
}

/// What [`pack`] has packed.
///
/// # Panics
/// When it has not packed this.
pub(crate) fn unpack(mut packed: Reader<'_>) -> Vec<u8> {
    let length = packed.number();
    if length == 0 {
        return Vec::new();
    }
    let shares: Vec<u32> = packed.numbers().map(|share| share as u32).collect();
    let starts = starts(&shares);
    // Which byte each part is of.
    let bytes = shares.iter().zip(0_u8..=255);
    let parts: Vec<u8> = bytes.flat_map(|(share, byte)| (0..*share).map(move |_| byte)).collect();
    let mut state = (0..4).fold(0, |state, _| state << 8 | u32::from(packed.byte()));
    let mut out = Vec::with_capacity(length);
    for _ in 0..length {
        let part = state & (PARTS - 1);
        let byte = parts[part as usize];
        state = shares[usize::from(byte)] * (state >> PARTS_BITS) + part - starts[usize::from(byte)];
        while state < LEAST && !packed.is_done() {
            state = state << 8 | u32::from(packed.byte());
        }
        out.push(byte);
    }
    out
}

/// How often each byte stands there, in parts of all: none that stands there has no part, and all have as many as there are.
fn shares(bytes: &[u8]) -> Vec<u32> {
    let last = usize::from(*bytes.iter().max().expect("somebody asked for the shares of some"));
    let mut counts = vec![0_usize; last + 1];
    bytes.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    let part = |count: &usize| (count * PARTS as usize / bytes.len()) as u32;
    let mut shares: Vec<u32> = counts
        .iter()
        .map(|count| if *count == 0 { 0 } else { part(count).max(1) })
        .collect();
    // What is missing or too much is made up for by those that notice it least.
    let mut sum: u32 = shares.iter().sum();
    while sum != PARTS {
        let most = shares.iter_mut().max().expect("there is one for the last byte");
        let wanted = *most + PARTS.saturating_sub(sum) - u32::from(sum > PARTS);
        sum = sum - *most + wanted;
        *most = wanted;
    }
    shares
}

/// Where the parts of each byte begin.
fn starts(shares: &[u32]) -> Vec<u32> {
    let mut start = 0;
    let next = |share: &u32| {
        start += share;
        start - share
    };
    shares.iter().map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;
    use proptest::prelude::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        table::joined([pack(bytes)])
    }

    fn round_trip(bytes: &[u8]) -> Vec<u8> {
        let table = packed(bytes);
        let [run] = table::split(&table);
        unpack(run)
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
            prop_assert_eq!(round_trip(&bytes), bytes);
        }

        #[test]
        fn so_does_what_is_mostly_alike(bytes in prop::collection::vec(prop_oneof![60 => Just(7_u8), 3 => 0_u8..9, 1 => any::<u8>()], 0..3000)) {
            prop_assert_eq!(round_trip(&bytes), bytes);
        }
    }

    #[test]
    fn one_byte_over_and_over_takes_next_to_nothing() {
        let bytes = [200; 100_000];
        assert_eq!(round_trip(&bytes), bytes);
        assert!(packed(&bytes).len() < 300);
    }

    #[test]
    fn every_byte_once_comes_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(round_trip(&bytes), bytes);
    }

    #[test]
    fn the_rare_ones_beside_many_frequent_ones_come_back() {
        let frequent = (0..56).flat_map(|byte| [byte; 10_000]);
        let bytes: Vec<u8> = frequent.chain(56..=255).collect();
        assert_eq!(round_trip(&bytes), bytes);
    }

    #[test]
    fn a_byte_takes_as_many_bits_as_it_is_rare() {
        // One in eight: 3 bits for it, 0.19 for each other; 0.54 on average.
        let bytes: Vec<u8> = (0..80_000_u32)
            .map(|at| u8::from(at.wrapping_mul(2_654_435_761) >> 29 == 0))
            .collect();
        let bits = 8.0 * packed(&bytes).len() as f32 / bytes.len() as f32;
        assert!((0.53..0.56).contains(&bits), "{bits} bits each");
    }
}
