//! Reading `data/lexicons/*.txt`.

use crate::{Problem, contraction, files, is_id, read_text, stem};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// All word classes with their phrases; a phrase is a list of words.
pub(crate) struct Lexicons {
    /// Sorted by name; a class's place is its number.
    pub(crate) classes: BTreeMap<String, BTreeSet<Vec<String>>>,
}

impl Lexicons {
    /// The number of a class.
    pub(crate) fn class(&self, name: &str) -> Option<u16> {
        self.classes.keys().position(|known| known == name).map(|at| at as u16)
    }
}

pub(crate) fn read(folder: &Path) -> Result<Lexicons, Problem> {
    let mut classes: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for file in files(folder, "txt")? {
        let name = stem(&file);
        if !is_id(&name) {
            return Err(Problem::new(
                &file,
                "a lexicon's file name is its class: use small letters, digits and dashes",
            ));
        }
        let text = read_text(&file)?;
        check_head(&file, &text)?;
        classes.entry(name.clone()).or_default();
        let mut section: Option<String> = None;
        for (number, line) in text.lines().enumerate() {
            let line = line.split(" #").next().unwrap_or(line).trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |what: &str| Problem::new(&file, format!("line {}: `{line}`: {what}", number + 1));
            if let Some(inside) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                if !is_id(inside) {
                    return Err(wrong("a section's name has small letters, digits and dashes"));
                }
                section = Some(format!("{name}:{inside}"));
                continue;
            }
            if line.contains('*') {
                return Err(wrong("`*` is not allowed; list the forms, or begin the line with `~`"));
            }
            for phrase in forms(line) {
                let words = words(&phrase);
                if words.is_empty() {
                    return Err(wrong("there is no word in it"));
                }
                if let Some(section) = &section {
                    classes.entry(section.clone()).or_default().insert(words.clone());
                }
                classes.entry(name.clone()).or_default().insert(words);
            }
        }
    }
    Ok(Lexicons { classes })
}

fn check_head(file: &Path, text: &str) -> Result<(), Problem> {
    let head: String = text
        .lines()
        .take_while(|line| line.starts_with('#'))
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase();
    if head.contains("source") && head.contains("licence") {
        Ok(())
    } else {
        Err(Problem::new(
            file,
            "the comment at the head must name the source and the licence (`# Source: … Licence: …`)",
        ))
    }
}

/// The phrase itself, or with `~` also its plural, -ed and -ing forms.
fn forms(line: &str) -> Vec<String> {
    let Some(base) = line.strip_prefix('~') else {
        return vec![line.to_owned()];
    };
    let vowel = |c: Option<char>| c.is_some_and(|c| "aeiou".contains(c));
    let before_last = base.chars().rev().nth(1);
    let (plural, past, running) = if base.ends_with('y') && !vowel(before_last) {
        let root = &base[..base.len() - 1];
        (format!("{root}ies"), format!("{root}ied"), format!("{base}ing"))
    } else if let Some(root) = base.strip_suffix('e') {
        (format!("{base}s"), format!("{base}d"), format!("{root}ing"))
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|ending| base.ends_with(ending)) {
        (format!("{base}es"), format!("{base}ed"), format!("{base}ing"))
    } else {
        (format!("{base}s"), format!("{base}ed"), format!("{base}ing"))
    };
    vec![base.to_owned(), plural, past, running]
}

/// The words of a phrase as the text layer would read them.
pub(crate) fn words(phrase: &str) -> Vec<String> {
    let phrase = phrase.to_lowercase().replace('’', "'").replace('\u{FE0F}', "");
    let mut out = Vec::new();
    for piece in phrase
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '"' | '(' | ')'))
        .filter(|piece| !piece.is_empty())
    {
        let mut rest = piece;
        while !rest.is_empty() {
            let kind = |c: char| (c.is_alphabetic() || c == '\'', c.is_numeric());
            let first = kind(rest.chars().next().unwrap_or_default());
            let end = match first {
                (true, _) => rest.find(|c| kind(c) != first),
                (_, true) => rest.find(|c: char| !c.is_numeric() && !(matches!(c, '.' | ',' | ':'))),
                // One emoji with its joined parts, or one mark.
                _ if rest.contains('\u{200D}') => None,
                _ => rest.char_indices().nth(1).map(|(at, _)| at),
            };
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            match contraction::open(word) {
                Some(opened) => out.extend([opened.head.to_owned(), opened.tail.to_owned()]),
                None => out.push(word.to_owned()),
            }
            rest = after;
        }
    }
    out
}
