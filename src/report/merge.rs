//! One underline for one thing: overlapping findings of a category become one.

use super::{Finding, Severity};
use crate::text::Span;
use std::cmp::Reverse;

/// Keeps, of findings of the same category that overlap, the one that says how many people fit, then the strongest, then the longest,
/// then the first by rule id; it is as severe as the strongest. Findings of different categories may overlap: they say different things.
pub(crate) fn merged(mut findings: Vec<Finding>) -> Vec<Finding> {
    // By place; a sweep per category then compares each finding with the last kept of its category only.
    findings.sort_by_key(|finding| {
        (
            finding.category,
            finding.span.start,
            Reverse(finding.span.end),
            Reverse(finding.severity),
            finding.rule,
        )
    });
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        match kept.last_mut() {
            Some(last) if last.category == finding.category && last.span.overlaps(finding.span) => {
                let strongest = last.severity.max(finding.severity);
                if rank(&finding) > rank(last) {
                    *last = finding;
                }
                last.severity = strongest;
            }
            _ => kept.push(finding),
        }
    }
    without_echoes(kept)
}

/// Drops what the scorer merely remarks about words that are warned of anyway: the reader has the better reason already.
fn without_echoes(mut findings: Vec<Finding>) -> Vec<Finding> {
    let is_remark = |finding: &Finding| finding.severity == Severity::Note && finding.rule.ends_with("/reads-as");
    let mut warned: Vec<Span> = findings
        .iter()
        .filter(|finding| finding.severity > Severity::Note)
        .map(|finding| finding.span)
        .collect();
    warned.sort_by_key(|span| span.start);
    // How far any span up to this one reaches, so that one look tells whether something overlaps.
    let mut reach = 0;
    let reaches: Vec<u32> = warned
        .iter()
        .map(|span| {
            reach = reach.max(span.end);
            reach
        })
        .collect();
    findings.retain(|finding| {
        let before = warned.partition_point(|span| span.start < finding.span.end);
        !is_remark(finding) || before == 0 || reaches[before - 1] <= finding.span.start
    });
    findings
}

fn rank(finding: &Finding) -> (bool, Severity, u32) {
    (finding.estimate.is_some(), finding.severity, finding.span.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Category;
    use crate::report::Severity;
    use crate::text::Span;

    fn finding(category: Category, severity: Severity, start: u32, end: u32) -> Finding {
        Finding {
            rule: "",
            category,
            severity,
            span: Span { start, end },
            message: "".into(),
            why: "",
            guidance: vec![],
            fixes: vec![],
            estimate: None,
        }
    }

    #[test]
    fn the_strongest_then_the_longest_is_kept() {
        use Category::{Boundary, Discrimination};
        use Severity::{Stop, Warn};
        let kept = merged(vec![
            finding(Boundary, Warn, 0, 9),
            finding(Boundary, Stop, 3, 5),
            finding(Discrimination, Warn, 4, 6),
            finding(Discrimination, Warn, 4, 8),
            finding(Discrimination, Warn, 8, 9),
        ]);
        let spans: Vec<_> = kept
            .iter()
            .map(|finding| (finding.category, finding.span.start, finding.span.end))
            .collect();
        assert_eq!(
            spans,
            [(Discrimination, 4, 8), (Discrimination, 8, 9), (Boundary, 3, 5)]
        );
    }
}
