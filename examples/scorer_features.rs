//! Prints what the scorer sees of each draft: JSON Lines in (as `chaperone check --format jsonl` reads them), JSON Lines out.
//! `training/scorer/train.py` runs it. With `--closer-look`, what a closer look finds in each passage too.

use chaperone::scorer::sight;
use chaperone::{Draft, Profile, closer_look};
use std::io::{self, Write};
use std::{env, thread};

fn main() -> io::Result<()> {
    let looks_closer = env::args().any(|argument| argument == "--closer-look");
    let lines = io::stdin().lines().collect::<io::Result<Vec<_>>>()?;
    let share = lines.len().div_ceil(thread::available_parallelism()?.get()).max(1);
    let seen: Vec<io::Result<String>> = thread::scope(|scope| {
        let parts = lines.chunks(share);
        let threads: Vec<_> = parts
            .map(|part| scope.spawn(move || part.iter().map(|line| seen(line, looks_closer)).collect::<Vec<_>>()))
            .collect();
        let done = threads.into_iter();
        done.flat_map(|thread| thread.join().expect("no draft stops the checker"))
            .collect()
    });
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in seen {
        writeln!(out, "{}", line?)?;
    }
    out.flush()
}

fn seen(line: &str, looks_closer: bool) -> io::Result<String> {
    let mut draft: Draft = serde_json::from_str(line).map_err(io::Error::other)?;
    if looks_closer {
        closer_look::look(&mut draft);
    }
    Ok(serde_json::to_string(&sight(&draft, &Profile::default()))?)
}
