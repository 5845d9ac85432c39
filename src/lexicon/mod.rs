//! Known words and what they stand for. The lists are `data/lexicons/*.txt` and `data/gazetteers/*.txt`; the build turns them into
//! the [`dictionary`] and the [`classes`].

mod classes;
mod dictionary;
mod entry;

use crate::text::token::Token;
use classes::CLASSES;
use dictionary::Dictionary;
pub(crate) use entry::Entry;
use std::sync::LazyLock;

/// A known word, by its place in the sorted list of all known words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Word(pub(crate) u16);

impl Word {
    /// A word that no list and no pattern knows.
    pub(crate) const NONE: Word = Word(u16::MAX);

    pub(crate) const fn is_known(self) -> bool {
        self.0 != u16::MAX
    }
}

/// A word class: one lexicon, or one of its sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Class(pub(crate) u16);

impl Class {
    /// A hash of its name: the same in every build, whatever other lexicons there are.
    pub(crate) fn stable_hash(self) -> u32 {
        CLASS_HASHES[usize::from(self.0)]
    }

    /// Its bit among those of a token.
    const fn hint(self) -> u64 {
        1 << (self.0 % 64)
    }
}

include!(concat!(env!("OUT_DIR"), "/class_names.rs"));

static DICTIONARY: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::new(include_bytes!(concat!(env!("OUT_DIR"), "/dictionary.table"))));

/// The known word that is written so (lower case, as in the view).
pub(crate) fn word(text: &str) -> Word {
    DICTIONARY.number(text).map_or(Word::NONE, Word)
}

/// What the gazetteers know of a word in small letters.
pub(crate) fn entry(text: &str) -> Entry {
    DICTIONARY.entry(text)
}

/// A class that begins at some token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag {
    pub(crate) class: Class,
    /// The number of tokens it covers.
    pub(crate) tokens: u16,
}

/// The classes of every token of a text.
#[derive(Debug, Default)]
pub(crate) struct Tags {
    tags: Vec<Tag>,
    /// For each token where its tags begin in `tags`, and the end of the last.
    starts: Vec<u32>,
    /// For each token one bit for each of its classes, some of which share a bit. Nearly all questions are answered "no" by it.
    hints: Vec<u64>,
}

impl Tags {
    /// Looks up every token: its own classes, and those of the phrases that begin with it.
    pub(crate) fn new(tokens: &[Token]) -> Self {
        let mut out = Tags {
            tags: Vec::with_capacity(tokens.len()),
            starts: Vec::with_capacity(tokens.len() + 1),
            hints: Vec::with_capacity(tokens.len()),
        };
        let classes = &*CLASSES;
        for (at, token) in tokens.iter().enumerate() {
            out.starts.push(out.tags.len() as u32);
            if token.word.is_known() {
                let tag = |class: &Class, tokens| Tag { class: *class, tokens };
                let single = classes.of_word(token.word.0);
                out.tags.extend(single.iter().map(|class| tag(class, 1)));
                for (rest, classes) in classes.of_phrases(token.word.0) {
                    if let Some(length) = phrase_length(tokens, at, rest) {
                        out.tags.extend(classes.iter().map(|class| tag(class, length)));
                    }
                }
            }
            let own = &out.tags[out.starts[at] as usize..];
            out.hints.push(own.iter().fold(0, |hint, tag| hint | tag.class.hint()));
        }
        out.starts.push(out.tags.len() as u32);
        out
    }

    /// The tags of a class that begin at a token.
    pub(crate) fn of(&self, token: usize, class: Class) -> impl Iterator<Item = &Tag> {
        let may = self.hints.get(token).is_some_and(|hint| hint & class.hint() != 0);
        let tags = if may { self.at(token) } else { &[] };
        tags.iter().filter(move |tag| tag.class == class)
    }

