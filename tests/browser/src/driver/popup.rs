//! The popup, opened as a page of its own beside the site's tab.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    browser::{Browser, Kind},
    firefox,
    session::{Element, Session, wait_until},
};

/// The popup of the tab that was shown when it was opened. `close` brings that tab back; so does dropping it in a trial that fails, or all
/// later ones would play in the popup's tab.
pub struct Popup<'b> {
    /// The protocol underneath; it looks at the popup now.
    pub session: &'b Session,
    site: String,
    is_open: bool,
}

impl Drop for Popup<'_> {
    fn drop(&mut self) {
        if self.is_open {
            self.leave().ok();
        }
    }
}

impl<'b> Popup<'b> {
    pub(super) fn open(browser: &'b Browser) -> Result<Self> {
        let session = &browser.session;
        let handle = |value: Value| Ok::<_, anyhow::Error>(value.as_str().context("no window")?.to_owned());
        let site = handle(session.get("/window")?)?;
        let known = match browser.kind() {
            Kind::Firefox => Some(firefox::shown_tab(session)?),
            Kind::Chromium => None,
        };
        let opened = session.post("/window/new", &json!({ "type": "tab" }))?;
        let popup = handle(opened["handle"].clone())?;
        session.post("/window", &json!({ "handle": popup }))?;
        let popup = Self {
            session,
            site,
            is_open: true,
        };
        let address = browser.extension_url("popup/popup.html")?;
        let tab = match known {
            Some(tab) => tab,
            None => {
                session.go(&address)?;
                let script =
                    "const [done] = arguments;
                    chrome.tabs.getCurrent((own) => chrome.tabs.query({}, (tabs) => done(tabs.find(({ id }) => id !== own.id)?.id)));";
                session.run_async(script, &[])?.as_i64().context("no tab of a site")?
            }
        };
        session.go(&format!("{address}?tab={tab}"))?;
        wait_until("the popup to be drawn", || {
            session.find("#checklist li")?;
            session.find("#settings-form label").map(Some)
        })?;
        Ok(popup)
    }

    /// Whether something is shown in the popup.
    ///
    /// # Errors
    /// When the popup is gone.
    pub fn shows(&self, selector: &str) -> Result<bool> {
        self.session.is_shown(&self.session.find(selector)?)
    }

    /// The words of a part.
    ///
    /// # Errors
    /// When there is none.
    pub fn words(&self, selector: &str) -> Result<String> {
        self.session.inner_text(&self.session.find(selector)?)
    }

    /// Waits until a part says these words.
    ///
    /// # Errors
    /// With the words it says instead.
    pub fn waits_for(&self, selector: &str, words: &str) -> Result<()> {
        let mut last = String::new();
        wait_until(&format!("“{words}” in {selector}"), || {
            last = self.words(selector)?;
            Ok(last.contains(words).then_some(()))
        })
        .with_context(|| format!("{selector} says {last:?}"))
    }

    /// Waits until a part no longer says these words.
    ///
    /// # Errors
    /// When it goes on saying them.
    pub fn waits_for_no(&self, selector: &str, words: &str) -> Result<()> {
        wait_until(&format!("no “{words}” in {selector}"), || {
            Ok((!self.words(selector)?.contains(words)).then_some(()))
        })
    }

    /// Clicks a part.
    ///
    /// # Errors
    /// When it is not shown.
    pub fn clicks(&self, selector: &str) -> Result<()> {
        wait_until(&format!("a click on {selector}"), || {
            let part: Element = self.session.find(selector)?;
            self.session.click(&part).map(Some)
        })
    }

    /// Whether a box is ticked.
    ///
    /// # Errors
    /// When there is none.
    pub fn is_ticked(&self, selector: &str) -> Result<bool> {
        let ticked = self.session.run(
            "return document.querySelector(arguments[0]).checked",
            &[json!(selector)],
        )?;
        Ok(ticked == Value::Bool(true))
    }

    /// Goes back to the site's tab; the popup may have closed by itself.
    pub(super) fn left_behind(mut self) -> Result<()> {
        self.leave()
    }

    fn leave(&mut self) -> Result<()> {
        self.is_open = false;
        self.session.delete("/window").ok();
        self.session.post("/window", &json!({ "handle": self.site })).map(drop)
    }

    /// Says to the tab what the background says to it. Chromium only.
    ///
    /// # Errors
    /// When nobody in the tab listens.
    pub(super) fn tells_its_tab(&self, message: &Value) -> Result<()> {
        let script = "const [message, done] = arguments;
            const tab = Number(new URLSearchParams(location.search).get('tab'));
            chrome.tabs.sendMessage(tab, message).then(() => done(), (error) => done(String(error)));";
        let failed = self.session.run_async(script, std::slice::from_ref(message))?;
        ensure!(failed.is_null(), "the tab did not listen: {failed}");
        Ok(())
    }

    /// Everything the extension has stored, as JSON.
    ///
    /// # Errors
    /// When the popup is gone.
    pub fn kept(&self) -> Result<String> {
        let kept = self.session.run_async(
            "const done = arguments[0];
            const { storage } = (window.wrappedJSObject ?? window).chrome;
            Promise.all([storage.local.get(null), storage.session.get(null)]).then((all) => done(JSON.stringify(all)));",
            &[],
        )?;
        Ok(kept.as_str().context("nothing is stored")?.to_owned())
    }

    /// Stores these values (an object, as JSON) in an area of the extension's storage: `local`, `session`.
    ///
    /// # Errors
    /// When the popup is gone.
    pub fn keeps(&self, area: &str, values: &str) -> Result<()> {
        self.session
            .run_async(
                "const [area, values, done] = arguments;
                const { chrome, JSON } = window.wrappedJSObject ?? window;
                chrome.storage[area].set(JSON.parse(values)).then(() => done());",
                &[json!(area), json!(values)],
            )
            .map(drop)
    }

    /// Closes the popup; the site's tab is shown again.
    ///
    /// # Errors
    /// When the tab is gone.
    pub fn close(mut self) -> Result<()> {
        // Where this fails, dropping it still goes back.
        self.session.delete("/window")?;
        self.is_open = false;
        self.session.post("/window", &json!({ "handle": self.site })).map(drop)
    }
}
