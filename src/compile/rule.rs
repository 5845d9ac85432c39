//! Reading `src/rules/<category>/<rule>.toml`.

use crate::category::Category;
use crate::guidance::{Entry, Status};
use crate::reply::Reply;
use crate::{Problem, facts, files, is_id, read_text, stem};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The longest message a card shows.
const LONGEST_MESSAGE: usize = 160;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RuleToml {
    pub(crate) title: String,
    pub(crate) finds: String,
    pub(crate) why: String,
    pub(crate) limits: String,
    pub(crate) example: String,
    pub(crate) stems_from: Vec<String>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) guidance: Vec<String>,
    /// The learned scorer finds for it; it has no pattern of its own.
    #[serde(default)]
    pub(crate) scored: bool,
    #[serde(default)]
    pub(crate) fixes: Vec<Fix>,
    /// Ready replies, offered after the fixes.
    #[serde(default)]
    pub(crate) replies: Vec<String>,
    #[serde(default)]
    pub(crate) pattern: Vec<PatternToml>,
    /// Read by the tests, not by the build.
    #[serde(default, rename = "case")]
    _cases: Vec<toml::Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PatternToml {
    #[serde(rename = "match")]
    pub(crate) matches: Vec<String>,
    pub(crate) severity: Option<Severity>,
    #[serde(default)]
    pub(crate) needs: Vec<String>,
    #[serde(default)]
    pub(crate) unless: Vec<String>,
    pub(crate) fixes: Option<Vec<Fix>>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    Note,
    Warn,
    Stop,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fix {
    pub(crate) title: String,
    pub(crate) replacement: String,
    #[serde(default)]
    pub(crate) over: Over,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Over {
    #[default]
    Match,
    Clause,
    Sentence,
    Draft,
}

pub(crate) struct Rule {
    pub(crate) file: PathBuf,
    pub(crate) category: Category,
    pub(crate) id: String,
    /// The file beside it with logic.
    pub(crate) logic: Option<PathBuf>,
    pub(crate) toml: RuleToml,
}

/// Reads all rules below `folder`, sorted by id.
pub(crate) fn read(
    folder: &Path,
    guidance: &BTreeMap<String, Entry>,
    replies: &BTreeMap<String, Reply>,
) -> Result<Vec<Rule>, Problem> {
    let mut rules = Vec::new();
    for file in files(folder, "toml")? {
        let parent = file.parent().map(stem).unwrap_or_default();
        let category = Category::ALL
            .iter()
            .copied()
            .find(|category| category.id() == parent)
            .ok_or_else(|| {
                let known: Vec<_> = Category::ALL.iter().map(|category| category.id()).collect();
                Problem::new(
                    &file,
                    format!("its folder must be a category, one of: {}", known.join(", ")),
                )
            })?;
        if !is_id(&stem(&file)) {
            return Err(Problem::new(
                &file,
                "a rule's file name is its id: use small letters, digits and dashes",
            ));
        }
        let toml: RuleToml = toml::from_str(&read_text(&file)?).map_err(|error| Problem::new(&file, error))?;
        let logic = Some(file.with_extension("rs")).filter(|path| path.exists());
        let rule = Rule {
            id: format!("{parent}/{}", stem(&file)),
            category,
            logic,
            toml,
            file,
        };
        check(&rule, guidance, replies).map_err(|what| Problem::new(&rule.file, what))?;
        rules.push(rule);
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rules)
}

fn check(rule: &Rule, guidance: &BTreeMap<String, Entry>, replies: &BTreeMap<String, Reply>) -> Result<(), String> {
    let toml = &rule.toml;
    let texts = [
        ("title", &toml.title),
        ("finds", &toml.finds),
        ("why", &toml.why),
        ("limits", &toml.limits),
        ("example", &toml.example),
        ("message", &toml.message),
    ];
    for (name, text) in texts {
        if text.trim().is_empty() {
            return Err(format!("`{name}` is empty; write it, readers see it"));
        }
    }
    let length = toml.message.chars().count();
    if length > LONGEST_MESSAGE {
        return Err(format!(
            "`message` has {length} characters; {LONGEST_MESSAGE} fit on the card"
        ));
    }
    if let Some(stem) = toml.stems_from.iter().find(|stem| !is_requirement(stem)) {
        return Err(format!("`stems_from` has `{stem}`; requirements are S1 to S94"));
    }
    for key in &toml.guidance {
        if !guidance.contains_key(key) {
            return Err(format!(
                "`guidance` names `{key}`, which no file in data/guidance has; add it there or mend the key"
            ));
        }
    }
    if !toml.guidance.iter().any(|key| guidance[key].status == Status::Current) {
        return Err("`guidance` needs at least one entry whose status is current".into());
    }
    if let Some(name) = toml.replies.iter().find(|name| !replies.contains_key(*name)) {
        return Err(format!(
            "`replies` names `{name}`, which data/replies.toml has not; add it there or mend the name"
        ));
    }
    if toml.pattern.is_empty() && rule.logic.is_none() && !toml.scored {
        return Err("it has neither a [[pattern]] nor a .rs file beside it, so it can find nothing".into());
    }
    for pattern in &toml.pattern {
        if pattern.matches.is_empty() {
            return Err("a [[pattern]] has an empty `match`".into());
        }
        for fact in pattern.needs.iter().chain(&pattern.unless) {
            fact_numbers(fact)?;
        }
    }
    Ok(())
}

fn is_requirement(stem: &str) -> bool {
    stem.strip_prefix('S')
        .and_then(|number| number.parse().ok())
        .is_some_and(|number: u8| (1..=94).contains(&number))
}

/// The numbers of the facts that `a|b` names.
pub(crate) fn fact_numbers(names: &str) -> Result<Vec<usize>, String> {
    let number = |name: &str| facts::FACT_IDS.iter().position(|known| *known == name.trim());
    names
        .split('|')
        .map(|name| {
            number(name).ok_or_else(|| format!("there is no fact `{name}`; there are: {}", facts::FACT_IDS.join(", ")))
        })
        .collect()
}
