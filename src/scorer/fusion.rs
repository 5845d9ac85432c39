//! Scores and rules weighed together, as `training/scorer/fusion.py` learned it.

use super::hash::hash_of;
use super::reading::Reading;
use super::table::{ANY, EVIDENCE, EVIDENCE_READ, HEADS, LIKELIEST, Table, Weighing};
use crate::report::{Finding, Severity};

/// The trust in a rule that the training has not seen: the log-odds of 6 in 10.
const USUAL_TRUST: f32 = 0.405_465_1;

/// The log-odds from which on a category beside the likeliest is warned of. Below, where nearly two in five are right, it is noted. Set by
/// hand, on writers that the training has not seen.
pub(super) const LIKELY_BESIDE: f32 = -0.5;

/// The evidence for one passage beside what the rules find in it.
pub(super) struct Scores<'a> {
    table: &'a Table,
    weighing: &'a Weighing,
    /// The scorer's own.
    own: [f32; HEADS],
    /// What a closer look has found, if there was one.
    reading: Option<&'a [f32; HEADS]>,
}

impl<'a> Scores<'a> {
    pub(super) fn new(table: &'a Table, own: [f32; HEADS], reading: Option<&'a Reading>) -> Self {
        let weighing = if reading.is_some() { &table.read } else { &table.unread };
        Self {
            table,
            weighing,
            own,
            reading: reading.map(|reading| &reading.scores),
        }
    }

    /// How sure it is, as log-odds, that the passage has a risk of this category; `findings` are the rules' in that passage and category.
    pub(super) fn log_odds<'f>(&self, category: usize, findings: impl Iterator<Item = &'f Finding>) -> f32 {
        let mut evidence = [0.0; EVIDENCE + EVIDENCE_READ];
        evidence[..3].copy_from_slice(&of_category(&self.own, category));
        let (mut strongest, mut trust) = (None, f32::MIN);
        for finding in findings {
            strongest = strongest.max(Some(finding.severity));
            let known = self.table.known(hash_of(finding.rule));
            trust = trust.max(known.map_or(USUAL_TRUST, |rule| rule.trust));
        }
        if let Some(severity) = strongest {
            evidence[3 + severity as usize] = 1.0;
            evidence[6] = trust;
        }
        if let Some(reading) = self.reading {
            evidence[EVIDENCE..].copy_from_slice(&of_category(reading, category));
        }
        weighed(evidence.iter(), &self.weighing.evidence) + self.weighing.usual[category]
    }

    /// How sure it is, as log-odds, that the passage has a risk of any category, from the scores and the categories' log-odds.
    pub(super) fn risk(&self, of_categories: &[f32; ANY]) -> f32 {
        let mut likeliest = *of_categories;
        likeliest.sort_unstable_by(|one, other| other.total_cmp(one));
        let signs = self.own[ANY..]
            .iter()
            .chain(&likeliest[..LIKELIEST])
            .chain(&self.own[..ANY])
            .chain(self.reading.into_iter().flatten());
        weighed(signs, &self.weighing.signs) + self.weighing.risk
    }

    /// The most that a rule's finding can be in a passage of this risk, if it is anything. A rule that has never been seen to be wrong
    /// is believed.
    pub(super) fn at_most(&self, finding: &Finding, risk: f32) -> Option<Severity> {
        let known = self.table.known(hash_of(finding.rule));
        if known.is_none_or(|rule| !rule.is_doubted) {
            return Some(Severity::Stop);
        }
        self.severity(risk)
            .or_else(|| (risk >= self.weighing.heard).then_some(Severity::Note))
    }

    /// What this risk is worth saying, if anything.
    pub(super) fn severity(&self, risk: f32) -> Option<Severity> {
        [Severity::Note, Severity::Warn, Severity::Stop]
            .into_iter()
            .zip(self.weighing.thresholds)
            .rfind(|(_, least)| risk >= *least)
            .map(|(severity, _)| severity)
    }
}

/// The score for "anything risky", that of the category, and how far it is ahead of all others.
fn of_category(scores: &[f32; HEADS], category: usize) -> [f32; 3] {
    let others = (0..ANY).filter(|other| *other != category).map(|other| scores[other]);
    [
        scores[ANY],
        scores[category],
        scores[category] - others.fold(f32::MIN, f32::max),
    ]
}

fn weighed<'a>(values: impl Iterator<Item = &'a f32>, weights: &[f32]) -> f32 {
    values.zip(weights).map(|(value, weight)| value * weight).sum()
}
