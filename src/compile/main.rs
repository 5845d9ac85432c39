//! The build: rules, lexicons and guidance become tables. Everything that is wrong with them is said here, with file and remedy.

mod emit;
mod gazetteer;
mod guidance;
mod learned;
mod lexicon;
mod pattern;
mod population;
mod reply;
mod requirements;
mod rule;
mod vocabulary;

#[path = "../category.rs"]
#[allow(dead_code, reason = "the build needs ids only")]
mod category;
#[path = "../text/contraction.rs"]
mod contraction;
#[path = "../rules/facts.rs"]
mod facts;

#[path = "../lexicon/dictionary.rs"]
mod dictionary;
#[path = "../lexicon/entry.rs"]
mod entry;
#[path = "../hash.rs"]
#[allow(dead_code, reason = "the build hashes names only")]
mod hash;
#[path = "../packed.rs"]
mod packed;
#[path = "../rules/program.rs"]
mod program;
#[path = "../table.rs"]
mod table;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// What is wrong with a file, and how to mend it.
struct Problem(String);

impl Problem {
    fn new(file: &Path, what: impl Display) -> Self {
        Problem(format!("{}: {what}", file.display()))
    }
}

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    for folder in [
        "src/rules",
        "src/compile",
        "data/lexicons",
        "data/gazetteers",
        "data/population",
        "data/guidance",
        "data/replies.toml",
        "data/requirements.toml",
        "data/models/names.bin",
        "data/scorer/weights.bin",
    ] {
        println!("cargo::rerun-if-changed={folder}");
    }
    if let Err(Problem(what)) = build(&root, &out) {
        for line in what.lines() {
            println!("cargo::error={line}");
        }
        process::exit(1);
    }
}

fn build(root: &Path, out: &Path) -> Result<(), Problem> {
    let mut lexicons = lexicon::read(&root.join("data/lexicons"))?;
    let population = population::read(&root.join("data/population"), &mut lexicons)?;
    let guidance = guidance::read(&root.join("data/guidance"))?;
    let replies = reply::read(&root.join("data/replies.toml"))?;
    let rules = rule::read(&root.join("src/rules"), &guidance, &replies)?;
    let mut patterns = Vec::new();
    for rule in &rules {
        for pattern in &rule.toml.pattern {
            for source in &pattern.matches {
                let parsed = pattern::parse(source, &lexicons)
                    .map_err(|what| Problem::new(&rule.file, format!("in the pattern `{source}`: {what}")))?;
                patterns.push(parsed);
            }
        }
    }
    let words = vocabulary::Vocabulary::new(&lexicons, &patterns);
    let write = |name: &str, bytes: &[u8]| {
        fs::write(out.join(name), bytes).map_err(|error| Problem::new(&out.join(name), error))
    };
    let gazetteers = root.join("data/gazetteers");
    let dictionary = words.dictionary(&gazetteer::read(&gazetteers)?);
    write(
        "dictionary.table",
        &dictionary.map_err(|what| Problem::new(&gazetteers, what))?,
    )?;
    write(
        "names.table",
        &learned::packed::<4>(&root.join("data/models/names.bin"))?,
    )?;
    write(
        "scorer.table",
        &learned::packed::<5>(&root.join("data/scorer/weights.bin"))?,
    )?;
    write("population.rs", population.as_bytes())?;
    write("lexicon.table", &emit::classes(&lexicons, &words))?;
    write("class_names.rs", emit::class_names(&lexicons).as_bytes())?;
    write("guidance.table", &emit::guidance(&guidance))?;
    write("replies.table", &emit::replies(&replies))?;
    write("notes.rs", emit::notes(&guidance).as_bytes())?;
    let requirements = requirements::read(&root.join("data/requirements.toml"))?;
    write("requirements.rs", requirements::emit(&requirements).as_bytes())?;
    write(
        "rules.table",
        &emit::rules(&rules, &patterns, &guidance, &replies, &words),
    )?;
    write("rules.rs", emit::logic_and_pages(&rules).as_bytes())
}

/// The files below `folder` with this ending, in the order of their paths.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Problem> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| Problem::new(&folder, error))?;
        for entry in entries {
            let path = entry.map_err(|error| Problem::new(&folder, error))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn read_text(file: &Path) -> Result<String, Problem> {
    fs::read_to_string(file).map_err(|error| Problem::new(file, error))
}

/// Lower-case words, digits and dashes: the form of every id.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
