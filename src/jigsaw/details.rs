//! The details that narrow down who somebody is, where they stand and how many people share them.

use super::population::{self, DAY, LIST, MONTH, SEX, Start, UNLISTED_CONDITION, UNLISTED_OCCUPATION, WARD, WEEK};
use super::time::{self, Grain};
use super::{age, description, place};
use crate::lexicon::class;
use crate::mentions::{self, Mentions, Role};
use crate::text::Text;
use crate::text::token::{self, Shape};
use serde::Serialize;
use std::ops::Range;

/// What sort of detail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Age,
    Sex,
    Place,
    Institution,
    Care,
    Time,
    Occupation,
    Condition,
    Event,
    Background,
    Family,
    Description,
}

impl Kind {
    /// Whether only a person has it: places, times and illnesses are also spoken of for themselves.
    pub(super) const fn is_of_a_person(self) -> bool {
        matches!(
            self,
            Kind::Age | Kind::Occupation | Kind::Background | Kind::Family | Kind::Description
        )
    }

    /// Its name as the card shows it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Kind::Age => "age",
            Kind::Sex => "sex",
            Kind::Place => "place",
            Kind::Institution => "institution",
            Kind::Care => "in the author's care",
            Kind::Time => "time",
            Kind::Occupation => "occupation",
            Kind::Condition => "condition",
            Kind::Event => "event",
            Kind::Background => "background",
            Kind::Family => "family or life",
            Kind::Description => "description",
        }
    }
}

/// One detail.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detail {
    pub(crate) kind: Kind,
    pub(crate) tokens: Range<usize>,
    /// The share of people who fit; for places and institutions how many people belong to them.
    pub(crate) factor: f64,
    pub(crate) source: &'static str,
    /// Wider words that could stand instead.
    pub(crate) blurred: String,
}

impl Detail {
    /// Whether it says how many people there are to begin with, not how many of them fit.
    pub(crate) fn is_base(&self) -> bool {
        matches!(self.kind, Kind::Place | Kind::Institution | Kind::Care)
    }
}

/// A fact of somebody's family or life that about one in twenty shares.
const FAMILY: f64 = 0.05;
const FAMILY_SOURCE: &str = "our estimate: such a fact holds of fewer than one in twenty";

/// All details of a draft, whoever they are about.
pub(super) fn find(text: &Text, mentions: &Mentions) -> Vec<Detail> {
    let mut details = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let found = age::find(text, at)
                .or_else(|| when(text, at))
                .or_else(|| of_the_author(text, mentions, at))
                .or_else(|| description::find(text, mentions, at))
                .or_else(|| figure(text, mentions, at))
                .or_else(|| named_by_its_ending(text, at))
                .or_else(|| family(text, at))
                .or_else(|| place::find(text, mentions, at))
                .or_else(|| sex(text, at));
            let length = found.as_ref().map_or(1, |detail| detail.tokens.len());
            details.extend(found);
            at += length;
        }
    }
    details
}

/// Those that begin in the sentences that are marked.
pub(super) fn of_sentences(text: &Text, details: &[Detail], marked: &[bool]) -> Vec<Detail> {
    let is_marked = |detail: &&Detail| marked[text.tokens[detail.tokens.start].sentence as usize];
    details.iter().filter(is_marked).cloned().collect()
}

/// A detail with a share of `data/population/starts` and its source.
pub(super) fn from_start(kind: Kind, tokens: Range<usize>, start: &'static Start, blurred: &str) -> Option<Detail> {
    Some(Detail {
        kind,
        tokens,
        factor: start.factor,
        source: start.source,
        blurred: blurred.into(),
    })
}

fn when(text: &Text, at: usize) -> Option<Detail> {
    let (length, grain) = time::at(text, at)?;
    let start = match grain {
        Grain::Day => &DAY,
        Grain::Week => &WEEK,
        Grain::Month => &MONTH,
    };
    from_start(Kind::Time, at..at + length, start, "recently")
}

/// "My 94yo", "one of my patients": one of those the author looks after. "Bed 9", "my 2 pm": one of a ward, or of a day's list.
fn of_the_author(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let mention = mentions
        .at(at)
        .filter(|mention| mention.role == Role::Patient && !mention.named)?;
    let length = mention.tokens.len();
    let numbered = mention
        .tokens
        .clone()
        .any(|token| text.tokens[token].kind == token::Kind::Number);
    if numbered {
        return from_start(Kind::Institution, at..at + length, &WARD, "somebody");
    }
    let single = !text.is(at, class::PATIENT_PLURAL);
    let own = (at.saturating_sub(3)..at).any(|before| matches!(text.word(before), "my" | "our"));
    if own && single {
        from_start(Kind::Care, at..at + length, &LIST, "a patient")
    } else {
        None
    }
}

