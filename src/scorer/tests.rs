//! What is said of a text, with and without a closer look.

use super::{ANY, Reading};
use crate::draft::{Audience, Surface};
use crate::report::{Finding, Severity, Verdict};
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
    const TEXT: &str =
        "Theatre ran late again. You will find her by the sweet old smell of gin, as always. The tea was good though.";
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
    let reading = Reading {
        runs: vec![[Category::PatientIdentifier as u32, 0, TEXT.len() as u32]],
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
    assert_eq!(
        found(&[]),
        ["patient-identifier/contact", "patient-identifier/reads-as"]
    );
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
fn details_beside_a_likelier_reason_are_noted_and_slurs_are_not() {
    const TEXT: &str =
        "Another GOMER, a 47-year-old bus driver from Haverfordwest, came in this morning after his scan.";
    let severity = |rule: &str, likeliest: Category, rules_off: &[&str]| {
        let draft = Draft {
            text: TEXT.into(),
            audience: Audience::Public,
            closer_look: vec![Some(seen(Some(likeliest)))],
            ..Draft::default()
        };
        let profile = Profile {
            rules_off: rules_off.iter().map(ToString::to_string).collect(),
            ..Profile::default()
        };
        let findings = check(&draft, &profile).findings.into_iter();
        let by_rule = findings.filter(|finding| finding.rule == rule);
        by_rule.map(|finding| finding.severity).next()
    };
    let (details, slang) = ("jigsaw-identification/details", "derogatory-remark/clinical-slang");
    let [remark, jigsaw] = [Category::DerogatoryRemark, Category::JigsawIdentification];
    assert_eq!(severity(details, remark, &[]), Some(Severity::Note));
    assert_eq!(severity(slang, jigsaw, &[]), Some(Severity::Stop));
    assert!(severity(details, jigsaw, &[]) > Some(Severity::Note));
    // Where the likelier reason is not to be heard, details are all there is to say.
    let unheard = [slang, "derogatory-remark/reads-as"];
    assert!(severity(details, remark, &unheard) > Some(Severity::Note));
}

#[test]
fn what_a_rule_leaves_of_a_run_is_underlined_if_it_is_a_clause() {
    let underlined = |text: &str| {
        let reading = Reading {
            runs: vec![[Category::DerogatoryRemark as u32, 0, text.len() as u32]],
            ..seen(Some(Category::DerogatoryRemark))
        };
        let findings = read(text, vec![Some(reading)]).findings.into_iter();
        let words = findings.map(|Finding { span, .. }| text[span.start as usize..span.end as usize].to_owned());
        words.collect::<Vec<_>>()
    };
    assert_eq!(
        underlined("Another GOMER in bay two, and he rings that bell for the sheer joy of it."),
        ["GOMER", "and he rings that bell for the sheer joy of it"]
    );
    assert_eq!(underlined("Another GOMER, as ever."), ["GOMER"]);
    assert_eq!(
        underlined("Another GOMER of a self-made drunk who never listens."),
        ["GOMER"]
    );
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
    let text = "My patient John Whitcombe, NHS number 943 476 5919, was a GOMER. His email is j.whitcombe@example.org ";
    let draft = Draft {
        text: text.into(),
        audience: Audience::Public,
        ..Draft::default()
    };
    let report = check(&draft, &Profile::default());
    let has = |category| report.findings.iter().any(|finding| finding.category == category);
    assert!(has(Category::PatientIdentifier) && !has(Category::AuthorPrivacy));
}
