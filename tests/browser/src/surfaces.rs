//! The table of composers, read from `tests/pages/surfaces.json`, which the pages' own index uses too.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

/// A draft that is clear while it is typed and not when it is read: `chaperone check`, with and without `--while-typing`.
pub const READ: &str =
    "She comes in every Friday with the same tummy and leaves with the same leaflet like a library book";

/// The words of it that are underlined, whatever stands beside them.
pub const SEEN: &str = "the same leaflet like a library book";

/// Selectors from the document inwards: all but the last name hosts of open shadow roots.
pub type SelectorPath = Vec<String>;

/// One composer on one local page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surface {
    /// Its name in test reports: `facebook-post-two-step`.
    pub id: String,
    /// `facebook`, `x`, `linkedin`, or the name of a site that its user has to allow.
    pub site: String,
    /// `post`, `comment`, `reply`, `message` or `group-post`.
    pub surface: String,
    /// The editor's name, for people: `Lexical`, `Draft.js`, `Quill 1` …
    pub editor: String,
    /// What the index page calls it.
    pub title: String,
    /// Where it is. Variants (`lang`, `audience`, `submit`, `policy` …) are added to its query.
    pub url: String,
    /// The page's module in `tests/pages`, without its ending.
    pub page: String,
    /// What is clicked, in order, until the composer is there.
    #[serde(default)]
    pub open: Vec<SelectorPath>,
    /// The frame the composer lies in, when it does.
    pub frame: Option<Frame>,
    /// The editable element.
    pub composer: SelectorPath,
    /// The second box of a thread.
    pub second_box: Option<SelectorPath>,
    /// The box that stands beside the last control, where what is written elsewhere goes out with another text.
    pub last_box: Option<SelectorPath>,
    /// What is clicked, in order, to submit; the last click is the one that posts.
    pub submit: Vec<SelectorPath>,
    /// Keys that submit, each as `Enter` or `Control+Enter`.
    pub submit_keys: Vec<String>,
    /// The key that breaks the line, where there can be more than one.
    pub newline: Option<String>,
    /// The audience that can be read off the page as the table opens it.
    pub audience: String,
}

/// A frame of the page with a composer in it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The frame's element.
    pub element: String,
    /// The module of the page inside.
    pub page: String,
    /// The path of the page inside, on the same host.
    pub path: String,
    /// What is clicked inside, in order, until the composer is there.
    #[serde(default)]
    pub open: Vec<SelectorPath>,
}

impl Surface {
    /// The address with `variants` (name and value) put into its query.
    #[must_use]
    pub fn url_with(&self, variants: &[(&str, &str)]) -> String {
        let (base, query) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let kept = query.split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !pair.is_empty() && variants.iter().all(|(replaced, _)| name != *replaced)
        });
        let added = variants.iter().map(|(name, value)| format!("{name}={value}"));
        let query: Vec<String> = kept.map(str::to_owned).chain(added).collect();
        if query.is_empty() {
            base.to_owned()
        } else {
            format!("{base}?{}", query.join("&"))
        }
    }

    /// Whether ranges can lie in the editor. In a text control none can: its lines are drawn over it.
    #[must_use]
    pub fn has_ranges(&self) -> bool {
        !matches!(self.editor.as_str(), "textarea" | "input")
    }

    /// The strictest policy under which the site's adapter may be tried: Facebook's relies on the one that was recorded there.
    #[must_use]
    pub fn strictest_policy(&self) -> &'static str {
        if self.site == "facebook" { "recorded" } else { "strict" }
    }

    /// The host and the path of the address, without its query.
    #[must_use]
    pub fn host_and_path(&self) -> (&str, &str) {
        let address = self.url.split('?').next().unwrap_or(&self.url);
        let address = address.strip_prefix("https://").unwrap_or(address);
        address.split_at(address.find('/').unwrap_or(address.len()))
    }
}

/// The folder of the local pages.
#[must_use]
pub fn pages_folder() -> PathBuf {
    repository().join("tests/pages")
}

/// The top folder of the repository.
#[must_use]
pub fn repository() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own).to_owned()
}

/// Reads the table.
///
/// # Errors
/// When `surfaces.json` cannot be read or has a field it should not have.
pub fn all() -> Result<Vec<Surface>> {
    #[derive(Deserialize)]
    struct Table {
        surfaces: Vec<Surface>,
    }
    let path = pages_folder().join("surfaces.json");
    let text = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let table: Table = serde_json::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    Ok(table.surfaces)
}

/// The origin patterns of the table's sites that are not built into the extension.
///
/// # Errors
/// When the table cannot be read.
pub fn allowed_origins() -> Result<Vec<String>> {
    let mut origins: Vec<String> = all()?
        .iter()
        .filter(|surface| !["facebook", "x", "linkedin"].contains(&surface.site.as_str()))
        .map(|surface| format!("https://{}/*", surface.host_and_path().0))
        .collect();
    origins.sort();
    origins.dedup();
    Ok(origins)
}

/// The surface named `id`.
///
/// # Errors
/// When the table has none of that name.
pub fn named(id: &str) -> Result<Surface> {
    all()?
        .into_iter()
        .find(|surface| surface.id == id)
        .with_context(|| format!("no surface is named “{id}”: tests/pages/surfaces.json lists them"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_surface_has_its_own_name_and_a_page() {
        let surfaces = all().expect("the table is readable");
        let mut ids: Vec<_> = surfaces.iter().map(|surface| &surface.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), surfaces.len(), "two surfaces share a name");
        for surface in &surfaces {
            let source = ["ts", "tsx"].map(|ending| pages_folder().join(format!("{}.{ending}", surface.page)));
            assert!(
                source.iter().any(|path| path.exists()),
                "{}: no page {}",
                surface.id,
                surface.page
            );
        }
    }

    #[test]
    fn the_coverage_page_has_a_row_for_every_composer() {
        let page = std::fs::read_to_string(repository().join("docs/coverage.md")).expect("the page is readable");
        let surfaces = all().expect("the table is readable");
        for surface in &surfaces {
            let row = format!("| {} | {} | {} |", surface.title, surface.surface, surface.editor);
            assert!(page.contains(&row), "docs/coverage.md lacks “{row}”");
        }
        let rows = page
            .split("| site | composer | surface | editor |")
            .nth(1)
            .expect("the table of composers");
        let rows = rows.lines().skip(2).take_while(|line| line.starts_with('|')).count();
        assert_eq!(rows, surfaces.len(), "docs/coverage.md has a row too many");
    }

    #[test]
    fn variants_replace_what_the_address_has_and_add_the_rest() {
        let mut surface = named("facebook-page-post").expect("in the table");
        surface.url = "https://www.facebook.com/?flow=two-step&audience=public".to_owned();
        assert_eq!(
            surface.url_with(&[("audience", "only-me"), ("policy", "strict")]),
            "https://www.facebook.com/?flow=two-step&audience=only-me&policy=strict"
        );
        assert_eq!(surface.host_and_path(), ("www.facebook.com", "/"));
    }
}
