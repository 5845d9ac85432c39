//! Reading `data/population/*.toml`: how many people fit a detail. The words of each figure become a word class of their own, so
//! that one look at a token finds them.

use crate::lexicon::{self, Lexicons};
use crate::{Problem, files, read_text, stem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// What everybody's estimate begins with, by name.
const STARTS: &[&str] = &[
    "base",
    "list",
    "ward",
    "small_place",
    "unlisted_condition",
    "unlisted_occupation",
    "day",
    "week",
    "month",
    "sex",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FiguresToml {
    kind: String,
    blurred: String,
    figure: Vec<FigureToml>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureToml {
    /// One person in so many fits.
    one_in: Option<f64>,
    /// So many people belong to it.
    people: Option<f64>,
    words: Vec<String>,
    source: String,
    year: u16,
    url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AgesToml {
    source: String,
    year: u16,
    url: String,
    band: Vec<Band>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Band {
    from: u16,
    to: u16,
    share: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    one_in: Option<f64>,
    people: Option<f64>,
    detail: String,
    source: String,
    year: u16,
    url: String,
}

/// Reads all figures, adds their words to the lexicons, and returns the tables as Rust source for `src/jigsaw/population.rs`.
pub(crate) fn read(folder: &Path, lexicons: &mut Lexicons) -> Result<String, Problem> {
    let mut out = String::from(
        "/// All figures; a figure's place is its word class's place among those of figures.\npub(super) static FIGURES: &[Figure] = &[\n",
    );
    let mut number = 0;
    for file in files(folder, "toml")? {
        if matches!(stem(&file).as_str(), "ages" | "care") {
            continue;
        }
        let toml: FiguresToml = toml::from_str(&read_text(&file)?).map_err(|error| Problem::new(&file, error))?;
        for figure in &toml.figure {
            check_source(&file, &figure.source, figure.year, &figure.url)?;
            let wrong = |what: &str| Problem::new(&file, format!("the figure of `{}` {what}", figure.words.join(", ")));
            let factor = match (figure.one_in, figure.people) {
                (Some(one_in), None) if one_in >= 1.0 => 1.0 / one_in,
                (None, Some(people)) if people >= 1.0 => people,
                _ => return Err(wrong("needs either `one_in` or `people`, of at least 1")),
            };
            for words in &figure.words {
                let words = lexicon::words(words);
                if words.is_empty() {
                    return Err(wrong("has an empty word"));
                }
                lexicons
                    .classes
                    .entry(format!("figure-{number:03}"))
                    .or_default()
                    .insert(words);
            }
            number += 1;
            let _ = writeln!(
                out,
                "Figure {{ kind: Kind::{}, factor: {factor:?}, blurred: {:?}, source: {:?} }},",
                variant(&toml.kind),
                toml.blurred,
                format!("{} ({})", figure.source, figure.year)
            );
        }
    }
    out.push_str("];\n");
    out.push_str(&ages(&folder.join("ages.toml"))?);
    out.push_str(&starts(&folder.join("care.toml"))?);
    Ok(out)
}

fn ages(file: &Path) -> Result<String, Problem> {
    let toml: AgesToml = toml::from_str(&read_text(file)?).map_err(|error| Problem::new(file, error))?;
    check_source(file, &toml.source, toml.year, &toml.url)?;
    let whole: f64 = toml.band.iter().map(|band| band.share).sum();
    if (whole - 1.0).abs() > 0.02 {
        return Err(Problem::new(
            file,
            format!("the shares of all bands make {whole}; they should make 1"),
        ));
    }
    let mut out = String::from(
        "/// From which age to which, and the share of all people in it.\npub(super) static AGES: &[(u16, u16, f64)] = &[",
    );
    for band in &toml.band {
        let _ = write!(out, "({}, {}, {:?}), ", band.from, band.to, band.share);
    }
    let _ = writeln!(
        out,
        "];\npub(super) static AGES_SOURCE: &str = {:?};",
        format!("{} ({})", toml.source, toml.year)
    );
    Ok(out)
}

fn starts(file: &Path) -> Result<String, Problem> {
    let toml: BTreeMap<String, Start> = toml::from_str(&read_text(file)?).map_err(|error| Problem::new(file, error))?;
    let mut out = String::new();
    for name in STARTS {
        let start = toml
            .get(*name)
            .ok_or_else(|| Problem::new(file, format!("`[{name}]` is missing")))?;
        check_source(file, &start.source, start.year, &start.url)?;
        let factor = start.people.or_else(|| start.one_in.map(|one_in| 1.0 / one_in));
        let factor = factor.ok_or_else(|| Problem::new(file, format!("`[{name}]` needs `one_in` or `people`")))?;
        let _ = writeln!(
            out,
            "pub(super) static {}: Start = Start {{ factor: {factor:?}, detail: {:?}, source: {:?} }};",
            name.to_uppercase(),
            start.detail,
            format!("{} ({})", start.source, start.year)
        );
    }
    Ok(out)
}

fn check_source(file: &Path, source: &str, year: u16, url: &str) -> Result<(), Problem> {
    if source.is_empty() || year < 1900 || !url.starts_with("https://") {
        return Err(Problem::new(
            file,
            format!("`{source}`: every figure names its source, year and https address"),
        ));
    }
    Ok(())
}

/// `occupation` → `Occupation`.
fn variant(kind: &str) -> String {
    let mut chars = kind.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
