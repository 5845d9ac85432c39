//! What Chaperone costs, measured in both browsers on the local pages, each figure against its budget. Times are medians.

use anyhow::Result;
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options, wait_until},
    server::Server,
    surfaces::named,
};
use serde_json::Value;

/// Where the engine runs in the page, and where in the background, in Chromium; Firefox runs it in the page on both.
const SURFACES: [&str; 2] = ["facebook-post", "x-inline"];
const COLD_STARTS: usize = 5;
const HASTY_SUBMITS: usize = 20;
const KEYSTROKES: &str = "Mail a.b@example.org or c.d@example.org or e.f@example.org soon. ";

fn main() -> Result<()> {
    println!("{:<62} {:>10}   budget", "figure", "measured");
    for kind in Kind::ALL {
        let server = Server::start()?;
        let browser = Browser::start(kind, &server, &Options::with_extension()?)?;
        for id in SURFACES {
            let in_page = kind == Kind::Firefox || id == SURFACES[0];
            let (host, cold) = if in_page {
                ("in the page", 150.0)
            } else {
                ("in the background", 60.0)
            };
            let name = |what: &str| format!("{kind}, engine {host}: {what}");
            // More than the budget counts: the page's own dialog, the stopped background's start and the first underline.
            print(
                &name("focus → first underline, cold"),
                cold_start(&browser, id)?,
                Some(cold),
            );
            let (finding, slowest) = keystroke(&browser, id)?;
            print(&name("keystroke → finding"), finding, Some(20.0));
            print(&name("slowest key, to the next frame"), slowest, None);
        }
        let counters = counters(&browser)?;
        println!("{kind}: submits decided at once, held for a report, let through unchecked: {counters}");
    }
    Ok(())
}

fn print(what: &str, measured: f64, budget: Option<f64>) {
    let against = budget.map_or_else(String::new, |budget| {
        format!("≤ {budget:.0} ms{}", if measured <= budget { "" } else { "  over" })
    });
    println!("{what:<62} {measured:>7.1} ms   {against}");
}

/// From the focus in a composer to the first underline of what stands in it, with the background stopped before.
fn cold_start(browser: &Browser, id: &str) -> Result<f64> {
    let surface = named(id)?;
    let mut times = Vec::new();
    for _ in 0..COLD_STARTS {
        let page = browser.open(&surface, &[])?;
        // A background that is still starting does not end.
        page.waits_for_chip("Nothing flagged")?;
        browser.stops_background()?;
        let page = page.reloaded()?;
        // The text arrives in the task after the focus.
        page.session.run(
            "window.__shown = null;
            addEventListener('focusin', (event) => {
                const start = performance.now();
                setTimeout(() => [...window.__editors].at(-1).set('NHS number 943 476 5919 here'));
                const look = () => {
                    if (CSS.highlights.size > 0) window.__shown = performance.now() - start;
                    else setTimeout(look);
                };
                look();
            }, { capture: true, once: true });",
            &[],
        )?;
        page.opens_composer()?;
        times.push(wait_until("the first underline", || {
            Ok(page.session.run("return window.__shown", &[])?.as_f64())
        })?);
    }
    Ok(median(times))
}

/// From the input event to the change of the underlines that it brings, and the longest gap between two turns of the page's loop.
fn keystroke(browser: &Browser, id: &str) -> Result<(f64, f64)> {
    let surface = named(id)?;
    let page = browser.open(&surface, &[])?;
    page.types("Who looks after 943 476 5919")?;
    page.waits_for_an_underline()?;
    // A letter less and the number is none: its underline goes with the report, without the wait that new ones have.
    page.session.run(
        "window.__times = []; window.__longest = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.__longest = Math.max(window.__longest, entry.duration);
        }).observe({ type: 'event', durationThreshold: 16 });
        const [editor] = arguments;
        let before = CSS.highlights.size;
        new MutationObserver(() => {
            const start = performance.now();
            const look = () => {
                if (CSS.highlights.size !== before) {
                    before = CSS.highlights.size;
                    window.__times.push(performance.now() - start);
                } else if (performance.now() - start < 300) setTimeout(look);
            };
            setTimeout(look);
        }).observe(editor, { subtree: true, childList: true, characterData: true });",
        &[page.composer()?.argument()],
    )?;
    for _ in 0..10 {
        page.presses("Backspace")?;
        page.waits_for_underlines(&[])?;
        page.types("9")?;
        page.waits_for_an_underline()?;
    }
    page.types(KEYSTROKES)?;
    let gone: Vec<f64> = serde_json::from_value(
        page.session
            .run("return window.__times.filter((_, at) => at % 2 === 0)", &[])?,
    )?;
    let longest = page.session.run("return window.__longest", &[])?;
    Ok((median(gone), longest.as_f64().unwrap_or_default()))
}

/// Submits as fast as keys can be pressed, so that the last report may not be there yet.
fn counters(browser: &Browser) -> Result<Value> {
    let surface = named(SURFACES[1])?;
    for _ in 0..HASTY_SUBMITS {
        let page = browser.open(&surface, &[])?;
        page.types("Flu jabs start on Monday.")?;
        page.presses("Control+Enter")?;
        page.waits_for_posts(1)?;
    }
    if browser.kind() == Kind::Firefox {
        return Ok(Value::String("not readable through this driver".to_owned()));
    }
    let popup = browser.popup()?;
    let counters = popup.session.run_async(
        "const [done] = arguments; chrome.runtime.sendMessage({ kind: 'counters' }).then(done);",
        &[],
    );
    popup.close()?;
    counters
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
