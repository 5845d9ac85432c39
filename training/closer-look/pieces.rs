//! Prints the passages of each draft as the closer look is shown them: JSON Lines in (as `chaperone check --format jsonl` reads them),
//! JSON Lines out. `train.py` runs it, so that training and running cannot drift apart.

use chaperone::{Draft, closer_look};
use chaperone_closer_look::words::Pieces;
use serde_json::json;
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let draft: Draft = serde_json::from_str(&line?).map_err(io::Error::other)?;
        let passages = closer_look::shown(&draft).into_iter().map(|shown| {
            let pieces = Pieces::new(&shown.place, &shown.text, draft.in_reply_to.as_deref());
            json!({
                "start": shown.span.start, "end": shown.span.end, "ids": pieces.ids,
                "passage_from": pieces.passage_from, "words": pieces.words, "answered_from": pieces.answered_from,
            })
        });
        serde_json::to_writer(&mut out, &passages.collect::<Vec<_>>())?;
        writeln!(out)?;
    }
    out.flush()
}
