//! TIFF: the format of its name, and what Exif is written in inside every other.

mod clean;
mod directory;
mod facts;
mod orientation;

pub use clean::clean;
pub use facts::{Is, look};
pub use orientation::only;
