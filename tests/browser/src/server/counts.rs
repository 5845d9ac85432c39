//! What the browsers asked for. A test that says "no request" reads it here.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use serde::Serialize;

/// The counters of one server.
#[derive(Debug, Default)]
pub struct Counts(Mutex<Snapshot>);

/// The counters at one moment.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct Snapshot {
    /// Requests by `host/path`, without query.
    pub requests: BTreeMap<String, usize>,
    /// Reports of broken content security policies, by host.
    pub policy_reports: BTreeMap<String, usize>,
    /// The reports themselves, so that a failing test can say what was reported.
    pub reported: Vec<String>,
    /// The same breaches as the pages' own scripts saw them, by `securitypolicyviolation`.
    pub violations: Vec<String>,
    /// Connections to hosts that are not ours, by `host:port`; all of them were refused.
    pub refused: BTreeMap<String, usize>,
}

impl Counts {
    /// The counters now.
    #[must_use]
    pub fn snapshot(&self) -> Snapshot {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn request(&self, host: &str, path: &str) {
        self.change(|counts| *counts.requests.entry(format!("{host}{path}")).or_default() += 1);
    }

    pub(super) fn policy_report(&self, host: &str, report: String) {
        self.change(|counts| {
            *counts.policy_reports.entry(host.to_owned()).or_default() += 1;
            counts.reported.push(report);
        });
    }

    pub(super) fn violation(&self, seen: String) {
        self.change(|counts| counts.violations.push(seen));
    }

    pub(super) fn refuse(&self, authority: &str) {
        self.change(|counts| *counts.refused.entry(authority.to_owned()).or_default() += 1);
    }

    fn change(&self, change: impl FnOnce(&mut Snapshot)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
