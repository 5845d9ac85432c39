//! The command line as people and scripts see it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn chaperone(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chaperone"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    child.stdin.take().expect("piped").write_all(input).expect("reads");
    child.wait_with_output().expect("ends")
}

fn printed(arguments: &[&str], input: &str) -> String {
    String::from_utf8(chaperone(arguments, input.as_bytes()).stdout).expect("UTF-8")
}

#[test]
fn findings_for_people() {
    insta::assert_snapshot!(printed(
        &["check", "--jurisdiction", "UK"],
        "Long day 😴\nMy patient Gordon Petrie rang again. Total idiot of a patient."
    ));
}

#[test]
fn a_reply_that_confirms_a_patient() {
    insta::assert_snapshot!(printed(
        &[
            "check",
            "--surface",
            "reply",
            "--in-reply-to",
            "Waited an hour. Rude.",
            "--jurisdiction",
            "CA"
        ],
        "Your blood test was normal."
    ));
}

#[test]
fn nothing_flagged_is_no_promise() {
    insta::assert_snapshot!(printed(
        &["check"],
        "Flu jabs are in. See the NHS page for who can have one."
    ));
}

#[test]
fn one_draft_as_json() {
    insta::assert_snapshot!(printed(
        &["check", "--format", "json", "--jurisdiction", "HK"],
        "Mrs Chan on the ward"
    ));
}

#[test]
fn json_lines_in_and_out() {
    let input = "{\"id\":\"a\",\"text\":\"Stop your statin.\",\"profile\":{\"rules_off\":[\"definitive-advice\"]}}\n{\"id\":\"b\",\"text\":7}\n";
    let output = chaperone(&["check", "--format", "jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
}

#[test]
fn whom_a_draft_mentions() {
    insta::assert_snapshot!(printed(
        &["mentions"],
        "My patient Ann Lee thanked nurse Joy; her son is on 07700 900123. You know who you are, @drsmith."
    ));
}

#[test]
fn any_bytes_are_answered() {
    for input in [&b""[..], b"\xff\xfe\x00", b"\n\n", &[0xed, 0xa0, 0x80]] {
        assert_eq!(chaperone(&["check"], input).status.code(), Some(0), "{input:?}");
        assert!(
            matches!(
                chaperone(&["check", "--format", "jsonl"], input).status.code(),
                Some(0 | 1)
            ),
            "{input:?}"
        );
    }
}

#[test]
fn bad_usage_says_what_to_do() {
    for (arguments, hint) in [
        (&["explain", "no/such-rule"][..], "`chaperone rules` lists them"),
        (&["check", "--site", "myspace"], "facebook"),
        (&["check", "no-such-file"], "no-such-file"),
        (
            &["check", "--format", "jsonl", "--audience", "public"],
            "into each line",
        ),
        (&["eval", "no-such-file"], "no-such-file"),
        (&[], "Usage"),
    ] {
        let output = chaperone(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(error.contains(hint), "{arguments:?}: {error}");
    }
}
