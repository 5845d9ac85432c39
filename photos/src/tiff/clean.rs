//! A clean TIFF: what no kept entry names becomes zeros. Nothing moves, so every offset stays true and every strip stays as it is.

use std::ops::Range;

use super::{
    directory::{Block, Directory, Entry},
    facts::is_reduced,
};
use crate::{
    plan::Plan,
    source::{Fault, Source},
};

/// More pages than anybody attaches.
const MAX_PAGES: usize = 10_000;

/// What is needed to show the picture as it is: its shape, colours, compression, orientation and colour profile.
fn is_kept(tag: u16) -> bool {
    matches!(tag,
        254..=266 | 273 | 274 | 277..=284 | 290..=293 | 296 | 297 | 301 | 317..=325 | 332 | 334 | 336 | 338..=342 | 347
        | 512..=521 | 529..=532 | 34675)
}

/// Plans the clean copy of the TIFF file `source`.
///
/// # Errors
/// When its directories cannot be read.
pub async fn clean(source: &Source, plan: &mut Plan) -> Result<(), Fault> {
    let (block, first) = Block::open(source, 0..source.size()).await?;
    let mut kept: Vec<Range<u64>> = std::iter::once(0..4).collect();
    // Where the offset of the next page is written, and what it should be.
    let mut link = 4..8;
    let mut seen = Vec::new();
    let mut offset = first;
    while offset != 0 && !seen.contains(&offset) {
        if seen.len() >= MAX_PAGES {
            return Err(Fault::Broken);
        }
        seen.push(offset);
        let directory = block.directory(offset).await?;
        if !is_reduced(&block, &directory.entries).await? {
            plan.overwrite(link.start, block.long_bytes(offset).to_vec());
            kept.push(link);
            link = keep(&block, &directory, plan, &mut kept).await?;
        }
        offset = directory.next;
    }
    plan.overwrite(link.start, vec![0; 4]);
    kept.push(link);
    zero_the_rest(kept, source.size(), plan);
    Ok(())
}

/// Keeps a page: its entries that are needed, moved up, and what they name. Says where its link to the next page is now.
async fn keep(
    block: &Block<'_>,
    directory: &Directory,
    plan: &mut Plan,
    kept: &mut Vec<Range<u64>>,
) -> Result<Range<u64>, Fault> {
    let entries: Vec<&Entry> = directory.entries.iter().filter(|entry| is_kept(entry.tag)).collect();
    let count = u16::try_from(entries.len()).map_err(|_| Fault::Broken)?;
    let mut written = block.short_bytes(count).to_vec();
    for entry in &entries {
        written.extend(&entry.raw);
        let length = entry.values.end - entry.values.start;
        if length > 4 {
            kept.push(entry.values.clone());
        }
    }
    let start = directory.place.start;
    let end = start + written.len() as u64;
    plan.overwrite(start, written);
    kept.push(start..end);
    for (offsets, lengths) in [(273, 279), (324, 325), (513, 514)] {
        let named = |tag| entries.iter().find(|entry| entry.tag == tag);
        let (Some(offsets), Some(lengths)) = (named(offsets), named(lengths)) else {
            continue;
        };
        let (offsets, lengths) = (block.numbers(offsets).await?, block.numbers(lengths).await?);
        kept.extend(
            offsets
                .into_iter()
                .zip(lengths)
                .map(|(offset, length)| block.place_of(offset, length)),
        );
    }
    Ok(end..end + 4)
}

fn zero_the_rest(mut kept: Vec<Range<u64>>, size: u64, plan: &mut Plan) {
    kept.sort_by_key(|range| range.start);
    let mut at = 0;
    for range in kept {
        if range.start > at {
            plan.zero(at..range.start);
        }
        at = at.max(range.end);
    }
    if at < size {
        plan.zero(at..size);
    }
}
