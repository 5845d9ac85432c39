//! Opening contractions, so that `don't`, `dont` and `do not` read alike. Read by the build too, which treats patterns and
//! lexicons the same way.

/// A word opened into two: `split` is the byte at which the second begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Opened<'a> {
    pub(crate) split: usize,
    pub(crate) head: &'a str,
    pub(crate) tail: &'static str,
}

/// Endings written with an apostrophe. `'s` and `'d` stay as they are: they stand for more than one word.
const ENDINGS: &[(&str, &str)] = &[
    ("n't", "not"),
    ("'m", "am"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'s", "'s"),
    ("'d", "'d"),
];

/// Contractions typed without their apostrophe that cannot be read as another word, and `cannot`.
const BARE: &[(&str, &str, &str)] = &[
    ("arent", "are", "not"),
    ("cannot", "can", "not"),
    ("cant", "can", "not"),
    ("couldnt", "could", "not"),
    ("didnt", "did", "not"),
    ("doesnt", "does", "not"),
    ("dont", "do", "not"),
    ("hadnt", "had", "not"),
    ("hasnt", "has", "not"),
    ("havent", "have", "not"),
    ("hes", "he", "'s"),
    ("im", "i", "am"),
    ("isnt", "is", "not"),
    ("ive", "i", "have"),
    ("shes", "she", "'s"),
    ("shouldnt", "should", "not"),
    ("thats", "that", "'s"),
    ("theyre", "they", "are"),
    ("wasnt", "was", "not"),
    ("werent", "were", "not"),
    ("wouldnt", "would", "not"),
    ("youre", "you", "are"),
    ("youve", "you", "have"),
];

/// Opens a lower-case word with straight apostrophes, if it is a contraction.
pub(crate) fn open(word: &str) -> Option<Opened<'_>> {
    if let Ok(at) = BARE.binary_search_by(|(bare, ..)| (*bare).cmp(word)) {
        let (_, head, tail) = BARE[at];
        let split = if word.ends_with("nt") {
            word.len() - 2
        } else {
            head.len().min(word.len() - 1)
        };
        return Some(Opened { split, head, tail });
    }
    let (ending, tail) = ENDINGS
        .iter()
        .find(|(ending, _)| word.len() > ending.len() && word.ends_with(ending))?;
    let split = word.len() - ending.len();
    let head = match (&word[..split], *tail) {
        ("ca", "not") => "can",
        ("wo", "not") => "will",
        ("sha", "not") => "shall",
        (head, _) => head,
    };
    Some(Opened { split, head, tail })
}

/// The other word that a word of a pattern also stands for in its short form.
#[allow(dead_code, reason = "only the build asks")]
pub(crate) fn short_form(word: &str) -> Option<&'static str> {
    match word {
        "is" | "has" => Some("'s"),
        "had" | "would" => Some("'d"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_with_and_without_apostrophe() {
        for (word, split, head, tail) in [
            ("don't", 2, "do", "not"),
            ("dont", 2, "do", "not"),
            ("can't", 2, "can", "not"),
            ("cant", 2, "can", "not"),
            ("cannot", 3, "can", "not"),
            ("won't", 2, "will", "not"),
            ("im", 1, "i", "am"),
            ("patient's", 7, "patient", "'s"),
        ] {
            assert_eq!(open(word), Some(Opened { split, head, tail }), "{word}");
        }
        for word in ["were", "well", "ill", "shell", "'s", "patients"] {
            assert_eq!(open(word), None, "{word}");
        }
    }

    #[test]
    fn the_bare_list_is_sorted_for_its_search() {
        assert!(BARE.is_sorted());
    }
}
