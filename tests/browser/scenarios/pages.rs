//! The pages themselves, without the extension: each composer opens, takes what is typed and posts it once, under the
//! recorded policy and under the strict one. When one of these fails, no scenario about the extension can be believed.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Options},
    server::Server,
    surfaces::{self, Surface},
};
use libtest_mimic::Trial;

use crate::stage::Stage;

const TEXT: &str = "Flu jabs from Monday. #flu";

/// One trial for each surface, policy and browser; the browsers take turns, so that both are busy.
pub fn trials() -> Result<Vec<Trial>> {
    let stages = Stage::both(&Options::without_extension());
    let mut trials = Vec::new();
    for surface in surfaces::all()? {
        for policy in ["recorded", "strict"] {
            for stage in &stages {
                let surface = surface.clone();
                let name = format!("{} · takes a post under the {policy} policy", surface.id);
                trials.push(stage.trial(&name, move |browser, server| {
                    takes_a_post(browser, server, &surface, policy)
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
    ensure!(posts[0].kind == surface.surface, "posted as {}", posts[0].kind);
    let after = server.counts.snapshot();
    ensure!(
        after.reported == before.reported,
        "the page broke its own policy: {:?}",
        after.reported.last()
    );
    ensure!(after.refused.is_empty(), "asked for {:?}", after.refused);
    Ok(())
}
