//! Reading `data/gazetteers/*.txt` into one automaton, from a name or word to what is known of it.

use crate::{Problem, read_text};
use std::collections::BTreeMap;
use std::path::Path;

#[path = "../mentions/names/entry.rs"]
mod entry;
use entry::Entry;

/// The commonest words of all: hardly ever a name, even with a capital.
const COMMONEST: usize = 600;

/// The automaton's bytes.
pub(crate) fn read(folder: &Path) -> Result<Vec<u8>, Problem> {
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
    let pairs = entries.iter().map(|(name, entry)| (name, u64::from(entry.0)));
    let map = fst::Map::from_iter(pairs).map_err(|error| Problem::new(folder, error))?;
    Ok(map.into_fst().into_inner())
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
