//! Sentences with what the layer is expected to know of them, from `tests/mentions`.

use super::{Mentions, Role};
use crate::draft::Draft;
use crate::profile::Profile;
use crate::rules::facts::fact_by_id;
use crate::text::Text;
use serde::Deserialize;
use std::fmt::Write;

#[derive(Deserialize)]
struct Cases<T> {
    case: Vec<T>,
}

#[derive(Deserialize)]
struct FactCase {
    text: String,
    #[serde(default)]
    holds: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
}

#[derive(Deserialize)]
struct PersonCase {
    text: String,
}

fn read(text: &str) -> (Text, Mentions) {
    let draft = Draft {
        text: text.to_owned(),
        ..Draft::default()
    };
    let mut text = Text::new(text);
    let mentions = Mentions::new(&mut text, &draft, &Profile::default());
    (text, mentions)
}

#[test]
fn sentences_have_the_facts_they_should() {
    let cases: Cases<FactCase> = toml::from_str(include_str!("../../tests/mentions/facts.toml")).expect("facts.toml");
    let mut failures = String::new();
    for case in cases.case {
        let (text, mentions) = read(&case.text);
        let facts = mentions.facts(text.sentences.len() - 1) | mentions.draft_facts();
        let has = |id: &String| facts & fact_by_id(id).unwrap_or_else(|| panic!("there is no fact `{id}`")) != 0;
        let missing: Vec<_> = case.holds.iter().filter(|id| !has(id)).collect();
        let wrong: Vec<_> = case.lacks.iter().filter(|id| has(id)).collect();
        if !missing.is_empty() || !wrong.is_empty() {
            let _ = writeln!(failures, "{}\n  missing {missing:?}, wrong {wrong:?}", case.text);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn names_belong_to_whom_they_should() {
    let cases: Cases<PersonCase> =
        toml::from_str(include_str!("../../tests/mentions/people.toml")).expect("people.toml");
    let mut failures = String::new();
    for case in cases.case {
        let (before, rest) = case.text.split_once("[[").expect("a name in double brackets");
        let (name, rest) = rest.split_once('|').expect("a role behind the bar");
        let (role, after) = rest.split_once("]]").expect("closed brackets");
        let (text, mentions) = read(&format!("{before}{name}{after}"));
        let start = before.encode_utf16().count() as u32;
        let seen = mentions
            .all()
            .iter()
            .find(|mention| mention.named && mention.span.start == start);
        let wanted = match role {
            "patient" => Role::Patient,
            "colleague" => Role::Colleague,
            "author" => Role::Author,
            "public-figure" => Role::PublicFigure,
            other => panic!("`{other}` is no role of a case"),
        };
        let whole = seen.is_some_and(|seen| seen.span.end == start + name.encode_utf16().count() as u32);
        if !whole || seen.map(|seen| seen.role) != Some(wanted) {
            let _ = writeln!(
                failures,
                "{}\n  {name} should be {role}, is {seen:?} in {:?}",
                case.text,
                text.view()
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}
