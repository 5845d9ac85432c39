//! What Chaperone costs in the browsers, measured on the local pages with a listener in the extension's own world, each figure against
//! its budget. Times are medians of the content script's clock.

use std::fs;

use anyhow::Result;
use chaperone_browser_tests::{
    driver::{Altered, Browser, Heard, Kind, Page, wait_until},
    server::Server,
    surfaces::{Surface, named},
};
use serde_json::json;

/// Where the engine runs in the page, and where in the background, in Chromium; Firefox runs it in the page on both.
const SURFACES: [&str; 2] = ["facebook-post", "x-inline"];
const COLD_STARTS: usize = 7;
const HASTY_SUBMITS: usize = 20;
const ROUNDS: usize = 10;
const SENTENCES: &str = "Clinic ran late again and nobody minded much. My patient John Whitcombe, 47, asked about statins. \
    Anyone know who looks after NHS number 943 476 5919? Flu jabs start on Monday, ask your practice. ";
const KEYSTROKES: &str = "My patient John Whitcombe rang, his email is a.b@example.org now. ";
/// Characters of a draft, and the longest check allowed in the page, in milliseconds.
const LENGTHS: [(usize, Option<f64>); 3] = [(280, Some(0.5)), (1_000, None), (10_000, Some(10.0))];

fn main() -> Result<()> {
    // Where other work shares the processors, every figure is higher.
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("{:<78} {:>10}   budget", "figure", "measured");
    println!(
        "{:<78} {:>10}",
        "processes that wanted a processor in the last minute",
        load.split(' ').next().unwrap_or_default()
    );
    for kind in Kind::ALL {
        let server = Server::start()?;
        let browser = Browser::start(kind, &server, &Altered::Listening.options()?)?;
        for id in SURFACES {
            let surface = named(id)?;
            let in_page = kind == Kind::Firefox || id == SURFACES[0];
            let (host, cold) = if in_page {
                ("in the page", 150.0)
            } else {
                ("in the background", 60.0)
            };
            let name = |what: &str| format!("{kind}, {}, engine {host}: {what}", surface.site);
            print(
                &name("focus → engine ready, cold"),
                cold_start(&browser, &surface)?,
                Some(cold),
            );
            if !in_page {
                let bare = Browser::start(kind, &server, &Altered::BareBackground.options()?)?;
                print(
                    &name("the same with an empty background"),
                    cold_start(&bare, &surface)?,
                    None,
                );
            }
            print(
                &name("key → change of the underlines"),
                keystroke(&browser, &surface)?,
                Some(20.0),
            );
            let cost = thread(&browser, &surface)?;
            print(&name("page's thread per key, without the engine"), cost, Some(1.0));
            if in_page {
                for (length, budget) in LENGTHS {
                    let measured = check(&browser, &surface, length)?;
                    print(&name(&format!("check of {length} characters")), measured, budget);
                }
            }
        }
        let (at_once, held, unchecked) = hasty_submits(&browser)?;
        println!(
            "{kind}: of {HASTY_SUBMITS} submits without a pause, {at_once} decided at once, {held} held for a report, {unchecked} let \
             through unchecked"
        );
    }
    Ok(())
}

fn print(what: &str, measured: f64, budget: Option<f64>) {
    let against = budget.map_or_else(String::new, |budget| {
        format!("≤ {budget} ms{}", if measured <= budget { "" } else { "  over" })
    });
    println!("{what:<78} {measured:>7.2} ms   {against}");
}

/// From the first focus in an editor that holds a text already to the engine (in the page) or its first report (in the background),
/// with the background stopped before.
fn cold_start(browser: &Browser, surface: &Surface) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..COLD_STARTS {
        // A background that is still starting does not end.
        browser.open(surface, &[])?.waits_for_chip("Nothing flagged")?;
        browser.stops_background()?;
        let page = Page::unopened(browser, surface)?;
        page.session.run(
            "addEventListener('focusin', () => [...window.__editors].at(-1)?.set('Flu jabs'), { capture: true, once: true });",
            &[],
        )?;
        page.opens_composer()?;
        let ready = wait_until("the engine", || {
            let Heard { focus_at, ready_at, .. } = page.heard()?;
            Ok(focus_at.zip(ready_at))
        });
        let (focus, ready) = ready?;
        times.push(ready - focus);
    }
    Ok(median(times))
}

