//! The engine that stops, does not start, or is not allowed in: the post goes out as its writer wished, and nothing of it is left behind.

use std::fs;

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Kind, Page},
    surfaces::{Surface, repository},
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages, on};

const NUMBER: &str = "943 476 5919";
/// The word that nothing may keep, and the mark on which the altered checker panics.
const WORD: &str = "quokkaword";
const MARK: &str = "STOP-HERE";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let stopping = Stage::both_altered(Altered::Stopping);
    let without = Stage::both_altered(Altered::WithoutEngine);
    let mut trials = Vec::new();
    // In Chromium the engine runs in the page on the one and in the background on the other.
    for surface in ["facebook-post", "x-inline"] {
        trials.extend(on(&stopping, surface, "a panic keeps nothing", a_panic_keeps_nothing)?);
        trials.extend(on(
            &without,
            surface,
            "an engine that does not start",
            an_engine_that_does_not_start,
        )?);
    }
    // One stays with its box, one closes it, one closes a modal dialog with everything in it.
    let silent = Stage::both_altered(Altered::BareBackground);
    for surface in ["x-inline", "x-modal", "linkedin-modal-dialog"] {
        trials.extend(on(
            &silent,
            surface,
            "an answer that does not come in time",
            an_answer_that_does_not_come,
        )?);
    }
    for stage in stages {
        let surface = chaperone_browser_tests::surfaces::named("facebook-post")?;
        let name = "facebook-post · a policy that forbids the engine";
        // Firefox does not apply the page's policy to content scripts.
        let reports = usize::from(stage.kind == Kind::Chromium);
        trials.push(stage.trial_with_reports(name, reports, move |browser, _| {
            a_policy_that_forbids_the_engine(browser, &surface)
        }));
    }
    Ok(trials)
}

fn a_panic_keeps_nothing(browser: &Browser, surface: &Surface) -> Result<()> {
    let shipped = fs::read(repository().join("dist/wasm/chaperone_bg.wasm")).context("./build.sh build makes it")?;
    ensure!(
        !shipped.windows(MARK.len()).any(|bytes| bytes == MARK.as_bytes()),
        "the module that ships stops on request"
    );
    let page = browser.open(surface, &[])?;
    page.types(&format!("The {WORD} of NHS number {NUMBER} is STOP-HER"))?;
    page.waits_for_underlines(&[NUMBER])?;
    let before = browser.console()?.len();
    page.types("E")?;
    page.waits_for_chip("Not checking here")?;

    // The very next key is checked by an engine that was started again.
    page.presses("Backspace")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;

    let console = browser.console()?.split_off(before);
    let reported = |line: &&String| line.contains("checker stopped at src/wasm.rs:");
    ensure!(
        console.iter().filter(reported).count() == 1,
        "not reported once by file and line: {console:#?}"
    );
    ensure!(
        !console.iter().any(|line| line.contains(WORD)),
        "the console quotes the draft: {console:#?}"
    );
    // That one line is no complaint.
    browser.complaints()?;
    says_nothing_of_the_draft(&page)?;
    let popup = browser.popup()?;
    let kept = popup.kept();
    popup.close()?;
    let kept = kept?;
    ensure!(!kept.contains(WORD), "kept: {kept}");
    ensure!(kept.contains("engineRestarts"), "the new start was not counted: {kept}");
    Ok(())
}

/// Only the questions to the background hold the draft; no answer does, and nothing else that is said.
fn says_nothing_of_the_draft(page: &Page<'_>) -> Result<()> {
    let heard = page.heard()?;
    let others: Vec<_> = heard
        .said
        .iter()
        .filter(|message| !message.contains(r#""kind":"check""#) && !message.contains(r#""kind":"look-closer""#))
        .chain(&heard.told)
        .filter(|message| message.contains(WORD))
        .collect();
    ensure!(others.is_empty(), "said beside the check: {others:#?}");
    ensure!(!heard.told.is_empty(), "the listener heard nothing");
    Ok(())
}

fn an_engine_that_does_not_start(browser: &Browser, surface: &Surface) -> Result<()> {
    const RISKY: &str = "Who looks after NHS number 943 476 5919?";
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    let said = "Not checking here: the checker did not start";
    page.waits_for_chip(said)?;
    ensure!(page.announced()? == said, "what is said is {:?}", page.announced()?);
    page.waits_for_underlines(&[])?;
    let popup = browser.popup()?;
    let said = popup.waits_for("#page-heading", "Not checking here");
    popup.close()?;
    said?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].trusted && posts[0].text == RISKY, "posted {:?}", posts[0]);
    Ok(())
}

/// It is let through, and that is said where the chip lay, though the box is gone by then; then nothing of ours is left in the page.
fn an_answer_that_does_not_come(browser: &Browser, surface: &Surface) -> Result<()> {
    const SAID: &str = "Let through without a check: the checker did not answer in time";
    let page = browser.open(surface, &[])?;
    page.types("Flu jabs. NO-ANSWER")?;
    page.waits_for_text("Flu jabs. NO-ANSWER")?;
    page.submits()?;
    page.waits_for_posts(1)?;
    page.waits_for_chip(SAID)?;
    ensure!(page.announced()? == SAID, "what is said is {:?}", page.announced()?);
    browser.session.run("document.activeElement.blur()", &[])?;
    page.waits_for_nothing_of_ours()
}

/// The adapter trusts a recorded policy. When the site stops sending it, one attempt is refused, and there is never another.
fn a_policy_that_forbids_the_engine(browser: &Browser, surface: &Surface) -> Result<()> {
    let mut refusals = Vec::new();
    let played: Result<()> = (|| {
        for _ in 0..3 {
            let page = browser.open(surface, &[("policy", "strict")])?;
            page.types("Who looks after 943 476 5919? ")?;
            page.waits_for_underlines(&[NUMBER])?;
            page.submits()?;
            page.waits_for_gate()?;
            refusals.extend(browser.complaints()?);
        }
        Ok(())
    })();
    // The browser is shared: the next scenario finds the site as it was.
    let popup = browser.popup()?;
    let forgotten = popup.keeps("local", r#"{"pageRefusedEngine":[]}"#);
    popup.close()?;
    forgotten?;
    played?;
    ensure!(
        refusals.iter().all(|line| line.contains("WebAssembly")),
        "in the console: {refusals:#?}"
    );
    Ok(())
}
