//! Scores and rules weighed together, as `training/scorer/fusion.py` learned it.

use super::hash::hash_of;
use super::table::{ANY, EVIDENCE, HEADS, LIKELIEST, Table};
use crate::report::{Finding, Severity};

/// The trust in a rule that the training has not seen: the log-odds of 6 in 10.
const USUAL_TRUST: f32 = 0.405_465_1;

/// How sure it is, as log-odds, that a passage has a risk of this category; `findings` are the rules' in that passage and category.
pub(super) fn log_odds<'a>(
    table: &Table,
    scores: &[f32; HEADS],
    category: usize,
    findings: impl Iterator<Item = &'a Finding>,
) -> f32 {
    let others = (0..ANY).filter(|other| *other != category).map(|other| scores[other]);
    let mut evidence = [0.0; EVIDENCE];
    evidence[0] = scores[ANY];
    evidence[1] = scores[category];
    evidence[2] = scores[category] - others.fold(f32::MIN, f32::max);
    let (mut strongest, mut trust) = (None, f32::MIN);
    for finding in findings {
        strongest = strongest.max(Some(finding.severity));
        trust = trust.max(
            table
                .known(hash_of(finding.rule))
                .map_or(USUAL_TRUST, |rule| rule.trust),
        );
    }
    if let Some(severity) = strongest {
        evidence[3 + severity as usize] = 1.0;
        evidence[6] = trust;
    }
    let weighed: f32 = evidence
        .iter()
        .zip(table.evidence)
        .map(|(value, weight)| value * weight)
        .sum();
    weighed + table.usual[category]
}

/// How sure it is, as log-odds, that a passage has a risk of any category, from the scores and the categories' log-odds.
pub(super) fn risk(table: &Table, scores: &[f32; HEADS], of_categories: &[f32; ANY]) -> f32 {
    let mut likeliest = *of_categories;
    likeliest.sort_unstable_by(|one, other| other.total_cmp(one));
    let signs = scores[ANY..]
        .iter()
        .chain(&likeliest[..LIKELIEST])
        .chain(&scores[..ANY]);
    let weighed: f32 = signs.zip(table.signs).map(|(value, weight)| value * weight).sum();
    weighed + table.risk
}

/// The most that a rule's finding can be in a passage of this risk. A rule that has never been seen to be wrong is believed.
pub(super) fn at_most(table: &Table, finding: &Finding, risk: f32) -> Severity {
    if table.known(hash_of(finding.rule)).is_none_or(|rule| !rule.is_doubted) {
        return Severity::Stop;
    }
    severity(table, risk).unwrap_or(Severity::Note)
}

/// What this risk is worth saying, if anything.
pub(super) fn severity(table: &Table, risk: f32) -> Option<Severity> {
    [Severity::Note, Severity::Warn, Severity::Stop]
        .into_iter()
        .zip(table.thresholds)
        .rfind(|(_, least)| risk >= *least)
        .map(|(severity, _)| severity)
}
