//! What a scenario does and sees on one surface. Every step waits for the state it needs; nothing sleeps.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    browser::Browser,
    chromium::devtools,
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
        page.opens_composer()?;
        Ok(page)
    }

    /// The same surface after its address was loaded again, its composer not opened yet.
    ///
    /// # Errors
    /// When the page cannot be loaded.
    pub fn reloaded(self) -> Result<Self> {
        self.session.go(&self.surface.url)?;
        Ok(self)
    }

    /// Does what the table says until the composer is there and has the focus.
    ///
    /// # Errors
    /// When it does not come.
    pub fn opens_composer(&self) -> Result<()> {
        for step in &self.surface.open {
            self.click_along(step)?;
        }
        if let Some(frame) = &self.surface.frame {
            self.looks_at_its_frame()?;
            for step in &frame.open {
                self.click_along(step)?;
            }
        }
        self.session.click(&self.composer()?)
    }

    /// Looks at the frame the composer lies in, when it does; needed again after another tab was shown.
    ///
    /// # Errors
    /// When there is no such frame.
    pub fn looks_at_its_frame(&self) -> Result<()> {
        let Some(frame) = &self.surface.frame else {
            return Ok(());
        };
        let element = wait_until("the frame", || self.session.find(&frame.element).map(Some))?;
        self.session.look_into(Some(&element))
    }

    /// Composes `words` as an input method does, which takes the Enter that ends the composition. Chromium only: Firefox's driver
    /// knows no input methods.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn composes(&self, words: &str) -> Result<()> {
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

    /// Puts a text into the editor as the page's own code would.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn is_filled_with(&self, text: &str) -> Result<()> {
        self.session
            .run("[...window.__editors][0].set(arguments[0])", &[json!(text)])
            .map(drop)
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

    /// Submits by the mouse, all steps of it that are still to be made.
    ///
    /// # Errors
    /// When a control is missing or does not become usable.
    pub fn submits(&self) -> Result<()> {
        self.goes_to_last_step()?;
        self.click_along(self.last_step()?)
    }

    /// Makes every step of submitting but the last, unless the page shows the last one already.
    pub(super) fn goes_to_last_step(&self) -> Result<()> {
        let last = self.last_step()?;
        let earlier = &self.surface.submit[..self.surface.submit.len() - 1];
        if !earlier.is_empty() && !self.is_in_view(last)? {
            for step in earlier {
                self.wait_enabled(step)?;
                self.click_along(step)?;
            }
            wait_until("the last step", || Ok(self.is_in_view(last)?.then_some(())))?;
        }
        self.wait_enabled(last)
    }

    pub(super) fn last_step(&self) -> Result<&SelectorPath> {
        self.surface.submit.last().context("a surface that cannot submit")
    }

    fn is_in_view(&self, path: &SelectorPath) -> Result<bool> {
        let script = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return arguments[0].contains(document.elementFromPoint(x + width / 2, y + height / 2));";
        let target = self.session.find_along(path)?;
        Ok(self.session.run(script, &[target.argument()])? == Value::Bool(true))
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

    /// The text the editor's own model holds, which must be what is shown; the boxes of a thread joined by an empty line.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn model_text(&self) -> Result<String> {
        let texts = self.session.run(
            "return [...window.__editors].map((editor) => editor.text()).filter(Boolean).join('\\n\\n')",
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
        let (x, y) = self.middle_of_underline(index)?;
        self.session.move_mouse(&self.composer()?, x, y)
    }

    /// Clicks the `index`th underlined words.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn clicks_underline(&self, index: usize) -> Result<()> {
        let (x, y) = self.middle_of_underline(index)?;
        self.session.click_at(&self.composer()?, x, y)
    }

    /// Where the middle of the words lies, from the middle of the composer.
    fn middle_of_underline(&self, index: usize) -> Result<(f64, f64)> {
        let script = format!(
            "{RANGES} const words = ranges[arguments[0]].getClientRects()[0];
            const around = arguments[1].getBoundingClientRect();
            return ['x', 'y'].map((axis) => {{
                const size = axis === 'x' ? 'width' : 'height';
                return words[axis] + words[size] / 2 - around[axis] - around[size] / 2;
            }});"
        );
        let point = self
            .session
            .run(&script, &[json!(index), self.composer()?.argument()])?;
        let at = |axis: usize| point[axis].as_f64().unwrap_or_default();
        Ok((at(0), at(1)))
    }

    /// From now on notes, a frame after each edit, what is underlined.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn watches_underlines(&self) -> Result<()> {
        let script = format!(
            "window.__underlined = [];
            const note = () => {{ {RANGES} window.__underlined.push(ranges.map((range) => range.toString())); }};
            new MutationObserver(() => requestAnimationFrame(note))
                .observe(arguments[0], {{ childList: true, characterData: true, subtree: true }});"
        );
        self.session.run(&script, &[self.composer()?.argument()]).map(drop)
    }

    /// Moves the caret by a key and waits until the editor has heard of it.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn moves_caret(&self, chord: &str) -> Result<()> {
        self.presses(chord)?;
        // Browsers tell of a moved caret before they draw the next frame.
        let frames = "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));";
        self.session.run_async(frames, &[]).map(drop)
    }

    /// In every frame noted, exactly these words were underlined.
    ///
    /// # Errors
    /// With the frames in which others were.
    pub fn underlines_were_always(&self, words: &[&str]) -> Result<()> {
        let noted = self.session.run("return window.__underlined", &[])?;
        let noted: Vec<Vec<String>> = serde_json::from_value(noted)?;
        ensure!(!noted.is_empty(), "nothing was edited");
        let others: Vec<_> = noted.iter().filter(|underlined| *underlined != words).collect();
        ensure!(
            others.is_empty(),
            "instead of {words:?} there were underlined {others:?}"
        );
        Ok(())
    }

    /// Waits until the editor's model holds exactly this.
    ///
    /// # Errors
    /// With the text it holds instead.
    pub fn waits_for_text(&self, text: &str) -> Result<()> {
        let mut last = String::new();
        wait_until(&format!("the text {text:?}"), || {
            last = self.model_text()?;
            Ok((last == text).then_some(()))
        })
        .with_context(|| format!("the text is {last:?}"))
    }

    /// What the page shows in its composer is what the editor's model holds.
    ///
    /// # Errors
    /// With both.
    pub fn shows_its_text(&self) -> Result<()> {
        let script = "const { value, textContent } = arguments[0]; return value ?? textContent;";
        let shown = self.session.run(script, &[self.composer()?.argument()])?;
        let bare = |text: &str| text.replace(['\n', '\u{feff}', '\u{200b}'], "").replace('\u{a0}', " ");
        let (shown, held) = (bare(shown.as_str().unwrap_or_default()), bare(&self.model_text()?));
        ensure!(shown == held, "shown {shown:?}, held {held:?}");
        Ok(())
    }

    /// Waits until the editor counts what comes next as a step of its own: Quill makes one of all that happens in a second.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn waits_for_a_new_step(&self) -> Result<()> {
        if !self.surface.editor.starts_with("Quill") {
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

    /// Whether the text is off the screen while the last step of submitting is shown.
    #[must_use]
    pub fn hides_text_at_last_step(&self) -> bool {
        self.surface.submit.len() > 1
    }

    /// Waits until the focus is back: in the text, or on the control where the text is off the screen.
    ///
    /// # Errors
    /// When it is elsewhere.
    pub fn waits_for_focus_back(&self) -> Result<()> {
        let script = "let active = document.activeElement;
            while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            return active !== null && arguments[0].contains(active);";
        let wanted = if self.hides_text_at_last_step() {
            self.last_step()?
        } else {
            &self.surface.composer
        };
        wait_until("the focus to come back", || {
            let wanted = self.wait_for(wanted)?;
            Ok((self.session.run(script, &[wanted.argument()])? == Value::Bool(true)).then_some(()))
        })
    }

    /// Nothing has been posted so far.
    ///
    /// # Errors
    /// With what was posted.
    pub fn has_posted_nothing(&self) -> Result<()> {
        let posts = self.posts()?;
        ensure!(posts.is_empty(), "posted {posts:?}");
        Ok(())
    }

    /// The closed shadow root that everything of ours is shown in.
    ///
    /// # Errors
    /// When it is not there.
    pub fn ours(&self) -> Result<Shadow> {
        wait_until("our host element", || self.ours_now())
    }

    pub(super) fn ours_now(&self) -> Result<Option<Shadow>> {
        let hosts = self.session.run(HOSTS, &[])?;
        for host in hosts.as_array().into_iter().flatten() {
            if let Ok(root) = self.session.shadow(&Element::from_argument(host)?) {
                return Ok(Some(root));
            }
        }
        Ok(None)
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
        "Meta" => keys::META,
        "Space" => ' ',
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
