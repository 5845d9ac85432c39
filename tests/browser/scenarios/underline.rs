//! What is typed and should not be posted is underlined, in every editor, and nothing else is.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Options, wait_until},
    server::Server,
    surfaces::{self, Surface},
};
use libtest_mimic::Trial;

use crate::stage::Stage;

/// One trial for each surface and browser, under the strictest policy a page can have.
pub fn trials() -> Result<Vec<Trial>> {
    let stages = Stage::both(&Options::with_extension()?);
    let mut trials = Vec::new();
    for surface in surfaces::all()? {
        for stage in &stages {
            let surface = surface.clone();
            let name = format!("{} · an identifier is underlined", surface.id);
            trials.push(stage.trial(&name, move |browser, server| {
                an_identifier_is_underlined(browser, server, &surface)
            }));
        }
    }
    Ok(trials)
}

fn an_identifier_is_underlined(browser: &Browser, server: &Server, surface: &Surface) -> Result<()> {
    let before = server.counts.snapshot();
    // Facebook's adapter relies on the policy that was recorded there; elsewhere the strictest one must do.
    let policy = if surface.site == "facebook" {
        "recorded"
    } else {
        "strict"
    };
    let page = browser.open(surface, &[("policy", policy)])?;
    page.types("Anyone know who looks after NHS number 943 476 5919? ")?;
    if surface.editor != "textarea" {
        page.waits_for_underlines(&["943 476 5919"])?;
    }
    // No range can lie in a text area: there, as everywhere, the chip counts.
    let chip = page.waits_for_ours(".chip")?;
    wait_until("a chip that counts one finding", || {
        Ok(page.session.text(&chip)?.contains('1').then_some(()))
    })?;
    let after = server.counts.snapshot();
    ensure!(
        after.reported == before.reported,
        "a policy was broken: {:?}",
        after.reported.last()
    );
    ensure!(after.refused.is_empty(), "asked for {:?}", after.refused);
    Ok(())
}
