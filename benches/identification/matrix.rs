//! The identifier matrix: valid numbers of many kinds in the words of a post (`tests/oracle/matrix.py`).

use crate::systems::{Sort, System, Systems};
use crate::table;
use chaperone::Span;
use chaperone::identifiers::{Confidence, Identifier, find};
use std::env;
use std::path::Path;
use std::process::Command;

/// Kinds after the matrix, reported beside it.
const BESIDE: &str = "also:";
/// The one kind for which a day is the right answer.
const BIRTH: &str = "date of birth";

/// One number in its text.
struct Number {
    text: String,
    place: Span,
    kind: String,
    is_bare: bool,
}

/// A kind, and the numbers of it.
struct Row {
    name: String,
    numbers: Vec<Number>,
}

/// Prints the share of numbers found by whoever looks, then what Chaperone takes them for.
pub fn print(systems: &mut Systems) {
    let Some(rows) = generate() else { return };
    let (matrix, beside): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| !row.name.starts_with(BESIDE));

    let heads: Vec<String> = systems
        .present()
        .iter()
        .map(|system| system.name().to_owned())
        .collect();
    let found: Vec<Vec<f64>> = systems
        .present()
        .iter_mut()
        .map(|system| {
            matrix
                .iter()
                .chain(&beside)
                .map(|row| share(row, |number| is_seen(system, number)))
                .collect()
        })
        .collect();
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (at, row) in matrix.iter().chain(&beside).enumerate() {
        let cells = found.iter().map(|shares| format!("{:.2}", shares[at]));
        lines.push([row.name.clone()].into_iter().chain(cells).collect());
    }
    let means = found
        .iter()
        .map(|shares| format!("**{:.3}**", mean(&shares[..matrix.len()])));
    let title = format!("mean of the {} kinds", matrix.len());
    lines.insert(matrix.len(), [title].into_iter().chain(means).collect());
    let heads: Vec<&str> = ["share found"]
        .into_iter()
        .chain(heads.iter().map(String::as_str))
        .collect();
    table::print("Identifiers, half with a keyword, half bare", &heads, &lines);

    let own = |judged: fn(&Number) -> bool| mean(&matrix.iter().map(|row| share(row, judged)).collect::<Vec<_>>());
    println!(
        "\nChaperone by itself, mean of the {} kinds: whole number covered {:.3}, as the right kind {:.3}, sure of it {:.3}, bare and covered {:.3}",
        matrix.len(),
        own(|number| covering(number).is_some()),
        own(|number| covering(number).is_some_and(|found| found.kind.name() == number.kind)),
        own(|number| covering(number).is_some_and(|found| found.confidence > Confidence::Weak)),
        mean(&matrix.iter().map(share_of_bare).collect::<Vec<_>>()),
    );
}

fn generate() -> Option<Vec<Row>> {
    let python = env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".into());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/matrix.py");
    let output = match Command::new(&python).arg(script).output() {
        Ok(output) if output.status.success() => output,
        Ok(output) => panic!("matrix.py fails: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            println!(
                "\nIdentifiers are skipped: {python} does not run ({error}); name an interpreter in CHAPERONE_PYTHON"
            );
            return None;
        }
    };
    let mut rows: Vec<Row> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let [name, kind, value, mode, text] = line.splitn(5, '\t').collect::<Vec<_>>()[..] else {
            panic!("not five columns: {line}");
        };
        if rows.last().is_none_or(|row| row.name != name) {
            rows.push(Row {
                name: name.to_owned(),
                numbers: Vec::new(),
            });
        }
        // The texts are ASCII, so that bytes are UTF-16 units.
        let start = text
            .find(value)
            .unwrap_or_else(|| panic!("{value} is not in its text: {line}")) as u32;
        let number = Number {
            text: text.to_owned(),
            place: Span {
                start,
                end: start + value.len() as u32,
            },
            kind: kind.to_owned(),
            is_bare: mode == "bare",
        };
        rows.last_mut()?.numbers.push(number);
    }
    Some(rows)
}

fn is_seen(system: &mut System, number: &Number) -> bool {
    let is_birth = number.kind == BIRTH;
    let answer = system.read(&number.text);
    answer.seen.iter().any(|seen| {
        (seen.sort == Sort::Id || is_birth && seen.sort == Sort::Date) && seen.span().overlaps(number.place)
    })
}

/// The identifier that covers a whole number.
fn covering(number: &Number) -> Option<Identifier> {
    let place = number.place.start as usize..number.place.end as usize;
    find(&number.text)
        .into_iter()
        .find(|found| found.start <= place.start && found.end >= place.end)
}

fn share(row: &Row, mut is_counted: impl FnMut(&Number) -> bool) -> f64 {
    let counted = row.numbers.iter().filter(|number| is_counted(number)).count();
    counted as f64 / row.numbers.len().max(1) as f64
}

fn share_of_bare(row: &Row) -> f64 {
    let bare = || row.numbers.iter().filter(|number| number.is_bare);
    let covered = bare().filter(|number| covering(number).is_some()).count();
    covered as f64 / bare().count().max(1) as f64
}

fn mean(shares: &[f64]) -> f64 {
    shares.iter().sum::<f64>() / shares.len().max(1) as f64
}
