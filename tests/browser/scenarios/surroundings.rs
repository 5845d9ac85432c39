//! What stands around a text counts: who can read it, what it answers, the other boxes of its thread.

use anyhow::{Result, ensure};
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
    trials.extend(on(stages, "x-thread", "a thread is one draft", a_thread_is_one_draft)?);
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

fn a_thread_is_one_draft(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Long week on call.")?;
    let second = surface
        .second_box
        .as_ref()
        .and_then(|path| page.session.find_along(path).ok());
    let Some(second) = second else {
        anyhow::bail!("there is no second box");
    };
    page.session.click(&second)?;
    page.types("NHS number 943 476 5919 rang.")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")?;
    let posts = page.waits_for_posts(1)?;
    ensure!(
        posts[0].text == "Long week on call.\n\nNHS number 943 476 5919 rang.",
        "posted {:?}",
        posts[0].text
    );
    Ok(())
}
