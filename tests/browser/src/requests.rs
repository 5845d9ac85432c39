//! The pages on which requests to connect are accepted and sent, read from `tests/pages/requests.json`.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::surfaces::{Surface, pages_folder};

/// One such page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requests {
    /// Its name in test reports.
    pub id: String,
    /// `facebook`, `x` or `linkedin`.
    pub site: String,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub url: String,
    /// Its module in `tests/pages`, without its ending.
    pub page: String,
    /// The control that accepts the first request.
    pub accept: String,
    /// A control that sends one.
    pub send: String,
    /// A control that looks alike and does neither.
    pub neither: String,
}

impl Requests {
    /// The page as a surface without a composer.
    #[must_use]
    pub fn surface(&self) -> Surface {
        Surface {
            id: self.id.clone(),
            site: self.site.clone(),
            surface: "request".to_owned(),
            editor: "–".to_owned(),
            title: self.title.clone(),
            url: self.url.clone(),
            page: self.page.clone(),
            open: Vec::new(),
            frame: None,
            composer: Vec::new(),
            second_box: None,
            last_box: None,
            submit: Vec::new(),
            submit_keys: Vec::new(),
            newline: None,
            audience: "unknown".to_owned(),
        }
    }
}

/// Reads the table.
///
/// # Errors
/// When `requests.json` cannot be read or has a field it should not have.
pub fn all() -> Result<Vec<Requests>> {
    #[derive(Deserialize)]
    struct Table {
        requests: Vec<Requests>,
    }
    let path = pages_folder().join("requests.json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let table: Table = serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    Ok(table.requests)
}
