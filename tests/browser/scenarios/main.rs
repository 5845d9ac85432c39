//! Scenarios over every surface in both browsers. Each trial is named `browser · surface · what happens`.

mod pages;

use libtest_mimic::{Arguments, Conclusion};

fn main() -> std::process::ExitCode {
    let mut arguments = Arguments::from_args();
    // One browser of each kind at a time: a second one would only make both wait for the processor.
    arguments.test_threads.get_or_insert(2);
    match pages::trials() {
        Ok(trials) => {
            let conclusion: Conclusion = libtest_mimic::run(&arguments, trials);
            conclusion.exit_code()
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
