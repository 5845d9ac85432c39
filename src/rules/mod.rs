//! The rules. Each is one file, `src/rules/<category>/<rule>.toml`; how to write one: `docs/rules-format.md`.

mod context;
pub(crate) mod facts;
mod found;
mod in_place;
mod matcher;
mod patterns;
mod present;
mod program;
mod replies;
mod tables;

use crate::category::Category;
use crate::report::{Finding, Severity};
pub(crate) use context::Context;
pub(crate) use found::{Found, Hit};
use tables::TABLES;

/// One named check.
pub struct Rule {
    /// `<category>/<rule>`.
    pub id: &'static str,
    /// What it belongs to.
    pub category: Category,
    /// Why what it finds is risky.
    pub why: &'static str,
    /// Its usual severity.
    pub severity: Severity,
    /// What it says; at most 160 characters.
    pub message: &'static str,
    guidance: Vec<u16>,
    fixes: Vec<FixText>,
    replies: Vec<u16>,
    find: Option<Logic>,
    /// The rest of its page; only the command line carries it.
    #[cfg(feature = "cli")]
    pub page: &'static Page,
}

/// What finds for a rule where patterns are not enough.
type Logic = fn(&Context<'_>, &mut Found<'_>);

/// What only the documentation says about a rule.
#[cfg(feature = "cli")]
pub struct Page {
    /// Its name.
    pub title: &'static str,
    /// What it finds.
    pub finds: &'static str,
    /// What it misses or may find wrongly.
    pub limits: &'static str,
    /// A post in which it finds something.
    pub example: &'static str,
    /// The requirements it serves (S1 to S94).
    pub stems_from: &'static [&'static str],
}

/// A fix as a rule states it.
struct FixText {
    title: &'static str,
    replacement: &'static str,
    over: Over,
}

/// What a fix replaces.
enum Over {
    Match,
    Clause,
    Sentence,
    Draft,
}

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// All rules, by id.
#[must_use]
pub fn all() -> &'static [Rule] {
    &TABLES.rules
}

impl Rule {
    /// Its guidance, the jurisdiction's own first.
    #[must_use]
    pub fn guidance(&self, jurisdiction: Option<crate::draft::Jurisdiction>) -> Vec<crate::guidance::Guidance> {
        crate::guidance::for_user(&self.guidance, jurisdiction)
    }

    /// Titles and replacements of its fixes.
    pub fn fixes(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.fixes.iter().map(|fix| (fix.title, fix.replacement))
    }

    /// Titles and texts of the ready replies it offers.
    pub fn replies(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        replies::at(&self.replies).map(|reply| (reply.title, reply.text))
    }

    /// What it has to say where no words are at hand, as when a request to connect is answered: a finding about nothing, with every reply
    /// it knows.
    #[must_use]
    pub fn in_general(&self, profile: &crate::Profile) -> Finding {
        Finding {
            rule: self.id,
            category: self.category,
            severity: self.severity,
            span: crate::Span::default(),
            message: self.message.into(),
            why: self.why,
            guidance: self.guidance(profile.jurisdiction),
            fixes: replies::at(&self.replies).map(|reply| reply.fix(profile)).collect(),
            estimate: None,
        }
    }
}

/// Runs every rule that is not switched off.
pub(crate) fn run(cx: &Context<'_>, found: &mut Found<'_>) {
    matcher::run(cx, found);
    for rule in all() {
        if let Some(find) = rule.find {
            found.of(rule);
            find(cx, found);
        }
    }
}

/// The rule with this id.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static Rule> {
    let rules = all();
    rules.binary_search_by(|rule| rule.id.cmp(id)).ok().map(|at| &rules[at])
}

/// The guidance of the rule with this id.
pub(crate) fn guidance_of(
    id: &str,
    jurisdiction: Option<crate::draft::Jurisdiction>,
) -> Vec<crate::guidance::Guidance> {
    by_id(id).map(|rule| rule.guidance(jurisdiction)).unwrap_or_default()
}
