//! What the user told us about themselves. It never leaves the machine.

use crate::draft::Jurisdiction;
use serde::Deserialize;

/// What the user told us. Everything is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Their own name: never a patient's.
    pub display_name: Option<String>,
    /// The country whose guidance applies.
    pub jurisdiction: Option<Jurisdiction>,
    /// Their practice.
    pub practice: Option<String>,
    /// How readers can reach the practice, put into the safe replies.
    pub contact_line: Option<String>,
    /// Ids of rules and categories that are switched off.
    pub rules_off: Vec<String>,
}

impl Profile {
    /// Whether a rule, or the whole category it belongs to, is switched off.
    #[must_use]
    pub fn has_off(&self, rule: &str) -> bool {
        let category = rule.split('/').next().unwrap_or(rule);
        self.rules_off.iter().any(|off| off == rule || off == category)
    }
}
