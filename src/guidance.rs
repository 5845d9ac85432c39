//! Where the profession's guidance says it. The catalogue is `data/guidance/*.toml`.

use crate::draft::Jurisdiction;
use crate::table::split;
use serde::Serialize;
use std::borrow::Cow;
use std::sync::LazyLock;

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
    /// The point in our own words; only the command line carries it.
    #[cfg(feature = "cli")]
    pub gist: &'static str,
    /// What to bear in mind about this entry, for example that it is from another country.
    pub caveat: Option<Cow<'static, str>>,
}

/// An entry of the catalogue.
struct Entry {
    body: &'static str,
    title: &'static str,
    year: Option<u16>,
    /// The year of a later edition or amendment whose text is not on file.
    amended: Option<u16>,
    paragraph: Option<&'static str>,
    url: Option<&'static str>,
    jurisdiction: Option<Jurisdiction>,
    current: bool,
    seen_in_original: bool,
    #[cfg(feature = "cli")]
    note: &'static Note,
}

/// What only the documentation says about an entry.
#[cfg(feature = "cli")]
struct Note {
    key: &'static str,
    checked: &'static str,
    gist: &'static str,
}

#[cfg(feature = "cli")]
include!(concat!(env!("OUT_DIR"), "/notes.rs"));

static CATALOGUE: LazyLock<Vec<Entry>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/guidance.table"))));

/// What `compile/emit.rs` wrote.
fn read(table: &'static [u8]) -> Vec<Entry> {
    let [mut numbers, mut texts] = split(table);
    let mut entries = Vec::new();
    while !numbers.is_done() {
        let present = |text: &'static str| Some(text).filter(|text| !text.is_empty());
        entries.push(Entry {
            body: texts.text(),
            title: texts.text(),
            paragraph: present(texts.text()),
            url: present(texts.text()),
            year: Some(numbers.small()).filter(|year| *year > 0),
            amended: Some(numbers.small()).filter(|year| *year > 0),
            jurisdiction: numbers.number().checked_sub(1).map(|at| Jurisdiction::ALL[at]),
            current: numbers.number() == 1,
            seen_in_original: numbers.number() == 1,
            #[cfg(feature = "cli")]
            note: &NOTES[entries.len()],
        });
    }
    entries
}

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
    } else if let Some(year) = entry.amended {
        Some(Cow::Owned(format!(
            "Amended in {year}, of which no text is on file; check the original."
        )))
    } else if !entry.seen_in_original {
        Some(Cow::Borrowed("Known from a secondary page; check the original."))
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
        #[cfg(feature = "cli")]
        gist: entry.note.gist,
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
#[cfg(feature = "cli")]
#[must_use]
pub fn checked(key: &str) -> Option<&'static str> {
    NOTES.iter().find(|note| note.key == key).map(|note| note.checked)
}
