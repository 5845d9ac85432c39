//! Files on their way into a page: chosen as a person does; dropped and pasted by the page's own script, since no driver can do
//! either with a file in both browsers, and Firefox without a display has a clipboard for text alone.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;
use serde_json::json;

use super::{page::Page, session::wait_until};
use crate::surfaces::repository;

/// A planted sample of the reader of photos.
#[must_use]
pub fn planted(name: &str) -> PathBuf {
    repository().join("photos/tests/samples").join(name)
}

/// A file the page received.
#[derive(Debug, Clone, Deserialize)]
pub struct Received {
    /// `change`, `drop` or `paste`.
    pub way: String,
    /// Its name.
    pub name: String,
    /// Its bytes in base64.
    bytes: String,
    /// The address that was dropped with it.
    pub address: String,
    /// Whether the event that brought it was the user's own.
    pub trusted: bool,
}

impl Received {
    /// Its bytes.
    ///
    /// # Errors
    /// When the page wrote them wrongly.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        STANDARD.decode(&self.bytes).context("bytes of a received file")
    }
}

/// Makes a transfer of files and dispatches an event with it on the editor.
const BRING: &str = r#"
const [editor, way, files, words] = arguments;
const transfer = new DataTransfer();
for (const { name, type, bytes } of files) {
  transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name, { type }));
}
if (words) transfer.setData("text/plain", words);
if (way === "drop") transfer.setData("text/uri-list", "https://pictures.example/1");
const { left, top, width, height } = editor.getBoundingClientRect();
const place = { clientX: left + width / 2, clientY: top + height / 2 };
const common = { bubbles: true, cancelable: true, composed: true };
const event = way === "drop"
  ? new DragEvent("drop", { ...common, ...place, dataTransfer: transfer })
  : new ClipboardEvent("paste", { ...common, clipboardData: transfer });
// Firefox gives a made event a clipboard of its own, which it lets be filled.
if (way === "paste" && event.clipboardData !== transfer) {
  for (const file of transfer.files) event.clipboardData.items.add(file);
  if (words) event.clipboardData.setData("text/plain", words);
}
editor.dispatchEvent(event);
"#;

impl Page<'_> {
    /// Chooses files in the composer's file input.
    ///
    /// # Errors
    /// When there is no input, or it does not take them.
    pub fn chooses_files(&self, paths: &[&Path]) -> Result<()> {
        let mut along = self.surface().composer.clone();
        if let Some(last) = along.last_mut() {
            "input[type=\"file\"]".clone_into(last);
        }
        let input = self.session.find_along(&along)?;
        let paths: Vec<String> = paths
            .iter()
            // Chromium's driver takes no path with dots in it.
            .map(|path| Ok(path.canonicalize()?.display().to_string()))
            .collect::<Result<_>>()?;
        self.session.type_into(&input, &paths.join("\n"))
    }

    /// Drops a file on the editor, or pastes it.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn brings_file(&self, way: &str, path: &Path, kind: &str) -> Result<()> {
        self.brings(way, path, kind, "")
    }

    /// Pastes words with a picture of them, as text programs copy both.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn pastes_words_with(&self, words: &str, path: &Path, kind: &str) -> Result<()> {
        self.brings("paste", path, kind, words)
    }

    fn brings(&self, way: &str, path: &Path, kind: &str, words: &str) -> Result<()> {
        let name = path.file_name().and_then(|name| name.to_str()).context("a file name")?;
        let bytes = STANDARD.encode(std::fs::read(path)?);
        let files = json!([{ "name": name, "type": kind, "bytes": bytes }]);
        let arguments = [self.composer()?.argument(), json!(way), files, json!(words)];
        self.session.run(BRING, &arguments).map(drop)
    }

    /// What the page has received so far.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn files(&self) -> Result<Vec<Received>> {
        Ok(serde_json::from_value(self.session.run("return window.__files", &[])?)?)
    }

    /// Waits until the page has received `count` files.
    ///
    /// # Errors
    /// When they do not come, or more come.
    pub fn waits_for_files(&self, count: usize) -> Result<Vec<Received>> {
        let files = wait_until(&format!("{count} files"), || {
            let files = self.files()?;
            Ok((files.len() >= count).then_some(files))
        })?;
        ensure!(
            files.len() == count,
            "received {} files instead of {count}",
            files.len()
        );
        Ok(files)
    }
}
