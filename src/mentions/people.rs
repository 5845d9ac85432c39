//! People: words for patients, relatives and colleagues, pronouns for author and reader, names and accounts.

use super::care::Evidence;
use super::names::Names;
use super::{Kind, Mention, Role, care, roles};
use crate::draft::{Draft, Surface};
use crate::lexicon::{Class, class};
use crate::profile::Profile;
use crate::rules::facts::FactSet;
use crate::text::Text;
use crate::text::token;

/// What is known before people are looked for.
pub(super) struct Scene<'a> {
    pub(super) text: &'a Text,
    pub(super) names: &'a Names,
    /// What each sentence says of the people in it.
    pub(super) evidence: &'a [Evidence],
    /// The author's own name, in small letters.
    pub(super) own_name: Option<String>,
    /// What is composed.
    pub(super) surface: Surface,
    /// What holds of the text being answered.
    pub(super) reply: FactSet,
    /// What holds of the whole draft.
    pub(super) whole: roles::Whole,
}

impl<'a> Scene<'a> {
    pub(super) fn new(text: &'a Text, names: &'a Names, evidence: &'a [Evidence]) -> Self {
        Scene {
            text,
            names,
            evidence,
            own_name: None,
            surface: Surface::default(),
            reply: 0,
            whole: roles::Whole::default(),
        }
    }

    /// The same, in the context of a draft.
    pub(super) fn in_context(mut self, draft: &Draft, profile: &Profile, reply: FactSet) -> Self {
        self.own_name = profile.display_name.as_deref().map(str::to_lowercase);
        self.surface = draft.surface;
        self.reply = reply;
        self.whole = roles::Whole::new(&self);
        self
    }

    /// What the sentence says in which a token stands.
    pub(super) fn evidence_at(&self, token: usize) -> Evidence {
        self.evidence[self.text.tokens[token].sentence as usize]
    }

    /// Whether a word of the class begins at the token before, `back` tokens away at most, in the same sentence.
    pub(super) fn is_before(&self, at: usize, back: usize, wanted: Class) -> bool {
        let sentence = self.text.tokens[at].sentence;
        (at.saturating_sub(back)..at)
            .any(|before| self.text.tokens[before].sentence == sentence && self.text.is(before, wanted))
    }
}

/// Finds everybody the text speaks of, in its order.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Mention> {
    let text = scene.text;
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let seen = named(scene, at)
            .or_else(|| by_place(scene, at))
            .or_else(|| by_word(scene, at));
        let length = seen.as_ref().map_or(1, |(_, _, length, _)| *length);
        if let Some((kind, role, length, named)) = seen {
            let tokens = at..at + length;
            found.push(Mention {
                kind,
                role,
                span: text.utf16(tokens.clone()),
                named,
                tokens,
            });
        }
        at += length;
    }
    found
}

type Seen = Option<(Kind, Role, usize, bool)>;

fn named(scene: &Scene<'_>, at: usize) -> Seen {
    if scene.text.tokens[at].kind == token::Kind::Handle {
        return Some((Kind::Handle, roles::of_handle(scene, at), 1, true));
    }
    // "Gogo", "Oupa" alone are words for somebody.
    let length = scene
        .names
        .at(at)
        .filter(|length| *length > 1 || !scene.text.is(at, class::SOMEBODY))?;
    let role = roles::of_name(scene, at, length);
    let confirmed = !scene.names.is_only_possible(at) || role == Role::Patient;
    confirmed.then_some((Kind::Person, role, length, true))
}

/// "Bed 9", and "my 2 pm": people called by their place or their time.
fn by_place(scene: &Scene<'_>, at: usize) -> Seen {
    let text = scene.text;
    if let Some(length) = care::slot(text, at) {
        return Some((Kind::Person, Role::Patient, length, false));
    }
    let starts_with_my = matches!(text.word(at), "my" | "our");
    let hour = text
        .tokens
        .get(at + 1)
        .filter(|next| next.kind == token::Kind::Number)?;
    if !starts_with_my || hour.sentence != text.tokens[at].sentence {
        return None;
    }
    let mut length = 2;
    let is_hour = text
        .word(at + 1)
        .split([':', '.'])
        .next()
        .and_then(|hour| hour.parse().ok())
        .is_some_and(|hour: u8| (1..=23).contains(&hour));
    let marked = |word: &str| matches!(word, "am" | "pm" | "o'clock" | "oclock" | "h");
    let is_marked = at + length < text.tokens.len() && marked(text.word(at + length));
    let is_exact = text.word(at + 1).contains([':', '.']);
    if is_marked {
        length += 1;
    }
    let another_thing = at + length < text.tokens.len() && text.is(at + length, class::TIMETABLE);
    (is_hour && (is_marked || is_exact) && !another_thing).then_some((Kind::Person, Role::Patient, length, false))
}

fn by_word(scene: &Scene<'_>, at: usize) -> Seen {
    let text = scene.text;
    let longest = |wanted| text.longest(at, wanted);
    let person = |role, length| Some((Kind::Person, role, length, false));
    let own = roles::is_the_authors_own(scene, at);
    if longest(class::PET).is_some() {
        return None;
    }
    if let Some(length) = longest(class::PATIENT) {
        let general = longest(class::PEOPLE).is_some_and(|people| people > length);
        return if general {
            person(Role::Other, length)
        } else {
            person(Role::Patient, length)
        };
    }
    if let Some(length) = longest(class::COLLEAGUE) {
        let cared_for = care::is_work_of_a_patient(text, at, at + length);
        return person(if cared_for { Role::Patient } else { Role::Colleague }, length);
    }
    if let Some(length) = longest(class::KIN).filter(|_| own) {
        return person(Role::Author, length);
    }
    let theirs = at > 0 && matches!(text.word(at - 1), "his" | "her" | "their");
    if let Some(length) = longest(class::SOMEBODY).filter(|_| theirs) {
        return person(Role::Relative, length);
    }
    if let Some(length) = longest(class::SOMEBODY) {
        // "a lady", "this wee man": somebody; a patient where the sentence speaks of care. "My lady with MND": the author's patient.
        let evidence = scene.evidence_at(at);
        let in_care = evidence.is_care() || (own && evidence.is_clinical());
        return person(if in_care { Role::Patient } else { Role::Unknown }, length);
    }
    if let Some(length) = longest(class::KIN) {
        return person(Role::Relative, length);
    }
    if let Some(length) = longest(class::PUBLIC_FIGURE) {
        return person(Role::PublicFigure, length);
    }
    if let Some(length) = longest(class::READER) {
        return person(Role::Reader, length);
    }
    if let Some(length) = longest(class::AUTHOR) {
        return person(Role::Author, length);
    }
    longest(class::PEOPLE).and_then(|length| person(Role::Other, length))
}
