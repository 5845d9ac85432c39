//! Words pasted together with a picture of them, as text programs copy both: not one is lost, whatever becomes of the picture.

use anyhow::Result;
use chaperone_browser_tests::{
    driver::{Browser, planted},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::{
    files::{PHOTO, clean, written},
    stage::{Stages, on},
};

/// One of each kind of editor: libraries take a paste that was made again, browsers put nothing into a bare box for it.
const EDITORS: [&str; 7] = [
    "facebook-post",
    "x-inline",
    "linkedin-dialog",
    "linkedin-modal-dialog",
    "other-post",
    "other-reply",
    "other-chat",
];

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for id in EDITORS {
        trials.extend(on(
            stages,
            id,
            "words pasted with a picture arrive",
            words_pasted_with_a_picture,
        )?);
    }
    Ok(trials)
}

fn words_pasted_with_a_picture(browser: &Browser, surface: &Surface) -> Result<()> {
    let clean = written(browser, "nothing-inside.jpg", &clean(PHOTO)?)?;
    let page = browser.open(surface, &[])?;
    page.types("So: ")?;
    page.waits_for_text("So: ")?;
    page.pastes_words_with("one, ", &clean, "image/jpeg")?;
    page.waits_for_text("So: one, ")?;
    for (words, answer, text) in [
        ("two, ", "Attach as it is", "So: one, two, "),
        ("three, ", "Attach cleaned copy", "So: one, two, three, "),
        ("four", "Do not attach", "So: one, two, three, four"),
    ] {
        page.pastes_words_with(words, &planted(PHOTO), "image/jpeg")?;
        page.waits_for_gate()?;
        page.chooses(answer)?;
        page.waits_for_text(text)?;
    }
    page.shows_its_text()
}
