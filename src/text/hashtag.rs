//! The words inside a hashtag: by capitals, else by known words.

use super::view::View;
use crate::lexicon::word;
use std::ops::Range;

/// Hashtags longer than this are taken as one word; it bounds the work per tag.
const LONGEST: usize = 48;

/// The parts of the tag at `tag` (without its `#`), as spans of the view.
pub(super) fn words(view: &View, tag: Range<usize>) -> Vec<Range<usize>> {
    let text = &view.text()[tag.clone()];
    let mut parts = Vec::new();
    let mut start = 0;
    let mut previous: Option<(char, bool)> = None;
    for (at, c) in text.char_indices() {
        let capital = view.is_capital(tag.start + at);
        let breaks = match previous {
            Some((before, before_capital)) => {
                let kinds_differ = char::is_numeric(c) != char::is_numeric(before);
                let next_is_small = text[at + c.len_utf8()..]
                    .chars()
                    .next()
                    .is_some_and(|next| next.is_alphabetic() && !view.is_capital(tag.start + at + c.len_utf8()));
                c == '_' || before == '_' || kinds_differ || (capital && (!before_capital || next_is_small))
            }
            None => false,
        };
        if breaks {
            parts.push(start..at);
            start = at;
        }
        previous = Some((c, capital));
    }
    parts.push(start..text.len());
    let plain = |part: &Range<usize>| !part.is_empty() && !text[part.clone()].starts_with('_');
    let parts: Vec<_> = parts.into_iter().filter(plain).collect();
    let parts = match &parts[..] {
        [one] => by_known_words(&text[one.clone()]).map_or_else(|| parts.clone(), |cuts| shift(&cuts, one.start)),
        _ => parts,
    };
    shift(&parts, tag.start)
}

fn shift(parts: &[Range<usize>], by: usize) -> Vec<Range<usize>> {
    parts.iter().map(|part| part.start + by..part.end + by).collect()
}

/// The cut of `text` into the fewest known words, if the whole of it can be cut so.
fn by_known_words(text: &str) -> Option<Vec<Range<usize>>> {
    if text.len() > LONGEST || !text.is_ascii() || word(text).is_known() {
        return None;
    }
    // best[end] = (number of words, where the last begins) of the best cut of text[..end].
    let mut best: Vec<Option<(usize, usize)>> = vec![None; text.len() + 1];
    best[0] = Some((0, 0));
    for end in 1..=text.len() {
        best[end] = (0..end)
            .filter(|start| end - start > 1 || matches!(&text[*start..end], "a" | "i"))
            .filter_map(|start| best[start].map(|(count, _)| (count + 1, start)))
            .filter(|(_, start)| word(&text[*start..end]).is_known())
            .min();
    }
    let mut cuts = Vec::new();
    let mut end = text.len();
    while end > 0 {
        let (_, start) = best[end]?;
        cuts.push(start..end);
        end = start;
    }
    cuts.reverse();
    Some(cuts)
}
