//! From the first key to the last: underline, chip, card, fix, undo, and a text that arrives as it was typed.

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{
    driver::{Browser, wait_until},
    surfaces::Surface,
};
use libtest_mimic::Trial;

use crate::stage::{Stages, on, on_every_surface};

/// Accents, letters of two code units, a family joined by invisible characters: all of it must arrive.
const TYPED: &str = "Café 🙂 👩‍👩‍👧 The weather is lovely. NHS number 943 476 5919. Thanks ";
const NUMBER: &str = "943 476 5919";
const WITHOUT_NUMBER: &str = "Café 🙂 👩‍👩‍👧 The weather is lovely. NHS number [removed]. Thanks ";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in ["facebook-post", "x-modal", "linkedin-modal-dialog", "other-post"] {
        trials.extend(on(
            stages,
            surface,
            "the card leaves the words being typed free",
            the_card_leaves_the_caret_free,
        )?);
    }
    trials.extend(
        [
            on_every_surface(stages, "what is typed is marked", what_is_typed_is_marked)?,
            on_every_surface(stages, "the card says why and mends it", the_card_says_why_and_mends_it)?,
            on_every_surface(
                stages,
                "what is typed while a fix is put in stays",
                what_is_typed_while_a_fix_is_put_in_stays,
            )?,
            on_every_surface(stages, "underlines follow the text", underlines_follow_the_text)?,
            on(
                stages,
                "x-inline",
                "a script that is not read is said",
                a_script_that_is_not_read_is_said,
            )?,
            on(
                stages,
                "other-post",
                "a fix that cannot be made is said",
                a_fix_that_cannot_be_made_is_said,
            )?,
            on(
                stages,
                "x-inline",
                "the commands go from finding to finding",
                the_commands_go_from_finding_to_finding,
            )?,
        ]
        .into_iter()
        .flatten(),
    );
    Ok(trials)
}

fn what_is_typed_is_marked(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("policy", surface.strictest_policy())])?;
    page.types(TYPED)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.waits_for_chip("1 thing to check")?;
    page.waits_for_chip(audience_in_words(&surface.audience))?;
    page.waits_for_text(TYPED)?;
    page.has_posted_nothing()
}

fn a_script_that_is_not_read_is_said(browser: &Browser, surface: &Surface) -> Result<()> {
    const SAID: &str = "in a script that Chaperone does not read";
    let page = browser.open(surface, &[])?;
    page.types("今日個病房好忙，張小姐話好多謝大家 943 476 5919")?;
    page.waits_for_underlines(&["943 476 5919"])?;
    page.waits_for_chip(SAID)?;
    page.types(" Anyone know who looks after this number tonight?")?;
    wait_until("the chip to say so no longer", || {
        let chip = page.session.inner_text(&page.waits_for_ours(".chip")?)?;
        Ok((!chip.contains(SAID)).then_some(()))
    })
}

fn the_card_says_why_and_mends_it(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(TYPED)?;
    page.waits_for_underlines(&[NUMBER])?;

    page.hovers_underline(0)?;
    says_why(&page.waits_for_card().context("by hovering")?)?;
    page.presses("Escape")?;
    page.waits_for_no_card()?;

    page.clicks_underline(0)?;
    says_why(&page.waits_for_card().context("by clicking")?)?;
    page.presses("Escape")?;
    page.waits_for_no_card()?;
    page.moves_caret("Control+End")?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card().context("by its key")?;
    ensure!(page.focus_is_ours()?, "the card did not take the focus");
    page.presses("Escape")?;
    page.waits_for_no_card()?;
    page.types("x")?;
    page.waits_for_text(&format!("{TYPED}x"))?;
    page.waits_for_a_new_step()?;

    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Replace with [removed]")?;
    page.waits_for_text(&format!("{WITHOUT_NUMBER}x"))?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[])?;
    page.waits_for_chip("Nothing flagged")?;
    page.undoes_to(&format!("{TYPED}x"), 2)?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[NUMBER])
}

