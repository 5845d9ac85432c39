//! How often ordinary posts on health are taken for something personal.

use crate::sets::texts;
use crate::systems::{Answer, Sort, System, Systems, draft};
use crate::table::{self, per_thousand};
use chaperone::identifiers::{Confidence, find};
use chaperone::report::{Finding, Severity};
use chaperone::{Category, Profile, check};

const SETS: &[(&str, &str)] = &[
    ("health tweets", "health_news_tweets/all.jsonl"),
    ("Reddit health posts", "rhmd/all.jsonl"),
];
/// As many posts of each set for everybody; some peers are slow.
const POSTS: usize = 1_000;
/// What asks who could recognise a patient.
const IDENTIFICATION: &[Category] = &[Category::PatientIdentifier, Category::JigsawIdentification];

/// Prints how many of a thousand posts hold something, by whoever looks.
pub fn print(systems: &mut Systems) {
    for (name, file) in SETS {
        let Some(posts) = texts(file) else { continue };
        let texts: Vec<&str> = sample(&posts, POSTS);
        let mut rows = systems.rows(|system| {
            let answers: Vec<Answer> = texts.iter().map(|text| system.read(text)).collect();
            let with = |is_counted: &dyn Fn(Sort) -> bool| {
                let posts = answers
                    .iter()
                    .filter(|answer| answer.seen.iter().any(|seen| is_counted(seen.sort)));
                per_thousand(posts.count(), texts.len())
            };
            vec![
                with(&|sort| sort != Sort::Handle),
                with(&|sort| sort == Sort::Person),
                with(&|sort| sort == Sort::Id),
            ]
        });
        for row in &mut rows[..System::CHAPERONE.len()] {
            row[0] += ", mentions";
        }
        rows.insert(1, told(&texts));
        rows.insert(2, told_of_all(&texts));
        let heads = ["posts of 1,000 with", "anything", "a person", "an identifier"];
        table::print(&format!("{} {name}", texts.len()), &heads, &rows);
        whole_set(&posts);
    }
}

/// What somebody who writes these posts would be told about who could be recognised.
fn told(texts: &[&str]) -> Vec<String> {
    let with = |is_counted: &dyn Fn(&Finding) -> bool| {
        let posts = texts.iter().filter(|text| {
            let report = check(&draft(text), &Profile::default());
            report.findings.iter().any(|finding| {
                finding.severity > Severity::Note && IDENTIFICATION.contains(&finding.category) && is_counted(finding)
            })
        });
        per_thousand(posts.count(), texts.len())
    };
    let is_name = |finding: &Finding| finding.rule == "patient-identifier/patient-name";
    vec![
        "Chaperone, while typing, warnings who could be recognised".into(),
        with(&|_| true),
        with(&is_name),
        with(&|finding| finding.category == Category::PatientIdentifier && !is_name(finding)),
    ]
}

fn told_of_all(texts: &[&str]) -> Vec<String> {
    let is_told = |text: &&&str| {
        let report = check(&draft(text), &Profile::default());
        report.findings.iter().any(|finding| finding.severity > Severity::Note)
    };
    let posts = texts.iter().filter(is_told).count();
    vec![
        "Chaperone, while typing, warnings of all categories".into(),
        per_thousand(posts, texts.len()),
        "–".into(),
        "–".into(),
    ]
}

/// Chaperone has the time to read every post of a set.
fn whole_set(posts: &[String]) {
    let mut sure = 0;
    let mut told = 0;
    for text in posts {
        // Evident by themselves, and no line that an organisation publishes.
        sure += find(text)
            .iter()
            .filter(|found| !found.public_line && found.confidence > Confidence::Weak)
            .count();
        let report = check(&draft(text), &Profile::default());
        told += report
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note && finding.category == Category::PatientIdentifier)
            .count();
    }
    println!(
        "\nChaperone on all {}: of 1,000, {} identifiers that it is sure of, {} warnings that point at a patient",
        posts.len(),
        per_thousand(sure, posts.len()),
        per_thousand(told, posts.len())
    );
}

/// At most `count` from all over the set.
fn sample(posts: &[String], count: usize) -> Vec<&str> {
    let step = (posts.len() / count).max(1);
    posts.iter().step_by(step).take(count).map(String::as_str).collect()
}
