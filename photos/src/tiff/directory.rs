//! Directories of a TIFF block and the values of their entries.

use std::ops::Range;

use crate::source::{Fault, Source};

/// Most bytes of one value that are read.
const MAX_VALUE: usize = 256 << 10;
/// A directory with more entries is none.
const MAX_ENTRIES: u16 = 1_000;

/// A TIFF block: a whole file, or the Exif part of one.
pub struct Block<'s> {
    source: &'s Source,
    place: Range<u64>,
    is_big_endian: bool,
}

/// One directory.
pub struct Directory {
    /// Where it stands in the file.
    pub place: Range<u64>,
    /// Its entries, as they stand.
    pub entries: Vec<Entry>,
    /// Where the next one is, from the beginning of the block; 0 after the last.
    pub next: u32,
}

/// One entry of a directory.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it says.
    pub tag: u16,
    /// The type of its values.
    pub kind: u16,
    /// Its twelve bytes.
    pub raw: Vec<u8>,
    /// Where its values are in the file.
    pub values: Range<u64>,
}

impl<'s> Block<'s> {
    /// Opens the block at `place`, with the offset of its first directory.
    ///
    /// # Errors
    /// When no TIFF block is there.
    pub async fn open(source: &'s Source, place: Range<u64>) -> Result<(Self, u32), Fault> {
        let head: [u8; 8] = source.array(place.start).await?;
        let is_big_endian = match &head[..4] {
            b"II*\0" => false,
            b"MM\0*" => true,
            _ => return Err(Fault::Broken),
        };
        let block = Self {
            source,
            place,
            is_big_endian,
        };
        let first = block.long(&head[4..]);
        Ok((block, first))
    }

    /// The directory at an offset of the block.
    ///
    /// # Errors
    /// When it does not lie in the block.
    pub async fn directory(&self, offset: u32) -> Result<Directory, Fault> {
        let at = self.place.start + u64::from(offset);
        let count = self.short(&self.source.array::<2>(at).await?);
        if count > MAX_ENTRIES {
            return Err(Fault::Broken);
        }
        let place = at..at + 2 + u64::from(count) * 12 + 4;
        if place.end > self.place.end + 4 {
            return Err(Fault::Cut);
        }
        let raw = self.source.read(at + 2, usize::from(count) * 12).await?;
        let entries = raw.chunks_exact(12).enumerate().filter_map(|(index, raw)| {
            let at = at + 2 + index as u64 * 12;
            self.entry(raw, at)
        });
        let entries = entries.collect();
        // Some writers leave the offset of the next one out at the end of a block.
        let next = self
            .source
            .array::<4>(place.end - 4)
            .await
            .map_or(0, |bytes| self.long(&bytes));
        Ok(Directory { place, entries, next })
    }

    /// An entry whose values lie in the block, whatever its type says.
    fn entry(&self, raw: &[u8], at: u64) -> Option<Entry> {
        let (tag, kind, count) = (self.short(&raw[..2]), self.short(&raw[2..4]), self.long(&raw[4..8]));
        let length = size_of(kind).checked_mul(u64::from(count))?;
        let start = if length <= 4 {
            at + 8
        } else {
            self.place.start + u64::from(self.long(&raw[8..]))
        };
        let values = start..start.checked_add(length)?;
        (values.end <= self.place.end).then(|| Entry {
            tag,
            kind,
            raw: raw.to_vec(),
            values,
        })
    }

    /// The bytes of an entry's values.
    ///
    /// # Errors
    /// When they are not all there.
    pub async fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Fault> {
        self.source.range(entry.values.clone(), MAX_VALUE).await
    }

    /// The values of an entry of whole numbers.
    ///
    /// # Errors
    /// When they are not all there.
    pub async fn numbers(&self, entry: &Entry) -> Result<Vec<u32>, Fault> {
        let bytes = self.bytes(entry).await?;
        Ok(match entry.kind {
            3 => bytes
                .chunks_exact(2)
                .map(|value| u32::from(self.short(value)))
                .collect(),
            4 | 13 => bytes.chunks_exact(4).map(|value| self.long(value)).collect(),
            _ => bytes.into_iter().map(u32::from).collect(),
        })
    }

    /// The values of an entry of fractions.
    ///
    /// # Errors
    /// When they are not all there.
    pub async fn fractions(&self, entry: &Entry) -> Result<Vec<f64>, Fault> {
        let bytes = self.bytes(entry).await?;
        let fraction = |value: &[u8]| f64::from(self.long(&value[..4])) / f64::from(self.long(&value[4..]));
        Ok(bytes.chunks_exact(8).map(fraction).collect())
    }

    /// Where an offset of the block is in the file.
    #[must_use]
    pub fn place_of(&self, offset: u32, length: u32) -> Range<u64> {
        let start = (self.place.start + u64::from(offset)).min(self.place.end);
        start..(start + u64::from(length)).min(self.place.end)
    }

    /// A number of two bytes in the block's order.
    #[must_use]
    pub fn short(&self, bytes: &[u8]) -> u16 {
        let bytes = [bytes[0], bytes[1]];
        if self.is_big_endian {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        }
    }

    /// A number of four bytes in the block's order.
    #[must_use]
    pub fn long(&self, bytes: &[u8]) -> u32 {
        let bytes = [bytes[0], bytes[1], bytes[2], bytes[3]];
        if self.is_big_endian {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        }
    }

    /// Two bytes in the block's order.
    #[must_use]
    pub fn short_bytes(&self, number: u16) -> [u8; 2] {
        if self.is_big_endian {
            number.to_be_bytes()
        } else {
            number.to_le_bytes()
        }
    }

    /// Four bytes in the block's order.
    #[must_use]
    pub fn long_bytes(&self, number: u32) -> [u8; 4] {
        if self.is_big_endian {
            number.to_be_bytes()
        } else {
            number.to_le_bytes()
        }
    }
}

/// Bytes of one value of a type; unknown types as bytes.
fn size_of(kind: u16) -> u64 {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 => 8,
        _ => 1,
    }
}
