//! The table of formats: what a look and a clean copy cost, small and at 30 MB. `cargo run --release -p chaperone-photos --example table`
//!
//! Each sample is made large the way its format allows: more compressed data, of which no reader needs to understand a byte.

use std::{fs, path::Path, time::Instant};

use chaperone_photos::{Depth, Outcome, Reading};

const LARGE: usize = 30 << 20;
const SAMPLES: [&str; 10] = [
    "photo.jpg",
    "photo.png",
    "moving.png",
    "photo.webp",
    "photo.gif",
    "photo.tiff",
    "photo.heic",
    "photo.avif",
    "film.mp4",
    "film.mov",
];

fn main() -> std::io::Result<()> {
    println!(
        "{:<12} {:>12} {:>10} {:>10} {:>12} {:>10} {:>7} {:>7}",
        "file", "bytes", "look: ms", "KB read", "copy: ms", "KB read", "pieces", "facts"
    );
    for name in SAMPLES {
        let small = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name))?;
        let large = grown(name, &small);
        for file in [&small, &large] {
            let (looked, look, look_read) = timed(file, name, Depth::Look);
            let (cleaned, copy, copy_read) = timed(file, name, Depth::Clean);
            let pieces = cleaned.copy.map_or(0, |pieces| pieces.len());
            println!(
                "{name:<12} {:>12} {look:>10.2} {look_read:>10} {copy:>12.2} {copy_read:>10} {pieces:>7} {:>7}",
                file.len(),
                looked.facts.len()
            );
        }
    }
    Ok(())
}

fn timed(file: &[u8], name: &str, depth: Depth) -> (Outcome, f64, u64) {
    let start = Instant::now();
    let (outcome, read) = Reading::of(file, name, depth);
    (outcome, start.elapsed().as_secs_f64() * 1000.0, read / 1024)
}

fn grown(name: &str, file: &[u8]) -> Vec<u8> {
    let filler = vec![0x5A; LARGE];
    let at = |mark: &[u8]| {
        file.windows(mark.len())
            .position(|window| window == mark)
            .unwrap_or(file.len())
    };
    let (head, more, tail) = match name.rsplit_once('.').map(|(_, kind)| kind) {
        // Within the first scan, after its header.
        Some("jpg") => {
            let scan = file
                .windows(2)
                .rposition(|pair| pair == [0xFF, 0xDA])
                .map_or(file.len(), |scan| scan + 10);
            (&file[..scan], filler, &file[scan..])
        }
        // Chunks of 8 KB, as most programs write them.
        Some("png") => {
            let chunk = [&8192_u32.to_be_bytes()[..], b"IDAT", &filler[..8192], &[0; 4]].concat();
            let first = at(b"IDAT") - 4;
            (&file[..first], chunk.repeat(LARGE / 8192), &file[first..])
        }
        Some("gif") => {
            let block = [&[255_u8][..], &filler[..255]].concat();
            let first = at(&[0x2C, 0, 0, 0, 0]) + 11;
            (&file[..first], block.repeat(LARGE / 255), &file[first..])
        }
        Some("webp") => {
            let chunk = [b"ALPH", &(LARGE as u32).to_le_bytes()[..], &filler].concat();
            let mut grown = [&file[..30], &chunk, &file[30..]].concat();
            let length = (grown.len() - 8) as u32;
            grown[4..8].copy_from_slice(&length.to_le_bytes());
            return grown;
        }
        // What no entry names is no part of a TIFF.
        Some("heic" | "avif" | "mp4" | "mov") => (
            file,
            [&(LARGE as u32 + 8).to_be_bytes()[..], b"mdat", &filler].concat(),
            &[][..],
        ),
        _ => (file, filler, &[][..]),
    };
    [head, &more, tail].concat()
}
