use super::token::Shape;
use super::*;
use proptest::prelude::*;

fn words(text: &str) -> Vec<String> {
    let read = Text::new(text);
    (0..read.tokens.len()).map(|at| read.word(at).to_owned()).collect()
}

fn sentences(text: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let read = Text::new(text);
    let spans = read.sentences.iter().map(|range| read.utf16(range.clone()));
    spans
        .map(|span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]))
        .collect()
}

#[test]
fn cuts_words_numbers_and_addresses() {
    for (text, expected) in [
        ("I don't know", vec!["i", "do", "n't", "know"]),
        (
            "the patient's 47-year-old son",
            vec!["the", "patient", "'s", "47", "-", "year", "-", "old", "son"],
        ),
        (
            "500mg at 10:20, 1,000 left.",
            vec!["500", "mg", "at", "10:20", ",", "1,000", "left", "."],
        ),
        (
            "see www.nhs.uk/x, a@b.co.uk.",
            vec!["see", "www.nhs.uk/x", ",", "a@b.co.uk", "."],
        ),
        ("@dr_who hi", vec!["@dr_who", "hi"]),
        ("#MyPatient2", vec!["#mypatient2", "my", "patient", "2"]),
        ("p4t1ent", vec!["p4t1ent"]),
        ("👩🏽‍⚕️👍🏾 🇬🇧🇮🇪", vec!["👩🏽‍⚕", "👍🏾", "🇬🇧", "🇮🇪"]),
        ("e-mail: me@example.com", vec!["e", "-", "mail", ":", "me@example.com"]),
        ("wait... what", vec!["wait", ".", ".", ".", "what"]),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn splits_sentences() {
    for (text, expected) in [
        ("Dr. Lee came. He left!", vec!["Dr. Lee came.", "He left!"]),
        ("Take 3.5 mg. e.g. now", vec!["Take 3.5 mg.", "e.g. now"]),
        ("one\r\ntwo", vec!["one\r\n", "two"]),
        ("He said \"no.\" Then he left", vec!["He said \"no.\"", "Then he left"]),
        ("So tired 😴😴 Home now", vec!["So tired 😴😴", "Home now"]),
        ("I ❤️ my patients", vec!["I ❤️ my patients"]),
        ("really?!? yes", vec!["really?!?", "yes"]),
        ("Wait... what", vec!["Wait...", "what"]),
    ] {
        assert_eq!(sentences(text), expected, "{text}");
    }
}

#[test]
fn knows_how_words_were_written() {
    let read = Text::new("He said \"Sooo SLOW\" again");
    let shape = |word: &str| read.tokens[(0..read.tokens.len()).find(|at| read.word(*at) == word).unwrap()].shape;
    assert!(
        shape("sooo").has(Shape::CAPITAL) && shape("sooo").has(Shape::ELONGATED) && shape("sooo").has(Shape::QUOTED)
    );
    assert!(shape("slow").has(Shape::ALL_CAPITALS));
    assert!(!shape("again").has(Shape::QUOTED));
}

proptest! {
    #[test]
    fn tokens_and_sentences_cover_any_text_in_order(text in "\\PC{0,80}|[a-zA-Z0-9 .!?@#'\"\\-\r\n😀❤️‍\u{200D}\u{301}]{0,80}") {
        let read = Text::new(&text);
        let units = text.encode_utf16().count() as u32;
        let boundaries: std::collections::HashSet<u32> =
            text.chars().scan(0, |at, c| { let here = *at; *at += c.len_utf16() as u32; Some(here) }).chain([units]).collect();
        for at in 0..read.tokens.len() {
            let span = read.utf16(at..at + 1);
            prop_assert!(span.start < span.end && span.end <= units);
            prop_assert!(boundaries.contains(&span.start) && boundaries.contains(&span.end));
        }
        let covered: usize = read.sentences.iter().map(|range| range.len()).sum();
        prop_assert_eq!(covered, read.tokens.len());
    }
}
