//! A heated draft may rest: asked for on the card or at the gate, counted in the chip, ended at once; by itself only where the user wants it.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Page},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

const HEATED: &str = "Another GOMER tonight.";
const KEEP: &str = "Keep it as a draft for 10 minutes";
const RESTING: &str = "Kept as a draft: 10 minutes left";

const OVER: &str = "The wait is over: read it once more, or post it";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    // A copy of the extension whose clock can be set forward.
    let timed = Stage::both_altered(Altered::WithClock);
    Ok([
        on(
            &timed,
            "x-inline",
            "the end of a rest is said",
            the_end_of_a_rest_is_said,
        )?,
        on(
            stages,
            "x-inline",
            "a heated draft rests from the gate",
            rests_from_the_gate,
        )?,
        on(
            stages,
            "linkedin-comment",
            "a heated draft rests from the card",
            rests_from_the_card,
        )?,
        on(
            stages,
            "facebook-comment",
            "what is no longer heated need not rest",
            need_not_rest,
        )?,
        on(
            stages,
            "x-inline",
            "a heated draft rests by itself when asked for",
            rests_by_itself,
        )?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn is_heated<'b>(browser: &'b Browser, surface: &'b Surface, text: &str) -> Result<Page<'b>> {
    let page = browser.open(surface, &[])?;
    page.types(text)?;
    page.waits_for_chip("1 thing to check")?;
    Ok(page)
}

fn rests_from_the_gate(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = is_heated(browser, surface, HEATED)?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses(KEEP)?;
    page.waits_for_no_gate()?;
    page.waits_for_focus_back()?;
    page.waits_for_chip(RESTING)?;
    page.waits_for_text(HEATED)?;

    page.submits()?;
    let gate = page.waits_for_gate()?;
    ensure!(gate.contains(RESTING), "the gate says {gate}");
    page.chooses("Keep waiting")?;
    page.waits_for_no_gate()?;
    page.has_posted_nothing()?;

    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post now")?;
    page.waits_for_posts(1).map(drop)
}

fn rests_from_the_card(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = is_heated(browser, surface, HEATED)?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses(KEEP)?;
    page.waits_for_chip(RESTING)?;
    page.waits_for_focus_back()?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("End the wait")?;
    page.waits_for_chip("1 thing to check")?;
    page.has_posted_nothing()
}

fn the_end_of_a_rest_is_said(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = is_heated(browser, surface, HEATED)?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses(KEEP)?;
    page.waits_for_chip(RESTING)?;
    page.lets_minutes_pass(9)?;
    page.waits_for_chip("Kept as a draft: 1 minute left")?;
    ensure!(page.announced()? != OVER, "the end is said before it has come");
    page.lets_minutes_pass(1)?;
    page.waits_for_chip(OVER)?;
    page.waits_for_chip("1 thing to check")?;
    ensure!(page.announced()? == OVER, "what is said is {:?}", page.announced()?);
    page.waits_for_focus_back()?;
    page.has_posted_nothing()?;

    // What is written next is another draft.
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")?;
    page.waits_for_posts(1)?;
    page.types(HEATED)?;
    page.waits_for_chip("1 thing to check")?;
    ensure!(!page.chip()?.contains(OVER), "the chip says {:?}", page.chip()?);
    Ok(())
}

fn need_not_rest(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = is_heated(browser, surface, &format!("{HEATED} Flu jabs on Monday."))?;
    page.waits_for_a_new_step()?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses(KEEP)?;
    page.waits_for_chip(RESTING)?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Remove the sentence")?;
    page.waits_for_chip("Nothing flagged")?;
    page.submits()?;
    page.waits_for_posts(1).map(drop)
}

fn rests_by_itself(browser: &Browser, surface: &Surface) -> Result<()> {
    let sets = |minutes: &str| {
        browser.open(surface, &[])?;
        let popup = browser.popup()?;
        popup.clicks("#settings summary")?;
        popup.clicks(&format!(
            "#settings-form select[name=coolingOff] option[value='{minutes}']"
        ))?;
        popup.waits_for("#said", "Saved")?;
        popup.close()
    };
    sets("2")?;
    let held = (|| {
        let page = is_heated(browser, surface, HEATED)?;
        page.submits()?;
        let gate = page.waits_for_gate()?;
        ensure!(gate.contains("Kept as a draft: 2 minutes left"), "the gate says {gate}");
        page.chooses("Keep waiting")?;
        page.waits_for_chip("Kept as a draft: 2 minutes left")?;
        page.submits()?;
        page.waits_for_gate()?;
        page.chooses("Post now")?;
        page.waits_for_posts(1).map(drop)
    })();
    sets("")?;
    held
}
