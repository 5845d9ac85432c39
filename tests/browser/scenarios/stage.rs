//! Where trials play: one browser of each kind, started by the first trial that needs it and shared by the rest.

use std::{
    env,
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::{Context, Result, anyhow, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Kind, Options},
    server::Server,
    surfaces::{self, Surface},
};
use libtest_mimic::{Failed, Trial};

use crate::{matrix, totals};

/// Where this variable is set, a trial that fails is played once more in a new browser, and told of at the end. What is promised of every
/// trial (no other host, no broken policy, a quiet console) gets no second chance.
const REPLAY: &str = "CHAPERONE_REPLAY";

/// A browser of one kind with its own server.
pub struct Stage {
    pub kind: Kind,
    options: Result<Options, String>,
    running: Mutex<Option<(Browser, Server)>>,
}

/// One stage for each browser.
pub type Stages = [Arc<Stage>; 2];

impl Stage {
    /// One stage for each browser, all started with `options`.
    pub fn both(options: &Options) -> Stages {
        Kind::ALL.map(|kind| {
            Arc::new(Self {
                kind,
                options: Ok(options.clone()),
                running: Mutex::new(None),
            })
        })
    }

    /// One stage for each browser, with a copy of the extension that is altered. Where it has not been built, its trials fail and say so.
    pub fn both_altered(altered: Altered) -> Stages {
        Kind::ALL.map(|kind| {
            Arc::new(Self {
                kind,
                options: altered.options().map_err(|error| format!("{error:#}")),
                running: Mutex::new(None),
            })
        })
    }

    /// A trial on this stage. Trials on one stage play one after the other.
    pub fn trial(
        self: &Arc<Self>,
        name: &str,
        play: impl Fn(&Browser, &Server) -> Result<()> + Send + 'static,
    ) -> Trial {
        self.trial_with_reports(name, 0, play)
    }

    /// A trial that must bring about exactly so many reports of a broken policy.
    pub fn trial_with_reports(
        self: &Arc<Self>,
        name: &str,
        reports: usize,
        play: impl Fn(&Browser, &Server) -> Result<()> + Send + 'static,
    ) -> Trial {
        let stage = Arc::clone(self);
        let name = format!("{} · {name}", self.kind);
        Trial::test(name.clone(), move || {
            let played = || {
                let outcome = stage.play(reports, &play)?;
                match &outcome {
                    Err(error) if env::var_os(REPLAY).is_some() => {
                        totals::replayed(format!("{name}: {error:#}"));
                        stage.ends();
                        stage.play(reports, &play)?
                    }
                    _ => outcome,
                }
            };
            played().map_err(|error| Failed::from(format!("{error:#}")))
        })
    }

    /// The next trial starts a browser of its own.
    fn ends(&self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// The trial's own outcome; or an error where the browser cannot be started, or what is promised of every trial did not hold.
    fn play(&self, reports: usize, trial: impl Fn(&Browser, &Server) -> Result<()>) -> Result<Result<()>> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if running.is_none() {
            let server = Server::start()?;
            let options = self.options.as_ref().map_err(|missing| anyhow!("{missing}"))?;
            let browser = Browser::start(self.kind, &server, options)?;
            *running = Some((browser, server));
        }
        let (browser, server) = running.as_ref().context("the stage did not start")?;
        let before = server.counts.snapshot();
        let played = trial(browser, server);
        let after = server.counts.snapshot();
        totals::add(&before, &after, reports);
        // Whatever a scenario is about: nothing but the pages is asked for, and no policy is broken unseen.
        ensure!(
            after.refused == before.refused,
            "asked for other hosts: {:?}",
            after.refused
        );
        for (what, before, after) in [
            ("reports", &before.reported, &after.reported),
            ("events", &before.violations, &after.violations),
        ] {
            let made = &after[before.len()..];
            ensure!(
                made.len() == reports || played.is_err() && made.len() < reports,
                "{} {what} of a broken policy: {made:?}",
                made.len()
            );
        }
        if played.is_ok() {
            let complaints = browser.complaints()?;
            ensure!(complaints.is_empty(), "in the console: {complaints:?}");
        }
        Ok(played)
    }
}

/// One trial for each surface and browser; the browsers take turns, so that both are busy. The outcomes fill the matrix.
pub fn on_every_surface(stages: &Stages, name: &str, play: fn(&Browser, &Surface) -> Result<()>) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in surfaces::all()? {
        for stage in stages {
            let (surface, kind) = (surface.clone(), stage.kind);
            trials.push(stage.trial(&format!("{} · {name}", surface.id), move |browser, _| {
                let outcome = play(browser, &surface);
                matrix::note(&surface, kind, outcome.is_ok());
                outcome
            }));
        }
    }
    Ok(trials)
}

/// One trial for each of these stages on the surface named `id`.
pub fn on(
    stages: &[Arc<Stage>],
    id: &'static str,
    name: &str,
    play: fn(&Browser, &Surface) -> Result<()>,
) -> Result<Vec<Trial>> {
    let surface = surfaces::named(id)?;
    let trial = |stage: &Arc<Stage>| {
        let surface = surface.clone();
        stage.trial(&format!("{id} · {name}"), move |browser, _| play(browser, &surface))
    };
    Ok(stages.iter().map(trial).collect())
}
