//! Text that the editor keeps in several nodes: bold words, tags. Underlines stay on their words, and fixes reach over all of them.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, Page},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

const NUMBER: &str = "943 476 5919";
const TYPED: &str = "NHS number 943 476 5919 rang. ";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    // The editors that know bold; LinkedIn's Quill takes plain text only.
    for surface in ["facebook-post", "linkedin-dialog"] {
        trials.extend(on(stages, surface, "bold words", bold_words)?);
        trials.extend(on(
            stages,
            surface,
            "what is typed while bold words are mended stays",
            what_is_typed_while_bold_words_are_mended_stays,
        )?);
    }
    for surface in ["facebook-post", "x-inline"] {
        trials.extend(on(stages, surface, "a tag in a sentence", a_tag_in_a_sentence)?);
    }
    Ok(trials)
}

fn bold_words(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    types_with_bold_words(&page)?;
    page.waits_for_a_new_step()?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Replace with [removed]")?;
    page.waits_for_text("NHS number [removed] rang. ")?;
    page.shows_its_text()?;
    page.undoes_to(TYPED, 2)?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[NUMBER])
}

fn what_is_typed_while_bold_words_are_mended_stays(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    types_with_bold_words(&page)?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses_and_types("Replace with [removed]", "and so on")?;
    page.waits_for_text("NHS number [removed]and so on rang. ")?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[])
}

/// One word before the number, and one inside it.
fn types_with_bold_words(page: &Page<'_>) -> Result<()> {
    page.types(TYPED)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.watches_underlines()?;

    for words in ["NHS", "476"] {
        page.selects(words)?;
        page.presses("Control+b")?;
        page.waits_for_bold(words)?;
        page.underlines_were_always(&[NUMBER])?;
    }
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_text(TYPED)?;
    ensure!(page.underline_spans_nodes(0)?, "the number is still in one node");
    Ok(())
}

fn a_tag_in_a_sentence(browser: &Browser, surface: &Surface) -> Result<()> {
    const TYPED: &str = "Quiet night. That #ward had another GOMER in it. Home now.";
    let page = browser.open(surface, &[])?;
    page.types(TYPED)?;
    page.waits_for_underlines(&["GOMER"])?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Remove the sentence")?;
    page.waits_for_text("Quiet night. Home now.")?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[])?;
    page.undoes_to(TYPED, 2)?;
    page.shows_its_text()?;
    page.waits_for_underlines(&["GOMER"])
}
