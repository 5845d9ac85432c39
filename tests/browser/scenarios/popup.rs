//! The popup, opened as a page of its own.

use std::sync::Arc;

use chaperone_browser_tests::driver::wait_until;
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages};

/// One trial for each browser.
pub fn trials(stages: &Stages) -> Vec<Trial> {
    let trial = |stage: &Arc<Stage>| {
        stage.trial("popup · shows its heading", |browser, _| {
            browser.session.go(&browser.extension_url("popup/popup.html")?)?;
            let heading = browser.session.find("h1, h2")?;
            wait_until("a heading with words in it", || {
                Ok((!browser.session.text(&heading)?.is_empty()).then_some(()))
            })
        })
    };
    stages.iter().map(trial).collect()
}
