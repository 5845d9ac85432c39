//! A small learned scorer. It decides *whether* something is risky where rules can only suspect it; rules say *where* and *why*.
//!
//! The draft is cut into [`passage`]s, each with its hashed [`features`]. A linear [`table`] scores every category; [`fusion`] weighs scores
//! and rules together, and the [`reading`] of a closer look if the draft comes with one. Words that carry a score and of which no rule has spoken are
//! underlined ([`span`]), in the words of the category's `reads-as` rule, unless something speaks against that ([`restraint`]). A rule's
//! finding stays a note at the least, until a closer look sees nothing for which a rule that errs could be right.
//! How it is trained: `training/scorer/README.md`.

mod features;
mod fusion;
mod passage;
mod reading;
mod restraint;
mod span;
mod table;
#[cfg(feature = "cli")]
mod training;
mod units;

use crate::category::Category;
use crate::hash;
use crate::report::{Finding, Severity};
use crate::rules::{self, Context, Found, Hit};
use crate::text::{Span, Text};
use fusion::Scores;
use std::array;
use table::{ANY, TABLE};

pub(crate) use reading::named;
pub use reading::{Reading, to_read};
#[cfg(feature = "cli")]
pub use training::{Seen, Sight, sight};

/// The name of the rule, one in each category, under which the scorer's own findings are reported.
const RULE: &str = "reads-as";

/// Raises findings of rules that the scorer is sure of, lowers those it does not believe, and adds what it finds by itself.
pub(crate) fn judge(cx: &Context<'_>, found: &mut Found<'_>) {
    let ruled = by_passage(cx.text, found.so_far());
    for ((passage, ruled), reading) in passage::passages(cx).zip(ruled).zip(reading::readings(cx.draft)) {
        let scores = Scores::new(&TABLE, TABLE.scores(&passage.ids), reading);
        let in_category = |number: usize| {
            let category = Category::ALL[number];
            ruled.iter().filter(move |(of, _)| *of == category).map(|(_, at)| *at)
        };
        let log_odds: [f32; ANY] = array::from_fn(|number| {
            let findings = in_category(number).map(|at| &found.so_far()[at]);
            scores.log_odds(number, findings)
        });
        let risk = scores.risk(&log_odds);
        for (_, at) in &ruled {
            match scores.at_most(&found.so_far()[*at], risk) {
                Some(most) => found.lower(*at, most),
                None => found.take_back(*at),
            }
        }
        let Some(severity) = scores.severity(risk) else {
            continue;
        };
        // While one types it is rules that hold a draft: a plain harmless sentence scores as a risky one too easily.
        let severity = if reading.is_some() {
            severity
        } else {
            severity.min(Severity::Warn)
        };
        let likeliest = log_odds.iter().copied().fold(f32::MIN, f32::max);
        for number in (0..ANY).filter(|number| log_odds[*number] >= f32::min(likeliest, TABLE.beside)) {
            // What is named beside the likeliest explains; the likeliest holds.
            let severity = if log_odds[number] < likeliest {
                severity.min(Severity::Warn)
            } else {
                severity
            };
            in_category(number).for_each(|at| found.raise(at, severity));
            if !restraint::is_said_in_words(cx, &passage, reading, number)
                || restraint::is_of_a_patient(&ruled, Category::ALL[number])
                || restraint::is_told_by_a_number(found.so_far(), &ruled, Category::ALL[number])
            {
                continue;
            }
            let named = reading
                .into_iter()
                .flat_map(|reading| span::named(cx.text, &passage, reading, number));
            let mut runs: Vec<_> = named.collect();
            if runs.is_empty() {
                runs.extend(span::carrying(&TABLE, cx.text, &passage, number));
            }
            // Where a rule has spoken of other words, it has said how grave it is.
            let most = match in_category(number).next() {
                None => restraint::alone(cx, Category::ALL[number]),
                Some(_) => Severity::Warn,
            };
            let is_beside = log_odds[number] < likeliest;
            for words in runs.into_iter().map(|run| cx.text.utf16(run)) {
                // Where a rule holds these words anyway, one more thing to say of them is noise.
                let is_held = is_beside
                    && ruled
                        .iter()
                        .any(|(_, at)| restraint::holds(&found.so_far()[*at], words));
                if !is_held && !found.speaks_of(Category::ALL[number], words) {
                    let most = most.min(restraint::of_nobody(cx, words, Category::ALL[number]).unwrap_or(most));
                    report(found, number, words, severity.min(most));
                }
            }
        }
    }
}

