//! The closer look, for the command line: in a browser the extension asks it when typing rests (`extension/closer-look/`).

use crate::draft::Draft;
use crate::scorer::{Reading, to_read};
use crate::text::Span;
use chaperone_closer_look::CloserLook;
use serde_json::{Value, json};
use std::ops::Range;
use std::sync::LazyLock;

static CLOSER_LOOK: LazyLock<CloserLook> = LazyLock::new(CloserLook::with_own_weights);

/// A passage as the closer look is shown it.
pub struct Shown {
    /// Where it stands in the draft.
    pub span: Span,
    /// Where its sentences stand in it.
    pub sentences: Vec<Range<u32>>,
    /// Site, surface and audience.
    pub place: String,
    /// Its text.
    pub text: String,
}

/// The passages of a draft.
#[must_use]
pub fn shown(draft: &Draft) -> Vec<Shown> {
    let place = [json!(draft.site), json!(draft.surface), json!(draft.audience)];
    let place: Vec<&str> = place.iter().filter_map(Value::as_str).collect();
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let shown = |sentences: Vec<Span>| {
        let span = Span {
            start: sentences.first()?.start,
            end: sentences.last()?.end,
        };
        let within = |sentence: Span| sentence.start - span.start..sentence.end - span.start;
        Some(Shown {
            span,
            sentences: sentences.into_iter().map(within).collect(),
            place: place.join(" "),
            text: String::from_utf16_lossy(&units[span.start as usize..span.end as usize]),
        })
    };
    to_read(&draft.text).into_iter().filter_map(shown).collect()
}

/// Takes a closer look at every passage. What it finds becomes part of the draft, as if an editor had rested.
pub fn look(draft: &mut Draft) {
    let answered = draft.in_reply_to.as_deref();
    let readings = shown(draft).into_iter().map(|shown| {
        let reading = CLOSER_LOOK.read(&shown.place, &shown.text, answered);
        let runs = CLOSER_LOOK.runs(&reading, &shown.sentences).into_iter();
        let names = CLOSER_LOOK.names(&reading).into_iter();
        reading.is_whole().then(|| Reading {
            scores: CLOSER_LOOK.scores(&reading),
            names: names
                .map(|named| (named.word.start, named.word.end, named.log_odds))
                .collect(),
            runs: runs
                .map(|run| [run.category as u32, run.words.start, run.words.end])
                .collect(),
        })
    });
    draft.closer_look = readings.collect();
}
