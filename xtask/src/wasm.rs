//! The checker as WebAssembly: compiled, bound to JavaScript, made smaller, weighed.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    paths::{dist, root, target},
    step::{command, npm_program, step, timed},
    tools,
};

/// What the module may weigh over the wire. Nothing heavier is built.
const BUDGET_GZIP: usize = 500 * 1024;
const TARGET: &str = "wasm32-unknown-unknown";
/// What rustc's output uses beyond the first version of WebAssembly. Never `--all-features`: engines refuse the result.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Cutting the tables at every few zeros saves raw bytes only: the heads of the pieces are what gzip packs worst.
const IN_ONE_PIECE: &[&str] = &["--skip-pass=memory-packing"];

/// Builds `dist/wasm/chaperone.js` and `chaperone_bg.wasm`; nothing is done when what rustc made is what it made last time.
///
/// # Errors
/// When a tool fails or the module is heavier than its budget.
pub fn build(is_debug: bool) -> Result<()> {
    tools::npm()?;
    let compiled = compile(if is_debug { "dev" } else { "wasm" }, &[])?;
    let bytes = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
    // What rustc made, and how this file goes on from there.
    let mark = Sha256::new()
        .chain_update(&bytes)
        .chain_update(include_bytes!("wasm.rs"))
        .finalize();
    let mark = format!("{mark:x}");
    let out = dist().join("wasm");
    let marked = out.join("made-from.sha256");
    let module = out.join("chaperone_bg.wasm");
    if fs::read_to_string(&marked).is_ok_and(|last| last == mark) && module.exists() {
        return weigh(&module, is_debug);
    }

    fs::remove_file(&marked).ok();
    bind(&compiled, &out, is_debug)?;
    if !is_debug {
        let mut smaller = npm_program("wasm-opt");
        smaller.arg("-Os").args(FEATURES).args(IN_ONE_PIECE);
        smaller.arg(&module).arg("-o").arg(&module);
        step("Smaller module (wasm-opt)", &mut smaller).quiet()?;
    }
    fs::write(&marked, mark)?;
    weigh(&module, is_debug)
}

/// Builds `dist/stopping/wasm`: the checker that panics on drafts with a certain mark, for one scenario. It never ships.
///
/// # Errors
/// When a tool fails.
pub fn build_stopping() -> Result<()> {
    bind(
        &compile("stopping", &["--features", "stopping"])?,
        &dist().join("stopping/wasm"),
        false,
    )
}

fn compile(profile: &str, features: &[&str]) -> Result<PathBuf> {
    tools::wasm_target()?;
    let mut cargo = command("cargo");
    cargo.args(["build", "--package", "chaperone", "--lib", "--no-default-features"]);
    cargo.args(features).args(["--target", TARGET, "--profile", profile]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths()?);
    step("Checker → WebAssembly", &mut cargo).quiet()?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(target().join(TARGET).join(folder).join("chaperone.wasm"))
}

fn bind(compiled: &Path, out: &Path, is_debug: bool) -> Result<()> {
    timed("JavaScript bindings", || {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_path(compiled)
            .out_name("chaperone")
            .web(true)?
            .typescript(true);
        // After a trap the engine is started again without another compilation.
        bindgen.reset_state_function(true).debug(is_debug).keep_debug(is_debug);
        bindgen.generate(out)
    })
}

/// The places of panics stand in the module: the same from whichever folder it is built, and naming nobody's home.
fn remapped_paths() -> Result<String> {
    let home = std::env::home_dir().context("there is no home folder")?;
    let cargo = std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), Into::into);
    Ok(format!(
        "--remap-path-prefix={}=cargo --remap-path-prefix={}=.",
        cargo.display(),
        root().display()
    ))
}

fn weigh(module: &Path, is_debug: bool) -> Result<()> {
    let bytes = fs::read(module)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let packed = gzip.finish()?.len();
    println!(
        "    {} KB, {} KB gzipped (budget {} KB)",
        bytes.len() / 1024,
        packed / 1024,
        BUDGET_GZIP / 1024
    );
    ensure!(
        is_debug || packed <= BUDGET_GZIP,
        "the checker's module is past {} KB gzipped: see docs/decisions/size.md",
        BUDGET_GZIP / 1024
    );
    Ok(())
}
