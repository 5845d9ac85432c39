//! What is told about a draft.

mod context;
mod merge;

use crate::category::Category;
use crate::guidance::Guidance;
use crate::text::Span;
use serde::Serialize;
use std::borrow::Cow;

pub(crate) use context::{Consent, in_context};
pub(crate) use merge::merged;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never shown at submit.
    Note,
    /// Rework it.
    Warn,
    /// Hold the submit once.
    Stop,
}

/// The whole draft's severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing was found. That is no promise.
    #[default]
    Clear,
    /// Only notes.
    Note,
    /// Something to rework.
    Warn,
    /// Something to hold.
    Stop,
}

impl From<Severity> for Verdict {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Verdict::Note,
            Severity::Warn => Verdict::Warn,
            Severity::Stop => Verdict::Stop,
        }
    }
}

/// What was found in a draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// The strongest severity of the findings.
    pub verdict: Verdict,
    /// By severity, then by place.
    pub findings: Vec<Finding>,
}

/// One thing to look at again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// What it belongs to.
    pub category: Category,
    /// How much it matters, in this draft's context.
    pub severity: Severity,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What readers could know, and one fix; at most 160 characters.
    pub message: Cow<'static, str>,
    /// Why it is risky.
    pub why: &'static str,
    /// Where the profession's guidance says it; the user's jurisdiction first.
    pub guidance: Vec<Guidance>,
    /// Replacement texts.
    pub fixes: Vec<Fix>,
    /// How many people the details fit, for jigsaw identification.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
}

/// A replacement text that removes or blurs the risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// The new text.
    pub replacement: String,
    /// What it replaces, when that is not the finding's span.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// It is a ready reply: it stands for the whole draft and says nothing of whether anybody was ever treated.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub reply: bool,
}

/// How many people the details of a draft still fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// In rounded words: "about 1", "a few", "dozens".
    pub fits_words: String,
    /// As a number of people.
    pub fits_about: f64,
    /// Detail by detail.
    pub chain: Vec<EstimateStep>,
}

/// How far one detail narrows the number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EstimateStep {
    /// What kind of detail it is.
    pub detail: String,
    /// How the draft says it.
    pub words: String,
    /// The share of people who fit it, between 0 and 1.
    pub factor: f64,
    /// Where the share comes from.
    pub source: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

impl Report {
    /// The report of these findings, which are already merged and in context.
    pub(crate) fn new(mut findings: Vec<Finding>) -> Self {
        findings.sort_by_key(|finding| {
            (
                std::cmp::Reverse(finding.severity),
                finding.span.start,
                finding.span.end,
            )
        });
        let verdict = findings
            .first()
            .map_or(Verdict::Clear, |finding| finding.severity.into());
        Report { verdict, findings }
    }
}
