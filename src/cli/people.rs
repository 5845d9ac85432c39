//! Findings as people read them: the line, carets under the words, why, guidance, fixes.

use chaperone::mentions::{Mention, identifiability, see};
use chaperone::report::{Fix, Report, Verdict};
use chaperone::{Draft, Profile, Span};
use std::fmt::Write;

/// A whole report.
pub fn report(draft: &Draft, report: &Report) -> String {
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let mut out = String::new();
    for finding in &report.findings {
        let severity = format!("{:?}", finding.severity).to_lowercase();
        let _ = writeln!(out, "{severity}: {} ({})", finding.message, finding.rule);
        out.push_str(&shown(&units, finding.span));
        let _ = writeln!(out, "  why: {}", finding.why);
        for guidance in finding.guidance.iter().take(2) {
            let caveat = guidance
                .caveat
                .as_deref()
                .map(|caveat| format!(" [{caveat}]"))
                .unwrap_or_default();
            let _ = writeln!(out, "  guidance: {}: {}{caveat}", guidance.citation(), guidance.gist);
        }
        for fix in &finding.fixes {
            let _ = writeln!(out, "  fix: {}{}", fix.title, replacement(fix));
        }
        out.push('\n');
    }
    let summary = match report.verdict {
        Verdict::Clear => "Nothing flagged. This is not advice or a guarantee.".to_owned(),
        verdict => {
            let count = report.findings.len();
            format!(
                "{count} finding{}, the strongest: {}.",
                if count == 1 { "" } else { "s" },
                format!("{verdict:?}").to_lowercase()
            )
        }
    };
    out + &summary + "\n"
}

fn replacement(fix: &Fix) -> String {
    if fix.replacement.is_empty() {
        String::new()
    } else {
        format!(": \u{201C}{}\u{201D}", fix.replacement)
    }
}

/// Mentions, one a line, and how many people the details fit.
pub fn mentions(draft: &Draft, profile: &Profile) -> String {
    let units: Vec<u16> = draft.text.encode_utf16().collect();
    let line = |mention: &Mention| {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        format!(
            "{kind:<12} {:<14} {}\n",
            format!("{:?}", mention.role),
            crate::input::quote(&units, mention.span)
        )
    };
    let mut out: String = see(draft, profile).iter().map(line).collect();
    if let Some(estimate) = identifiability(draft, profile) {
        let _ = writeln!(out, "\nHow many people these details fit: {}", estimate.fits_words);
        for step in &estimate.chain {
            let _ = writeln!(out, "  {:<14} {:<30} {}", step.detail, step.words, step.source);
        }
    }
    out
}

/// The line on which a span begins, with carets under what of the span is on it.
fn shown(units: &[u16], span: Span) -> String {
    let is_break = |unit: &u16| matches!(unit, 10 | 13);
    let (start, end) = (span.start as usize, span.end as usize);
    let line_start = units[..start].iter().rposition(is_break).map_or(0, |at| at + 1);
    let line_end = units[start..]
        .iter()
        .position(is_break)
        .map_or(units.len(), |at| start + at);
    let number = 1 + units[..line_start].iter().filter(|unit| **unit == 10).count();
    let text = |from: usize, to: usize| String::from_utf16_lossy(&units[from..to]).replace('\t', " ");
    let blank: String = " ".repeat(columns(&text(line_start, start)));
    let carets = "^".repeat(columns(&text(start, end.min(line_end))).max(1));
    let gutter = format!("{number:>4} | ");
    format!("{gutter}{}\n     | {blank}{carets}\n", text(line_start, line_end))
}

/// How wide a terminal draws a text: two columns for emoji and East Asian letters, none for marks that join.
fn columns(text: &str) -> usize {
    text.chars()
        .map(|c| match c as u32 {
            0x300..=0x36F | 0x200B..=0x200F | 0xFE00..=0xFE0F => 0,
            0x1100..=0x115F
            | 0x2E80..=0xA4CF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0xFF00..=0xFF60
            | 0x1F300..=0x1FAFF
            | 0x20000..=0x3FFFD => 2,
            _ => 1,
        })
        .sum()
}
