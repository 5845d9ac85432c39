//! Learns how much each cue says for a name being a patient's, and writes `data/models/roles.txt`; the same corpus gives the same file.
//!
//! `cargo run --release --example train_roles --features training`
//!
//! Data: the posts of `tests/corpus` but those of the writers that `split.json` keeps for `dev`, `held` and `against`. A name is a patient's when a
//! `patient-identifier` label covers it. Logistic regression by gradient descent; prints precision and recall on the dev writers.

use chaperone::Draft;
use chaperone::mentions::name_cues;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

const ROUNDS: usize = 6_000;
const RATE: f64 = 1.0;
/// How strongly weights are drawn to nought.
const DECAY: f64 = 0.000_3;
/// How much more a patient's name counts than another: there are few.
const PATIENTS_WEIGH: f64 = 2.0;
/// Taken from the score of every name: a wrong `stop` costs more than a missed one.
const CAUTION: f64 = 0.5;

struct Name {
    cues: Vec<usize>,
    is_patient: bool,
}

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let corpus = root.join("tests/corpus");
    let split: Value =
        serde_json::from_str(&fs::read_to_string(corpus.join("split.json")).expect("split.json")).expect("JSON");
    let is_in = |part: &str, writer: &str| {
        split[part]
            .as_array()
            .is_some_and(|list| list.iter().any(|known| known == writer))
    };
    let mut ids = BTreeMap::new();
    let (mut train, mut dev) = (Vec::new(), Vec::new());
    let mut files: Vec<PathBuf> = fs::read_dir(&corpus)
        .expect("tests/corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "jsonl"))
    {
        let writer = file.file_stem().unwrap_or_default().to_string_lossy();
        if is_in("held", &writer) || is_in("against", &writer) {
            continue;
        }
        let names = read(file, &mut ids);
        if is_in("dev", &writer) {
            dev.extend(names)
        } else {
            train.extend(names)
        }
    }
    let weights = learn(&train, ids.len());
    for (part, names) in [("train", &train), ("dev", &dev)] {
        let found = |name: &&Name| score(&weights, name) > CAUTION;
        let right = names.iter().filter(found).filter(|name| name.is_patient).count() as f64;
        let all = names.iter().filter(|name| name.is_patient).count();
        let precision = right / names.iter().filter(found).count().max(1) as f64;
        println!(
            "{part}: {} names, {all} of patients, recall {:.2}, precision {precision:.2}",
            names.len(),
            right / all.max(1) as f64
        );
    }
    let mut out = String::new();
    for (id, place) in &ids {
        let weight = weights[*place] - if *id == "any name" { CAUTION } else { 0.0 };
        let _ = writeln!(out, "{weight:.2} {id}");
    }
    fs::write(root.join("data/models/roles.txt"), out).expect("data/models/roles.txt");
}

fn read(file: &Path, ids: &mut BTreeMap<&'static str, usize>) -> Vec<Name> {
    let mut names = Vec::new();
    for line in fs::read_to_string(file).expect("a file of the corpus").lines() {
        let post: Value = serde_json::from_str(line).expect("a post");
        let draft: Draft = serde_json::from_value(serde_json::json!({
            "text": post["text"], "surface": post["surface"], "audience": post["audience"], "in_reply_to": post["in_reply_to"],
        }))
        .expect("a draft");
        let labelled: Vec<(u32, u32)> = post["labels"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|label| label["category"] == "patient-identifier")
            .filter_map(|label| place(&draft.text, label["quote"].as_str()?))
            .collect();
        for (span, cues) in name_cues(&draft) {
            let is_patient = labelled
                .iter()
                .any(|(start, end)| span.start < *end && *start < span.end);
            let cues = cues
                .into_iter()
                .map(|cue| {
                    let next = ids.len();
                    *ids.entry(cue).or_insert(next)
                })
                .collect();
            names.push(Name { cues, is_patient });
        }
    }
    names
}

/// Where a quote stands, in UTF-16 units.
fn place(text: &str, quote: &str) -> Option<(u32, u32)> {
    let start = text.find(quote)?;
    let units = |text: &str| text.encode_utf16().count() as u32;
    Some((units(&text[..start]), units(&text[..start + quote.len()])))
}

fn score(weights: &[f64], name: &Name) -> f64 {
    name.cues.iter().map(|cue| weights[*cue]).sum()
}

fn learn(names: &[Name], cues: usize) -> Vec<f64> {
    let mut weights = vec![0.0; cues];
    for _ in 0..ROUNDS {
        let mut change: Vec<f64> = weights.iter().map(|weight| -DECAY * weight).collect();
        for name in names {
            let likely = 1.0 / (1.0 + (-score(&weights, name)).exp());
            let weight = if name.is_patient { PATIENTS_WEIGH } else { 1.0 };
            let error = weight * (f64::from(u8::from(name.is_patient)) - likely) / names.len() as f64;
            name.cues.iter().for_each(|cue| change[*cue] += error);
        }
        weights
            .iter_mut()
            .zip(&change)
            .for_each(|(weight, change)| *weight += RATE * change);
    }
    weights
}
