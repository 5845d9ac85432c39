//! The popup, opened as a page of its own.

use std::sync::Arc;

use anyhow::Result;
use chaperone_browser_tests::driver::{Options, wait_until};
use libtest_mimic::Trial;

use crate::stage::Stage;

/// One trial for each browser.
pub fn trials() -> Result<Vec<Trial>> {
    let stages = Stage::both(&Options::with_extension()?);
    let trial = |stage: &Arc<Stage>| {
        stage.trial("popup · shows its heading", |browser, _| {
            browser.session.go(&browser.extension_url("popup/popup.html")?)?;
            let heading = browser.session.find("h1, h2")?;
            wait_until("a heading with words in it", || {
                Ok((!browser.session.text(&heading)?.is_empty()).then_some(()))
            })
        })
    };
    Ok(stages.iter().map(trial).collect())
}
