//! Any bytes, over and over: thirty-two times the text takes no time that grows with the square of its length.

#![no_main]

use chaperone::{Draft, Profile, check};
use libfuzzer_sys::fuzz_target;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Bytes of the longer text, and how many times longer it is than the shorter.
const LONG: usize = 64 * 1_024;
const TIMES: usize = 32;
/// A linear walk takes 32 times as long, a quadratic one 1,024 times; other work on the machine needs the room between.
const ALLOWED: u32 = 300;

fuzz_target!(|bytes: &[u8]| {
    let unit = String::from_utf8_lossy(bytes);
    if unit.is_empty() || unit.len() > LONG / TIMES {
        return;
    }
    let time = |length: usize| {
        let draft = Draft {
            text: unit.repeat(length / unit.len()),
            ..Draft::default()
        };
        let start = Instant::now();
        black_box(check(&draft, &Profile::default()));
        start.elapsed()
    };
    let short = (0..3).map(|_| time(LONG / TIMES)).min().unwrap_or_default();
    let long = time(LONG);
    assert!(
        long < short * ALLOWED + Duration::from_millis(20),
        "{short:?} for {} bytes, {long:?} for {LONG}",
        LONG / TIMES
    );
});
