//! PNG and APNG: chunks, each with its length and checksum.

use crate::{
    facts::{Fact, Found},
    plan::Plan,
    source::{Depth, Fault, Source},
    tiff, xmp,
};

/// Chunks that a picture is shown by, besides the critical ones: colours, transparency, size in the world, animation.
const KEPT: [&[u8; 4]; 17] = [
    b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs",
    b"sPLT", b"acTL", b"fcTL", b"fdAT", b"mDCv",
];
/// Chunks that say something.
const TELLING: [&[u8; 4]; 5] = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"];
/// Keyword of the text that is XMP.
const XMP: &[u8] = b"XML:com.adobe.xmp";
/// Most bytes of one chunk of text that are read.
const MAX_TEXT: usize = 1 << 20;
/// Small chunks of picture that a look goes over one by one, before it goes to the end.
const FEW: u32 = 32;
/// How far before the end a look finds the chunks that follow the picture, in bytes.
const TAIL: u64 = 64 << 10;
/// Longest chunk that the end is searched for, in bytes.
const MAX_TAIL_CHUNK: usize = 32 << 10;

/// Reads the file; what is to be left out or replaced goes into the plan.
///
/// # Errors
/// When it is cut or no PNG.
pub async fn walk(source: &Source, found: &mut Found, plan: &mut Plan) -> Result<(), Fault> {
    let mut at = 8;
    let mut pictures = 0;
    loop {
        let [a, b, c, d, kind @ ..]: [u8; 8] = source.array(at).await?;
        let body = at + 8..at + 8 + u64::from(u32::from_be_bytes([a, b, c, d]));
        let end = body.end + 4;
        if end > source.size() {
            return Err(Fault::Cut);
        }
        match &kind {
            b"IEND" => return behind(source, end, found, plan),
            b"IDAT" => {
                pictures += 1;
                if source.depth() == Depth::Look && pictures > FEW {
                    return tail(source, end, found).await;
                }
            }
            b"eXIf" => {
                let orientation = tiff::look(source, body, tiff::Is::Exif, found).await.unwrap_or(1);
                plan.replace(
                    at..end,
                    tiff::only(orientation).map_or_else(Vec::new, |block| chunk(b"eXIf", &block)),
                );
            }
            kind if is_critical(kind) || KEPT.contains(&kind) => {}
            kind => {
                let bytes = source.range(body, MAX_TEXT).await.unwrap_or_default();
                look(kind, &bytes, found);
                plan.drop(at..end);
            }
        }
        at = end;
    }
}

/// Chunks without which no picture can be shown have a capital first.
fn is_critical(kind: &[u8; 4]) -> bool {
    kind[0].is_ascii_uppercase()
}

fn look(kind: &[u8; 4], body: &[u8], found: &mut Found) {
    let (keyword, rest) = body.split_at(body.iter().position(|&byte| byte == 0).unwrap_or(body.len()));
    match (kind, rest) {
        (b"tEXt", [0, words @ ..]) => text(
            keyword,
            &words.iter().map(|&byte| char::from(byte)).collect::<String>(),
            found,
        ),
        (b"iTXt", [0, 0, _, rest @ ..]) => {
            // Language and translated keyword, each ended by a zero, come before the text.
            let words = rest.splitn(3, |&byte| byte == 0).nth(2).unwrap_or_default();
            if keyword == XMP {
                xmp::look(words, found)
            } else {
                text(keyword, &String::from_utf8_lossy(words), found)
            }
        }
        (b"tIME", _) if body.len() == 7 => {
            let [high, low, rest @ ..] = [body[0], body[1], body[2], body[3], body[4], body[5]];
            let [month, day, hour, minute] = rest;
            found.time(&format!(
                "{}-{month:02}-{day:02} {hour:02}:{minute:02}",
                u16::from_be_bytes([high, low])
            ));
        }
        _ => found.add(Fact::Other),
    }
}

fn text(keyword: &[u8], words: &str, found: &mut Found) {
    match keyword {
        b"Author" | b"Copyright" | b"Artist" => found.author(words),
        b"Software" => found.words(words, |name| Fact::Software { name }),
        b"Source" => found.device("", words),
        _ if keyword.starts_with(b"date:") || keyword == b"Creation Time" => found.time(words),
        _ if keyword.starts_with(b"Raw profile") => found.add(Fact::Other),
        _ => found.text(words),
    }
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

/// Chunks after the picture, found by their kind and checksum.
async fn tail(source: &Source, from: u64, found: &mut Found) -> Result<(), Fault> {
    let start = source.size().saturating_sub(TAIL).max(from);
    let bytes = source.range(start..source.size(), TAIL as usize).await?;
    for (at, window) in bytes.windows(4).enumerate().skip(4) {
        let Some(&kind) = TELLING.iter().find(|kind| kind.as_slice() == window) else {
            continue;
        };
        let length = u32::from_be_bytes([bytes[at - 4], bytes[at - 3], bytes[at - 2], bytes[at - 1]]) as usize;
        let end = at + 4 + length;
        let sum = bytes.get(end..end.saturating_add(4));
        if length > MAX_TAIL_CHUNK || sum != Some(&checksum(&bytes[at..end.min(bytes.len())]).to_be_bytes()) {
            continue;
        }
        if kind == b"eXIf" {
            let place = start + at as u64 + 4..start + end as u64;
            tiff::look(source, place, tiff::Is::Exif, found).await.ok();
        } else {
            look(kind, &bytes[at + 4..end], found);
        }
    }
    Ok(())
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let named = [kind, body].concat();
    [
        &(body.len() as u32).to_be_bytes()[..],
        &named,
        &checksum(&named).to_be_bytes(),
    ]
    .concat()
}

/// CRC-32 as PNG defines it.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    });
    !sum
}
