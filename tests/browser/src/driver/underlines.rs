//! What is underlined. The registry of highlights is shared between page and extension, so the page can be asked; the lines over a
//! text control are in our own root.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    page::Page,
    session::{Element, wait_until},
};

impl Page<'_> {
    /// The underlined words in the order of the text, whichever line shape they have.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn underlined(&self) -> Result<Vec<String>> {
        let script = format!("{RANGES} return ranges.map((range) => range.toString());");
        let mut words: Vec<String> = serde_json::from_value(self.session.run(&script, &[])?)?;
        for line in self.lines_on_control()? {
            let text = self
                .session
                .run("return arguments[0].textContent", &[line.argument()])?;
            words.push(text.as_str().unwrap_or_default().to_owned());
        }
        Ok(words)
    }

    /// The lines that are drawn over a text control.
    fn lines_on_control(&self) -> Result<Vec<Element>> {
        if self.surface().has_ranges() {
            return Ok(Vec::new());
        }
        let Some(ours) = self.ours_now()? else {
            return Ok(Vec::new());
        };
        self.session
            .find_all_in(&ours, ".mirror:not([hidden]) span:not(.covered)")
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

    /// Whether the `index`th underlined words lie in several nodes of the page.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn underline_spans_nodes(&self, index: usize) -> Result<bool> {
        let script =
            format!("{RANGES} const range = ranges[arguments[0]]; return range.startContainer !== range.endContainer;");
        Ok(self.session.run(&script, &[json!(index)])? == Value::Bool(true))
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

    /// Waits until one underline holds these words, and perhaps more beside them.
    ///
    /// # Errors
    /// When none does.
    pub fn waits_for_underline_on(&self, words: &str) -> Result<()> {
        let mut last = Vec::new();
        wait_until(&format!("an underline on {words:?}"), || {
            last = self.underlined()?;
            Ok(last.iter().any(|underlined| underlined.contains(words)).then_some(()))
        })
        .map_err(|error| error.context(format!("underlined: {last:?}")))
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

    /// Whether something of ours lies over the `index`th underlined words.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn is_underline_covered(&self, index: usize, ours: &Element) -> Result<bool> {
        let on_control = self.lines_on_control()?;
        let line = on_control.get(index).map_or(Value::Null, Element::argument);
        let script = format!(
            "{RANGES} const words = (arguments[2] ?? ranges[arguments[0]]).getClientRects()[0];
            const over = arguments[1].getBoundingClientRect();
            return words.left < over.right && over.left < words.right && words.top < over.bottom && over.top < words.bottom;"
        );
        let covered = self.session.run(&script, &[json!(index), ours.argument(), line])?;
        covered.as_bool().context("there are not so many underlined words")
    }

    /// Where the middle of the words lies, from the middle of the composer.
    fn middle_of_underline(&self, index: usize) -> Result<(f64, f64)> {
        let on_control = self.lines_on_control()?;
        let line = on_control.get(index).map_or(Value::Null, Element::argument);
        let script = format!(
            "{RANGES} const words = (arguments[2] ?? ranges[arguments[0]]).getClientRects()[0];
            const around = arguments[1].getBoundingClientRect();
            return ['x', 'y'].map((axis) => {{
                const size = axis === 'x' ? 'width' : 'height';
                return words[axis] + words[size] / 2 - around[axis] - around[size] / 2;
            }});"
        );
        let point = self
            .session
            .run(&script, &[json!(index), self.composer()?.argument(), line])?;
        let at = |axis: usize| point[axis].as_f64().unwrap_or_default();
        Ok((at(0), at(1)))
    }

    /// Where the `index`th underlined words are, in the viewport.
    ///
    /// # Errors
    /// When there are not so many.
    pub fn place_of_underline(&self, index: usize) -> Result<(f64, f64)> {
        let (x, y) = self.middle_of_underline(index)?;
        let script = "const { x, y, width, height } = arguments[0].getBoundingClientRect();
            return [x + width / 2, y + height / 2];";
        let middle = self.session.run(script, &[self.composer()?.argument()])?;
        let at = |axis: usize| middle[axis].as_f64().unwrap_or_default();
        Ok((at(0) + x, at(1) + y))
    }

    /// Waits until the `index`th underlined words are elsewhere than they were.
    ///
    /// # Errors
    /// When they stay.
    pub fn waits_for_underline_elsewhere(&self, index: usize, before: (f64, f64)) -> Result<()> {
        wait_until("the line to move", || {
            Ok((self.place_of_underline(index)? != before).then_some(()))
        })
    }

    /// Whether nothing of ours is in the page.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn is_untouched(&self) -> Result<bool> {
        Ok(self.ours_now()?.is_none() && self.underlined()?.is_empty())
    }

    /// From now on notes, a frame after each edit, what is underlined.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn watches_underlines(&self) -> Result<()> {
        let script = format!(
            "window.__underlined = [];
            window.__toNote = 0;
            const note = () => {{
                {RANGES}
                window.__underlined.push(ranges.map((range) => range.toString()));
                window.__toNote -= 1;
            }};
            new MutationObserver(() => {{ window.__toNote += 1; requestAnimationFrame(note); }})
                .observe(arguments[0], {{ childList: true, characterData: true, subtree: true }});"
        );
        self.session.run(&script, &[self.composer()?.argument()]).map(drop)
    }

    /// In every frame noted, exactly these words were underlined.
    ///
    /// # Errors
    /// With the frames in which others were, or when nothing was edited.
    pub fn underlines_were_always(&self, words: &[&str]) -> Result<()> {
        let noted = wait_until("the frame after the last edit", || {
            let noted = self
                .session
                .run("return window.__toNote ? [] : window.__underlined", &[])?;
            let noted: Vec<Vec<String>> = serde_json::from_value(noted)?;
            Ok((!noted.is_empty()).then_some(noted))
        })?;
        let others: Vec<_> = noted.iter().filter(|underlined| *underlined != words).collect();
        ensure!(
            others.is_empty(),
            "instead of {words:?} there were underlined {others:?}"
        );
        Ok(())
    }
}

/// All underlined ranges in the order of the text; static ranges become live ones, which have a text and a place.
const RANGES: &str = r"
    const live = (range) => {
        const made = document.createRange();
        made.setStart(range.startContainer, range.startOffset);
        made.setEnd(range.endContainer, range.endOffset);
        return made;
    };
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
        .map(live)
        .filter((range) => !range.collapsed)
        .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
";
