//! Settings that cannot be read, cannot be kept, or come late: the state is said, and the writer's text goes where it was meant to go.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Page, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;
use serde_json::json;

use crate::stage::{Stage, on};

const RISKY: &str = "Who looks after NHS number 943 476 5919?";
const NUMBER: &str = "943 476 5919";

pub fn trials() -> Result<Vec<Trial>> {
    let unreadable = Stage::both_altered(Altered::ReadingFails);
    let unwritable = Stage::both_altered(Altered::WritingFails);
    let late = Stage::both_altered(Altered::LateSettings);
    let mut trials = Vec::new();
    // In Chromium the engine runs in the page on the one and in the background on the other.
    for surface in ["facebook-post", "x-inline"] {
        trials.extend(on(
            &unreadable,
            surface,
            "settings that cannot be read",
            settings_that_cannot_be_read,
        )?);
        trials.extend(on(
            &unwritable,
            surface,
            "settings that cannot be kept",
            settings_that_cannot_be_kept,
        )?);
        trials.extend(on(&late, surface, "settings that come late", settings_that_come_late)?);
        trials.extend(on(
            &late,
            surface,
            "a submit before the settings have come",
            a_submit_before_the_settings,
        )?);
        trials.extend(on(
            &late,
            surface,
            "a composer that vanishes during its check",
            a_composer_that_vanishes_during_its_check,
        )?);
    }
    Ok(trials)
}

fn settings_that_cannot_be_read(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("Not checking here: your settings could not be read")?;
    page.waits_for_underlines(&[])?;
    page.waits_for_text(RISKY)?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].trusted && posts[0].text == RISKY, "posted {:?}", posts[0]);
    Ok(())
}

/// What is checked needs nothing to be kept; what the user wants kept is not said to have been.
fn settings_that_cannot_be_kept(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;
    let popup = browser.popup()?;
    popup.clicks("#site-switch")?;
    let said = popup.waits_for("#said", "Could not be saved");
    let heading = popup.waits_for("#page-heading", "1 thing to check");
    popup.close()?;
    said.and(heading)?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Ignore…")?;
    page.chooses("Turn this rule off everywhere")?;
    page.waits_for_chip("Could not be saved. The rule is still on.")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_text(RISKY)?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn settings_that_come_late(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = opens_without_settings(browser, surface)?;
    page.waits_for_underlines(&[])?;
    lets_settings_come(browser)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;
    page.waits_for_text(RISKY)?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

/// It waits for them a short while, then goes out, once.
fn a_submit_before_the_settings(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = opens_without_settings(browser, surface)?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].text == RISKY, "posted {:?}", posts[0]);
    lets_settings_come(browser)?;
    page.waits_for_posts(1).map(drop)
}

fn a_composer_that_vanishes_during_its_check(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = opens_without_settings(browser, surface)?;
    page.session.run(
        "(arguments[0].closest('dialog, [role=dialog], main') ?? arguments[0]).remove()",
        &[page.composer()?.argument()],
    )?;
    page.waits_for_no_chip()?;
    lets_settings_come(browser)?;
    // The answer has come by the time a later draft has its own.
    let later = browser.open(surface, &[])?;
    later.types(RISKY)?;
    later.waits_for_underlines(&[NUMBER])
}

/// With something typed, and a background that waits for the settings: it may have known them from another trial.
fn opens_without_settings<'b>(browser: &'b Browser, surface: &'b Surface) -> Result<Page<'b>> {
    let earlier = browser.open(surface, &[])?;
    lets_settings_come(browser)?;
    // A background that is still starting does not end.
    earlier.waits_for_chip("Nothing flagged")?;
    browser.stops_background()?;
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("Starting to check")?;
    Ok(page)
}

/// Opens a tab, for which the altered background waits, and closes it.
fn lets_settings_come(browser: &Browser) -> Result<()> {
    let session = &browser.session;
    let shown = session.get("/window")?;
    let opened = session.post("/window/new", &json!({ "type": "tab" }))?;
    session.post("/window", &json!({ "handle": opened["handle"] }))?;
    session.delete("/window")?;
    wait_until("the page's own tab", || {
        session.post("/window", &json!({ "handle": shown })).map(Some)
    })
    .map(drop)
}
