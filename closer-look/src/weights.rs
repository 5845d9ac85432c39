//! The file of weights, as `training/closer-look/ship.py` writes it: little-endian, in the order of the network.
//!
//! Matrices come in steps of four bits. A row has a part (f32); of each group of 32 weights the step is so many parts (u8), and a weight
//! so many steps (−8 to 7, two in a byte, the first in the lower half).

use crate::Damaged;

/// So many weights share a step.
const GROUP: usize = 32;

/// Bytes from which one thing after another is taken.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next so many bytes.
    pub(crate) fn take(&mut self, count: usize) -> Result<&'a [u8], Damaged> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next number, as a count.
    pub(crate) fn count(&mut self) -> Result<usize, Damaged> {
        let bytes = self.take(4)?.try_into().map_err(|_| Damaged)?;
        Ok(u32::from_le_bytes(bytes) as usize)
    }

    /// So many numbers.
    pub(crate) fn floats(&mut self, count: usize) -> Result<Vec<f32>, Damaged> {
        let (numbers, _) = self.take(count.checked_mul(4).ok_or(Damaged)?)?.as_chunks();
        Ok(numbers.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect())
    }

    /// A matrix in steps.
    pub(crate) fn stepped(&mut self, rows: usize, columns: usize) -> Result<Stepped, Damaged> {
        let all = rows.checked_mul(columns).ok_or(Damaged)?;
        Ok(Stepped {
            columns,
            part: self.floats(rows)?,
            steps: self.take(all / GROUP)?.to_vec(),
            weights: self.take(all / 2)?.to_vec(),
        })
    }
}

/// A matrix as it stands in the file.
pub(crate) struct Stepped {
    columns: usize,
    part: Vec<f32>,
    steps: Vec<u8>,
    weights: Vec<u8>,
}

impl Stepped {
    /// Bytes of such a matrix in the file.
    pub(crate) const fn size(rows: usize, columns: usize) -> usize {
        4 * rows + rows * columns / GROUP + rows * columns / 2
    }

    pub(crate) fn rows(&self) -> usize {
        self.part.len()
    }

    /// What one part of this row is worth, and its weights in parts: −2,040 to 1,785 each.
    pub(crate) fn row(&self, row: usize) -> (f32, impl Iterator<Item = i32>) {
        let (steps, weights) = (self.columns / GROUP, self.columns / 2);
        let steps = &self.steps[row * steps..][..steps];
        let weights = &self.weights[row * weights..][..weights];
        let of_group = |(group, step): (&'_ [u8], &u8)| {
            let step = i32::from(*step);
            let halves = group.iter().flat_map(|pair| [pair & 0xF, pair >> 4]);
            halves.map(|half| (i32::from(half) - 8) * step).collect::<Vec<_>>()
        };
        let parts = weights.chunks(GROUP / 2).zip(steps).flat_map(of_group);
        (self.part[row], parts)
    }
}
