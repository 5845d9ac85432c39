//! Words near a number that name it: windows over the atoms around it, and phrases in them.

use super::scan::Scan;

/// Atoms before a number in which a word can name it.
const REACH_BEFORE: usize = 6;
/// Atoms after a number in which a word can name it ("… is her NHS number").
const REACH_AFTER: usize = 4;
/// Longest stretch of other characters a phrase or a window may cross.
const LONGEST_BREAK: usize = 4;

/// Whether one of `phrases` (lower case, words separated by one space) stands near atoms `first..=last`.
pub(super) fn is_named(scan: &Scan, first: usize, last: usize, phrases: &[&str]) -> bool {
    window_before(scan, first, REACH_BEFORE).any(|at| any_phrase(scan, at, first, phrases))
        || window_after(scan, last, REACH_AFTER).any(|at| any_phrase(scan, at, usize::MAX, phrases))
}

/// As [`is_named`], looking only before.
pub(super) fn is_named_before(scan: &Scan, first: usize, phrases: &[&str]) -> bool {
    window_before(scan, first, REACH_BEFORE).any(|at| any_phrase(scan, at, first, phrases))
}

/// Atoms before `first`, nearest first, up to a number or the sentence's edge.
pub(super) fn window_before<'s>(scan: &'s Scan, first: usize, reach: usize) -> impl Iterator<Item = usize> + 's {
    (first.saturating_sub(reach)..first)
        .rev()
        .take_while(move |&at| !scan.is_digits(at) && !breaks_before(scan, at + 1))
}

/// Atoms after `last`, nearest first, up to a number or the sentence's edge.
pub(super) fn window_after<'s>(scan: &'s Scan, last: usize, reach: usize) -> impl Iterator<Item = usize> + 's {
    (last + 1..scan.atoms.len().min(last + 1 + reach))
        .take_while(move |&at| !scan.is_digits(at) && !breaks_before(scan, at))
}

/// Whether a sentence or paragraph ends just before atom `index`.
pub(super) fn breaks_before(scan: &Scan, index: usize) -> bool {
    if index == 0 || index >= scan.atoms.len() {
        return true;
    }
    let between = scan.slice(scan.atoms[index - 1].end..scan.atoms[index].start);
    if between.len() > 2 * LONGEST_BREAK || between.contains('\n') {
        return true;
    }
    // "no. 12" and "D.O.B. 3/4/62" go on after the dot; a real sentence's last word is longer.
    between.contains(['!', '?']) || between.contains(". ") && scan.atoms[index - 1].len() > 4
}

/// Whether one of `phrases` starts at atom `at` and ends before atom `limit`.
pub(super) fn any_phrase(scan: &Scan, at: usize, limit: usize, phrases: &[&str]) -> bool {
    let word = scan.word(at);
    phrases
        .iter()
        .any(|phrase| phrase.starts_with(word) && phrase_end(scan, at, phrase).is_some_and(|end| end <= limit))
}

/// The atom after `phrase` when it starts at atom `at`.
pub(super) fn phrase_end(scan: &Scan, at: usize, phrase: &str) -> Option<usize> {
    let mut index = at;
    for word in phrase.split(' ') {
        let joined = index == at || scan.atoms.get(index)?.start - scan.atoms[index - 1].end <= LONGEST_BREAK;
        if !joined || scan.word(index) != word {
            return None;
        }
        index += 1;
    }
    Some(index)
}
