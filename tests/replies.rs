//! Ready replies: enough to choose from, the fitting one first, and none that would itself have to be looked at again.

use chaperone::draft::{Audience, Surface};
use chaperone::report::{Finding, Fix};
use chaperone::{Draft, Profile, check, rules};

const CRITICISM: &str = "Terrible surgery, the doctor ignored me for weeks. Never again.";
const QUESTION: &str = "Doctor, is this rash normal? Should I stop my tablets?";
const DEFENCE: &str = "You attended on Tuesday and left before the nurse called.";

/// How patients can be told to reach a practice.
const CONTACTS: &[Option<&str>] = &[
    None,
    Some("Riverside Practice"),
    Some("the practice manager on 020 7946 0000"),
    Some("hello@riverside.example"),
];

fn answer(text: &str, answered: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        surface: Surface::Reply,
        audience: Audience::Public,
        in_reply_to: Some(answered.to_owned()),
        ..Draft::default()
    }
}

fn message(text: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        surface: Surface::Message,
        audience: Audience::Message,
        ..Draft::default()
    }
}

fn replies(draft: &Draft) -> Vec<Fix> {
    let findings = check(draft, &Profile::default()).findings;
    let of = |finding: Finding| finding.fixes.into_iter().filter(|fix| fix.reply);
    let mut replies: Vec<Fix> = findings.into_iter().flat_map(of).collect();
    replies.dedup_by(|one, other| one.replacement == other.replacement);
    replies
}

fn titles(draft: &Draft) -> Vec<String> {
    replies(draft).into_iter().map(|reply| reply.title).collect()
}

#[test]
fn an_answer_to_criticism_has_three_to_choose_from_the_complaints_procedure_first() {
    assert_eq!(
        titles(&answer(DEFENCE, CRITICISM)),
        [
            "Point to the complaints procedure",
            "Thank them and offer to talk",
            "Point a question about care to the clinic"
        ]
    );
}

#[test]
fn an_answer_to_a_question_points_to_the_clinic_first() {
    assert_eq!(
        titles(&answer(DEFENCE, QUESTION))[0],
        "Point a question about care to the clinic"
    );
}

#[test]
fn a_message_is_pointed_to_the_proper_channel() {
    assert_eq!(
        titles(&message("As your doctor I would rest for a week.")),
        ["Point to the proper channel"]
    );
}

#[test]
fn a_post_that_answers_nobody_has_none() {
    let post = Draft {
        text: "I will find you and you will regret it.".to_owned(),
        ..Draft::default()
    };
    assert!(!check(&post, &Profile::default()).findings.is_empty());
    assert_eq!(titles(&post), [""; 0]);
}

#[test]
fn a_reply_stands_for_the_whole_draft() {
    let draft = answer(&format!("With respect. {DEFENCE} So there."), CRITICISM);
    for finding in check(&draft, &Profile::default()).findings {
        for reply in finding.fixes.iter().filter(|fix| fix.reply) {
            let span = reply.span.unwrap_or(finding.span);
            assert_eq!(
                (span.start, span.end as usize),
                (0, draft.text.len()),
                "{}",
                reply.title
            );
        }
    }
}

#[test]
fn no_reply_is_itself_worth_a_second_look() {
    for contact in CONTACTS {
        let profile = Profile {
            contact_line: contact.map(str::to_owned),
            ..Profile::default()
        };
        let known = rules::all().iter().flat_map(|rule| rule.in_general(&profile).fixes);
        let texts: Vec<String> = known.map(|reply| reply.replacement).collect();
        assert!(!texts.is_empty());
        for text in &texts {
            assert!(!text.contains('{'), "{text}");
            for draft in [answer(text, CRITICISM), answer(text, QUESTION), message(text)] {
                let rules: Vec<_> = check(&draft, &profile)
                    .findings
                    .iter()
                    .map(|finding| finding.rule)
                    .collect();
                assert_eq!(rules, [""; 0], "{:?}: {text}", draft.surface);
            }
        }
    }
}
