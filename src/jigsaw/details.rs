//! The details that narrow down who somebody is, where they stand and how many people share them.

use super::description;
use super::population::{
    self, DAY, LIST, MONTH, SEX, SMALL_PLACE, Start, UNLISTED_CONDITION, UNLISTED_OCCUPATION, WARD, WEEK,
};
use super::time::{self, Grain};
use crate::lexicon::class;
use crate::mentions::{self, Mentions, Role, place};
use crate::text::Text;
use crate::text::token::{self, Shape};
use serde::Serialize;
use std::ops::Range;

/// What sort of detail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Age,
    Sex,
    Place,
    Institution,
    Care,
    Time,
    Occupation,
    Condition,
    Event,
    Background,
    Family,
    Description,
}

impl Kind {
    /// Whether only a person has it: places, times and illnesses are also spoken of for themselves.
    pub(super) const fn is_of_a_person(self) -> bool {
        matches!(
            self,
            Kind::Age | Kind::Occupation | Kind::Background | Kind::Family | Kind::Description
        )
    }

    /// Its name as the card shows it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Kind::Age => "age",
            Kind::Sex => "sex",
            Kind::Place => "place",
            Kind::Institution => "institution",
            Kind::Care => "in the author's care",
            Kind::Time => "time",
            Kind::Occupation => "occupation",
            Kind::Condition => "condition",
            Kind::Event => "event",
            Kind::Background => "background",
            Kind::Family => "family or life",
            Kind::Description => "description",
        }
    }
}

/// One detail.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Detail {
    pub(crate) kind: Kind,
    pub(crate) tokens: Range<usize>,
    /// The share of people who fit; for places and institutions how many people belong to them.
    pub(crate) factor: f64,
    pub(crate) source: &'static str,
    /// Wider words that could stand instead.
    pub(crate) blurred: String,
}

impl Detail {
    /// Whether it says how many people there are to begin with, not how many of them fit.
    pub(crate) fn is_base(&self) -> bool {
        matches!(self.kind, Kind::Place | Kind::Institution | Kind::Care)
    }
}

const PLACES: &str = "GeoNames, to a power of two (2024)";
/// A fact of somebody's family or life that about one in twenty shares.
const FAMILY: f64 = 0.05;
const FAMILY_SOURCE: &str = "our estimate: such a fact holds of fewer than one in twenty";

/// All details in the sentences that are bound to the person.
pub(super) fn find(text: &Text, mentions: &Mentions, bound: &[bool]) -> Vec<Detail> {
    let mut details = Vec::new();
    for (number, sentence) in text.sentences.iter().enumerate() {
        if !bound[number] {
            continue;
        }
        let mut at = sentence.start;
        while at < sentence.end {
            let found = age(text, at)
                .or_else(|| when(text, at))
                .or_else(|| of_the_author(text, mentions, at))
                .or_else(|| description::find(text, mentions, at))
                .or_else(|| figure(text, mentions, at))
                .or_else(|| named_by_its_ending(text, at))
                .or_else(|| family(text, at))
                .or_else(|| where_(text, mentions, at))
                .or_else(|| sex(text, at));
            let length = found.as_ref().map_or(1, |detail| detail.tokens.len());
            details.extend(found);
            at += length;
        }
    }
    details
}

fn from_start(kind: Kind, tokens: Range<usize>, start: &'static Start, blurred: &str) -> Option<Detail> {
    Some(Detail {
        kind,
        tokens,
        factor: start.factor,
        source: start.source,
        blurred: blurred.into(),
    })
}

