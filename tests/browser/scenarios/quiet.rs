//! While nothing is composed, nothing happens: no timer, no message. Counted from inside, by a listener in a copy of the extension, and
//! in Chromium from outside as well: a stopped background is woken by the first message, and the driver can see whether it runs.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Kind, Page, running_backgrounds, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

/// How long nothing may happen, in milliseconds of the page's clock.
const LONG_ENOUGH: f64 = 2000.0;

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let chromium: Vec<_> = stages
        .iter()
        .filter(|stage| stage.kind == Kind::Chromium)
        .cloned()
        .collect();
    let mut trials = on(
        &chromium,
        "linkedin-post-light",
        "nothing is sent while nothing is composed",
        nothing_is_sent,
    )?;
    for surface in ["linkedin-message", "x-chat", "other-post", "other-reply"] {
        trials.extend(on(
            stages,
            surface,
            "what was sent by its button leaves nothing behind",
            what_was_sent_leaves_nothing,
        )?);
    }
    let listening = Stage::both_altered(Altered::Listening);
    for surface in ["facebook-comment", "x-inline", "linkedin-post-light"] {
        trials.extend(on(
            &listening,
            surface,
            "no timer and no message",
            no_timer_and_no_message,
        )?);
    }
    Ok(trials)
}

fn nothing_is_sent(browser: &Browser, surface: &Surface) -> Result<()> {
    // A background that is still starting does not end.
    browser.open(surface, &[])?.waits_for_chip("Nothing flagged")?;
    browser.stops_background()?;
    browser.session.go(&surface.url)?;
    browser.session.click(&browser.session.find("body")?)?;
    lets_time_pass(browser)?;
    ensure!(
        running_backgrounds(&browser.session)?.is_empty(),
        "something woke the background"
    );
    Ok(())
}

/// The box stays in the page, empty, and the focus on the button that was pressed.
fn what_was_sent_leaves_nothing(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Flu jabs on Monday.")?;
    page.waits_for_chip("Nothing flagged")?;
    page.submits()?;
    page.waits_for_posts(1)?;
    page.waits_for_text("")?;
    page.waits_for_nothing_of_ours()
}

fn no_timer_and_no_message(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = Page::unopened(browser, surface)?;
    browser.session.click(&browser.session.find("body")?)?;
    lets_time_pass(browser)?;
    let heard = page.heard()?;
    ensure!(
        heard.timers == 0,
        "{} timers before anything was composed",
        heard.timers
    );
    ensure!(heard.said.is_empty(), "said {:?}", heard.said);

    // And none again once what was composed has gone out.
    page.opens_composer()?;
    page.types("Flu jabs on Monday.")?;
    page.waits_for_chip("Nothing flagged")?;
    page.submits()?;
    page.waits_for_posts(1)?;
    browser.session.run(
        "let active = document.activeElement;
        while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        active.blur();",
        &[],
    )?;
    page.waits_for_no_chip()?;
    lets_time_pass(browser)?;
    let over = page.heard()?;
    ensure!(over.timers > 0 && !over.said.is_empty(), "the listener heard nothing");
    lets_time_pass(browser)?;
    let later = page.heard()?;
    ensure!(
        later.timers == over.timers && later.said == over.said,
        "{} timers and {:?} after the composer was left",
        later.timers - over.timers,
        &later.said[over.said.len()..]
    );
    Ok(())
}

fn lets_time_pass(browser: &Browser) -> Result<()> {
    let clock = || {
        let now = browser.session.run("return performance.now()", &[])?;
        Ok::<_, anyhow::Error>(now.as_f64().unwrap_or_default())
    };
    let start = clock()?;
    wait_until("time to pass on the page's clock", || {
        Ok((clock()? > start + LONG_ENOUGH).then_some(()))
    })
}
