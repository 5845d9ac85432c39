//! How well direct identifiers are found, and how often ordinary text is taken for one.
//!
//! Prints the identifier matrix (`tests/oracle/matrix.py`), then findings per 1,000 posts of public health text, and
//! the time for a post of 280 characters. The public sets are read from the folder that `CHAPERONE_PUBLIC_DATA` names
//! (`../shared/data/public` when unset); without them that part says so and is skipped. With `--show`, every finding
//! in the public sets and every number missed is printed.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use chaperone::identifiers::{Confidence, Identifier, find};

/// One row of the matrix: how many numbers, how many were covered, how many by the right kind.
#[derive(Default)]
struct Tally {
    seen: u32,
    caught: u32,
    typed: u32,
    bare_caught: u32,
    bare: u32,
}

fn main() -> Result<(), Box<dyn Error>> {
    let show = std::env::args().any(|argument| argument == "--show");
    matrix(show)?;
    for set in ["health_news_tweets", "rhmd"] {
        ordinary_text(set, show)?;
    }
    time_of_a_post();
    Ok(())
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

fn matrix(show: bool) -> Result<(), Box<dyn Error>> {
    let python = std::env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/matrix.py");
    let output = match Command::new(&python).arg(script).output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => return Err(String::from_utf8_lossy(&output.stderr).into()),
        Err(error) => {
            println!("matrix skipped: {python} does not run ({error}); name an interpreter in CHAPERONE_PYTHON\n");
            return Ok(());
        }
    };
    let mut order = Vec::new();
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let [row, kind, value, mode, text] = line.splitn(5, '\t').collect::<Vec<_>>()[..] else {
            return Err(format!("not five columns: {line}").into());
        };
        if !tallies.contains_key(row) {
            order.push(row.to_owned());
        }
        let start = text.find(value).ok_or("the value is not in its text")?;
        let covers = |found: &&Identifier| found.start <= start && found.end >= start + value.len();
        let found = find(text);
        let caught = found.iter().find(covers);
        if show && caught.is_none() {
            println!("missed\t{row}\t{text}\t{found:?}");
        }
        let tally = tallies.entry(row.to_owned()).or_default();
        tally.seen += 1;
        tally.caught += u32::from(caught.is_some());
        tally.typed += u32::from(caught.is_some_and(|found| found.kind.name() == kind));
        tally.bare += u32::from(mode == "bare");
        tally.bare_caught += u32::from(mode == "bare" && caught.is_some());
    }
    println!(
        "{:<34} {:>6} {:>6} {:>6}",
        "identifier matrix", "caught", "bare", "typed"
    );
    for row in &order {
        let tally = &tallies[row];
        println!(
            "{row:<34} {:>6.2} {:>6.2} {:>6.2}",
            share(tally.caught, tally.seen),
            share(tally.bare_caught, tally.bare),
            share(tally.typed, tally.seen)
        );
    }
    let main: Vec<&Tally> = order
        .iter()
        .filter(|row| !row.starts_with("also:"))
        .map(|row| &tallies[row])
        .collect();
    let mean = |value: fn(&Tally) -> f64| main.iter().map(|tally| value(tally)).sum::<f64>() / main.len() as f64;
    println!(
        "mean of {} kinds: caught {:.3}, typed {:.3}\n",
        main.len(),
        mean(|tally| share(tally.caught, tally.seen)),
        mean(|tally| share(tally.typed, tally.seen))
    );
    Ok(())
}

fn ordinary_text(set: &str, show: bool) -> Result<(), Box<dyn Error>> {
    let folder =
        std::env::var_os("CHAPERONE_PUBLIC_DATA").map_or_else(|| PathBuf::from("../shared/data/public"), PathBuf::from);
    let path = folder.join(set).join("all.jsonl");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        println!(
            "{set} skipped: no {}; name the folder in CHAPERONE_PUBLIC_DATA",
            path.display()
        );
        return Ok(());
    };
    let mut posts = 0_u32;
    let mut posts_flagged = 0_u32;
    let mut counts: BTreeMap<&'static str, [u32; 3]> = BTreeMap::new();
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let post: serde_json::Value = serde_json::from_str(line)?;
        let text = post["text"].as_str().ok_or("a line without text")?;
        posts += 1;
        let found = find(text);
        posts_flagged += u32::from(
            found
                .iter()
                .any(|found| !found.public_line && found.confidence > Confidence::Weak),
        );
        for found in found {
            let column = if found.public_line {
                2
            } else {
                usize::from(found.confidence == Confidence::Weak)
            };
            counts.entry(found.kind.name()).or_default()[column] += 1;
            if show {
                println!(
                    "{:?}\t{}\t{}\t{text}",
                    (found.confidence, found.public_line),
                    found.kind.name(),
                    &text[found.start..found.end]
                );
            }
        }
    }
    println!("{set}: {posts} posts; findings by kind (sure, weak, public line)");
    let mut totals = [0; 3];
    for (kind, columns) in &counts {
        println!("  {kind:<46} {:>5} {:>5} {:>5}", columns[0], columns[1], columns[2]);
        columns
            .iter()
            .zip(&mut totals)
            .for_each(|(count, total)| *total += count);
    }
    println!(
        "  per 1,000 posts: {:.2} sure, {:.2} weak, {:.2} public lines; posts with a sure one {:.2}\n",
        1000.0 * share(totals[0], posts),
        1000.0 * share(totals[1], posts),
        1000.0 * share(totals[2], posts),
        1000.0 * share(posts_flagged, posts)
    );
    Ok(())
}

fn time_of_a_post() {
    const ROUNDS: u32 = 2_000;
    let post = "Long night in ED. The man in bed 4 on Ward 7B, NHS number 943 476 5919, rang us on 07700 900123 twice; \
                his daughter wrote from jo@example.org. Seen 3/4, bloods 120/80, 1,234,567 tests nationally, and the \
                paper (doi 10.1056/nejmoa2034577) says 95% at 6 weeks. Thoughts? #MedTwitter";
    let start = Instant::now();
    for _ in 0..ROUNDS {
        black_box(find(black_box(post)));
    }
    println!(
        "{} characters: {:.1} µs on average (native)",
        post.chars().count(),
        start.elapsed().as_secs_f64() * 1e6 / f64::from(ROUNDS)
    );
}
