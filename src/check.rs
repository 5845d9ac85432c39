//! The whole way, from a draft to a report.

use crate::draft::Draft;
use crate::mentions::Mentions;
use crate::profile::Profile;
use crate::report::{Report, merged};
use crate::rules::{self, Context, Found};
use crate::scorer;
use crate::text::Text;

/// Who decides what is found. Everybody is meant to use [`Judges::Both`]; the others show what each adds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Judges {
    /// Rules, and the scorer where they are in doubt.
    #[default]
    Both,
    /// Rules alone.
    Rules,
    /// The scorer alone.
    Scorer,
}

/// Checks a draft. Pure, and linear in the length of the draft.
#[must_use]
pub fn check(draft: &Draft, profile: &Profile) -> Report {
    check_by(Judges::Both, draft, profile)
}

/// Checks a draft as [`check`] does, with these judges.
#[must_use]
pub fn check_by(judges: Judges, draft: &Draft, profile: &Profile) -> Report {
    let mut text = Text::new(&draft.text);
    let mentions = Mentions::new(&mut text, draft, profile);
    let cx = Context::new(draft, profile, &text, &mentions);
    let mut found = Found::new(&cx);
    if judges != Judges::Scorer {
        rules::run(&cx, &mut found);
    }
    if judges != Judges::Rules {
        scorer::judge(&cx, &mut found);
    }
    let mut findings = merged(found.into_findings());
    for finding in &mut findings {
        finding.guidance = rules::guidance_of(finding.rule, cx.jurisdiction());
    }
    Report::new(findings)
}
