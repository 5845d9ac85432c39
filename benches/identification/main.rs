//! How well people and details are identified, beside the peers that run on one's own machine, as tables in Markdown.
//!
//! `cargo bench --bench identification` makes every table, `cargo bench --bench identification -- names noise` these. What each table
//! needs, and how the peers are installed, stands in `README.md`; what is not there is said and skipped.

mod countries;
mod matrix;
mod names;
mod noise;
mod patient_names;
mod score;
mod sets;
mod systems;
mod table;
mod time;
mod values;

use std::process::ExitCode;
use systems::Systems;

/// A table by its name.
type Part = (&'static str, fn(&mut Systems));

const PARTS: &[Part] = &[
    ("identifiers", matrix::print),
    ("names", names::print),
    ("countries", countries::print),
    ("values", values::print),
    ("noise", noise::print),
    ("time", time::print),
    ("patient-names", patient_names::print),
];

fn main() -> ExitCode {
    // Cargo tells every benchmark that it is one.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let Some(unknown) = asked.iter().find(|word| PARTS.iter().all(|(name, _)| name != word)) {
        let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
        eprintln!("there is no table {unknown:?}; ask for {}", names.join(", "));
        return ExitCode::from(2);
    }
    let mut systems = Systems::start();
    for (name, print) in PARTS {
        if asked.is_empty() || asked.iter().any(|word| word == name) {
            print(&mut systems);
        }
    }
    ExitCode::SUCCESS
}
