//! Any bytes as a passage and what it answers, cut into pieces: of every text the network gets what it can read.

#![no_main]

use chaperone_closer_look::words::{MOST, Pieces};
use chaperone_fuzz::BETWEEN;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static KNOWN: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../../closer-look/vocabulary.txt").lines().collect());

fuzz_target!(|bytes: &[u8]| {
    let mut fields = bytes.splitn(3, |byte| *byte == BETWEEN).map(String::from_utf8_lossy);
    let (passage, answered) = (fields.next().unwrap_or_default(), fields.next());
    let place = fields.next().unwrap_or("x post public".into());

    let pieces = Pieces::new(&place, &passage, answered.as_deref());
    let ids = &pieces.ids;
    assert!((3..=MOST).contains(&ids.len()), "{} pieces", ids.len());
    assert!(ids.iter().all(|id| (*id as usize) < KNOWN.len()), "{ids:?}");
    let mark = |at: usize| KNOWN[ids[at] as usize];
    assert_eq!(
        (mark(0), mark(ids.len() - 1), mark(pieces.answered_from - 1)),
        ("[CLS]", "[SEP]", "[SEP]")
    );
    assert_eq!(pieces.answered_from < ids.len(), answered.is_some());
});
