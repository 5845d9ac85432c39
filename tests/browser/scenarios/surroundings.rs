//! What stands around a text counts: who can read it, what it answers, the other boxes of its thread.

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::Browser,
    surfaces::{self, Surface},
};
use libtest_mimic::Trial;
use serde::Deserialize;

use crate::stage::{Stages, on};

/// One way an audience is shown, and what the chip must say then.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    surface: String,
    variants: Vec<(String, String)>,
    chip: String,
}

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for stage in stages {
        let all: Vec<Shown> = serde_json::from_str(include_str!("audiences.json"))?;
        trials.push(
            stage.trial("audiences · each is read in each language", move |browser, _| {
                all.iter().try_for_each(|shown| is_read(browser, shown))
            }),
        );
    }
    for surface in [
        "facebook-reply",
        "facebook-share",
        "linkedin-repost",
        "linkedin-repost-dialog",
        "x-quote",
        "x-modal-reply",
        "x-inline-reply",
        "linkedin-reply",
        "bluesky-reply",
    ] {
        trials.extend(on(
            stages,
            surface,
            "an answer that confirms is held",
            an_answer_that_confirms,
        )?);
    }
    trials.extend(on(stages, "x-thread", "a thread is one draft", boxes_are_one_draft)?);
    trials.extend(on(stages, "x-poll", "a poll is one draft", boxes_are_one_draft)?);
    trials.extend(on(
        stages,
        "x-description",
        "a description goes out with its post",
        a_description_goes_out_with_its_post,
    )?);
    trials.extend(on(
        stages,
        "facebook-edit",
        "what was posted before is looked at when it is edited",
        what_was_posted_is_looked_at,
    )?);
    Ok(trials)
}

fn is_read(browser: &Browser, shown: &Shown) -> Result<()> {
    let surface = surfaces::named(&shown.surface)?;
    let variants: Vec<(&str, &str)> = shown
        .variants
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let page = browser.open(&surface, &variants)?;
    page.types("Hello ")?;
    page.waits_for_chip(&shown.chip)
        .map_err(|error| error.context(format!("{shown:?}")))
}

fn an_answer_that_confirms(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("You missed your appointment last week.")?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn what_was_posted_is_looked_at(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("text", "risky")])?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn boxes_are_one_draft(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Long week on call.")?;
    let second = surface.second_box.as_ref().context("there is no second box")?;
    page.session.click(&page.session.find_along(second)?)?;
    // A choice of a poll has 25 letters at most.
    page.types("NHS no 943 476 5919 rang.")?;
    // The lines over a text control are drawn in our own root.
    if second[0].contains("Textarea") {
        page.waits_for_underlines(&["943 476 5919"])?;
    }
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")?;
    let posts = page.waits_for_posts(1)?;
    ensure!(
        posts[0].text == "Long week on call.\n\nNHS no 943 476 5919 rang.",
        "posted {:?}",
        posts[0].text
    );
    Ok(())
}

fn a_description_goes_out_with_its_post(browser: &Browser, surface: &Surface) -> Result<()> {
    const SAVE: &str = "[data-testid=endEditingButton]";
    const BOX: &str = "[data-testid=tweetTextarea_0]";
    let page = browser.open(surface, &[])?;
    page.types("The ward board: NHS number 943 476 5919")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.session.click(&page.session.find(SAVE)?)?;
    page.session.click(&page.session.find(BOX)?)?;
    page.waits_for_chip("1 thing to check")?;
    page.session.type_keys("Busy night. ")?;
    page.waits_for_chip("1 thing to check")?;
    page.presses("Alt+Shift+n")?;
    let card = page.waits_for_card()?;
    ensure!(
        !card.contains("Replace with"),
        "a fix is offered where no box is: {card}"
    );
    Ok(())
}
