//! What happens to a submit on pages that are slow or wary, and which keys are none.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Page, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::stage::{Stages, on};

const RISKY: &str = "Who looks after NHS number 943 476 5919?";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in ["facebook-post", "x-modal", "linkedin-dialog"] {
        trials.extend(on(
            stages,
            surface,
            "a wary page gets the user's own press",
            a_wary_page,
        )?);
        trials.extend(on(stages, surface, "a slow page posts once", a_slow_page_posts_once)?);
        trials.extend(on(
            stages,
            surface,
            "a page's own click is not held",
            a_page_s_own_click,
        )?);
    }
    for surface in ["facebook-post", "x-modal", "linkedin-dialog", "linkedin-modal-dialog"] {
        trials.extend(on(
            stages,
            surface,
            "a second box beside the text changes nothing for it",
            a_second_box_beside_the_text,
        )?);
    }
    for surface in ["facebook-comment", "x-inline", "linkedin-message"] {
        trials.extend(on(stages, surface, "no event is delayed", no_event_is_delayed)?);
    }
    trials.extend(on(
        stages,
        "x-chat",
        "no other press is asked for where the box was emptied",
        no_other_press_is_asked_for,
    )?);
    trials.extend(on(
        stages,
        "x-modal",
        "only what is new holds again",
        only_what_is_new_holds_again,
    )?);
    trials.extend(on(
        stages,
        "facebook-comment",
        "keys that send nothing are not held",
        keys_that_send_nothing,
    )?);
    for surface in ["facebook-comment", "x-message", "x-inline"] {
        trials.extend(on(
            stages,
            surface,
            "a list that is not the box's own takes no key",
            a_list_elsewhere_takes_no_key,
        )?);
    }
    trials.extend(on(
        stages,
        "facebook-post",
        "Schedule, Update and Save are submits",
        schedule_update_and_save,
    )?);
    Ok(trials)
}

fn schedule_update_and_save(browser: &Browser, surface: &Surface) -> Result<()> {
    for label in ["Schedule", "Update", "Save"] {
        let page = browser.open(surface, &[])?;
        page.types(RISKY)?;
        page.waits_for_chip("1 thing to check")?;
        let control = page.session.find_along(&surface.submit[0])?;
        let script = "arguments[0].setAttribute('aria-label', arguments[1])";
        page.session.run(script, &[control.argument(), json!(label)])?;
        page.session.click(&control)?;
        page.waits_for_gate()?;
        page.has_posted_nothing()?;
    }
    Ok(())
}

fn a_wary_page(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("submit", "trusted-only")])?;
    posts_anyway(&page)?;
    let asked = "Press Post again, it will go through";
    page.waits_for_chip(asked)?;
    ensure!(page.announced()? == asked, "what is said is {:?}", page.announced()?);
    page.has_posted_nothing()?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].text == RISKY && posts[0].trusted, "posted {:?}", posts[0]);
    Ok(())
}

/// A page that takes the text a moment after the press, and empties its text area without an event.
fn no_other_press_is_asked_for(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("submit", "trusted-only")])?;
    posts_anyway(&page)?;
    page.waits_for_no_gate()?;
    page.is_filled_with("")?;
    page.waits_for_no_chip()
}

/// A description of a picture, say: the text is held as before, and so is what is written there.
fn a_second_box_beside_the_text(browser: &Browser, surface: &Surface) -> Result<()> {
    const OTHER: &str = "The picture is of NHS number 401 023 2137";
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    let script = "const box = document.createElement('textarea');
        box.id = 'beside';
        arguments[0].closest('dialog, [role=dialog], [data-test-modal-id]').append(box);
        box.focus();";
    page.session.run(script, &[page.composer()?.argument()])?;
    let beside = page.session.find("#beside")?;
    page.submits()?;
    let gate = page.waits_for_gate()?;
    ensure!(gate.contains("943 476 5919"), "the gate says {gate}");
    page.chooses("Go back and edit")?;
    page.waits_for_no_gate()?;
    page.session.type_into(&beside, OTHER)?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")?;
    let gate = wait_until("the question about the other box", || {
        let said = page.waits_for_gate()?;
        Ok((!said.contains("943 476 5919")).then_some(said))
    })?;
    ensure!(gate.contains("401 023 2137"), "the gate says {gate}");
    page.has_posted_nothing()?;
    page.chooses("Post anyway")?;
    page.waits_for_posts(1).map(drop)
}

