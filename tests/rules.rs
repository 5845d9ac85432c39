//! Every rule's own cases, and what every rule must have. `RULE=category/rule` runs one rule only.

use chaperone::draft::{Audience, Draft, Jurisdiction, Site, Surface};
use chaperone::guidance::Guidance;
use chaperone::{Judges, Profile, Span, check_by};
use serde::Deserialize;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The fewest cases of each sort that a rule must have.
const FEWEST_CASES: usize = 8;

/// A found span passes when it shares at least this part of what it and the marked span cover together.
const LEAST_OVERLAP: f64 = 0.5;

#[derive(Deserialize)]
struct Rule {
    message: String,
    why: String,
    severity: String,
    guidance: Vec<String>,
    #[serde(default)]
    fixes: Vec<Fix>,
    /// Found by the learned scorer, whose cases are the corpus.
    #[serde(default)]
    scored: bool,
    #[serde(default)]
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Fix {
    title: String,
    replacement: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    quiet: bool,
    severity: Option<String>,
    site: Option<Site>,
    surface: Option<Surface>,
    audience: Option<Audience>,
    jurisdiction: Option<Jurisdiction>,
    in_reply_to: Option<String>,
    profile: Option<Profile>,
}

#[test]
fn every_rule_finds_its_risky_cases_and_leaves_its_quiet_ones() {
    let mut failures = String::new();
    for (id, rule) in rules() {
        for case in &rule.case {
            if let Err(what) = run(&id, case) {
                let _ = writeln!(failures, "{id}\n  post:     {}\n  {what}\n", case.text);
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_rule_has_enough_cases_of_both_sorts() {
    let mut failures = String::new();
    for (id, rule) in rules().into_iter().filter(|(_, rule)| !rule.scored) {
        let quiet = rule.case.iter().filter(|case| case.quiet).count();
        let risky = rule.case.len() - quiet;
        if risky < FEWEST_CASES || quiet < FEWEST_CASES {
            let _ = writeln!(
                failures,
                "{id}: {risky} risky and {quiet} quiet cases; at least {FEWEST_CASES} of each"
            );
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_rule_file_is_registered() {
    let mut on_disk: Vec<String> = rules().into_iter().map(|(id, _)| id).collect();
    on_disk.sort();
    let known: Vec<_> = chaperone::rules::all()
        .iter()
        .map(|rule| rule.id.to_owned())
        .filter(|id| wanted(id))
        .collect();
    assert_eq!(on_disk, known);
}

#[test]
fn every_rule_says_what_its_file_says() {
    for (id, file) in rules() {
        let all = chaperone::rules::all();
        let rule = all.iter().find(|rule| rule.id == id).expect("registered");
        assert_eq!(rule.message, file.message, "{id}");
        assert_eq!(rule.why, file.why, "{id}");
        assert_eq!(format!("{:?}", rule.severity).to_lowercase(), file.severity, "{id}");
        assert_eq!(rule.category.id(), id.split('/').next().expect("never empty"), "{id}");
        let fixes = file.fixes.iter();
        let fixes: Vec<_> = fixes
            .map(|fix| (fix.title.as_str(), fix.replacement.as_str()))
            .collect();
        assert_eq!(rule.fixes().collect::<Vec<_>>(), fixes, "{id}");
        let mut cited: Vec<_> = file.guidance.iter().map(|key| guidance(key)).collect();
        let mut read: Vec<_> = rule.guidance(None).iter().map(citation).collect();
        cited.sort();
        read.sort();
        assert_eq!(read, cited, "{id}");
    }
}

/// An entry of `data/guidance`, as far as the card shows it.
fn guidance(key: &str) -> String {
    let text = |value: Option<&toml::Value>| match value {
        Some(toml::Value::String(text)) => text.clone(),
        other => other.map(ToString::to_string).unwrap_or_default(),
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/guidance");
    let entry = entries(&folder)
        .into_iter()
        .map(|file| {
            fs::read_to_string(file)
                .expect("readable")
                .parse::<toml::Table>()
                .expect("TOML")
        })
        .find_map(|table| table.get(key).cloned())
        .unwrap_or_else(|| panic!("no guidance has the key `{key}`"));
    ["body", "title", "year", "paragraph", "url", "jurisdiction"]
        .map(|field| text(entry.get(field)))
        .join(" | ")
}

fn citation(read: &Guidance) -> String {
    [
        read.body.to_owned(),
        read.title.to_owned(),
        read.year.map(|year| year.to_string()).unwrap_or_default(),
        read.paragraph.unwrap_or_default().to_owned(),
        read.url.unwrap_or_default().to_owned(),
        read.jurisdiction
            .map(|country| format!("{country:?}"))
            .unwrap_or_default(),
    ]
    .join(" | ")
}

/// The rules as they stand on disk, with their cases.
fn rules() -> Vec<(String, Rule)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    let categories = entries(&folder).into_iter().filter(|path| path.is_dir());
    let files = categories
        .flat_map(|category| entries(&category))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files
        .map(|file| {
            let id = file
                .strip_prefix(&folder)
                .expect("below it")
                .with_extension("")
                .to_string_lossy()
                .replace('\\', "/");
            let rule = toml::from_str(&fs::read_to_string(&file).expect("readable"))
                .unwrap_or_else(|error| panic!("{id}: {error}"));
            (id, rule)
        })
        .filter(|(id, _)| wanted(id))
        .collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .expect("readable")
        .map(|entry| entry.expect("readable").path())
        .collect()
}

fn wanted(id: &str) -> bool {
    env::var("RULE").map_or(true, |rule| rule == id)
}

fn run(id: &str, case: &Case) -> Result<(), String> {
    let (text, marked) = unmarked(&case.text)?;
    if case.quiet != marked.is_empty() {
        return Err(
            "a risky case marks what to underline in [[ ]]; a quiet one marks nothing and says quiet = true".into(),
        );
    }
    let default_surface = if case.in_reply_to.is_some() {
        Surface::Reply
    } else {
        Surface::Post
    };
    let draft = Draft {
        text: text.clone(),
        site: case.site.unwrap_or(Site::X),
        surface: case.surface.unwrap_or(default_surface),
        audience: case.audience.unwrap_or(Audience::Public),
        in_reply_to: case.in_reply_to.clone(),
        jurisdiction: case.jurisdiction,
        ..Draft::default()
    };
    let report = check_by(Judges::Rules, &draft, &case.profile.clone().unwrap_or_default());
    let found: Vec<_> = report.findings.iter().filter(|finding| finding.rule == id).collect();
    let quotes: Vec<String> = report
        .findings
        .iter()
        .map(|finding| {
            format!(
                "{:?} by {} ({:?})",
                quote(&text, finding.span),
                finding.rule,
                finding.severity
            )
        })
        .collect();
    let saw = if quotes.is_empty() {
        "nothing".to_owned()
    } else {
        quotes.join(", ")
    };
    for span in &marked {
        if !found
            .iter()
            .any(|finding| overlap(finding.span, *span) >= LEAST_OVERLAP)
        {
            return Err(format!("expected: {:?}\n  found:    {saw}", quote(&text, *span)));
        }
    }
    if let Some(finding) = found
        .iter()
        .find(|finding| !marked.iter().any(|span| span.overlaps(finding.span)))
    {
        let expected = if marked.is_empty() {
            "expected: quiet"
        } else {
            "expected: nothing else"
        };
        return Err(format!(
            "{expected}\n  found:    {:?} too, of {saw}",
            quote(&text, finding.span)
        ));
    }
    match &case.severity {
        Some(expected)
            if found
                .iter()
                .any(|finding| format!("{:?}", finding.severity).to_lowercase() != *expected) =>
        {
            Err(format!("expected: severity {expected}\n  found:    {saw}"))
        }
        _ => Ok(()),
    }
}

/// The text without its double brackets, and where they were.
fn unmarked(text: &str) -> Result<(String, Vec<Span>), String> {
    let mut plain = String::new();
    let mut spans = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find("[[") {
        plain.push_str(&rest[..open]);
        let close = rest[open..].find("]]").ok_or("a [[ is not closed")? + open;
        let start = units(&plain);
        plain.push_str(&rest[open + 2..close]);
        spans.push(Span {
            start,
            end: units(&plain),
        });
        rest = &rest[close + 2..];
    }
    plain.push_str(rest);
    Ok((plain, spans))
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).expect("cases are short")
}

fn overlap(a: Span, b: Span) -> f64 {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let covered = a.end.max(b.end) - a.start.min(b.start);
    f64::from(shared) / f64::from(covered.max(1))
}

fn quote(text: &str, span: Span) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16_lossy(&units[span.start as usize..span.end as usize])
}
