//! Files that are cut, damaged or made to harm: no reading panics, hangs or reads without end.

mod common;

use chaperone_photos::{Depth, Reading};
use common::{Sample, assemble, samples};
use proptest::prelude::*;

/// Reads to the end both ways; a copy that is offered can be put together.
fn survives(name: &str, bytes: &[u8]) {
    let (looked, fetched) = Reading::of(bytes, name, Depth::Look);
    assert!(fetched <= (1 << 20) + 8192, "a look read {fetched} bytes of {name}");
    drop(looked);
    let (cleaned, fetched) = Reading::of(bytes, name, Depth::Clean);
    // A few times over at most, and windows of 256 KB for each of a few places.
    assert!(
        fetched <= 8 * bytes.len() as u64 + (64 << 20),
        "{fetched} bytes of {} were read",
        bytes.len()
    );
    if let Some(pieces) = cleaned.copy {
        let copy = assemble(&pieces, bytes);
        assert!(copy.len() <= bytes.len() + 4096);
    }
}

#[test]
fn files_cut_anywhere() {
    for Sample { name, bytes, .. } in samples() {
        for length in (0..bytes.len()).step_by(37) {
            survives(name, &bytes[..length]);
        }
    }
}

#[test]
fn thirty_megabytes_of_zeros_behind_every_head() {
    for Sample { name, bytes, .. } in samples() {
        let mut long = bytes[..bytes.len().min(40)].to_vec();
        long.resize(30 << 20, 0);
        survives(name, &long);
    }
    survives("zeros.jpg", &vec![0; 30 << 20]);
}

#[test]
fn directories_that_lead_in_circles() {
    let mut circle = b"II*\0\x08\0\0\0\x02\0".to_vec();
    for tag in [0x8769_u16, 0x8825] {
        circle.extend(tag.to_le_bytes());
        circle.extend([4, 0, 1, 0, 0, 0, 8, 0, 0, 0]);
    }
    circle.extend([8, 0, 0, 0]);
    survives("circle.tiff", &circle);
}

#[test]
fn boxes_of_every_claimed_length() {
    for claimed in [0_u32, 1, 2, 7, 8, 9, 0x7FFF_FFFF, u32::MAX] {
        let mut film = b"\0\0\0\x10ftypisom\0\0\0\0".to_vec();
        film.extend(claimed.to_be_bytes());
        film.extend(b"moov");
        film.extend([0xFF; 16]);
        survives("film.mp4", &film);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_samples(index in 0..10_usize, damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let sample = &samples()[index];
        let mut bytes = sample.bytes.clone();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        survives(sample.name, &bytes);
    }

    #[test]
    fn noise_behind_every_head(index in 0..10_usize, noise in prop::collection::vec(any::<u8>(), 0..2000)) {
        let sample = &samples()[index];
        let mut bytes = sample.bytes[..24].to_vec();
        bytes.extend(noise);
        survives(sample.name, &bytes);
    }
}
