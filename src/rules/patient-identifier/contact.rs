//! Contacts are shapes; whose they are decides. One that is open to everyone tells nothing about a patient, and one that is offered
//! to the reader is the practice's own.

use crate::identifiers::Kind;
use crate::lexicon::class;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

/// Who may stand behind a contact that is not the author's or the practice's own.
const SOMEBODY: &[Fact] = &[Fact::AboutPatient, Fact::AboutRelative, Fact::AboutPerson];

/// Words that make a contact somebody's ("her daughter is on …").
const THEIRS: &[&str] = &[
    "he", "she", "they", "his", "her", "him", "their", "them", "theirs", "hers",
];

/// Words that make a contact the writer's or an office's ("call me on …", "patient relations is at …").
const OFFERED: &[&str] = &[
    "us",
    "me",
    "we",
    "our",
    "i",
    "my",
    "office",
    "line",
    "relations",
    "manager",
    "desk",
    "reception",
    "team",
    "clinic",
    "practice",
    "page",
];

/// How far before a contact its owner is named, in words.
const REACH: usize = 8;

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::Phone, Kind::Email], |_, token| {
        SOMEBODY.iter().any(|fact| cx.holds(*fact, token)) && is_somebodys(cx, token)
    });
}

/// Whether the nearest owner named before a contact in its sentence is a third person.
fn is_somebodys(cx: &Context<'_>, contact: usize) -> bool {
    let sentence = cx.text.sentences[cx.text.tokens[contact].sentence as usize].start;
    let reach = contact.saturating_sub(REACH).max(sentence);
    for token in (reach..contact).rev() {
        let word = cx.text.word(token);
        if OFFERED.contains(&word) {
            return false;
        }
        let person =
            cx.text.is(token, class::PATIENT) || cx.text.is(token, class::KIN) || cx.mentions.name_at(token).is_some();
        if THEIRS.contains(&word) || person {
            return true;
        }
    }
    false
}
