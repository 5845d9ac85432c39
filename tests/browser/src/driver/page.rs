//! What a scenario does and sees on one surface. Every step waits for the state it needs; nothing sleeps.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    browser::Browser,
    session::{Element, Session, wait_until},
};
use crate::surfaces::{SelectorPath, Surface};

/// An open surface with its composer.
pub struct Page<'b> {
    /// The protocol underneath, for what this does not have.
    pub session: &'b Session,
    surface: &'b Surface,
}

impl<'b> Page<'b> {
    pub(super) fn open(browser: &'b Browser, surface: &'b Surface, variants: &[(&str, &str)]) -> Result<Self> {
        let session = &browser.session;
        session.go(&surface.url_with(variants))?;
        let page = Self { session, surface };
        page.opens_composer()?;
        Ok(page)
    }

    /// The surface's page, its composer not opened yet.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub fn unopened(browser: &'b Browser, surface: &'b Surface) -> Result<Self> {
        let session = &browser.session;
        session.go(&surface.url)?;
        Ok(Self { session, surface })
    }

    /// Does what the table says until the composer is there and has the focus.
    ///
    /// # Errors
    /// When it does not come.
    pub fn opens_composer(&self) -> Result<()> {
        for step in &self.surface.open {
            self.click_along(step)?;
        }
        if let Some(frame) = &self.surface.frame {
            self.looks_at_its_frame()?;
            for step in &frame.open {
                self.click_along(step)?;
            }
        }
        self.session.click(&self.composer()?)
    }

    /// Looks at the frame the composer lies in, when it does; needed again after another tab was shown.
    ///
    /// # Errors
    /// When there is no such frame.
    pub fn looks_at_its_frame(&self) -> Result<()> {
        let Some(frame) = &self.surface.frame else {
            return Ok(());
        };
        let element = wait_until("the frame", || self.session.find(&frame.element).map(Some))?;
        self.session.look_into(Some(&element))
    }

    /// Puts a text into the editor as the page's own code would.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn is_filled_with(&self, text: &str) -> Result<()> {
        self.session
            .run("[...window.__editors][0].set(arguments[0])", &[json!(text)])
            .map(drop)
    }

    /// The surface as the table has it.
    #[must_use]
    pub fn surface(&self) -> &Surface {
        self.surface
    }

    /// The editable element of the composer.
    ///
    /// # Errors
    /// When there is none.
    pub fn composer(&self) -> Result<Element> {
        self.wait_for(&self.surface.composer)
    }

    /// The text the editor's own model holds, which must be what is shown; the boxes of a thread joined by an empty line.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn model_text(&self) -> Result<String> {
        let texts = self.session.run(
            "return [...window.__editors].map((editor) => editor.text()).filter(Boolean).join('\\n\\n')",
            &[],
        )?;
        Ok(texts.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the editor's model holds exactly this.
    ///
    /// # Errors
    /// With the text it holds instead.
    pub fn waits_for_text(&self, text: &str) -> Result<()> {
        let mut last = String::new();
        wait_until(&format!("the text {text:?}"), || {
            last = self.model_text()?;
            Ok((last == text).then_some(()))
        })
        .with_context(|| format!("the text is {last:?}"))
    }

    /// Waits until exactly these words are shown bold.
    ///
    /// # Errors
    /// With the words that are bold instead.
    pub fn waits_for_bold(&self, words: &str) -> Result<()> {
        let script = "const bold = [...arguments[0].querySelectorAll('b, strong')].filter((each) => !each.querySelector('b, strong'));
            return bold.map((each) => each.textContent);";
        let mut last = Value::Null;
        wait_until(&format!("{words:?} in bold"), || {
            last = self.session.run(script, &[self.composer()?.argument()])?;
            let bold = last.as_array().into_iter().flatten();
            Ok(bold.clone().any(|bold| bold == words).then_some(()))
        })
        .with_context(|| format!("bold: {last}"))
    }

    /// What the page shows in its composer is what the editor's model holds.
    ///
    /// # Errors
    /// With both.
    pub fn shows_its_text(&self) -> Result<()> {
        let script = "const { value, textContent } = arguments[0]; return value ?? textContent;";
        let shown = self.session.run(script, &[self.composer()?.argument()])?;
        let bare = |text: &str| text.replace(['\n', '\u{feff}', '\u{200b}'], "").replace('\u{a0}', " ");
        let (shown, held) = (bare(shown.as_str().unwrap_or_default()), bare(&self.model_text()?));
        ensure!(shown == held, "shown {shown:?}, held {held:?}");
        Ok(())
    }

    pub(super) fn wait_for(&self, path: &SelectorPath) -> Result<Element> {
        wait_until(&path.join(" ▸ "), || self.session.find_along(path).map(Some))
    }

    pub(super) fn click_along(&self, path: &SelectorPath) -> Result<()> {
        wait_until(&format!("a click on {}", path.join(" ▸ ")), || {
            let target = self.session.find_along(path)?;
            self.session.click(&target).map(Some)
        })
    }

    pub(super) fn wait_enabled(&self, path: &SelectorPath) -> Result<()> {
        wait_until(&format!("{} to be usable", path.join(" ▸ ")), || {
            let target = self.session.find_along(path)?;
            let script = "return !arguments[0].disabled && arguments[0].getAttribute('aria-disabled') !== 'true'";
            Ok((self.session.run(script, &[target.argument()])? == Value::Bool(true)).then_some(()))
        })
    }
}
