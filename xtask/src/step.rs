//! One step, one line: what is done, and how long it took. What a step prints is shown when it fails.

use std::{
    io::{self, Write},
    process::{Command, Output},
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::paths::root;

/// A program to be run in the top folder of the repository.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// A program of npm's, run from `node_modules`.
pub fn npm_program(name: &str) -> Command {
    let mut node = command("node");
    node.arg(root().join("node_modules/.bin").join(name));
    node
}

/// One step, not yet taken.
pub struct Step<'c> {
    name: String,
    command: &'c mut Command,
}

/// A step called `name`.
pub fn step<'c>(name: &str, command: &'c mut Command) -> Step<'c> {
    Step {
        name: name.to_owned(),
        command,
    }
}

impl Step<'_> {
    /// Takes the step; its output is shown only when it fails.
    ///
    /// # Errors
    /// When the program cannot be started or fails.
    pub fn quiet(self) -> Result<()> {
        self.output().map(drop)
    }

    /// Takes the step and gives what it printed.
    ///
    /// # Errors
    /// When the program cannot be started or fails.
    pub fn output(self) -> Result<Output> {
        let name = self.name;
        let output = timed(&name, || {
            self.command.output().with_context(|| format!("{name}: cannot start"))
        })?;
        if output.status.success() {
            return Ok(output);
        }
        io::stdout().write_all(&output.stdout)?;
        io::stderr().write_all(&output.stderr)?;
        bail!("{name} failed ({})", output.status)
    }

    /// Takes the step and shows what it prints as it comes.
    ///
    /// # Errors
    /// When the program cannot be started or fails.
    pub fn shown(self) -> Result<()> {
        println!("• {}", self.name);
        let status = self
            .command
            .status()
            .with_context(|| format!("{}: cannot start", self.name))?;
        if !status.success() {
            bail!("{} failed ({status})", self.name);
        }
        Ok(())
    }

    /// Takes a step that runs tests, counts them, whether they passed or not, and gives what was printed after the last summary.
    ///
    /// # Errors
    /// When a test failed, or the program ended without running any.
    pub fn counted(self, tally: &mut Tally) -> Result<String> {
        let name = self.name;
        let output = timed(&name, || {
            self.command.output().with_context(|| format!("{name}: cannot start"))
        })?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let (passed, failed) = count(&text);
        tally.passed += passed;
        tally.failed += failed;
        println!("    {passed} passed, {failed} failed");
        if output.status.success() {
            let summary = text.rfind(SUMMARY).unwrap_or(text.len());
            let rest = text[summary..].split_once('\n');
            return Ok(rest.map_or("", |(_, rest)| rest).trim().to_owned());
        }
        io::stdout().write_all(&output.stdout)?;
        io::stderr().write_all(&output.stderr)?;
        bail!("{name} failed")
    }
}

/// Does `work` as a step called `name`.
///
/// # Errors
/// What `work` fails with.
pub fn timed<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("• {name} … ");
    io::stdout().flush()?;
    let start = Instant::now();
    let done = work();
    println!("{:.1} s", start.elapsed().as_secs_f32());
    done
}

/// How many tests passed and failed so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Prints the last line of a run of tests and gives the run's outcome on.
    ///
    /// # Errors
    /// The outcome's own.
    pub fn finish(&self, outcome: Result<()>) -> Result<()> {
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if outcome.is_err() {
            std::process::exit(1);
        }
        Ok(())
    }
}

/// How cargo begins the summary of a run of tests.
const SUMMARY: &str = "test result: ";

/// Counts passed and failed tests in the summaries of cargo ("test result: ok. 3 passed; 0 failed; …") and of Node's test
/// runner ("# pass 3" or "ℹ pass 3").
fn count(output: &str) -> (usize, usize) {
    let number = |word: Option<&str>| word.and_then(|word| word.parse::<usize>().ok()).unwrap_or_default();
    let mut counts = (0, 0);
    for line in output.lines() {
        if let Some(summary) = line.strip_prefix(SUMMARY) {
            let words: Vec<&str> = summary.split_whitespace().collect();
            let before = |label: &str| {
                number(
                    words
                        .iter()
                        .position(|word| *word == label)
                        .and_then(|at| words.get(at - 1).copied()),
                )
            };
            counts.0 += before("passed;");
            counts.1 += before("failed;");
        }
        let mut words = line.trim_start_matches(['#', 'ℹ']).split_whitespace();
        match words.next() {
            Some("pass") => counts.0 += number(words.next()),
            Some("fail") => counts.1 += number(words.next()),
            _ => {}
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_the_summaries_of_cargo_and_node() {
        let output = "running 3 tests\n...\ntest result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured\n\
            test result: ok. 4 passed; 0 failed; 0 ignored\n# tests 7\n# pass 6\n# fail 1\n";
        assert_eq!(count(output), (12, 2));
    }
}
