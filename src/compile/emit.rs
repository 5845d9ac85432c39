//! Writing the tables: as runs of numbers what the module carries, as Rust source what only the command line needs.

use crate::guidance::{Entry, JURISDICTIONS, Seen, Status};
use crate::hash;
use crate::lexicon::Lexicons;
use crate::pattern::Pattern;
use crate::program::Programs;
use crate::reply::Reply;
use crate::rule::{Fix, PatternToml, Rule, Severity, fact_numbers};
use crate::table::{Run, joined};
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What `src/lexicon/classes.rs` reads: the sets of classes; of each word the place of its set, and how many phrases it begins; of each
/// phrase the number and the run of its other words, and the place of its set.
pub(crate) fn classes(lexicons: &Lexicons, words: &Vocabulary) -> Vec<u8> {
    let mut singles: Vec<Vec<usize>> = vec![Vec::new(); words.len()];
    let mut phrases: Vec<BTreeMap<Vec<u16>, Vec<usize>>> = vec![BTreeMap::new(); words.len()];
    for (class, entries) in lexicons.classes.values().enumerate() {
        for phrase in entries {
            let numbers: Vec<u16> = phrase.iter().map(|word| words.number(word)).collect();
            match &numbers[..] {
                [one] => singles[usize::from(*one)].push(class),
                [first, rest @ ..] => phrases[usize::from(*first)]
                    .entry(rest.to_vec())
                    .or_default()
                    .push(class),
                [] => {}
            }
        }
    }
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut place = |set: Vec<usize>| {
        sets.iter().position(|known| *known == set).unwrap_or_else(|| {
            sets.push(set);
            sets.len() - 1
        })
    };
    let [mut of_word, mut counts, mut lengths, mut rests, mut of_phrase] = <[Run; 5]>::default();
    for (single, phrases) in singles.into_iter().zip(phrases) {
        of_word.number(place(single));
        counts.number(phrases.len());
        for (rest, set) in phrases {
            lengths.number(rest.len());
            rest.iter().for_each(|word| rests.number(usize::from(*word)));
            of_phrase.number(place(set));
        }
    }
    let mut written = Run::default();
    sets.into_iter().for_each(|set| written.numbers(set));
    joined([written, of_word, counts, lengths, rests, of_phrase])
}

/// `src/lexicon/mod.rs` includes this.
pub(crate) fn class_names(lexicons: &Lexicons) -> String {
    let mut out = String::new();
    // Numbers of classes change with every new lexicon; what was learned about a class must not.
    let hashes: Vec<u32> = lexicons
        .classes
        .keys()
        .map(|name| hash::hash_of_bytes(name.as_bytes()))
        .collect();
    let _ = writeln!(out, "static CLASS_HASHES: &[u32] = &{hashes:?};");
    let _ = writeln!(
        out,
        "/// The word classes, by name.\n#[allow(dead_code, reason = \"most are named by patterns only\")]\npub(crate) mod class {{ use super::Class;"
    );
    for (number, name) in lexicons.classes.keys().enumerate() {
        let constant = name.to_uppercase().replace(['-', ':'], "_");
        let _ = writeln!(out, "pub(crate) const {constant}: Class = Class({number});");
    }
    out.push_str("}\n");
    out
}

/// What `src/guidance.rs` reads.
pub(crate) fn guidance(entries: &BTreeMap<String, Entry>) -> Vec<u8> {
    let [mut numbers, mut texts] = <[Run; 2]>::default();
    for entry in entries.values() {
        for text in [&entry.body, &entry.title, &entry.paragraph, &entry.url] {
            texts.text(text);
        }
        let jurisdiction = JURISDICTIONS.iter().position(|known| *known == entry.jurisdiction);
        numbers.number(entry.year.unwrap_or(0).into());
        numbers.number(entry.amended.unwrap_or(0).into());
        numbers.number(jurisdiction.map_or(0, |at| at + 1));
        numbers.number((entry.status == Status::Current).into());
        numbers.number((entry.seen == Seen::Original).into());
    }
    joined([numbers, texts])
}

/// `src/guidance.rs` includes this for the command line.
pub(crate) fn notes(entries: &BTreeMap<String, Entry>) -> String {
    let mut out = String::from("static NOTES: &[Note] = &[\n");
    for (key, entry) in entries {
        let _ = writeln!(
            out,
            "Note {{ key: {key:?}, checked: {:?}, gist: {:?} }},",
            entry.checked, entry.gist
        );
    }
    out.push_str("];\n");
    out
}

