//! Any bytes as a draft with all its context: everything that reads drafts ends, what it reports stands on whole characters, and
//! what a fix leaves can be checked in its turn.

#![no_main]

use chaperone::mentions::{identifiability, see};
use chaperone::report::{Estimate, Finding, Fix, Report, Verdict};
use chaperone::scorer::to_read;
use chaperone::{Draft, check, identifiers};
use chaperone_fuzz::{Boundaries, draft};
use libfuzzer_sys::fuzz_target;

/// What a card has room for, in characters.
const LONGEST_MESSAGE: usize = 160;

fuzz_target!(|bytes: &[u8]| {
    let (draft, profile) = draft(bytes);
    let boundaries = Boundaries::of(&draft.text);

    let report = check(&draft, &profile);
    holds(&report, &boundaries);
    let fixes: Vec<(&Finding, &Fix)> = report
        .findings
        .iter()
        .flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
        .collect();
    // One of them, by the bytes' own choice: all would take the time of many drafts.
    if let Some((finding, fix)) = fixes.get(bytes.len() % fixes.len().max(1)) {
        let after = Draft {
            text: applied(&draft.text, finding, fix),
            ..draft.clone()
        };
        holds(&check(&after, &profile), &Boundaries::of(&after.text));
        assert_eq!(
            check(&draft, &profile),
            report,
            "what was checked before changes something"
        );
    }

    for mention in see(&draft, &profile) {
        assert!(boundaries.hold(mention.span), "{mention:?}");
    }
    if let Some(estimate) = identifiability(&draft, &profile) {
        is_plausible(&estimate, &boundaries);
    }
    for identifier in identifiers::find(&draft.text) {
        assert!(
            draft
                .text
                .get(identifier.start..identifier.end)
                .is_some_and(|quote| !quote.is_empty()),
            "{identifier:?}"
        );
    }
    let sentences = to_read(&draft.text).concat();
    assert!(
        sentences.iter().all(|sentence| boundaries.hold(*sentence)),
        "{sentences:?}"
    );
    assert!(
        sentences.is_sorted_by(|one, next| one.end <= next.start),
        "{sentences:?}"
    );
});

fn holds(report: &Report, boundaries: &Boundaries) {
    for finding in &report.findings {
        assert!(boundaries.hold(finding.span), "{finding:?}");
        assert!(
            finding
                .fixes
                .iter()
                .filter_map(|fix| fix.span)
                .all(|span| boundaries.hold(span)),
            "{finding:?}"
        );
        assert!(finding.message.chars().count() <= LONGEST_MESSAGE, "{finding:?}");
        if let Some(estimate) = &finding.estimate {
            is_plausible(estimate, boundaries);
        }
    }
    let strongest = report
        .findings
        .iter()
        .map(|finding| Verdict::from(finding.severity))
        .max();
    assert_eq!(report.verdict, strongest.unwrap_or_default());
}

fn is_plausible(estimate: &Estimate, boundaries: &Boundaries) {
    assert!(
        estimate.fits_about.is_finite() && estimate.fits_about >= 0.0,
        "{estimate:?}"
    );
    for step in &estimate.chain {
        assert!(
            (0.0..=1.0).contains(&step.factor) && boundaries.hold(step.span),
            "{step:?}"
        );
    }
}

/// The text with a fix applied. Units are put together as a page does it.
fn applied(text: &str, finding: &Finding, fix: &Fix) -> String {
    let span = fix.span.unwrap_or(finding.span);
    let mut units: Vec<u16> = text.encode_utf16().collect();
    units.splice(span.start as usize..span.end as usize, fix.replacement.encode_utf16());
    String::from_utf16(&units).expect("whole characters were replaced")
}
