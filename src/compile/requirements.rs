//! Reading `data/requirements.toml`.

use crate::{Problem, read_text};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Requirement {
    name: String,
    #[serde(default)]
    surface: Option<Surface>,
    /// The reason why nothing covers it.
    #[serde(default)]
    not_built: Option<String>,
}

/// What covers a requirement where no rule can.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Surface {
    Gate,
    Attachment,
    Request,
    Chip,
    Checklist,
}

/// All requirements by their number.
pub(crate) fn read(file: &Path) -> Result<BTreeMap<u8, Requirement>, Problem> {
    let found: BTreeMap<String, Requirement> =
        toml::from_str(&read_text(file)?).map_err(|error| Problem::new(file, error))?;
    found
        .into_iter()
        .map(|(key, requirement)| {
            let wrong = |what: &str| Problem::new(file, format!("[{key}]: {what}"));
            let number = key
                .strip_prefix('S')
                .and_then(|number| number.parse().ok())
                .filter(|number| (1..=94).contains(number))
                .ok_or_else(|| wrong("requirements are S1 to S94"))?;
            if requirement.name.trim().is_empty() {
                return Err(wrong("`name` is empty; say the requirement in a few words"));
            }
            if requirement.surface.is_some() && requirement.not_built.is_some() {
                return Err(wrong("it is either covered by a surface or not built; keep one"));
            }
            Ok((number, requirement))
        })
        .collect()
}

/// The table as source.
pub(crate) fn emit(requirements: &BTreeMap<u8, Requirement>) -> String {
    let mut out = String::from("static REQUIREMENTS: &[Requirement] = &[\n");
    for (number, requirement) in requirements {
        let surface = requirement.surface.map(|surface| format!("{surface:?}").to_lowercase());
        let _ = writeln!(
            out,
            "Requirement {{ number: {number}, name: {:?}, surface: {surface:?}, not_built: {:?} }},",
            requirement.name, requirement.not_built
        );
    }
    out.push_str("];\n");
    out
}
