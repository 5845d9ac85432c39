//! Names of people that a closer look finds and the tagger alone does not, and words that it takes for names and a closer look does not.

use chaperone::mentions::{Kind, see};
use chaperone::{Draft, Profile, closer_look};
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Case {
    text: String,
    while_typing: Vec<String>,
    at_rest: Vec<String>,
}

fn names(draft: &Draft) -> Vec<String> {
    let people = see(draft, &Profile::default()).into_iter();
    let named = people.filter(|mention| mention.kind == Kind::Person && mention.named);
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    named
        .map(|mention| String::from_utf16_lossy(&units[mention.span.start as usize..mention.span.end as usize]))
        .collect()
}

#[test]
fn a_closer_look_knows_names_better() {
    let Cases { case } = toml::from_str(include_str!("mentions/names.toml")).expect("names.toml");
    for case in case {
        let mut draft = Draft {
            text: case.text.clone(),
            ..Draft::default()
        };
        let while_typing = names(&draft);
        closer_look::look(&mut draft);
        let seen = Case {
            text: case.text.clone(),
            while_typing,
            at_rest: names(&draft),
        };
        assert_eq!(seen, case);
    }
}
