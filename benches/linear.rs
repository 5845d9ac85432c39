//! Time per byte of a whole check, from a kilobyte to a megabyte of what is hard to read. `cargo bench --bench linear`
//!
//! Linear is: of a megabyte each byte takes no longer than of sixteen kilobytes, with room for caches. Ends with an error when that fails.

use chaperone::{Draft, Profile, check};
use cpu_time::ThreadTime;
use std::hint::black_box;
use std::process::ExitCode;

const KILOBYTES: [usize; 5] = [1, 16, 64, 256, 1_024];
/// Lengths from which on the fixed cost of a check is small.
const COMPARED: usize = 1;
/// How much longer each byte of the longest may take.
const ROOM: f64 = 3.0;

/// What is repeated.
const TEXTS: &[(&str, &str)] = &[
    (
        "an ordinary post",
        "Saw a lovely 82 year old retired lighthouse keeper from Arranmore in clinic today, here with his daughter. ",
    ),
    ("digits", "7"),
    ("digits in groups", "943 476 5919 "),
    ("digits with marks", "07-"),
    ("letters and digits in turn", "a1"),
    ("one letter", "a"),
    ("one long word of one", "aaaaaaaaab"),
    ("names", "Gordon Petrie "),
    ("initials", "Mr. A "),
    ("keywords", "my patient nhs number mrn bed 4 ward "),
    ("details", "47 year old bus driver from Gort "),
    ("months", "march 3 admitted "),
    ("addresses", "a@b.c "),
    ("hashtags", "#HeartSinkFrequentFlyer "),
    ("quotation marks", "\""),
    ("brackets", "(("),
    ("line breaks", "\n\n"),
    ("negations", "not never no "),
    ("Chinese, Arabic, Cyrillic and Latin", "陳大文 محمد Иван Tan "),
    ("marks that join", "e\u{301}\u{301}\u{200D}"),
    ("emoji", "👩🏽\u{200D}⚕️"),
    ("full width", "９４３４７６５９１９　Ｇｏｒｄｏｎ　"),
    ("right to left and back", "\u{202E}a\u{202C}"),
];

fn main() -> ExitCode {
    println!("nanoseconds of processor time per byte, by length in KB\n");
    let heads: Vec<String> = KILOBYTES.iter().map(|length| format!("{length:>7}")).collect();
    println!("{:<38}{}   longest / {} KB", "", heads.join(""), KILOBYTES[COMPARED]);
    let mut slow = Vec::new();
    for (name, unit) in TEXTS {
        let times = KILOBYTES.map(|length| per_byte(unit, length * 1_024));
        let growth = times[KILOBYTES.len() - 1] / times[COMPARED];
        let cells: Vec<String> = times.iter().map(|time| format!("{time:>7.0}")).collect();
        println!("{name:<38}{}   {growth:.2}", cells.join(""));
        if growth > ROOM {
            slow.push(name);
        }
    }
    if slow.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("more than {ROOM} times as long for each byte: {slow:?}");
    ExitCode::FAILURE
}

/// The shortest of some rounds; long texts need fewer.
fn per_byte(unit: &str, length: usize) -> f64 {
    let draft = Draft {
        text: unit.repeat(length / unit.len()),
        ..Draft::default()
    };
    let rounds = (256 * 1_024 / length).clamp(1, 16);
    let times = (0..rounds).map(|_| {
        let start = ThreadTime::now();
        black_box(check(black_box(&draft), &Profile::default()));
        start.elapsed().as_secs_f64() * 1e9
    });
    times.fold(f64::INFINITY, f64::min) / draft.text.len() as f64
}
