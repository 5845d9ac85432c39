//! A page that means harm: it replaces what scripts are built on, in its own world, and keeps events from everyone behind it. The state
//! is right, it is said, and a submit is held.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind},
    surfaces::Surface,
};
use libtest_mimic::Trial;
use serde_json::json;

use crate::stage::{Stages, on};

const NUMBER: &str = "943 476 5919";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in ["facebook-post", "x-inline", "linkedin-post-light", "linkedin-dialog"] {
        trials.extend(on(
            stages,
            surface,
            "a page that replaces what scripts are built on",
            a_page_that_replaces_everything,
        )?);
        trials.extend(on(
            stages,
            surface,
            "a page that keeps events to itself",
            a_page_that_keeps_events,
        )?);
    }
    trials.extend(on(
        stages,
        "x-inline",
        "a page that styles everything and looks at everything",
        a_page_that_styles_and_looks,
    )?);
    Ok(trials)
}

/// Our host is shown whatever the page says of elements like it, and bears nothing that a page could know it by.
fn a_page_that_styles_and_looks(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    let script = "const style = document.createElement('style');
        style.textContent = ':root > div, [popover] { display: none !important; opacity: 0 !important; scale: 0 !important }';
        document.head.append(style);";
    page.session.run(script, &[])?;
    page.types("Flu jabs.")?;
    page.waits_for_chip("Nothing flagged")?;
    let host = page.session.run(
        "const { localName, attributes, childNodes, shadowRoot } = document.documentElement.lastElementChild;
        return [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`), childNodes.length, shadowRoot];",
        &[],
    )?;
    ensure!(
        host == json!(["div", "popover=manual", 0, null]),
        "our host shows {host}"
    );
    page.clicks_ours(".chip")
}

fn a_page_that_replaces_everything(browser: &Browser, surface: &Surface) -> Result<()> {
    is_held_on_a_page_with(browser, surface, REPLACES)
}

fn a_page_that_keeps_events(browser: &Browser, surface: &Surface) -> Result<()> {
    is_held_on_a_page_with(browser, surface, KEEPS)
}

fn is_held_on_a_page_with(browser: &Browser, surface: &Surface, script: &str) -> Result<()> {
    let page = browser.open(surface, &[])?;
    // Chromium's driver has its own scripts in the page's world, and they need promises and JSON.
    page.session.run(script, &[json!(browser.kind() == Kind::Chromium)])?;
    page.types("Who looks after NHS number 943 476 5919? ")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.has_posted_nothing()?;
    page.chooses("Go back and edit")?;
    page.waits_for_no_gate()?;
    page.types("x")?;
    page.waits_for_chip("1 thing to check")?;
    page.submits()?;
    page.waits_for_gate()?;
    page.chooses("Post anyway")?;
    page.waits_for_posts(1).map(drop)
}

/// Where the page's own editor needs a function too, it is only deaf to callers that are not the page: those at the window.
const REPLACES: &str = r#"
const fails = () => { throw new Error("not for you"); };
const replace = (target, names, made) => {
    for (const name of names) {
        const own = target[name];
        Object.defineProperty(target, name, { value: made(own), configurable: true, writable: true });
    }
};
const deafAtTheWindow = (own) => function (...values) {
    if (this.currentTarget !== window) return own.apply(this, values);
};
replace(Element.prototype, ["attachShadow"], () => fails);
replace(HTMLElement.prototype, ["showPopover", "hidePopover"], () => fails);
replace(Node.prototype, ["getRootNode"], () => () => document);
replace(Event.prototype, ["preventDefault", "stopPropagation", "stopImmediatePropagation"], deafAtTheWindow);
replace(Highlight.prototype, ["add", "delete", "clear"], () => fails);
replace(HighlightRegistry.prototype, ["set", "delete"], () => fails);
replace(window, ["MutationObserver", "ResizeObserver"], () => class {});
const isDrivenFromWithin = arguments[0];
if (!isDrivenFromWithin) {
    replace(window, ["Promise"], () => class {});
    replace(JSON, ["parse", "stringify"], () => () => "{}");
}
replace(EventTarget.prototype, ["removeEventListener"], () => () => undefined);
replace(crypto, ["randomUUID"], () => () => "the same");
"#;

/// What says where the focus, the caret and the pointer are ends at the window, and so do presses of buttons that are not the page's.
const KEEPS: &str = r#"
for (const type of ["focusin", "focusout", "focus", "blur", "pointerdown", "pointermove", "change", "keyup"])
    window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
addEventListener("click", (event) => {
    if (event.target.parentElement === document.documentElement) event.stopImmediatePropagation();
}, { capture: true });
document.addEventListener("selectionchange", (event) => event.stopImmediatePropagation(), { capture: true });
"#;
