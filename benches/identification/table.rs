//! Tables in Markdown.

/// Prints a title, the heads of the columns and the rows below them.
pub fn print(title: &str, heads: &[&str], rows: &[Vec<String>]) {
    println!("\n**{title}**\n");
    println!("| {} |", heads.join(" | "));
    println!("|{}", "---|".repeat(heads.len()));
    for row in rows {
        println!("| {} |", row.join(" | "));
    }
}

/// A share with two digits.
pub fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".into();
    }
    format!("{:.2}", part as f64 / whole as f64)
}

/// How many of a thousand.
pub fn per_thousand(part: usize, whole: usize) -> String {
    format!("{:.1}", part as f64 * 1_000.0 / whole.max(1) as f64)
}
