//! Short answers below complaints: what is answered makes a harmless sentence no risk, and a risky one no harmless one. What is judged
//! otherwise stands in the snapshot, for a reader to judge.

use chaperone::draft::{Audience, Site, Surface};
use chaperone::report::Severity;
use chaperone::{Draft, Profile, check, closer_look};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::{fs, thread};

#[derive(serde::Deserialize)]
struct Answers {
    answered: Vec<String>,
    harmless: Vec<String>,
    risky: Vec<String>,
}

const SITES: [Site; 4] = [Site::Other, Site::Facebook, Site::X, Site::Linkedin];

/// How each of the answers is judged below each of the complaints, on one site or another, after a closer look.
fn judged(answers: &[String], answered: &[String]) -> Vec<(String, Option<Severity>)> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (at, text) in answers.iter().enumerate() {
        for (below, site) in answered.iter().zip(SITES.iter().cycle().skip(at)) {
            drafts.push(Draft {
                text: text.clone(),
                site: *site,
                surface: Surface::Reply,
                audience: Audience::Public,
                in_reply_to: Some(below.clone()),
                ..Draft::default()
            });
        }
    }
    let share = drafts
        .len()
        .div_ceil(thread::available_parallelism().map_or(1, usize::from));
    thread::scope(|scope| {
        for part in drafts.chunks_mut(share) {
            scope.spawn(move || part.iter_mut().for_each(closer_look::look));
        }
    });
    let severity = |draft: &Draft| {
        let findings = check(draft, &Profile::default()).findings;
        findings.iter().map(|finding| finding.severity).max()
    };
    drafts
        .iter()
        .map(|draft| (draft.text.clone(), severity(draft)))
        .collect()
}

fn answers() -> Answers {
    serde_json::from_str(include_str!("answers/answers.json")).expect("answers.json is valid")
}

#[test]
fn nothing_is_learned_from_these_answers() {
    let answers = answers();
    let mut ours = [answers.answered, answers.harmless, answers.risky].concat();
    ours.iter_mut().for_each(|text| *text = text.to_lowercase());
    for file in fs::read_dir("tests/corpus").expect("the corpus is there") {
        let path = file.expect("it can be read").path();
        if path.extension().is_none_or(|extension| extension != "jsonl") {
            continue;
        }
        for line in fs::read_to_string(&path).expect("it can be read").lines() {
            let post: Draft = serde_json::from_str(line).expect("a post of the corpus is a draft");
            for text in [Some(post.text), post.in_reply_to].into_iter().flatten() {
                assert!(
                    !ours.contains(&text.trim().to_lowercase()),
                    "{}: {text}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn short_answers_are_judged_by_what_they_say() {
    let answers = answers();
    let mut shown = String::new();
    let mut counted = |title: &str, answers: &[String], answered: &[String], odd: fn(Option<Severity>) -> bool| {
        let judged = judged(answers, answered);
        let flagged = judged.iter().filter(|(_, most)| *most >= Some(Severity::Warn)).count();
        let held = judged.iter().filter(|(_, most)| *most == Some(Severity::Stop)).count();
        writeln!(
            shown,
            "{title}: {} drafts, {flagged} flagged, {held} held",
            judged.len()
        )
        .unwrap();
        let mut odd_ones: BTreeMap<&str, usize> = BTreeMap::new();
        for (text, _) in judged.iter().filter(|(_, most)| odd(*most)) {
            *odd_ones.entry(text).or_default() += 1;
        }
        for (text, count) in odd_ones {
            writeln!(shown, "{count:4} {text}").unwrap();
        }
        let share = |count: usize| count as f64 / judged.len() as f64;
        (share(flagged), share(held))
    };
    let (flagged, held) = counted("harmless", &answers.harmless, &answers.answered, |most| {
        most >= Some(Severity::Warn)
    });
    let (found, _) = counted("risky", &answers.risky, &answers.answered, |most| {
        most < Some(Severity::Warn)
    });
    insta::assert_snapshot!("answers", shown);
    assert!(
        flagged <= 0.05,
        "{:.1} % of harmless answers are flagged",
        100.0 * flagged
    );
    assert!(held <= 0.01, "{:.1} % of harmless answers are held", 100.0 * held);
    assert!(
        found >= 0.85,
        "only {:.1} % of risky answers are flagged",
        100.0 * found
    );
}
