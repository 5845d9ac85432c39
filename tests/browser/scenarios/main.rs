//! Scenarios over every surface in both browsers. Each trial is named `browser · surface · what happens`.

mod accessibility;
mod adversity;
mod allowed;
mod choices;
mod churn;
mod closer;
mod composing;
mod engine;
mod files;
mod gate;
mod heat;
mod hostile;
mod matrix;
mod nodes;
mod pages;
mod pasting;
mod placing;
mod popup;
mod quiet;
mod replies;
mod requests;
mod stage;
mod storage;
mod submits;
mod surroundings;
mod totals;

use std::process::ExitCode;

use anyhow::Result;
use chaperone_browser_tests::driver::Options;
use libtest_mimic::{Arguments, Trial};

use crate::stage::Stage;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // One browser of each kind at a time: a second one would only make both wait for the processor.
    arguments.test_threads.get_or_insert(2);
    match trials() {
        Ok(trials) => {
            let conclusion = libtest_mimic::run(&arguments, trials);
            matrix::print();
            totals::print();
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Result<Vec<Trial>> {
    let stages = Stage::both(&Options::with_extension()?);
    Ok([
        pages::trials()?,
        composing::trials(&stages)?,
        gate::trials(&stages)?,
        submits::trials(&stages)?,
        nodes::trials(&stages)?,
        choices::trials(&stages)?,
        surroundings::trials(&stages)?,
        files::trials(&stages)?,
        pasting::trials(&stages)?,
        popup::trials(&stages)?,
        placing::trials(&stages)?,
        closer::trials(&stages)?,
        replies::trials(&stages)?,
        heat::trials(&stages)?,
        requests::trials(&stages)?,
        allowed::trials(&stages)?,
        adversity::trials(&stages)?,
        churn::trials(&stages)?,
        hostile::trials(&stages)?,
        accessibility::trials(&stages)?,
        quiet::trials(&stages)?,
        engine::trials(&stages)?,
        storage::trials()?,
        adversity::last_trials(&stages)?,
    ]
    .into_iter()
    .flatten()
    .collect())
}