/// "47-year-old", "94yo", "47F", "aged 9", "turned 100", "he's 93", "fella of 34", "in her 60s", "12 yrs", "10 month old".
fn age(text: &Text, at: usize) -> Option<Detail> {
    let token = &text.tokens[at];
    let (years, length) = number(text, at)?;
    let at_end = at + length;
    let word = |place: usize| {
        text.tokens
            .get(place)
            .filter(|other| other.sentence == token.sentence)
            .map_or("", |_| text.word(place))
    };
    let before = |back: usize| at.checked_sub(back).map_or("", word);
    let mut next = at_end;
    while text.tokens.get(next).is_some_and(token::Token::is_passed_over) {
        next += 1;
    }
    let skip = |mut place: usize| {
        while text.tokens.get(place).is_some_and(token::Token::is_passed_over) {
            place += 1;
        }
        place
    };
    let exact = |from: usize, end: usize| Some(of_years(from..end, years, years));
    match word(next) {
        "year" | "years" | "yr" | "yrs" => {
            let old = skip(next + 1);
            if matches!(word(old), "old" | "olds") {
                return exact(at, old + 1);
            }
            // "12 yrs." is an age only where nothing else is counted.
            let alone = matches!(word(next + 1), "" | "." | "," | "\n");
            return (alone && matches!(word(next), "yr" | "yrs") && years > 0)
                .then(|| of_years(at..next + 1, years, years));
        }
        "yo" | "yrs old" => return exact(at, next + 1),
        "y" if word(next + 1) == "/" => return exact(at, next + 3),
        "y" if word(next + 1) == "o" => return exact(at, next + 2),
        "month" | "months" | "week" | "weeks" | "wk" | "day" | "days" | "hour" | "hours" | "mo" => {
            let old = skip(next + 1);
            let is_old = matches!(word(old), "old") || word(next) == "mo";
            return is_old.then(|| of_years(at..if word(next) == "mo" { next + 1 } else { old + 1 }, 0, 1));
        }
        "weeker" | "weekers" => return Some(of_years(at..next + 1, 0, 0)),
        "f" | "m" if next == at + 1 && text.tokens[next].shape.has(Shape::GLUED) => return exact(at, next + 1),
        "s" if next == at + 1 && years.is_multiple_of(10) && years >= 20 => {
            return Some(of_years(at..next + 1, years, years + 9));
        }
        "something" | "ish" => return Some(of_years(at..next + 1, years, years + 9)),
        _ => {}
    }
    let opens = at == text.sentences[token.sentence as usize].start;
    if token.kind != token::Kind::Number {
        // "Callum, six, rang the bell".
        let named = at >= 2 && text.tokens[at - 2].shape.has(Shape::CAPITAL);
        let apart = named && before(1) == "," && matches!(word(next), "," | ".");
        return apart.then(|| of_years(at..at_end, years, years));
    }
    let counted = matches!(
        word(next),
        "weeks"
            | "months"
            | "hours"
            | "minutes"
            | "mins"
            | "kg"
            | "mg"
            | "ml"
            | "km"
            | "%"
            | "days"
            | "times"
            | "patients"
            | "/"
            | ":"
            | "am"
            | "pm"
            | "of"
    );
    if counted || years < 1 {
        return None;
    }
    let announced = matches!(before(1), "aged" | "age" | "turned" | "turns" | "turning");
    let is_state = matches!(before(1), "'s" | "is" | "was")
        && [class::THIRD_PERSON, class::KIN, class::SOMEBODY]
            .iter()
            .any(|who| text.is(at.wrapping_sub(2).min(at), *who));
    let of = before(1) == "of" && at >= 2 && text.is(at - 2, class::SOMEBODY);
    // "84, hawker at …" is an age; "5. Mind the stairs" counts what is listed.
    let comma = matches!(before(1), "," | "(");
    let between = years > 2
        && ((comma && matches!(word(next), "," | ")" | "." | ":")) || (opens && years > 12 && word(next) == ","));
    let ends = matches!(
        word(next),
        "" | "." | "," | "!" | "\n" | "and" | "now" | "on" | "today" | "in" | ";"
    );
    (announced || (is_state && ends) || of || between).then(|| of_years(at..at + 1, years, years))
}

/// A number below 120, in digits or in words ("forty-seven"), and its number of tokens.
fn number(text: &Text, at: usize) -> Option<(u16, usize)> {
    if text.tokens[at].kind == token::Kind::Number {
        let years = text.word(at).parse().ok().filter(|years| *years < 120)?;
        return Some((years, 1));
    }
    let tens = in_words(text.word(at)).filter(|_| text.is(at, class::NUMBER_WORD))?;
    let ones = text
        .tokens
        .get(at + 2)
        .filter(|_| text.word(at + 1) == "-" && (20..100).contains(&tens))
        .and_then(|_| in_words(text.word(at + 2)))
        .filter(|ones| *ones < 10);
    Some(ones.map_or((tens, 1), |ones| (tens + ones, 3)))
}

