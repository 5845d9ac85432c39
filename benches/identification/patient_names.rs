//! Whether somebody called a patient by name is one: every such warning on posts that nobody should hear about, and how many of those
//! on the corpus stand in a post whose writer labelled it so.

use crate::sets::own;
use crate::systems::{Answer, Sort, Systems, draft};
use crate::table::{self, share};
use chaperone::report::{Finding, Severity};
use chaperone::{Draft, Profile, Span, check};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// By what stands around a name, and by the very words before and after it.
const RULES: [&str; 2] = ["patient-identifier/patient-name", "patient-identifier/named-patient"];
const QUIET: &[&str] = &["health-news", "broad-twitter", "wnut17"];

#[derive(Deserialize)]
struct Quiet {
    text: String,
}

/// A labelled post; of its draft only what changes a finding.
#[derive(Deserialize)]
struct Labelled {
    #[serde(flatten)]
    draft: Draft,
    labels: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    category: String,
    quote: String,
}

/// Prints the warnings on the quiet corpus, each with its text, then precision on the labelled writers.
pub fn print(systems: &mut Systems) {
    quiet(systems);
    labelled();
}

fn quiet(systems: &mut Systems) {
    let posts: Vec<Quiet> = QUIET
        .iter()
        .flat_map(|name| own(&format!("tests/quiet/{name}.jsonl")))
        .collect();
    let chaperone = &mut systems.present()[0];
    let people = |answer: Answer| answer.places(Sort::Person).len();
    let named: usize = posts.iter().map(|post| people(chaperone.read(&post.text))).sum();
    let warned: Vec<(&str, Finding)> = posts
        .iter()
        .flat_map(|post| warnings(&draft(&post.text), &RULES).map(|finding| (&*post.text, finding)))
        .collect();
    println!(
        "\n**Patients called by name in {} quiet posts**\n\n{named} people are named, {} of them are warned about as patients:\n",
        posts.len(),
        warned.len()
    );
    for (text, finding) in warned {
        println!("* \"{}\" in: {text}", quote(text, finding.span));
    }
}

fn warnings<'a>(draft: &Draft, rules: &'a [&'a str]) -> impl Iterator<Item = Finding> + use<'a> {
    let findings = check(draft, &Profile::default()).findings.into_iter();
    findings.filter(move |finding| rules.contains(&finding.rule) && finding.severity > Severity::Note)
}

fn labelled() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let split = fs::read_to_string(corpus.join("split.json")).expect("split.json can be read");
    let split: BTreeMap<String, Vec<String>> = serde_json::from_str(&split).expect("split.json is JSON");
    let rows: Vec<Vec<String>> = split
        .iter()
        .flat_map(|(part, writers)| RULES.map(|rule| row(part, writers, rule)))
        .collect();
    let heads = [
        "writers",
        "rule",
        "warnings",
        "the name itself is labelled",
        "its post is labelled as identifying somebody",
    ];
    table::print("Patients called by name in the labelled corpus", &heads, &rows);
}

fn row(part: &str, writers: &[String], rule: &str) -> Vec<String> {
    let (mut warned, mut named, mut identified) = (0, 0, 0);
    for post in writers
        .iter()
        .flat_map(|writer| own::<Labelled>(&format!("tests/corpus/{writer}.jsonl")))
    {
        let labels: Vec<&Label> = post
            .labels
            .iter()
            .filter(|label| is_identifying(&label.category))
            .collect();
        for finding in warnings(&post.draft, &[rule]) {
            let words = quote(&post.draft.text, finding.span);
            warned += 1;
            identified += usize::from(!labels.is_empty());
            named += usize::from(
                labels
                    .iter()
                    .any(|label| label.quote.contains(&words) || words.contains(&label.quote)),
            );
        }
    }
    let of_warned = |count: usize| format!("{count} ({})", share(count, warned));
    vec![
        part.to_owned(),
        rule.to_owned(),
        warned.to_string(),
        of_warned(named),
        of_warned(identified),
    ]
}

fn is_identifying(category: &str) -> bool {
    matches!(
        category,
        "patient-identifier" | "jigsaw-identification" | "confirms-relationship"
    )
}

fn quote(text: &str, span: Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16_lossy(&units[span.start as usize..span.end as usize])
}
