//! The build steps of Chaperone that are more than one command. `./build.sh help` explains the verbs.

mod bench;
mod checks;
mod fuzz;
mod package;
mod paths;
mod step;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{
    paths::root,
    step::{Tally, command, step},
};

/// The verbs of `./build.sh`.
#[derive(Parser)]
#[command(name = "./build.sh")]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// The checker (WebAssembly), the extension and the local pages.
    Build {
        /// With debug information, panic messages and no optimisation.
        #[arg(long)]
        debug: bool,
    },
    /// A browser with the extension on the local pages.
    Run {
        /// Firefox instead of Chromium.
        #[arg(long)]
        firefox: bool,
        /// Without a display: see one underline, write a picture, leave.
        #[arg(long)]
        check: bool,
    },
    /// Fast: formatting, lints and unit tests.
    Check,
    /// `check`, and every scenario in both browsers.
    Test,
    /// Formatting, and the lints that can mend themselves.
    Fix,
    /// Times, sizes and how much is found, each against its budget or beside the peers.
    Bench {
        /// Only these; without a word, all.
        #[arg(value_enum)]
        parts: Vec<bench::Part>,
    },
    /// Any bytes as drafts and as weights: the fuzz targets, one after the other. Needs a nightly compiler.
    Fuzz {
        /// Seconds for each.
        #[arg(default_value_t = 60)]
        seconds: u32,
    },
    /// Pictures of chip, card, gate and popup, light, dark, narrow, doubled in size and in forced colours.
    Pictures {
        /// The folder they are written to.
        folder: std::path::PathBuf,
    },
    /// The archives for the stores, and the source that belongs to them.
    Package,
    /// Only the checker.
    Wasm {
        /// With debug information, panic messages and no optimisation.
        #[arg(long)]
        debug: bool,
    },
    /// Only the extension around a checker that panics when asked to, for one scenario.
    Stopping,
    /// Only the extension, around the checker that was built last.
    Extension,
    /// Only the local pages.
    Pages,
}

fn main() -> ExitCode {
    match perform(Arguments::parse().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(verb: Verb) -> Result<()> {
    match verb {
        Verb::Build { debug } => build(debug),
        Verb::Run { firefox, check } => run(firefox, check),
        Verb::Check => {
            let mut tally = Tally::default();
            let outcome = checks::fast(&mut tally);
            tally.finish(outcome)
        }
        Verb::Test => {
            let mut tally = Tally::default();
            let outcome = checks::fast(&mut tally).and_then(|()| {
                tools::browsers()?;
                pages()?;
                stopping()?;
                checks::scenarios(&mut tally)
            });
            tally.finish(outcome)
        }
        Verb::Fix => checks::fix(),
        Verb::Bench { parts } => bench::measure(&parts),
        Verb::Fuzz { seconds } => fuzz::run(seconds),
        Verb::Pictures { folder } => {
            build(false)?;
            tools::browsers()?;
            step("Pictures", browser_program("pictures").arg(folder)).shown()
        }
        Verb::Package => {
            build(false)?;
            package::all()
        }
        Verb::Wasm { debug } => wasm::build(debug),
        Verb::Stopping => stopping(),
        Verb::Extension => extension(),
        Verb::Pages => pages(),
    }
}

fn build(is_debug: bool) -> Result<()> {
    tools::npm()?;
    wasm::build(is_debug)?;
    extension()?;
    pages()
}

fn extension() -> Result<()> {
    step("Extension → dist/extension", command("node").arg("extension/build.mjs")).quiet()
}

fn stopping() -> Result<()> {
    wasm::build_stopping()?;
    let mut build = command("node");
    build.args(["extension/build.mjs", "dist/stopping/wasm", "dist/stopping/extension"]);
    step("Extension that stops → dist/stopping", &mut build).quiet()
}

fn pages() -> Result<()> {
    step(
        "Local pages → tests/pages/dist",
        command("node").arg("tests/pages/build.mjs"),
    )
    .quiet()
}

/// A program of the browser tests, ready for its arguments.
fn browser_program(name: &str) -> std::process::Command {
    let mut cargo = command("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--package",
        "chaperone-browser-tests",
        "--bin",
        name,
        "--",
    ]);
    cargo
}

fn run(is_firefox: bool, is_check: bool) -> Result<()> {
    build(false)?;
    tools::browsers()?;
    let mut cargo = browser_program("chaperone-pages");
    cargo.arg(if is_check { "check" } else { "open" });
    if is_firefox {
        cargo.arg("--firefox");
    }
    cargo.current_dir(root());
    step(
        if is_check {
            "One underline, without a display"
        } else {
            "Browser"
        },
        &mut cargo,
    )
    .shown()
}
