//! A submit that should be looked at again is held once, whichever way it is made, and goes out once when the user says so.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{driver::Browser, surfaces::Surface};
use libtest_mimic::Trial;

use crate::stage::{Stages, on_every_surface};

const RISKY: &str = "Who looks after NHS number 943 476 5919?";
const CLEAR: &str = "Flu jabs start on Monday.";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    Ok([
        on_every_surface(stages, "a submit is held once", a_submit_is_held_once)?,
        on_every_surface(
            stages,
            "a clear text goes out untouched",
            a_clear_text_goes_out_untouched,
        )?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn a_submit_is_held_once(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;

    for submits in page.ways_to_submit() {
        submits.make(&page)?;
        let gate = page.waits_for_gate()?;
        ensure!(
            gate.contains("Look at this once more before it goes out?") && gate.contains("943 476 5919"),
            "{submits}: the gate says {gate}"
        );
        page.has_posted_nothing()?;
        page.presses("Escape")?;
        page.waits_for_no_gate()?;
        page.waits_for_focus_back()?;
        page.waits_for_text(RISKY)?;
    }

    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Go back and edit")?;
    page.waits_for_no_gate()?;
    page.waits_for_focus_back()?;
    if !page.hides_text_at_last_step() {
        page.types("x")?;
        page.waits_for_text(&format!("{RISKY}x"))?;
        page.presses("Backspace")?;
    }
    page.waits_for_text(RISKY)?;

    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()?;
    page.chooses("Post anyway")?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].text == RISKY, "posted {:?}", posts[0].text);
    ensure!(posts[0].kind == surface.surface, "posted as {}", posts[0].kind);
    page.waits_for_no_gate()
}

fn a_clear_text_goes_out_untouched(browser: &Browser, surface: &Surface) -> Result<()> {
    let ways = browser.open(surface, &[])?.ways_to_submit();
    for submits in ways {
        // A submit that had been held and made again would not be the user's own.
        let goes_out_untouched = || {
            let page = browser.open(surface, &[])?;
            page.types(CLEAR)?;
            page.waits_for_chip("Nothing flagged")?;
            submits.make(&page)?;
            let posts = page.waits_for_posts(1)?;
            ensure!(posts[0].text == CLEAR, "{submits}: posted {:?}", posts[0].text);
            Ok(posts[0].trusted)
        };
        // On a busy machine the report of the last letter may not be there yet, and then a submit is rightly held for it.
        let untouched = goes_out_untouched()? || goes_out_untouched()? || goes_out_untouched()?;
        ensure!(untouched, "{submits}: the submit was made again, three times");
    }
    Ok(())
}
