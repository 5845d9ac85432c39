//! Names of people in noisy posts. Accounts are left out on both sides.

use crate::score::Score;
use crate::sets::{Post, posts};
use crate::systems::{Sort, System, Systems};
use crate::table;
use chaperone::Span;

const SETS: &[(&str, &str)] = &[
    ("WNUT17", "wnut17/test.jsonl"),
    ("Broad Twitter", "broad_twitter/test.jsonl"),
    ("WNUT16", "wnut16/test.jsonl"),
];

/// Prints recall, precision and F1 as written; in small letters those of Chaperone alone.
pub fn print(systems: &mut Systems) {
    let sets: Vec<(&str, Vec<Post>)> = SETS
        .iter()
        .filter_map(|(name, file)| Some((*name, posts(file)?)))
        .collect();
    if sets.is_empty() {
        return;
    }
    let named = |post: &Post| post.marks.iter().filter(|mark| is_name(post, mark)).count();
    let titles: Vec<String> = sets
        .iter()
        .map(|(name, posts)| format!("{name} ({})", posts.iter().map(named).sum::<usize>()))
        .collect();
    let heads: Vec<&str> = ["recall / precision / F1"]
        .into_iter()
        .chain(titles.iter().map(String::as_str))
        .chain(["together"])
        .collect();
    let rows = systems.rows(|system| {
        let scores: Vec<Score> = sets.iter().map(|(_, posts)| of_set(system, posts)).collect();
        let mut cells: Vec<String> = scores.iter().map(|score| score.cell()).collect();
        cells.push(scores.into_iter().sum::<Score>().cell());
        cells
    });
    table::print("Names of people in noisy posts", &heads, &rows);
    println!("\nOn all of them in small letters:\n");
    for mut chaperone in System::CHAPERONE {
        let posts = sets.iter().flat_map(|(_, posts)| posts);
        let small: Score = posts
            .map(|post| of_post(&mut chaperone, &post.in_small_letters()))
            .sum();
        println!("* {}: {}", chaperone.name(), small.cell());
    }
}

fn of_set(system: &mut System, posts: &[Post]) -> Score {
    posts.iter().map(|post| of_post(system, post)).sum()
}

/// How well the names of a post are found.
pub fn of_post(system: &mut System, post: &Post) -> Score {
    let marks = post.marks.iter().filter(|mark| is_name(post, mark));
    let marked: Vec<Span> = marks.map(|(span, _)| *span).collect();
    let mut seen = system.read(&post.text).places(Sort::Person);
    seen.retain(|span| !is_account(&post.text, *span));
    Score::of(&marked, &seen)
}

fn is_name(post: &Post, (span, label): &(Span, String)) -> bool {
    matches!(label.as_str(), "person" | "PER" | "PERSON") && !is_account(&post.text, *span)
}

fn is_account(text: &str, span: Span) -> bool {
    let unit = |at: u32| text.encode_utf16().nth(at as usize);
    let at_sign = Some(u16::from(b'@'));
    unit(span.start) == at_sign || span.start > 0 && unit(span.start - 1) == at_sign
}
