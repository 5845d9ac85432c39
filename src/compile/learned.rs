//! What was learned, as it is committed, becomes what the module carries: the same runs, packed.

use crate::Problem;
use crate::packed::pack;
use crate::table::{joined, split};
use std::fs;
use std::path::Path;

/// A table of so many runs, each packed.
pub(crate) fn packed<const RUNS: usize>(file: &Path) -> Result<Vec<u8>, Problem> {
    let table = fs::read(file).map_err(|error| Problem::new(file, error))?;
    Ok(joined(split::<RUNS>(&table).map(|run| pack(run.0))))
}
