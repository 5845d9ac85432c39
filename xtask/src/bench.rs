//! The benchmarks, by what they measure.

use anyhow::Result;
use clap::ValueEnum;

use crate::{
    browser_program, build,
    step::{command, step},
    tools,
};

/// A group of benchmarks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// How long a check takes, natively and as it ships, and its weight.
    Speed,
    /// Whether a megabyte of what is hard to read takes no longer, byte by byte, than a little of it.
    Linear,
    /// Names, numbers and other people's data: what is found, beside the peers.
    Identification,
    /// Roles, details and how many people they fit.
    Jigsaw,
    /// Photos, by format.
    Photos,
    /// Composers in both browsers.
    Browsers,
}

/// Runs some benchmarks, or all. Each says what it lacks (public data, peers) and goes on without.
///
/// # Errors
/// When one cannot be built or fails.
pub fn measure(parts: &[Part]) -> Result<()> {
    let parts = if parts.is_empty() {
        Part::value_variants()
    } else {
        parts
    };
    if parts.iter().any(|part| matches!(part, Part::Speed | Part::Browsers)) {
        build(false)?;
    }
    parts.iter().try_for_each(|part| part.run())
}

impl Part {
    fn run(self) -> Result<()> {
        match self {
            Part::Speed => {
                cargo(
                    "Checks by length",
                    &["bench", "--package", "chaperone", "--bench", "check"],
                )?;
                step("The checker as it ships", command("node").arg("benches/wasm.mjs")).shown()?;
                step(
                    "The closer look as it ships",
                    command("node").arg("benches/closer-look.mjs"),
                )
                .shown()
            }
            Part::Linear => cargo(
                "Time per byte",
                &["bench", "--package", "chaperone", "--bench", "linear"],
            ),
            Part::Identification => cargo(
                "What is found, beside the peers",
                &["bench", "--package", "chaperone", "--bench", "identification"],
            ),
            Part::Jigsaw => {
                example("Roles and details", "chaperone", "mentions_benchmark")?;
                example("How many people fit", "chaperone", "jigsaw_benchmark")
            }
            Part::Photos => example("Photos, by format", "chaperone-photos", "table"),
            Part::Browsers => {
                tools::browsers()?;
                step("In both browsers", &mut browser_program("figures")).shown()
            }
        }
    }
}

fn cargo(name: &str, words: &[&str]) -> Result<()> {
    step(name, command("cargo").args(words)).shown()
}

fn example(name: &str, package: &str, example: &str) -> Result<()> {
    cargo(
        name,
        &[
            "run",
            "--quiet",
            "--release",
            "--package",
            package,
            "--example",
            example,
        ],
    )
}
