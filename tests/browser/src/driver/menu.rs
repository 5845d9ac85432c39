//! "Check with Chaperone" in the menu that a browser opens on selected words.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    browser::{Browser, Kind},
    chromium, firefox,
    session::{Element, Session, wait_until},
};

/// What the window shows that was opened for the words.
#[derive(Debug, Deserialize)]
pub struct Checked {
    /// What it says of the page the words were selected on.
    pub page: String,
    /// The words in its box.
    pub text: String,
    /// How many things there are to check in them.
    pub count: String,
    /// What these are.
    pub findings: String,
}

/// Reads it off the window `shown`, once the words were checked.
const READ: &str = "
    const words = (id) => shown?.document.getElementById(id)?.innerText ?? '';
    const text = shown?.document.getElementById('try-text')?.value ?? '';
    return words('try-count') && { page: words('page-heading'), text, count: words('try-count'), findings: words('try-findings') };
";

impl Browser {
    /// Selects everything in an element, chooses our entry in the menu of these words, and closes the window that it opens.
    ///
    /// # Errors
    /// When there is no such entry, or no window with checked words comes.
    pub fn checks_selection(&self, selected: &Element) -> Result<Checked> {
        let words = self.session.run(
            "getSelection().selectAllChildren(arguments[0]); return getSelection().toString();",
            &[selected.argument()],
        )?;
        let checked = match self.kind() {
            Kind::Firefox => in_menu(&self.session, selected)?,
            Kind::Chromium => as_if_in_menu(self, &words)?,
        };
        Ok(serde_json::from_value(checked)?)
    }
}

/// The menu opens under the mouse; the entry is activated in the browser's own window.
fn in_menu(session: &Session, selected: &Element) -> Result<Value> {
    let before = session.get("/window/handles")?;
    let site = session.get("/window")?;
    session.click_right(selected)?;
    wait_until("the entry in the open menu", || {
        firefox::choose_in_menu(session, "Check with Chaperone").map(|chosen| chosen.then_some(()))
    })?;
    let opened = wait_until("the window with the words", || {
        let now = session.get("/window/handles")?;
        let is_new = |handle: &&Value| before.as_array().is_some_and(|before| !before.contains(handle));
        Ok(now.as_array().and_then(|now| now.iter().find(is_new).cloned()))
    })?;
    session.post("/window", &json!({ "handle": opened }))?;
    let checked = read(session, "const shown = window;");
    session.delete("/window")?;
    session.post("/window", &json!({ "handle": site }))?;
    checked
}

/// The driver shows neither the menu nor the window: the background is told what the browser tells it of words in no tab, such as those of
/// its own reader of files, and another of our own pages looks at the window.
fn as_if_in_menu(browser: &Browser, words: &Value) -> Result<Value> {
    let popup = browser.popup()?;
    let session = popup.session;
    let refused = session.run_async(
        "const [done] = arguments;
        chrome.contextMenus.update('check-selection', { contexts: ['selection'] }, () => done(chrome.runtime.lastError?.message ?? null));",
        &[],
    )?;
    ensure!(refused.is_null(), "there is no entry in the menu: {refused}");
    let pressed = json!({ "menuItemId": "check-selection", "selectionText": words });
    chromium::in_background(
        session,
        &format!("chrome.contextMenus.onClicked.dispatch({pressed}, undefined)"),
    )?;
    let view = "const shown = chrome.extension.getViews().find((view) => view !== window);";
    let checked = read(session, view);
    session.run(&format!("{view} shown?.close()"), &[])?;
    popup.close()?;
    checked
}

fn read(session: &Session, shown: &str) -> Result<Value> {
    wait_until("the words to be checked", || {
        let checked = session.run(&format!("{shown} {READ}"), &[])?;
        Ok(checked.is_object().then_some(checked))
    })
    .context("the window that was opened for the words")
}