/// From the key to the change of the underlines that it brings, the page's own work on the key included. A letter less and the number is none: its underline goes
/// with the report, without the wait that new ones have.
fn keystroke(browser: &Browser, surface: &Surface) -> Result<f64> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919")?;
    page.waits_for_an_underline()?;
    page.session.run(
        "window.__times = [];
        let before = CSS.highlights.size;
        const channel = new MessageChannel();
        let start = null;
        channel.port1.onmessage = () => {
            if (start === null) return;
            if (CSS.highlights.size < before) window.__times.push(performance.now() - start);
            if (CSS.highlights.size !== before || performance.now() - start > 300) start = null;
            before = CSS.highlights.size;
            if (start !== null) channel.port2.postMessage(null);
        };
        addEventListener('keydown', ({ key }) => {
            if (key !== 'Backspace') return;
            start = performance.now();
            before = CSS.highlights.size;
            channel.port2.postMessage(null);
        }, { capture: true });",
        &[],
    )?;
    for _ in 0..ROUNDS {
        page.presses("Backspace")?;
        page.waits_for_underlines(&[])?;
        page.types("9")?;
        page.waits_for_an_underline()?;
    }
    Ok(median(serde_json::from_value(
        page.session.run("return window.__times", &[])?,
    )?))
}

/// What the content script's listeners take for one key, without the engine where that runs in the page.
fn thread(browser: &Browser, surface: &Surface) -> Result<f64> {
    let page = browser.open(surface, &[])?;
    page.types(SENTENCES)?;
    page.waits_for_an_underline()?;
    let mut costs = Vec::new();
    for _ in 0..ROUNDS {
        let before = page.heard()?;
        page.types(KEYSTROKES)?;
        let after = page.heard()?;
        let outside = (after.busy - before.busy) - (after.engine - before.engine);
        #[allow(clippy::cast_precision_loss)]
        costs.push(outside / KEYSTROKES.chars().count() as f64);
    }
    Ok(median(costs))
}

/// One check of a draft of this length.
fn check(browser: &Browser, surface: &Surface, length: usize) -> Result<f64> {
    let page = browser.open(surface, &[])?;
    page.types("NHS number 943 476 5919 ")?;
    page.waits_for_an_underline()?;
    let text: String = SENTENCES.chars().cycle().take(length).collect();
    let before = page.heard()?.checks.len();
    for round in 0..ROUNDS {
        // Another text each time: what was checked already is not checked again.
        let text = format!("{round}{}", &text[1..]);
        page.session
            .run("[...window.__editors].at(-1).set(arguments[0])", &[json!(text)])?;
        wait_until("a check", || {
            Ok((page.heard()?.checks.len() > before + round).then_some(()))
        })?;
    }
    Ok(median(page.heard()?.checks.split_off(before)))
}

/// Submits as fast as keys can be pressed, so that the last report may not be there yet: decided at once, held, let through unchecked.
fn hasty_submits(browser: &Browser) -> Result<(usize, usize, usize)> {
    let surface = named(SURFACES[1])?;
    let mut counts = (0, 0, 0);
    for _ in 0..HASTY_SUBMITS {
        let page = browser.open(&surface, &[])?;
        page.types("Flu jabs start on Monday.")?;
        page.presses("Control+Enter")?;
        page.waits_for_posts(1)?;
        let said = page.heard()?.said;
        let of = |what: &str| said.iter().filter(|message| message.contains(what)).count();
        counts.0 += of("decidedAtOnce");
        counts.1 += of("heldForReport");
        counts.2 += of("letThroughUnchecked");
    }
    Ok(counts)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
