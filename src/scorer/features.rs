//! What the scorer sees of a draft: hashed features, each with the words it stands on.
//!
//! Training reads the same features from here (`examples/scorer_features.rs`), so what was learned and what runs cannot drift apart.

use super::hash::{hash_of, mix};
use super::units::{Unit, units};
use crate::rules::Context;
use crate::rules::facts::{FACT_IDS, Fact, FactSet};
use crate::text::Text;
use std::ops::Range;

/// Features are numbered with so many bits.
pub(super) const BITS: u32 = 20;

/// The kinds of features; each has its own numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Template {
    /// A word.
    Word,
    /// Two words in a row.
    Pair,
    /// Two words with one or two between.
    Skip,
    /// A word's first letters, or its last.
    Stem,
    /// A lexicon's word or phrase.
    Class,
    /// Two classes near each other, in order.
    ClassPair,
    /// A fact of the sentence.
    Fact,
    /// A word, where a fact holds.
    FactWord,
    /// The draft's context.
    Draft,
    /// A word of the text that is answered.
    Answered,
    /// A class of the text that is answered.
    AnsweredClass,
    /// How the sentence is written: length, capitals, marks.
    Manner,
}

/// One feature of a draft.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    pub(super) template: Template,
    /// Its number, of [`BITS`] bits.
    pub(super) id: u32,
    /// The tokens it stands on; none for what holds of the whole sentence.
    pub(super) tokens: Range<usize>,
}

/// Facts that change what words beside them mean.
const COLOURING: &[Fact] = &[
    Fact::AboutPatient,
    Fact::AboutRelative,
    Fact::AboutColleague,
    Fact::AboutReader,
    Fact::AboutAuthor,
    Fact::AboutPublic,
    Fact::Question,
    Fact::ReplyCriticism,
    Fact::ReplyAdviceRequest,
    Fact::Reply,
    Fact::SurfaceMessage,
    Fact::SiteLinkedin,
];

/// Only the beginning of what is answered is read.
const ANSWERED_READ: usize = 600;

/// How far apart two classes may be to belong together, in words.
const CLASS_REACH: usize = 5;

/// Finds every feature inside these sentences. Linear in their length.
pub(super) fn of_sentences(cx: &Context<'_>, sentences: Range<usize>, mut sink: impl FnMut(Feature)) {
    let everywhere = cx.draft_facts();
    for number in sentences {
        let sentence = &cx.text.sentences[number];
        let facts = cx.facts(number, sentence.clone());
        let mut reader = Sentence {
            text: cx.text,
            number,
            units: units(cx.text, cx.mentions, sentence.clone()),
            sink: &mut sink,
        };
        reader.words();
        reader.classes();
        reader.facts(facts, everywhere);
        reader.manner();
    }
}

/// The numbers of what holds of the whole draft: its context, and the words that it answers.
pub(super) fn of_draft(cx: &Context<'_>) -> Vec<u32> {
    let context = ids(cx.draft_facts()).map(|fact| id(Template::Draft, hash_of(fact)));
    let mut found: Vec<u32> = context.collect();
    if let Some(answered) = &cx.draft.in_reply_to {
        let end = answered
            .char_indices()
            .nth(ANSWERED_READ)
            .map_or(answered.len(), |(at, _)| at);
        let text = Text::new(&answered[..end]);
        for token in 0..text.tokens.len() {
            let unit = Unit::plain(&text, token);
            found.extend(unit.map(|unit| id(Template::Answered, unit.hash)));
            let tags = text.tags(token).iter();
            found.extend(tags.map(|tag| id(Template::AnsweredClass, tag.class.stable_hash())));
        }
    }
    found
}

pub(super) fn id(template: Template, hash: u32) -> u32 {
    mix(template as u32 + 1, hash) >> (32 - BITS)
}

