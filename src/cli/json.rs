//! JSON and JSON Lines, as the contract in `docs/command-line.md` has them.

use crate::input::quote;
use chaperone::mentions::{identifiability, see};
use chaperone::report::Report;
use chaperone::{Draft, Profile};
use serde_json::{Map, Value, json};
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Answers each line of `input` with one line, in order and at once. A line that is not valid gets an error and the run goes on.
pub fn lines(
    mut input: impl BufRead,
    out: &mut impl Write,
    answer: impl Fn(Value, Draft, &Profile) -> Value,
) -> anyhow::Result<ExitCode> {
    /// Some editors put it before the first line.
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let mut errors = false;
    let (mut line, mut is_first) = (Vec::new(), true);
    while input.read_until(b'\n', &mut line)? > 0 {
        let bytes = line.strip_suffix(b"\n").unwrap_or(&line);
        let bytes = bytes
            .strip_prefix(BYTE_ORDER_MARK)
            .filter(|_| is_first)
            .unwrap_or(bytes);
        let answer = match read(bytes) {
            Ok((id, draft, profile)) => answer(id, draft, &profile),
            Err((id, error)) => {
                errors = true;
                json!({ "id": id, "error": error })
            }
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
        line.clear();
        is_first = false;
    }
    Ok(ExitCode::from(u8::from(errors)))
}

/// The id, draft and profile of a line; else the id, if there was one, and what to mend.
fn read(line: &[u8]) -> Result<(Value, Draft, Profile), (Value, String)> {
    let text = whole_characters(&String::from_utf8_lossy(line));
    let mut fields: Map<String, Value> =
        serde_json::from_str(&text).map_err(|error| (Value::Null, format!("not a JSON object: {error}")))?;
    let id = fields.get("id").cloned().unwrap_or(Value::Null);
    let wrong = |error: String| (id.clone(), error);
    // `null` means the same as leaving a field out.
    fields.retain(|_, value| !value.is_null());
    if !fields.contains_key("text") {
        return Err(wrong(
            "`text` is missing; it is the only field that must be there".into(),
        ));
    }
    let profile = fields.remove("profile").map_or_else(
        || Ok(Profile::default()),
        |profile| match profile {
            Value::Object(mut known) => {
                known.retain(|_, value| !value.is_null());
                serde_json::from_value(Value::Object(known))
            }
            other => serde_json::from_value(other),
        },
    );
    let profile = profile.map_err(|error| wrong(format!("`profile`: {error}")))?;
    // The profile's fields are read by name; the rest of the line is the draft.
    let draft = serde_json::from_value(Value::Object(fields)).map_err(|error| wrong(error.to_string()))?;
    Ok((id, draft, profile))
}

/// Lone surrogates (`\ud800` with no partner) are written as U+FFFD: JSON allows them, Rust's strings do not. Both are one unit.
fn whole_characters(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let unit = |text: &str| {
            text.strip_prefix("\\u")
                .and_then(|hex| hex.get(..4))
                .and_then(|hex| u16::from_str_radix(hex, 16).ok())
        };
        let taken = match unit(rest) {
            Some(0xD800..=0xDBFF) if matches!(rest.get(6..).and_then(unit), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                out.push_str("\\ufffd");
                rest = &rest[6..];
                continue;
            }
            // A backslash and what it escapes belong together: `\\ud800` is text.
            _ => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out + rest
}

/// Checks one line's draft.
pub fn checked(id: Value, draft: &Draft, profile: &Profile) -> Value {
    report(Some(id), draft, &chaperone::check(draft, profile))
}

/// Shows what one line's draft mentions.
pub fn mentioned(id: Value, draft: &Draft, profile: &Profile) -> Value {
    mentions(Some(id), draft, profile)
}

/// A report.
pub fn report(id: Option<Value>, draft: &Draft, report: &Report) -> Value {
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|finding| {
            let mut value = json!(finding);
            value["quote"] = quote(&units, finding.span).into();
            value["guidance"] = finding
                .guidance
                .iter()
                .map(|guidance| Value::from(guidance.citation()))
                .collect();
            value
        })
        .collect();
    with_id(id, json!({ "verdict": report.verdict, "findings": findings }))
}

/// Mentions, and how many people the details of somebody in care fit.
pub fn mentions(id: Option<Value>, draft: &Draft, profile: &Profile) -> Value {
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let mentions: Vec<Value> = see(draft, profile)
        .iter()
        .map(|mention| {
            let (start, end) = (mention.span.start, mention.span.end);
            json!({ "kind": mention.kind, "role": mention.role, "named": mention.named, "start": start, "end": end, "quote": quote(&units, mention.span) })
        })
        .collect();
    let subjects: Vec<Value> = identifiability(draft, profile)
        .into_iter()
        .map(|estimate| json!({ "subject": "patient", "fits_about": estimate.fits_about, "fits_words": estimate.fits_words, "chain": estimate.chain }))
        .collect();
    with_id(id, json!({ "mentions": mentions, "identifiability": subjects }))
}

fn with_id(id: Option<Value>, mut value: Value) -> Value {
    if let Some(id) = id {
        value["id"] = id;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (Vec<Value>, ExitCode) {
        let mut out = Vec::new();
        let code = lines(input, &mut out, |id, draft, profile| checked(id, &draft, profile)).unwrap();
        (
            String::from_utf8(out)
                .unwrap()
                .lines()
                .map(|line| serde_json::from_str(line).unwrap())
                .collect(),
            code,
        )
    }

    #[test]
    fn one_answer_for_each_line_in_order() {
        let (answers, code) = answers(b"{\"id\":\"a\",\"text\":\"hello\"}\nnonsense\n{\"id\":\"c\"}\n{\"id\":4,\"text\":\"x\",\"site\":\"myspace\"}\n\xff\xfe\n");
        let errors: Vec<_> = answers.iter().map(|answer| answer["error"].is_string()).collect();
        assert_eq!(errors, [false, true, true, true, true]);
        assert_eq!((&answers[2]["id"], &answers[3]["id"]), (&json!("c"), &json!(4)));
        assert_eq!(code, ExitCode::from(1));
    }

    #[test]
    fn a_byte_order_mark_is_no_error() {
        let (answers, code) =
            answers(b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"hello\"}\r\n{\"id\":\"b\",\"text\":\"hello\"}");
        assert_eq!((answers.len(), code), (2, ExitCode::SUCCESS));
    }

    #[test]
    fn lone_surrogates_count_one_unit() {
        let (answers, code) = answers(br#"{"id":"a","text":"\ud83d My patient Gordon Petrie rang"}"#);
        assert_eq!(code, ExitCode::SUCCESS);
        assert_eq!(answers[0]["findings"][0]["start"], 2);
        assert_eq!(answers[0]["findings"][0]["quote"], "My patient Gordon Petrie");
        assert_eq!(
            whole_characters(r"\ud83d\ude00 \\ud800 \ud800"),
            r"\ud83d\ude00 \\ud800 \ufffd"
        );
    }
}
