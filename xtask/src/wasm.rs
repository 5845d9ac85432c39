//! The checker, the closer look and the reader of photos as WebAssembly: compiled, bound to JavaScript, made smaller, weighed.

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

/// One module of the extension.
struct Module {
    /// What people call it.
    title: &'static str,
    package: &'static str,
    /// Its file, as the compiler names it.
    name: &'static str,
    /// What it may weigh over the wire, in [`KB`]. Nothing heavier is built.
    budget: usize,
    features: &'static [&'static str],
    /// For the compiler.
    flags: &'static str,
}

const CHECKER: Module = Module {
    title: "Checker",
    package: "chaperone",
    name: "chaperone",
    budget: 500,
    features: &["--no-default-features"],
    flags: "",
};
const PHOTOS: Module = Module {
    title: "Reader of photos",
    package: "chaperone-photos",
    name: "chaperone_photos",
    budget: 200,
    features: &[],
    flags: "",
};
/// Its weights are a file of their own beside it.
const CLOSER_LOOK: Module = Module {
    title: "Closer look",
    package: "chaperone-closer-look",
    name: "chaperone_closer_look",
    budget: 200,
    features: &[],
    // Every browser that we support has it, and it is several times as fast.
    flags: " -Ctarget-feature=+simd128",
};
/// Bytes. Who weighs the module by hand finds no more than we say.
const KB: usize = 1000;

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
    "--enable-simd",
];

/// Cutting the tables at every few zeros saves raw bytes only: the heads of the pieces are what gzip packs worst.
const IN_ONE_PIECE: &[&str] = &["--skip-pass=memory-packing"];

/// Builds every module into `dist/wasm/` (`NAME.js` and `NAME_bg.wasm`); nothing is done when what rustc made is what it made last
/// time.
///
/// # Errors
/// When a tool fails or a module is heavier than its budget.
pub fn build(is_debug: bool) -> Result<()> {
    tools::npm()?;
    CHECKER.build(is_debug)?;
    CLOSER_LOOK.build(is_debug)?;
    PHOTOS.build(is_debug)
}

/// Builds `dist/stopping/wasm`: the checker that panics on drafts with a certain mark, for one scenario. It never ships.
///
/// # Errors
/// When a tool fails.
pub fn build_stopping() -> Result<()> {
    let compiled = CHECKER.compile("stopping", &["--features", "stopping"])?;
    CHECKER.bind(&compiled, &dist().join("stopping/wasm"), false)
}

impl Module {
    fn build(&self, is_debug: bool) -> Result<()> {
        let compiled = self.compile(if is_debug { "dev" } else { "wasm" }, &[])?;
        let bytes = fs::read(&compiled).with_context(|| format!("reading {}", compiled.display()))?;
        // What rustc made, and how this file goes on from there.
        let mark = Sha256::new()
            .chain_update(&bytes)
            .chain_update(include_bytes!("wasm.rs"))
            .finalize();
        let mark = format!("{mark:x}");
        let out = dist().join("wasm");
        let marked = out.join(format!("{}.made-from.sha256", self.name));
        let module = out.join(format!("{}_bg.wasm", self.name));
        if fs::read_to_string(&marked).is_ok_and(|last| last == mark) && module.exists() {
            return self.weigh(&module, is_debug);
        }

        fs::remove_file(&marked).ok();
        self.bind(&compiled, &out, is_debug)?;
        if !is_debug {
            let mut smaller = npm_program("wasm-opt");
            smaller.arg("-Os").args(FEATURES).args(IN_ONE_PIECE);
            smaller.arg(&module).arg("-o").arg(&module);
            step("Smaller module (wasm-opt)", &mut smaller).quiet()?;
        }
        fs::write(&marked, mark)?;
        self.weigh(&module, is_debug)
    }

    fn compile(&self, profile: &str, features: &[&str]) -> Result<PathBuf> {
        tools::wasm_target()?;
        let mut cargo = command("cargo");
        cargo.args(["build", "--package", self.package, "--lib"]);
        cargo.args(self.features).args(features);
        cargo.args(["--target", TARGET, "--profile", profile]);
        cargo.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            remapped_paths()? + self.flags,
        );
        step(&format!("{} → WebAssembly", self.title), &mut cargo).quiet()?;
        let folder = if profile == "dev" { "debug" } else { profile };
        Ok(target().join(TARGET).join(folder).join(format!("{}.wasm", self.name)))
    }

    fn bind(&self, compiled: &Path, out: &Path, is_debug: bool) -> Result<()> {
        timed("JavaScript bindings", || {
            let mut bindgen = Bindgen::new();
            bindgen
                .input_path(compiled)
                .out_name(self.name)
                .web(true)?
                .typescript(true);
            // After a trap the engine is started again without another compilation.
            bindgen.reset_state_function(true).debug(is_debug).keep_debug(is_debug);
            bindgen.generate(out)
        })
    }

    fn weigh(&self, module: &Path, is_debug: bool) -> Result<()> {
        let bytes = fs::read(module)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        let packed = gzip.finish()?.len();
        println!(
            "    {} KB, {} KB gzipped (budget {} KB)",
            bytes.len() / KB,
            packed / KB,
            self.budget
        );
        ensure!(
            is_debug || packed <= self.budget * KB,
            "{}: the module is past {} KB gzipped: see docs/decisions/size.md",
            self.title,
            self.budget
        );
        Ok(())
    }
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
