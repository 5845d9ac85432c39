//! What several tests do with a report.

use chaperone::report::{Finding, Fix};

/// The text with one fix of a finding applied.
pub fn applied(text: &str, finding: &Finding, fix: &Fix) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let span = fix.span.unwrap_or(finding.span);
    let part = |range: std::ops::Range<usize>| String::from_utf16_lossy(&units[range]);
    let (start, end) = (span.start as usize, span.end as usize);
    format!("{}{}{}", part(0..start), fix.replacement, part(end..units.len()))
}
