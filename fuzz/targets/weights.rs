//! Damaged weights: bytes of the file are overwritten, cut off or added, or it is another file altogether. They are refused, or
//! a passage still gets its scores, whatever these are worth.

#![no_main]

use chaperone_closer_look::CloserLook;
use libfuzzer_sys::fuzz_target;
use std::hint::black_box;

const WEIGHTS: &[u8] = include_bytes!("../../closer-look/weights.bin");

/// Bytes of a change: three for its place, and a number of any four that is written there.
const CHANGE: usize = 7;

/// It is written over so many bytes, or most changes would touch nothing but a few weights.
const RUN: usize = 16 * 1_024;

fuzz_target!(|bytes: &[u8]| {
    let _ = black_box(CloserLook::new(bytes));

    let Some((&what, changes)) = bytes.split_first() else {
        return;
    };
    let mut file = WEIGHTS.to_vec();
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
        black_box((network.scores(&reading), network.runs(&reading, &[0..9])));
    }
});