fn in_words(word: &str) -> Option<u16> {
    const WORDS: &[&str] = &[
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &[
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    ];
    let place = |list: &[&str]| list.iter().position(|known| *known == word).map(|at| at as u16);
    place(WORDS)
        .map(|at| at + 1)
        .or_else(|| place(TENS).map(|at| 10 * (at + 2)))
}

fn of_years(tokens: Range<usize>, from: u16, to: u16) -> Detail {
    Detail {
        kind: Kind::Age,
        tokens,
        factor: population::between(from, to),
        source: population::AGES_SOURCE,
        blurred: super::blur::age(from).to_owned(),
    }
}

fn when(text: &Text, at: usize) -> Option<Detail> {
    let (length, grain) = time::at(text, at)?;
    let start = match grain {
        Grain::Day => &DAY,
        Grain::Week => &WEEK,
        Grain::Month => &MONTH,
    };
    from_start(Kind::Time, at..at + length, start, "recently")
}

/// "My 94yo", "one of my patients": one of those the author looks after. "Bed 9", "my 2 pm": one of a ward, or of a day's list.
fn of_the_author(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let mention = mentions
        .at(at)
        .filter(|mention| mention.role == Role::Patient && !mention.named)?;
    let length = mention.tokens.len();
    let numbered = mention
        .tokens
        .clone()
        .any(|token| text.tokens[token].kind == token::Kind::Number);
    if numbered {
        return from_start(Kind::Institution, at..at + length, &WARD, "somebody");
    }
    let single = !text.is(at, class::PATIENT_PLURAL);
    let own = (at.saturating_sub(3)..at).any(|before| matches!(text.word(before), "my" | "our"));
    if own && single {
        from_start(Kind::Care, at..at + length, &LIST, "a patient")
    } else {
        None
    }
}

/// Words that a figure of `data/population` knows.
fn figure(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let (tag, figure) = text
        .tags(at)
        .iter()
        .filter_map(|tag| Some((tag, population::figure(tag.class)?)))
        .max_by_key(|(tag, _)| tag.tokens)?;
    let of_a_colleague = figure.kind == Kind::Occupation && works_here(text, mentions, at);
    // "Ms Tan" has a title, not multiple sclerosis.
    let shape = text.tokens[at].shape;
    let is_title = text.is(at, class::TITLE) && shape.has(Shape::CAPITAL) && !shape.has(Shape::ALL_CAPITALS);
    // Hashtags written in one word fall apart into short words that nobody meant.
    let by_chance = shape.has(Shape::IN_HASHTAG) && text.word(at).len() < 4;
    if of_a_colleague || is_title || by_chance {
        return None;
    }
    Some(Detail {
        kind: figure.kind,
        tokens: at..at + usize::from(tag.tokens),
        factor: figure.factor,
        source: figure.source,
        blurred: figure.blurred.into(),
    })
}

/// Whether a word for somebody's work is that of a colleague: "the nurse rang him", "our porter".
fn works_here(text: &Text, mentions: &Mentions, at: usize) -> bool {
    let around = at.saturating_sub(1)..=at;
    let mentioned = around
        .filter_map(|token| mentions.at(token))
        .any(|mention| mention.role == Role::Colleague && mention.tokens.contains(&at));
    mentioned || text.is(at, class::COLLEAGUE)
}

/// Illnesses and jobs that no figure knows, by how such words end.
fn named_by_its_ending(text: &Text, at: usize) -> Option<Detail> {
    /// How the names of illnesses end.
    const ILLNESSES: &[&str] = &[
        "itis",
        "osis",
        "oma",
        "emia",
        "pathy",
        "plegia",
        "algia",
        "penia",
        "ectomy",
        "ostomy",
        "trophy",
        "stenosis",
        "sclerosis",
        "derma",
        "phylaxis",
        "rrhage",
        "rrhoea",
        "rrhea",
        "megaly",
        "syndrome",
        "phobia",
        "plasty",
        "ectopia",
    ];
    let token = &text.tokens[at];
    let word = text.word(at);
    if token.kind != token::Kind::Word || word.len() < 6 || !mentions::is_uncommon(text, at) {
        return None;
    }
    if ILLNESSES.iter().any(|ending| word.ends_with(ending)) {
        return from_start(Kind::Condition, at..at + 1, &UNLISTED_CONDITION, "a condition");
    }
    let before = at
        .checked_sub(1)
        .filter(|before| text.tokens[*before].sentence == token.sentence)?;
    let leads = matches!(
        text.word(before),
        "a" | "an" | "former" | "retired" | "ex" | "trainee" | "apprentice"
    );
    let office = leads && description::ends_like_an_office(text, at) && !text.is(at, class::CLINICAL);
    if office {
        from_start(Kind::Occupation, at..at + 1, &UNLISTED_OCCUPATION, "person")
    } else {
        None
    }
}

fn family(text: &Text, at: usize) -> Option<Detail> {
    let counted = text
        .is(at, class::NUMBER_WORD)
        .then(|| text.longest(at + 1, class::KIN))
        .flatten()
        .map(|length| length + 1);
    let length = text.longest(at, class::FAMILY_FACT).or(counted)?;
    Some(Detail {
        kind: Kind::Family,
        tokens: at..at + length,
        factor: FAMILY,
        source: FAMILY_SOURCE,
        blurred: "a family".into(),
    })
}

/// A place after "in", "from", "at" …; one that no list knows is a small one.
fn where_(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
    let token = &text.tokens[at];
    let written = token.kind == token::Kind::Word && token.shape.has(Shape::CAPITAL);
    let before = at
        .checked_sub(1)
        .filter(|before| text.tokens[*before].sentence == token.sentence)?;
    let leads = |at: usize| {
        matches!(
            text.word(at),
            "in" | "from" | "at" | "near" | "outside" | "of" | "to" | "around" | "up" | "off" | "kat" | "dari" | "di"
        )
    };
    let led = leads(before) || (text.word(before) == "the" && before > 0 && leads(before - 1));
    let spoken = text.word(before) == "in" && text.is(at, class::LANGUAGE);
    if !written || spoken || mentions.name_at(at).is_some() {
        return None;
    }
    // "…, Ipoh.": only what is known to be a place.
    let listed = matches!(text.word(before), "," | "(" | "on") && !text.is(at, class::NOT_A_NAME);
    if let Some((length, people)) = place(text, at).filter(|_| led || (listed && mentions::is_uncommon(text, at))) {
        return Some(Detail {
            kind: Kind::Place,
            tokens: at..at + length,
            factor: people,
            source: PLACES,
            blurred: size_of(people).into(),
        });
    }
    if !led {
        return None;
    }
    let out_of = text.word(before) == "of" && before > 0 && text.word(before - 1) == "out";
    let surely = out_of
        || matches!(
            text.word(before),
            "in" | "from" | "near" | "outside" | "kat" | "dari" | "di"
        );
    let is_name = surely
        && !text.is(at, class::NOT_A_NAME)
        && !token.shape.has(Shape::ALL_CAPITALS)
        && mentions::is_uncommon(text, at);
    let mut end = at + 1;
    while is_name
        && text.tokens.get(end).is_some_and(|next| {
            next.sentence == token.sentence && next.kind == token::Kind::Word && next.shape.has(Shape::CAPITAL)
        })
        && end < at + 4
    {
        end += 1;
    }
    if is_name {
        from_start(Kind::Place, at..end, &SMALL_PLACE, "a small place")
    } else {
        None
    }
}

fn size_of(people: f64) -> &'static str {
    match people {
        people if people < 30_000.0 => "a small town",
        people if people < 200_000.0 => "a town",
        people if people < 3_000_000.0 => "a city",
        _ => "this part of the world",
    }
}

fn sex(text: &Text, at: usize) -> Option<Detail> {
    let gendered = [
        class::SOMEBODY_MAN,
        class::SOMEBODY_WOMAN,
        class::SOMEBODY_BOY,
        class::SOMEBODY_GIRL,
        class::KIN_MAN,
        class::KIN_WOMAN,
    ]
    .into_iter()
    .filter_map(|class| text.longest(at, class))
    .max();
    let pronoun = matches!(text.word(at), "he" | "she" | "him" | "her" | "his" | "hers").then_some(1);
    from_start(Kind::Sex, at..at + gendered.or(pronoun)?, &SEX, "person")
}
