//! Chaperone's core: a second look at what a clinician is about to post.
//!
//! [`check`] is a pure function from a [`Draft`] and a [`Profile`] to a [`Report`]. Its way is one straight line, and so are the
//! modules: [`draft`] → `text` (words, sentences) → `lexicon` (what words stand for) → [`mentions`] (who is spoken of) →
//! [`rules`] (what is risky) → [`report`] (what to tell). Nothing here knows a browser, reads a clock or touches a network.

mod category;
mod check;
#[cfg(feature = "cli")]
pub mod closer_look;
pub mod draft;
pub mod guidance;
mod hash;
pub mod identifiers;
mod jigsaw;
mod lexicon;
pub mod mentions;
mod packed;
pub mod profile;
pub mod report;
#[cfg(feature = "cli")]
pub mod requirements;
pub mod rules;
pub mod scorer;
mod table;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use category::Category;
pub use check::{Judges, check, check_by};
pub use draft::Draft;
pub use profile::Profile;
pub use report::Report;
pub use text::Span;
