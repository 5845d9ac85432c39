//! The whole way, from a draft to a report.

use crate::draft::Draft;
use crate::mentions::Mentions;
use crate::profile::Profile;
use crate::report::{Report, merged};
use crate::rules::{self, Context, Found};
use crate::text::Text;

/// Checks a draft. Pure, and linear in the length of the draft.
#[must_use]
pub fn check(draft: &Draft, profile: &Profile) -> Report {
    let mut text = Text::new(&draft.text);
    let mentions = Mentions::new(&mut text, draft, profile);
    let cx = Context::new(draft, profile, &text, &mentions);
    let mut found = Found::new(&cx);
    rules::run(&cx, &mut found);
    let mut findings = merged(found.into_findings());
    for finding in &mut findings {
        finding.guidance = rules::guidance_of(finding.rule, cx.jurisdiction());
    }
    Report::new(findings)
}
