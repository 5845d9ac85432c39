//! What hands do on the keyboard, the input method's included.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{
    browser::{Browser, Kind},
    chromium::devtools,
    firefox,
    page::Page,
    session::wait_until,
};

// Keys that are no characters, as WebDriver writes them.
const ENTER: char = '\u{e007}';
const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';
const ALT: char = '\u{e00a}';
const META: char = '\u{e03d}';
const ESCAPE: char = '\u{e00c}';
const TAB: char = '\u{e004}';
const BACKSPACE: char = '\u{e003}';
const LEFT: char = '\u{e012}';
const RIGHT: char = '\u{e014}';
const HOME: char = '\u{e011}';
const END: char = '\u{e010}';

impl Page<'_> {
    /// Composes `words` as an input method does, which takes the Enter that ends the composition.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn composes(&self, browser: &Browser, words: &str) -> Result<()> {
        if browser.kind() == Kind::Firefox {
            return firefox::compose(self.session, words);
        }
        let length = words.encode_utf16().count();
        let composition = json!({ "text": words, "selectionStart": length, "selectionEnd": length });
        devtools(self.session, "Input.imeSetComposition", &composition)?;
        for kind in ["rawKeyDown", "keyUp"] {
            // 229: a key that the input method has taken.
            let key = json!({ "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229 });
            devtools(self.session, "Input.dispatchKeyEvent", &key)?;
        }
        devtools(self.session, "Input.insertText", &json!({ "text": words })).map(drop)
    }

    /// Types at the caret, key by key; a line feed is the key that breaks the line on this surface.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn types(&self, text: &str) -> Result<()> {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.breaks_line()?;
            }
            self.session.type_keys(line)?;
        }
        Ok(())
    }

    /// Breaks the line at the caret, where the editor has more than one; says what it becomes in the text.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn breaks_line(&self) -> Result<&'static str> {
        let Some(chord) = &self.surface().newline else {
            return Ok("");
        };
        self.presses(chord)?;
        Ok("\n")
    }

    /// Presses keys together where the focus is: `Enter`, `Control+Enter`, `Control+z`.
    ///
    /// # Errors
    /// When a key has a name this does not know.
    pub fn presses(&self, chord: &str) -> Result<()> {
        let chord: Vec<char> = chord.split('+').map(key).collect::<Result<_>>()?;
        self.session.press(&chord)
    }

    /// Selects words of the composer, by script where a hand would drag the mouse, and waits until the editor has heard of it.
    ///
    /// # Errors
    /// When no single node holds them.
    pub fn selects(&self, words: &str) -> Result<()> {
        let script = "const [composer, words] = arguments;
            const nodes = document.createTreeWalker(composer, NodeFilter.SHOW_TEXT);
            while (nodes.nextNode()) {
                const at = nodes.currentNode.data.indexOf(words);
                if (at < 0) continue;
                getSelection().setBaseAndExtent(nodes.currentNode, at, nodes.currentNode, at + words.length);
                return true;
            }
            return false;";
        let found = self.session.run(script, &[self.composer()?.argument(), json!(words)])?;
        ensure!(found == true, "no node holds {words:?}");
        self.waits_for_frames()
    }

    /// Browsers tell of a moved caret before they draw the next frame.
    fn waits_for_frames(&self) -> Result<()> {
        let frames = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        self.session.run_async(frames, &[]).map(drop)
    }

    /// Moves the caret by a key and waits until the editor has heard of it.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn moves_caret(&self, chord: &str) -> Result<()> {
        self.presses(chord)?;
        self.waits_for_frames()
    }

    /// Waits until the editor counts what comes next as a step of its own: Quill makes one of all that happens in a second, Tiptap of what
    /// comes within half of one.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn waits_for_a_new_step(&self) -> Result<()> {
        if !["Quill", "Tiptap"]
            .iter()
            .any(|slow| self.surface().editor.starts_with(slow))
        {
            return Ok(());
        }
        let clock = || {
            Ok::<_, anyhow::Error>(
                self.session
                    .run("return performance.now()", &[])?
                    .as_f64()
                    .unwrap_or_default(),
            )
        };
        let start = clock()?;
        wait_until("a second on the page's clock", || {
            Ok((clock()? > start + 1000.0).then_some(()))
        })
    }

    /// Undoes, at most `steps` times, until the text is this again.
    ///
    /// # Errors
    /// With the text it is instead.
    pub fn undoes_to(&self, text: &str, steps: usize) -> Result<()> {
        for _ in 0..steps {
            let before = self.model_text()?;
            if before == text {
                return Ok(());
            }
            self.presses("Control+z")?;
            wait_until("something to be undone", || {
                Ok((self.model_text()? != before).then_some(()))
            })?;
        }
        let last = self.model_text()?;
        ensure!(last == text, "after {steps} steps back the text is {last:?}");
        Ok(())
    }
}

fn key(name: &str) -> Result<char> {
    Ok(match name {
        "Enter" => ENTER,
        "Shift" => SHIFT,
        "Control" => CONTROL,
        "Alt" => ALT,
        "Escape" => ESCAPE,
        "Meta" => META,
        "Space" => ' ',
        "Tab" => TAB,
        "Backspace" => BACKSPACE,
        "Left" => LEFT,
        "Right" => RIGHT,
        "Home" => HOME,
        "End" => END,
        other => {
            let mut characters = other.chars();
            let (Some(character), None) = (characters.next(), characters.next()) else {
                anyhow::bail!("no key is named “{other}”")
            };
            character
        }
    })
}
