//! Where the chip lies in a narrow view, or one doubled in size: over no words of the page, the answered ones included, and no control.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in [
        "x-modal-reply",
        "x-inline-reply",
        "facebook-comment",
        "facebook-reply",
        "linkedin-comment",
        "linkedin-reply",
        "bluesky-reply",
    ] {
        trials.extend(on(
            stages,
            surface,
            "the chip covers nothing in a narrow view",
            the_chip_covers_nothing,
        )?);
    }
    Ok(trials)
}

fn the_chip_covers_nothing(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    browser.is_narrow(true)?;
    let played = (|| {
        wait_until("a narrow view", || {
            let width = page.session.run("return innerWidth", &[])?;
            Ok(width.as_u64().filter(|width| *width < 400))
        })?;
        page.types("Who looks after 943 476 5919?")?;
        page.waits_for_chip("1 thing to check")?;
        let covered = page.covered_by(&page.waits_for_ours(".chip")?)?;
        ensure!(covered.is_empty(), "the chip lies over {covered:?}");
        Ok(())
    })();
    browser.is_narrow(false)?;
    played
}
