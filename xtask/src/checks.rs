//! What must hold before anything is committed, and the scenarios in the browsers.

use anyhow::Result;

use crate::{
    extension,
    step::{Tally, command, npm_program, step},
    tools, wasm,
};

/// Formatting, lints and unit tests, of Rust and TypeScript.
///
/// # Errors
/// At the first check that does not hold.
pub fn fast(tally: &mut Tally) -> Result<()> {
    tools::npm()?;
    tools::wasm_target()?;
    let cargo = |arguments: &str| {
        let mut cargo = command("cargo");
        cargo.args(arguments.split(' '));
        cargo
    };
    step("Rust: formatting", &mut cargo("fmt --all --check")).quiet()?;
    step(
        "Rust: lints",
        &mut cargo("clippy --workspace --all-targets -- -D warnings"),
    )
    .quiet()?;
    step(
        "Rust: lints, as WebAssembly",
        &mut cargo(
            "clippy --package chaperone --lib --no-default-features --target wasm32-unknown-unknown -- -D warnings",
        ),
    )
    .quiet()?;
    step(
        "Rust: lints of the reader of photos, as WebAssembly",
        &mut cargo("clippy --package chaperone-photos --lib --target wasm32-unknown-unknown -- -D warnings"),
    )
    .quiet()?;
    step(
        "Rust: lints of the closer look, as WebAssembly",
        cargo("clippy --package chaperone-closer-look --lib --target wasm32-unknown-unknown -- -D warnings").env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Ctarget-feature=+simd128",
        ),
    )
    .quiet()?;
    step(
        "Rust: tests",
        &mut cargo("test --workspace --no-fail-fast --exclude chaperone-browser-tests"),
    )
    .counted(tally)?;
    step(
        "Rust: tests of the browser harness",
        &mut cargo("test --package chaperone-browser-tests --lib"),
    )
    .counted(tally)?;
    wasm::build(false)?;
    extension()?;
    step(
        "TypeScript: types of the extension",
        npm_program("tsc").args(["--project", "tsconfig.json"]),
    )
    .quiet()?;
    step(
        "TypeScript: types of the local pages",
        npm_program("tsc").args(["--project", "tests/pages"]),
    )
    .quiet()?;
    step(
        "TypeScript: formatting and lints",
        npm_program("biome").args(["check", "--error-on-warnings"]),
    )
    .quiet()?;
    step("TypeScript: tests", command("node").arg("extension/test.mjs")).counted(tally)?;
    step(
        "Extension: the store's linter",
        npm_program("addons-linter").args(["--output", "text", "dist/extension"]),
    )
    .quiet()
}

/// Every scenario over every surface in both browsers; prints their outcome by editor, surface and browser.
///
/// # Errors
/// When one fails.
pub fn scenarios(tally: &mut Tally) -> Result<()> {
    let mut cargo = command("cargo");
    cargo.args(["test", "--package", "chaperone-browser-tests", "--test", "scenarios"]);
    let outcome = step("Browsers: every scenario in Chromium and Firefox", &mut cargo).counted(tally)?;
    println!("{outcome}");
    Ok(())
}

/// Formatting, and the lints that can mend themselves.
///
/// # Errors
/// When a tool fails.
pub fn fix() -> Result<()> {
    tools::npm()?;
    step("Rust: formatting", command("cargo").args(["fmt", "--all"])).quiet()?;
    let mut clippy = command("cargo");
    clippy.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--fix",
        "--allow-dirty",
        "--allow-staged",
    ]);
    step("Rust: lints", &mut clippy).quiet()?;
    step(
        "TypeScript: formatting and lints",
        npm_program("biome").args(["check", "--write"]),
    )
    .quiet()
}
