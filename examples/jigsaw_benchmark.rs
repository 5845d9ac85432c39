//! How well the details of a jigsaw are found, how often its findings agree with the corpus, and how long it all takes.
//!
//! `cargo run --release --example jigsaw_benchmark`: details of `tests/mentions/quasi.jsonl` (overlap counts as found), agreement and
//! Cohen's kappa on the dev writers of `tests/corpus` (`-- held`, `-- calibration`, `-- train` for others), by rules alone, with the
//! scorer and after a closer look, time for a post of 280 characters, and for one of a million.

use chaperone::mentions::{Kind, see};
use chaperone::report::Severity;
use chaperone::{Category, Draft, Judges, Profile, Span, check_by, closer_look};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    details(&root.join("tests/mentions/quasi.jsonl"));
    let part = env::args().nth(1).unwrap_or_else(|| "dev".into());
    let judges: [(_, _, fn(&mut Draft)); 3] = [
        ("rules", Judges::Rules, |_| ()),
        ("rules and scorer", Judges::Both, |_| ()),
        ("after a closer look", Judges::Both, closer_look::look),
    ];
    for (name, judges, look) in judges {
        agreement(&root.join("tests/corpus"), &part, name, judges, look);
    }
    times();
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON Lines"))
        .collect()
}

fn draft(text: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        ..Draft::default()
    }
}

fn details(path: &Path) {
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut found, mut right) = (0, 0);
    let posts = lines(path);
    for post in &posts {
        let gold: Vec<(Span, String)> = post["spans"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|span| {
                let unit = |at: usize| span[at].as_u64().unwrap_or_default() as u32;
                (
                    Span {
                        start: unit(0),
                        end: unit(1),
                    },
                    span[2].as_str().unwrap_or_default().to_owned(),
                )
            })
            .collect();
        let seen: Vec<Span> = see(&draft(post["text"].as_str().unwrap_or_default()), &Profile::default())
            .into_iter()
            .filter(|mention| !matches!(mention.kind, Kind::Person | Kind::Handle | Kind::Id | Kind::Contact))
            .map(|mention| mention.span)
            .collect();
        for (span, kind) in &gold {
            let (all, hit) = kinds.entry(kind.clone()).or_default();
            *all += 1;
            *hit += usize::from(seen.iter().any(|seen| seen.overlaps(*span)));
        }
        found += seen.len();
        right += seen
            .iter()
            .filter(|seen| gold.iter().any(|(span, _)| span.overlaps(**seen)))
            .count();
    }
    let (all, hit) = kinds.values().fold((0, 0), |(all, hit), (a, h)| (all + a, hit + h));
    println!(
        "Details of {} posts: recall {:.2} of {all}, precision {:.2}",
        posts.len(),
        share(hit, all),
        share(right, found)
    );
    for (kind, (all, hit)) in &kinds {
        println!("  {kind:<12} {:.2} of {all}", share(*hit, *all));
    }
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Posts by whether they are labelled and whether they are flagged.
#[derive(Default)]
struct Table([[usize; 2]; 2]);

impl Table {
    fn print(&self, title: &str) {
        let table = self.0;
        let all: usize = table.iter().flatten().sum();
        let agree = share(table[0][0] + table[1][1], all);
        let chance = |which: usize| {
            share(table[which][0] + table[which][1], all) * share(table[0][which] + table[1][which], all)
        };
        let by_chance = chance(0) + chance(1);
        println!(
            "{title}: {all} posts, {} labelled, {} of them flagged, {} others flagged; agreement {agree:.3}, kappa {:.2}",
            table[1][0] + table[1][1],
            table[1][1],
            table[0][1],
            (agree - by_chance) / (1.0 - by_chance)
        );
    }
}

/// The writers of a part of the corpus; "train" are those of no other part.
fn writers(corpus: &Path, part: &str) -> Vec<String> {
    let split: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&fs::read_to_string(corpus.join("split.json")).expect("split.json")).expect("JSON");
    if let Some(writers) = split.get(part) {
        return writers.clone();
    }
    let mut all: Vec<String> = fs::read_dir(corpus)
        .expect("tests/corpus")
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".jsonl")?.to_owned()))
        .filter(|writer| !split.values().flatten().any(|known| known == writer))
        .collect();
    all.sort();
    all
}

/// Agreement with the labels above `note`: over all posts, and over the labelled ones beside those that tell of somebody and must
/// not be flagged (their `must_not` says so, or their contrast partner is labelled).
fn agreement(corpus: &Path, part: &str, name: &str, judges: Judges, look: fn(&mut Draft)) {
    let posts: Vec<Value> = writers(corpus, part)
        .iter()
        .flat_map(|writer| lines(&corpus.join(format!("{writer}.jsonl"))))
        .collect();
    let is_labelled = |post: &Value| {
        let mut labels = post["labels"].as_array().into_iter().flatten();
        labels.any(|label| label["category"] == "jigsaw-identification" && label["severity"] != "note")
    };
    let partners: BTreeSet<&str> = posts
        .iter()
        .filter(|post| is_labelled(post))
        .filter_map(|post| post["pair"].as_str())
        .collect();
    let (mut all, mut contrasts) = (Table::default(), Table::default());
    for post in &posts {
        let fields = serde_json::json!({
            "text": post["text"], "site": post["site"], "surface": post["surface"], "audience": post["audience"],
            "in_reply_to": post["in_reply_to"],
        });
        let mut draft: Draft = serde_json::from_value(fields).expect("a draft");
        look(&mut draft);
        let flagged = check_by(judges, &draft, &Profile::default())
            .findings
            .iter()
            .any(|finding| finding.category == Category::JigsawIdentification && finding.severity > Severity::Note);
        let labelled = is_labelled(post);
        let mut must_not = post["must_not"].as_array().into_iter().flatten();
        let close = must_not.any(|category| category == "jigsaw-identification")
            || partners.contains(post["id"].as_str().unwrap_or_default());
        all.0[usize::from(labelled)][usize::from(flagged)] += 1;
        if labelled || close {
            contrasts.0[usize::from(labelled)][usize::from(flagged)] += 1;
        }
    }
    all.print(&format!("{part}, {name}, all"));
    contrasts.print(&format!("{part}, {name}, contrasts"));
}

fn times() {
    let post = "Saw a lovely 82 year old retired lighthouse keeper from Arranmore in clinic today, here with his daughter Maeve. He \
        asked after my dog, and told me how the boat to the mainland was cancelled again. Some days the job is tea and listening, \
        and some days the results are kind. I went home lighter.";
    for (length, repeats) in [(280, 400), (1_000_000, 1)] {
        let text: String = post.chars().cycle().take(length).collect();
        let draft = draft(&text);
        let mut times: Vec<f64> = (0..repeats)
            .map(|_| {
                let start = Instant::now();
                let _ = std::hint::black_box(check_by(Judges::Rules, &draft, &Profile::default()));
                start.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{length} characters: {:.3} ms, the median of {repeats} (rules alone)",
            times[repeats / 2]
        );
    }
}
