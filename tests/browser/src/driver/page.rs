//! What a scenario does and sees on one surface. Every step waits for the state it needs; nothing sleeps.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    browser::Browser,
    session::{Element, Session, Shadow, keys, wait_until},
};
use crate::surfaces::{SelectorPath, Surface};

/// Something the page took as a post.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Posted {
    /// `post`, `comment`, `reply`, `message` or `group-post`.
    pub kind: String,
    /// Its text; the boxes of a thread joined by an empty line.
    pub text: String,
    /// Milliseconds since the page was opened.
    pub at: f64,
    /// Whether the event that sent it was the user's own.
    pub trusted: bool,
}

/// An open surface with its composer.
pub struct Page<'b> {
    /// The protocol underneath, for what this does not have.
    pub session: &'b Session,
    surface: &'b Surface,
}

impl<'b> Page<'b> {
    pub(super) fn open(browser: &'b Browser, surface: &'b Surface, variants: &[(&str, &str)]) -> Result<Self> {
        let session = &browser.session;
        session.go(&surface.url_with(variants))?;
        let page = Self { session, surface };
        for step in &surface.open {
            page.click_along(step)?;
        }
        if let Some(frame) = &surface.frame {
            let element = wait_until("the frame", || session.find(&frame.element).map(Some))?;
            session.look_into(Some(&element))?;
            for step in &frame.open {
                page.click_along(step)?;
            }
        }
        session.click(&page.composer()?)?;
        Ok(page)
    }

    /// The surface as the table has it.
    #[must_use]
    pub fn surface(&self) -> &Surface {
        self.surface
    }

    /// The editable element of the composer.
    ///
    /// # Errors
    /// When there is none.
    pub fn composer(&self) -> Result<Element> {
        self.wait_for(&self.surface.composer)
    }

