//! The local pages for people: serve them, open a browser on them, or look for one underline and leave.

use std::{fs, thread, time::Duration};

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options},
    server::{INDEX, Server},
    surfaces::{named, repository},
};
use clap::{Parser, Subcommand};

/// Local pages with the sites' real editors, under the sites' names.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Serve the pages, print how to reach them, and go on until interrupted.
    Serve,
    /// Open a browser with the extension on the index of pages and go on until it is closed.
    Open {
        /// Firefox instead of Chromium.
        #[arg(long)]
        firefox: bool,
    },
    /// Without a display: type a risky sample, see its underline, write a picture, leave.
    Check {
        /// Firefox instead of Chromium.
        #[arg(long)]
        firefox: bool,
    },
}

const RISKY_SAMPLE: &str = "Anyone know who looks after NHS number 943 476 5919? ";

fn main() -> Result<()> {
    match Arguments::parse().verb {
        Verb::Serve => serve(),
        Verb::Open { firefox } => open(browser(firefox)),
        Verb::Check { firefox } => check(browser(firefox)),
    }
}

fn browser(is_firefox: bool) -> Kind {
    if is_firefox { Kind::Firefox } else { Kind::Chromium }
}

fn serve() -> Result<()> {
    let server = Server::start()?;
    let about = serde_json::json!({
        "index": INDEX,
        "proxy": server.proxy,
        "counters": format!("http://{}/", server.control),
        "public_key_sha256": server.certificate.public_key_hash(),
    });
    println!("{about:#}");
    loop {
        thread::park();
    }
}

fn open(kind: Kind) -> Result<()> {
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    ensure!(
        has_display,
        "there is no display here: `./build.sh run --check` does the same without one"
    );
    let server = Server::start()?;
    let browser = Browser::start(
        kind,
        &server,
        &Options {
            is_headless: false,
            ..Options::with_extension()?
        },
    )?;
    browser.session.go(INDEX)?;
    println!("{kind} is open on {INDEX} with a throwaway profile. Close its window to end.");
    while browser
        .session
        .get("/window/handles")
        .is_ok_and(|windows| windows.as_array().is_some_and(|all| !all.is_empty()))
    {
        thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}

fn check(kind: Kind) -> Result<()> {
    let server = Server::start()?;
    let browser = Browser::start(kind, &server, &Options::with_extension()?)?;
    let surface = named("facebook-post")?;
    let page = browser.open(&surface, &[("audience", "public")])?;
    page.types(RISKY_SAMPLE)?;
    let seen = page
        .waits_for_an_underline()
        .and_then(|words| page.ours().map(|_| words));
    let folder = repository().join("screenshots");
    fs::create_dir_all(&folder)?;
    let picture = folder.join(match kind {
        Kind::Chromium => "run-check.png",
        Kind::Firefox => "run-check-firefox.png",
    });
    fs::write(&picture, browser.session.screenshot()?)?;
    println!("{kind}: underlined {:?}; picture in {}", seen?, picture.display());
    let counts = server.counts.snapshot();
    ensure!(
        counts.policy_reports.is_empty(),
        "the page's policy was broken: {:?}",
        counts.reported
    );
    println!(
        "requests to other hosts: {}; reports of broken policies: 0",
        counts.refused.values().sum::<usize>()
    );
    Ok(())
}
