//! Where names of people stand. Two readers look: [`announced`] knows what stands before or behind a name (a title, a word for a
//! patient, a bed), [`tagger`] has learned how names look in posts. Either is enough; where both see one, the longer counts.

mod announced;
mod entry;
mod features;
pub(crate) mod gazetteer;
mod tagger;
#[cfg(feature = "training")]
pub mod training;

use crate::text::Text;

/// The names of a text.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// For each token the number of tokens of the name that begins there (0 for most).
    lengths: Vec<u8>,
    /// For each token of a name's beginning how far before it the word that announces it ends (0 for none).
    announced: Vec<u8>,
}

impl Names {
    /// The number of tokens of the name that begins at a token.
    pub(crate) fn at(&self, token: usize) -> Option<usize> {
        self.lengths
            .get(token)
            .filter(|length| **length > 0)
            .map(|length| usize::from(*length))
    }

    /// The last token of what announces the name.
    pub(super) fn announcer(&self, name: usize) -> Option<usize> {
        self.announced
            .get(name)
            .filter(|back| **back > 0)
            .map(|back| name - usize::from(*back))
    }
}

/// Finds all names, in one pass of each reader.
pub(super) fn find(text: &Text) -> Names {
    let mut tagged = tagger::names(text);
    let count = text.tokens.len();
    let mut names = Names {
        lengths: vec![0; count],
        announced: vec![0; count],
    };
    let mut at = 0;
    while at < count {
        if let Some(length) = announced::title(text, at).filter(|title| usize::from(tagged[at]) > *title) {
            // The tagger counts a title in; here it announces the name.
            tagged[at + length] = tagged[at] - length as u8;
            at += length;
        }
        let announcer = announced::announcer(text, at);
        let by_rule = announced::length(text, at, announcer);
        let length = by_rule.max(usize::from(tagged[at]));
        names.lengths[at] = length as u8;
        names.announced[at] = announcer.filter(|_| length > 0).map_or(0, |before| (at - before) as u8);
        at += length.max(1);
    }
    names
}
