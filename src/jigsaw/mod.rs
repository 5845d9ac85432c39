//! How many people the details of a draft still fit.
//!
//! Nobody needs a name to be recognised: a town, an age, a job and an evening are enough. Each detail divides the number of
//! people who fit; [`details`] finds them, [`subject`] says which of them speak of one person in somebody's care,
//! [`estimate`] multiplies the shares that `data/population` gives, [`blur`] offers wider words for each.

mod age;
mod apart;
mod blur;
mod description;
mod details;
mod estimate;
mod place;
mod population;
mod subject;
mod time;

use crate::mentions::Mentions;
use crate::report::{Estimate, EstimateStep};
use crate::text::Text;
pub(crate) use blur::fix;
pub(crate) use details::{Detail, Kind};
use std::ops::Range;

/// One person in somebody's care, as far as a draft describes them.
#[derive(Debug)]
pub(crate) struct Subject {
    /// Whether words say that the person is in care; else only the way they are told of does.
    pub(crate) in_care: bool,
    /// What is told, in the order of the text.
    pub(crate) details: Vec<Detail>,
    /// How many people all of it fits.
    pub(crate) fits_about: f64,
    /// What the number begins with.
    pub(crate) start: estimate::Beginning,
    /// The places to look at: runs of tokens that hold the details that narrow, the narrowest first.
    pub(crate) clusters: Vec<Cluster>,
}

impl Subject {
    /// The number, with the place it begins with and every detail that counts.
    pub(crate) fn estimate(&self, text: &Text, original: &str) -> Estimate {
        let units: Vec<u16> = original.encode_utf16().collect();
        let chain = self
            .counted()
            .map(|detail| {
                let span = text.utf16(detail.tokens.clone());
                EstimateStep {
                    detail: detail.kind.name().to_owned(),
                    words: String::from_utf16_lossy(&units[span.start as usize..span.end as usize]),
                    factor: if detail.is_base() { 1.0 } else { detail.factor },
                    source: detail.source.to_owned(),
                    span,
                }
            })
            .collect();
        Estimate {
            fits_words: estimate::in_words(self.fits_about).to_owned(),
            fits_about: self.fits_about,
            chain,
        }
    }
}

impl Subject {
    /// The details that make the number: the place it begins with, and the narrowest of each kind.
    pub(crate) fn counted(&self) -> impl Iterator<Item = &Detail> {
        estimate::base(&self.details)
            .into_iter()
            .chain(estimate::counted(&self.details))
    }
}

/// Details that stand together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cluster {
    /// From the first detail's first token to the last detail's end.
    pub(crate) tokens: Range<usize>,
    /// How many of all people fit these details alone.
    pub(crate) share: f64,
    /// Whether one of them is what only a person has.
    pub(crate) of_a_person: bool,
}

/// Every detail of a draft, whoever it is about. Linear in the length of the text.
pub(crate) fn details(text: &Text, mentions: &Mentions) -> Vec<Detail> {
    details::find(text, mentions)
}

/// The person whom the draft with these details describes, if it describes one in somebody's care. Linear in the length of the text.
pub(crate) fn subject(text: &Text, mentions: &Mentions, told: &[Detail]) -> Option<Subject> {
    let bound = subject::bind(text, mentions, told);
    if !bound.sentences.contains(&true) {
        return None;
    }
    let details = details::of_sentences(text, told, &bound.sentences);
    let details = apart::without_others(text, mentions, details);
    if !estimate::is_of_somebody(&details) {
        return None;
    }
    let clusters = estimate::clusters(text, &details);
    let details = apart::of_one_person(text, details);
    let (start, fits_about) = estimate::fits(&details);
    (!clusters.is_empty()).then_some(Subject {
        in_care: bound.in_care,
        details,
        fits_about,
        start,
        clusters,
    })
}

/// Places with details that could set somebody apart, in a draft that has to do with care, whoever they describe: worth a look.
pub(crate) fn candidates(text: &Text, mentions: &Mentions, told: &[Detail]) -> Vec<Cluster> {
    let free = subject::free_sentences(text, mentions);
    if !free.contains(&true) {
        return Vec::new();
    }
    let mut clusters = estimate::clusters(text, &details::of_sentences(text, told, &free));
    clusters.retain(|cluster| cluster.of_a_person);
    clusters
}
