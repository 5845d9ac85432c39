//! The pages that document the rules, and their indexes.

use chaperone::rules::{Rule, all as rules};
use chaperone::{Category, requirements};
use std::collections::BTreeMap;
use std::fmt::Write;

/// All pages with their paths below `docs/rules`.
pub fn all() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> = rules()
        .iter()
        .map(|known| (format!("{}.md", known.id), rule(known)))
        .collect();
    pages.insert("README.md".into(), index());
    pages
}

/// The page of one rule.
pub fn rule(rule: &Rule) -> String {
    let page = &rule.page;
    let severity = format!("{:?}", rule.severity).to_lowercase();
    let mut out = format!(
        "# {}\n\n`{}` · {} · usually {severity}\n\n",
        page.title,
        rule.id,
        rule.category.title()
    );
    let _ = writeln!(out, "> {}\n", rule.message);
    for (head, text) in [
        ("What it finds", page.finds),
        ("Why it matters", rule.why),
        ("Limits", page.limits),
    ] {
        let _ = writeln!(out, "## {head}\n\n{text}\n");
    }
    let _ = writeln!(out, "## Example\n\n> {}\n", page.example.replace('\n', "\n> "));
    if rule.fixes().next().is_some() {
        let _ = writeln!(out, "## Fixes\n");
        for (title, replacement) in rule.fixes() {
            let shown = if replacement.is_empty() {
                String::new()
            } else {
                format!(": \u{201C}{replacement}\u{201D}")
            };
            let _ = writeln!(out, "- {title}{shown}");
        }
        out.push('\n');
    }
    if rule.replies().next().is_some() {
        let _ = writeln!(out, "## Ready replies\n");
        for (title, text) in rule.replies() {
            let _ = writeln!(out, "- {title}: \u{201C}{text}\u{201D}");
        }
        out.push('\n');
    }
    let _ = writeln!(out, "## Guidance\n");
    for guidance in rule.guidance(None) {
        let link = guidance.url.map(|url| format!(" <{url}>")).unwrap_or_default();
        let caveat = guidance
            .caveat
            .as_deref()
            .map(|caveat| format!(" *{caveat}*"))
            .unwrap_or_default();
        let _ = writeln!(out, "- {}: {}{caveat}{link}", guidance.citation(), guidance.gist);
    }
    let _ = writeln!(out, "\nStems from: {}.", page.stems_from.join(", "));
    out
}

/// By category, then by requirement.
fn index() -> String {
    let mut out = String::from("# Rules\n\nWritten by `chaperone rules --docs docs/rules` from `src/rules`.\n");
    for category in Category::ALL {
        let own: Vec<&Rule> = rules().iter().filter(|rule| rule.category == *category).collect();
        if !own.is_empty() {
            let _ = writeln!(out, "\n## {}\n", category.title());
            for rule in own {
                let _ = writeln!(out, "- [{}]({}.md): {}", rule.page.title, rule.id, rule.page.finds);
            }
        }
    }
    let mut by_requirement: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for rule in rules() {
        for stem in rule.page.stems_from {
            by_requirement
                .entry(stem[1..].parse().expect("the build checked it"))
                .or_default()
                .push(rule.id);
        }
    }
    out.push_str("\n## By requirement\n\n");
    for requirement in requirements::all() {
        let ids = by_requirement.remove(&requirement.number).unwrap_or_default();
        let mut cover: Vec<String> = ids.iter().map(|id| format!("[{id}]({id}.md)")).collect();
        cover.extend(requirement.surface.map(|surface| format!("the {surface}")));
        cover.extend(requirement.not_built.map(|reason| format!("not built: {reason}")));
        let _ = writeln!(
            out,
            "- S{}, {}: {}",
            requirement.number,
            requirement.name,
            cover.join(", ")
        );
    }
    out.push_str("\nServed too, as reasons behind the checks above:\n\n");
    for (number, ids) in by_requirement {
        let links: Vec<String> = ids.iter().map(|id| format!("[{id}]({id}.md)")).collect();
        let _ = writeln!(out, "- S{number}: {}", links.join(", "));
    }
    out
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_pages_on_disk_are_those_of_the_rules() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
        let stale: Vec<_> = super::all()
            .into_iter()
            .filter(|(name, page)| fs::read_to_string(folder.join(name)).ok().as_ref() != Some(page))
            .map(|(name, _)| name)
            .collect();
        assert!(
            stale.is_empty(),
            "stale: {stale:?}; run `cargo run -- rules --docs docs/rules`"
        );
    }
}
