//! How many people fit a detail: the figures of `data/population`, compiled by the build.

use super::details::Kind;
use crate::lexicon::{Class, class};

/// How many people fit a group of words.
pub(super) struct Figure {
    pub(super) kind: Kind,
    /// The share of people; for institutions the number of people.
    pub(super) factor: f64,
    /// What may be said instead.
    pub(super) blurred: &'static str,
    /// Where the figure comes from, with its year.
    pub(super) source: &'static str,
}

/// A figure that belongs to no words.
pub(super) struct Start {
    pub(super) factor: f64,
    pub(super) detail: &'static str,
    pub(super) source: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/population.rs"));

/// The figure whose words make up a class.
pub(super) fn figure(class: Class) -> Option<&'static Figure> {
    FIGURES.get(usize::from(class.0.checked_sub(class::FIGURE_000.0)?))
}

/// The share of people who are between two ages.
pub(super) fn between(from: u16, to: u16) -> f64 {
    AGES.iter()
        .map(|(first, last, share)| {
            let years = (to.min(*last) + 1).saturating_sub(from.max(*first));
            share * f64::from(years) / f64::from(last - first + 1)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_of_some_age() {
        assert!((between(0, 119) - 1.0).abs() < 0.02);
        assert!(between(47, 47) > between(97, 97));
    }
}
