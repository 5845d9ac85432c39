//! Writing the tables as Rust source.

use crate::guidance::{Entry, Seen, Status};
use crate::hash;
use crate::lexicon::Lexicons;
use crate::pattern::{Atom, Op, Pattern};
use crate::rule::{Fix, Rule, fact_set};
use crate::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::fmt::Write;

/// `src/lexicon/mod.rs` includes this.
pub(crate) fn lexicon(lexicons: &Lexicons, words: &Vocabulary) -> String {
    let mut singles: Vec<Vec<u16>> = vec![Vec::new(); words.len()];
    let mut phrases: Vec<BTreeMap<Vec<usize>, Vec<u16>>> = vec![BTreeMap::new(); words.len()];
    for (class, entries) in lexicons.classes.values().enumerate() {
        for phrase in entries {
            let ids: Vec<usize> = phrase.iter().map(|word| words.id(word)).collect();
            match &ids[..] {
                [one] => singles[*one].push(class as u16),
                [first, rest @ ..] => phrases[*first].entry(rest.to_vec()).or_default().push(class as u16),
                [] => {}
            }
        }
    }
    let mut sets: Vec<Vec<u16>> = vec![Vec::new()];
    let mut word_classes = Vec::new();
    for set in singles {
        let at = sets.iter().position(|known| *known == set).unwrap_or_else(|| {
            sets.push(set);
            sets.len() - 1
        });
        word_classes.push(at as u16);
    }
    let mut starts = Vec::new();
    let mut list = String::new();
    let mut count = 0;
    for by_first in &phrases {
        starts.push(count);
        for (rest, classes) in by_first {
            let _ = writeln!(list, "Phrase {{ rest: &{rest:?}, classes: &{classes:?} }},");
            count += 1;
        }
    }
    starts.push(count);
    let mut out = String::new();
    let _ = writeln!(out, "static WORD_CLASSES: &[u16] = &{word_classes:?};");
    let sets: Vec<String> = sets.iter().map(|set| format!("&{set:?}")).collect();
    let _ = writeln!(out, "static CLASS_SETS: &[&[u16]] = &[{}];", sets.join(", "));
    let _ = writeln!(out, "static PHRASE_STARTS: &[u32] = &{starts:?};");
    let _ = writeln!(out, "static PHRASES: &[Phrase] = &[{list}];");
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

/// `src/guidance.rs` includes this.
pub(crate) fn guidance(entries: &BTreeMap<String, Entry>) -> String {
    let mut out = String::from("static CATALOGUE: &[Entry] = &[\n");
    let text = |text: &str| {
        if text.is_empty() {
            "None".to_owned()
        } else {
            format!("Some({text:?})")
        }
    };
    for (key, entry) in entries {
        let jurisdiction = if entry.jurisdiction.is_empty() {
            "None".to_owned()
        } else {
            format!("Some(Jurisdiction::{})", entry.jurisdiction)
        };
        let _ = writeln!(
            out,
            "Entry {{ key: {key:?}, body: {:?}, title: {:?}, year: {:?}, paragraph: {}, url: {}, jurisdiction: {jurisdiction}, current: {}, seen_in_original: {}, checked: {:?}, gist: {:?} }},",
            entry.body,
            entry.title,
            entry.year,
            text(&entry.paragraph),
            text(&entry.url),
            entry.status == Status::Current,
            entry.seen == Seen::Original,
            entry.checked,
            entry.gist,
        );
    }
    out.push_str("];\n");
    out
}

/// `src/rules/mod.rs` includes this.
pub(crate) fn rules(
    rules: &[Rule],
    patterns: &[Pattern],
    guidance: &BTreeMap<String, Entry>,
    lexicons: &Lexicons,
    words: &Vocabulary,
) -> String {
    let mut out = String::new();
    for (number, rule) in rules.iter().enumerate() {
        if let Some(logic) = &rule.logic {
            let _ = writeln!(out, "#[path = {:?}]\nmod logic_{number};", logic.display().to_string());
        }
    }
    out.push_str("static RULES: &[Rule] = &[\n");
    for (number, rule) in rules.iter().enumerate() {
        let toml = &rule.toml;
        let entries: Vec<usize> = toml
            .guidance
            .iter()
            .filter_map(|key| guidance.keys().position(|known| known == key))
            .collect();
        let find = rule
            .logic
            .as_ref()
            .map_or("None".to_owned(), |_| format!("Some(logic_{number}::find)"));
        let _ = writeln!(
            out,
            "Rule {{ id: {:?}, category: Category::{:?}, title: {:?}, why: {:?}, severity: Severity::{:?}, message: {:?}, guidance: &{entries:?}, fixes: {}, find: {find},\n\
             #[cfg(feature = \"cli\")] page: Page {{ finds: {:?}, limits: {:?}, example: {:?}, stems_from: &{:?} }} }},",
            rule.id,
            rule.category,
            toml.title,
            toml.why,
            toml.severity,
            toml.message,
            fixes(&toml.fixes),
            toml.finds,
            toml.limits,
            toml.example,
            toml.stems_from,
        );
    }
    out.push_str("];\nstatic PATTERNS: &[Pattern] = &[\n");
    let mut index = Index {
        by_word: vec![Vec::new(); words.len()],
        by_class: vec![Vec::new(); lexicons.classes.len()],
        by_shape: BTreeMap::new(),
    };
    let mut compiled = patterns.iter().enumerate();
    for (number, rule) in rules.iter().enumerate() {
        for toml in &rule.toml.pattern {
            let needs: Vec<_> = toml.needs.iter().filter_map(|fact| fact_set(fact).ok()).collect();
            let unless = toml
                .unless
                .iter()
                .filter_map(|fact| fact_set(fact).ok())
                .fold(0, |all, one| all | one);
            let severity = toml
                .severity
                .map_or("None".to_owned(), |severity| format!("Some(Severity::{severity:?})"));
            let own_fixes = toml
                .fixes
                .as_ref()
                .map_or("None".to_owned(), |own| format!("Some({})", fixes(own)));
            for (at, pattern) in compiled.by_ref().take(toml.matches.len()) {
                let ops: Vec<String> = pattern.ops.iter().map(|op| self::op(op, words)).collect();
                let _ = writeln!(
                    out,
                    "Pattern {{ rule: {number}, severity: {severity}, needs: &{needs:?}, unless: {unless}, fixes: {own_fixes}, ops: &[{}] }},",
                    ops.join(", ")
                );
                index.add(at, &pattern.first, words);
            }
        }
    }
    out.push_str("];\n");
    out.push_str(&index.emit());
    out
}

/// Which patterns may begin with what.
struct Index {
    by_word: Vec<Vec<usize>>,
    by_class: Vec<Vec<usize>>,
    by_shape: BTreeMap<&'static str, Vec<usize>>,
}

impl Index {
    fn add(&mut self, pattern: usize, first: &[Atom], words: &Vocabulary) {
        for atom in first {
            let list = match atom {
                Atom::Words(phrase) => &mut self.by_word[words.id(&phrase[0])],
                Atom::Class(class) => &mut self.by_class[usize::from(*class)],
                Atom::Shape(shape) => self.by_shape.entry(shape).or_default(),
            };
            if list.last() != Some(&pattern) {
                list.push(pattern);
            }
        }
    }

    fn emit(&self) -> String {
        let mut out = String::new();
        for (name, lists) in [("BY_WORD", &self.by_word), ("BY_CLASS", &self.by_class)] {
            let mut starts = vec![0];
            let mut all: Vec<usize> = Vec::new();
            for list in lists {
                all.extend(list);
                starts.push(all.len());
            }
            let _ = writeln!(
                out,
                "static {name}: Index = Index {{ starts: &{starts:?}, patterns: &{all:?} }};"
            );
        }
        let by_shape: Vec<String> = self
            .by_shape
            .iter()
            .map(|(shape, list)| format!("(Atom::{shape}, &{list:?})"))
            .collect();
        let _ = writeln!(out, "static BY_SHAPE: &[(Atom, &[u16])] = &[{}];", by_shape.join(", "));
        out
    }
}

fn fixes(fixes: &[Fix]) -> String {
    let fixes: Vec<String> = fixes
        .iter()
        .map(|fix| {
            format!(
                "FixText {{ title: {:?}, replacement: {:?}, over: Over::{:?} }}",
                fix.title, fix.replacement, fix.over
            )
        })
        .collect();
    format!("&[{}]", fixes.join(", "))
}

fn op(op: &Op, words: &Vocabulary) -> String {
    match op {
        Op::One(atoms) => {
            let atoms: Vec<String> = atoms.iter().map(|atom| self::atom(atom, words)).collect();
            format!("Op::One(&[{}])", atoms.join(", "))
        }
        Op::Maybe(after) => format!("Op::Maybe({after})"),
        Op::Gap(width) => format!("Op::Gap({width})"),
        Op::Rest(width) => format!("Op::Rest({width})"),
        Op::Open => "Op::Open".into(),
        Op::Close => "Op::Close".into(),
        Op::Start => "Op::Start".into(),
        Op::End => "Op::End".into(),
    }
}

fn atom(atom: &Atom, words: &Vocabulary) -> String {
    match atom {
        Atom::Words(phrase) => {
            let ids: Vec<usize> = phrase.iter().map(|word| words.id(word)).collect();
            match &ids[..] {
                [one] => format!("Atom::Word({one})"),
                ids => format!("Atom::Words(&{ids:?})"),
            }
        }
        Atom::Class(class) => format!("Atom::Class({class})"),
        Atom::Shape(shape) => format!("Atom::{shape}"),
    }
}
