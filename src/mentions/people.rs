//! People: words for patients, relatives and colleagues, pronouns for author and reader, names and accounts.

use super::{Kind, Mention, Role};
use crate::lexicon::class;
use crate::profile::Profile;
use crate::text::Text;
use crate::text::token;

/// Finds everybody the text speaks of, in its order.
pub(super) fn find(text: &Text, names: &[u8], profile: &Profile) -> Vec<Mention> {
    let own = profile.display_name.as_deref().map(str::to_lowercase);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let seen = named(text, names, at, own.as_deref()).or_else(|| by_word(text, at));
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

fn named(text: &Text, names: &[u8], at: usize, own: Option<&str>) -> Seen {
    if text.tokens[at].kind == token::Kind::Handle {
        return Some((Kind::Handle, Role::Unknown, 1, true));
    }
    let length = usize::from(names[at]);
    if length == 0 {
        return None;
    }
    let name = &text.view()[text.tokens[at].start as usize..text.tokens[at + length - 1].end as usize];
    let mut announcer = at.saturating_sub(1);
    if text.word(announcer) == "." {
        announcer = announcer.saturating_sub(1);
    }
    let role = if own.is_some_and(|own| own.contains(name)) {
        Role::Author
    } else if text.is(announcer, class::TITLE_CLINICIAN) || text.is(announcer, class::COLLEAGUE) {
        Role::Colleague
    } else if text.is(announcer, class::PATIENT_SINGULAR) {
        Role::Patient
    } else {
        Role::Unknown
    };
    Some((Kind::Person, role, length, true))
}

fn by_word(text: &Text, at: usize) -> Seen {
    let longest = |wanted| {
        text.tags(at)
            .iter()
            .filter(|tag| tag.class == wanted)
            .map(|tag| usize::from(tag.tokens))
            .max()
    };
    let person = |role, length| Some((Kind::Person, role, length, false));
    if let Some(length) = longest(class::PATIENT) {
        return person(Role::Patient, length);
    }
    if let Some(length) = longest(class::COLLEAGUE) {
        return person(Role::Colleague, length);
    }
    if let Some(length) = longest(class::KIN) {
        // "my son" is the author's own; "your son" the reader's; "her son" is somebody's.
        let own = at > 0 && text.is(at - 1, class::AUTHOR);
        return person(if own { Role::Author } else { Role::Relative }, length);
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
