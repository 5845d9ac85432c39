//! The ways in which a post can be submitted.

use std::fmt;

use anyhow::Result;

use super::page::Page;

/// One way of submitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submit {
    /// The mouse on the control.
    Mouse,
    /// Keys pressed together in the text: `Control+Enter`.
    Keys(String),
    /// A key while the control has the focus: `Enter`, `Space`.
    OnControl(&'static str),
}

impl Submit {
    /// Submits in this way.
    ///
    /// # Errors
    /// When a control is missing or does not become usable.
    pub fn make(&self, page: &Page<'_>) -> Result<()> {
        match self {
            Self::Mouse => page.submits(),
            Self::Keys(chord) => page.presses(chord),
            Self::OnControl(key) => {
                page.goes_to_last_step()?;
                let control = page.session.find_along(page.last_step()?)?;
                page.session.run("arguments[0].focus()", &[control.argument()])?;
                page.presses(key)
            }
        }
    }
}

impl Page<'_> {
    /// Every way of submitting that this surface has.
    #[must_use]
    pub fn ways_to_submit(&self) -> Vec<Submit> {
        let keys = self.surface().submit_keys.iter().cloned().map(Submit::Keys);
        let others = [Submit::Mouse, Submit::OnControl("Enter"), Submit::OnControl("Space")];
        keys.chain(others).collect()
    }
}

impl fmt::Display for Submit {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mouse => to.write_str("by mouse"),
            Self::Keys(chord) => write!(to, "by {chord}"),
            Self::OnControl(key) => write!(to, "by {key} on the control"),
        }
    }
}
