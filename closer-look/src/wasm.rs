//! The edge to the browser.

use crate::{CloserLook, Reading};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// A network that is ready to read.
#[wasm_bindgen(js_name = CloserLook)]
pub struct InBrowser(CloserLook);

/// A passage that is being read.
#[wasm_bindgen(js_name = Reading)]
pub struct ReadingInBrowser(Reading);

#[wasm_bindgen(js_class = Reading)]
impl ReadingInBrowser {
    /// Whether there was room for the whole passage. Of one that was cut nothing should be believed: its end is unread.
    #[must_use]
    #[wasm_bindgen(getter, js_name = isWhole)]
    pub fn is_whole(&self) -> bool {
        self.0.is_whole()
    }
}

#[wasm_bindgen(js_class = CloserLook)]
impl InBrowser {
    /// From the bytes of `weights.bin`.
    ///
    /// # Errors
    /// When they are not the weights of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(weights: &[u8]) -> Result<InBrowser, JsError> {
        Ok(Self(CloserLook::new(weights)?))
    }

    /// Begins to read a passage.
    #[must_use]
    pub fn begin(&self, place: &str, passage: &str, answered: Option<String>) -> ReadingInBrowser {
        ReadingInBrowser(self.0.begin(place, passage, answered.as_deref()))
    }

    /// Reads on for a sixth of the whole. Says whether there is more to do.
    pub fn step(&self, reading: &mut ReadingInBrowser) -> bool {
        self.0.step(&mut reading.0)
    }

    /// What it makes of what has been read to the end, as log-odds: of each category and of "anything risky".
    #[must_use]
    pub fn scores(&self, reading: &ReadingInBrowser) -> Vec<f32> {
        self.0.scores(&reading.0).to_vec()
    }

    /// The words that may belong to names of people, one after the other: where they begin, where they end, and log-odds. A passage is
    /// so short that an `f32` is exact of its places.
    #[must_use]
    pub fn names(&self, reading: &ReadingInBrowser) -> Vec<f32> {
        let names = self.0.names(&reading.0).into_iter();
        names
            .flat_map(|named| [named.word.start as f32, named.word.end as f32, named.log_odds])
            .collect()
    }

    /// Which words speak for each category, one after the other: the category's number, where they begin and where they end.
    /// `bounds`: where each sentence begins and ends.
    #[must_use]
    pub fn runs(&self, reading: &ReadingInBrowser, bounds: &[u32]) -> Vec<u32> {
        let (sentences, _) = bounds.as_chunks();
        let sentences: Vec<_> = sentences.iter().map(|[start, end]| *start..*end).collect();
        let runs = self.0.runs(&reading.0, &sentences).into_iter();
        runs.flat_map(|run| [run.category as u32, run.words.start, run.words.end])
            .collect()
    }
}
