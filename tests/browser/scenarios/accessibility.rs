//! axe over popup, card and gate. A closed root cannot be looked into from outside, so card and gate are copied out of it as they
//! were rendered, with their styles, and looked at on an empty page. Chromium only: both browsers get the same markup.

use std::fs;

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Element, Kind, Page, planted},
    requests,
    surfaces::{Surface, repository},
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

use crate::stage::{Stages, on};

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let chromium: Vec<_> = stages
        .iter()
        .filter(|stage| stage.kind == Kind::Chromium)
        .cloned()
        .collect();
    Ok([
        on(&chromium, "x-inline", "axe passes the popup", axe_passes_the_popup)?,
        on(
            &chromium,
            "x-inline",
            "axe passes card, chip, gate and files",
            axe_passes_what_is_ours,
        )?,
        on(
            &chromium,
            "x-inline-reply",
            "axe passes replies and a draft that rests",
            axe_passes_replies_and_rest,
        )?,
        on(
            &chromium,
            "facebook-post",
            "axe passes the question about a request",
            axe_passes_the_question,
        )?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

fn axe_passes_the_popup(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after NHS number 943 476 5919? ")?;
    page.waits_for_chip("1 thing to check")?;
    let popup = browser.popup()?;
    for fold in ["#settings summary", "#ignored summary"] {
        popup.clicks(fold)?;
    }
    let complaints = axe(browser, &[]);
    popup.close()?;
    passes("the popup", &complaints?)
}

fn axe_passes_what_is_ours(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after NHS number 943 476 5919? ")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    let chip = copied(&page, &page.waits_for_ours(".chip")?)?;
    page.presses("Alt+Shift+n")?;
    page.chooses("Ignore…")?;
    let card = copied(&page, &page.waits_for_ours(".card")?)?;
    page.presses("Escape")?;
    page.submits()?;
    page.waits_for_gate()?;
    let gate = copied(&page, &page.waits_for_ours("dialog.gate")?)?;
    page.presses("Escape")?;
    page.waits_for_no_gate()?;
    page.chooses_files(&[&planted("photo.jpg")])?;
    page.waits_for_gate()?;
    let files = copied(&page, &page.waits_for_ours("dialog.files")?)?;
    each_passes(
        browser,
        [
            ("the chip", chip),
            ("the card", card),
            ("the gate", gate),
            ("the files", files),
        ],
    )
}

fn axe_passes_replies_and_rest(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("You attended on Tuesday and left before the nurse called. Another GOMER.")?;
    page.waits_for_chip("2 things to check")?;
    page.presses("Alt+Shift+n")?;
    page.chooses("A complaint, or abuse?")?;
    let replies = copied(&page, &page.waits_for_ours(".card")?)?;
    page.presses("Escape")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Keep it as a draft for 10 minutes")?;
    page.waits_for_chip("Kept as a draft")?;
    let chip = copied(&page, &page.waits_for_ours(".chip")?)?;
    page.submits()?;
    page.waits_for_gate()?;
    let gate = copied(&page, &page.waits_for_ours("dialog.gate")?)?;
    each_passes(
        browser,
        [
            ("the replies", replies),
            ("the chip at rest", chip),
            ("the gate at rest", gate),
        ],
    )
}

fn axe_passes_the_question(browser: &Browser, _: &Surface) -> Result<()> {
    let asking = requests::all()?.remove(0);
    let surface = asking.surface();
    let page = Page::unopened(browser, &surface)?;
    browser.session.click(&browser.session.find(&asking.accept)?)?;
    let question = copied(&page, &page.waits_for_ours(".request")?)?;
    page.chooses("Yes")?;
    page.waits_for_ours(".request blockquote")?;
    let advice = copied(&page, &page.waits_for_ours(".request")?)?;
    each_passes(browser, [("the question", question), ("the advice", advice)])
}

fn each_passes<const N: usize>(browser: &Browser, surfaces: [(&str, (String, String)); N]) -> Result<()> {
    for (name, (markup, styles)) in surfaces {
        browser.session.go("about:blank")?;
        browser.session.run(
            "document.documentElement.lang = 'en';
            document.title = 'One surface';
            document.body.innerHTML = `<main><h1>One surface</h1><div class='layer'>${arguments[0]}</div></main>`;
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[1]);
            document.adoptedStyleSheets = [sheet];",
            &[json!(markup), json!(styles)],
        )?;
        // The outline of the whole page is the site's, not ours.
        passes(
            name,
            &axe(
                browser,
                &["region", "page-has-heading-one", "landmark-one-main", "heading-order"],
            )?,
        )?;
    }
    Ok(())
}

/// The markup of a surface as it was rendered, and the styles of its root. `:host` has no meaning outside, nor has the place of the host.
fn copied(page: &Page<'_>, surface: &Element) -> Result<(String, String)> {
    let copy = page.session.run(
        "const sheets = arguments[0].getRootNode().adoptedStyleSheets;
        const rules = sheets.flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.selectorText !== ':host');
        const styles = rules.map((rule) => rule.cssText).join('\\n').replaceAll(':host', ':root');
        return [arguments[0].outerHTML, styles];",
        &[surface.argument()],
    )?;
    Ok(serde_json::from_value(copy)?)
}

fn axe(browser: &Browser, rules_off: &[&str]) -> Result<Vec<String>> {
    let source = fs::read_to_string(repository().join("node_modules/axe-core/axe.min.js"))
        .context("axe-core is not installed: run ./build.sh build first")?;
    browser.session.run(&format!("{source}\nwindow.axe = axe;"), &[])?;
    let rules: Value = rules_off
        .iter()
        .map(|rule| ((*rule).to_owned(), json!({ "enabled": false })))
        .collect::<serde_json::Map<_, _>>()
        .into();
    let found = browser.session.run_async(
        "const [rules, done] = arguments;
        axe.run(document, { rules }).then(({ violations }) =>
            done(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)));",
        &[rules],
    )?;
    Ok(serde_json::from_value(found)?)
}

fn passes(name: &str, complaints: &[String]) -> Result<()> {
    ensure!(complaints.is_empty(), "{name}: {complaints:#?}");
    Ok(())
}
