//! The network: six layers of a BERT with 384 numbers a piece, heads over the mean and the maximum of all pieces, and over each piece
//! pointers and, after every layer, what tells names.

use crate::layer::{LazyLayer, Norm, WIDTH};
use crate::matrix::dot;
use crate::weights::{Bytes, Stepped};
use crate::words::{self, MOST, Pieces};
use crate::{Damaged, HEADS, POINTERS};

/// The version of the file.
const MARK: &[u8; 4] = b"CLK3";

const LAYERS: usize = 6;

pub(crate) struct Network {
    pieces: Stepped,
    places: Vec<f32>,
    kinds: Vec<f32>,
    norm: Norm,
    layers: [LazyLayer; LAYERS],
    /// Heads over mean and maximum: rows of twice the width, and what is added.
    heads: Vec<f32>,
    usual: Vec<f32>,
    /// The same over a piece alone.
    pointers: Vec<f32>,
    usually_pointed: Vec<f32>,
    /// What tells names: a row over a piece after each layer, and what is added.
    naming: Vec<f32>,
    usually_named: f32,
}

/// How far it has read.
pub(crate) struct Reading {
    /// The numbers of each piece.
    numbers: Vec<f32>,
    /// So many layers have been applied.
    layers: usize,
    /// From here on they are of the passage.
    passage_from: usize,
    /// For each piece of the passage where its word begins and ends.
    pub(crate) words: Vec<[u32; 2]>,
    /// How sure the layers so far are that it belongs to somebody's name.
    pub(crate) named: Vec<f32>,
    /// Whether there was room for the whole passage.
    pub(crate) is_whole: bool,
}

impl Network {
    pub(crate) fn read(file: &[u8]) -> Result<Self, Damaged> {
        let mut bytes = Bytes(file);
        if bytes.take(MARK.len())? != MARK {
            return Err(Damaged);
        }
        let known = bytes.count()?;
        // Of another vocabulary they would say something, and mean nothing by it.
        if known != words::known() {
            return Err(Damaged);
        }
        let network = Self {
            pieces: bytes.stepped(known, WIDTH)?,
            places: bytes.floats(MOST * WIDTH)?,
            kinds: bytes.floats(2 * WIDTH)?,
            norm: Norm::read(&mut bytes)?,
            layers: LazyLayer::all(&mut bytes)?,
            heads: bytes.floats(HEADS * 2 * WIDTH)?,
            usual: bytes.floats(HEADS)?,
            pointers: bytes.floats(POINTERS * WIDTH)?,
            usually_pointed: bytes.floats(POINTERS)?,
            naming: bytes.floats(LAYERS * WIDTH)?,
            usually_named: bytes.floats(1)?[0],
        };
        if bytes.0.is_empty() { Ok(network) } else { Err(Damaged) }
    }

    /// Begins to read.
    pub(crate) fn begin(&self, pieces: &Pieces) -> Reading {
        Reading {
            numbers: self.embedded(pieces),
            layers: 0,
            passage_from: pieces.passage_from,
            words: pieces.words.clone(),
            named: vec![self.usually_named; pieces.words.len()],
            is_whole: pieces.is_whole,
        }
    }

    /// Goes one layer further. Says whether there is another.
    pub(crate) fn step(&self, reading: &mut Reading) -> bool {
        if let Some(layer) = self.layers.get(reading.layers) {
            layer.unpacked().apply(&mut reading.numbers);
            let naming = &self.naming[reading.layers * WIDTH..][..WIDTH];
            let pieces = reading.numbers.chunks_exact(WIDTH).skip(reading.passage_from);
            for (named, piece) in reading.named.iter_mut().zip(pieces) {
                *named += dot(naming, piece);
            }
            reading.layers += 1;
        }
        reading.layers < LAYERS
    }

    pub(crate) fn scores(&self, Reading { numbers, .. }: &Reading) -> [f32; HEADS] {
        let pieces = (numbers.len() / WIDTH) as f32;
        let mut both = vec![0.0; WIDTH];
        both.extend([f32::MIN; WIDTH]);
        let (mean, most) = both.split_at_mut(WIDTH);
        for piece in numbers.chunks_exact(WIDTH) {
            for ((mean, most), number) in mean.iter_mut().zip(most.iter_mut()).zip(piece) {
                *mean += number / pieces;
                *most = most.max(*number);
            }
        }
        std::array::from_fn(|head| dot(&self.heads[head * 2 * WIDTH..][..2 * WIDTH], &both) + self.usual[head])
    }

    /// How much each piece of the passage speaks for each category.
    pub(crate) fn pointed(&self, reading: &Reading) -> Vec<[f32; POINTERS]> {
        let pieces = reading.numbers.chunks_exact(WIDTH).skip(reading.passage_from);
        let pointed = |(piece, _): (&[f32], &[u32; 2])| {
            std::array::from_fn(|category| {
                dot(&self.pointers[category * WIDTH..][..WIDTH], piece) + self.usually_pointed[category]
            })
        };
        pieces.zip(&reading.words).map(pointed).collect()
    }

    fn embedded(&self, pieces: &Pieces) -> Vec<f32> {
        let mut numbers = Vec::with_capacity(pieces.ids.len() * WIDTH);
        for (place, id) in pieces.ids.iter().enumerate() {
            let kind = usize::from(place >= pieces.answered_from);
            let (part, weights) = self.pieces.row(*id as usize);
            let (places, kinds) = (&self.places[place * WIDTH..], &self.kinds[kind * WIDTH..]);
            let added = places.iter().zip(kinds).map(|(place, kind)| place + kind);
            numbers.extend(weights.zip(added).map(|(weight, added)| weight as f32 * part + added));
        }
        self.norm.apply(&mut numbers);
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_weights_are_refused() {
        for file in [&b""[..], b"CLK3", b"CLK0aaaaaaaa", b"CLK3\xFF\xFF\xFF\xFFaaaa"] {
            assert_eq!(Network::read(file).err(), Some(Damaged));
        }
    }
}
