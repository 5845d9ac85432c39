//! How many people fit, in numbers and in words.

use super::Cluster;
use super::details::{Detail, Kind};
use super::population::BASE;
use crate::text::Text;
use crate::text::token;

/// Details further apart than this many tokens are shown apart.
const APART: usize = 9;

/// A group of details that at most this share of people fits is worth a look.
const NARROWS: f64 = 0.12;

/// What the number begins with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Beginning {
    /// How many people.
    pub(crate) people: f64,
    /// What they have in common.
    pub(crate) detail: &'static str,
    /// Where the figure comes from.
    pub(crate) source: &'static str,
}

/// Kinds of which the narrowest detail counts, and no other.
const ONCE: &[Kind] = &[
    Kind::Age,
    Kind::Sex,
    Kind::Time,
    Kind::Occupation,
    Kind::Event,
    Kind::Background,
    Kind::Description,
];

/// Kinds of which the two narrowest count: further ones hardly ever are independent.
const TWICE: &[Kind] = &[Kind::Condition, Kind::Family];

/// No estimate is finer than this; far below one person, so that each wider word still shows.
const LEAST: f64 = 1e-9;

/// Whether the details are those of somebody, and not of a ward, an evening or an illness.
pub(super) fn is_of_somebody(details: &[Detail]) -> bool {
    details
        .iter()
        .any(|detail| detail.kind == Kind::Sex || detail.kind.is_of_a_person())
}

/// How many people all details fit.
pub(super) fn fits(details: &[Detail]) -> (Beginning, f64) {
    let start = base(details).map_or(
        Beginning {
            people: BASE.factor,
            detail: BASE.detail,
            source: BASE.source,
        },
        |detail| Beginning {
            people: detail.factor,
            detail: detail.kind.name(),
            source: detail.source,
        },
    );
    let counted = counted(details);
    let share: f64 = counted.iter().map(|detail| detail.factor).product();
    (start, (start.people * share).max(LEAST))
}

/// The smallest group that the text names: a place, a ward, somebody's patients. A city tells no more than that the author works in
/// some hospital.
pub(super) fn base(details: &[Detail]) -> Option<&Detail> {
    details
        .iter()
        .filter(|detail| detail.is_base() && detail.factor < BASE.factor)
        .min_by(|a, b| a.factor.total_cmp(&b.factor))
}

/// The details that count, in the order of the text.
pub(super) fn counted(details: &[Detail]) -> Vec<&Detail> {
    let mut kept: Vec<&Detail> = Vec::new();
    for (kinds, most) in [(ONCE, 1), (TWICE, 2)] {
        for kind in kinds {
            let mut of_kind: Vec<&Detail> = details.iter().filter(|detail| detail.kind == *kind).collect();
            of_kind.sort_by(|a, b| a.factor.total_cmp(&b.factor));
            of_kind
                .dedup_by(|a, b| a.factor == b.factor && a.blurred == b.blurred && a.source == b.source && most == 1);
            kept.extend(of_kind.into_iter().take(most));
        }
    }
    kept.sort_by_key(|detail| detail.tokens.start);
    kept
}

/// The runs of tokens that hold details which narrow, the narrowest first.
pub(super) fn clusters(text: &Text, details: &[Detail]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for detail in details.iter().filter(|detail| detail.kind != Kind::Sex) {
        let share = if detail.is_base() {
            (detail.factor / BASE.factor).min(1.0)
        } else {
            detail.factor
        };
        let of_a_person = detail.kind.is_of_a_person();
        let sentence = |at: usize| text.tokens[at].sentence;
        match clusters.last_mut() {
            Some(last)
                if sentence(last.tokens.start) == sentence(detail.tokens.start)
                    && detail.tokens.start - last.tokens.end <= APART =>
            {
                last.tokens.end = detail.tokens.end;
                last.share *= share;
                last.of_a_person |= of_a_person;
            }
            _ => clusters.push(Cluster {
                tokens: detail.tokens.clone(),
                share,
                of_a_person,
            }),
        }
    }
    clusters.retain(|cluster| cluster.share <= NARROWS);
    for cluster in &mut clusters {
        cluster.tokens.start = with_its_noun(text, cluster.tokens.start);
    }
    clusters.sort_by(|a, b| a.share.total_cmp(&b.share));
    clusters
}

/// The beginning of the phrase a detail stands in: "the retired", "my 94yo", "a wee".
fn with_its_noun(text: &Text, start: usize) -> usize {
    /// How far back a phrase may begin.
    const BACK: usize = 3;
    let sentence = text.tokens[start].sentence;
    (start.saturating_sub(BACK)..start)
        .filter(|at| text.tokens[*at].sentence == sentence && text.tokens[*at].kind == token::Kind::Word)
        .find(|at| {
            matches!(
                text.word(*at),
                "a" | "an" | "the" | "my" | "our" | "this" | "that" | "another"
            )
        })
        .unwrap_or(start)
}

/// A number of people in rounded words. Never a reassurance: the largest says only that there are more.
pub(crate) fn in_words(people: f64) -> &'static str {
    match people {
        people if people < 1.5 => "about 1",
        people if people < 5.0 => "a few",
        people if people < 20.0 => "about a dozen",
        people if people < 100.0 => "dozens",
        people if people < 1_000.0 => "hundreds",
        _ => "more than a thousand",
    }
}
