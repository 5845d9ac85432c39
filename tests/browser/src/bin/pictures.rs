//! Pictures of every surface of Chaperone: chip, card, gate, files, request and popup; light and dark, narrow, doubled in size, in forced
//! colours.
//! Chromium, since its driver can change all of these under an open page.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options, Page, devtools, planted},
    requests,
    server::Server,
    surfaces::{READ, SEEN, named},
};
use clap::Parser;
use serde_json::{Value, json};

/// Pictures of chip, card, gate and popup in every dress.
#[derive(Parser)]
struct Arguments {
    /// The folder they are written to.
    folder: PathBuf,
}

const RISKY: &str =
    "My patient John Whitcombe, NHS number 943 476 5919, was a GOMER. His email is j.whitcombe@example.org ";

/// A way in which the pages are shown: its name, the features of the medium, and the size of the window in CSS pixels.
struct Dress {
    name: &'static str,
    features: &'static [(&'static str, &'static str)],
    width: u32,
    height: u32,
    scale: u32,
}

const DRESSES: &[Dress] = &[
    Dress {
        name: "light",
        features: &[],
        width: 1100,
        height: 800,
        scale: 1,
    },
    Dress {
        name: "dark",
        features: &[("prefers-color-scheme", "dark")],
        width: 1100,
        height: 800,
        scale: 1,
    },
    Dress {
        name: "narrow",
        features: &[],
        width: 360,
        height: 700,
        scale: 1,
    },
    Dress {
        name: "zoomed",
        features: &[],
        width: 550,
        height: 400,
        scale: 2,
    },
    Dress {
        name: "forced",
        features: &[("forced-colors", "active")],
        width: 1100,
        height: 800,
        scale: 1,
    },
];
const SURFACES: &[&str] = &["facebook-post", "x-modal", "linkedin-modal-dialog", "other-post"];

fn main() -> Result<()> {
    let Arguments { folder } = Arguments::parse();
    fs::create_dir_all(&folder)?;
    let server = Server::start()?;
    let browser = Browser::start(Kind::Chromium, &server, &Options::with_extension()?)?;
    for dress in DRESSES {
        request(&browser, dress, &folder)?;
        answer(&browser, dress, &folder)?;
        heat(&browser, dress, &folder)?;
        closer_look(&browser, dress, &folder)?;
        for id in SURFACES {
            let take = |what: &str| {
                let picture = browser.session.screenshot()?;
                Ok::<_, anyhow::Error>(fs::write(
                    folder.join(format!("{id}-{what}-{}.png", dress.name)),
                    picture,
                )?)
            };
            let surface = named(id)?;
            browser.session.go("about:blank")?;
            put_on(&browser, dress)?;
            let page = browser.open(&surface, &[("audience", "public")])?;
            page.types(RISKY)?;
            page.waits_for_chip("things to check")?;
            page.waits_for_an_underline()?;
            take("chip")?;
            page.presses("Alt+Shift+n")?;
            page.waits_for_card()?;
            take("card")?;
            page.chooses("Ignore…")?;
            take("card-ignore")?;
            page.presses("Escape")?;
            page.submits()?;
            page.waits_for_gate()?;
            take("gate")?;
            page.presses("Escape")?;
            page.waits_for_no_gate()?;
            page.brings_file("drop", &planted("photo.jpg"), "image/jpeg")?;
            page.waits_for_gate()?;
            take("files")?;
            page.chooses("Attach cleaned copy")?;
            page.waits_for_no_gate()?;
            if *id == SURFACES[0] {
                popup(&browser, dress, &folder)?;
            }
        }
    }
    println!("{} pictures in {}", fs::read_dir(&folder)?.count(), folder.display());
    Ok(())
}

/// The question about a request, and what is said when it is a patient.
fn request(browser: &Browser, dress: &Dress, folder: &Path) -> Result<()> {
    let page = &requests::all()?[0];
    let surface = page.surface();
    browser.session.go("about:blank")?;
    put_on(browser, dress)?;
    let opened = Page::unopened(browser, &surface)?;
    browser.session.click(&browser.session.find(&page.accept)?)?;
    opened.waits_for_ours(".request")?;
    let take = |what: &str| picture(browser, folder, &format!("request-{what}-{}", dress.name));
    take("question")?;
    opened.chooses("Yes")?;
    opened.waits_for_ours(".request blockquote")?;
    take("advice")
}

