//! Recall of names by the country they come from, with names that no shipped list was made of.

use crate::names;
use crate::score::Score;
use crate::sets::{Post, posts_of};
use crate::systems::Systems;
use crate::table;
use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::Command;

/// Prints recall as written for each country, and the mean in small letters.
pub fn print(systems: &mut Systems) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mentions/country_names.py");
    let python = env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".into());
    let output = match Command::new(&python).arg(&script).output() {
        Ok(output) if output.status.success() => output,
        failed => {
            if let Ok(output) = failed {
                eprint!("{}", String::from_utf8_lossy(&output.stderr));
            }
            return println!(
                "\nNames by country are skipped: {python} has no names-dataset (pip install names-dataset==3.3.1; \
                 CHAPERONE_PYTHON names another Python)"
            );
        }
    };
    let posts = posts_of(&String::from_utf8_lossy(&output.stdout), &script);
    let mut by_country: BTreeMap<&str, Vec<&Post>> = BTreeMap::new();
    for post in &posts {
        by_country.entry(&post.country).or_default().push(post);
    }
    let heads: Vec<&str> = ["recall"]
        .into_iter()
        .chain(by_country.keys().copied())
        .chain(["mean", "lowest", "mean, in small letters", "lowest"])
        .collect();
    let rows = systems.rows(|system| {
        let mut recalls = |form: fn(&Post) -> Post| -> Vec<f64> {
            by_country
                .values()
                .map(|posts| {
                    let scores = posts.iter().map(|post| names::of_post(system, &form(post)));
                    scores.sum::<Score>().recall()
                })
                .collect()
        };
        let written = recalls(Post::clone);
        let small = recalls(Post::in_small_letters);
        let summary = [&written, &small].map(|recalls| {
            let mean = recalls.iter().sum::<f64>() / recalls.len().max(1) as f64;
            [mean, recalls.iter().copied().fold(1.0, f64::min)]
        });
        let shown = written.iter().chain(summary.iter().flatten());
        shown.map(|recall| format!("{recall:.2}")).collect()
    });
    table::print("Names by country", &heads, &rows);
    print!("\n{}", String::from_utf8_lossy(&output.stderr));
}
