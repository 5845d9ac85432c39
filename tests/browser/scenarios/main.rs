//! Scenarios over every surface in both browsers. Each trial is named `browser · surface · what happens`.

mod pages;
mod popup;
mod stage;
mod underline;

use std::process::ExitCode;

use anyhow::Result;
use libtest_mimic::{Arguments, Trial};

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // One browser of each kind at a time: a second one would only make both wait for the processor.
    arguments.test_threads.get_or_insert(2);
    match trials() {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Result<Vec<Trial>> {
    Ok([pages::trials()?, popup::trials()?, underline::trials()?]
        .into_iter()
        .flatten()
        .collect())
}
