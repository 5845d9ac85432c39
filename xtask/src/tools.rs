//! What the steps need: found, or installed, or asked for in plain words.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, ensure};

use crate::{
    paths::root,
    step::{command, step},
};

/// The version of geckodriver that the suite is run with.
const GECKODRIVER: &str = "0.37.1";
const NODE_MAJOR: u32 = 20;

/// Node and the packages of `package-lock.json`.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be installed.
pub fn npm() -> Result<()> {
    let version = command("node")
        .arg("--version")
        .output()
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let major = version.ok().and_then(|text| {
        text.trim()
            .trim_start_matches('v')
            .split('.')
            .next()?
            .parse::<u32>()
            .ok()
    });
    ensure!(
        major.is_some_and(|major| major >= NODE_MAJOR),
        "Node {NODE_MAJOR} or newer is needed (https://nodejs.org, or your system's package “nodejs” with “npm”)"
    );
    let written = |path: &str| fs::metadata(root().join(path)).and_then(|file| file.modified()).ok();
    let is_current = written("node_modules/.package-lock.json")
        .zip(written("package-lock.json"))
        .is_some_and(|(installed, wanted)| installed >= wanted);
    if is_current {
        return Ok(());
    }
    step("npm packages", command("npm").args(["ci", "--no-audit", "--no-fund"])).quiet()
}

/// The WebAssembly target of the Rust in use.
///
/// # Errors
/// When it is missing and there is no rustup to add it.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = command("rustc").args(["--print", "sysroot"]).output()?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    ensure!(
        is_there("rustup"),
        "the Rust target {TARGET} is missing: install it with your system's packages, or use rustup"
    );
    step(
        "Rust target for WebAssembly",
        command("rustup").args(["target", "add", TARGET]),
    )
    .quiet()
}

/// Both browsers and their drivers.
///
/// # Errors
/// When one is missing and may not be installed from here; the error says how.
pub fn browsers() -> Result<()> {
    let wanted = [
        ("chromium", "chromium", "CHROMIUM"),
        ("chromedriver", "chromium-driver", "CHROMEDRIVER"),
    ];
    let mut missing: Vec<&str> = wanted
        .iter()
        .filter(|(program, _, variable)| std::env::var_os(variable).is_none() && !is_there(program))
        .map(|(_, package, _)| *package)
        .collect();
    if std::env::var_os("FIREFOX").is_none() && !is_there("firefox-esr") && !is_there("firefox") {
        missing.push("firefox-esr");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    geckodriver()
}

fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand = format!("please install them (Debian, Ubuntu: sudo apt-get install {list}) and run this again");
    ensure!(is_there("apt-get"), "missing: {list}; {by_hand}");
    let may_by_sudo = || {
        let mut sudo = command("sudo");
        sudo.args(["-n", "true"]).stderr(Stdio::null());
        sudo.status().is_ok_and(|status| status.success())
    };
    ensure!(is_root() || may_by_sudo(), "missing: {list}; {by_hand}");
    let apt = |arguments: &[&str]| {
        let mut apt = command(if is_root() { "apt-get" } else { "sudo" });
        if !is_root() {
            apt.args(["-n", "apt-get"]);
        }
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    // A list from when the machine was set up names browsers that have been replaced since, or none at all. Without a network the old one has to do.
    step("Lists of system packages", &mut apt(&["update"])).quiet().ok();
    let mut installing = apt(&["install", "--yes", "--no-install-recommends"]);
    step(&format!("System packages: {list}"), installing.args(packages)).quiet()
}

fn geckodriver() -> Result<()> {
    let home = PathBuf::from(std::env::var_os("HOME").unwrap_or_default());
    let folder = home.join(format!(".cache/chaperone/geckodriver-{GECKODRIVER}"));
    if std::env::var_os("GECKODRIVER").is_some() || folder.join("bin/geckodriver").exists() {
        return Ok(());
    }
    let mut install = command("cargo");
    install
        .args(["install", "--locked", "geckodriver", "--version", GECKODRIVER, "--root"])
        .arg(&folder);
    step(&format!("geckodriver {GECKODRIVER} (once, some minutes)"), &mut install).quiet()
}

fn is_there(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output();
    user.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
