//! WebP: chunks in a RIFF container.

use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Depth, Fault, Source},
    tiff, xmp,
};

/// Chunks that a picture is shown by.
const KEPT: [&[u8; 4]; 6] = [b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// Most bytes of XMP that are read.
const MAX_XMP: usize = 1 << 20;
/// The bits in the head that say that Exif and XMP follow.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;
/// Some writers put the name of the JPEG segment before the block.
const JPEG_NAME: &[u8; 6] = b"Exif\0\0";

/// Reads the file; what is to be left out or replaced goes into the plan.
///
/// # Errors
/// When it is cut or no WebP.
pub async fn walk(source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let said = u64::from(u32::from_le_bytes(source.array(4).await?)) + 8;
    let file_end = said.min(source.size());
    let mut length = file_end;
    let mut head = None;
    let mut turned = None;
    let mut at = 12;
    while at + 8 <= file_end {
        let [kind @ .., a, b, c, d]: [u8; 8] = source.array(at).await?;
        let body = at + 8..at + 8 + u64::from(u32::from_le_bytes([a, b, c, d]));
        if body.end > file_end {
            return Err(Fault::Cut);
        }
        // A padding byte follows an odd length.
        let end = (body.end + body.end % 2).min(file_end);
        match &kind {
            b"VP8X" => head = Some((body.start, source.array::<1>(body.start).await?[0])),
            kind if KEPT.contains(&kind) => {}
            kind => {
                let mut kept = Vec::new();
                match kind {
                    b"EXIF" if turned.is_none() => {
                        let is_named = source.array::<6>(body.start).await.is_ok_and(|name| name == *JPEG_NAME);
                        let place = body.start + if is_named { 6 } else { 0 }..body.end;
                        let orientation = tiff::look(source, place, tiff::Is::Exif, found).await.unwrap_or(1);
                        turned = tiff::only(orientation);
                        kept = turned.as_deref().map_or_else(Vec::new, |block| chunk(b"EXIF", block));
                    }
                    b"XMP " => match source.range(body, MAX_XMP).await {
                        Ok(packet) => xmp::look(&packet, found),
                        Err(_) => found.add(Fact::Other),
                    },
                    _ => found.add(Fact::Other),
                }
                length = length - (end - at) + kept.len() as u64;
                plan.replace(at..end, kept);
            }
        }
        at = end;
    }
    if source.size() > at {
        if source.depth() == Depth::Clean {
            found.add(Fact::Behind);
        }
        length -= file_end - at;
        plan.drop(at..source.size());
    }
    let length = u32::try_from(length - 8).map_err(|_| Fault::Broken)?;
    plan.overwrite(4, length.to_le_bytes().to_vec());
    if let Some((at, flags)) = head {
        let exif = if turned.is_some() { HAS_EXIF } else { 0 };
        plan.overwrite(at, vec![flags & !(HAS_EXIF | HAS_XMP) | exif]);
    }
    Ok(())
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let padding: &[u8] = if body.len() % 2 == 1 { &[0] } else { &[] };
    [kind, &(body.len() as u32).to_le_bytes()[..], body, padding].concat()
}
