//! How long a check takes, by length. `cargo bench --bench check`

use chaperone::{Draft, Profile, check};
use divan::Bencher;

fn main() {
    divan::main();
}

/// Ordinary sentences with a few things to find, repeated to `length` characters.
fn post(length: usize) -> Draft {
    let paragraph = "Clinic ran over by two hours today and I still left feeling grateful. Saw a lovely family, talked about sleep, \
        screens and school, and nobody needed a prescription. Third frequent flyer of the week on the ward though. My patient Gordon \
        Petrie rang about his bloods, so I said just take 500 mg twice a day and ring 07700 900123 if it gets worse. ";
    let text = paragraph.chars().cycle().take(length).collect();
    Draft {
        text,
        ..Draft::default()
    }
}

#[divan::bench(args = [280, 1_000, 10_000, 100_000])]
fn whole_draft(bencher: Bencher<'_, '_>, length: usize) {
    let (draft, profile) = (post(length), Profile::default());
    bencher.bench(|| check(divan::black_box(&draft), &profile));
}
