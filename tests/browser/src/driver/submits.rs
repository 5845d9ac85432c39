//! The ways in which a post can be submitted, and what the page took as posts.

use std::fmt;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::Value;

use super::{page::Page, session::wait_until};
use crate::surfaces::SelectorPath;

/// Something the page took as a post.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Posted {
    /// `post`, `comment`, `reply`, `message` or `group-post`.
    pub kind: String,
    /// Its text; the boxes of a thread joined by an empty line.
    pub text: String,
    /// Milliseconds since the page was opened.
    pub at: f64,
    /// Whether the event that sent it was the user's own.
    pub trusted: bool,
}

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

    /// Submits by the mouse, all steps of it that are still to be made.
    ///
    /// # Errors
    /// When a control is missing or does not become usable.
    pub fn submits(&self) -> Result<()> {
        self.goes_to_last_step()?;
        self.click_along(self.last_step()?)
    }

    /// Makes every step of submitting but the last, unless the page shows the last one already.
    fn goes_to_last_step(&self) -> Result<()> {
        let last = self.last_step()?;
        let earlier = &self.surface().submit[..self.surface().submit.len() - 1];
        if !earlier.is_empty() && !self.is_in_view(last)? {
            for step in earlier {
                self.wait_enabled(step)?;
                self.click_along(step)?;
            }
            wait_until("the last step", || Ok(self.is_in_view(last)?.then_some(())))?;
        }
        self.wait_enabled(last)
    }

    fn last_step(&self) -> Result<&SelectorPath> {
        self.surface().submit.last().context("a surface that cannot submit")
    }

    fn is_in_view(&self, path: &SelectorPath) -> Result<bool> {
        let script = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return arguments[0].contains(document.elementFromPoint(x + width / 2, y + height / 2));";
        // A step that comes in the place of another is not on the page before.
        let Ok(target) = self.session.find_along(path) else {
            return Ok(false);
        };
        Ok(self.session.run(script, &[target.argument()])? == Value::Bool(true))
    }

    /// What the page took as posts so far.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn posts(&self) -> Result<Vec<Posted>> {
        Ok(serde_json::from_value(self.session.run("return window.__posts", &[])?)?)
    }

    /// Waits until `count` posts were taken.
    ///
    /// # Errors
    /// When they do not come, or more come.
    pub fn waits_for_posts(&self, count: usize) -> Result<Vec<Posted>> {
        let posts = wait_until(&format!("{count} posts"), || {
            let posts = self.posts()?;
            Ok((posts.len() >= count).then_some(posts))
        })?;
        ensure!(
            posts.len() == count,
            "posted {} times instead of {count}: {posts:?}",
            posts.len()
        );
        Ok(posts)
    }

    /// Nothing has been posted so far.
    ///
    /// # Errors
    /// With what was posted.
    pub fn has_posted_nothing(&self) -> Result<()> {
        let posts = self.posts()?;
        ensure!(posts.is_empty(), "posted {posts:?}");
        Ok(())
    }

    /// Whether the text is off the screen while the last step of submitting is shown.
    #[must_use]
    pub fn hides_text_at_last_step(&self) -> bool {
        self.surface().submit.len() > 1
    }

    /// Waits until the focus is back: in the text; where that is not on the screen, in the box that goes out with it or on the control.
    ///
    /// # Errors
    /// When it is elsewhere.
    pub fn waits_for_focus_back(&self) -> Result<()> {
        let script = "let active = document.activeElement;
            while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            const isBack = [...arguments].some((wanted) => wanted.contains(active));
            return isBack ? null : `${active?.localName}.${active?.className}`;";
        let wanted = match &self.surface().last_box {
            // An empty box that was left is none of ours any more.
            Some(last) => vec![last, self.last_step()?],
            None if self.hides_text_at_last_step() => vec![self.last_step()?],
            None => vec![&self.surface().composer],
        };
        let mut elsewhere = Value::Null;
        wait_until("the focus to come back", || {
            let wanted = wanted.iter().map(|path| Ok(self.wait_for(path)?.argument()));
            elsewhere = self.session.run(script, &wanted.collect::<Result<Vec<_>>>()?)?;
            Ok(elsewhere.is_null().then_some(()))
        })
        .with_context(|| format!("it is in {elsewhere}"))
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
