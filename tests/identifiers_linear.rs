//! Whatever the text holds, finding identifiers takes time in proportion to its length.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chaperone::identifiers::find;

/// How often a comparison is tried before the machine's other work is no excuse.
const ATTEMPTS: u32 = 5;

fn time(text: &str) -> Duration {
    let start = Instant::now();
    black_box(find(black_box(text)));
    start.elapsed()
}

#[test]
fn eight_times_the_text_takes_about_eight_times_the_time() {
    let adversaries = [
        ("digits in one run", "7"),
        ("digits in groups", "943 476 5919 "),
        ("pairs of digits", "07-"),
        ("letters and digits in turn", "a1"),
        ("keywords", "nhs number mrn hospital no "),
        ("the start of an address", "a@"),
        ("brackets", "(02) ("),
        ("spelled digits", "nine four double "),
        ("beds", "bed 4 ward "),
        ("one endless link", "http://drive.google.com/?patient_id=1/"),
        ("months", "march 3 admitted ward "),
        ("dots", "1.2.3."),
    ];
    for (name, unit) in adversaries {
        let text = unit.repeat(20_000 / unit.len());
        let eighth = &text[..text.len() / 8];
        let timings: Vec<_> = (0..ATTEMPTS).map(|_| (time(eighth), time(&text))).collect();
        let quickest_eighth = timings.iter().map(|(eighth, _)| *eighth).min().unwrap_or_default();
        let quickest_whole = timings.iter().map(|(_, whole)| *whole).min().unwrap_or_default();
        // A quadratic walk takes 64 times as long; the room between is for a busy machine.
        assert!(
            quickest_whole < quickest_eighth * 24 + Duration::from_millis(1),
            "{name}: {quickest_eighth:?} for an eighth, {quickest_whole:?} for the whole"
        );
    }
}

#[test]
fn a_megabyte_of_digits_is_read_at_once() {
    let start = Instant::now();
    assert!(find(&"1".repeat(1_000_000)).is_empty());
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}
