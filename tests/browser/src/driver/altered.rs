//! Copies of the packed extension with one thing altered, for what the packed one cannot show. They lie beside it, in `dist/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{browser::Options, page::Page};
use crate::surfaces::repository;

/// What is altered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Altered {
    /// `altered/listener.js` runs before the content script and notes what it does.
    Listening,
    /// The same, and the background is an empty one that only answers, and never to drafts with a certain mark.
    BareBackground,
    /// The listener, and the checker panics on drafts with a certain mark, quoting them: `cargo xtask stopping` builds it.
    Stopping,
    /// The checker's module is damaged.
    WithoutEngine,
    /// The listener, and the closer look's weights are cut short.
    WithoutCloserLook,
    /// Nothing that was kept can be read.
    ReadingFails,
    /// Nothing can be kept.
    WritingFails,
    /// What was kept can be read only once a tab has been opened.
    LateSettings,
    /// The content script's clock can be set forward.
    WithClock,
}

impl Altered {
    /// Makes the copy; headless and light.
    ///
    /// # Errors
    /// When the extension that is altered has not been built.
    pub fn options(self) -> Result<Options> {
        let (from, to) = match self {
            Self::Listening => ("extension", "extension-listening"),
            Self::BareBackground => ("extension", "extension-bare-background"),
            Self::Stopping => ("stopping/extension", "extension-stopping"),
            Self::WithoutEngine => ("extension", "extension-without-engine"),
            Self::WithoutCloserLook => ("extension", "extension-without-closer-look"),
            Self::ReadingFails => ("extension", "extension-reading-fails"),
            Self::WritingFails => ("extension", "extension-writing-fails"),
            Self::LateSettings => ("extension", "extension-late-settings"),
            Self::WithClock => ("extension", "extension-with-clock"),
        };
        let dist = repository().join("dist");
        let (from, to) = (dist.join(from), dist.join(to));
        ensure!(
            from.join("manifest.json").exists(),
            "{} is not built: run ./build.sh test, or cargo xtask stopping",
            from.display()
        );
        if to.exists() {
            fs::remove_dir_all(&to)?;
        }
        copy(&from, &to)?;
        match self {
            Self::Listening | Self::Stopping => before_content(&to, "listener.js")?,
            Self::BareBackground => {
                before_content(&to, "listener.js")?;
                fs::copy(script("bare-background.js"), to.join("background.js"))?;
            }
            Self::WithoutEngine => damage(&to)?,
            Self::WithoutCloserLook => {
                before_content(&to, "listener.js")?;
                fs::write(to.join("closer-look.bin"), "CLK1")?;
            }
            Self::ReadingFails => before_background(&to, "reading-fails.js")?,
            Self::WritingFails => before_background(&to, "writing-fails.js")?,
            Self::LateSettings => before_background(&to, "late-settings.js")?,
            Self::WithClock => before_content(&to, "clock.js")?,
        }
        Ok(Options {
            extension: Some(to),
            ..Options::with_extension()?
        })
    }
}

/// What the listener has noted in the frame that is looked at.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Heard {
    /// Timers, idle callbacks and frames asked for.
    pub timers: usize,
    /// Messages of the content script, as JSON.
    pub said: Vec<String>,
    /// Messages to it, as JSON.
    pub told: Vec<String>,
    /// Milliseconds in its listeners, the engine's among them.
    pub busy: f64,
    /// Milliseconds in the engine, where that runs in the page.
    pub engine: f64,
    /// Milliseconds of each check there.
    pub checks: Vec<f64>,
    /// When the first editor got the focus, in milliseconds of the page's clock.
    pub focus_at: Option<f64>,
    /// When the engine was there (in the page) or had made its first report (in the background).
    pub ready_at: Option<f64>,
}

impl Page<'_> {
    /// What the listener has noted so far.
    ///
    /// # Errors
    /// When the browser was not started with [`Altered::Listening`] or [`Altered::Stopping`].
    pub fn heard(&self) -> Result<Heard> {
        let heard = self.session.run(
            "dispatchEvent(new Event('listener:tell'));
            return document.documentElement.getAttribute('data-heard');",
            &[],
        )?;
        serde_json::from_str(heard.as_str().context("no listener runs in this page")?)
            .context("what the listener noted")
    }

    /// Lets minutes pass for the content script.
    ///
    /// # Errors
    /// When the page is gone; when the browser was not started with [`Altered::WithClock`] nothing happens.
    pub fn lets_minutes_pass(&self, minutes: usize) -> Result<()> {
        for _ in 0..minutes {
            self.session.run("dispatchEvent(new Event('clock:minute'))", &[])?;
        }
        Ok(())
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copied = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &copied)?;
        } else {
            fs::copy(entry.path(), copied)?;
        }
    }
    Ok(())
}

fn before_content(folder: &Path, name: &str) -> Result<()> {
    let path = folder.join("manifest.json");
    let mut manifest: Value = serde_json::from_slice(&fs::read(&path)?)?;
    manifest["content_scripts"][0]["js"] = json!([name, "content.js"]);
    fs::write(path, serde_json::to_vec(&manifest)?)?;
    fs::copy(script(name), folder.join(name))?;
    Ok(())
}

fn before_background(folder: &Path, name: &str) -> Result<()> {
    let background = folder.join("background.js");
    let both = fs::read_to_string(script(name))? + &fs::read_to_string(&background)?;
    fs::write(background, both)?;
    Ok(())
}

fn script(name: &str) -> PathBuf {
    repository().join("tests/browser/altered").join(name)
}

fn damage(folder: &Path) -> Result<()> {
    fs::write(folder.join("chaperone_bg.wasm"), b"\0asm")?;
    // The script still runs; the bytes it brings are not those of a module.
    fs::write(
        folder.join("engine-in-page.js"),
        "globalThis.startChaperoneCore = () => Promise.reject(new Error('no module'));",
    )?;
    Ok(())
}
