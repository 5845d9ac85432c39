//! Descriptions made to measure: "the drummer from the Stanley boat", "the fire chief's wife", "the boy who reads the news".
//! Their words are in no list; their build is: one definite person, then what sets this one apart.

use super::details::{Detail, Kind};
use super::population;
use crate::lexicon::{Class, class};
use crate::mentions::{self, Mentions, Role};
use crate::text::Text;
use crate::text::token::{self, Shape};

/// What sets a person apart begins with one of these.
const LINKS: &[&str] = &[
    "from", "of", "at", "off", "who", "that", "with", "on", "in", "whose", "we", "you",
];

/// Where a description ends, unless it is told in a clause of its own ("who …").
const STOPS: &[&str] = &[
    "was", "is", "has", "had", "were", "and", "but", "asked", "said", "told", "came", "let", "gave", "wants", "did",
];

/// Endings of words for what people do.
const ENDINGS: &[&str] = &[
    "keeper", "driver", "master", "mistress", "maker", "monger", "smith", "woman", "man", "player", "owner", "worker",
    "ist", "ian", "eer", "er", "or", "ress", "dess", "tess",
];

/// At least so many words must set the person apart.
const LEAST: usize = 2;
/// How many words are looked at.
const MOST: usize = 9;
/// How many words may stand between the article and the person ("the retired school bus driver").
const ADJECTIVES: usize = 4;

/// So few of all people fit a description made to measure.
const FITS: f64 = 1.0 / 60_000.0;
const SOURCE: &str = "our estimate: whoever knows the person recognises a description made to measure";

/// The description that begins at a token.
pub(super) fn find(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let definite = matches!(text.word(at), "the" | "that" | "our" | "this" | "a" | "an" | "one");
    if !definite || text.tokens[at].kind != token::Kind::Word {
        return None;
    }
    // "I was the patient in bed 3" tells of the author.
    let of_the_author =
        at >= 2 && matches!(text.word(at - 1), "was" | "am" | "'m" | "were") && matches!(text.word(at - 2), "i" | "we");
    if of_the_author {
        return None;
    }
    let sentence = text.tokens[at].sentence;
    let same = |place: usize| text.tokens.get(place).is_some_and(|token| token.sentence == sentence);
    let noun = (at + 1..=at + ADJECTIVES)
        .take_while(|place| same(*place) && !is_mark(text, *place))
        .find(|place| is_person(text, mentions, *place))?;
    let mut end = noun + 1;
    while same(end) && is_person(text, mentions, end) && text.tokens[end].kind == token::Kind::Word {
        end += 1;
    }
    // "The fire chief's wife".
    let kin =
        same(end + 1) && text.word(end) == "'s" && (text.is(end + 1, class::KIN) || text.is(end + 1, class::SOMEBODY));
    if kin && matches!(text.word(at), "the" | "our" | "that" | "a" | "an") && is_office(text, noun) {
        return Some(described(at, end + 2));
    }
    let linked = same(end) && LINKS.contains(&text.word(end));
    if !linked {
        return None;
    }
    let in_a_clause = matches!(text.word(end), "who" | "that" | "whose" | "we" | "you");
    let mut words = 0;
    let mut sets_apart = !in_a_clause && is_office(text, noun) && !text.is(noun, class::SOMEBODY);
    let mut last = end;
    for place in end + 1..(end + 1 + MOST).min(text.tokens.len()) {
        let ends = !in_a_clause && STOPS.contains(&text.tokens.get(place).map_or("", |_| text.word(place)));
        if !same(place) || is_mark(text, place) || ends {
            break;
        }
        let token = &text.tokens[place];
        if token.is_passed_over() {
            continue;
        }
        words += 1;
        sets_apart |= is_name(text, place)
            || (token.kind == token::Kind::Word && mentions::is_uncommon(text, place) && !is_clinical(text, place));
        last = place;
    }
    let indefinite = matches!(text.word(at), "a" | "an" | "one");
    let has_name = (end..=last).any(|place| is_name(text, place));
    (words >= LEAST && sets_apart && (!indefinite || has_name)).then(|| described(at, last + 1))
}

fn described(start: usize, end: usize) -> Detail {
    Detail {
        kind: Kind::Description,
        tokens: start..end,
        factor: FITS,
        source: SOURCE,
        blurred: "somebody".into(),
    }
}

/// Whether a word could be a name: not "I", not "MRI".
fn is_name(text: &Text, at: usize) -> bool {
    let shape = text.tokens[at].shape;
    shape.has(Shape::CAPITAL) && !shape.has(Shape::ALL_CAPITALS) && !text.is(at, class::AUTHOR)
}

fn is_mark(text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    matches!(
        token.kind,
        token::Kind::Mark | token::Kind::LineBreak | token::Kind::Emoji
    ) && !token.is_passed_over()
}

fn is_clinical(text: &Text, at: usize) -> bool {
    text.is(at, class::CLINICAL)
        || text
            .tags(at)
            .iter()
            .any(|tag| population::figure(tag.class).is_some_and(|figure| figure.kind == Kind::Condition))
}

/// Whether a word stands for a person: by list, or by its ending.
fn is_person(text: &Text, mentions: &Mentions, at: usize) -> bool {
    const PEOPLE: &[Class] = &[class::SOMEBODY, class::PATIENT_SINGULAR];
    let colleague =
        text.is(at, class::COLLEAGUE) || mentions.at(at).is_some_and(|mention| mention.role == Role::Colleague);
    let anybody = text.is(at, class::SOMEBODY_ANY);
    !colleague && !anybody && (PEOPLE.iter().any(|class| text.is(at, *class)) || is_office(text, at))
}

/// Whether a word says what somebody does or is.
fn is_office(text: &Text, at: usize) -> bool {
    let by_figure = text
        .tags(at)
        .iter()
        .any(|tag| population::figure(tag.class).is_some_and(|figure| figure.kind == Kind::Occupation));
    by_figure || ends_like_an_office(text, at)
}

/// Whether an uncommon word ends like one for what people do.
pub(super) fn ends_like_an_office(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    text.tokens[at].kind == token::Kind::Word
        && word.len() > 5
        && mentions::is_uncommon(text, at)
        && !text.is(at, class::COLLEAGUE)
        && !text.is(at, class::THING)
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
