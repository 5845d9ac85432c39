//! A request to connect is accepted or sent: the press is the page's at once, and the question comes beside it, once, and knows nobody.

use anyhow::{Result, ensure};
use chaperone_browser_tests::{
    driver::{Altered, Browser, Page, Popup, wait_until},
    requests::{self, Requests},
};
use libtest_mimic::Trial;

use crate::stage::{Stage, Stages};

const QUESTION: &str = "Is this person a current or former patient?";
const DECLINE: &str = "I keep this account personal";

pub fn trials(stages: &Stages) -> Result<Vec<Trial>> {
    let listening = Stage::both_altered(Altered::Listening);
    Ok([
        on_every_page(
            stages,
            "a request that is accepted is asked about",
            |_, page, requests| is_asked_about(page, &requests.accept, "You can still undo this kindly"),
        )?,
        on_every_page(stages, "a request that is sent is asked about", |_, page, requests| {
            is_asked_about(page, &requests.send, "It can still be cancelled")
        })?,
        on_every_page(stages, "it is answered by keyboard", is_answered_by_keyboard)?,
        on_every_page(stages, "asking ends where the user says so", asking_ends)?,
        on_every_page(
            &listening,
            "nobody is named, and nothing else is asked about",
            nobody_is_named,
        )?,
        in_every_language(stages)?,
        on_page(
            stages,
            "linkedin-requests",
            "it outlives the page's dialog",
            outlives_the_dialog,
        )?,
        on_page(
            &Stage::both_altered(Altered::WritingFails),
            "facebook-requests",
            "it is said where asking goes on",
            asking_goes_on,
        )?,
        on_page(
            stages,
            "x-requests",
            "on X it is off unless asked for",
            is_off_unless_asked_for,
        )?,
    ]
    .into_iter()
    .flatten()
    .collect())
}

