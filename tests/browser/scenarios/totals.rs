//! What the whole run asked for beyond the pages, and which policies it broke; printed after the last trial.

use std::sync::{Mutex, PoisonError};

use chaperone_browser_tests::server::Snapshot;

#[derive(Default, Clone, Copy)]
struct Totals {
    trials: usize,
    requests: usize,
    refused: usize,
    reports: usize,
    violations: usize,
    /// Reports that a trial brings about on purpose; each comes with one event.
    on_purpose: usize,
}

static TOTALS: Mutex<Totals> = Mutex::new(Totals {
    trials: 0,
    requests: 0,
    refused: 0,
    reports: 0,
    violations: 0,
    on_purpose: 0,
});

static FIGURES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// A line of what a trial measured, printed with the totals.
pub fn figure(line: String) {
    FIGURES.lock().unwrap_or_else(PoisonError::into_inner).push(line);
}

static REPLAYED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// A trial that failed and is played once more, and why.
pub fn replayed(line: String) {
    REPLAYED.lock().unwrap_or_else(PoisonError::into_inner).push(line);
}

/// Adds what happened between two moments.
pub fn add(before: &Snapshot, after: &Snapshot, on_purpose: usize) {
    let sum = |counts: &Snapshot| counts.requests.values().sum::<usize>();
    let refused = |counts: &Snapshot| counts.refused.values().sum::<usize>();
    let mut totals = TOTALS.lock().unwrap_or_else(PoisonError::into_inner);
    totals.trials += 1;
    totals.requests += sum(after) - sum(before);
    totals.refused += refused(after) - refused(before);
    totals.reports += after.reported.len() - before.reported.len();
    totals.violations += after.violations.len() - before.violations.len();
    totals.on_purpose += on_purpose;
}

/// Prints them.
pub fn print() {
    let Totals {
        trials,
        requests,
        refused,
        reports,
        violations,
        on_purpose,
    } = *TOTALS.lock().unwrap_or_else(PoisonError::into_inner);
    for figure in FIGURES.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        println!("{figure}");
    }
    for trial in REPLAYED.lock().unwrap_or_else(PoisonError::into_inner).iter() {
        println!("played twice, which is a defect of ours to find: {trial}");
    }
    println!("over {trials} trials: {requests} requests to the pages' server, {refused} to anything else");
    println!(
        "policies: {reports} reports to the server, {violations} securitypolicyviolation events, \
         of which {on_purpose} each in the trial that asks for them\n"
    );
}