/// `src/rules/mod.rs` includes this: the logic of rules, and for the command line the rest of their pages.
pub(crate) fn logic_and_pages(rules: &[Rule]) -> String {
    let (mut modules, mut logic, mut pages) = (String::new(), String::new(), String::new());
    for (number, rule) in rules.iter().enumerate() {
        if let Some(file) = &rule.logic {
            let _ = writeln!(
                modules,
                "#[path = {:?}]\nmod logic_{number};",
                file.display().to_string()
            );
            let _ = write!(logic, "({number}, logic_{number}::find), ");
        }
        let toml = &rule.toml;
        let _ = writeln!(
            pages,
            "Page {{ title: {:?}, finds: {:?}, limits: {:?}, example: {:?}, stems_from: &{:?} }},",
            toml.title, toml.finds, toml.limits, toml.example, toml.stems_from
        );
    }
    format!(
        "{modules}/// By the rule's place.\nstatic LOGIC: &[(u16, Logic)] = &[{logic}];\n\
         #[cfg(feature = \"cli\")] static PAGES: &[Page] = &[\n{pages}];\n"
    )
}

/// What `src/rules/replies.rs` reads.
pub(crate) fn replies(replies: &BTreeMap<String, Reply>) -> Vec<u8> {
    let [mut numbers, mut texts] = <[Run; 2]>::default();
    for reply in replies.values() {
        texts.text(&reply.title);
        texts.text(&reply.text);
        numbers.number(reply.needs.len());
        for any in &reply.needs {
            numbers.numbers(facts([any]));
        }
        numbers.numbers(facts(&reply.unless));
        numbers.numbers(facts(&reply.first_for));
    }
    joined([numbers, texts])
}

/// The numbers of facts whose names the reading has checked.
fn facts<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<usize> {
    names
        .into_iter()
        .flat_map(|names| fact_numbers(names).unwrap_or_default())
        .collect()
}

/// What `src/rules/tables.rs` reads.
pub(crate) fn rules(
    rules: &[Rule],
    patterns: &[Pattern],
    guidance: &BTreeMap<String, Entry>,
    replies: &BTreeMap<String, Reply>,
    words: &Vocabulary,
) -> Vec<u8> {
    let [mut numbers, mut texts, mut conditions] = <[Run; 3]>::default();
    let mut programs = Programs::default();
    let mut patterns = patterns.iter();
    for rule in rules {
        let toml = &rule.toml;
        let entries = toml.guidance.iter();
        let entries: Vec<usize> = entries
            .filter_map(|key| guidance.keys().position(|known| known == key))
            .collect();
        for text in [&rule.id, &toml.why, &toml.message] {
            texts.text(text);
        }
        numbers.number(rule.category as usize);
        numbers.number(severity(Some(toml.severity)));
        numbers.numbers(entries);
        numbers.number(toml.fixes.len());
        fixes(&toml.fixes, &mut numbers, &mut texts);
        let named = toml.replies.iter();
        let named: Vec<usize> = named
            .filter_map(|name| replies.keys().position(|known| known == name))
            .collect();
        numbers.numbers(named);
        numbers.number(toml.pattern.len());
        for pattern in &toml.pattern {
            pattern_conditions(pattern, &mut conditions, &mut texts);
            conditions.number(pattern.matches.len());
            for pattern in patterns.by_ref().take(pattern.matches.len()) {
                pattern.add_to(&mut programs, words);
            }
        }
    }
    let [steps, atoms, others] = programs.written();
    joined([numbers, texts, conditions, steps, atoms, others])
}

/// Under which conditions the patterns of one `[[pattern]]` count.
fn pattern_conditions(pattern: &PatternToml, numbers: &mut Run, texts: &mut Run) {
    numbers.number(severity(pattern.severity));
    numbers.number(pattern.needs.len());
    for any in &pattern.needs {
        numbers.numbers(facts([any]));
    }
    numbers.numbers(facts(&pattern.unless));
    match &pattern.fixes {
        None => numbers.number(0),
        Some(own) => {
            numbers.number(own.len() + 1);
            fixes(own, numbers, texts);
        }
    }
}

fn fixes(fixes: &[Fix], numbers: &mut Run, texts: &mut Run) {
    for fix in fixes {
        texts.text(&fix.title);
        texts.text(&fix.replacement);
        numbers.number(fix.over as usize);
    }
}

/// Nought is none.
fn severity(severity: Option<Severity>) -> usize {
    severity.map_or(0, |severity| severity as usize + 1)
}