fn a_slow_page_posts_once(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("submit", "slow")])?;
    posts_anyway(&page)?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].text == RISKY, "posted {:?}", posts[0].text);
    // A second submit made after two seconds would have gone out by now.
    let made = posts[0].at;
    wait_until("three more seconds on the page's clock", || {
        let now = page.session.run("return performance.now()", &[])?;
        Ok((now.as_f64() > Some(made + 3000.0)).then_some(()))
    })?;
    page.waits_for_posts(1).map(drop)
}

fn only_what_is_new_holds_again(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("submit", "trusted-only")])?;
    posts_anyway(&page)?;
    page.waits_for_chip("Press Post again")?;
    page.session.click(&page.composer()?)?;
    page.moves_caret("Control+End")?;
    page.types(" My patient's email is j.whitcombe@example.org.")?;
    page.waits_for_underlines(&["943 476 5919", "j.whitcombe@example.org"])?;
    page.submits()?;
    let gate = page.waits_for_gate()?;
    ensure!(
        gate.contains("j.whitcombe@example.org") && !gate.contains("943 476 5919"),
        "the gate says {gate}"
    );
    page.chooses("Post anyway")?;
    page.waits_for_chip("Press Post again")?;
    page.submits()?;
    page.waits_for_posts(1).map(drop)
}

fn a_page_s_own_click(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    let control = page.session.find_along(&surface.submit[surface.submit.len() - 1])?;
    page.session.run("arguments[0].click()", &[control.argument()])?;
    let posts = page.waits_for_posts(1)?;
    ensure!(!posts[0].trusted, "the driver's script made a trusted click");
    Ok(())
}

fn keys_that_send_nothing(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("NHS number 943 476 5919 ")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.presses("Shift+Enter")?;
    page.waits_for_text("NHS number 943 476 5919 \n")?;
    page.types("@Ann")?;
    page.session.find("[role=listbox]")?;
    page.presses("Enter")?;
    page.waits_for_text("NHS number 943 476 5919 \nAnn Lee ")?;
    ensure!(!page.is_held()?, "the gate is open");
    page.has_posted_nothing()?;
    page.composes(browser, "すし")?;
    page.waits_for_text("NHS number 943 476 5919 \nAnn Lee すし")?;
    ensure!(!page.is_held()?, "the Enter that ends a composition was held");
    page.has_posted_nothing()?;
    page.waits_for_underlines(&["943 476 5919"])
}

/// A menu of the page, say, that happens to be open beside the box.
fn a_list_elsewhere_takes_no_key(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    let script = "const list = document.createElement('ul');
        list.setAttribute('role', 'listbox');
        const option = document.createElement('li');
        option.setAttribute('role', 'option');
        option.textContent = 'English';
        list.append(option);
        document.body.prepend(list);";
    page.session.run(script, &[])?;
    for chord in &surface.submit_keys {
        page.presses(chord)?;
        page.waits_for_gate()?;
        page.has_posted_nothing()?;
        page.presses("Escape")?;
        page.waits_for_no_gate()?;
    }
    Ok(())
}

/// With nothing found the page sees the same events in the same order, none of them late, as with the site switched off.
fn no_event_is_delayed(browser: &Browser, surface: &Surface) -> Result<()> {
    let with = events_of_a_clear_post(browser, surface)?;
    let popup = browser.popup()?;
    popup.clicks("#site-switch")?;
    popup.waits_for("#page-heading", "Switched off on")?;
    popup.close()?;
    let without = events_of_a_clear_post(browser, surface);
    let popup = browser.popup()?;
    popup.clicks("#site-switch")?;
    popup.waits_for_no("#page-heading", "Switched off on")?;
    popup.close()?;
    let without = without?;
    ensure!(with == without, "with Chaperone {with}, without {without}");
    Ok(())
}

fn events_of_a_clear_post(browser: &Browser, surface: &Surface) -> Result<Value> {
    let page = browser.open(surface, &[])?;
    page.session.run(
        "window.__events = [];
        for (const type of ['keydown', 'beforeinput', 'input', 'keyup', 'pointerdown', 'pointerup', 'click', 'submit'])
            document.addEventListener(type, (event) => {
                window.__events.push([type, event.key ?? event.inputType ?? null, event.isTrusted, event.defaultPrevented]);
            }, { capture: true });",
        &[],
    )?;
    page.types("Flu jabs.")?;
    page.waits_for_text("Flu jabs.")?;
    page.submits()?;
    page.waits_for_posts(1)?;
    page.session.run("return window.__events", &[])
}

fn posts_anyway(page: &Page<'_>) -> Result<()> {
    page.types(RISKY)?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")
}
