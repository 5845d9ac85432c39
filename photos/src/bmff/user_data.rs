//! What films say of themselves: user data (`udta`), and keys with values (`meta`).

use super::boxes::{Atom, atoms};
use crate::{
    facts::{Fact, Found},
    source::{Fault, Source},
    towns, xmp,
};

/// Most bytes of one value that are read.
const MAX_VALUE: usize = 64 << 10;

/// Adds what user data say.
///
/// # Errors
/// When they are cut.
pub async fn walk(source: &Source, udta: &Atom, found: &mut Found) -> Result<(), Fault> {
    let (mut make, mut model) = (String::new(), String::new());
    for atom in atoms(source, udta.inside(0)).await? {
        if atom.kind == *b"meta" {
            meta(source, &atom, found).await?;
            continue;
        }
        let bytes = source.range(atom.inside(0), MAX_VALUE).await.unwrap_or_default();
        match &atom.kind {
            b"XMP_" => xmp::look(&bytes, found),
            b"loci" => loci(&bytes, found),
            // An old way of writing: a length and a language before the words.
            [0xA9, name @ ..] => say(
                name,
                &words(bytes.get(4..).unwrap_or_default()),
                &mut make,
                &mut model,
                found,
            ),
            b"auth" | b"cprt" | b"perf" => found.author(&words(bytes.get(6..).unwrap_or_default())),
            b"titl" | b"dscp" | b"albm" => found.text(&words(bytes.get(6..).unwrap_or_default())),
            _ => found.add(Fact::Other),
        }
    }
    found.device(&make, &model);
    Ok(())
}

/// Adds what a `meta` box says, by its table of keys or by the letters of its values.
///
/// # Errors
/// When it is cut.
pub async fn meta(source: &Source, meta: &Atom, found: &mut Found) -> Result<(), Fault> {
    // QuickTime leaves out the version that MP4 has.
    let is_bare = source
        .array::<8>(meta.body)
        .await
        .is_ok_and(|head| head[4..] == *b"hdlr");
    let inside = atoms(source, meta.inside(if is_bare { 0 } else { 4 })).await?;
    let named = |kind: &[u8; 4]| inside.iter().find(|atom| atom.kind == *kind);
    let mut keys = Vec::new();
    if let Some(table) = named(b"keys") {
        for atom in atoms(source, table.inside(8)).await? {
            keys.push(words(&source.range(atom.inside(0), MAX_VALUE).await?));
        }
    }
    let (mut make, mut model) = (String::new(), String::new());
    if let Some(list) = named(b"ilst") {
        for atom in atoms(source, list.inside(0)).await? {
            let value = source
                .range(atom.inside(16), MAX_VALUE)
                .await
                .map(|bytes| words(&bytes))
                .unwrap_or_default();
            let index = (u32::from_be_bytes(atom.kind) as usize).wrapping_sub(1);
            let name = keys.get(index).and_then(|key| short(key));
            let letters = [atom.kind[1], atom.kind[2], atom.kind[3]];
            say(name.unwrap_or(&letters), &value, &mut make, &mut model, found);
        }
    }
    found.device(&make, &model);
    Ok(())
}

/// The letters of the old way for the keys of the new one.
fn short(key: &str) -> Option<&'static [u8; 3]> {
    Some(match key.rsplit_once("quicktime.").map_or(key, |(_, name)| name) {
        "location.ISO6709" => b"xyz",
        "creationdate" => b"day",
        "make" | "com.android.manufacturer" => b"mak",
        "model" | "com.android.model" => b"mod",
        "software" => b"swr",
        "author" | "artist" | "copyright" | "director" => b"aut",
        "title" | "description" | "comment" | "keywords" | "displayname" => b"des",
        _ => return None,
    })
}

fn say(name: &[u8], value: &str, make: &mut String, model: &mut String, found: &mut Found) {
    match name {
        b"xyz" => match iso_6709(value) {
            Some((latitude, longitude)) => found.add(towns::place(latitude, longitude)),
            None => found.words(value, |near| Fact::Place {
                near: Some(near),
                country: None,
            }),
        },
        b"day" => found.time(value),
        b"mak" => value.clone_into(make),
        b"mod" => value.clone_into(model),
        b"swr" | b"too" | b"enc" => found.words(value, |name| Fact::Software { name }),
        b"aut" | b"ART" | b"cpy" | b"dir" => found.author(value),
        b"des" | b"nam" | b"cmt" | b"key" | b"inf" => found.text(value),
        _ => found.add(Fact::Other),
    }
}

/// `+04.5975+101.0901+021.000/`: latitude and longitude in degrees.
fn iso_6709(written: &str) -> Option<(f64, f64)> {
    let start = |from: usize| Some(from + written.get(from..)?.find(['+', '-'])?);
    let latitude = start(0)?;
    let longitude = start(latitude + 1)?;
    let end = written[longitude + 1..]
        .find(['+', '-', '/', 'C'])
        .map_or(written.len(), |end| longitude + 1 + end);
    Some((
        written[latitude..longitude].parse().ok()?,
        written[longitude..end].trim().parse().ok()?,
    ))
}

/// The place of 3GPP: a name, then longitude and latitude in 65,536ths of a degree.
fn loci(bytes: &[u8], found: &mut Found) {
    let after = bytes.get(6..).unwrap_or_default();
    let Some(end) = after.iter().position(|&byte| byte == 0) else {
        return found.add(Fact::Other);
    };
    let degrees = |at: usize| {
        let bytes: [u8; 4] = after.get(end + at..end + at + 4)?.try_into().ok()?;
        Some(f64::from(i32::from_be_bytes(bytes)) / 65_536.0)
    };
    match (degrees(6), degrees(2)) {
        (Some(latitude), Some(longitude)) => found.add(towns::place(latitude, longitude)),
        _ => found.add(Fact::Other),
    }
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_matches('\0').to_owned()
}
