//! What holds of every draft, whatever is typed.

use chaperone::draft::{Audience, Draft, Surface};
use chaperone::scorer::Reading;
use chaperone::{Profile, check};
use cpu_time::ThreadTime;
use proptest::prelude::*;
use std::time::Duration;

/// Text as people and machines type it: words that rules know, numbers, marks, emoji, marks that join, anything.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "my patient",
        "Gordon",
        "Petrie",
        "frequent flyer",
        "stupid",
        "take 500 mg",
        "Mr",
        ".",
        "\r\n",
        "\"",
        "#HeartSink",
        "@someone",
        "999",
        "012",
        "3408",
        "don't",
        "\u{200D}",
        "👩🏽\u{200D}⚕️",
        "e\u{301}",
        "İ",
        "a@b.co",
        "07700 900123",
        "(",
        "[",
        "İstanbul",
        "\u{FFFD}",
        "\u{202E}",
        " ",
    ]);
    prop_oneof![
        3 => prop::collection::vec(words, 0..40).prop_map(|words| words.join(" ")),
        1 => any::<String>(),
    ]
}

fn draft() -> impl Strategy<Value = Draft> {
    let audience = prop::sample::select(vec![
        Audience::Public,
        Audience::Friends,
        Audience::Message,
        Audience::Unknown,
    ]);
    let surface = prop::sample::select(vec![Surface::Post, Surface::Reply, Surface::Message]);
    // As many as there are passages, or fewer, or more.
    let scores = prop::array::uniform19(prop_oneof![9 => -9.0_f32..9.0, 1 => any::<f32>()]);
    let number = prop_oneof![9 => 0..30_u32, 1 => any::<u32>()];
    let runs = prop::collection::vec(prop::array::uniform3(number.clone()), 0..9);
    let log_odds = prop_oneof![9 => -9.0_f32..9.0, 1 => any::<f32>()];
    let names = prop::collection::vec((number.clone(), number, log_odds), 0..9);
    let reading = (scores, runs, names).prop_map(|(scores, runs, names)| Reading { scores, runs, names });
    let readings = prop::collection::vec(prop::option::of(reading), 0..3);
    let fields = (text(), audience, surface, prop::option::of(text()), readings);
    fields.prop_map(|(text, audience, surface, in_reply_to, closer_look)| Draft {
        text,
        audience,
        surface,
        in_reply_to,
        closer_look,
        ..Draft::default()
    })
}

proptest! {
    #[test]
    fn findings_stand_on_whole_characters_of_the_text(draft in draft()) {
        let report = check(&draft, &Profile::default());
        let mut boundaries = vec![0];
        draft.text.chars().for_each(|c| boundaries.push(boundaries[boundaries.len() - 1] + c.len_utf16() as u32));
        for finding in &report.findings {
            prop_assert!(finding.span.start < finding.span.end);
            for span in [Some(finding.span)].into_iter().chain(finding.fixes.iter().map(|fix| fix.span)).flatten() {
                prop_assert!(boundaries.contains(&span.start) && boundaries.contains(&span.end), "{:?}", finding);
            }
        }
        prop_assert!(report.findings.is_sorted_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.span.start)));
    }

    #[test]
    fn what_was_checked_before_changes_nothing(drafts in prop::collection::vec(draft(), 1..6)) {
        let profile = Profile::default();
        let reports: Vec<_> = drafts.iter().map(|draft| check(draft, &profile)).collect();
        for (draft, report) in drafts.iter().zip(&reports).rev() {
            prop_assert_eq!(&check(draft, &profile), report);
        }
    }

    #[test]
    fn what_is_switched_off_stays_silent(draft in draft()) {
        let profile = Profile { rules_off: vec!["patient-identifier".into(), "derogatory-remark/insult".into()], ..Profile::default() };
        let report = check(&draft, &profile);
        prop_assert!(report.findings.iter().all(|finding| !finding.rule.starts_with("patient-identifier/") && finding.rule != "derogatory-remark/insult"));
    }
}

/// Four times the text may take four times as long, with room for cold caches; the square of that would be sixteen. Time is this
/// thread's own, so that a busy machine is no excuse.
#[test]
fn the_time_of_a_check_grows_with_the_length_and_no_faster() {
    for unit in [
        "my patient ",
        "\"",
        "a",
        "999 ",
        "#aaaaaaaa",
        "@a",
        "!",
        "stop taking your ",
        "Mr. A ",
        "old nurse ",
        "f.f.",
        "\u{301}",
        "👩\u{200D}",
    ] {
        let times = [5_000, 20_000].map(|length| {
            let draft = Draft {
                text: unit.repeat(length / unit.len()),
                ..Draft::default()
            };
            fastest_of_three(|| drop(check(&draft, &Profile::default())))
        });
        let floor = Duration::from_millis(2);
        assert!(times[1] < (times[0].max(floor)) * 10, "{unit:?}: {times:?}");
    }
}

fn fastest_of_three(mut work: impl FnMut()) -> Duration {
    let mut once = || {
        let start = ThreadTime::now();
        work();
        start.elapsed()
    };
    once().min(once()).min(once())
}
