//! What a photo or film gives away beside its picture, and a copy without it.
//!
//! [`Reading`] says which slices of the file it needs; whoever holds the file hands them over. A look reads the head and what the
//! format's own index names; a clean copy is planned as ranges to keep and bytes to write, so a film of 30 MB is never moved through
//! here. A copy is right when a reading of it, to its last byte, finds nothing left to change ([`Outcome::is_clean`]).

mod bmff;
mod facts;
mod format;
mod gif;
mod iptc;
mod jpeg;
mod plan;
mod png;
mod reading;
mod source;
mod tiff;
mod towns;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod webp;
mod xmp;

pub use facts::Fact;
pub use format::{Caution, Format};
pub use plan::Piece;
pub use reading::{Outcome, Reading, Step};
pub use source::{Depth, Fault};
