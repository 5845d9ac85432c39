//! Real, benign posts stay quiet. What is flagged all the same stands in the snapshot, for a reader to judge.

use chaperone::report::Severity;
use chaperone::{Draft, Profile, check, closer_look};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::thread;

#[derive(serde::Deserialize)]
struct Post {
    id: String,
    text: String,
}

fn posts() -> Vec<Post> {
    ["health-news", "broad-twitter", "wnut17"]
        .iter()
        .flat_map(|name| {
            let path = format!("{}/tests/quiet/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
            let lines = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
            lines
                .lines()
                .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{path}: {error}")))
                .collect::<Vec<Post>>()
        })
        .collect()
}

#[test]
fn ordinary_posts_stay_quiet() {
    stay_quiet("flags", posts(), |_| ());
}

#[test]
fn ordinary_posts_stay_quiet_when_they_are_read_closely() {
    // Reading takes its time: a third of them.
    let posts = posts().into_iter().step_by(3).collect();
    stay_quiet("flags_closely", posts, closer_look::look);
}

/// `look`: what happens to each draft before it is checked.
fn stay_quiet(snapshot: &str, posts: Vec<Post>, look: fn(&mut Draft)) {
    let mut drafts: Vec<_> = posts
        .iter()
        .map(|post| Draft {
            text: post.text.clone(),
            ..Draft::default()
        })
        .collect();
    let share = drafts
        .len()
        .div_ceil(thread::available_parallelism().map_or(1, usize::from));
    thread::scope(|scope| {
        for part in drafts.chunks_mut(share) {
            scope.spawn(move || part.iter_mut().for_each(look));
        }
    });
    let mut by_rule: BTreeMap<&str, usize> = BTreeMap::new();
    let mut listed = String::new();
    let (mut flagged, mut held) = (0, 0);
    for (post, draft) in posts.iter().zip(&drafts) {
        let report = check(draft, &Profile::default());
        let shown: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warn)
            .collect();
        flagged += usize::from(!shown.is_empty());
        held += usize::from(shown.iter().any(|finding| finding.severity == Severity::Stop));
        for finding in shown {
            *by_rule.entry(finding.rule).or_default() += 1;
            writeln!(
                listed,
                "{:?} {}\n  {}: {}",
                finding.severity, finding.rule, post.id, post.text
            )
            .unwrap();
        }
    }
    let rates = by_rule
        .iter()
        .map(|(rule, count)| format!("{count:4} {rule}\n"))
        .collect::<String>();
    insta::assert_snapshot!(
        snapshot,
        format!(
            "{} posts, {flagged} flagged, {held} held\n\n{rates}\n{listed}",
            posts.len()
        )
    );
    // The aims are 10 flags and 1 hold in 1,000 posts. Holds are not there yet; the number may only fall.
    let per_thousand = |count: usize| count as f64 * 1000.0 / posts.len() as f64;
    assert!(
        per_thousand(flagged) <= 10.0,
        "{:.1} of 1,000 quiet posts are flagged",
        per_thousand(flagged)
    );
    assert!(
        per_thousand(held) <= 2.0,
        "{:.1} of 1,000 quiet posts are held",
        per_thousand(held)
    );
}
