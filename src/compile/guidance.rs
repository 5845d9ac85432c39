//! Reading `data/guidance/*.toml`.

use crate::{Problem, files, is_id, read_text};
use regex::Regex;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub(crate) body: String,
    pub(crate) title: String,
    pub(crate) year: Option<u16>,
    /// The year of a later edition or amendment whose text is not on file.
    pub(crate) amended: Option<u16>,
    #[serde(default)]
    pub(crate) paragraph: String,
    #[serde(default)]
    pub(crate) url: String,
    /// Empty: not of one country.
    #[serde(default)]
    pub(crate) jurisdiction: String,
    pub(crate) status: Status,
    /// The day on which somebody looked (YYYY-MM-DD).
    pub(crate) checked: String,
    pub(crate) seen: Seen,
    pub(crate) gist: String,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    Current,
    Superseded,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Seen {
    Original,
    Secondary,
}

/// A day of this century.
const DAY: &str = "^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// In the order of `Jurisdiction::ALL`.
pub(crate) const JURISDICTIONS: [&str; 10] = ["UK", "IE", "HK", "MY", "SG", "ZA", "NZ", "AU", "US", "CA"];

pub(crate) fn read(folder: &Path) -> Result<BTreeMap<String, Entry>, Problem> {
    let mut entries = BTreeMap::new();
    let day = Regex::new(DAY).expect("a pattern of our own");
    for file in files(folder, "toml")? {
        let found: BTreeMap<String, Entry> =
            toml::from_str(&read_text(&file)?).map_err(|error| Problem::new(&file, error))?;
        for (key, entry) in found {
            let wrong = |what: &str| Problem::new(&file, format!("[{key}]: {what}"));
            if !is_id(&key) {
                return Err(wrong("a key has small letters, digits and dashes"));
            }
            if !entry.jurisdiction.is_empty() && !JURISDICTIONS.contains(&entry.jurisdiction.as_str()) {
                return Err(wrong(
                    "`jurisdiction` is one of UK IE HK MY SG ZA NZ AU US CA, or left out",
                ));
            }
            if !entry.url.is_empty() && !entry.url.starts_with("https://") {
                return Err(wrong("`url` begins with https://"));
            }
            if entry.amended.is_some() && entry.amended <= entry.year {
                return Err(wrong("`amended` is a year after `year`, or left out"));
            }
            if entry.gist.is_empty() {
                return Err(wrong("`gist` is empty; say the point in our own words"));
            }
            if !day.is_match(&entry.checked) {
                return Err(wrong(
                    "`checked` is the day on which somebody looked, such as 2026-11-21",
                ));
            }
            if entries.insert(key.clone(), entry).is_some() {
                return Err(wrong("this key is in another file too; keys are unique"));
            }
        }
    }
    Ok(entries)
}
