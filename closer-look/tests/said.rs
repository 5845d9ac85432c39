//! The network says what it said when it was trained, but for what rounding to whole numbers costs.

#![cfg(feature = "weights")]

use chaperone_closer_look::words::Pieces;
use chaperone_closer_look::{CloserLook, HEADS, POINTERS};
use serde::Deserialize;

#[derive(Deserialize)]
struct Said {
    place: String,
    passage: String,
    answered: Option<String>,
    ids: Vec<u32>,
    answered_from: usize,
    scores: [f32; HEADS],
    /// A piece of the passage, and how much that speaks for each category.
    piece: usize,
    pointed: [f32; POINTERS],
    /// That it belongs to somebody's name.
    named: f32,
}

/// Log-odds. They reach from about −8 to 5.
const ROUNDING: f32 = 0.3;

#[test]
fn it_says_what_the_trained_network_said() {
    let network = CloserLook::with_own_weights();
    for line in include_str!("said.jsonl").lines() {
        let said: Said = serde_json::from_str(line).expect("one text a line");
        let pieces = Pieces::new(&said.place, &said.passage, said.answered.as_deref());
        assert_eq!(
            (&pieces.ids, pieces.answered_from),
            (&said.ids, said.answered_from),
            "{}",
            said.passage
        );
        let reading = network.read(&said.place, &said.passage, said.answered.as_deref());
        let pointed = network.pointed(&reading)[said.piece - pieces.passage_from];
        let here = network.scores(&reading).into_iter().chain(pointed);
        for (head, (here, there)) in here.zip(said.scores.into_iter().chain(said.pointed)).enumerate() {
            assert!(
                (here - there).abs() < ROUNDING,
                "head {head}: {here}, not {there}: {}",
                said.passage
            );
        }
        let word = pieces.words[said.piece - pieces.passage_from];
        let of_word = pieces.words.iter().filter(|other| **other == word).count();
        assert_eq!(
            of_word, 1,
            "of a word of several pieces the mean is told: choose another piece of {}",
            said.passage
        );
        let names = network.names(&reading).into_iter();
        let here = names.filter(|named| named.word == (word[0]..word[1]));
        match here.map(|named| named.log_odds).next() {
            Some(here) => assert!(
                (here - said.named).abs() < ROUNDING,
                "named: {here}, not {}: {}",
                said.named,
                said.passage
            ),
            None => assert!(
                said.named < ROUNDING - 4.0,
                "not named, but {}: {}",
                said.named,
                said.passage
            ),
        }
    }
}
