//! The fuzz targets, one after the other, each for some seconds.

use std::process::Stdio;

use anyhow::Result;

use crate::step::{command, step};

/// The targets of `fuzz/`, and what libFuzzer is told beside the time.
const TARGETS: &[(&str, &[&str])] = &[
    ("check", &["-dict=fuzz/words.dict", "-max_len=4096", "-timeout=5"]),
    ("repetition", &["-dict=fuzz/words.dict", "-max_len=64"]),
    ("pieces", &["-dict=fuzz/words.dict", "-max_len=4096", "-timeout=5"]),
    ("photos", &["-max_len=32768", "-len_control=0", "-timeout=5"]),
    (
        "weights",
        &["-rss_limit_mb=512", "-max_len=256", "-len_control=0", "-timeout=10"],
    ),
];

/// Runs every target for so many seconds. Says what is missing, and goes no further, without a nightly compiler or cargo-fuzz.
///
/// # Errors
/// When a target finds something: it says which bytes, and how to run them again.
pub fn run(seconds: u32) -> Result<()> {
    let fuzz = || {
        let mut cargo = command("cargo");
        cargo.args(["+nightly", "fuzz"]);
        cargo
    };
    let is_there = fuzz()
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if !is_there.is_ok_and(|status| status.success()) {
        println!(
            "Skipped: this needs a nightly compiler (rustup toolchain install nightly) and cargo-fuzz (cargo install cargo-fuzz --locked)."
        );
        return Ok(());
    }
    step("Seeds from the labelled posts", command("node").arg("fuzz/seeds.mjs")).quiet()?;
    for (target, arguments) in TARGETS {
        // What is fuzzed has nothing unsafe: an address sanitiser would only take time.
        let mut run = fuzz();
        run.args(["run", "--sanitizer", "none", target, "--"]);
        run.arg(format!("-max_total_time={seconds}"))
            .arg("-print_final_stats=1")
            .args(*arguments);
        step(&format!("Any bytes: {target}, {seconds} s"), &mut run).shown()?;
    }
    Ok(())
}
