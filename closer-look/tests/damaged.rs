//! Weights that are not this build's are refused, however near they come.

#![cfg(feature = "weights")]

use chaperone_closer_look::{CloserLook, Damaged};

const WEIGHTS: &[u8] = include_bytes!("../weights.bin");

/// What stands before the rows of the pieces: a mark and the count of pieces.
const HEAD: usize = 8;

/// Bytes of each piece: what a part is worth, twelve steps, 384 weights of half a byte.
const PIECE: usize = 4 + 384 / 32 + 384 / 2;

#[test]
fn weights_of_another_vocabulary_are_refused() {
    let pieces = u32::from_le_bytes(WEIGHTS[4..HEAD].try_into().expect("four bytes")) as usize;
    let others = &WEIGHTS[HEAD + pieces * PIECE..];
    for kept in [0, pieces - 1] {
        let rows = &WEIGHTS[HEAD..HEAD + kept * PIECE];
        let file = [&WEIGHTS[..4], &(kept as u32).to_le_bytes(), rows, others].concat();
        assert_eq!(CloserLook::new(&file).err(), Some(Damaged), "{kept} pieces");
    }
}

#[test]
fn weights_that_end_early_or_late_are_refused() {
    for length in [0, 3, HEAD, WEIGHTS.len() / 2, WEIGHTS.len() - 1] {
        assert_eq!(
            CloserLook::new(&WEIGHTS[..length]).err(),
            Some(Damaged),
            "{length} bytes"
        );
    }
    assert_eq!(CloserLook::new(&[WEIGHTS, b"more"].concat()).err(), Some(Damaged));
}
