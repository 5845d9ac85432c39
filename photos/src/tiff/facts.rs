//! What the entries of a TIFF or Exif block say.

use std::ops::Range;

use super::directory::{Block, Entry};
use crate::{
    facts::{Fact, Found},
    iptc,
    source::{Fault, Source},
    towns, xmp,
};

/// More directories than any camera writes: beyond them offsets lead in circles.
const MAX_DIRECTORIES: usize = 64;

/// What a block is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A file of its own: directories in a row are its pages.
    File,
    /// Another format's Exif: the second directory describes a small copy.
    Exif,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Page,
    Small,
    Exif,
    Gps,
}

/// Adds what the block at `place` says; the orientation, or 1.
///
/// # Errors
/// When it cannot be read to its end. What was found before has been added.
pub async fn look(source: &Source, place: Range<u64>, is: Is, found: &mut Found) -> Result<u16, Fault> {
    let (block, first) = Block::open(source, place).await?;
    let mut said = Said::default();
    let outcome = said.read(&block, first, is, found).await;
    found.device(&said.make, &said.model);
    found.time(&said.changed);
    outcome.map(|()| said.orientation)
}

struct Said {
    orientation: u16,
    make: String,
    model: String,
    /// When the file was changed last: counts when nothing says when the picture was taken.
    changed: String,
}

impl Default for Said {
    fn default() -> Self {
        Self {
            orientation: 1,
            make: String::new(),
            model: String::new(),
            changed: String::new(),
        }
    }
}

impl Said {
    async fn read(&mut self, block: &Block<'_>, first: u32, is: Is, found: &mut Found) -> Result<(), Fault> {
        let mut seen = Vec::new();
        let mut waiting = vec![(first, Part::Page)];
        while let Some((offset, part)) = waiting.pop() {
            if offset == 0 || seen.contains(&offset) || seen.len() >= MAX_DIRECTORIES {
                continue;
            }
            seen.push(offset);
            let directory = block.directory(offset).await?;
            match part {
                Part::Small => {
                    found.add(Fact::Thumbnail);
                    continue;
                }
                Part::Gps => {
                    self.gps(block, &directory.entries, found).await?;
                    continue;
                }
                Part::Page if is == Is::File && is_reduced(block, &directory.entries).await? => {
                    found.add(Fact::Thumbnail);
                }
                Part::Page | Part::Exif => {}
            }
            let next = if is == Is::Exif { Part::Small } else { Part::Page };
            if part == Part::Page {
                waiting.push((directory.next, next));
            }
            for entry in &directory.entries {
                match entry.tag {
                    0x8769 => waiting.push((first_of(block, entry).await?, Part::Exif)),
                    0x8825 => waiting.push((first_of(block, entry).await?, Part::Gps)),
                    0x014A => found.add(Fact::Thumbnail),
                    _ => self.entry(block, entry, found).await?,
                }
            }
        }
        Ok(())
    }

    async fn entry(&mut self, block: &Block<'_>, entry: &Entry, found: &mut Found) -> Result<(), Fault> {
        let words = async || Ok::<_, Fault>(text(&block.bytes(entry).await?));
        match entry.tag {
            0x010E => found.text(&words().await?),
            0x010F => self.make = words().await?,
            0x0110 => self.model = words().await?,
            0x0112 => self.orientation = u16::try_from(first_of(block, entry).await?).unwrap_or(1),
            0x0131 => found.words(&words().await?, |name| Fact::Software { name }),
            0x0132 => self.changed = words().await?,
            0x9003 | 0x9004 => found.time(&words().await?),
            0x013B | 0x8298 | 0xA430 => found.author(&words().await?),
            0x013C if self.model.is_empty() => self.model = words().await?,
            0xA431 | 0xA435 | 0xC62F => found.words(&words().await?, |_| Fact::Serial),
            0x02BC => xmp::look(&block.bytes(entry).await?, found),
            0x83BB => iptc::datasets(&block.bytes(entry).await?, found),
            0x8649 => iptc::resources(&block.bytes(entry).await?, found),
            0x9286 => found.text(&comment(block, &block.bytes(entry).await?)),
            0x9C9B | 0x9C9C | 0x9C9E | 0x9C9F => found.text(&utf16(&block.bytes(entry).await?)),
            0x9C9D => found.author(&utf16(&block.bytes(entry).await?)),
            0x927C | 0xA420 | 0xC634 => found.add(Fact::Other),
            _ => {}
        }
        Ok(())
    }

    async fn gps(&mut self, block: &Block<'_>, entries: &[Entry], found: &mut Found) -> Result<(), Fault> {
        let (mut degrees, mut signs, mut is_said) = ([None; 2], [1.0; 2], false);
        for entry in entries {
            match entry.tag {
                1 | 3 => {
                    let is_negative = matches!(block.bytes(entry).await?.first(), Some(b'S' | b'W'));
                    signs[usize::from(entry.tag / 2)] = if is_negative { -1.0 } else { 1.0 };
                }
                2 | 4 => degrees[usize::from(entry.tag / 2 - 1)] = in_degrees(&block.fractions(entry).await?),
                0x1D if self.changed.is_empty() => self.changed = text(&block.bytes(entry).await?),
                0 | 5..=0x1E => {}
                _ => is_said = true,
            }
        }
        if let [Some(latitude), Some(longitude)] = degrees {
            found.add(towns::place(latitude * signs[0], longitude * signs[1]));
        } else if is_said || entries.len() > 2 {
            found.add(Fact::Other);
        }
        Ok(())
    }
}

async fn first_of(block: &Block<'_>, entry: &Entry) -> Result<u32, Fault> {
    Ok(block.numbers(entry).await?.first().copied().unwrap_or_default())
}

/// Whether a directory describes a small copy of another picture of the file.
pub(super) async fn is_reduced(block: &Block<'_>, entries: &[Entry]) -> Result<bool, Fault> {
    match entries.iter().find(|entry| entry.tag == 0x00FE) {
        Some(entry) => Ok(first_of(block, entry).await? & 1 == 1),
        None => Ok(false),
    }
}

/// Degrees, minutes and seconds as degrees. Zeros all through are what a camera writes that does not know where it is.
fn in_degrees(parts: &[f64]) -> Option<f64> {
    let degrees = parts.iter().rev().fold(0.0, |small, part| {
        small / 60.0 + if part.is_finite() { *part } else { 0.0 }
    });
    (degrees > 0.0 && degrees <= 180.0).then_some(degrees)
}

fn text(bytes: &[u8]) -> String {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    String::from_utf8_lossy(&bytes[..end]).trim().to_owned()
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
    char::decode_utf16(units)
        .map_while(Result::ok)
        .take_while(|&letter| letter != '\0')
        .collect()
}

/// A user comment says in its first eight bytes how it is written.
fn comment(block: &Block<'_>, bytes: &[u8]) -> String {
    match bytes.split_at_checked(8) {
        Some((b"UNICODE\0", words)) => {
            let units = words.chunks_exact(2).map(|unit| block.short(unit));
            char::decode_utf16(units)
                .map_while(Result::ok)
                .take_while(|&letter| letter != '\0')
                .collect()
        }
        Some((_, words)) => text(words),
        None => String::new(),
    }
}
