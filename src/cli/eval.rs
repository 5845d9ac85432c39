//! How well the checker agrees with labelled posts.

use anyhow::Context as _;
use chaperone::report::{Report, Severity, Verdict};
use chaperone::{Draft, Judges, Profile, Span, check_by};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;
use std::{mem, thread};

/// A labelled post.
#[derive(Deserialize)]
pub struct Post {
    id: String,
    labels: Vec<Label>,
    #[serde(default)]
    must_not: Vec<String>,
    #[serde(flatten)]
    draft: Draft,
}

#[derive(Deserialize)]
struct Label {
    category: String,
    quote: String,
    severity: String,
}

/// Reads labelled posts.
pub fn read(file: &Path) -> anyhow::Result<Vec<Post>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), number + 1)))
        .collect()
}

/// Counts of one category.
#[derive(Default)]
struct Count {
    labelled: u32,
    found: u32,
    /// Findings above `note`.
    raised: u32,
    /// Of these, on posts without that label.
    false_flags: u32,
    /// Of these, where the post said that it must not be raised.
    forbidden: u32,
}

/// The figures.
#[derive(Default)]
pub struct Figures {
    posts: u32,
    risky: u32,
    good: u32,
    risky_flagged: u32,
    good_flagged: u32,
    good_noted: u32,
    main_found: u32,
    located: u32,
    overlap: f64,
    stop_labelled: u32,
    stop_gated: u32,
    good_gated: u32,
    categories: BTreeMap<String, Count>,
    missed: Vec<String>,
}

/// Checks every post, each draft as `looked_at` gives it, and compares.
pub fn measure(mut posts: Vec<Post>, judges: Judges, looked_at: impl Fn(Draft) -> Draft + Sync) -> Figures {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = posts.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        for part in posts.chunks_mut(share) {
            let looked_at = &looked_at;
            scope.spawn(move || {
                for post in part {
                    post.draft = looked_at(mem::take(&mut post.draft));
                }
            });
        }
    });
    let mut figures = Figures::default();
    for post in &posts {
        figures.add(post, &check_by(judges, &post.draft, &Profile::default()));
    }
    figures
}

impl Figures {
    fn add(&mut self, post: &Post, report: &Report) {
        let raised: Vec<_> = report
            .findings
            .iter()
            .filter(|finding| finding.severity > Severity::Note)
            .collect();
        let gated = report.verdict == Verdict::Stop;
        self.posts += 1;
        if post.labels.is_empty() {
            self.good += 1;
            self.good_flagged += u32::from(!raised.is_empty());
            self.good_noted += u32::from(!report.findings.is_empty());
            self.good_gated += u32::from(gated);
        } else {
            self.risky += 1;
            self.risky_flagged += u32::from(!raised.is_empty());
        }
        if post.labels.iter().any(|label| label.severity == "stop") {
            self.stop_labelled += 1;
            self.stop_gated += u32::from(gated);
        }
        for finding in &raised {
            let count = self.categories.entry(finding.category.id().to_owned()).or_default();
            count.raised += 1;
            count.false_flags += u32::from(!post.labels.iter().any(|label| label.category == finding.category.id()));
            count.forbidden += u32::from(post.must_not.iter().any(|category| category == finding.category.id()));
        }
        for (place, label) in post.labels.iter().enumerate() {
            let found: Vec<_> = report
                .findings
                .iter()
                .filter(|finding| finding.category.id() == label.category)
                .collect();
            let count = self.categories.entry(label.category.clone()).or_default();
            count.labelled += 1;
            count.found += u32::from(!found.is_empty());
            if place > 0 {
                continue;
            }
            let best = span_of(&post.draft.text, &label.quote).map_or(0.0, |span| {
                found
                    .iter()
                    .map(|finding| overlap(finding.span, span))
                    .fold(0.0, f64::max)
            });
            self.main_found += u32::from(!found.is_empty());
            self.located += u32::from(best > 0.0);
            self.overlap += best;
            if found.is_empty() {
                self.missed.push(format!(
                    "{:<20} {:<22} {}",
                    post.id,
                    label.category,
                    label.quote.replace('\n', " ")
                ));
            }
        }
    }
}

fn span_of(text: &str, quote: &str) -> Option<Span> {
    let at = text.find(quote)?;
    let units = |part: &str| u32::try_from(part.encode_utf16().count()).ok();
    let start = units(&text[..at])?;
    Some(Span {
        start,
        end: start + units(quote)?,
    })
}

/// What two spans share, as part of what they cover together.
fn overlap(a: Span, b: Span) -> f64 {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let covered = a.end.max(b.end) - a.start.min(b.start);
    f64::from(shared) / f64::from(covered.max(1))
}

impl Display for Figures {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let flagged = self.risky_flagged + self.good_flagged;
        let raised = self.categories.values().map(|count| count.raised).sum();
        let right = raised - self.categories.values().map(|count| count.false_flags).sum::<u32>();
        writeln!(f, "{} posts: {} risky, {} good\n", self.posts, self.risky, self.good)?;
        for (name, part, whole) in [
            ("recall (risky posts flagged)", self.risky_flagged, self.risky),
            ("precision (flagged posts that are risky)", self.risky_flagged, flagged),
            ("flagged findings of a category that is labelled", right, raised),
            ("good posts flagged", self.good_flagged, self.good),
            ("good posts flagged or noted", self.good_noted, self.good),
            ("main label found, by category", self.main_found, self.risky),
            ("located (some overlap with the main quote)", self.located, self.risky),
            ("gates on posts labelled stop", self.stop_gated, self.stop_labelled),
            ("gates on good posts", self.good_gated, self.good),
        ] {
            writeln!(f, "{name:<47} {:>6} {part}/{whole}", percent(part, whole))?;
        }
        let located = f64::from(self.located.max(1));
        writeln!(
            f,
            "{:<47} {:>6.2}\n",
            "mean overlap where located (IoU)",
            self.overlap / located
        )?;
        writeln!(
            f,
            "{:<26} {:>8} {:>7} {:>7} {:>12} {:>9}",
            "category", "labelled", "found", "raised", "false flags", "must not"
        )?;
        for (category, count) in &self.categories {
            let Count {
                labelled,
                found,
                raised,
                false_flags,
                forbidden,
            } = count;
            writeln!(
                f,
                "{category:<26} {labelled:>8} {found:>7} {raised:>7} {false_flags:>12} {forbidden:>9}"
            )?;
        }
        if !self.missed.is_empty() {
            writeln!(f, "\nmissed main labels")?;
            self.missed.iter().try_for_each(|line| writeln!(f, "  {line}"))?;
        }
        Ok(())
    }
}

fn percent(part: u32, whole: u32) -> String {
    if whole == 0 {
        "–".into()
    } else {
        format!("{:.1}%", 100.0 * f64::from(part) / f64::from(whole))
    }
}
