//! Texts, pages and browsers that do not behave: a clear state, no exception, no lost character.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind, Page, Submit, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

const NUMBER: &str = "943 476 5919";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in ["facebook-post", "x-inline", "linkedin-post-light", "linkedin-dialog"] {
        trials.extend(on(stages, surface, "odd texts", odd_texts)?);
        trials.extend(on(stages, surface, "a page that fights", a_page_that_fights)?);
        trials.extend(on(
            stages,
            surface,
            "a page that takes the gate away",
            a_page_that_takes_the_gate_away,
        )?);
        trials.extend(on(
            stages,
            surface,
            "a composer that vanishes",
            a_composer_that_vanishes,
        )?);
    }
    trials.extend(on(stages, "x-inline", "an empty draft", an_empty_draft)?);
    for surface in ["facebook-post", "linkedin-dialog"] {
        trials.extend(on(stages, surface, "a text that is too long", a_text_that_is_too_long)?);
    }
    trials.extend(on(
        stages,
        "x-inline",
        "a background that is stopped",
        a_background_that_is_stopped,
    )?);
    Ok(trials)
}

/// Last of all, since the extension is another afterwards.
pub fn last_trials(stages: &Stages) -> Result<Vec<Trial>> {
    on(
        stages,
        "x-inline",
        "an update under an open draft",
        an_update_under_an_open_draft,
    )
}

fn odd_texts(browser: &Browser, surface: &Surface) -> Result<()> {
    for text in [
        "שלום, NHS number 943 476 5919 בבקשה",
        "من يعرف NHS number 943 476 5919؟",
        "x\u{301}\u{200b}y NHS number 943 476 5919",
    ] {
        let page = browser.open(surface, &[])?;
        page.is_filled_with(text)?;
        page.waits_for_underlines(&[NUMBER])?;
        page.waits_for_text(text)?;
    }
    // Half of a letter of two units, which no string of this language can hold.
    let page = browser.open(surface, &[])?;
    let script = "[...window.__editors][0].set(String.fromCharCode(0xd83d) + ' NHS number 943 476 5919 ' + String.fromCharCode(0xdc00))";
    page.session.run(script, &[])?;
    page.waits_for_underlines(&[NUMBER])
}

fn a_page_that_fights(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919? ")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.session.run("CSS.highlights.clear()", &[])?;
    page.types("a")?;
    page.waits_for_underlines(&[NUMBER])?;
    takes_ours_away(&page)?;
    page.types("b")?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn takes_ours_away(page: &Page<'_>) -> Result<()> {
    page.session.run(
        "for (const child of [...document.documentElement.children])
            if (child !== document.head && child !== document.body) child.remove();",
        &[],
    )?;
    Ok(())
}

/// It counts as going back to the text, and the next submit is held like the first.
fn a_page_that_takes_the_gate_away(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919? ")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.submits()?;
    page.waits_for_gate()?;
    takes_ours_away(&page)?;
    page.types("b")?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn a_composer_that_vanishes(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919")?;
    let composer = page.composer()?;
    // In the very task in which the last letter arrives.
    page.session.run(
        "const [composer] = arguments;
        document.execCommand('insertText', false, '!');
        (composer.closest('dialog, [role=dialog], [data-test-modal-id], main') ?? composer).remove();",
        &[composer.argument()],
    )?;
    page.waits_for_underlines(&[])?;
    page.waits_for_no_chip()
}

fn an_empty_draft(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.waits_for_chip("Nothing flagged")?;
    page.presses("Control+Enter")?;
    page.types("a")?;
    page.waits_for_text("a")?;
    ensure!(!page.is_held()?, "an empty draft was held");
    page.has_posted_nothing()
}

fn a_text_that_is_too_long(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    let long = "The clinic is open. ".repeat(5_001);
    page.is_filled_with(&long)?;
    page.waits_for_chip("Not checking: this text is too long")?;
    page.types("x")?;
    wait_until("the letter that was typed", || {
        Ok(page.model_text()?.contains('x').then_some(()))
    })?;
    // The control lies far below the window by now.
    Submit::OnControl("Enter").make(&page)?;
    let posts = page.waits_for_posts(1)?;
    ensure!(
        posts[0].text.len() == long.len() + 1,
        "{} characters were posted",
        posts[0].text.len()
    );
    Ok(())
}

fn a_background_that_is_stopped(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919? ")?;
    page.waits_for_underlines(&[NUMBER])?;
    browser.stops_background()?;
    page.types("My patient's email is j.whitcombe@example.org ")?;
    page.waits_for_underlines(&[NUMBER, "j.whitcombe@example.org"])?;
    browser.stops_background()?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

fn an_update_under_an_open_draft(browser: &Browser, surface: &Surface) -> Result<()> {
    const KEPT: &str = "Who looks after 943 476 5919? Still here. ";
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919? ")?;
    page.waits_for_underlines(&[NUMBER])?;
    let leaves_it = "let active = document.activeElement;
        while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        active.blur();";
    page.session.run(leaves_it, &[])?;
    browser.reloads_extension()?;
    // Before another key, and with the focus elsewhere.
    page.waits_for_underlines(&[])?;
    if browser.kind() == Kind::Chromium {
        page.waits_for_chip("Not checking: Chaperone was updated. Reload the page.")?;
    } else {
        page.waits_for_no_chip()?;
    }
    page.session.click(&page.composer()?)?;
    page.moves_caret("Control+End")?;
    page.types("Still here. ")?;
    page.waits_for_text(KEPT)?;
    if browser.kind() == Kind::Chromium {
        // The script that is there has lost its background, and a page that is open is not given the new one.
        page.waits_for_chip("Not checking: Chaperone was updated. Reload the page.")?;
        page.waits_for_underlines(&[])?;
        page.submits()?;
        let posts = page.waits_for_posts(1)?;
        ensure!(posts[0].trusted, "the submit was made again");
    } else {
        // Firefox starts the new one in the page that is open, without an end of the old one.
        page.waits_for_chip("1 thing to check")?;
        page.waits_for_underlines(&[NUMBER])?;
        ensure!(page.underlined()? == [NUMBER], "the old underline stays");
        page.submits()?;
        page.waits_for_gate()?;
        page.has_posted_nothing()?;
        page.chooses("Post anyway")?;
        page.waits_for_posts(1)?;
    }
    Ok(())
}
