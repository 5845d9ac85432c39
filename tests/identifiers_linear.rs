//! Whatever the text holds, finding identifiers takes time in proportion to its length.

use std::hint::black_box;
use std::time::Duration;

use chaperone::identifiers::find;
use cpu_time::ThreadTime;

/// How often a comparison is tried before cold caches are no excuse.
const ATTEMPTS: u32 = 3;

fn time(text: &str) -> Duration {
    let start = ThreadTime::now();
    black_box(find(black_box(text)));
    start.elapsed()
}

#[test]
fn thirty_two_times_the_text_takes_no_quadratic_time() {
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
        ("one endless link with symbols", "a.com/\u{FFFD}4/1962\0s"),
        ("months", "march 3 admitted ward "),
        ("dots", "1.2.3."),
    ];
    for (name, unit) in adversaries {
        let text = unit.repeat(20_000 / unit.len());
        let part = &text[..text.len() / 32];
        let timings: Vec<_> = (0..ATTEMPTS).map(|_| (time(part), time(&text))).collect();
        let quickest_part = timings.iter().map(|(part, _)| *part).min().unwrap_or_default();
        let quickest_whole = timings.iter().map(|(_, whole)| *whole).min().unwrap_or_default();
        // A linear walk takes 32 times as long, a quadratic one 1,024 times; cold caches need the room between.
        assert!(
            quickest_whole < quickest_part * 250 + Duration::from_millis(1),
            "{name}: {quickest_part:?} for a part, {quickest_whole:?} for the whole"
        );
    }
}

#[test]
fn a_megabyte_of_digits_is_read_at_once() {
    let start = ThreadTime::now();
    assert!(find(&"1".repeat(1_000_000)).is_empty());
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}
