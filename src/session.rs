//! Checking the same draft again while it is being typed.

use crate::check::check;
use crate::draft::Draft;
use crate::profile::Profile;
use crate::report::Report;

/// A running check of one composer. It answers an unchanged draft from memory and checks a changed one whole: a whole check is
/// well inside the budget of a keystroke (`docs/decisions/session.md` has the figures), so there is no second way to a
/// report that could differ from the first.
#[derive(Debug, Default)]
pub struct Session {
    profile: Profile,
    last: Option<(Draft, Report)>,
}

impl Session {
    /// A session for this user.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Session { profile, last: None }
    }

    /// The report of the draft as it is now; always equal to [`check`].
    pub fn check(&mut self, draft: &Draft) -> &Report {
        if self.last.as_ref().is_none_or(|(known, _)| known != draft) {
            self.last = None;
        }
        let profile = &self.profile;
        &self
            .last
            .get_or_insert_with(|| (draft.clone(), check(draft, profile)))
            .1
    }
}