/// One number stands on the first line, the one that was typed last on the line of the caret.
fn the_card_leaves_the_caret_free(browser: &Browser, surface: &Surface) -> Result<()> {
    const TYPED_LAST: &str = "401 023 2137";
    let page = browser.open(surface, &[])?;
    page.types(
        "Who looks after 943 476 5919? The phones have rung since six, and all of us do what we can. Who looks after 401 023 2137? ",
    )?;
    page.waits_for_underlines(&[NUMBER, TYPED_LAST])?;
    page.hovers_underline(0)?;
    let card = page.waits_for_ours(".card")?;
    for (index, words) in [NUMBER, TYPED_LAST].into_iter().enumerate() {
        ensure!(!page.is_underline_covered(index, &card)?, "the card lies over {words}");
    }
    Ok(())
}

/// The caret is behind the new words from the moment they are chosen, and whoever types on takes nothing away from them.
fn what_is_typed_while_a_fix_is_put_in_stays(browser: &Browser, surface: &Surface) -> Result<()> {
    // More keys than fit into the time in which the editor is watched.
    const KEYS: &str = "abcdefghijklmnopqrstuvwxyz";
    let page = browser.open(surface, &[])?;
    page.types(TYPED)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses_and_types("Replace with [removed]", KEYS)?;
    page.waits_for_text(&TYPED.replace(NUMBER, &format!("[removed]{KEYS}")))?;
    page.shows_its_text()?;
    page.waits_for_underlines(&[])?;
    page.waits_for_chip("Nothing flagged")
}

fn a_fix_that_cannot_be_made_is_said(browser: &Browser, surface: &Surface) -> Result<()> {
    const SAID: &str = "Could not change the text here. Nothing was changed.";
    let page = browser.open(surface, &[])?;
    page.types(TYPED)?;
    page.waits_for_underlines(&[NUMBER])?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    // As pages do while a text is being sent.
    page.session
        .run("arguments[0].readOnly = true", &[page.composer()?.argument()])?;
    page.chooses("Replace with [removed]")?;
    page.waits_for_chip(SAID)?;
    ensure!(page.announced()? == SAID, "what is said is {:?}", page.announced()?);
    page.waits_for_text(TYPED)
}

fn underlines_follow_the_text(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after 943 476 5919")?;
    page.waits_for_underlines(&[NUMBER])?;
    page.watches_underlines()?;

    page.moves_caret("Control+Home")?;
    page.types("So: ")?;
    page.waits_for_text("So: Who looks after 943 476 5919")?;
    let broken = page.breaks_line()?;
    page.waits_for_text(&format!("So: {broken}Who looks after 943 476 5919"))?;
    page.waits_for_underlines(&[NUMBER])?;
    if surface.has_ranges() {
        page.underlines_were_always(&[NUMBER])?;
    }

    page.moves_caret("Control+End")?;
    page.presses("Backspace")?;
    page.waits_for_text(&format!("So: {broken}Who looks after 943 476 591"))?;
    page.waits_for_underlines(&[])?;
    page.types("9")?;
    page.waits_for_underlines(&[NUMBER])
}

fn the_commands_go_from_finding_to_finding(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("Who looks after NHS number 943 476 5919? My patient's email is j.whitcombe@example.org ")?;
    page.waits_for_underlines(&[NUMBER, "j.whitcombe@example.org"])?;
    for (command, words) in [
        ("next-finding", "NHS number"),
        ("next-finding", "e-mail address"),
        ("next-finding", "NHS number"),
        ("previous-finding", "e-mail address"),
    ] {
        browser.commands(command)?;
        page.waits_for_card_about(words).context(command)?;
    }
    Ok(())
}

fn says_why(card: &str) -> Result<()> {
    for words in ["NHS number", "Replace with [removed]", "Ignore…", "Close"] {
        ensure!(card.contains(words), "no “{words}” in the card:\n{card}");
    }
    ensure!(!card.contains("undefined"), "a word is missing in the card:\n{card}");
    // A body and the year of its guidance.
    ensure!(card.contains("20"), "no guidance in the card:\n{card}");
    Ok(())
}

fn audience_in_words(audience: &str) -> &'static str {
    match audience {
        "public" => "Public: anyone, including patients and your employer",
        "friends" => "Your friends or followers: they can pass it on",
        "connections" => "Your connections: they can pass it on",
        "group" => "Members of this group; posts can be copied out",
        "message" => "People in this conversation; messages can be forwarded",
        "only-me" => "Only you, on this site",
        _ => "Could not read who can see this",
    }
}
