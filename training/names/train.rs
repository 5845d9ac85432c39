//! Learns the name tagger's weights and writes `data/models/names.bin`; the same data and seed give the same bytes.
//!
//! `cargo run --release --example train_names --features training`
//!
//! Data: WNUT-17 train (Derczynski et al. 2017, CC BY 4.0) and Broad Twitter Corpus train (Derczynski et al. 2016, CC BY 4.0), as
//! JSON Lines with `text` and `spans`, in the folder that CHAPERONE_PUBLIC_DATA names; and our own `posts.jsonl` beside this file. Every
//! text is also seen with its names swapped for others of the gazetteers and in small letters, so that the tagger leans neither on
//! one country's names nor on capitals.

use chaperone::Span;
use chaperone::mentions::training::{Chance, Example, Plan, learn};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::{env, fs};

const SETS: &[&str] = &["wnut17/train.jsonl", "broad_twitter/train.jsonl"];
const PLAN: Plan = Plan {
    passes: 6,
    rate: 0.03,
    kept: 24_000,
    bias: 1.0,
    seed: 20_261_121,
};

/// Our own posts: a text, and the names that stand in it.
const OWN: &str = "training/names/posts.jsonl";

#[derive(Deserialize)]
struct OwnLine {
    text: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    /// First and last code point, and the label.
    spans: Vec<(usize, usize, String)>,
}

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = env::var_os("CHAPERONE_PUBLIC_DATA")
        .map(PathBuf::from)
        .expect("set CHAPERONE_PUBLIC_DATA to the folder with the sets named above");
    let mut lines = Vec::new();
    for set in SETS {
        let path = folder.join(set);
        let text = fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!(
                "{}: {error}; set CHAPERONE_PUBLIC_DATA to the folder that holds it",
                path.display()
            )
        });
        lines.extend(
            text.lines()
                .map(|line| serde_json::from_str::<Line>(line).expect("a line of the set")),
        );
    }
    let own = fs::read_to_string(root.join(OWN)).unwrap_or_else(|error| panic!("{OWN}: {error}"));
    let own = own
        .lines()
        .map(|line| serde_json::from_str::<OwnLine>(line).expect("a text and its names"));
    let names = Names::read(&root.join("data/gazetteers"));
    let mut chance = Chance(PLAN.seed);
    let mut examples = Vec::new();
    for plain in lines.iter().map(example).chain(own.map(|line| own_example(&line))) {
        if !plain.names.is_empty() {
            let swapped = names.swapped(&plain, &mut chance);
            if chance.below(2) == 0 {
                examples.push(small(&swapped));
            }
            examples.push(swapped);
        }
        if chance.below(3) == 0 {
            examples.push(small(&plain));
        }
        examples.push(plain);
    }
    let weights = learn(&examples, &PLAN);
    let out = root.join("data/models/names.bin");
    fs::write(&out, &weights).unwrap_or_else(|error| panic!("{}: {error}", out.display()));
    println!(
        "{} examples, {} bytes written to {}",
        examples.len(),
        weights.len(),
        out.display()
    );
}

fn example(line: &Line) -> Example {
    let mut units = vec![0];
    line.text
        .chars()
        .for_each(|c| units.push(units[units.len() - 1] + c.len_utf16() as u32));
    let names = line
        .spans
        .iter()
        .filter(|(_, _, label)| matches!(label.as_str(), "person" | "PER"));
    let span = |(start, end, _): &(usize, usize, String)| Span {
        start: units[*start],
        end: units[*end],
    };
    Example {
        text: line.text.clone(),
        names: names.map(span).collect(),
        hidden: Vec::new(),
    }
}

/// A name is marked wherever it stands as a whole word.
fn own_example(line: &OwnLine) -> Example {
    let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let units = |text: &str| text.encode_utf16().count() as u32;
    let mut names: Vec<Span> = Vec::new();
    // Longer names first: "Ade" is not marked once more inside "Ade Bello".
    let mut wanted = line.names.clone();
    wanted.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in &wanted {
        let known = names.len();
        for (start, _) in line.text.match_indices(name.as_str()) {
            let (before, after) = (&line.text[..start], &line.text[start + name.len()..]);
            let span = Span {
                start: units(before),
                end: units(before) + units(name),
            };
            let is_whole = !is_inside(before.chars().next_back()) && !is_inside(after.chars().next());
            if is_whole && !names.iter().any(|known| known.overlaps(span)) {
                names.push(span);
            }
        }
        let is_inside_another = || {
            wanted
                .iter()
                .any(|other| other != name && other.contains(name.as_str()))
        };
        assert!(
            names.len() > known || is_inside_another(),
            "{OWN}: `{name}` does not stand as a whole word in `{}`",
            line.text
        );
    }
    Example {
        text: line.text.clone(),
        names,
        hidden: Vec::new(),
    }
}

fn small(example: &Example) -> Example {
    let lower = |c: char| {
        c.to_lowercase()
            .next()
            .filter(|lower| lower.len_utf16() == c.len_utf16())
            .unwrap_or(c)
    };
    Example {
        text: example.text.chars().map(lower).collect(),
        names: example.names.clone(),
        hidden: example.hidden.clone(),
    }
}

/// Names to swap in.
struct Names {
    given: Vec<String>,
    surnames: Vec<String>,
}

impl Names {
    fn read(folder: &Path) -> Self {
        let list = |file: &str| {
            let text = fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            text.lines()
                .filter(|line| !line.starts_with('#'))
                .map(capital)
                .collect()
        };
        Names {
            given: list("given-names.txt"),
            surnames: list("surnames.txt"),
        }
    }

    /// The example with every name replaced; a third of the new names are hidden from the gazetteers.
    fn swapped(&self, example: &Example, chance: &mut Chance) -> Example {
        let units: Vec<u16> = example.text.encode_utf16().collect();
        let mut out: Vec<u16> = Vec::with_capacity(units.len());
        let mut swapped = Example {
            text: String::new(),
            names: Vec::new(),
            hidden: Vec::new(),
        };
        let mut copied = 0;
        let mut names = example.names.clone();
        names.sort_by_key(|name| name.start);
        for name in names {
            let (start, end) = (name.start as usize, name.end as usize);
            if start < copied {
                continue;
            }
            out.extend(&units[copied..start]);
            copied = end;
            let old = String::from_utf16_lossy(&units[start..end]);
            let new: Vec<&str> = old
                .split_whitespace()
                .enumerate()
                .map(|(place, part)| self.another(place, part, chance))
                .collect();
            let begins = out.len() as u32;
            out.extend(new.join(" ").encode_utf16());
            let span = Span {
                start: begins,
                end: out.len() as u32,
            };
            swapped.names.push(span);
            if chance.below(3) == 0 {
                swapped.hidden.push(span);
            }
        }
        out.extend(&units[copied..]);
        swapped.text = String::from_utf16_lossy(&out);
        swapped
    }

    /// Another name for a part of a name. What does not look like a name (initials, "of") stays.
    fn another<'a>(&'a self, place: usize, part: &'a str, chance: &mut Chance) -> &'a str {
        let looks_like_one = part.chars().all(char::is_alphabetic) && part.chars().count() > 2;
        let list = if place == 0 { &self.given } else { &self.surnames };
        if looks_like_one {
            &list[chance.below(list.len())]
        } else {
            part
        }
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