/// For each passage the rules' findings that begin in it, by category and number.
fn by_passage(text: &Text, findings: &[Finding]) -> Vec<Vec<(Category, usize)>> {
    let passages = passage::cut(text).into_iter();
    let ends: Vec<u32> = passages
        .map(|sentences| text.utf16(text.sentences[sentences.end - 1].clone()).end)
        .collect();
    let mut ruled = vec![Vec::new(); ends.len()];
    for (number, finding) in findings.iter().enumerate() {
        let at = ends.partition_point(|end| *end <= finding.span.start);
        if let Some(of_passage) = ruled.get_mut(at) {
            of_passage.push((finding.category, number));
        }
    }
    ruled
}

/// Reports words of which no rule has spoken, under the category's own rule for that.
fn report(found: &mut Found<'_>, category: usize, words: Span, severity: Severity) {
    let id = format!("{}/{RULE}", Category::ALL[category].id());
    let Some(rule) = rules::by_id(&id) else { return };
    found.of(rule);
    let mut hit = Hit::at(words);
    hit.severity = Some(severity);
    found.add(hit);
}

#[cfg(test)]
mod tests {
    use super::{ANY, Reading};
    use crate::draft::{Audience, Surface};
    use crate::report::Finding;
    use crate::report::{Severity, Verdict};
    use crate::{Category, Draft, Profile, Report, check};

    /// What is said of a text in public, after such a closer look.
    fn read(text: &str, closer_look: Vec<Option<Reading>>) -> Report {
        let draft = Draft {
            text: text.into(),
            audience: Audience::Public,
            closer_look,
            ..Draft::default()
        };
        check(&draft, &Profile::default())
    }

    /// A reading that sees this category and no other, or nothing, points at no words and sees no names.
    fn seen(category: Option<Category>) -> Reading {
        let mut scores = [-5.0; ANY + 1];
        if let Some(category) = category {
            scores[ANY] = 5.0;
            scores[category as usize] = 5.0;
        }
        Reading {
            scores,
            ..Reading::default()
        }
    }

    #[test]
    fn a_closer_look_says_where_it_was_seen() {
        const TEXT: &str = "Theatre ran late again. You will find her by the sweet old smell of gin, as always. The tea was good though.";
        let category = Category::DerogatoryRemark;
        let underlined = |words: &[&str]| {
            let run = |words: &&str| {
                let start = TEXT.find(words).expect("they are its words");
                [category as usize, start, start + words.len()].map(|number| number as u32)
            };
            let reading = Reading {
                runs: words.iter().map(run).chain([[0, 0, 7], [u32::MAX; 3]]).collect(),
                ..seen(Some(category))
            };
            let findings = read(TEXT, vec![Some(reading)]).findings.into_iter();
            let of_category = findings.filter(move |finding| finding.category == category);
            of_category
                .map(|Finding { span, .. }| &TEXT[span.start as usize..span.end as usize])
                .collect::<Vec<_>>()
        };
        assert_eq!(underlined(&["find her by"]), ["You will find her by"]);
        assert_eq!(
            underlined(&["the sweet old smell of gin"]),
            ["the sweet old smell of gin"]
        );
        assert_eq!(underlined(&["gin, as always"]), ["gin, as always"]);
        assert_eq!(
            underlined(&["Theatre", "good"]),
            ["Theatre ran late again", "The tea was good though"]
        );
        assert_eq!(underlined(&["gin, as always. The tea"]), ["gin, as always"]);
    }

