//! Where trials play: one browser of each kind, started by the first trial that needs it and shared by the rest.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use chaperone_browser_tests::{
    driver::{Browser, Kind, Options},
    server::Server,
};
use libtest_mimic::{Failed, Trial};

/// A browser of one kind with its own server.
pub struct Stage {
    pub kind: Kind,
    options: Options,
    running: Mutex<Option<(Browser, Server)>>,
}

impl Stage {
    /// One stage for each browser, all started with `options`.
    pub fn both(options: &Options) -> [Arc<Self>; 2] {
        Kind::ALL.map(|kind| {
            Arc::new(Self {
                kind,
                options: options.clone(),
                running: Mutex::new(None),
            })
        })
    }

    /// A trial on this stage. Trials on one stage play one after the other.
    pub fn trial(
        self: &Arc<Self>,
        name: &str,
        play: impl FnOnce(&Browser, &Server) -> Result<()> + Send + 'static,
    ) -> Trial {
        let stage = Arc::clone(self);
        Trial::test(format!("{} · {name}", self.kind), move || {
            stage.play(play).map_err(|error| Failed::from(format!("{error:#}")))
        })
    }

    fn play(&self, trial: impl FnOnce(&Browser, &Server) -> Result<()>) -> Result<()> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            let server = Server::start()?;
            let browser = Browser::start(self.kind, &server, &self.options)?;
            *running = Some((browser, server));
        }
        let (browser, server) = running.as_ref().context("the stage did not start")?;
        trial(browser, server)
    }
}
