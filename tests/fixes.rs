//! One click must leave whole sentences: every fix for these posts is applied, and what is left is read for the scars of a cut in the
//! wrong place. The posts in the snapshot are for a reader to judge.

mod support;

use chaperone::{Draft, Profile, check};
use std::fmt::Write;
use support::applied;

/// Posts in which a match ends, or begins, in the middle of a clause.
const POSTS: &[&str] = &[
    "Bed 4's husband smells of old socks and I am starving.",
    "The man in bay 2 is built like a double wardrobe, my back is gone.",
    "Half price lip filler this whole week only, the first twelve get a free mask.",
    "Flu jabs are poison for every small child in the town",
    "Our clinic in Sligo has the best injectors in town.",
    "Night shift again. Another registrar is absolutely useless at lines and drips and everything else, so we stayed late.",
    "Mrs. Okafor is one of my patients, and I like her hats.",
    "Helen Carter is a patient at our surgery.",
    "My patient Gordon Petrie rang again.",
    "Flu shots give you the flu (source: [link])",
];

/// What no fix may leave behind.
const SCARS: &[&str] = &["the (", "a (", " ,", " .", ",,", ",.", "  "];

fn draft(text: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        ..Draft::default()
    }
}

#[test]
fn a_fix_leaves_whole_sentences() {
    let mut shown = String::new();
    let mut scarred = String::new();
    for post in POSTS {
        writeln!(shown, "{post}").unwrap();
        let findings = check(&draft(post), &Profile::default()).findings;
        for (finding, fix) in findings
            .iter()
            .flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
        {
            let after = applied(post, finding, fix);
            writeln!(shown, "  {} ({}): {after}", fix.title, finding.rule).unwrap();
            let small = after.chars().next().is_some_and(char::is_lowercase) && post.starts_with(char::is_uppercase);
            let again = after.ends_with([' ', ',']) && !post.ends_with([' ', ',']);
            let new = |scar: &&str| after.contains(scar) && !post.contains(scar);
            if small || again || SCARS.iter().any(new) {
                writeln!(scarred, "{post}\n  {}: {after}", fix.title).unwrap();
            }
        }
    }
    assert!(scarred.is_empty(), "\n{scarred}");
    insta::assert_snapshot!("fixes", shown);
}