type Play = fn(&Browser, &Page<'_>, &Requests) -> Result<()>;

/// Played with the question switched on for the page's site.
fn on_every_page(stages: &Stages, name: &str, play: Play) -> Result<Vec<Trial>> {
    let mut trials = Vec::new();
    for requests in requests::all()? {
        for stage in stages {
            let requests = requests.clone();
            trials.push(stage.trial(&format!("{} · {name}", requests.id), move |browser, _| {
                with_question(browser, &requests, &[], |page| play(browser, page, &requests))
            }));
        }
    }
    Ok(trials)
}

fn on_page(stages: &Stages, id: &str, name: &str, play: fn(&Browser, &Requests) -> Result<()>) -> Result<Vec<Trial>> {
    let wanted = requests::all()?.into_iter().filter(|requests| requests.id == id);
    Ok(wanted
        .flat_map(|requests| {
            stages.iter().map(move |stage| {
                let requests = requests.clone();
                stage.trial(&format!("{} · {name}", requests.id), move |browser, _| {
                    play(browser, &requests)
                })
            })
        })
        .collect())
}

/// Where the words count that controls go by: who accepts in these languages is asked, and who sends.
fn in_every_language(stages: &Stages) -> Result<Vec<Trial>> {
    const ACCEPTED: (&str, &str) = (
        "a request that is accepted is asked about",
        "You can still undo this kindly",
    );
    const SENT: (&str, &str) = ("a request that is sent is asked about", "It can still be cancelled");
    const LANGUAGES: &[(&str, (&str, &str), &[&str])] = &[
        ("facebook-requests", ACCEPTED, &["vi"]),
        ("facebook-requests", SENT, &["vi", "ms", "fr", "de", "zh-Hant"]),
        ("x-requests", ACCEPTED, &["ms", "zh-Hant", "de"]),
    ];
    let mut trials = Vec::new();
    for requests in requests::all()? {
        for (_, (name, advice), languages) in LANGUAGES.iter().filter(|(id, ..)| *id == requests.id) {
            let pressed = if *name == ACCEPTED.0 {
                &requests.accept
            } else {
                &requests.send
            };
            for (language, stage) in languages
                .iter()
                .flat_map(|language| stages.iter().map(move |stage| (*language, stage)))
            {
                let (requests, pressed) = (requests.clone(), pressed.clone());
                trials.push(stage.trial(
                    &format!("{} · {language} · {name}", requests.id),
                    move |browser, _| {
                        with_question(browser, &requests, &[("lang", language)], |page| {
                            is_asked_about(page, &pressed, advice)
                        })
                    },
                ));
            }
        }
    }
    Ok(trials)
}

fn with_question(
    browser: &Browser,
    requests: &Requests,
    variants: &[(&str, &str)],
    play: impl FnOnce(&Page<'_>) -> Result<()>,
) -> Result<()> {
    let mut surface = requests.surface();
    surface.url = surface.url_with(variants);
    let page = Page::unopened(browser, &surface)?;
    asks(browser, &requests.site, true)?;
    let played = play(&page);
    asks(browser, "x", false)?;
    played
}

/// Sets whether a site's requests are asked about.
fn asks(browser: &Browser, site: &str, on: bool) -> Result<()> {
    let popup = opened(browser)?;
    let tick = tick(site);
    if popup.is_ticked(&tick)? != on {
        popup.clicks("#settings summary")?;
        popup.clicks(&tick)?;
        popup.waits_for("#said", "Saved")?;
    }
    popup.close()
}

/// The popup with all its questions answered: one that is closed before leaves an error in the console.
fn opened(browser: &Browser) -> Result<Popup<'_>> {
    let popup = browser.popup()?;
    popup.waits_for("#page-heading", "Ready")?;
    Ok(popup)
}

fn tick(site: &str) -> String {
    format!("#settings-form input[name=requests-{site}]")
}

fn presses(page: &Page<'_>, selector: &str) -> Result<()> {
    wait_until(&format!("a click on {selector}"), || {
        page.session.click(&page.session.find(selector)?).map(Some)
    })
}

fn waits_for_question(page: &Page<'_>, words: &str) -> Result<String> {
    wait_until(&format!("“{words}”"), || {
        let said = page.session.inner_text(&page.waits_for_ours(".request")?)?;
        Ok(said.contains(words).then_some(said))
    })
}

fn waits_for_no_question(page: &Page<'_>) -> Result<()> {
    wait_until("the question to go", || {
        let left = page.session.find_all_in(&page.ours()?, ".request")?;
        Ok(left.is_empty().then_some(()))
    })
}

fn is_asked_about(page: &Page<'_>, control: &str, title: &str) -> Result<()> {
    presses(page, control)?;
    waits_for_question(page, QUESTION)?;
    ensure!(!page.focus_is_ours()?, "the question took the focus");
    page.chooses("Yes")?;
    let advice = waits_for_question(page, title)?;
    ensure!(
        advice.contains(DECLINE) && advice.contains("GMC, "),
        "no decline, or no guidance: {advice}"
    );
    page.chooses("Copy")?;
    waits_for_question(page, "Copied")?;
    page.chooses("Close")?;
    waits_for_no_question(page)
}

fn is_answered_by_keyboard(_: &Browser, page: &Page<'_>, requests: &Requests) -> Result<()> {
    let control = wait_until("the control", || page.session.find(&requests.send).map(Some))?;
    page.session.run("arguments[0].focus()", &[control.argument()])?;
    page.presses("Enter")?;
    waits_for_question(page, QUESTION)?;
    ensure!(!page.focus_is_ours()?, "the question took the focus");
    page.presses("Alt+Shift+n")?;
    wait_until("the focus in the question", || Ok(page.focus_is_ours()?.then_some(())))?;
    for key in ["Tab", "Tab", "Enter"] {
        page.presses(key)?;
    }
    waits_for_question(page, DECLINE)?;
    ensure!(page.focus_is_ours()?, "the focus was lost with the question");
    // What had the focus before takes it no more, and still nobody is kept in.
    let script = "arguments[0].blur(); arguments[0].disabled = true; arguments[0].removeAttribute('tabindex');";
    page.session.run(script, &[control.argument()])?;
    page.presses("Shift+Tab")?;
    wait_until("the focus to leave", || Ok((!page.focus_is_ours()?).then_some(())))?;
    page.presses("Alt+Shift+n")?;
    wait_until("the focus in the question", || Ok(page.focus_is_ours()?.then_some(())))?;
    page.presses("Escape")?;
    waits_for_no_question(page)
}

fn asking_ends(browser: &Browser, page: &Page<'_>, requests: &Requests) -> Result<()> {
    presses(page, &requests.accept)?;
    waits_for_question(page, QUESTION)?;
    page.chooses(&format!("Do not ask on {}", site_name(&requests.site)))?;
    waits_for_no_question(page)?;
    let popup = opened(browser)?;
    let is_ticked = popup.is_ticked(&tick(&requests.site))?;
    popup.close()?;
    ensure!(!is_ticked, "it goes on asking");
    Ok(())
}

/// What the user does not want cannot be kept.
fn asking_goes_on(browser: &Browser, requests: &Requests) -> Result<()> {
    let surface = requests.surface();
    let page = Page::unopened(browser, &surface)?;
    presses(&page, &requests.accept)?;
    waits_for_question(&page, QUESTION)?;
    page.presses("Alt+Shift+n")?;
    wait_until("the focus in the question", || Ok(page.focus_is_ours()?.then_some(())))?;
    // The last of the three buttons, pressed more often than it can answer.
    for key in ["Tab", "Tab", "Tab", "Enter", "Enter"] {
        page.presses(key)?;
    }
    waits_for_question(&page, "Could not be saved. You will be asked again.")?;
    ensure!(page.focus_is_ours()?, "the focus was lost with the answer");
    page.chooses("No")?;
    waits_for_no_question(&page)?;
    presses(&page, &requests.send)?;
    waits_for_question(&page, QUESTION)?;
    page.chooses("No")?;
    waits_for_no_question(&page)
}

fn nobody_is_named(_: &Browser, page: &Page<'_>, requests: &Requests) -> Result<()> {
    presses(page, &requests.neither)?;
    ensure!(
        page.heard()?.said.is_empty(),
        "something that is no request was asked about"
    );
    presses(page, &requests.accept)?;
    page.waits_for_posts(2)?;
    waits_for_question(page, QUESTION)?;
    let heard = page.heard()?;
    let [said] = &heard.said[..] else {
        anyhow::bail!("said {:?}", heard.said);
    };
    ensure!(said.contains("advise-on-request") && said.len() < 60, "said {said}");
    page.chooses("No")?;
    waits_for_no_question(page)
}

/// The page's modal dialog makes what is outside inert, and takes what is inside with it.
fn outlives_the_dialog(browser: &Browser, requests: &Requests) -> Result<()> {
    with_question(browser, requests, &[], |page| {
        presses(page, &requests.send)?;
        waits_for_question(page, QUESTION)?;
        page.chooses("Yes")?;
        waits_for_question(page, DECLINE)?;
        presses(page, "[aria-label=\"Send without a note\"]")?;
        page.waits_for_posts(1)?;
        waits_for_question(page, DECLINE)?;
        page.chooses("Close")?;
        waits_for_no_question(page)
    })
}

fn is_off_unless_asked_for(browser: &Browser, requests: &Requests) -> Result<()> {
    let surface = requests.surface();
    let page = Page::unopened(browser, &surface)?;
    asks(browser, &requests.site, false)?;
    presses(&page, &requests.send)?;
    page.waits_for_posts(1)?;
    asks(browser, &requests.site, true)?;
    presses(&page, &requests.send)?;
    let posts = page.waits_for_posts(2)?;
    ensure!(
        posts.iter().all(|post| post.trusted),
        "a press was made again: {posts:?}"
    );
    waits_for_question(&page, QUESTION)?;
    let questions = page.session.find_all_in(&page.ours()?, ".request")?.len();
    asks(browser, &requests.site, false)?;
    ensure!(questions == 1, "{questions} questions");
    Ok(())
}

fn site_name(site: &str) -> &str {
    match site {
        "facebook" => "Facebook",
        "linkedin" => "LinkedIn",
        _ => "X",
    }
}
