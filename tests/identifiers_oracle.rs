//! Check digits against an independent implementation: python-stdnum, run as a tool.
//!
//! `CHAPERONE_PYTHON` names the interpreter (`python3` when unset). Without Python or the package the test says so and
//! passes: it is an extra witness, and the unit tables stand without it.

use std::process::Command;

use chaperone::identifiers::{Confidence, find};

const NOT_INSTALLED: i32 = 3;

#[test]
fn the_oracle_and_the_finders_agree_on_every_number() {
    let python = std::env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/identifiers.py");
    let output = match Command::new(&python).arg(script).output() {
        Ok(output) => output,
        Err(error) => {
            eprintln!("skipped: {python} does not run ({error}); name an interpreter in CHAPERONE_PYTHON");
            return;
        }
    };
    if output.status.code() == Some(NOT_INSTALLED) {
        eprintln!("skipped: {}", String::from_utf8_lossy(&output.stderr).trim());
        return;
    }
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let lines = String::from_utf8(output.stdout).expect("the oracle writes UTF-8");
    let mut judged = 0;
    let disagreements: Vec<String> = lines
        .lines()
        .filter_map(|line| {
            judged += 1;
            let [kind, verdict, text] = line.splitn(3, '\t').collect::<Vec<_>>()[..] else {
                return Some(format!("not three columns: {line}"));
            };
            let found = find(text);
            let ours = found
                .iter()
                .any(|found| found.kind.name() == kind && found.confidence == Confidence::Strong);
            (ours != (verdict == "valid")).then(|| format!("{text}: the oracle says {verdict}, found {found:?}"))
        })
        .collect();
    assert!(judged >= 1_000, "only {judged} numbers were judged");
    assert!(
        disagreements.is_empty(),
        "{} of {judged} disagree:\n{}",
        disagreements.len(),
        disagreements.join("\n")
    );
}