/// The card over an answer to criticism, with its ready replies.
fn answer(browser: &Browser, dress: &Dress, folder: &Path) -> Result<()> {
    let surface = named("x-inline-reply")?;
    browser.session.go("about:blank")?;
    put_on(browser, dress)?;
    let page = browser.open(&surface, &[])?;
    page.types("You attended on Tuesday and left before the nurse called.")?;
    page.waits_for_an_underline()?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    picture(browser, folder, &format!("replies-card-{}", dress.name))?;
    page.chooses("A complaint, or abuse?")?;
    picture(browser, folder, &format!("replies-routes-{}", dress.name))
}

/// A heated draft that is kept for a while: the gate that offers it, the chip that counts, the gate that holds it.
fn heat(browser: &Browser, dress: &Dress, folder: &Path) -> Result<()> {
    let surface = named("facebook-comment")?;
    browser.session.go("about:blank")?;
    put_on(browser, dress)?;
    let page = browser.open(&surface, &[])?;
    page.types("Another GOMER tonight.")?;
    page.waits_for_an_underline()?;
    page.submits()?;
    page.waits_for_gate()?;
    picture(browser, folder, &format!("heat-gate-{}", dress.name))?;
    page.chooses("Keep it as a draft for 10 minutes")?;
    page.waits_for_chip("Kept as a draft")?;
    picture(browser, folder, &format!("heat-chip-{}", dress.name))?;
    page.submits()?;
    page.waits_for_gate()?;
    picture(browser, folder, &format!("heat-waiting-{}", dress.name))
}

/// The popup as it opens, with the keyboard in it, and the whole of it with everything unfolded.
fn popup(browser: &Browser, dress: &Dress, folder: &Path) -> Result<()> {
    let popup = browser.popup()?;
    // As wide and high as browsers make it.
    let as_opened = Dress {
        width: dress.width.min(372),
        height: 600 / dress.scale,
        ..*dress
    };
    put_on(browser, &as_opened)?;
    popup.session.press(&['\u{e004}'])?;
    popup.session.press(&['\u{e004}'])?;
    picture(browser, folder, &format!("popup-{}", dress.name))?;
    for fold in ["#try summary", "#settings summary", "#ignored summary"] {
        popup.clicks(fold)?;
    }
    popup.clicks("#try-text")?;
    popup.session.type_keys(RISKY)?;
    popup.waits_for("#try-count", "things to check")?;
    put_on(
        browser,
        &Dress {
            height: 2400,
            ..as_opened
        },
    )?;
    popup.session.run("scrollTo(0, 0)", &[])?;
    picture(browser, folder, &format!("popup-whole-{}", dress.name))?;
    popup.close()
}

/// What a closer look has found in a draft, and its card.
fn closer_look(browser: &Browser, dress: &Dress, folder: &Path) -> Result<()> {
    browser.session.go("about:blank")?;
    put_on(browser, dress)?;
    let surface = named("facebook-post")?;
    let page = browser.open(&surface, &[])?;
    page.types(&format!("Quiet night, mostly. {READ}."))?;
    page.waits_for_underline_on(SEEN)?;
    picture(browser, folder, &format!("closer-look-chip-{}", dress.name))?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    picture(browser, folder, &format!("closer-look-card-{}", dress.name))
}

fn picture(browser: &Browser, folder: &Path, name: &str) -> Result<()> {
    Ok(fs::write(
        folder.join(format!("{name}.png")),
        browser.session.screenshot()?,
    )?)
}

fn put_on(browser: &Browser, dress: &Dress) -> Result<()> {
    let features: Vec<Value> = dress
        .features
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    devtools(
        &browser.session,
        "Emulation.setEmulatedMedia",
        &json!({ "features": features }),
    )?;
    let size =
        json!({ "width": dress.width, "height": dress.height, "deviceScaleFactor": dress.scale, "mobile": false });
    devtools(&browser.session, "Emulation.setDeviceMetricsOverride", &size).map(drop)
}
