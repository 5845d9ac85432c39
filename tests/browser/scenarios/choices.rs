//! What the user says lasts as long as the label says: a consent, and the scopes of ignoring.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Page, wait_until},
    surfaces::{Surface, named},
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

/// Two findings of one rule in the same words.
const TWICE: &str = "Another GOMER tonight. Another GOMER tomorrow. ";
const WORD: &str = "GOMER";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    Ok([
        on(stages, "x-inline", "ignored once", ignored_once)?,
        on(stages, "x-inline", "ignored in this post", ignored_in_this_post)?,
        on(stages, "x-inline", "always ignored", always_ignored)?,
        on(stages, "x-inline", "off on this site", off_on_this_site)?,
        on(stages, "x-inline", "not useful", not_useful)?,
        on(stages, "x-modal", "consent is for one draft", consent_is_for_one_draft)?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn ignored_once(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    ignores(&page, "Ignore once")?;
    page.waits_for_underlines(&[WORD])?;
    is_underlined_anew(browser, surface, &[WORD, WORD])
}

fn ignored_in_this_post(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    ignores(&page, "Ignore this wording in this post")?;
    page.waits_for_underlines(&[])?;
    is_underlined_anew(browser, surface, &[WORD, WORD])
}

fn always_ignored(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    ignores(&page, "Always ignore this wording")?;
    page.waits_for_underlines(&[])?;
    let popup = browser.popup()?;
    let kept = popup.kept();
    popup.close()?;
    let played = kept.and_then(|kept| {
        ensure!(
            !kept.to_lowercase().contains("gomer"),
            "the wording is kept as it is: {kept}"
        );
        is_underlined_anew(browser, surface, &[])
    });
    undoes(browser, "A wording")?;
    played?;
    is_underlined_anew(browser, surface, &[WORD, WORD])
}

fn off_on_this_site(browser: &Browser, surface: &Surface) -> Result<()> {
    // A rule of words alone finds it, and nothing else does.
    const TYPED: &str = "Another GOMER tonight. ";
    let chip_on = |surface: &Surface, words: &str| {
        let page = browser.open(surface, &[])?;
        page.types(TYPED)?;
        page.waits_for_chip(words)
    };
    let page = browser.open(surface, &[])?;
    page.types(TYPED)?;
    page.waits_for_an_underline()?;
    chooses_to_ignore(&page, "Turn this rule off on X")?;
    page.waits_for_underlines(&[])?;
    let played =
        chip_on(surface, "Nothing flagged").and_then(|()| chip_on(&named("facebook-comment")?, "1 thing to check"));
    undoes(browser, "a rule is off on x")?;
    played?;
    chip_on(surface, "1 thing to check")
}

fn not_useful(browser: &Browser, surface: &Surface) -> Result<()> {
    for times in 1..=2 {
        let page = browser.open(surface, &[])?;
        ignores(&page, "Not useful (counted on this computer only)")?;
        page.waits_for_underlines(&[WORD])?;
        let popup = browser.popup()?;
        let counted = popup
            .clicks("#ignored summary")
            .and_then(|()| popup.waits_for("#ignored-list", &format!("marked not useful {times}×")));
        popup.close()?;
        counted?;
    }
    undoes(browser, "marked not useful")
}

fn consent_is_for_one_draft(browser: &Browser, surface: &Surface) -> Result<()> {
    const CONSENT: &str = "I have this patient’s recorded consent for this audience";
    let risky = |number: &str| format!("Who looks after NHS number {number}?");
    // A page that ignores what is not the user's own press, so that the draft stays.
    let page = browser.open(surface, &[("submit", "trusted-only")])?;
    page.types(&risky("943 476 5919"))?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.submits()?;
    let gate = page.waits_for_gate()?;
    ensure!(gate.contains(CONSENT), "no consent is offered: {gate}");
    page.clicks_ours("dialog.gate input[type=checkbox]")?;
    page.chooses("Post anyway")?;
    page.waits_for_chip("Press Post again")?;

    // In this draft the consent still stands for what is added about the patient.
    page.session.click(&page.composer()?)?;
    page.moves_caret("Control+End")?;
    page.types(" Or NHS number 987 654 4321?")?;
    page.waits_for_chip("2 things to check")?;
    page.submits()?;
    page.waits_for_posts(1)?;

    // The next draft in the same page has none.
    let page = browser.open(surface, &[])?;
    page.types(&risky("943 476 5919"))?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()
}

/// Types the two and makes the choice for the first.
fn ignores(page: &Page<'_>, choice: &str) -> Result<()> {
    page.types(TWICE)?;
    page.waits_for_underlines(&[WORD, WORD])?;
    chooses_to_ignore(page, choice)
}

fn chooses_to_ignore(page: &Page<'_>, choice: &str) -> Result<()> {
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Ignore…")?;
    page.chooses(choice)
}

/// A number that is never ignored stands behind, so that "nothing underlined" cannot be "nothing checked".
fn is_underlined_anew(browser: &Browser, surface: &Surface, words: &[&str]) -> Result<()> {
    const NUMBER: &str = "943 476 5919";
    let page = browser.open(surface, &[])?;
    page.types(&format!("{TWICE}NHS number {NUMBER} "))?;
    page.waits_for_underlines(&[words, &[NUMBER]].concat())
}

fn undoes(browser: &Browser, words: &str) -> Result<()> {
    let popup = browser.popup()?;
    let undone = (|| {
        popup.clicks("#ignored summary")?;
        popup.waits_for("#ignored-list", words)?;
        popup.clicks("#ignored-list button")?;
        wait_until("an empty list", || Ok(popup.shows("#ignored-none")?.then_some(())))
    })();
    popup.close()?;
    undone
}
