//! Who is being spoken about, and how.
//!
//! A sentence about a patient makes words risky that are harmless elsewhere, so rules ask here instead of guessing each for
//! themselves: [`Mention`]s say who or what stands where, facts say what holds of a sentence.

mod care;
mod facts;
mod names;
mod negation;
mod people;
mod reply;
mod roles;

use crate::draft::Draft;
use crate::jigsaw;
use crate::profile::Profile;
use crate::report::Estimate;
use crate::rules::facts::FactSet;
use crate::scorer;
use crate::text::{Span, Text};
use names::Names;
pub(crate) use names::gazetteer::{is_uncommon, place};
pub(crate) use names::is_title;
#[cfg(feature = "training")]
#[doc(hidden)]
pub use names::training;
use serde::Serialize;
use std::ops::Range;

/// What is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Somebody, by word or by name.
    Person,
    /// Somebody's account.
    Handle,
    /// An identity, record or plate number.
    Id,
    /// A way to reach somebody.
    Contact,
    /// How old somebody is.
    Age,
    /// A town, region or country.
    Place,
    /// A hospital, school, ward.
    Institution,
    /// When something happened.
    Date,
    /// What somebody does for a living.
    Occupation,
    /// An illness or state of health.
    Condition,
    /// An accident, a birth, something in the news.
    Event,
    /// Where somebody comes from, or what they believe.
    Ethnicity,
    /// A fact of somebody's family or life.
    Family,
    /// Words made to measure for one person.
    Description,
}

/// Who somebody is in the story that the draft tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A person under somebody's care.
    Patient,
    /// A patient's family or friends.
    Relative,
    /// Somebody who works in health care.
    Colleague,
    /// Somebody the public knows.
    PublicFigure,
    /// The author, or the author's own family.
    Author,
    /// Whoever is addressed.
    Reader,
    /// People in general.
    Other,
    /// Not known.
    Unknown,
}

/// Somebody or something that the draft speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it is.
    pub kind: Kind,
    /// Who it is.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
    /// Whether a name is given, not only a word such as "patient".
    pub named: bool,
    pub(crate) tokens: Range<usize>,
}

/// All mentions of a draft and the facts of its sentences.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// In the order of the text.
    all: Vec<Mention>,
    names: Names,
    sentence_facts: Vec<FactSet>,
    draft_facts: FactSet,
}

impl Mentions {
    /// Reads who is spoken of, and marks negated words in the text.
    pub(crate) fn new(text: &mut Text, draft: &Draft, profile: &Profile) -> Self {
        negation::mark(text);
        let mut names = names::find(text, &scorer::named(draft, text));
        let evidence = care::of_sentences(text);
        let reply = reply::facts(draft);
        let scene = people::Scene::new(text, &names, &evidence).in_context(draft, profile, reply);
        let all = people::find(&scene);
        names.keep_those_of(&all);
        let sentence_facts = facts::of_sentences(text, &all, &evidence);
        let draft_facts = facts::of_draft(&sentence_facts) | reply;
        Mentions {
            all,
            names,
            sentence_facts,
            draft_facts,
        }
    }

    /// All mentions, in the order of the text.
    pub(crate) fn all(&self) -> &[Mention] {
        &self.all
    }

    /// The mention that begins at a token.
    pub(crate) fn at(&self, token: usize) -> Option<&Mention> {
        let place = self.all.partition_point(|mention| mention.tokens.start < token);
        self.all.get(place).filter(|mention| mention.tokens.start == token)
    }

    /// The facts of a sentence.
    pub(crate) fn facts(&self, sentence: usize) -> FactSet {
        self.sentence_facts.get(sentence).copied().unwrap_or_default()
    }

    /// The facts of the whole draft.
    pub(crate) fn draft_facts(&self) -> FactSet {
        self.draft_facts
    }

    /// The number of tokens of the name that begins at a token.
    pub(crate) fn name_at(&self, token: usize) -> Option<usize> {
        self.names.at(token)
    }
}

/// What the mentions layer sees in a draft, whether or not it is a finding: for evaluation and for debugging rules.
#[must_use]
pub fn see(draft: &Draft, profile: &Profile) -> Vec<Mention> {
    let mut text = Text::new(&draft.text);
    let mentions = Mentions::new(&mut text, draft, profile);
    let mut seen = mentions.all.clone();
    for (found, span) in crate::identifiers::located(&draft.text) {
        let kind = if found.kind.is_contact() {
            Kind::Contact
        } else {
            Kind::Id
        };
        seen.push(Mention {
            kind,
            role: Role::Unknown,
            span,
            named: true,
            tokens: 0..0,
        });
    }
    seen.extend(details(&text, &mentions));
    seen.sort_by_key(|mention| (mention.span.start, mention.span.end));
    seen
}

/// How many people the details of a draft fit, if it describes somebody in care.
#[must_use]
pub fn identifiability(draft: &Draft, profile: &Profile) -> Option<Estimate> {
    let mut text = Text::new(&draft.text);
    let mentions = Mentions::new(&mut text, draft, profile);
    let details = jigsaw::details(&text, &mentions);
    jigsaw::subject(&text, &mentions, &details).map(|subject| subject.estimate(&text, &draft.text))
}

/// The details that could be part of a jigsaw, whoever they are about.
fn details<'a>(text: &'a Text, mentions: &'a Mentions) -> impl Iterator<Item = Mention> + 'a {
    use jigsaw::Kind as Detail;
    jigsaw::details(text, mentions).into_iter().filter_map(|detail| {
        let kind = match detail.kind {
            Detail::Age => Kind::Age,
            Detail::Place => Kind::Place,
            Detail::Institution => Kind::Institution,
            Detail::Time => Kind::Date,
            Detail::Occupation => Kind::Occupation,
            Detail::Condition => Kind::Condition,
            Detail::Event => Kind::Event,
            Detail::Background => Kind::Ethnicity,
            Detail::Family => Kind::Family,
            Detail::Description => Kind::Description,
            // Words for men, women and patients are mentions of people already.
            Detail::Sex | Detail::Care => return None,
        };
        Some(Mention {
            kind,
            role: Role::Unknown,
            span: text.utf16(detail.tokens.clone()),
            named: false,
            tokens: detail.tokens,
        })
    })
}

/// Every name of a draft with the ids of its cues, for `training/roles`.
#[cfg(feature = "training")]
#[doc(hidden)]
#[must_use]
pub fn name_cues(draft: &Draft) -> Vec<(Span, Vec<&'static str>)> {
    let text = Text::new(&draft.text);
    let names = names::find(&text, &scorer::named(draft, &text));
    let evidence = care::of_sentences(&text);
    let scene =
        people::Scene::new(&text, &names, &evidence).in_context(draft, &Profile::default(), reply::facts(draft));
    let name = |at: usize| names.at(at).map(|length| (at, length));
    (0..text.tokens.len())
        .filter_map(name)
        .map(|(at, length)| {
            let cues = roles::cues_of_name(&scene, at, length);
            (
                text.utf16(at..at + length),
                cues.iter().map(|cue| roles::CUE_IDS[*cue as usize]).collect(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests;
