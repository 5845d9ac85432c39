//! One planted sample of each format: what it gives away is told, and the clean copy holds none of it and all of the picture.

mod common;

use std::ops::Range;

use chaperone_photos::{Depth, Fact, Format, Piece, Reading};
use common::{Sample, clean, contains, samples};

fn place() -> Fact {
    Fact::Place {
        near: Some("Ipoh".into()),
        country: Some("MY".into()),
    }
}

#[test]
fn a_look_tells_place_time_and_device() {
    for Sample { name, format, bytes } in samples() {
        let (outcome, fetched) = Reading::of(&bytes, name, Depth::Look);
        assert_eq!(outcome.format, format, "{name}");
        assert_eq!(outcome.fault, None, "{name}");
        assert!(outcome.facts.contains(&place()), "{name}: {:?}", outcome.facts);
        if format != Format::Gif {
            let time = outcome.facts.iter().find(|fact| matches!(fact, Fact::Time { .. }));
            assert_eq!(
                time,
                Some(&Fact::Time {
                    at: "2024-03-03T14:12".into()
                }),
                "{name}"
            );
        }
        if format != Format::Mp4 {
            assert!(
                outcome.facts.contains(&Fact::Device {
                    name: "iPhone 14".into()
                }),
                "{name}: {:?}",
                outcome.facts
            );
        }
        assert!(fetched <= bytes.len() as u64 + 8192, "{name}: {fetched} bytes");
    }
}

#[test]
fn a_look_tells_who() {
    let named = |name: &str| {
        let sample = samples().into_iter().find(|sample| sample.name == name);
        let sample = sample.unwrap_or_else(|| panic!("there is no sample {name}"));
        Reading::of(&sample.bytes, name, Depth::Look).0.facts
    };
    let facts = named("photo.jpg");
    for fact in [
        Fact::Serial,
        Fact::Thumbnail,
        Fact::Behind,
        Fact::Author {
            name: "MARKERowner".into(),
        },
        Fact::Author {
            name: "MARKERartist".into(),
        },
        Fact::Author {
            name: "MARKERbyline".into(),
        },
        Fact::Author {
            name: "MARKERwide".into(),
        },
        Fact::Person {
            name: "MARKERperson".into(),
        },
        Fact::Text {
            text: "MARKERdescription".into(),
        },
        Fact::Text {
            text: "MARKERcomment".into(),
        },
    ] {
        assert!(facts.contains(&fact), "{fact:?} is not among {facts:?}");
    }
    assert!(named("photo.heic").contains(&Fact::Person {
        name: "MARKERperson".into()
    }));
    assert!(named("film.mp4").contains(&Fact::Author {
        name: "MARKERartist".into()
    }));
    assert!(named("film.mov").contains(&Fact::Author {
        name: "MARKERauthor".into()
    }));
}

#[test]
fn a_clean_copy_holds_nothing_that_was_planted() {
    for Sample { name, bytes, .. } in samples() {
        assert!(contains(&bytes, "MARKER"), "{name} has nothing planted");
        let copy = clean(name, &bytes);
        for word in [
            "MARKER",
            "iPhone",
            "Apple",
            "2024:03:03",
            "2024-03-03",
            "4.5975",
            "xmptk",
        ] {
            assert!(!contains(&copy, word), "{name} still holds {word}");
        }
        let (outcome, _) = Reading::of(&copy, name, Depth::Clean);
        assert!(
            outcome.is_clean,
            "{name}: a second cleaning would change {:?}",
            outcome.copy
        );
        assert_eq!(outcome.facts, [], "{name}");
    }
}

#[test]
fn cleaning_keeps_the_compressed_picture_byte_for_byte() {
    for Sample { name, format, bytes } in samples() {
        let copy = clean(name, &bytes);
        let (before, after) = (compressed(format, &bytes), compressed(format, &copy));
        assert!(!before.is_empty(), "{name}");
        assert!(before == after, "{name}: the compressed picture has changed");
    }
}

