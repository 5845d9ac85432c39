//! Where the profession's guidance says it. The catalogue is `data/guidance/*.toml`.

use crate::draft::Jurisdiction;
use serde::Serialize;
use std::borrow::Cow;

/// One place in one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Guidance {
    /// Who says it.
    pub body: &'static str,
    /// In which document.
    pub title: &'static str,
    /// From which year.
    pub year: Option<u16>,
    /// Where in it; absent when the number was not seen.
    pub paragraph: Option<&'static str>,
    /// Where to read it.
    pub url: Option<&'static str>,
    /// For which country; absent when for none in particular.
    pub jurisdiction: Option<Jurisdiction>,
    /// The point in our own words.
    pub gist: &'static str,
    /// What to bear in mind about this entry, for example that it is from another country.
    pub caveat: Option<Cow<'static, str>>,
}

/// An entry of the catalogue.
struct Entry {
    key: &'static str,
    body: &'static str,
    title: &'static str,
    year: Option<u16>,
    paragraph: Option<&'static str>,
    url: Option<&'static str>,
    jurisdiction: Option<Jurisdiction>,
    current: bool,
    seen_in_original: bool,
    checked: &'static str,
    gist: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/guidance.rs"));

/// A rule's guidance for a user of this jurisdiction: their own country's first, then what is of no one country, then the rest;
/// superseded documents last.
pub(crate) fn for_user(entries: &[u16], user: Option<Jurisdiction>) -> Vec<Guidance> {
    let mut chosen: Vec<&Entry> = entries.iter().map(|at| &CATALOGUE[usize::from(*at)]).collect();
    let own = |entry: &Entry| user.is_some() && entry.jurisdiction == user;
    chosen.sort_by_key(|entry| {
        (
            !entry.current,
            !own(entry),
            entry.jurisdiction.is_some() && user.is_some(),
        )
    });
    let has_own = chosen.iter().any(|entry| own(entry) && entry.current);
    chosen
        .into_iter()
        .enumerate()
        .map(|(place, entry)| cited(entry, if place == 0 && !has_own { user } else { None }))
        .collect()
}

/// An entry as the card shows it; `missing` is the user's country when none of its own texts is on file.
fn cited(entry: &Entry, missing: Option<Jurisdiction>) -> Guidance {
    let caveat = if !entry.current {
        Some(Cow::Borrowed("Superseded; kept for the principle."))
    } else if let Some(country) = missing {
        Some(Cow::Owned(format!(
            "No text for {} is on file for this point; this shows the general principle.",
            country.name()
        )))
    } else if !entry.seen_in_original {
        Some(Cow::Borrowed("Seen through a secondary page; check the original."))
    } else {
        None
    };
    Guidance {
        body: entry.body,
        title: entry.title,
        year: entry.year,
        paragraph: entry.paragraph,
        url: entry.url,
        jurisdiction: entry.jurisdiction,
        gist: entry.gist,
        caveat,
    }
}

impl Guidance {
    /// In one line: body, title, year, paragraph.
    #[must_use]
    pub fn citation(&self) -> String {
        let year = self.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let paragraph = self
            .paragraph
            .map(|paragraph| format!(", {paragraph}"))
            .unwrap_or_default();
        format!("{}, {}{year}{paragraph}", self.body, self.title)
    }
}

/// When an entry was last looked at, by its key: for the generated documentation.
#[must_use]
pub fn checked(key: &str) -> Option<&'static str> {
    CATALOGUE
        .iter()
        .find(|entry| entry.key == key)
        .map(|entry| entry.checked)
}