    /// Types at the caret, key by key; a line feed is the key that breaks the line on this surface.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn types(&self, text: &str) -> Result<()> {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.presses(&self.surface.newline)?;
            }
            self.session.type_keys(line)?;
        }
        Ok(())
    }

    /// Presses keys together where the focus is: `Enter`, `Control+Enter`, `Control+z`.
    ///
    /// # Errors
    /// When a key has a name this does not know.
    pub fn presses(&self, chord: &str) -> Result<()> {
        let chord: Vec<char> = chord.split('+').map(key).collect::<Result<_>>()?;
        self.session.press(&chord)
    }

    /// Submits by the mouse, all steps of it.
    ///
    /// # Errors
    /// When a control is missing or does not become usable.
    pub fn submits(&self) -> Result<()> {
        self.surface.submit.iter().try_for_each(|step| {
            self.wait_enabled(step)?;
            self.click_along(step)
        })
    }

    /// What the page took as posts so far.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn posts(&self) -> Result<Vec<Posted>> {
        Ok(serde_json::from_value(self.session.run("return window.__posts", &[])?)?)
    }

    /// Waits until `count` posts were taken.
    ///
    /// # Errors
    /// When they do not come, or more come.
    pub fn waits_for_posts(&self, count: usize) -> Result<Vec<Posted>> {
        let posts = wait_until(&format!("{count} posts"), || {
            let posts = self.posts()?;
            Ok((posts.len() >= count).then_some(posts))
        })?;
        ensure!(
            posts.len() == count,
            "posted {} times instead of {count}: {posts:?}",
            posts.len()
        );
        Ok(posts)
    }

    /// The text the editor's own model holds, which must be what is shown.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn model_text(&self) -> Result<String> {
        let texts = self.session.run(
            "return [...window.__editors].map((editor) => editor.text()).join('\\n\\n')",
            &[],
        )?;
        Ok(texts.as_str().unwrap_or_default().to_owned())
    }

    /// The underlined words in the order of the text, whichever line shape they have. The registry of highlights is shared
    /// between page and extension, so the page can be asked.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn underlined(&self) -> Result<Vec<String>> {
        let script = format!("{RANGES} return ranges.map((range) => range.toString());");
        let words = self.session.run(&script, &[])?;
        Ok(serde_json::from_value(words)?)
    }

    /// Waits until exactly these words are underlined.
    ///
    /// # Errors
    /// With what was underlined instead.
    pub fn waits_for_underlines(&self, words: &[&str]) -> Result<()> {
        let mut last = Vec::new();
        wait_until(&format!("underlines on {words:?}"), || {
            last = self.underlined()?;
            Ok((last == words).then_some(()))
        })
        .map_err(|error| error.context(format!("underlined: {last:?}")))
    }

    /// Waits until something is underlined.
    ///
    /// # Errors
    /// When nothing is.
    pub fn waits_for_an_underline(&self) -> Result<Vec<String>> {
        wait_until("an underline", || {
            Ok(Some(self.underlined()?).filter(|words| !words.is_empty()))
        })
    }

    /// Moves the mouse onto the `index`th underlined words.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn hovers_underline(&self, index: usize) -> Result<()> {
        let script = format!(
            "{RANGES} const box = ranges[arguments[0]].getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];"
        );
        let point = self.session.run(&script, &[json!(index)])?;
        let at = |axis: usize| point[axis].as_f64().unwrap_or_default();
        self.session.move_mouse(at(0), at(1))
    }

    /// The closed shadow root that everything of ours is shown in.
    ///
    /// # Errors
    /// When it is not there.
    pub fn ours(&self) -> Result<Shadow> {
        wait_until("our host element", || {
            let hosts = self.session.run(HOSTS, &[])?;
            for host in hosts.as_array().into_iter().flatten() {
                if let Ok(root) = self.session.shadow(&Element::from_argument(host)?) {
                    return Ok(Some(root));
                }
            }
            Ok(None)
        })
    }

    /// Waits for something of ours that a person would see.
    ///
    /// # Errors
    /// When it does not come.
    pub fn waits_for_ours(&self, selector: &str) -> Result<Element> {
        let root = self.ours()?;
        wait_until(&format!("{selector} of ours"), || {
            let found = self.session.find_in(&root, selector)?;
            Ok(self.session.is_shown(&found)?.then_some(found))
        })
    }

    fn wait_for(&self, path: &SelectorPath) -> Result<Element> {
        wait_until(&path.join(" ▸ "), || self.session.find_along(path).map(Some))
    }

    fn click_along(&self, path: &SelectorPath) -> Result<()> {
        wait_until(&format!("a click on {}", path.join(" ▸ ")), || {
            let target = self.session.find_along(path)?;
            self.session.click(&target).map(Some)
        })
    }

    fn wait_enabled(&self, path: &SelectorPath) -> Result<()> {
        wait_until(&format!("{} to be usable", path.join(" ▸ ")), || {
            let target = self.session.find_along(path)?;
            let script = "return !arguments[0].disabled && arguments[0].getAttribute('aria-disabled') !== 'true'";
            Ok((self.session.run(script, &[target.argument()])? == Value::Bool(true)).then_some(()))
        })
    }
}

/// All underlined ranges in the order of the text; static ranges become live ones, which have a text and a place. What is
/// underlined inside a text area (Chromium only) has no nodes and is left out.
const RANGES: &str = r"
    const live = (range) => {
        const made = document.createRange();
        made.setStart(range.startContainer, range.startOffset);
        made.setEnd(range.endContainer, range.endOffset);
        return made;
    };
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
        .filter((range) => range.startContainer instanceof Node).map(live)
        .filter((range) => !range.collapsed)
        .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
";
/// Where our host can be: beside head and body, or last in an open modal dialog.
const HOSTS: &str = r"
    const beside = [...document.documentElement.children].filter((child) => child !== document.head && child !== document.body);
    const inside = [...document.querySelectorAll('dialog[open] > :last-child')];
    return [...inside, ...beside];
";

fn key(name: &str) -> Result<char> {
    Ok(match name {
        "Enter" => keys::ENTER,
        "Shift" => keys::SHIFT,
        "Control" => keys::CONTROL,
        "Alt" => keys::ALT,
        "Escape" => keys::ESCAPE,
        "Tab" => keys::TAB,
        "Backspace" => keys::BACKSPACE,
        "Left" => keys::LEFT,
        "Right" => keys::RIGHT,
        "Home" => keys::HOME,
        "End" => keys::END,
        other => {
            let mut characters = other.chars();
            let (Some(character), None) = (characters.next(), characters.next()) else {
                anyhow::bail!("no key is named “{other}”")
            };
            character
        }
    })
}
