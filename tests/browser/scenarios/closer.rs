//! A closer look: what no word gives away is found when typing rests, and stays while one types on.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, wait_until},
    surfaces::{READ, SEEN, Surface},
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

/// One of each site: in Chromium the checker runs in the page on the first and in the background on the others. The closer look is
/// taken in the background on all.
const SURFACES: [&str; 3] = ["facebook-post", "x-inline", "linkedin-dialog"];

/// A draft with a name that no list has, in small letters.
const NAMES: &str = "Delivered marguerita's twins at 4am, both screaming.";
const NAME: &str = "marguerita";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let damaged = Stage::both_altered(Altered::WithoutCloserLook);
    let mut trials = Vec::new();
    for surface in SURFACES {
        trials.extend(on(stages, surface, "a closer look", a_closer_look)?);
        trials.extend(on(stages, surface, "a name that a closer look sees", a_name_seen)?);
        trials.extend(on(&damaged, surface, "no closer look", no_closer_look)?);
    }
    Ok(trials)
}

fn a_closer_look(browser: &Browser, surface: &Surface) -> Result<()> {
    stays(browser, surface, &format!("{READ}."), |underlined| {
        underlined.contains(SEEN)
    })
}

/// It is a rule that speaks of the name, but only once the name is seen; before that, something else may be said of the whole sentence.
fn a_name_seen(browser: &Browser, surface: &Surface) -> Result<()> {
    stays(browser, surface, NAMES, |underlined| underlined == NAME)
}

/// What is found in a text when typing rests stays underlined while one types on.
fn stays(browser: &Browser, surface: &Surface, text: &str, is_it: fn(&str) -> bool) -> Result<()> {
    let page = browser.open(surface, &[])?;
    let is_there = |underlined: &[String]| underlined.iter().any(|words| is_it(words));
    page.types(text)?;
    wait_until("what a closer look sees", || {
        Ok(is_there(&page.underlined()?).then_some(()))
    })?;
    for words in [" More", " tea,", " then home."] {
        page.types(words)?;
        let underlined = page.underlined()?;
        ensure!(
            is_there(&underlined),
            "after {words:?} only {underlined:?} are underlined"
        );
    }
    Ok(())
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