    /// The tags that begin at a token.
    pub(crate) fn at(&self, token: usize) -> &[Tag] {
        match self.starts.get(token..token + 2) {
            Some(&[start, end]) => &self.tags[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// How many tokens from `at` on make the phrase whose words after the first are `rest`.
pub(crate) fn phrase_length(tokens: &[Token], at: usize, rest: &[u16]) -> Option<u16> {
    let mut end = at + 1;
    for word in rest {
        // Two passed-over marks in a row ("-" and a quotation mark) are enough for anything that is one phrase.
        let skipped = tokens[end.min(tokens.len())..]
            .iter()
            .take(3)
            .take_while(|token| token.is_passed_over())
            .count();
        end += skipped;
        if tokens.get(end)?.word.0 != *word {
            return None;
        }
        end += 1;
    }
    u16::try_from(end - at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::hash_of_bytes;
    use crate::text::Text;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// The lines of a list of `data/`, without comments.
    fn lines(path: &Path) -> Vec<String> {
        let text = fs::read_to_string(path).expect("readable");
        let lines = text.lines().map(|line| line.split(" #").next().unwrap_or(line).trim());
        let kept = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        kept.map(str::to_owned).collect()
    }

    fn data(folder: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(folder)
    }

    #[test]
    fn every_name_of_the_gazetteers_is_known_for_what_it_is() {
        type IsOfList = fn(Entry) -> bool;
        let lists: [(&str, IsOfList); 4] = [
            ("given-names.txt", Entry::is_given),
            ("surnames.txt", Entry::is_surname),
            ("common-words.txt", Entry::is_common),
            ("spoken-names.txt", Entry::is_spoken),
        ];
        for (file, is_of_list) in lists {
            let listed = lines(&data("gazetteers").join(file));
            for name in &listed {
                assert!(is_of_list(entry(name)), "{name} of {file}");
            }
            let others = lines(&data("gazetteers").join("places.txt"));
            let names = others.iter().filter_map(|line| Some(line.split_once('\t')?.0));
            for name in names.filter(|name| !listed.iter().any(|listed| listed == name)) {
                assert!(!is_of_list(entry(name)), "{name} is not in {file}");
            }
        }
        for line in lines(&data("gazetteers").join("places.txt")) {
            let (name, people) = line.split_once('\t').expect("a tab");
            let people: f64 = people.parse().expect("a number");
            let read = entry(name).people().unwrap_or_else(|| panic!("{name} is no place"));
            let ratio = read / people.max(1_000.0);
            assert!((0.7..1.42).contains(&ratio), "{name}: {people} people, read as {read}");
        }
    }

    #[test]
    fn every_plain_line_of_a_lexicon_is_of_its_class() {
        let is_plain = |line: &String| line.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
        let mut count = 0;
        for file in fs::read_dir(data("lexicons")).expect("readable") {
            let path = file.expect("readable").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let class = CLASS_HASHES
                .iter()
                .position(|hash| *hash == hash_of_bytes(name.as_bytes()));
            let class = Class(class.expect("every lexicon is a class") as u16);
            for line in lines(&path).into_iter().filter(is_plain) {
                assert!(Text::new(&line).is(0, class), "`{line}` is not of {name}");
                count += 1;
            }
        }
        assert!(count > 1_000, "only {count} lines were looked at");
    }

    #[test]
    fn what_no_list_has_is_unknown() {
        for text in ["", "\u{1}", "zzyzzx", "patien", "patientss", "日本"] {
            assert!(!word(text).is_known() && entry(text) == Entry::default(), "{text:?}");
        }
    }

    #[test]
    fn phrases_are_found_through_hyphens_and_contractions() {
        for text in ["frequent flyer", "Frequent-Flyers", "frequent \"flyer\""] {
            let read = Text::new(text);
            assert!(read.is(0, class::PATIENT_SLUR), "{text}");
        }
        assert!(!Text::new("frequent buyer").is(0, class::PATIENT_SLUR));
    }
}
