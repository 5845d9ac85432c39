//! Boxes: a length, four letters, and what is inside.

use std::ops::Range;

use crate::source::{Fault, Source};

/// More boxes side by side than any writer makes.
const MAX_BOXES: usize = 20_000;

/// One box.
#[derive(Clone, Debug)]
pub struct Atom {
    /// Its four letters.
    pub kind: [u8; 4],
    /// Where it begins.
    pub at: u64,
    /// Where its contents begin.
    pub body: u64,
    /// Where it ends.
    pub end: u64,
}

impl Atom {
    /// The range of its contents from `skip` bytes on.
    pub fn inside(&self, skip: u64) -> Range<u64> {
        (self.body + skip).min(self.end)..self.end
    }
}

/// The boxes side by side in a range. Four zeros may end it.
///
/// # Errors
/// When one does not fit into the range.
pub async fn atoms(source: &Source, range: Range<u64>) -> Result<Vec<Atom>, Fault> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(atom) = atom(source, at, range.end).await? {
        if atom.end > range.end {
            return Err(Fault::Cut);
        }
        if found.len() >= MAX_BOXES {
            return Err(Fault::Broken);
        }
        at = atom.end;
        found.push(atom);
    }
    Ok(found)
}

/// The boxes of a file, and where what is no box begins. The data of a film that was cut off go as far as the file.
///
/// # Errors
/// When the file cannot be read, or has more boxes than a film.
pub async fn top(source: &Source) -> Result<(Vec<Atom>, u64), Fault> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(mut atom) = atom(source, at, source.size())
        .await
        .or_else(|fault| no_box(fault, at))?
    {
        if atom.kind == *b"mdat" {
            atom.end = atom.end.min(source.size());
        }
        if atom.end > source.size() {
            break;
        }
        if found.len() >= MAX_BOXES {
            return Err(Fault::Broken);
        }
        at = atom.end;
        found.push(atom);
    }
    Ok((found, at))
}

/// What follows the first box need not be one.
fn no_box(fault: Fault, at: u64) -> Result<Option<Atom>, Fault> {
    if at > 0 && fault != Fault::Far {
        Ok(None)
    } else {
        Err(fault)
    }
}

/// The box at a place; none where nothing, or four zeros, are left before `end`. It may claim to reach past it.
async fn atom(source: &Source, at: u64, end: u64) -> Result<Option<Atom>, Fault> {
    if at + 8 > end {
        return Ok(None);
    }
    let [a, b, c, d, kind @ ..]: [u8; 8] = source.array(at).await?;
    let (body, length) = match u32::from_be_bytes([a, b, c, d]) {
        0 if end == source.size() => (at + 8, end - at),
        0 => return Ok(None),
        1 => (at + 16, u64::from_be_bytes(source.array(at + 8).await?)),
        length => (at + 8, u64::from(length)),
    };
    let end = at.checked_add(length).ok_or(Fault::Broken)?;
    if end < body {
        Err(Fault::Broken)
    } else {
        Ok(Some(Atom { kind, at, body, end }))
    }
}

/// The box at the end of a path of kinds, the first of each.
///
/// # Errors
/// When a box on the way does not fit.
pub async fn along(source: &Source, inside: &Atom, path: &[&[u8; 4]]) -> Result<Option<Atom>, Fault> {
    let mut around = inside.clone();
    for &kind in path {
        match atoms(source, around.inside(0))
            .await?
            .into_iter()
            .find(|atom| atom.kind == *kind)
        {
            Some(atom) => around = atom,
            None => return Ok(None),
        }
    }
    Ok(Some(around))
}