fn ids(facts: FactSet) -> impl Iterator<Item = &'static str> {
    FACT_IDS
        .iter()
        .enumerate()
        .filter(move |(bit, _)| facts & (1 << bit) != 0)
        .map(|(_, id)| *id)
}

/// Reads one sentence.
struct Sentence<'a, S> {
    text: &'a Text,
    number: usize,
    units: Vec<Unit>,
    sink: &'a mut S,
}

impl<S: FnMut(Feature)> Sentence<'_, S> {
    fn put(&mut self, template: Template, hash: u32, tokens: Range<usize>) {
        (self.sink)(Feature {
            template,
            id: id(template, hash),
            tokens,
        });
    }

    fn words(&mut self) {
        for at in 0..self.units.len() {
            let unit = self.units[at].clone();
            self.put(Template::Word, unit.hash, unit.tokens.clone());
            if let Some(next) = self.units.get(at + 1) {
                let (hash, tokens) = (mix(unit.hash, next.hash), unit.tokens.start..next.tokens.end);
                self.put(Template::Pair, hash, tokens);
            }
            for skipped in 2..=3 {
                if let Some(later) = self.units.get(at + skipped) {
                    let (hash, tokens) = (mix(unit.hash, later.hash), unit.tokens.start..later.tokens.end);
                    self.put(Template::Skip, hash, tokens);
                }
            }
            if unit.is_word {
                self.stems(unit.tokens);
            }
        }
    }

    fn stems(&mut self, tokens: Range<usize>) {
        /// Shorter words are their own stem.
        const SHORTEST: usize = 5;
        let word = self.text.word(tokens.start).as_bytes();
        if word.len() >= SHORTEST {
            self.put(Template::Stem, mix(1, hash_of(&word[..4])), tokens.clone());
            self.put(Template::Stem, mix(2, hash_of(&word[word.len() - 3..])), tokens.clone());
        }
        if word.len() >= SHORTEST + 2 {
            self.put(Template::Stem, mix(3, hash_of(&word[..6])), tokens);
        }
    }

    fn classes(&mut self) {
        let text = self.text;
        // The classes seen last: hash, place of the unit, first token.
        let mut before: Vec<(u32, usize, usize)> = Vec::new();
        for at in 0..self.units.len() {
            let first = self.units[at].tokens.start;
            before.retain(|(_, place, _)| at - place <= CLASS_REACH);
            let known = before.len();
            for tag in text.tags(first) {
                let (class, end) = (tag.class.stable_hash(), first + usize::from(tag.tokens));
                self.put(Template::Class, class, first..end);
                for (earlier, _, start) in &before[..known] {
                    self.put(Template::ClassPair, mix(*earlier, class), *start..end);
                }
                before.push((class, at, first));
            }
        }
    }

    fn facts(&mut self, facts: FactSet, everywhere: FactSet) {
        for fact in ids(facts & !everywhere) {
            self.put(Template::Fact, hash_of(fact), 0..0);
        }
        for fact in COLOURING.iter().filter(|fact| facts & (1 << **fact as u32) != 0) {
            let colour = hash_of(FACT_IDS[*fact as usize]);
            for at in 0..self.units.len() {
                let (hash, tokens) = (mix(colour, self.units[at].hash), self.units[at].tokens.clone());
                self.put(Template::FactWord, hash, tokens);
            }
        }
    }

    fn manner(&mut self) {
        let words = self.units.len();
        let length = words.min(63).checked_ilog2().unwrap_or(0);
        let capitals = self.units.iter().filter(|unit| unit.all_capitals).count().min(3) as u32;
        let elongated = u32::from(self.units.iter().any(|unit| unit.elongated));
        for (what, value) in [("length", length), ("capitals", capitals), ("elongated", elongated)] {
            self.put(Template::Manner, mix(hash_of(what), value), 0..0);
        }
        if self.number == 0 {
            self.put(Template::Manner, hash_of("first"), 0..0);
        }
    }
}
