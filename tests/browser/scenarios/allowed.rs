//! Sites that are checked because their user allowed it: the permission is given and taken back, and what is no composer is left alone.

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

const RISKY: &str = "Who looks after NHS number 943 476 5919? ";
const NUMBER: &str = "943 476 5919";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    // Chromium asks again, and its question cannot be answered by a driver.
    let firefox: Vec<_> = stages
        .iter()
        .filter(|stage| stage.kind == Kind::Firefox)
        .cloned()
        .collect();
    // Browsers of their own, whose other sites may be lost with the access.
    let own = Stage::both(&Options::with_extension()?);
    Ok([
        on(
            &own,
            "x-inline",
            "access is taken away under an open draft and given back",
            access_is_taken_away_and_given_back,
        )?,
        on(
            stages,
            "x-inline",
            "an unknown box is taken over",
            an_unknown_box_is_taken_over,
        )?,
        on(
            &firefox,
            "other-post",
            "a permission is taken back and given again",
            a_permission_is_taken_back_and_given_again,
        )?,
        on(
            stages,
            "other-post",
            "a search box is left alone",
            a_search_box_is_left_alone,
        )?,
        on(
            stages,
            "other-post",
            "lines over a text control stay with its words",
            lines_stay_with_their_words,
        )?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn a_permission_is_taken_back_and_given_again(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_underlines(&[NUMBER])?;

    let popup = browser.popup()?;
    popup.clicks("#withdraw")?;
    // As a page of its own the popup may not know the tab's address any more; the browser's own popup may.
    popup.waits_for("#page-heading", "Chaperone does not run on this page")?;
    popup.close()?;
    let left = (|| {
        page.waits_for_no_chip()?;
        page.waits_for_underlines(&[])?;
        let again = browser.open(surface, &[])?;
        again.types(RISKY)?;
        ensure!(
            again.is_untouched()?,
            "something of ours is in a page that was taken back"
        );
        Ok(())
    })();

    let popup = browser.popup()?;
    popup.session.run(
        "document.querySelector('h1').addEventListener('click', () => chrome.permissions.request({ origins: ['https://rounds.example/*'] }));",
        &[],
    )?;
    popup.clicks("h1")?;
    popup.close()?;
    left?;
    // The page that is open is given the script at once.
    page.session.click(&page.composer()?)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")
}

/// Browsers let their user do so on built-in sites too.
fn access_is_taken_away_and_given_back(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_underlines(&[NUMBER])?;

    browser.lets_into_sites(false)?;
    page.waits_for_no_chip()?;
    page.waits_for_underlines(&[])?;
    page.waits_for_text(RISKY)?;
    page.types("Still here.")?;
    page.waits_for_text(&format!("{RISKY}Still here."))?;
    ensure!(page.is_untouched()?, "something of ours is left in the page");
    let popup = browser.popup()?;
    popup.waits_for("#page-heading", "Chaperone does not")?;
    ensure!(!popup.shows("#site-switch")?, "a switch for no site");
    popup.close()?;

    browser.lets_into_sites(true)?;
    page.session.click(&page.composer()?)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;

    browser.lets_into_sites(false)?;
    page.waits_for_no_chip()?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].trusted, "the submit was made again");
    Ok(())
}

fn an_unknown_box_is_taken_over(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.session.run(
        "const box = document.createElement('textarea');
        box.id = 'unknown';
        document.body.append(box);",
        &[],
    )?;
    page.session.click(&page.session.find("#unknown")?)?;
    page.session.type_keys(RISKY)?;
    page.waits_for_chip("A box Chaperone does not know on this site")?;
    let popup = browser.popup()?;
    popup.waits_for("#page-heading", "1 thing to check")?;
    popup.waits_for("#page-gaps", "A box Chaperone does not know on this site")?;
    popup.clicks("#diagnose")?;
    popup.waits_for("#diagnose", "Copied: our own selectors")?;
    popup.close()
}

fn a_search_box_is_left_alone(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.waits_for_chip("Nothing flagged")?;
    page.session.click(&page.session.find("input[type=search]")?)?;
    page.session.type_keys(RISKY)?;
    page.waits_for_no_chip()
}

fn lines_stay_with_their_words(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    let lines = "The kettle is on again.\n".repeat(6);
    page.is_filled_with(&format!("{lines}{RISKY}\n{lines}"))?;
    page.session
        .run("arguments[0].scrollTop = 110", &[page.composer()?.argument()])?;
    page.waits_for_underlines(&[NUMBER])?;
    for (what, script) in [
        ("the box scrolls", "arguments[0].scrollTop -= 10"),
        ("the box moves", "arguments[0].style.marginTop = '40px'"),
        (
            "its letters grow",
            "arguments[0].style.fontSize = '19px'; arguments[0].scrollTop = 150",
        ),
        (
            "its padding grows",
            "arguments[0].style.padding = '14px 30px'; arguments[0].scrollTop = 150",
        ),
    ] {
        let before = page.place_of_underline(0)?;
        page.session.run(script, &[page.composer()?.argument()])?;
        page.waits_for_underline_elsewhere(0, before).context(what)?;
        page.hovers_underline(0)?;
        page.waits_for_card().context(what)?;
        page.presses("Escape")?;
        page.waits_for_no_card()?;
    }
    Ok(())
}
