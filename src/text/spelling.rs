//! Known words behind unusual spellings: elongations ("sooooo") and simple leet ("1d1ot").

use crate::lexicon::{Word, word as lookup};

/// Whether some letter stands three times in a row.
pub(super) fn is_elongated(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .windows(3)
        .any(|three| three[0].is_ascii_alphabetic() && three[0] == three[1] && three[1] == three[2])
}

/// The known word that `text` is, as written or with its elongations folded to two letters or one.
pub(super) fn word(text: &str) -> Word {
    let known = lookup(text);
    if known.is_known() || !is_elongated(text) {
        return known;
    }
    [2, 1]
        .into_iter()
        .map(|most| lookup(&folded(text, most)))
        .find(|word| word.is_known())
        .unwrap_or(known)
}

/// `text` with runs of three or more of a letter cut down to `most`.
fn folded(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut run = 1;
        while chars.next_if_eq(&c).is_some() {
            run += 1;
        }
        let keep = if run > 2 { most } else { run };
        out.extend(std::iter::repeat_n(c, keep));
    }
    out
}

/// Reads letters written as digits or signs inside a word, if that gives a known word of four letters or more: its length
/// in bytes and the word.
pub(super) fn leet(run: &str) -> Option<(usize, Word)> {
    let run = run.trim_end_matches(['.', ',', '!', '\'']);
    let letter = |b: u8| match b {
        b'0' => Some(b'o'),
        b'1' | b'!' => Some(b'i'),
        b'3' => Some(b'e'),
        b'4' | b'@' => Some(b'a'),
        b'5' | b'$' => Some(b's'),
        b'7' => Some(b't'),
        _ => None,
    };
    let plausible = (4..=24).contains(&run.len())
        && run.bytes().all(|b| b.is_ascii_lowercase() || letter(b).is_some())
        && run.bytes().any(|b| letter(b).is_some())
        && run.bytes().filter(u8::is_ascii_lowercase).count() >= 2;
    if !plausible {
        return None;
    }
    let plain: String = run.bytes().map(|b| char::from(letter(b).unwrap_or(b))).collect();
    let known = lookup(&plain);
    known.is_known().then_some((run.len(), known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_elongations_to_what_is_known() {
        assert_eq!(folded("sooooo", 1), "so");
        assert_eq!(folded("weeell", 2), "weell");
        assert_eq!(word("patieeeent"), lookup("patient"));
        assert!(word("patieeeent").is_known());
    }

    #[test]
    fn reads_leet_only_when_a_known_word_comes_out() {
        assert_eq!(leet("p4t1ent"), Some((7, lookup("patient"))));
        for run in ["h1n1", "b12", "500mg", "covid19", "patient"] {
            assert_eq!(leet(run), None, "{run}");
        }
    }
}
