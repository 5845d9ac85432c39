//! While nothing is composed, nothing happens. Chromium only: a stopped background is woken by the first message, and the driver
//! can see whether it runs.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind, running_backgrounds, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let chromium: Vec<_> = stages
        .iter()
        .filter(|stage| stage.kind == Kind::Chromium)
        .cloned()
        .collect();
    on(
        &chromium,
        "linkedin-post-light",
        "nothing is sent while nothing is composed",
        nothing_is_sent,
    )
}

fn nothing_is_sent(browser: &Browser, surface: &Surface) -> Result<()> {
    // A background that is still starting does not end.
    browser.open(surface, &[])?.waits_for_chip("Nothing flagged")?;
    browser.stops_background()?;
    browser.session.go(&surface.url)?;
    let clock = || {
        Ok::<_, anyhow::Error>(
            browser
                .session
                .run("return performance.now()", &[])?
                .as_f64()
                .unwrap_or_default(),
        )
    };
    browser.session.click(&browser.session.find("body")?)?;
    let start = clock()?;
    wait_until("two seconds on the page's clock", || {
        Ok((clock()? > start + 2000.0).then_some(()))
    })?;
    ensure!(
        running_backgrounds(&browser.session)?.is_empty(),
        "something woke the background"
    );
    Ok(())
}
