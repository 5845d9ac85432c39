//! The pages themselves, without the extension: each composer opens, takes what is typed and posts it once, under the
//! recorded policy and under the strict one. When one of these fails, no scenario about the extension can be believed.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options},
    server::Server,
    surfaces::{self, Surface},
};
use libtest_mimic::{Failed, Trial};

const TEXT: &str = "Flu jabs from Monday. #flu";

/// A browser of one kind with its own server, shared by its trials and started by the first of them.
struct Stage {
    kind: Kind,
    running: Mutex<Option<(Browser, Server)>>,
}

impl Stage {
    fn play(&self, trial: impl FnOnce(&Browser, &Server) -> Result<()>) -> Result<()> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            let server = Server::start()?;
            let options = Options {
                is_headless: true,
                is_dark: false,
                extension: None,
            };
            *running = Some((Browser::start(self.kind, &server, &options)?, server));
        }
        let (browser, server) = running.as_ref().context("the stage did not start")?;
        trial(browser, server)
    }
}

/// One trial for each surface, policy and browser; the browsers take turns, so that both are busy.
pub fn trials() -> Result<Vec<Trial>> {
    let stages = Kind::ALL.map(|kind| {
        Arc::new(Stage {
            kind,
            running: Mutex::new(None),
        })
    });
    let mut trials = Vec::new();
    for surface in surfaces::all()? {
        for policy in ["recorded", "strict"] {
            for stage in &stages {
                let (stage, surface) = (Arc::clone(stage), surface.clone());
                let name = format!(
                    "{} · {} · takes a post under the {policy} policy",
                    stage.kind, surface.id
                );
                trials.push(Trial::test(name, move || {
                    stage
                        .play(|browser, server| takes_a_post(browser, server, &surface, policy))
                        .map_err(|error| Failed::from(format!("{error:#}")))
                }));
            }
        }
    }
    Ok(trials)
}

fn takes_a_post(browser: &Browser, server: &Server, surface: &Surface, policy: &str) -> Result<()> {
    let before = server.counts.snapshot();
    let page = browser.open(surface, &[("policy", policy)])?;
    page.types(TEXT)?;
    page.submits()?;
    let posts = page.waits_for_posts(1)?;
    ensure!(posts[0].text == TEXT, "posted {:?}", posts[0].text);
    ensure!(
        posts[0].kind == surface.surface,
        "posted as {}",
        posts[0].kind
    );
    let after = server.counts.snapshot();
    ensure!(
        after.reported == before.reported,
        "the page broke its own policy: {:?}",
        after.reported.last()
    );
    ensure!(after.refused.is_empty(), "asked for {:?}", after.refused);
    Ok(())
}
