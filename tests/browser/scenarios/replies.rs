//! An answer to criticism that would confirm who was treated: the card has replies that do not, each put in place and undone as one step.

use anyhow::{Context, Result, ensure};
use chaperone_browser_tests::{driver::Browser, surfaces::Surface};
use libtest_mimic::Trial;

use crate::stage::{Stages, on};

const DEFENCE: &str = "You attended on Tuesday and left before the nurse called.";
const CARE: &str = "As your doctor I would rest for a week.";
const REDIRECT: &str = "Thank you for getting in touch. I keep this account apart from my work, so I cannot help with care here. For anything about care, please contact our office.";
const REPLIES: &[(&str, &str)] = &[
    (
        "Thank them and offer to talk",
        "Thank you for telling us. We cannot discuss individual cases here because of confidentiality. We would like to hear more: please contact our office.",
    ),
    (
        "Point to the complaints procedure",
        "We take concerns like this seriously. Confidentiality means that we cannot look into it here, whoever writes. Please contact our office and ask for our complaints procedure, so that it is answered properly.",
    ),
    (
        "Point a question about care to the clinic",
        "We cannot answer questions about anyone's own care here. Please contact our office, or in an emergency your local emergency number.",
    ),
];

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for surface in ["facebook-reply", "x-inline-reply", "linkedin-reply"] {
        trials.extend(on(
            stages,
            surface,
            "a reply that keeps confidentiality is put in place",
            a_reply_is_put_in_place,
        )?);
    }
    for surface in ["facebook-message", "x-message", "x-chat", "linkedin-message"] {
        trials.extend(on(
            stages,
            surface,
            "a message that gives care is pointed to the proper channel",
            a_message_is_redirected,
        )?);
    }
    for surface in [
        "facebook-message",
        "x-chat",
        "linkedin-message",
        "messenger-message",
        "whatsapp-message",
    ] {
        trials.extend(on(
            stages,
            surface,
            "what a message answers is read",
            what_a_message_answers_is_read,
        )?);
    }
    trials.extend(on(
        stages,
        "facebook-message",
        "another chat's words are not answered",
        another_chat_is_not_answered,
    )?);
    Ok(trials)
}

/// A patient's words above it make an invitation of it; what the writer answered before stands between them on some.
fn what_a_message_answers_is_read(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types("I will add you now")?;
    page.waits_for_chip("1 thing to check")?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Decline kindly")?;
    page.waits_for_text(
        "Thank you. I keep this account personal, so I do not connect here with people I may meet at work.",
    )
}

/// Words that confirm only as an answer, and a number by which the check of all of them is known to have come.
fn another_chat_is_not_answered(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[("beside", "chat")])?;
    page.types("Yes, they came back on Monday. 943 476 5919 ")?;
    page.waits_for_underlines(&["943 476 5919"])
}

fn a_message_is_redirected(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(CARE)?;
    page.waits_for_chip("1 thing to check")?;
    page.waits_for_a_new_step()?;
    page.presses("Alt+Shift+n")?;
    page.waits_for_card()?;
    page.chooses("Point to the proper channel")?;
    page.waits_for_text(REDIRECT)?;
    page.waits_for_chip("Nothing flagged")?;
    page.undoes_to(CARE, 1)
}

fn a_reply_is_put_in_place(browser: &Browser, surface: &Surface) -> Result<()> {
    let page = browser.open(surface, &[])?;
    page.types(DEFENCE)?;
    page.waits_for_an_underline().context("in the answer as typed")?;
    for (title, words) in REPLIES {
        page.waits_for_a_new_step()?;
        page.presses("Alt+Shift+n")?;
        let card = page.waits_for_card()?;
        ensure!(card.contains(title), "no “{title}” in {card}");
        page.chooses("A complaint, or abuse?")?;
        page.waits_for_card_about("Abuse can be reported")?;
        page.chooses(title)?;
        page.waits_for_text(words)?;
        page.waits_for_chip("Nothing flagged")?;
        page.undoes_to(DEFENCE, 1)?;
        page.waits_for_an_underline().context("after undoing")?;
    }
    Ok(())
}
