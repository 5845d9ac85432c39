//! A closer look: what no word gives away is found when typing rests, and stays while one types on.

use anyhow::Result;
use chaperone_browser_tests::{
    driver::{Altered, Browser, wait_until},
    surfaces::{READ, SEEN, Surface},
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

/// One of each site: in Chromium the checker runs in the page on the first and in the background on the others. The closer look is
/// taken in the background on all.
const SURFACES: [&str; 3] = ["facebook-post", "x-inline", "linkedin-dialog"];

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let damaged = Stage::both_altered(Altered::WithoutCloserLook);
    let mut trials = Vec::new();
    for surface in SURFACES {
        trials.extend(on(stages, surface, "a closer look", a_closer_look)?);
        trials.extend(on(&damaged, surface, "no closer look", no_closer_look)?);
    }
    Ok(trials)
}

fn a_closer_look(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(READ)?;
    page.waits_for_underline_on(SEEN)?;
    page.types(". More tea, then home.")?;
    page.waits_for_underline_on(SEEN)
}

/// Checks go on as if there were none.
fn no_closer_look(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after NHS number 943 476 5919?")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    wait_until("the closer look to fail", || {
        let told = page.heard()?.told;
        let has_failed =
            |message: &String| message.contains(r#""kind":"looked""#) && message.contains(r#""readings":null"#);
        Ok(told.iter().any(has_failed).then_some(()))
    })?;
    page.types(" Anyone?")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.waits_for_chip("1 thing to check")
}
