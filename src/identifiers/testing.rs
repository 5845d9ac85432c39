//! How the tables of this module's tests are read.

use super::{Identifier, find};

fn shown<'t>(text: &'t str, found: &[Identifier]) -> Vec<(&'static str, &'t str)> {
    found
        .iter()
        .map(|identifier| (identifier.kind.name(), &text[identifier.start..identifier.end]))
        .collect()
}

/// Each row: a text, the name of the kind, and the exact characters that must be found, and nothing else.
pub(super) fn assert_kinds(rows: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(text, kind, quote)| {
            let found = find(text);
            let right = shown(text, &found) == [(*kind, *quote)] && !found[0].public_line;
            (!right).then(|| {
                format!(
                    "in {text:?} expected {kind} {quote:?}, found {found:?} {:?}",
                    shown(text, &found)
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each text holds nothing.
pub(super) fn assert_quiet(texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| (text, find(text)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("in {text:?} found {:?}", shown(text, &found)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each text holds contacts, and all of them are public lines.
pub(super) fn assert_public(texts: &[&str]) {
    let wrong: Vec<String> = texts
        .iter()
        .map(|text| (text, find(text)))
        .filter(|(_, found)| found.is_empty() || found.iter().any(|identifier| !identifier.public_line))
        .map(|(text, found)| format!("in {text:?} found {found:?}, not all public"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
