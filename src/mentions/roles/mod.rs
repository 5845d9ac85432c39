//! Who a name or an account belongs to: a patient, a relative, a colleague, the author, somebody the public knows.

mod cues;
mod whole;

use super::people::Scene;
use super::{Role, care};
use crate::lexicon::class;
use crate::text::token::Kind;
pub(super) use cues::CUE_IDS;
use std::sync::LazyLock;
pub(super) use whole::Whole;

/// How many words may stand between a word for somebody and the name ("my patient, the lovely Ann").
const NEAR: usize = 2;

/// How many words may stand between a word for somebody and what they are called ("a patient of mine called Ann").
const CALLED: usize = 5;

/// Who a name belongs to.
pub(super) fn of_name(scene: &Scene<'_>, at: usize, length: usize) -> Role {
    let text = scene.text;
    let announcer = announcer(scene, at);
    let announced_by = |wanted| announcer.is_some_and(|before| text.ends_with(before, wanted));
    if is_own_name(scene, at, length) {
        return Role::Author;
    }
    let first = announcer.filter(|before| text.is(*before, class::TITLE)).unwrap_or(at);
    if (first..at + length).any(|token| text.is(token, class::KNOWN_PERSON)) {
        return Role::PublicFigure;
    }
    if announced_by(class::TITLE_CLINICIAN) || announced_by(class::COLLEAGUE) {
        return Role::Colleague;
    }
    if is_at_work(scene, first, at + length) && !is_in_a_bed(scene, at, length) {
        return Role::Colleague;
    }
    if scene.whole.is_news() {
        return Role::Unknown;
    }
    let called = announced_by(class::NAMED) && scene.is_before(at, CALLED, class::PATIENT_SINGULAR);
    // "pesakit Cina": in Malay the adjective follows.
    let adjective = text.is(at, class::NOT_A_NAME) && announcer.is_some_and(|before| text.word(before) == "pesakit");
    if (announced_by(class::PATIENT_SINGULAR) && !adjective) || called {
        return Role::Patient;
    }
    if let Some(before) =
        announcer.filter(|before| text.is(*before, class::KIN) && !text.is(*before, class::TITLE_ELDER))
    {
        return if is_the_authors_own(scene, before) {
            Role::Author
        } else {
            relative(scene, at)
        };
    }
    let evidence = scene.evidence_at(at);
    let thanked = scene.is_before(first, CALLED, class::PRAISE) && !evidence.is_care();
    if !thanked && patient_score(scene, at, length) > 0.0 {
        return Role::Patient;
    }
    if evidence.praise || scene.is_before(at, NEAR, class::COLLEAGUE) {
        Role::Colleague
    } else if is_the_authors_own(scene, at) {
        Role::Author
    } else {
        Role::Unknown
    }
}

/// The weight of each cue: lines of a number and the cue's id.
static WEIGHTS: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let mut weights = vec![0.0; CUE_IDS.len()];
    for line in include_str!("../../../data/models/roles.txt").lines() {
        let known = line
            .split_once(' ')
            .and_then(|(weight, id)| Some((weight.parse().ok()?, CUE_IDS.iter().position(|known| *known == id)?)));
        if let Some((weight, cue)) = known {
            weights[cue] = weight;
        }
    }
    weights
});

/// Above nought when a name is more likely a patient's than not.
fn patient_score(scene: &Scene<'_>, at: usize, length: usize) -> f32 {
    let mut sum = 0.0;
    cues::of_name(scene, at, length, |cue| sum += WEIGHTS[cue as usize]);
    sum
}

/// The cues of a name.
#[cfg(feature = "training")]
pub(super) fn cues_of_name(scene: &Scene<'_>, at: usize, length: usize) -> Vec<cues::Cue> {
    let mut all = Vec::new();
    cues::of_name(scene, at, length, |cue| all.push(cue));
    all
}

/// Who an account belongs to.
pub(super) fn of_handle(scene: &Scene<'_>, at: usize) -> Role {
    if scene.is_before(at, NEAR, class::PATIENT_SINGULAR) {
        Role::Patient
    } else if scene.is_before(at, NEAR, class::COLLEAGUE) {
        Role::Colleague
    } else {
        Role::Unknown
    }
}

/// Whether a word for a person is the author's own: "my son", "our wee girl", "my own mother".
pub(super) fn is_the_authors_own(scene: &Scene<'_>, at: usize) -> bool {
    let text = scene.text;
    let sentence = text.tokens[at].sentence;
    (at.saturating_sub(NEAR)..at).rev().any(|before| {
        let between = before + 1..at;
        text.tokens[before].sentence == sentence
            && matches!(text.word(before), "my" | "our" | "mine" | "me")
            && text.tokens[before].kind == Kind::Word
            && between
                .into_iter()
                .all(|token| !text.is(token, class::PATIENT) && text.tokens[token].kind == Kind::Word)
    })
}

/// The token that may announce the name: the one before it, or before a full stop, colon, comma or dash in between.
pub(super) fn announcer(scene: &Scene<'_>, at: usize) -> Option<usize> {
    scene.names.announcer(at)
}

fn is_own_name(scene: &Scene<'_>, at: usize, length: usize) -> bool {
    let text = scene.text;
    let name = &text.view()[text.tokens[at].start as usize..text.tokens[at + length - 1].end as usize];
    scene
        .own_name
        .as_deref()
        .is_some_and(|own| own == name || own.split_whitespace().any(|part| part == name))
}

/// Whether what stands around a name is said of those who care, not of those cared for: "admitted under Mr Walsh", "referred to Mr
/// Walsh", "Mr Walsh operated", and "you, me, Priya" on the same shift.
fn is_at_work(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let text = scene.text;
    let sentence = text.sentences[text.tokens[first].sentence as usize].clone();
    let word = |at: usize| if sentence.contains(&at) { text.word(at) } else { "" };
    let before = |back: usize| first.checked_sub(back).map_or("", word);
    let joined = matches!(before(1), "," | "and" | "&") && matches!(before(2), "me" | "you" | "us");
    let untitled = !text.is(first, class::TITLE);
    let referred =
        matches!(before(1), "to" | "by") && matches!(before(2), "referred" | "referral" | "refer" | "referring");
    let admitted = before(1) == "under"
        && (!untitled || matches!(before(2), "admitted" | "clerked" | "booked" | "listed" | "seen"));
    admitted || referred || (joined && untitled) || matches!(word(end), "operated" | "scrubbed" | "operates")
}

/// A relative counts where somebody is in care.
fn relative(scene: &Scene<'_>, at: usize) -> Role {
    let sentence = scene.text.tokens[at].sentence as usize;
    let around = sentence.saturating_sub(1)..(sentence + 2).min(scene.evidence.len());
    if scene.evidence[around].iter().any(|evidence| evidence.is_care()) {
        Role::Relative
    } else {
        Role::Unknown
    }
}

/// "Maeve Kinnerk in bed 4", "Bentley G, room 5018".
fn is_in_a_bed(scene: &Scene<'_>, at: usize, length: usize) -> bool {
    let text = scene.text;
    let sentence = text.tokens[at].sentence;
    (at + length..(at + length + 4).min(text.tokens.len()))
        .any(|token| text.tokens[token].sentence == sentence && care::slot(text, token).is_some())
}
