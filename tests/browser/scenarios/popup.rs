//! The popup decides: a site switched off, a pause, settings, the checklist, what is ignored.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Page, wait_until},
    surfaces::{READ, SEEN, Surface},
};
use libtest_mimic::Trial;
use serde_json::json;

use crate::stage::{Stages, on, on_every_surface};

const RISKY: &str = "Who looks after NHS number 943 476 5919? ";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    Ok([
        on_every_surface(
            stages,
            "a site switched off is left alone",
            a_site_switched_off_is_left_alone,
        )?,
        on(
            stages,
            "x-inline",
            "the popup tells and pauses",
            the_popup_tells_and_pauses,
        )?,
        on(stages, "x-inline", "any text is checked", any_text_is_checked)?,
        on(
            stages,
            "x-inline",
            "selected words are checked on any page",
            selected_words_are_checked,
        )?,
        on(stages, "x-inline", "ticks are kept", ticks_are_kept)?,
        on(
            stages,
            "x-inline",
            "warnings are held when asked for",
            warnings_are_held_when_asked_for,
        )?,
        on(
            stages,
            "x-inline",
            "what is ignored can be undone",
            what_is_ignored_can_be_undone,
        )?,
        on(stages, "x-inline", "damaged settings", damaged_settings)?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn a_site_switched_off_is_left_alone(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;

    switches_site(browser, &page, true)?;
    let left_alone = (|| {
        page.waits_for_underlines(&[])?;
        page.waits_for_no_chip()?;
        page.submits()?;
        let posts = page.waits_for_posts(1)?;
        ensure!(posts[0].trusted && posts[0].text == RISKY, "posted {:?}", posts[0]);
        Ok(())
    })();
    switches_site(browser, &page, false)?;
    left_alone
}

fn any_text_is_checked(browser: &Browser, surface: &Surface) -> Result<()> {
    browser.open(surface, &[])?;
    let popup = browser.popup()?;
    popup.clicks("#try summary")?;
    popup.clicks("#try-text")?;
    popup.session.type_keys(RISKY)?;
    popup.waits_for("#try-count", "1 thing to check")?;
    popup.waits_for("#try-findings", "943 476 5919")?;
    popup.session.type_keys(" Ring 07700 900123.")?;
    popup.close()?;
    let popup = browser.popup()?;
    popup.clicks("#try summary")?;
    popup.waits_for_no("#try-findings", "943 476 5919")?;
    popup.clicks("#try-text")?;
    popup.session.type_keys(READ)?;
    popup.waits_for("#try-findings", SEEN)?;
    popup.close()
}

/// The page is one that no permission is for.
fn selected_words_are_checked(browser: &Browser, surface: &Surface) -> Result<()> {
    // The background is up when somebody presses: the browser wakes it for a press, no driver does.
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    let session = &browser.session;
    session.go("https://doctors.example/")?;
    session.run(
        "const words = document.createElement('b');
        words.textContent = arguments[0];
        document.body.replaceChildren(words);",
        &[json!(RISKY.trim())],
    )?;
    let checked = browser.checks_selection(&session.find("b")?)?;
    ensure!(
        checked.text == RISKY.trim()
            && checked.count == "1 thing to check"
            && checked.findings.contains("943 476 5919"),
        "the box has {checked:?}"
    );
    let strange = ["Chaperone does not run on this page", "Not switched on for this site"];
    ensure!(
        strange.contains(&checked.page.as_str()),
        "the page is: {}",
        checked.page
    );
    Ok(())
}

/// Switches the site of the shown page off in the popup, or on.
pub fn switches_site(browser: &Browser, page: &Page<'_>, off: bool) -> Result<()> {
    let popup = browser.popup()?;
    // Set, not turned over: a trial that failed in the middle must not turn the next one round.
    wait_until("the switch", || Ok(popup.shows("#site-switch")?.then_some(())))?;
    if popup.is_ticked("#site-on")? == off {
        popup.clicks("#site-switch")?;
    }
    if off {
        popup.waits_for("#page-heading", "Switched off on")?;
    } else {
        popup.waits_for_no("#page-heading", "Switched off on")?;
    }
    popup.close()?;
    page.looks_at_its_frame()
}

fn the_popup_tells_and_pauses(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    for pause in ["#pause-tab", "#pause-15"] {
        let popup = browser.popup()?;
        popup.waits_for("#page-heading", "1 thing to check")?;
        popup.waits_for("#page-audience", "Public: anyone")?;
        popup.waits_for("#page-findings", "Identifies a patient")?;
        popup.clicks(pause)?;
        popup.waits_for("#page-heading", "Paused")?;
        popup.close()?;
        page.waits_for_underlines(&[])?;
        page.waits_for_chip("Paused")?;

        let popup = browser.popup()?;
        popup.clicks("#resume")?;
        popup.waits_for("#page-heading", "1 thing to check")?;
        popup.close()?;
        page.waits_for_underlines(&["943 476 5919"])?;
    }
    Ok(())
}

fn ticks_are_kept(browser: &Browser, surface: &Surface) -> Result<()> {
    let question = "#checklist input[value=consent]";
    browser.open(surface, &[])?;
    let popup = browser.popup()?;
    ensure!(!popup.is_ticked(question)?, "a tick before anything was ticked");
    popup.clicks(question)?;
    popup.waits_for("#checklist-count", "1 of 14")?;
    popup.close()?;
    // A background that is stopped must not take the ticks with it.
    browser.stops_background()?;
    let popup = browser.popup()?;
    ensure!(popup.is_ticked(question)?, "the tick is lost");
    popup.clicks("#checklist-clear")?;
    popup.waits_for("#checklist-count", "0 of 14")?;
    popup.close()
}

fn warnings_are_held_when_asked_for(browser: &Browser, surface: &Surface) -> Result<()> {
    const WARNED: &str = "Our patients say we are the best dentist in Leeds.";
    let switches = || {
        let popup = browser.popup()?;
        popup.clicks("#settings summary")?;
        popup.clicks("#settings-form input[name=holdWarnings]")?;
        popup.waits_for("#said", "Saved")?;
        popup.close()
    };
    let page = browser.open(surface, &[])?;
    page.types(WARNED)?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_posts(1)?;

    switches()?;
    let held = (|| {
        let page = browser.open(surface, &[])?;
        page.types(WARNED)?;
        page.waits_for_chip("1 thing to check")?;
        page.submits()?;
        page.waits_for_gate()?;
        page.has_posted_nothing()?;
        page.chooses("Go back and edit")
    })();
    browser.open(surface, &[])?;
    switches()?;
    held
}

fn damaged_settings(browser: &Browser, surface: &Surface) -> Result<()> {
    const DAMAGED: &[&str] = &[
        r#"{"settings":"?"}"#,
        r#"{"settings":{"country":7,"sitesOff":"x","holdWarnings":"yes","ignored":[{"kind":"rule-everywhere"}],"displayName":["GP"]}}"#,
        r#"{"settings":{"displayName":"GP"},"salt":5,"pageRefusedEngine":"all"}"#,
    ];
    let played = DAMAGED.iter().enumerate().try_for_each(|(at, damaged)| {
        browser.open(surface, &[])?;
        let popup = browser.popup()?;
        let kept = popup.keeps("local", damaged);
        popup.close()?;
        kept?;
        // The background has read what was there before.
        browser.stops_background()?;
        let page = browser.open(surface, &[])?;
        page.types(RISKY)?;
        page.waits_for_underlines(&["943 476 5919"])?;
        let popup = browser.popup()?;
        let says_so = popup
            .clicks("#settings summary")
            .and_then(|()| popup.shows("#settings-damaged"));
        popup.close()?;
        // Only settings are told of; the rest is made anew.
        ensure!(says_so? == (at < 2), "the popup says the wrong thing of {damaged}");
        Ok(())
    });
    browser.open(surface, &[])?;
    let popup = browser.popup()?;
    let mended = popup.keeps("local", r#"{"settings":{},"pageRefusedEngine":[]}"#);
    popup.close()?;
    played.and(mended)
}

fn what_is_ignored_can_be_undone(browser: &Browser, surface: &Surface) -> Result<()> {
    const NUMBERS: &str = "NHS number 943 476 5919. Patient: j.whitcombe@example.org. ";
    let page = browser.open(surface, &[])?;
    page.types(NUMBERS)?;
    page.waits_for_underlines(&["943 476 5919", "j.whitcombe@example.org"])?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Ignore…")?;
    let choices = page.choices()?;
    ensure!(
        choices.iter().all(|label| label != "Always ignore this wording"),
        "an identifier may be ignored for good: {choices:?}"
    );
    page.chooses("Ignore once")?;
    page.waits_for_underlines(&["j.whitcombe@example.org"])?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Ignore…")?;
    page.chooses("Turn this rule off everywhere")?;
    page.waits_for_underlines(&[])?;

    let popup = browser.popup()?;
    popup.clicks("#ignored summary")?;
    popup.waits_for("#ignored-list", "a rule is off everywhere")?;
    popup.clicks("#ignored-list button")?;
    wait_until("an empty list", || Ok(popup.shows("#ignored-none")?.then_some(())))?;
    popup.close()?;
    page.waits_for_underlines(&["j.whitcombe@example.org"])
}
