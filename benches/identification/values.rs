//! Values that people write about themselves and others: made-up sentences full of personal data, and made-up posts whose authors'
//! data are known.

use crate::score::Score;
use crate::sets::{Post, lines, posts};
use crate::systems::{Answer, Sort, Systems};
use crate::table;
use chaperone::Span;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Labels of presidio-research whose form gives them away.
const STRUCTURED: &[&str] = &[
    "CREDIT_CARD",
    "DOMAIN_NAME",
    "EMAIL_ADDRESS",
    "IBAN_CODE",
    "IP_ADDRESS",
    "PHONE_NUMBER",
    "US_DRIVER_LICENSE",
    "US_SSN",
    "ZIP_CODE",
];
/// Attributes of PANORAMA that point at one person by themselves.
const DIRECT: &[&str] = &[
    "NAME",
    "IDENTIFICATION_NUMBER",
    "DRIVER_LICENSE_NUMBER",
    "PASSPORT_NUMBER",
    "EMAIL_ADDRESS",
    "PHONE_NUMBER",
];

/// Prints both tables.
pub fn print(systems: &mut Systems) {
    if let Some(posts) = posts("presidio_synth/synth_v2.jsonl") {
        synthetic(systems, &posts);
    }
    if let Some(posts) = lines("panorama_spia/subjects.jsonl") {
        panorama(systems, &posts);
    }
}

fn synthetic(systems: &mut Systems, posts: &[Post]) {
    let is_structured = |label: &String| STRUCTURED.contains(&label.as_str());
    let rows = systems.rows(|system| {
        let (mut all, mut people, mut structured) = (Score::default(), Score::default(), Score::default());
        for post in posts {
            let marks = |is_wanted: &dyn Fn(&String) -> bool| -> Vec<Span> {
                let chosen = post.marks.iter().filter(|(_, label)| is_wanted(label));
                chosen.map(|(span, _)| *span).collect()
            };
            let answer = system.read(&post.text);
            let seen = everything(&answer);
            all.add(Score::of(&marks(&|_| true), &seen));
            people.add(Score::of(
                &marks(&|label| label == "PERSON"),
                &answer.places(Sort::Person),
            ));
            structured.add(Score::of(&marks(&is_structured), &seen));
        }
        vec![all.cell(), people.cell(), format!("{:.2}", structured.recall())]
    });
    let set = format!("presidio-research, {} sentences", posts.len());
    let heads = [
        set.as_str(),
        "all, recall / precision / F1",
        "people, recall / precision / F1",
        "structured, recall",
    ];
    table::print("Made-up personal data", &heads, &rows);
}

fn everything(answer: &Answer) -> Vec<Span> {
    answer.seen.iter().map(|seen| seen.span()).collect()
}

/// A post with what is known of the people in it.
#[derive(Deserialize)]
struct Known {
    text: String,
    subjects: Vec<Subject>,
}

#[derive(Deserialize)]
struct Subject {
    pii: BTreeMap<String, (Value, u8, u8)>,
}

fn panorama(systems: &mut Systems, posts: &[Known]) {
    let marked: Vec<(&str, Vec<(&str, Span)>)> = posts.iter().map(|post| (&*post.text, literal(post))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (label, _) in marked.iter().flat_map(|(_, marks)| marks) {
        *counts.entry(label).or_default() += 1;
    }
    let titles: Vec<String> = counts
        .iter()
        .map(|(label, count)| format!("{} ({count})", worded(label)))
        .collect();
    let rows = systems.rows(|system| {
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for (text, marks) in &marked {
            let seen = everything(&system.read(text));
            for (label, span) in marks {
                *found.entry(label).or_default() += usize::from(seen.iter().any(|seen| seen.overlaps(*span)));
            }
        }
        let sum = |counts: &BTreeMap<&str, usize>, is_direct: bool| -> usize {
            let chosen = counts.iter().filter(|(label, _)| DIRECT.contains(label) == is_direct);
            chosen.map(|(_, count)| count).sum()
        };
        let groups = [true, false].map(|is_direct| table::share(sum(&found, is_direct), sum(&counts, is_direct)));
        let kinds = counts.iter().map(|(label, count)| table::share(found[label], *count));
        groups.into_iter().chain(kinds).collect()
    });
    let heads: Vec<&str> = ["recall", "direct", "other"]
        .into_iter()
        .chain(titles.iter().map(String::as_str))
        .collect();
    let title = format!(
        "PANORAMA, {} posts: values that stand in the text as they are",
        posts.len()
    );
    table::print(&title, &heads, &rows);
}

fn worded(label: &str) -> String {
    label.to_lowercase().replace('_', " ")
}

/// Attributes whose value stands in the text word for word, each once.
fn literal(post: &Known) -> Vec<(&str, Span)> {
    let mut marks: Vec<(&str, Span)> = Vec::new();
    for (label, (value, ..)) in post.subjects.iter().flat_map(|subject| &subject.pii) {
        let Some(span) = value.as_str().and_then(|value| whole_words(&post.text, value)) else {
            continue;
        };
        if !marks.iter().any(|(_, other)| *other == span) {
            marks.push((label, span));
        }
    }
    marks
}

/// Where a value stands first without being a part of a longer word.
fn whole_words(text: &str, value: &str) -> Option<Span> {
    let is_edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    let (at, _) = text
        .match_indices(value)
        .find(|(at, _)| is_edge(text[..*at].chars().next_back()) && is_edge(text[at + value.len()..].chars().next()))?;
    let units = |part: &str| part.encode_utf16().count() as u32;
    let start = units(&text[..at]);
    Some(Span {
        start,
        end: start + units(value),
    })
}
