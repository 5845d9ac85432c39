//! Reading `data/gazetteers/*.txt`: what is known of each name or word.

use crate::entry::Entry;
use crate::{Problem, read_text};
use std::collections::BTreeMap;
use std::path::Path;

/// The commonest words of all: hardly ever a name, even with a capital.
const COMMONEST: usize = 600;

/// The names that films say most often.
const OFTEN_SPOKEN: usize = 500;

/// All names and words.
pub(crate) fn read(folder: &Path) -> Result<BTreeMap<String, Entry>, Problem> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut mark = |name: &str, change: &dyn Fn(Entry) -> Entry| {
        let entry = entries.entry(name.to_owned()).or_default();
        *entry = change(*entry);
    };
    for line in lines(folder, "given-names.txt")? {
        mark(&line, &Entry::as_given);
    }
    for line in lines(folder, "surnames.txt")? {
        mark(&line, &Entry::as_surname);
    }
    for (rank, line) in lines(folder, "common-words.txt")?.iter().enumerate() {
        mark(line, &|entry| entry.as_common(rank < COMMONEST));
    }
    for (rank, line) in lines(folder, "spoken-names.txt")?.iter().enumerate() {
        mark(line, &|entry| entry.as_spoken(rank < OFTEN_SPOKEN));
    }
    for line in lines(folder, "places.txt")? {
        let people = line
            .split_once('\t')
            .and_then(|(name, people)| Some((name, people.parse::<u64>().ok()?)));
        let Some((name, people)) = people else {
            return Err(Problem::new(
                &folder.join("places.txt"),
                format!("`{line}`: a line is a name, a tab, a number of people"),
            ));
        };
        mark(name, &|entry| entry.with_people(people));
    }
    Ok(entries)
}

fn lines(folder: &Path, file: &str) -> Result<Vec<String>, Problem> {
    let path = folder.join(file);
    let text = read_text(&path)?;
    let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
    if !(head.contains("Source:") && head.contains("Licence:")) {
        return Err(Problem::new(
            &path,
            "the comment at the head must name the source and the licence",
        ));
    }
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    Ok(lines.map(str::to_owned).collect())
}
