//! What a scenario sees of Chaperone's own surfaces, and does with them. They lie in a closed shadow root, which WebDriver can open.

use anyhow::{Context, Result};

use super::{
    page::Page,
    session::{Element, Shadow, wait_until},
};

const CARD: &str = ".card";
const CHIP: &str = ".chip";
const GATE: &str = "dialog.gate[open]";
/// Where our host can be: beside head and body, or last in an open modal dialog. It is a popover; the roots of a page's own controls,
/// which Chromium's driver opens as well, are not ours.
const HOSTS: &str = r"
    const beside = [...document.querySelectorAll(':root > [popover]')];
    const inside = [...document.querySelectorAll('dialog[open] > [popover]:last-child')];
    return [...inside, ...beside];
";

const COVERED: &str = r#"
    const [ours, composer] = arguments;
    const over = ours.getBoundingClientRect();
    const isUnder = (box) => box.width > 0 && box.left < over.right && over.left < box.right && box.top < over.bottom && over.top < box.bottom;
    const covered = [];
    const look = (root) => {
        const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
        while (nodes.nextNode()) {
            const node = nodes.currentNode;
            if (node.shadowRoot) look(node.shadowRoot);
            if (composer.contains(node) || node.contains(composer)) continue;
            if (node.nodeType === Node.TEXT_NODE) {
                const range = document.createRange();
                range.selectNodeContents(node);
                if (node.data.trim() && [...range.getClientRects()].some(isUnder)) covered.push(node.data);
            } else if (node.matches("a[href], button, input, [role=button]") && isUnder(node.getBoundingClientRect())) {
                covered.push(node.getAttribute("aria-label") ?? node.textContent);
            }
        }
    };
    look(document.body);
    return covered;
"#;

impl Page<'_> {
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

    /// The words of the chip, lines joined by a line feed.
    ///
    /// # Errors
    /// When there is no chip.
    pub fn chip(&self) -> Result<String> {
        self.session.inner_text(&self.waits_for_ours(CHIP)?)
    }

    /// Waits until the chip's words hold these.
    ///
    /// # Errors
    /// With the words it has instead.
    pub fn waits_for_chip(&self, words: &str) -> Result<()> {
        self.waits_for_words(CHIP, words).map(drop)
    }

    /// Waits until no chip is shown.
    ///
    /// # Errors
    /// When one stays.
    pub fn waits_for_no_chip(&self) -> Result<()> {
        self.waits_for_none(CHIP)
    }

    /// Waits until our host is not in the page any more.
    ///
    /// # Errors
    /// When it stays.
    pub fn waits_for_nothing_of_ours(&self) -> Result<()> {
        wait_until("our host to leave", || Ok(self.ours_now()?.is_none().then_some(())))
    }

    /// What was said last to those who hear the page.
    ///
    /// # Errors
    /// When our host element is gone.
    pub fn announced(&self) -> Result<String> {
        let region = self.session.find_in(&self.ours()?, ".layer > [aria-live]")?;
        self.session.inner_text(&region)
    }

    /// Waits until a card is open and gives its words.
    ///
    /// # Errors
    /// When none opens.
    pub fn waits_for_card(&self) -> Result<String> {
        self.session.inner_text(&self.waits_for_ours(CARD)?)
    }

    /// Waits until a card is open that says these words.
    ///
    /// # Errors
    /// With the words it says instead.
    pub fn waits_for_card_about(&self, words: &str) -> Result<()> {
        self.waits_for_words(CARD, words).map(drop)
    }

    /// Waits until no card is open.
    ///
    /// # Errors
    /// When it stays.
    pub fn waits_for_no_card(&self) -> Result<()> {
        self.waits_for_none(CARD)
    }

    /// Waits until the gate is open and gives its words.
    ///
    /// # Errors
    /// When it does not open.
    pub fn waits_for_gate(&self) -> Result<String> {
        self.session.inner_text(&self.waits_for_ours(GATE)?)
    }

    /// Waits until the gate is closed.
    ///
    /// # Errors
    /// When it stays.
    pub fn waits_for_no_gate(&self) -> Result<()> {
        self.waits_for_none(GATE)
    }

    /// Whether the gate is open now.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn is_held(&self) -> Result<bool> {
        Ok(self.shown_of_ours(GATE)?.is_some())
    }

    /// Clicks the button of ours with this label.
    ///
    /// # Errors
    /// When there is none, or something lies over it.
    pub fn chooses(&self, label: &str) -> Result<()> {
        self.presses_ours(label, |button| self.session.click(button))
    }

    /// Clicks the button of ours with this label, and types on at once.
    ///
    /// # Errors
    /// When there is none.
    pub fn chooses_and_types(&self, label: &str, text: &str) -> Result<()> {
        self.presses_ours(label, |button| self.session.click_and_type(button, text))
    }

    fn presses_ours(&self, label: &str, press: impl Fn(&Element) -> Result<()>) -> Result<()> {
        wait_until(&format!("a click on our button “{label}”"), || {
            let root = self.ours()?;
            for candidate in self.session.find_all_in(&root, "button, summary")? {
                if self.session.inner_text(&candidate)?.trim() == label && self.session.is_shown(&candidate)? {
                    return press(&candidate).map(Some);
                }
            }
            Ok(None)
        })
    }

    /// Clicks something of ours that has no label of its own.
    ///
    /// # Errors
    /// When it is not shown.
    pub fn clicks_ours(&self, selector: &str) -> Result<()> {
        self.session.click(&self.waits_for_ours(selector)?)
    }

    /// The labels of what can be pressed in the open card or gate.
    ///
    /// # Errors
    /// When our host element is gone.
    pub fn choices(&self) -> Result<Vec<String>> {
        let root = self.ours()?;
        let controls = self
            .session
            .find_all_in(&root, ".card button, .card summary, dialog button")?;
        controls
            .iter()
            .map(|control| Ok(self.session.inner_text(control)?.trim().to_owned()))
            .collect()
    }

    fn waits_for_words(&self, selector: &str, words: &str) -> Result<Element> {
        let mut last = String::new();
        wait_until(&format!("“{words}” in {selector}"), || {
            let Some(found) = self.shown_of_ours(selector)? else {
                return Ok(None);
            };
            last = self.session.inner_text(&found)?;
            Ok(last.contains(words).then_some(found))
        })
        .with_context(|| format!("{selector} says {last:?}"))
    }

    fn waits_for_none(&self, selector: &str) -> Result<()> {
        wait_until(&format!("{selector} to go"), || {
            let left = self.shown_of_ours(selector)?;
            Ok(left.is_none().then_some(()))
        })
    }

    fn shown_of_ours(&self, selector: &str) -> Result<Option<Element>> {
        let Some(root) = self.ours_now()? else {
            return Ok(None);
        };
        for found in self.session.find_all_in(&root, selector)? {
            // What goes away between two questions is not shown.
            if self.session.is_shown(&found).unwrap_or(false) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// What of the page lies under something of ours: words outside the composer, and the names of controls.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn covered_by(&self, ours: &Element) -> Result<Vec<String>> {
        let covered = self
            .session
            .run(COVERED, &[ours.argument(), self.composer()?.argument()])?;
        Ok(serde_json::from_value(covered)?)
    }

    /// Whether the focus is in one of our surfaces.
    ///
    /// # Errors
    /// When the page is gone.
    pub fn focus_is_ours(&self) -> Result<bool> {
        let root = self.ours()?;
        let focused = self.session.find_all_in(&root, ":focus")?;
        Ok(!focused.is_empty())
    }
}
