//! XMP: a packet of XML. A clean copy has none; here is read only what is worth telling.

use crate::{
    facts::{Fact, Found},
    towns,
};

/// What the packet may be called by whoever wrote it, and what that means.
const TEXTS: [&str; 5] = [
    "dc:title",
    "dc:description",
    "dc:subject",
    "photoshop:Headline",
    "photoshop:Instructions",
];
const AUTHORS: [&str; 6] = [
    "dc:creator",
    "dc:rights",
    "photoshop:Credit",
    "photoshop:CaptionWriter",
    "aux:OwnerName",
    "exifEX:CameraOwnerName",
];
const PEOPLE: [&str; 3] = ["Iptc4xmpExt:PersonInImage", "mwg-rs:Name", "MPReg:PersonDisplayName"];
const SERIALS: [&str; 4] = [
    "aux:SerialNumber",
    "aux:LensSerialNumber",
    "exifEX:BodySerialNumber",
    "exifEX:LensSerialNumber",
];
const PLACES: [&str; 3] = ["Iptc4xmpCore:Location", "photoshop:City", "photoshop:State"];
const TIMES: [&str; 4] = [
    "exif:DateTimeOriginal",
    "photoshop:DateCreated",
    "xmp:CreateDate",
    "xmp:ModifyDate",
];
/// A film or second picture follows the picture itself.
const BEHIND: [&str; 3] = ["MotionPhoto=\"1\"", "MicroVideo=\"1\"", "<GCamera:MotionPhoto>1<"];

/// Adds what a packet says.
pub fn look(packet: &[u8], found: &mut Found) {
    let text = String::from_utf8_lossy(packet);
    let text = text.as_ref();
    let first = |name: &str| values(text, name).into_iter().next();
    if let [Some(latitude), Some(longitude)] =
        ["exif:GPSLatitude", "exif:GPSLongitude"].map(|name| degrees(&first(name)?))
    {
        found.add(towns::place(latitude, longitude));
    }
    for name in PLACES {
        for value in values(text, name) {
            found.words(&value, |near| Fact::Place {
                near: Some(near),
                country: None,
            });
        }
    }
    TIMES
        .iter()
        .filter_map(|name| first(name))
        .for_each(|value| found.time(&value));
    found.device(
        &first("tiff:Make").unwrap_or_default(),
        &first("tiff:Model").unwrap_or_default(),
    );
    for name in SERIALS {
        values(text, name)
            .iter()
            .for_each(|value| found.words(value, |_| Fact::Serial));
    }
    for name in AUTHORS {
        values(text, name).iter().for_each(|value| found.author(value));
    }
    for name in PEOPLE {
        values(text, name)
            .iter()
            .for_each(|value| found.words(value, |name| Fact::Person { name }));
    }
    for name in TEXTS {
        values(text, name).iter().for_each(|value| found.text(value));
    }
    if let Some(tool) = first("xmp:CreatorTool") {
        found.words(&tool, |name| Fact::Software { name });
    }
    if text.contains("xmp:Thumbnails") {
        found.add(Fact::Thumbnail);
    }
    if BEHIND.iter().any(|mark| text.contains(mark)) {
        found.add(Fact::Behind);
    }
    // Whatever else it says: the history of edits, the settings of the program.
    if text.contains("rdf:Description") {
        found.add(Fact::Other);
    }
}

/// The values of a property: its attribute, or the words inside its element.
fn values(text: &str, name: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        rest = &rest[at + name.len()..];
        match (before, rest.chars().next()) {
            (Some('<'), Some('>' | ' ' | '\n')) => {
                let inside = rest.find(&format!("</{name}")).map_or("", |end| &rest[..end]);
                values.extend(words(inside));
                rest = &rest[inside.len()..];
            }
            (Some(letter), Some('=')) if letter.is_whitespace() => {
                let quote = rest[1..].chars().next().filter(|quote| matches!(quote, '"' | '\''));
                let value = quote.and_then(|quote| rest.get(2..)?.split_once(quote));
                values.extend(value.map(|(value, _)| plain(value)));
            }
            _ => {}
        }
    }
    values
}

/// The words between tags.
fn words(inside: &str) -> impl Iterator<Item = String> + '_ {
    let runs = inside.split('<').filter_map(|run| run.split_once('>'));
    runs.map(|(_, words)| plain(words))
        .filter(|words| !words.trim().is_empty())
}

fn plain(words: &str) -> String {
    let words = words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'");
    words.replace("&amp;", "&")
}

/// `4,35.85N` or `4,35,51N` in degrees.
fn degrees(written: &str) -> Option<f64> {
    let direction = written.chars().next_back()?;
    let parts = written.strip_suffix(direction)?.split(',').map(str::parse::<f64>);
    let parts: Vec<f64> = parts.collect::<Result<_, _>>().ok()?;
    let degrees = parts.iter().rev().fold(0.0, |small, part| small / 60.0 + part);
    match direction {
        'N' | 'E' => Some(degrees),
        'S' | 'W' => Some(-degrees),
        _ => None,
    }
}
