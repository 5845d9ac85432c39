//! Processor time for a post of 280 characters.

use crate::systems::{System, Systems, draft};
use crate::table;
use chaperone::{Profile, check};
use cpu_time::ThreadTime;

const ROUNDS: usize = 200;
const POST: &str = "Long night in ED. The man in bed 4 on Ward 7B, NHS number 943 476 5919, rang us on 07700 900123 twice; his daughter \
    Maeve wrote from jo@example.org. Seen 3/4, bloods 120/80, 1,234,567 tests nationally, and the paper says 95% at 6 weeks. Thoughts, Dr \
    Lim? Going home now #MedTwitter";

/// Prints the median of two hundred rounds.
pub fn print(systems: &mut Systems) {
    let mut rows = systems.rows(|system| vec![median(|| system.read(POST).milliseconds)]);
    for row in &mut rows[..System::CHAPERONE.len()] {
        row[0] += ", mentions (native)";
    }
    let whole = median(|| {
        let draft = draft(POST);
        let start = ThreadTime::now();
        std::hint::black_box(check(&draft, &Profile::default()));
        start.elapsed().as_secs_f64() * 1_000.0
    });
    rows.insert(1, vec!["Chaperone, while typing, everything (native)".into(), whole]);
    let title = format!("A post of {} characters", POST.chars().count());
    table::print(&title, &["", "ms of processor time, median"], &rows);
}

fn median(mut round: impl FnMut() -> f64) -> String {
    let mut times: Vec<f64> = (0..ROUNDS).map(|_| round()).collect();
    times.sort_by(f64::total_cmp);
    format!("{:.3}", times[ROUNDS / 2])
}
