//! Reading `data/replies.toml`.

use crate::rule::fact_numbers;
use crate::{Problem, is_id, read_text};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The longest reply that X takes from everybody, in characters; a contact line comes on top.
const LONGEST_REPLY: usize = 230;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reply {
    pub(crate) title: String,
    pub(crate) text: String,
    /// Facts of the draft, as a pattern's.
    pub(crate) needs: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    /// Where one of these holds it comes before the others.
    #[serde(default)]
    pub(crate) first_for: Vec<String>,
}

/// Reads all replies, by name.
pub(crate) fn read(file: &Path) -> Result<BTreeMap<String, Reply>, Problem> {
    let replies: BTreeMap<String, Reply> =
        toml::from_str(&read_text(file)?).map_err(|error| Problem::new(file, error))?;
    for (name, reply) in &replies {
        check(name, reply).map_err(|what| Problem::new(file, format!("[{name}]: {what}")))?;
    }
    Ok(replies)
}

fn check(name: &str, reply: &Reply) -> Result<(), String> {
    if !is_id(name) {
        return Err("a name has small letters, digits and dashes".into());
    }
    if reply.title.trim().is_empty() || reply.text.trim().is_empty() {
        return Err("`title` or `text` is empty; write it, readers see it".into());
    }
    let length = reply.text.chars().count();
    if length > LONGEST_REPLY {
        return Err(format!(
            "`text` has {length} characters; {LONGEST_REPLY} leave room for a contact line where posts are short"
        ));
    }
    for facts in reply.needs.iter().chain(&reply.unless).chain(&reply.first_for) {
        fact_numbers(facts)?;
    }
    Ok(())
}