/// The bytes that hold the picture, found without any code of the crate.
fn compressed(format: Format, file: &[u8]) -> Vec<u8> {
    let long = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes")) as usize;
    let mut picture = Vec::new();
    match format {
        // From the first segment that belongs to the coder to the end of the picture.
        Format::Jpeg => {
            let mut start = 2;
            while matches!(file[start + 1], 0xE0..=0xEF | 0xFE) {
                start += 2 + usize::from(u16::from_be_bytes([file[start + 2], file[start + 3]]));
            }
            let end = file.windows(2).rposition(|pair| pair == [0xFF, 0xD9]).expect("an end");
            picture.extend(&file[start..end + 2]);
        }
        Format::Png => {
            let mut at = 8;
            while at + 8 <= file.len() {
                let length = long(at);
                let kind = &file[at + 4..at + 8];
                if [&b"IHDR"[..], b"IDAT", b"fdAT", b"fcTL", b"acTL", b"iCCP"].contains(&kind) {
                    picture.extend(&file[at..at + 12 + length]);
                }
                at += 12 + length;
            }
        }
        Format::Webp => {
            let mut at = 12;
            while at + 8 <= file.len() {
                let length = u32::from_le_bytes(file[at + 4..at + 8].try_into().expect("four bytes")) as usize;
                if [&b"VP8L"[..], b"ANMF", b"ANIM", b"ICCP"].contains(&&file[at..at + 4]) {
                    picture.extend(&file[at..at + 8 + length]);
                }
                at += 8 + length + length % 2;
            }
        }
        Format::Gif => {
            let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
            let mut at = 13 + table(file[10]);
            while file[at] != 0x3B {
                let start = at;
                at += if file[at] == 0x2C { 11 + table(file[at + 9]) } else { 2 };
                while file[at] != 0 {
                    at += 1 + usize::from(file[at]);
                }
                at += 1;
                // A frame, or how it is shown.
                if file[start] == 0x2C || file[start + 1] == 0xF9 {
                    picture.extend(&file[start..at]);
                }
            }
        }
        // Nothing moves in these: what is not zero afterwards and was not written anew stands where it stood. That the picture is
        // among it is for an independent decoder to say (`tests/oracles.rs`).
        _ => picture.extend(file.len().to_be_bytes()),
    }
    picture
}

#[test]
fn a_film_is_kept_but_for_its_records() {
    for name in ["film.mp4", "film.mov"] {
        let sample = samples()
            .into_iter()
            .find(|sample| sample.name == name)
            .expect("the sample");
        let copy = clean(name, &sample.bytes);
        assert_eq!(copy.len(), sample.bytes.len());
        let changed = sample
            .bytes
            .iter()
            .zip(&copy)
            .filter(|(before, after)| before != after && **after != 0)
            .count();
        // Only the letters of boxes that became free differ and are not zero.
        assert!(changed <= 4 * 12, "{name}: {changed} bytes were written over");
    }
}

#[test]
fn what_is_no_box_is_left_behind() {
    for name in ["photo.heic", "film.mp4"] {
        let sample = samples()
            .into_iter()
            .find(|sample| sample.name == name)
            .expect("the sample");
        let mut longer = sample.bytes.clone();
        longer.extend(b"ZZZZZZZZ MARKER behind everything");
        assert!(
            Reading::of(&longer, name, Depth::Look).0.facts.contains(&place()),
            "{name}"
        );
        assert_eq!(clean(name, &longer), clean(name, &sample.bytes), "{name}");
    }
}

#[test]
fn what_is_kept_is_never_read_from_films() {
    let sample = samples()
        .into_iter()
        .find(|sample| sample.name == "film.mp4")
        .expect("the sample");
    let mut film = sample.bytes.clone();
    let more = 30 << 20;
    film.extend((more as u32 + 8).to_be_bytes());
    film.extend(b"mdat");
    film.resize(film.len() + more, 0x5A);
    let (looked, fetched) = Reading::of(&film, "film.mp4", Depth::Look);
    assert!(looked.is_telling() && fetched < 100_000, "{fetched} bytes were read");
    let (cleaned, fetched) = Reading::of(&film, "film.mp4", Depth::Clean);
    assert!(fetched < 2_000_000, "{fetched} bytes were read");
    let kept: Option<&Range<u64>> = cleaned.copy.as_ref().and_then(|pieces| match pieces.last() {
        Some(Piece::Keep(range)) => Some(range),
        _ => None,
    });
    assert!(kept.is_some_and(|range| range.end - range.start >= more as u64));
}
