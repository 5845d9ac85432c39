//! What the scorer sees, for the script that trains it.

use super::passage::passages;
use super::reading::{Reading, readings};
use crate::draft::Draft;
use crate::mentions::Mentions;
use crate::profile::Profile;
use crate::report::Finding;
use crate::rules::{self, Context, Found};
use crate::text::{Span, Text};
use serde::Serialize;

/// A passage with the numbers of its features.
#[derive(Debug, Serialize)]
pub struct Seen {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its features, in order, each once.
    pub ids: Vec<u32>,
    /// What a closer look found, if the draft came with one.
    pub reading: Option<Reading>,
}

/// What the scorer sees of a draft, and what the rules find in it.
#[derive(Debug, Serialize)]
pub struct Sight {
    /// The passages that are scored.
    pub passages: Vec<Seen>,
    /// The rules' findings, before merging.
    pub findings: Vec<Finding>,
}

/// Reads a draft as the scorer does.
#[must_use]
pub fn sight(draft: &Draft, profile: &Profile) -> Sight {
    let mut text = Text::new(&draft.text);
    let mentions = Mentions::new(&mut text, draft, profile);
    let cx = Context::new(draft, profile, &text, &mentions);
    let mut found = Found::new(&cx);
    rules::run(&cx, &mut found);
    let seen = passages(&cx).zip(readings(draft)).map(|(passage, reading)| Seen {
        span: text.utf16(passage.tokens(&text)),
        ids: in_order(passage.ids),
        reading: reading.cloned(),
    });
    Sight {
        passages: seen.collect(),
        findings: found.into_findings(),
    }
}

/// Sums of numbers depend on their order in the last digit, and the same weights are to come out again.
fn in_order(mut ids: Vec<u32>) -> Vec<u32> {
    ids.sort_unstable();
    ids
}
