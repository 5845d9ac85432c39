//! GIF: blocks, each a row of sub-blocks.

use std::ops::Range;

use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Depth, Fault, Source},
    xmp,
};

/// Application extensions that a picture is shown by: how often it repeats, its colour profile.
const KEPT: [&[u8; 11]; 3] = [b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"];
const XMP: &[u8; 11] = b"XMP DataXMP";
/// Most bytes of a comment or packet that are read.
const MAX_TEXT: usize = 256 << 10;

/// Reads the file; what is to be left out goes into the plan.
///
/// # Errors
/// When it is cut or no GIF; when it is longer than a look goes.
pub async fn walk(source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let mut at = 13 + colours(source.array::<1>(10).await?[0]);
    loop {
        match source.array::<1>(at).await? {
            [0x3B] => return behind(source, at + 1, found, plan),
            [0x2C] => {
                let flags = source.array::<1>(at + 9).await?[0];
                at = sub_blocks(source, at + 11 + colours(flags)).await?;
            }
            [0x21] => {
                let [label] = source.array(at + 1).await?;
                let end = sub_blocks(source, at + 2).await?;
                if !extension(source, label, at..end, found).await? {
                    plan.drop(at..end);
                }
                at = end;
            }
            _ => return Err(Fault::Broken),
        }
    }
}

/// Whether an extension is one that the picture is shown by; what it says otherwise.
async fn extension(source: &Source, label: u8, place: Range<u64>, found: &mut Found) -> Result<bool, Fault> {
    match label {
        // How a frame is shown, and the plain text that is part of the picture.
        0xF9 | 0x01 => return Ok(true),
        0xFE => {
            let bytes = source.range(place.start + 2..place.end, MAX_TEXT).await?;
            found.text(&String::from_utf8_lossy(&joined(&bytes)));
        }
        0xFF => match source.array::<11>(place.start + 3).await {
            Ok(name) if KEPT.contains(&&name) => return Ok(true),
            // A packet of XMP is not written in sub-blocks.
            Ok(name) if name == *XMP => xmp::look(&source.range(place.start + 14..place.end, MAX_TEXT).await?, found),
            _ => found.add(Fact::Other),
        },
        _ => found.add(Fact::Other),
    }
    Ok(false)
}

/// Length of a colour table, from the flags that announce it.
fn colours(flags: u8) -> u64 {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Where a row of sub-blocks from `at` on ends.
async fn sub_blocks(source: &Source, mut at: u64) -> Result<u64, Fault> {
    loop {
        let run = source.run(at, source.size()).await?;
        let mut index = 0;
        while let Some(&length) = run.get(index) {
            index += 1 + usize::from(length);
            if length == 0 {
                return Ok(at + index as u64);
            }
        }
        at += index as u64;
    }
}

fn joined(mut bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    while let [length, rest @ ..] = bytes
        && *length > 0
    {
        let (words, after) = rest.split_at(rest.len().min(usize::from(*length)));
        text.extend(words);
        bytes = after;
    }
    text
}

fn behind(source: &Source, end: u64, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    if end < source.size() {
        if source.depth() == Depth::Clean {
            found.add(Fact::Behind);
        }
        plan.drop(end..source.size());
    }
    Ok(())
}
