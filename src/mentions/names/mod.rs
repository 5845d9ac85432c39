//! Where names of people stand. Two readers look: [`announced`] knows what stands before or behind a name (a title, a word for a
//! patient, a bed), [`tagger`] has learned how names look in posts, and hears what a closer look has made of the words. Either is enough; where
//! both see one, the longer counts.

mod announced;
mod features;
pub(crate) mod gazetteer;
mod tagger;
#[cfg(feature = "training")]
pub mod training;

pub(crate) use announced::is_title;

use super::{Kind, Mention};
use crate::lexicon::{self, Entry, class};
use crate::text::Text;
use crate::text::token::Shape;

/// The names of a text.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// For each token the number of tokens of the name that begins there (0 for most).
    lengths: Vec<u8>,
    /// For each token whether what begins there may be a name, and is one only if somebody else says so.
    only_possible: Vec<bool>,
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

    /// Whether the name that begins at a token is one only if somebody else says so.
    pub(super) fn is_only_possible(&self, token: usize) -> bool {
        self.only_possible.get(token).is_some_and(|only| *only)
    }

    /// Gives up the possible names that are nobody's.
    pub(super) fn keep_those_of(&mut self, people: &[Mention]) {
        let mut kept = vec![0; self.lengths.len()];
        for person in people
            .iter()
            .filter(|person| person.named && person.kind == Kind::Person)
        {
            kept[person.tokens.start] = self.lengths[person.tokens.start];
        }
        self.lengths = kept;
    }

    /// What the gazetteers know of a word.
    pub(super) fn entry(&self, text: &Text, token: usize) -> Entry {
        lexicon::entry(text.word(token))
    }

    /// The last token of what announces the name.
    pub(super) fn announcer(&self, name: usize) -> Option<usize> {
        self.announced
            .get(name)
            .filter(|back| **back > 0)
            .map(|back| name - usize::from(*back))
    }
}

/// Finds all names, in one pass of each reader. `named`: how sure a closer look is of each token.
pub(super) fn find(text: &Text, named: &[Option<f32>]) -> Names {
    let mut tagged = tagger::names(text, named);
    let count = text.tokens.len();
    let mut names = Names {
        lengths: vec![0; count],
        only_possible: vec![false; count],
        announced: vec![0; count],
    };
    let mut at = 0;
    while at < count {
        if let Some(wish) = text.longest(at, class::GREETING) {
            for lengths in [&mut tagged.names, &mut tagged.possible] {
                // "Merry Christmas Doreen": only whoever is greeted has a name.
                let rest = lengths[at].saturating_sub(wish as u8);
                if rest > 0 {
                    lengths[at + wish] = rest;
                }
            }
            at += wish;
            continue;
        }
        for lengths in [&mut tagged.names, &mut tagged.possible] {
            // The tagger counts a title in; here it announces the name.
            if let Some(title) = announced::title(text, at).filter(|title| usize::from(lengths[at]) > *title) {
                lengths[at + title] = lengths[at] - title as u8;
                lengths[at] = 0;
            }
        }
        let announcer = announced::announcer(text, at);
        let mut sure = announced::length(text, at, announcer).max(usize::from(tagged.names[at]));
        let mut possible = usize::from(tagged.possible[at]);
        if sure == 0
            && let Some(before) = tagged.names[at..at + possible].iter().position(|length| *length > 0)
        {
            // What may be a name ends in one that is: "Chito" is part of "Chito Galang", and "poor" is none of "poor Doreen".
            if (at..at + before).all(|word| announced::is_name_like(text, word)) {
                sure = possible.max(before + usize::from(tagged.names[at + before]));
            } else {
                possible = 0;
            }
        }
        let length = if sure > 0 || is_small_and_no_name(text, at) {
            sure
        } else {
            possible
        };
        names.lengths[at] = length as u8;
        names.only_possible[at] = length > 0 && sure == 0;
        names.announced[at] = announcer.filter(|_| length > 0).map_or(0, |before| (at - before) as u8);
        at += length.max(1);
    }
    names
}

/// "pesakit ni marah": what may be a name by its look alone, and is a small everyday word.
fn is_small_and_no_name(text: &Text, at: usize) -> bool {
    text.is(at, class::NOT_A_NAME) && !text.tokens[at].shape.has(Shape::CAPITAL)
}