/// Words that a figure of `data/population` knows.
fn figure(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let (tag, figure) = text
        .tags(at)
        .iter()
        .filter_map(|tag| Some((tag, population::figure(tag.class)?)))
        .max_by_key(|(tag, _)| tag.tokens)?;
    let of_a_colleague = figure.kind == Kind::Occupation && works_here(text, mentions, at);
    // "Ms Tan" has a title, not multiple sclerosis.
    let shape = text.tokens[at].shape;
    let is_title = text.is(at, class::TITLE) && shape.has(Shape::CAPITAL) && !shape.has(Shape::ALL_CAPITALS);
    // Hashtags written in one word fall apart into short words that nobody meant.
    let by_chance = shape.has(Shape::IN_HASHTAG) && text.word(at).len() < 4;
    if of_a_colleague || is_title || by_chance {
        return None;
    }
    Some(Detail {
        kind: figure.kind,
        tokens: at..at + usize::from(tag.tokens),
        factor: figure.factor,
        source: figure.source,
        blurred: figure.blurred.into(),
    })
}

/// Whether a word for somebody's work is that of a colleague: "the nurse rang him", "our porter".
fn works_here(text: &Text, mentions: &Mentions, at: usize) -> bool {
    let around = at.saturating_sub(1)..=at;
    let mentioned = around
        .filter_map(|token| mentions.at(token))
        .any(|mention| mention.role == Role::Colleague && mention.tokens.contains(&at));
    let of_a_patient = mentions.at(at).is_some_and(|mention| mention.role == Role::Patient);
    mentioned || (text.is(at, class::COLLEAGUE) && !of_a_patient)
}

/// Illnesses and jobs that no figure knows, by how such words end.
fn named_by_its_ending(text: &Text, at: usize) -> Option<Detail> {
    /// How the names of illnesses end.
    const ILLNESSES: &[&str] = &[
        "itis",
        "osis",
        "oma",
        "emia",
        "pathy",
        "plegia",
        "algia",
        "penia",
        "ectomy",
        "ostomy",
        "trophy",
        "stenosis",
        "sclerosis",
        "derma",
        "phylaxis",
        "rrhage",
        "rrhoea",
        "rrhea",
        "megaly",
        "syndrome",
        "phobia",
        "plasty",
        "ectopia",
    ];
    let token = &text.tokens[at];
    let word = text.word(at);
    if token.kind != token::Kind::Word || word.len() < 6 || !mentions::is_uncommon(text, at) {
        return None;
    }
    if ILLNESSES.iter().any(|ending| word.ends_with(ending)) {
        return from_start(Kind::Condition, at..at + 1, &UNLISTED_CONDITION, "a condition");
    }
    let before = at
        .checked_sub(1)
        .filter(|before| text.tokens[*before].sentence == token.sentence)?;
    let leads = matches!(
        text.word(before),
        "a" | "an" | "former" | "retired" | "ex" | "trainee" | "apprentice"
    );
    let office = leads && description::ends_like_an_office(text, at) && !text.is(at, class::CLINICAL);
    if office {
        from_start(Kind::Occupation, at..at + 1, &UNLISTED_OCCUPATION, "person")
    } else {
        None
    }
}

fn family(text: &Text, at: usize) -> Option<Detail> {
    let counted = text
        .is(at, class::NUMBER_WORD)
        .then(|| text.longest(at + 1, class::KIN))
        .flatten()
        .map(|length| length + 1);
    let length = text.longest(at, class::FAMILY_FACT).or(counted)?;
    Some(Detail {
        kind: Kind::Family,
        tokens: at..at + length,
        factor: FAMILY,
        source: FAMILY_SOURCE,
        blurred: "a family".into(),
    })
}

fn sex(text: &Text, at: usize) -> Option<Detail> {
    let gendered = [
        class::SOMEBODY_MAN,
        class::SOMEBODY_WOMAN,
        class::SOMEBODY_BOY,
        class::SOMEBODY_GIRL,
        class::KIN_MAN,
        class::KIN_WOMAN,
    ]
    .into_iter()
    .filter_map(|class| text.longest(at, class))
    .max();
    let pronoun = matches!(text.word(at), "he" | "she" | "him" | "her" | "his" | "hers").then_some(1);
    from_start(Kind::Sex, at..at + gendered.or(pronoun)?, &SEX, "person")
}
