//! How well people get their roles, and details their kinds, on the posts of `tests/mentions/posts.toml`.
//!
//! `cargo run --release --example mentions_benchmark`: accuracy for each role and kind, every one that is wrong or missing, and the
//! details that nobody marked.

use chaperone::mentions::{Kind, Mention, see};
use chaperone::{Draft, Profile, Span};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const FILE: &str = "tests/mentions/posts.toml";
const ROLES: &[&str] = &[
    "patient",
    "relative",
    "colleague",
    "public-figure",
    "author",
    "reader",
    "other",
];

#[derive(Deserialize)]
struct Posts {
    post: Vec<Post>,
}

#[derive(Deserialize)]
struct Post {
    text: String,
}

/// Marked words, in UTF-16 units, and what they are.
struct Mark {
    span: Span,
    what: String,
}

fn main() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let posts: Posts = toml::from_str(&source).expect(FILE);
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut details, mut unmarked) = (0, 0);
    for post in &posts.post {
        let (text, marks) = read(&post.text);
        let draft = Draft {
            text: text.clone(),
            ..Draft::default()
        };
        let seen = see(&draft, &Profile::default());
        for mark in &marks {
            let there: Vec<&Mention> = seen.iter().filter(|mention| mention.span.overlaps(mark.span)).collect();
            let right = there.iter().any(|mention| is_as_marked(mention, &mark.what));
            let (all, hits) = counts.entry(mark.what.clone()).or_default();
            *all += 1;
            *hits += usize::from(right);
            if !right {
                let instead: Vec<String> = there.iter().map(|mention| shown(mention)).collect();
                println!(
                    "{} should be {}, is {instead:?}\n    {text}",
                    quote(&text, mark.span),
                    mark.what
                );
            }
        }
        for mention in seen.iter().filter(|mention| is_detail(mention)) {
            details += 1;
            if !marks.iter().any(|mark| mark.span.overlaps(mention.span)) {
                unmarked += 1;
                println!(
                    "{} is nobody's {}\n    {text}",
                    quote(&text, mention.span),
                    shown(mention)
                );
            }
        }
    }
    println!();
    for roles in [true, false] {
        let chosen = || {
            counts
                .iter()
                .filter(|(what, _)| ROLES.contains(&what.as_str()) == roles)
        };
        for (what, (all, hits)) in chosen() {
            println!("{what:<14} {hits:>3} of {all}");
        }
        let (all, hits) = chosen().fold((0, 0), |(all, hits), (_, (a, h))| (all + a, hits + h));
        let title = if roles { "roles" } else { "details" };
        println!(
            "{title:<14} {:.2} of {all}\n",
            f64::from(hits as u32) / f64::from(all as u32)
        );
    }
    println!(
        "{details} details seen, {unmarked} of them marked by nobody, in {} posts",
        posts.post.len()
    );
}

fn is_detail(mention: &Mention) -> bool {
    !matches!(mention.kind, Kind::Person | Kind::Handle | Kind::Id | Kind::Contact)
}

fn is_as_marked(mention: &Mention, what: &str) -> bool {
    let shown = shown(mention);
    if ROLES.contains(&what) {
        !is_detail(mention) && shown == what
    } else {
        // A description made to measure holds other details.
        shown == what || shown == "description"
    }
}

/// The role of somebody, the kind of a detail.
fn shown(mention: &Mention) -> String {
    let value = if is_detail(mention) {
        serde_json::to_value(mention.kind)
    } else {
        serde_json::to_value(mention.role)
    };
    value.expect("JSON").as_str().unwrap_or_default().to_owned()
}

/// The text without its marks, and the marks.
fn read(marked: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    for (place, part) in marked.split("[[").enumerate() {
        let Some((inner, after)) = part.split_once("]]").filter(|_| place > 0) else {
            text.push_str(part);
            continue;
        };
        let (words, what) = inner
            .split_once('|')
            .expect("a bar between the words and what they are");
        let units = |text: &str| text.encode_utf16().count() as u32;
        let start = units(&text);
        text.push_str(words);
        marks.push(Mark {
            span: Span {
                start,
                end: units(&text),
            },
            what: what.to_owned(),
        });
        text.push_str(after);
    }
    (text, marks)
}

fn quote(text: &str, span: Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16_lossy(&units[span.start as usize..span.end as usize])
}
