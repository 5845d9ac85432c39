//! A page of one document that opens and closes composers all day, and renders them anew while somebody types: nothing piles up, and
//! no line is left where no text is.

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Left},
    surfaces::Surface,
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::{
    popup::switches_site,
    stage::{Stages, on},
    totals,
};

/// So many composers are opened and closed after the first figures, which are taken when all that is made once has been made.
const COMPOSERS: usize = 500;
const BEFORE: usize = 100;
/// As many as one question to the driver has time for.
const AT_A_TIME: usize = 50;
/// What may be left of each composer for good beyond what the page alone leaves (its library and the browsers' pools: one or two thousand),
/// in bytes. Measured were 108 in Chromium and fewer than none in Firefox; an editor, a reading or a report kept by mistake is more.
const BYTES_LEFT: i64 = 256;
/// And in all, the page's own included: what is charged to the page alone must not hide what is ours.
const BYTES_LEFT_IN_ALL: i64 = 4096;

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    on(stages, "facebook-post", "composers come and go", composers_come_and_go)
}

fn composers_come_and_go(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    switches_site(browser, &page, true)?;
    let alone = left_behind(browser, false);
    switches_site(browser, &page, false)?;
    let alone = alone?;

    let page = browser.open(surface, &[])?;
    page.types("Hello ")?;
    page.waits_for_chip("Nothing flagged")?;
    let more = left_behind(browser, true)?;
    totals::figure(format!(
        "{}: after {COMPOSERS} composers opened and closed {more}; with the site switched off {alone}",
        browser.kind()
    ));

    page.waits_for_no_chip()?;
    ensure!(page.underlined()?.is_empty(), "a line is left where no composer is");
    ensure!(
        more.bytes / COMPOSERS as i64 <= BYTES_LEFT_IN_ALL,
        "{more} of {COMPOSERS} composers"
    );
    let bytes = more.since(alone).bytes / COMPOSERS as i64;
    ensure!(
        bytes <= BYTES_LEFT,
        "{bytes} bytes more are left of each composer than by the page alone"
    );
    ensure!(more.listeners <= 0, "{} listeners more", more.listeners);
    ensure!(more.nodes.is_none_or(|nodes| nodes <= 0), "{:?} nodes more", more.nodes);
    Ok(())
}

/// What is left for good of so many composers, checked or not.
fn left_behind(browser: &Browser, checked: bool) -> Result<Left> {
    churns(browser, BEFORE, checked)?;
    let before = browser.left_after_collection()?;
    churns(browser, COMPOSERS, checked)?;
    Ok(browser.left_after_collection()?.since(before))
}

/// Opens and closes so many composers. In each a text comes in three steps, of which every one is rendered from nothing.
fn churns(browser: &Browser, composers: usize, checked: bool) -> Result<()> {
    for _ in 0..composers / AT_A_TIME {
        let told = browser.session.run_async(CHURN, &[json!(AT_A_TIME), json!(checked)])?;
        let faults = told.as_array().context("the page did not tell")?;
        ensure!(faults.is_empty(), "{}", Value::from(faults.clone()));
    }
    Ok(())
}

/// Waits frame by frame, so that what is late is seen to be late.
const CHURN: &str = r#"
const [count, checked, done] = arguments;
const NUMBER = "943 476 5919";
const STEPS = ["Who looks after", `Who looks after ${NUMBER}`, `So: who looks after ${NUMBER} tonight?`];
const faults = [];
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const lines = () => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).filter((range) => {
    const isOnPage = range.startContainer.isConnected && range.endContainer.isConnected;
    return isOnPage && !range.collapsed;
});
const until = async (what, holds, frames) => {
    for (let waited = 0; waited < frames; waited += 1) {
        if (holds()) return;
        await frame();
    }
    faults.push(`${what} after ${frames} frames`);
};
const close = () => document.querySelector('[role="dialog"] [aria-label="Close composer dialog"]')?.click();
const churn = async () => {
    close();
    await until("an open dialog", () => !document.querySelector('[role="dialog"]'), 60);
    for (let made = 0; made < count && faults.length === 0; made += 1) {
        document.querySelector('[data-pagelet="FeedComposer"] [role="button"]').click();
        await until("no editor", () => window.__editors.size === 1, 60);
        const [editor] = window.__editors;
        for (const text of STEPS) {
            editor.set(text);
            await frame();
        }
        // What is new waits until the caret has left it, and the engine may be starting.
        await until("no line", () => lines().length === (checked ? 1 : 0), 600);
        close();
        await until("a line of a closed composer", () => lines().length === 0, 10);
        await until("a highlight of a closed composer", () => CSS.highlights.size === 0, 10);
    }
};
churn().then(() => done(faults), (error) => done([String(error)]));
"#;
