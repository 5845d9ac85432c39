//! IPTC records, and the Photoshop resources they usually lie in.

use crate::facts::{Fact, Found};

/// The resource that holds IPTC records.
const RECORDS: u16 = 0x0404;
/// Resources that hold a small copy of the picture.
const SMALL: [u16; 2] = [0x0409, 0x040C];

/// Adds what Photoshop resources (`8BIM`) say.
pub fn resources(bytes: &[u8], found: &mut Found) {
    let mut rest = bytes;
    while let Some(resource) = rest.strip_prefix(b"8BIM") {
        let Some((id, data, after)) = split(resource) else {
            break;
        };
        match id {
            RECORDS => datasets(data, found),
            id if SMALL.contains(&id) => found.add(Fact::Thumbnail),
            _ => {}
        }
        rest = after;
    }
    found.add(Fact::Other);
}

/// Id and data of a resource, and what follows it. Name and data are padded to an even length.
fn split(resource: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (id, rest) = resource.split_first_chunk::<2>()?;
    let name = usize::from(*rest.first()?) + 1;
    let (length, rest) = rest.get(name + name % 2..)?.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let data = rest.get(..length)?;
    Some((
        u16::from_be_bytes(*id),
        data,
        rest.get(length + length % 2..).unwrap_or_default(),
    ))
}

/// Adds what IPTC data sets say.
pub fn datasets(bytes: &[u8], found: &mut Found) {
    let mut rest = bytes;
    while let [0x1C, record, number, high, low, after @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        let Some(value) = after.get(..length) else {
            break;
        };
        if *record == 2 {
            dataset(*number, &String::from_utf8_lossy(value), found);
        }
        rest = &after[length..];
    }
    found.add(Fact::Other);
}

fn dataset(number: u8, value: &str, found: &mut Found) {
    match number {
        5 | 25 | 40 | 105 | 120 => found.text(value),
        55 => found.time(value),
        80 | 110 | 115 | 116 | 118 | 122 => found.author(value),
        90 | 92 | 95 | 101 => found.words(value, |near| Fact::Place {
            near: Some(near),
            country: None,
        }),
        _ => {}
    }
}
