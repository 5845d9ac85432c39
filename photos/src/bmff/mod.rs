//! The family of MP4: films (MP4, MOV) and pictures (HEIC, AVIF) as boxes in boxes. Nothing in a clean copy moves: what is left out
//! becomes a `free` box of zeros of the same length, so every offset stays true.

mod boxes;
mod items;
mod movie;
mod samples;
mod user_data;

use std::ops::Range;

use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Depth, Fault, Source},
    xmp,
};
use boxes::{Atom, top};

/// The `uuid` box that holds XMP.
const XMP: [u8; 16] = *b"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC";
/// Most bytes of XMP that are read.
const MAX_XMP: usize = 1 << 20;

/// Reads the file; what is to be replaced goes into the plan.
///
/// # Errors
/// When it is cut or its boxes contradict each other.
pub async fn walk(source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let (top, end) = top(source).await?;
    let is_film = top.iter().any(|atom| atom.kind == *b"moov");
    let mut named = Vec::new();
    for atom in &top {
        match &atom.kind {
            b"ftyp" | b"styp" | b"mdat" | b"moof" | b"mfra" | b"sidx" | b"pdin" => {}
            b"moov" => movie::walk(source, atom, found, plan).await?,
            b"meta" if !is_film => named.extend(items::walk(source, atom, found, plan).await?),
            _ => {
                remark(source, atom, found).await?;
                free(atom, plan);
            }
        }
    }
    if end < source.size() {
        if source.depth() == Depth::Clean {
            found.add(Fact::Behind);
        }
        plan.drop(end..source.size());
    }
    // In a file of pictures, data that no kept item names is nobody's.
    if !is_film && source.depth() == Depth::Clean {
        for data in top.iter().filter(|atom| atom.kind == *b"mdat") {
            zero_between(data.body..data.end, &mut named, plan);
        }
    }
    Ok(())
}

/// Says what a box says that is left out.
async fn remark(source: &Source, atom: &Atom, found: &mut Found) -> Result<(), Fault> {
    match &atom.kind {
        b"free" | b"skip" | b"wide" => {}
        b"udta" => user_data::walk(source, atom, found).await?,
        b"uuid" if source.array::<16>(atom.body).await? == XMP => {
            xmp::look(&source.range(atom.body + 16..atom.end, MAX_XMP).await?, found);
        }
        _ => found.add(Fact::Other),
    }
    Ok(())
}

/// Makes a box one that holds nothing.
fn free(atom: &Atom, plan: &mut Plan) {
    plan.overwrite(atom.at + 4, b"free".to_vec());
    plan.zero(atom.body..atom.end);
}

/// Zeros what lies in `space` and in none of the named ranges.
fn zero_between(space: Range<u64>, named: &mut [Range<u64>], plan: &mut Plan) {
    named.sort_by_key(|range| range.start);
    let mut at = space.start;
    for range in named.iter() {
        if range.start > at {
            plan.zero(at..range.start.min(space.end));
        }
        at = at.max(range.end).min(space.end);
    }
    plan.zero(at..space.end);
}
