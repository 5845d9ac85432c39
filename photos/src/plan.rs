//! How a clean copy is made: which ranges of the file are replaced. Everything else is kept, byte for byte, and never even read.

use std::ops::Range;

use crate::source::{Fault, Source};

/// One part of a clean copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// These bytes of the original.
    Keep(Range<u64>),
    /// New bytes.
    Write(Vec<u8>),
    /// That many zeros.
    Zeros(u64),
}

#[derive(Clone, Debug)]
enum With {
    Bytes(Vec<u8>),
    Zeros,
}

/// The replacements. Where two overlap, the one that begins first stands.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    edits: Vec<(Range<u64>, With)>,
}

impl Plan {
    /// Leaves a range out.
    pub fn drop(&mut self, range: Range<u64>) {
        self.replace(range, Vec::new());
    }

    /// Puts other bytes in place of a range.
    pub fn replace(&mut self, range: Range<u64>, bytes: Vec<u8>) {
        self.edits.push((range, With::Bytes(bytes)));
    }

    /// Overwrites a range with zeros.
    pub fn zero(&mut self, range: Range<u64>) {
        if !range.is_empty() {
            self.edits.push((range, With::Zeros));
        }
    }

    /// Overwrites as many bytes as there are, from `at` on.
    pub fn overwrite(&mut self, at: u64, bytes: Vec<u8>) {
        self.replace(at..at + bytes.len() as u64, bytes);
    }

    /// Forgets replacements that would change nothing. None is left for a file that is clean.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn settle(&mut self, source: &Source) -> Result<(), Fault> {
        self.edits.sort_by_key(|(range, _)| range.start);
        let mut settled: Vec<(Range<u64>, With)> = Vec::new();
        for (range, with) in self.edits.drain(..) {
            let start = settled.last().map_or(0, |(last, _)| last.end).max(range.start);
            let range = match with {
                With::Zeros => start..range.end,
                With::Bytes(_) if start > range.start => continue,
                With::Bytes(_) => range,
            };
            if range.start <= range.end && !is_there(source, &range, &with).await? {
                settled.push((range, with));
            }
        }
        self.edits = settled;
        Ok(())
    }

    /// Whether nothing is replaced.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The parts of the copy of a file of `size` bytes, in order.
    #[must_use]
    pub fn pieces(self, size: u64) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        for (range, with) in self.edits {
            if at < range.start {
                pieces.push(Piece::Keep(at..range.start));
            }
            at = range.end;
            match with {
                With::Bytes(bytes) if bytes.is_empty() => {}
                With::Bytes(bytes) => pieces.push(Piece::Write(bytes)),
                With::Zeros => pieces.push(Piece::Zeros(range.end - range.start)),
            }
        }
        if at < size {
            pieces.push(Piece::Keep(at..size));
        }
        pieces
    }
}

/// Whether a range already holds what would be written.
async fn is_there(source: &Source, range: &Range<u64>, with: &With) -> Result<bool, Fault> {
    let length = range.end - range.start;
    if let With::Bytes(bytes) = with {
        return Ok(bytes.len() as u64 == length && source.range(range.clone(), bytes.len()).await? == *bytes);
    }
    let mut at = range.start;
    while at < range.end {
        let run = source.run(at, range.end).await?;
        if run.iter().any(|&byte| byte != 0) {
            return Ok(false);
        }
        at += run.len() as u64;
    }
    Ok(true)
}
