//! The outcome of the scenarios by editor, surface and browser, printed after the last one.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use chaperone_browser_tests::{driver::Kind, surfaces::Surface};

/// Passed and failed scenarios of one surface in one browser.
#[derive(Default, Clone, Copy)]
struct Tally {
    passed: usize,
    failed: usize,
}

type Row = [Tally; 2];

static ROWS: Mutex<BTreeMap<(String, String), Row>> = Mutex::new(BTreeMap::new());

/// Counts one outcome.
pub fn note(surface: &Surface, kind: Kind, has_passed: bool) {
    let mut rows = ROWS.lock().unwrap_or_else(PoisonError::into_inner);
    let row = rows.entry((surface.editor.clone(), surface.id.clone())).or_default();
    let column = Kind::ALL.iter().position(|&other| other == kind).unwrap_or_default();
    let tally = &mut row[column];
    if has_passed {
        tally.passed += 1;
    } else {
        tally.failed += 1;
    }
}

/// Prints the matrix; nothing when no scenario over surfaces was played.
pub fn print() {
    let rows = ROWS.lock().unwrap_or_else(PoisonError::into_inner);
    if rows.is_empty() {
        return;
    }
    println!(
        "{:<16} {:<24} {:>18} {:>18}",
        "editor", "surface", "chromium", "firefox"
    );
    for ((editor, surface), row) in rows.iter() {
        let [chromium, firefox] = row.map(cell);
        println!("{editor:<16} {surface:<24} {chromium:>18} {firefox:>18}");
    }
    println!();
}

fn cell(Tally { passed, failed }: Tally) -> String {
    match (passed, failed) {
        (0, 0) => "–".to_owned(),
        (passed, 0) => format!("{passed} passed"),
        (passed, failed) => format!("{passed} of {} passed", passed + failed),
    }
}
