//! The edge to the browser: the machine of [`Reading`], with plain objects in and out. Shapes are those of
//! `extension/attachments/contract.ts`.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{Caution, Depth, Fact, Fault, Format, Outcome, Piece, Reading, Step};

/// One reading of one file.
#[wasm_bindgen]
pub struct FileReading(Reading);

#[wasm_bindgen]
impl FileReading {
    /// Begins to read a file of `size` bytes; all of it for a clean copy, else only what tells.
    #[wasm_bindgen(constructor)]
    pub fn new(size: f64, name: &str, is_for_copy: bool) -> Self {
        Self(Reading::new(
            size as u64,
            name,
            if is_for_copy { Depth::Clean } else { Depth::Look },
        ))
    }

    /// Goes on with the bytes asked for last.
    ///
    /// # Errors
    /// When the reading is over.
    pub fn step(&mut self, bytes: Vec<u8>) -> Result<JsValue, JsValue> {
        let plain = Serializer::new()
            .serialize_missing_as_null(true)
            .serialize_maps_as_objects(true);
        let answer = self.0.step(bytes).map(Answer::from);
        answer.ok_or(JsValue::NULL)?.serialize(&plain).map_err(JsValue::from)
    }
}

/// What a reading does next.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Answer {
    Wants { start: f64, end: f64 },
    Done { outcome: Plain },
}

#[derive(Serialize)]
struct Plain {
    format: Format,
    facts: Vec<Fact>,
    caution: Option<Caution>,
    telling: bool,
    copy: Option<Vec<Part>>,
    clean: bool,
    fault: Option<Fault>,
}

/// A range to keep, bytes to write, or a number of zeros.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Part {
    Keep([f64; 2]),
    Write(Vec<u8>),
    Zeros(f64),
}

impl From<Step> for Answer {
    fn from(step: Step) -> Self {
        match step {
            Step::Wants(range) => Answer::Wants {
                start: range.start as f64,
                end: range.end as f64,
            },
            Step::Done(outcome) => Answer::Done {
                outcome: outcome.into(),
            },
        }
    }
}

impl From<Outcome> for Plain {
    fn from(outcome: Outcome) -> Self {
        let telling = outcome.is_telling();
        let part = |piece| match piece {
            Piece::Keep(range) => Part::Keep([range.start as f64, range.end as f64]),
            Piece::Write(bytes) => Part::Write(bytes),
            Piece::Zeros(length) => Part::Zeros(length as f64),
        };
        Self {
            format: outcome.format,
            facts: outcome.facts,
            caution: outcome.caution,
            telling,
            copy: outcome.copy.map(|pieces| pieces.into_iter().map(part).collect()),
            clean: outcome.is_clean,
            fault: outcome.fault,
        }
    }
}
