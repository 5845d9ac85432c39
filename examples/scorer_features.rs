//! Prints what the scorer sees of each draft: JSON Lines in (as `chaperone check --format jsonl` reads them), JSON Lines out.
//! `training/scorer/train.py` runs it.

use chaperone::scorer::sight;
use chaperone::{Draft, Profile};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let draft: Draft = serde_json::from_str(&line?).map_err(io::Error::other)?;
        serde_json::to_writer(&mut out, &sight(&draft, &Profile::default()))?;
        writeln!(out)?;
    }
    out.flush()
}
