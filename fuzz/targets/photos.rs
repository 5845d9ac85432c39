//! Photos and films of any bytes: they are read both ways, and a clean copy that is offered gives nothing away.

#![no_main]

use chaperone_photos::{Depth, Outcome, Piece, Reading};
use libfuzzer_sys::fuzz_target;

/// A name that says nothing of what the file is.
const NAME: &str = "file";

/// A look asks for little, however large a file says it is: a megabyte, and its first bytes once more.
const LOOK: u64 = (1 << 20) + 8_192;

/// The size of the longest copy beside the file's own.
const MORE: usize = 4_096;

fuzz_target!(|bytes: &[u8]| {
    let (_, fetched) = Reading::of(bytes, NAME, Depth::Look);
    assert!(fetched <= LOOK, "a look read {fetched} bytes");

    let cleaned = read(bytes);
    if let Some(pieces) = &cleaned.copy {
        let copy = assembled(pieces, bytes);
        assert!(copy.len() <= bytes.len() + MORE);
        if !cleaned.is_clean {
            let again = read(&copy);
            // A damaged file may be one still; what is worth holding it for is gone.
            assert!(!again.is_telling(), "the copy still tells {:?}", again.facts);
        }
    }
});

fn read(file: &[u8]) -> Outcome {
    Reading::of(file, NAME, Depth::Clean).0
}

fn assembled(pieces: &[Piece], file: &[u8]) -> Vec<u8> {
    let mut copy = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Keep(range) => copy.extend(&file[range.start as usize..range.end as usize]),
            Piece::Write(bytes) => copy.extend(bytes),
            Piece::Zeros(length) => copy.resize(copy.len() + *length as usize, 0),
        }
    }
    copy
}
