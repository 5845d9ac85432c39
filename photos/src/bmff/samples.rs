//! Where the data of a track lies in the file.

use std::ops::Range;

use super::boxes::{Atom, along, atoms};
use crate::source::{Fault, Source};

/// Most bytes of one table that are read.
const MAX_TABLE: usize = 8 << 20;
/// More samples than a film of a day has.
const MAX_SAMPLES: u32 = 5_000_000;

/// The ranges of the samples of a track, one for each run of samples that lie together.
///
/// # Errors
/// When its tables are cut or contradict each other.
pub async fn of(source: &Source, trak: &Atom) -> Result<Vec<Range<u64>>, Fault> {
    let Some(stbl) = along(source, trak, &[b"mdia", b"minf", b"stbl"]).await? else {
        return Ok(Vec::new());
    };
    let (mut sizes, mut runs, mut chunks) = (None, Vec::new(), Vec::new());
    for atom in atoms(source, stbl.inside(0)).await? {
        match &atom.kind {
            b"stsz" => sizes = Some(table(source, &atom).await?),
            b"stsc" => runs = longs(&table(source, &atom).await?),
            b"stco" => {
                chunks = longs(&table(source, &atom).await?)
                    .into_iter()
                    .skip(1)
                    .map(u64::from)
                    .collect()
            }
            b"co64" => {
                let bytes = table(source, &atom).await?;
                chunks = bytes
                    .get(4..)
                    .unwrap_or_default()
                    .chunks_exact(8)
                    .map(long_long)
                    .collect();
            }
            _ => {}
        }
    }
    let sizes = longs(&sizes.unwrap_or_default());
    let [same, count, ref each @ ..] = sizes[..] else {
        return Ok(Vec::new());
    };
    if count > MAX_SAMPLES {
        return Err(Fault::Broken);
    }
    let mut sizes = (0..count as usize).map(|index| {
        if same > 0 {
            same
        } else {
            each.get(index).copied().unwrap_or(0)
        }
    });
    let runs: Vec<&[u32]> = runs.get(1..).unwrap_or_default().chunks_exact(3).collect();
    let mut run = 0;
    let mut found = Vec::new();
    for (number, start) in (1_u32..).zip(chunks) {
        while runs.get(run + 1).is_some_and(|next| next[0] <= number) {
            run += 1;
        }
        let in_chunk = runs.get(run).map_or(0, |run| run[1]) as usize;
        let length: u64 = sizes.by_ref().take(in_chunk).map(u64::from).sum();
        found.push(start.min(source.size())..start.saturating_add(length).min(source.size()));
    }
    Ok(found)
}

/// A table's bytes after version and flags.
async fn table(source: &Source, atom: &Atom) -> Result<Vec<u8>, Fault> {
    source.range(atom.inside(4), MAX_TABLE).await
}

fn longs(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|bytes| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
        .collect()
}

fn long_long(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, &byte| number << 8 | u64::from(byte))
}
