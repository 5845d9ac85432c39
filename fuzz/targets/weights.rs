//! Damaged weights: bytes of the file are overwritten, cut off or added, or it is another file altogether. They are refused, or
//! a passage still gets its scores, whatever these are worth.

#![no_main]

use chaperone_closer_look::CloserLook;
use libfuzzer_sys::fuzz_target;
use std::hint::black_box;

const WEIGHTS: &[u8] = include_bytes!("../../closer-look/weights.bin");

/// What stands before the rows of the pieces: a mark and the count of pieces.
const HEAD: usize = 8;

/// Bytes of each piece: what a part is worth, twelve steps, 384 weights of half a byte.
const PIECE: usize = 4 + 384 / 32 + 384 / 2;

/// Bytes of a change: three for its place, and a number of any four that is written there.
const CHANGE: usize = 7;

/// It is written over so many bytes, or most changes would touch nothing but a few weights.
const RUN: usize = 16 * 1_024;

fuzz_target!(|bytes: &[u8]| {
    let _ = black_box(CloserLook::new(bytes));

    let Some((&what, changes)) = bytes.split_first() else {
        return;
    };
    let mut file = match what % 4 {
        // Of fewer pieces, and says so.
        0 => with_pieces(u32::from(what / 4)),
        _ => WEIGHTS.to_vec(),
    };
    for change in changes.chunks_exact(CHANGE) {
        let (at, number) = change.split_at(3);
        let at = u32::from_le_bytes([at[0], at[1], at[2], 0]) as usize % (file.len() - RUN);
        file[at..at + RUN].copy_from_slice(&number.repeat(RUN / number.len()));
    }
    match what % 4 {
        1 => file.truncate(file.len().saturating_sub(usize::from(what / 4) * changes.len())),
        2 => file.extend_from_slice(changes),
        _ => {}
    }
    if let Ok(network) = CloserLook::new(&file) {
        // One layer; the others are read in the same way.
        let mut reading = network.begin("x", "She cried", Some("Why?"));
        network.step(&mut reading);
        black_box(network.scores(&reading));
    }
});

fn with_pieces(count: u32) -> Vec<u8> {
    let all = u32::from_le_bytes(WEIGHTS[4..HEAD].try_into().expect("four bytes")) as usize;
    let kept = &WEIGHTS[HEAD..HEAD + count as usize * PIECE];
    [
        &WEIGHTS[..4],
        &count.to_le_bytes(),
        kept,
        &WEIGHTS[HEAD + all * PIECE..],
    ]
    .concat()
}
