//! A closer look: a small network (MiniLM, trained further on labelled posts) that reads a passage whole.
//!
//! It takes hundreds of times as long as a check, so it is a module of its own and is asked only when typing rests. What it says are
//! scores, which words speak for them, and which words it takes for [`names`]; the checker weighs these with its own (`src/scorer`,
//! `src/mentions/names`). Text becomes numbers of [`words::Pieces`], these go through the [`network`], whose [`weights`] are multiplied as
//! whole numbers ([`matrix`]); [`runs`] finds the words that speak. Training: `training/closer-look/README.md`.

mod layer;
mod matrix;
mod names;
mod network;
mod runs;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod weights;
pub mod words;

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

pub use names::Named;
pub use runs::Run;

/// A score for each of the checker's categories, in their order, and one for "anything risky".
pub const HEADS: usize = 19;

/// Without the last: it points at nothing in particular.
pub const POINTERS: usize = HEADS - 1;

/// The weights are not what this build reads.
#[derive(Debug, PartialEq, Eq)]
pub struct Damaged;

impl Display for Damaged {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("these are not the weights of this version's closer look")
    }
}

impl std::error::Error for Damaged {}

/// A network that is ready to read. Takes about 25 MB once it has read.
pub struct CloserLook(network::Network);

impl CloserLook {
    /// From the bytes of `weights.bin`.
    ///
    /// # Errors
    /// When they are cut short, too long or of another version.
    pub fn new(weights: &[u8]) -> Result<Self, Damaged> {
        network::Network::read(weights).map(Self)
    }

    /// With the weights of this build.
    #[cfg(feature = "weights")]
    #[must_use]
    pub fn with_own_weights() -> Self {
        Self::new(include_bytes!("../weights.bin")).expect("they come with this build")
    }

    /// Reads a passage to the end. `place`: site, surface and audience, by their names in the contract, with spaces between;
    /// `answered`: the text that is answered.
    #[must_use]
    pub fn read(&self, place: &str, passage: &str, answered: Option<&str>) -> Reading {
        let mut reading = self.begin(place, passage, answered);
        while self.step(&mut reading) {}
        reading
    }

    /// Begins to read as [`CloserLook::read`] does, for who has other things to do in between.
    #[must_use]
    pub fn begin(&self, place: &str, passage: &str, answered: Option<&str>) -> Reading {
        Reading(self.0.begin(&words::Pieces::new(place, passage, answered)))
    }

    /// Reads on for a sixth of the whole. Says whether there is more to do.
    pub fn step(&self, reading: &mut Reading) -> bool {
        self.0.step(&mut reading.0)
    }

    /// What it makes of what has been read to the end, as log-odds.
    #[must_use]
    pub fn scores(&self, reading: &Reading) -> [f32; HEADS] {
        self.0.scores(&reading.0)
    }

    /// How much each piece of the passage speaks for each category, as log-odds if the passage has a risk of it.
    #[must_use]
    pub fn pointed(&self, reading: &Reading) -> Vec<[f32; POINTERS]> {
        self.0.pointed(&reading.0)
    }

    /// The words of a passage that has been read to the end that may belong to names of people.
    #[must_use]
    pub fn names(&self, reading: &Reading) -> Vec<Named> {
        names::names(&reading.0.named, &reading.0.words)
    }

    /// Which words of the passage speak for each category: a run in the sentence that speaks most, and in others that speak for it too.
    /// `sentences`: in UTF-16 code units of the passage.
    #[must_use]
    pub fn runs(&self, reading: &Reading, sentences: &[Range<u32>]) -> Vec<Run> {
        runs::runs(&self.pointed(reading), &reading.0.words, sentences)
    }
}

/// A passage that is being read.
pub struct Reading(network::Reading);

impl Reading {
    /// Whether there was room for the whole passage. Of one that was cut nothing should be believed: its end is unread.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.is_whole
    }
}
