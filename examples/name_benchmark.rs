//! How well names of people are found: recall, precision and F1 of `mentions` on public data, as written and in small letters, and
//! recall by the country a name comes from.
//!
//! `cargo run --release --example name_benchmark` (with arguments: these sets instead of the three noisy ones)
//!
//! Public data are read from the folder that CHAPERONE_PUBLIC_DATA names (default: ../shared/data/public); names by country come
//! from `tests/mentions/country_names.py` (it needs the Python package names-dataset). What is not there is said and skipped. A name
//! counts as found when any of its characters are; handles are left out on both sides.

use chaperone::mentions::{Kind, see};
use chaperone::{Draft, Profile, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const NOISY: &[&str] = &["wnut17/test.jsonl", "broad_twitter/test.jsonl", "wnut16/test.jsonl"];
const OTHERS: &[&str] = &["presidio_synth/synth_v2.jsonl"];

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    spans: Vec<(usize, usize, String)>,
    #[serde(default)]
    country: String,
}

#[derive(Clone, Copy, Default)]
struct Score {
    gold: usize,
    gold_found: usize,
    found: usize,
    found_right: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.gold += other.gold;
        self.gold_found += other.gold_found;
        self.found += other.found;
        self.found_right += other.found_right;
    }

    fn recall(self) -> f64 {
        self.gold_found as f64 / self.gold.max(1) as f64
    }

    fn precision(self) -> f64 {
        self.found_right as f64 / self.found.max(1) as f64
    }

    fn row(self, name: &str) {
        let (recall, precision) = (self.recall(), self.precision());
        let f1 = 2.0 * recall * precision / (recall + precision).max(f64::EPSILON);
        println!(
            "{name:<34} names {:>5}  recall {recall:.2}  precision {precision:.2}  F1 {f1:.3}",
            self.gold
        );
    }
}

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = env::var_os("CHAPERONE_PUBLIC_DATA").map_or_else(|| root.join("../shared/data/public"), PathBuf::from);
    let asked: Vec<String> = env::args().skip(1).collect();
    let noisy: Vec<&str> = if asked.is_empty() {
        NOISY.to_vec()
    } else {
        asked.iter().map(String::as_str).collect()
    };
    for small in [false, true] {
        println!("{}", if small { "In small letters" } else { "As written" });
        let mut all = Score::default();
        for set in &noisy {
            if let Some(score) = measure(&folder.join(set), small) {
                score.row(set);
                all.add(score);
            }
        }
        all.row("together");
        for set in OTHERS {
            if let Some(score) = measure(&folder.join(set), small) {
                score.row(set);
            }
        }
    }
    by_country(&root);
}

fn read(path: &Path) -> Option<Vec<Line>> {
    let Ok(text) = fs::read_to_string(path) else {
        println!(
            "{}: not there, skipped (CHAPERONE_PUBLIC_DATA names the folder)",
            path.display()
        );
        return None;
    };
    Some(
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a line of the set"))
            .collect(),
    )
}

fn measure(path: &Path, small: bool) -> Option<Score> {
    let mut score = Score::default();
    for line in read(path)? {
        score.add(of_line(&line, small));
    }
    Some(score)
}

fn of_line(line: &Line, small: bool) -> Score {
    let text = if small {
        in_small_letters(&line.text)
    } else {
        line.text.clone()
    };
    let mut units = vec![0];
    text.chars()
        .for_each(|c| units.push(units[units.len() - 1] + c.len_utf16() as u32));
    let chars: Vec<char> = text.chars().collect();
    let is_handle = |start: usize| chars.get(start) == Some(&'@') || (start > 0 && chars[start - 1] == '@');
    let gold: Vec<Span> = line
        .spans
        .iter()
        .filter(|(start, _, label)| matches!(label.as_str(), "person" | "PER" | "PERSON") && !is_handle(*start))
        .map(|(start, end, _)| Span {
            start: units[*start],
            end: units[*end],
        })
        .collect();
    let found: Vec<Span> = names(&text);
    Score {
        gold: gold.len(),
        gold_found: gold
            .iter()
            .filter(|gold| found.iter().any(|found| found.overlaps(**gold)))
            .count(),
        found: found.len(),
        found_right: found
            .iter()
            .filter(|found| gold.iter().any(|gold| gold.overlaps(**found)))
            .count(),
    }
}

fn names(text: &str) -> Vec<Span> {
    let draft = Draft {
        text: text.to_owned(),
        ..Draft::default()
    };
    see(&draft, &Profile::default())
        .into_iter()
        .filter(|mention| mention.kind == Kind::Person && mention.named)
        .map(|mention| mention.span)
        .collect()
}

/// Small letters that take as much room as the capitals, so that spans hold.
fn in_small_letters(text: &str) -> String {
    let lower = |c: char| {
        c.to_lowercase()
            .next()
            .filter(|lower| lower.len_utf16() == c.len_utf16())
            .unwrap_or(c)
    };
    text.chars().map(lower).collect()
}

fn by_country(root: &Path) {
    let script = root.join("tests/mentions/country_names.py");
    let python = env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".into());
    let output = match Command::new(python).arg(&script).output() {
        Ok(output) if output.status.success() => output.stdout,
        _ => {
            return println!(
                "Names by country: skipped (pip install names-dataset==3.3.1; CHAPERONE_PYTHON names another Python)"
            );
        }
    };
    let mut countries: BTreeMap<String, [Score; 2]> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output).lines() {
        let line: Line = serde_json::from_str(line).expect("the script writes JSON Lines");
        let scores = countries.entry(line.country.clone()).or_default();
        scores[0].add(of_line(&line, false));
        scores[1].add(of_line(&line, true));
    }
    println!("Recall by the country of the name: as written, in small letters");
    for (country, [written, small]) in &countries {
        println!(
            "{country:<10} {:.2} {:.2}  ({} names)",
            written.recall(),
            small.recall(),
            written.gold
        );
    }
    let mean = |which: usize| {
        countries.values().map(|scores| scores[which].recall()).sum::<f64>() / countries.len().max(1) as f64
    };
    println!("mean       {:.2} {:.2}", mean(0), mean(1));
}