    #[test]
    fn a_closer_look_sees_what_no_word_gives_away() {
        const TEXT: &str = "If you ring that bell once more I will hide it somewhere you have not looked.";
        assert_eq!(read(TEXT, vec![]).verdict, Verdict::Clear);
        let report = read(TEXT, vec![Some(seen(Some(Category::DerogatoryRemark)))]);
        assert_eq!(report.findings[0].category, Category::DerogatoryRemark);
        assert!(report.findings[0].severity >= Severity::Warn);
    }

    #[test]
    fn what_is_switched_off_is_not_said_under_another_rule() {
        const TEXT: &str = "My patient's email is j.whitcombe@example.org, in case you wondered.";
        let start = TEXT.find("j.w").expect("it is in there") as u32;
        let reading = Reading {
            runs: vec![[Category::PatientIdentifier as u32, start, start + 23]],
            ..seen(Some(Category::PatientIdentifier))
        };
        let draft = Draft {
            text: TEXT.into(),
            audience: Audience::Public,
            closer_look: vec![Some(reading)],
            ..Draft::default()
        };
        let found = |rules_off: &[&str]| {
            let rules_off = rules_off.iter().map(ToString::to_string).collect();
            let profile = Profile {
                rules_off,
                ..Profile::default()
            };
            let findings = check(&draft, &profile).findings.into_iter();
            findings.map(|finding| finding.rule).collect::<Vec<_>>()
        };
        assert_eq!(found(&[]), ["patient-identifier/contact"]);
        assert!(found(&["patient-identifier/contact"]).is_empty());
    }

    #[test]
    fn a_closer_look_that_sees_nothing_is_no_promise() {
        const TEXT: &str = "My patient John Whitcombe, NHS number 943 476 5919, was a GOMER.";
        assert_eq!(read(TEXT, vec![Some(seen(None))]).verdict, Verdict::Stop);
    }

    #[test]
    fn a_rule_that_errs_is_not_heard_where_a_closer_look_is_sure_of_nothing() {
        const TEXT: &str = "Saw a 60 year old with diabetes in my clinic in Leeds last month.";
        let found = |any: Option<f32>| {
            let reading = any.map(|any| {
                let mut reading = seen(None);
                reading.scores[ANY] = any;
                reading
            });
            !read(TEXT, vec![reading]).findings.is_empty()
        };
        assert_eq!([None, Some(-40.0), Some(40.0)].map(found), [true, false, true]);
    }

    #[test]
    fn a_few_words_of_which_a_closer_look_thinks_little_are_left_alone() {
        let said = |advice: f32| {
            let mut scores = [-4.4; ANY + 1];
            scores[ANY] = -1.5;
            scores[Category::DefinitiveAdvice as usize] = advice;
            let draft = Draft {
                text: "Flu jabs start on Monday.".into(),
                surface: Surface::Reply,
                audience: Audience::Public,
                in_reply_to: Some("Worst clinic in town, nobody ever picks up the phone.".into()),
                closer_look: vec![Some(Reading {
                    scores,
                    ..Reading::default()
                })],
                ..Draft::default()
            };
            !check(&draft, &Profile::default()).findings.is_empty()
        };
        assert_eq!([-2.0, -1.0].map(said), [false, true]);
    }

    #[test]
    fn no_closer_look_is_a_passage_that_was_not_read() {
        const TEXT: &str = "Another GOMER tonight.";
        let findings = |closer_look| read(TEXT, closer_look).findings.len();
        assert_eq!(findings(vec![None, None]), findings(vec![]));
    }

    #[test]
    fn a_patients_details_are_not_called_the_authors_own() {
        let text =
            "My patient John Whitcombe, NHS number 943 476 5919, was a GOMER. His email is j.whitcombe@example.org ";
        let draft = Draft {
            text: text.into(),
            audience: Audience::Public,
            ..Draft::default()
        };
        let report = check(&draft, &Profile::default());
        let has = |category| report.findings.iter().any(|finding| finding.category == category);
        assert!(has(Category::PatientIdentifier) && !has(Category::AuthorPrivacy));
    }
}
