//! JPEG: segments, then the compressed picture, then whatever somebody put behind it.

use crate::{
    facts::{Fact, Found},
    iptc,
    plan::Plan,
    source::{Depth, Fault, Source},
    tiff, xmp,
};

const EXIF: &[u8] = b"Exif\0\0";
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_XMP: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";
const COLOUR_PROFILE: &[u8] = b"ICC_PROFILE\0";
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
const SECOND_PICTURES: &[u8] = b"MPF\0";
/// How some phones end what they put behind a picture.
const PHONES_TRAILER: &[u8] = b"SEFT";
/// Length of a JFIF segment without a small copy of the picture, from its name on.
const JFIF: u64 = 14;
/// Length of the segment that says how colours are meant.
const ADOBE: u64 = 12;

/// Reads the file; what is to be left out or replaced goes into the plan.
///
/// # Errors
/// When it is cut or no JPEG.
pub async fn walk(source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let mut at = 2;
    let mut is_turned = false;
    loop {
        let [mark, code] = source.array(at).await?;
        match (mark, code) {
            (0xFF, 0xFF) => {
                at += 1;
                continue;
            }
            (0xFF, 0xD9) => return behind(source, at + 2, found, plan).await,
            (0xFF, 0x01 | 0xD0..=0xD7) => {
                at += 2;
                continue;
            }
            (0xFF, 0xC0..) => {}
            _ => return Err(Fault::Broken),
        }
        let length = u64::from(u16::from_be_bytes(source.array(at + 2).await?));
        let end = at + 2 + length;
        if length < 2 || end > source.size() {
            return Err(Fault::Cut);
        }
        match code {
            0xE0..=0xEF | 0xFE => {
                let segment = Segment { code, at, end };
                if let Some(orientation) = segment.walk(source, found, plan).await? {
                    let turned = (!is_turned).then(|| tiff::only(orientation)).flatten();
                    is_turned |= turned.is_some();
                    plan.replace(at..end, turned.map_or_else(Vec::new, |block| exif_segment(&block)));
                }
                at = end;
            }
            0xDA if source.depth() == Depth::Look => return tail(source, found).await,
            0xDA => match picture_end(source, end).await? {
                Some(next) => at = next,
                // A picture that was cut off is kept as far as it goes.
                None => return Ok(()),
            },
            _ => at = end,
        }
    }
}

struct Segment {
    code: u8,
    at: u64,
    end: u64,
}

impl Segment {
    /// Reads one application segment or comment. An orientation: this was the Exif, to be replaced by as much.
    async fn walk(&self, source: &Source, found: &mut Found, plan: &mut Plan) -> Result<Option<u16>, Fault> {
        let body = source.range(self.at + 4..self.end, usize::from(u16::MAX)).await?;
        let length = body.len() as u64;
        match (self.code, body.as_slice()) {
            (0xE0, [b'J', b'F', b'I', b'F', 0, ..]) if length >= JFIF => {
                if length > JFIF {
                    found.add(Fact::Thumbnail);
                    let mut without = vec![0xFF, 0xE0, 0, JFIF as u8 + 2];
                    without.extend(&body[..JFIF as usize - 2]);
                    without.extend([0, 0]);
                    plan.replace(self.at..self.end, without);
                }
                return Ok(None);
            }
            (0xE0, [b'J', b'F', b'X', b'X', 0, ..]) => found.add(Fact::Thumbnail),
            (0xE1, body) if body.starts_with(EXIF) => {
                let place = self.at + 4 + EXIF.len() as u64..self.end;
                let orientation = match tiff::look(source, place, tiff::Is::Exif, found).await {
                    Err(Fault::Far) => return Err(Fault::Far),
                    orientation => orientation.unwrap_or(1),
                };
                return Ok(Some(orientation));
            }
            (0xE1, body) if body.starts_with(XMP) => xmp::look(&body[XMP.len()..], found),
            (0xE1, body) if body.starts_with(EXTENDED_XMP) => found.add(Fact::Other),
            (0xE2, body) if body.starts_with(COLOUR_PROFILE) => return Ok(None),
            (0xE2, body) if body.starts_with(SECOND_PICTURES) => found.add(Fact::Behind),
            (0xED, body) if body.starts_with(PHOTOSHOP) => iptc::resources(&body[PHOTOSHOP.len()..], found),
            (0xEE, body) if body.starts_with(b"Adobe") && length == ADOBE => return Ok(None),
            (0xFE, body) => found.text(&String::from_utf8_lossy(body)),
            _ => found.add(Fact::Other),
        }
        plan.drop(self.at..self.end);
        Ok(None)
    }
}

fn exif_segment(block: &[u8]) -> Vec<u8> {
    let length = (2 + EXIF.len() + block.len()) as u16;
    [&[0xFF, 0xE1], &length.to_be_bytes()[..], EXIF, block].concat()
}

/// Where the compressed data from `at` on ends: at the next marker that is not part of it.
async fn picture_end(source: &Source, mut at: u64) -> Result<Option<u64>, Fault> {
    let mut is_marked = false;
    while at < source.size() {
        let run = source.run(at, source.size()).await?;
        for (index, &byte) in run.iter().enumerate() {
            if is_marked && !matches!(byte, 0 | 0xD0..=0xD7 | 0xFF) {
                return Ok(Some(at + index as u64 - 1));
            }
            is_marked = byte == 0xFF;
        }
        at += run.len() as u64;
    }
    Ok(None)
}

/// What follows the picture is no part of it.
async fn behind(source: &Source, end: u64, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    if source.depth() == Depth::Clean && end < source.size() {
        found.add(Fact::Behind);
        plan.drop(end..source.size());
    }
    Ok(())
}

/// A look does not go through the picture; it sees what some phones leave at the very end.
async fn tail(source: &Source, found: &mut Found) -> Result<(), Fault> {
    let length = PHONES_TRAILER.len();
    if source.read(source.size() - length as u64, length).await? == PHONES_TRAILER {
        found.add(Fact::Behind);
    }
    Ok(())
}
