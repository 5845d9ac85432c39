//! Pictures in boxes (HEIC, AVIF): items, and where their data lies.

use std::ops::Range;

use super::{
    boxes::{Atom, atoms},
    free,
};
use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Fault, Source},
    tiff, xmp,
};

/// Most bytes of a table, or of an item that is read.
const MAX_READ: usize = 1 << 20;
/// What stands in place of a packet of XMP, filled up with spaces.
const NO_XMP: &[u8] = b"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>";
/// Properties of a picture that say something about people instead: its description, its times, its words for the blind.
const TELLING: [&[u8; 4]; 5] = [b"udes", b"crtt", b"mdft", b"altt", b"uuid"];
/// Kinds of items that are pictures, or made of them.
const PICTURES: [&[u8; 4]; 14] = [
    b"hvc1", b"hev1", b"lhv1", b"av01", b"avc1", b"jpeg", b"j2k1", b"vvc1", b"unci", b"grid", b"iovl", b"iden",
    b"tmap", b"mski",
];

/// An item: its number, its kind, and for `mime` its type.
struct Item {
    id: u32,
    kind: [u8; 4],
    is_xmp: bool,
}

/// Reads the `meta` box of a file of pictures; gives back the ranges that kept items name.
///
/// # Errors
/// When it is cut or its tables contradict each other.
pub async fn walk(source: &Source, meta: &Atom, found: &mut Found, plan: &mut Plan) -> Result<Vec<Range<u64>>, Fault> {
    let (mut items, mut places, mut data) = (Vec::new(), Vec::new(), 0);
    for atom in atoms(source, meta.inside(4)).await? {
        match &atom.kind {
            b"iinf" => items = list(source, &atom).await?,
            b"iloc" => places = locations(&source.range(atom.inside(0), MAX_READ).await?).ok_or(Fault::Broken)?,
            b"idat" => data = atom.body,
            b"iprp" => properties(source, &atom, found, plan).await?,
            b"hdlr" => plan.zero(atom.inside(24)),
            b"pitm" | b"iref" | b"grpl" | b"dinf" | b"ipro" => {}
            _ => {
                found.add(Fact::Other);
                free(&atom, plan);
            }
        }
    }
    let mut named = Vec::new();
    for place in places {
        let start = if place.is_in_box { data } else { 0 };
        let extents = place
            .extents
            .into_iter()
            .map(|range| start + range.start..start + range.end);
        let extents: Vec<Range<u64>> = extents.collect();
        if extents.iter().any(|range| range.end > source.size()) {
            return Err(Fault::Cut);
        }
        match items.iter().find(|item| item.id == place.id) {
            Some(item) if !PICTURES.contains(&&item.kind) => blank(source, item, &extents, found, plan).await?,
            _ => {}
        }
        named.extend(extents);
    }
    Ok(named)
}

/// Reads what an item says that is no picture, and writes over it.
async fn blank(
    source: &Source,
    item: &Item,
    extents: &[Range<u64>],
    found: &mut Found,
    plan: &mut Plan,
) -> Result<(), Fault> {
    let Some(first) = extents.first() else {
        return Ok(());
    };
    let mut written = Vec::new();
    match &item.kind {
        b"Exif" => {
            let skip = u64::from(u32::from_be_bytes(source.array(first.start).await?));
            let place = first.start.saturating_add(4).saturating_add(skip);
            let orientation = match tiff::look(source, place.min(first.end)..first.end, tiff::Is::Exif, found).await {
                Err(Fault::Far) => return Err(Fault::Far),
                orientation => orientation.unwrap_or(1),
            };
            written = tiff::only(orientation).map_or_else(Vec::new, |block| [&[0; 4], &block[..]].concat());
        }
        b"mime" if item.is_xmp => {
            xmp::look(&source.range(first.clone(), MAX_READ).await?, found);
            written = NO_XMP.to_vec();
            written.resize(
                usize::try_from(first.end - first.start).unwrap_or(0).max(NO_XMP.len()),
                b' ',
            );
        }
        _ => found.add(Fact::Other),
    }
    for (index, extent) in extents.iter().enumerate() {
        let fits = index == 0 && written.len() as u64 <= extent.end - extent.start;
        let bytes = if fits { std::mem::take(&mut written) } else { Vec::new() };
        plan.zero(extent.start + bytes.len() as u64..extent.end);
        plan.overwrite(extent.start, bytes);
    }
    Ok(())
}

async fn properties(source: &Source, iprp: &Atom, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    for container in atoms(source, iprp.inside(0)).await? {
        if container.kind != *b"ipco" {
            continue;
        }
        for atom in atoms(source, container.inside(0)).await? {
            if TELLING.contains(&&atom.kind) {
                let bytes = source.range(atom.inside(4), MAX_READ).await?;
                let said = String::from_utf8_lossy(&bytes).replace('\0', " ");
                if matches!(&atom.kind, b"udes" | b"altt") {
                    found.text(&said)
                } else {
                    found.add(Fact::Other)
                }
                // Properties are known by their place in the row, so an empty one stays in it.
                free(&atom, plan);
            }
        }
    }
    Ok(())
}

async fn list(source: &Source, iinf: &Atom) -> Result<Vec<Item>, Fault> {
    let is_short = source.array::<1>(iinf.body).await?[0] == 0;
    let mut items = Vec::new();
    for atom in atoms(source, iinf.inside(if is_short { 6 } else { 8 })).await? {
        let bytes = source.range(atom.inside(0), MAX_READ).await?;
        items.extend(entry(&bytes));
    }
    Ok(items)
}

fn entry(bytes: &[u8]) -> Option<Item> {
    let (id, rest) = match bytes.first()? {
        2 => (
            u32::from(u16::from_be_bytes(bytes.get(4..6)?.try_into().ok()?)),
            bytes.get(8..)?,
        ),
        3 => (u32::from_be_bytes(bytes.get(4..8)?.try_into().ok()?), bytes.get(10..)?),
        _ => return None,
    };
    let kind = rest.get(..4)?.try_into().ok()?;
    // The name of the item comes first, then its type.
    let mime = rest[4..].split(|&byte| byte == 0).nth(1).unwrap_or_default();
    Some(Item {
        id,
        kind,
        is_xmp: mime == b"application/rdf+xml",
    })
}

struct Location {
    id: u32,
    /// Counted from the beginning of the `idat` box instead of the file.
    is_in_box: bool,
    extents: Vec<Range<u64>>,
}

fn locations(bytes: &[u8]) -> Option<Vec<Location>> {
    let mut rest = bytes;
    let mut number = |width: usize| -> Option<u64> {
        let (taken, after) = rest.split_at_checked(width)?;
        rest = after;
        Some(taken.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)))
    };
    let version = number(1)?;
    number(3)?;
    let widths = number(2)? as usize;
    let [offset, length, base, index] = [12, 8, 4, 0].map(|shift| widths >> shift & 15);
    let index = if version == 0 { 0 } else { index };
    let wide = if version < 2 { 2 } else { 4 };
    let count = number(wide)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let id = u32::try_from(number(wide)?).ok()?;
        let method = if version == 0 { 0 } else { number(2)? & 15 };
        number(2)?;
        let start = number(base)?;
        let mut extents = Vec::new();
        for _ in 0..number(2)? {
            number(index)?;
            let at = start.checked_add(number(offset)?)?;
            extents.push(at..at.checked_add(number(length)?)?);
        }
        if method < 2 {
            found.push(Location {
                id,
                is_in_box: method == 1,
                extents,
            });
        }
    }
    Some(found)
}
