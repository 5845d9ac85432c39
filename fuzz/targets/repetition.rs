//! Any bytes, over and over: thirty-two times the text takes no time that grows with the square of its length.

#![no_main]

use chaperone::{Draft, Profile, check};
use chaperone_fuzz::BETWEEN;
use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;
use std::hint::black_box;
use std::time::Duration;

/// Bytes of the longer text, and how many times longer it is than the shorter.
const LONG: usize = 16 * 1_024;
const TIMES: usize = 32;
/// A linear walk takes 32 times as long, a quadratic one 1,024 times; other work on the machine needs the room between.
const ALLOWED: u32 = 200;
/// What is slow once may have been held up.
const ATTEMPTS: u32 = 3;

fuzz_target!(|bytes: &[u8]| {
    // Several units: first all of one, then all of the next.
    let units: Vec<_> = bytes
        .split(|byte| *byte == BETWEEN)
        .map(String::from_utf8_lossy)
        .filter(|unit| !unit.is_empty())
        .collect();
    if units.is_empty() || units.iter().map(|unit| unit.len()).sum::<usize>() > LONG / TIMES {
        return;
    }
    let time = |length: usize| {
        let share = length / units.len();
        let text: String = units
            .iter()
            .map(|unit| unit.repeat((share / unit.len()).max(1)))
            .collect();
        let draft = Draft {
            in_reply_to: Some(text.clone()),
            text,
            ..Draft::default()
        };
        let start = ThreadTime::now();
        black_box(check(&draft, &Profile::default()));
        start.elapsed()
    };
    let is_slow = || {
        let (short, long) = (time(LONG / TIMES), time(LONG));
        (long > short * ALLOWED + Duration::from_millis(20)).then_some((short, long))
    };
    let times: Vec<_> = (0..ATTEMPTS).map_while(|_| is_slow()).collect();
    assert!(
        times.len() < ATTEMPTS as usize,
        "for {} bytes and {LONG}: {times:?}",
        LONG / TIMES
    );
});
