//! What a file says beside its picture.

use serde::Serialize;

/// One thing a file gives away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Fact {
    /// Where it was made: a town nearby, its country as an ISO 3166 code. Neither is known far from any town.
    Place {
        /// The town.
        near: Option<String>,
        /// Its country.
        country: Option<String>,
    },
    /// When it was made, as `2024-03-03T14:12`, by the clock of the device.
    Time {
        /// The time.
        at: String,
    },
    /// The camera or phone.
    Device {
        /// Maker and model.
        name: String,
    },
    /// A number that tells this device, or its lens, from every other.
    Serial,
    /// Who made it or owns the device.
    Author {
        /// As it stands there.
        name: String,
    },
    /// Somebody named as being in the picture.
    Person {
        /// As it stands there.
        name: String,
    },
    /// A caption, comment, title or keyword.
    Text {
        /// As it stands there, shortened.
        text: String,
    },
    /// A small copy of the picture, as it was before it was cropped or painted over.
    Thumbnail,
    /// More behind the picture's end: a short film, a second picture.
    Behind,
    /// The program that wrote it.
    Software {
        /// As it stands there.
        name: String,
    },
    /// Records that are not read here: the maker's notes, the history of edits.
    Other,
}

impl Fact {
    /// Whether it is worth holding a file for. The program that wrote it and unread records alone are not.
    #[must_use]
    pub fn is_telling(&self) -> bool {
        !matches!(self, Fact::Software { .. } | Fact::Other)
    }

    /// What matters most comes first.
    fn rank(&self) -> u8 {
        match self {
            Fact::Place { .. } => 0,
            Fact::Time { .. } => 1,
            Fact::Device { .. } => 2,
            Fact::Person { .. } => 3,
            Fact::Thumbnail => 4,
            Fact::Behind => 5,
            Fact::Serial => 6,
            Fact::Author { .. } => 7,
            Fact::Text { .. } => 8,
            Fact::Software { .. } => 9,
            Fact::Other => 10,
        }
    }

    /// Whether a file has one such fact at most, the first found.
    fn is_single(&self) -> bool {
        matches!(self, Fact::Time { .. } | Fact::Device { .. } | Fact::Software { .. })
    }
}

/// Longest text that is passed on, in characters: it is shown, not kept.
const SHOWN: usize = 120;
/// Most facts of one file that are passed on.
const MOST: usize = 40;

/// The facts found so far.
#[derive(Default)]
pub struct Found {
    facts: Vec<Fact>,
}

impl Found {
    /// Adds a fact, once.
    pub fn add(&mut self, fact: Fact) {
        let same_kind = |other: &Fact| std::mem::discriminant(other) == std::mem::discriminant(&fact);
        let is_known = self
            .facts
            .iter()
            .any(|other| *other == fact || (fact.is_single() && same_kind(other)));
        if !is_known && self.facts.len() < MOST {
            self.facts.push(fact);
        }
    }

    /// Adds what `make` makes of words, unless there are none.
    pub fn words(&mut self, words: &str, make: impl FnOnce(String) -> Fact) {
        let words = words.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
        if words.chars().any(char::is_alphanumeric) {
            self.add(make(words.chars().take(SHOWN).collect()));
        }
    }

    /// Adds a caption or comment. What phones write into every screenshot says nothing.
    pub fn text(&mut self, words: &str) {
        if !words.trim().eq_ignore_ascii_case("screenshot") {
            self.words(words, |text| Fact::Text { text });
        }
    }

    /// Adds an author or owner.
    pub fn author(&mut self, words: &str) {
        self.words(words, |name| Fact::Author { name });
    }

    /// Adds a camera by its maker and model.
    pub fn device(&mut self, make: &str, model: &str) {
        let (make, model) = (make.trim(), model.trim());
        let first = make.split(' ').next().unwrap_or_default();
        let named = first.is_empty() || model.to_lowercase().starts_with(&first.to_lowercase()) || first == "Apple";
        let name = if named && !model.is_empty() {
            model.to_owned()
        } else {
            format!("{make} {model}")
        };
        self.words(&name, |name| Fact::Device { name });
    }

    /// Adds a time written as `2024:03:03 14:12:09`, `2024-03-03T14:12:09+08:00` or `20240303`; the clock's reading counts.
    pub fn time(&mut self, written: &str) {
        let digits: Vec<u32> = written
            .split(|letter: char| !letter.is_ascii_digit())
            .flat_map(parts)
            .filter_map(|part| part.parse().ok())
            .collect();
        let [year @ 1800..=9999, month @ 1..=12, day @ 1..=31, ref clock @ ..] = digits[..] else {
            return;
        };
        let mut at = format!("{year:04}-{month:02}-{day:02}");
        if let [hour @ 0..=23, minute @ 0..=59, ..] = clock {
            at.push_str(&format!("T{hour:02}:{minute:02}"));
        }
        self.add(Fact::Time { at });
    }

    /// The facts, what matters most first.
    #[must_use]
    pub fn into_facts(mut self) -> Vec<Fact> {
        self.facts.sort_by_key(Fact::rank);
        self.facts
    }
}

/// Digits that stand together are a date without marks.
fn parts(run: &str) -> Vec<&str> {
    match run.len() {
        8 => vec![&run[..4], &run[4..6], &run[6..]],
        6 => vec![&run[..2], &run[2..4], &run[4..]],
        _ => vec![run],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(written: &str, at: Option<&str>) {
        let mut found = Found::default();
        found.time(written);
        assert_eq!(
            found.into_facts(),
            at.map(|at| Fact::Time { at: at.into() })
                .into_iter()
                .collect::<Vec<_>>(),
            "{written}"
        );
    }

    #[test]
    fn times_are_read_in_every_way_they_are_written() {
        reads("2024:03:03 14:12:09", Some("2024-03-03T14:12"));
        reads("2024-03-03T14:12:09.123+08:00", Some("2024-03-03T14:12"));
        reads("20240303 141209", Some("2024-03-03T14:12"));
        reads("2024-03-03", Some("2024-03-03"));
        reads("0000:00:00 00:00:00", None);
        reads("    :  :     :  :  ", None);
        reads("yesterday", None);
    }

    #[test]
    fn a_maker_is_not_said_twice() {
        for (make, model, name) in [
            ("Apple", "iPhone 14", "iPhone 14"),
            ("Canon", "Canon EOS R6", "Canon EOS R6"),
            ("NIKON CORPORATION", "NIKON Z 6", "NIKON Z 6"),
            ("samsung", "SM-S911B", "samsung SM-S911B"),
        ] {
            let mut found = Found::default();
            found.device(make, model);
            assert_eq!(found.into_facts(), [Fact::Device { name: name.into() }]);
        }
    }
}
