//! Where somebody is said to be, or to be from.

use super::details::{Detail, Kind, from_start};
use super::population::SMALL_PLACE;
use crate::lexicon::class;
use crate::mentions::{self, Mentions};
use crate::text::Text;
use crate::text::token::{self, Shape};

const SOURCE: &str = "GeoNames, to a power of two (2024)";

/// A place after "in", "from", "at" …; one that no list knows is a small one.
pub(super) fn find(text: &Text, mentions: &Mentions, at: usize) -> Option<Detail> {
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
    if let Some((length, people)) =
        mentions::place(text, at).filter(|_| led || (listed && mentions::is_uncommon(text, at)))
    {
        return Some(Detail {
            kind: Kind::Place,
            tokens: at..at + length,
            factor: people,
            source: SOURCE,
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
