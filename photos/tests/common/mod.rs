//! The samples, and clean copies of them.

#![allow(dead_code, reason = "each test uses its own part")]

use std::{fs, path::Path};

use chaperone_photos::{Depth, Format, Piece, Reading};

/// A planted file.
pub struct Sample {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub format: Format,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One sample of each format.
pub fn samples() -> Vec<Sample> {
    [
        ("photo.jpg", Format::Jpeg),
        ("photo.png", Format::Png),
        ("moving.png", Format::Png),
        ("photo.webp", Format::Webp),
        ("photo.gif", Format::Gif),
        ("photo.tiff", Format::Tiff),
        ("photo.heic", Format::Heic),
        ("photo.avif", Format::Avif),
        ("film.mp4", Format::Mp4),
        ("film.mov", Format::Mov),
    ]
    .map(|(name, format)| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name);
        let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Sample { name, format, bytes }
    })
    .into()
}

/// The clean copy of a file.
pub fn clean(name: &str, bytes: &[u8]) -> Vec<u8> {
    let (outcome, _) = Reading::of(bytes, name, Depth::Clean);
    let pieces = outcome
        .copy
        .unwrap_or_else(|| panic!("{name} cannot be cleaned: {:?}", outcome.fault));
    assemble(&pieces, bytes)
}

/// Puts the parts of a copy together.
pub fn assemble(pieces: &[Piece], bytes: &[u8]) -> Vec<u8> {
    let mut copy = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Keep(range) => copy.extend(&bytes[range.start as usize..range.end as usize]),
            Piece::Write(bytes) => copy.extend(bytes),
            Piece::Zeros(length) => copy.resize(copy.len() + *length as usize, 0),
        }
    }
    copy
}

/// Whether bytes hold a word in any way it is written: one or two bytes a letter, either order.
pub fn contains(bytes: &[u8], word: &str) -> bool {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|window| window == word);
    let wide = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    holds(word.as_bytes()) || holds(&wide(u16::to_le_bytes)) || holds(&wide(u16::to_be_bytes))
}
