//! Who is measured: Chaperone's mentions, while typing and at rest, and peers that run in a process of their own and answer in the form of
//! `chaperone mentions --format jsonl`.

use chaperone::mentions::{Kind, see};
use chaperone::{Draft, Profile, Span, closer_look};
use cpu_time::ThreadTime;
use serde::{Deserialize, Serialize};
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// The peers: what they are called where they are not installed, and the file that asks them.
const PEERS: &[(&str, &str)] = &[
    ("Presidio", "presidio.py"),
    ("argus-redact", "argus.py"),
    ("scrubadub", "scrub.py"),
    ("compromise", "compromise.mjs"),
    ("OpenRedaction", "openredaction.mjs"),
];

/// What somebody saw in a text, as far as the tables tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Somebody's name.
    Person,
    /// A number, a contact, an address.
    #[serde(alias = "contact")]
    Id,
    /// A day or a time.
    Date,
    /// An account or a link, which tables leave out.
    Handle,
    /// Any other detail.
    #[serde(other)]
    Detail,
}

/// Something that was seen, in UTF-16 units.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct Seen {
    #[serde(rename = "kind")]
    pub sort: Sort,
    start: u32,
    end: u32,
}

impl Seen {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span {
            start: self.start,
            end: self.end,
        }
    }
}

/// What was seen in one text, and how much processor time that took.
#[derive(Deserialize)]
pub struct Answer {
    #[serde(rename = "mentions")]
    pub seen: Vec<Seen>,
    pub milliseconds: f64,
}

impl Answer {
    /// The places of one sort.
    pub fn places(&self, sort: Sort) -> Vec<Span> {
        let chosen = self.seen.iter().filter(|seen| seen.sort == sort);
        chosen.map(|seen| seen.span()).collect()
    }
}

/// Chaperone, the peers that run here, and the names of those that do not.
pub struct Systems {
    present: Vec<System>,
    missing: Vec<&'static str>,
}

impl Systems {
    /// Starts the peers, and says what is missing.
    pub fn start() -> Self {
        let mut systems = Systems {
            present: System::CHAPERONE.into(),
            missing: Vec::new(),
        };
        for (name, file) in PEERS {
            match Peer::start(file) {
                Ok(peer) => systems.present.push(System::Peer(peer)),
                Err(why) => {
                    eprintln!("{name} is left out: {why} (benches/identification/README.md)");
                    systems.missing.push(name);
                }
            }
        }
        systems
    }

    /// One row for each: its name, then the cells that `cells` makes; as many dashes for those that are not installed.
    pub fn rows(&mut self, mut cells: impl FnMut(&mut System) -> Vec<String>) -> Vec<Vec<String>> {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for system in &mut self.present {
            let name = system.name().to_owned();
            rows.push([vec![name], cells(system)].concat());
        }
        let columns = rows[0].len();
        for name in &self.missing {
            let mut row = vec![(*name).to_owned(), "not installed".into()];
            row.resize(columns, "–".into());
            rows.push(row);
        }
        rows
    }

    /// Those that run here.
    pub fn present(&mut self) -> &mut [System] {
        &mut self.present
    }
}

/// Chaperone or a peer.
pub enum System {
    Chaperone {
        /// After a closer look.
        at_rest: bool,
    },
    Peer(Peer),
}

impl System {
    /// Chaperone while somebody types, and when typing rests.
    pub const CHAPERONE: [System; 2] = [
        System::Chaperone { at_rest: false },
        System::Chaperone { at_rest: true },
    ];

    /// Its name, with its version.
    pub fn name(&self) -> &str {
        match self {
            System::Chaperone { at_rest: false } => "Chaperone, while typing",
            System::Chaperone { at_rest: true } => "Chaperone, at rest",
            System::Peer(peer) => &peer.name,
        }
    }

    /// What it sees in a text.
    pub fn read(&mut self, text: &str) -> Answer {
        match self {
            System::Chaperone { at_rest } => chaperone(text, *at_rest),
            System::Peer(peer) => peer.read(text),
        }
    }
}

fn chaperone(text: &str, at_rest: bool) -> Answer {
    let mut draft = draft(text);
    let start = ThreadTime::now();
    if at_rest {
        closer_look::look(&mut draft);
    }
    let mentions = see(&draft, &Profile::default());
    let milliseconds = start.elapsed().as_secs_f64() * 1_000.0;
    let sort = |kind| match kind {
        Kind::Person => Sort::Person,
        Kind::Id | Kind::Contact => Sort::Id,
        Kind::Date => Sort::Date,
        Kind::Handle => Sort::Handle,
        _ => Sort::Detail,
    };
    // People who are only "a man" or "my patient" have no name to find.
    let named = mentions
        .into_iter()
        .filter(|mention| mention.kind != Kind::Person || mention.named);
    Answer {
        seen: named
            .map(|mention| Seen {
                sort: sort(mention.kind),
                start: mention.span.start,
                end: mention.span.end,
            })
            .collect(),
        milliseconds,
    }
}

/// A draft of this text in no context.
pub fn draft(text: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        ..Draft::default()
    }
}

/// A peer in a process of its own, asked one text a line. It lives until the benchmark ends.
pub struct Peer {
    name: String,
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// The first line of a peer.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Greeting {
    /// It is there; its name and version.
    Name(String),
    /// It is not; what has to be installed.
    Missing(String),
}

#[derive(Serialize)]
struct Question<'t> {
    text: &'t str,
}

impl Peer {
    /// Starts the program in `peers/` that asks it.
    ///
    /// # Errors
    /// When it does not run or is not installed; in its own words.
    fn start(file: &str) -> Result<Self, String> {
        let python = env::var("CHAPERONE_PYTHON").unwrap_or_else(|_| "python3".into());
        let interpreter = if file.ends_with(".py") { &python } else { "node" };
        let mut child = Command::new(interpreter)
            .arg(
                Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("benches/identification/peers")
                    .join(file),
            )
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{interpreter} does not run ({error})"))?;
        let (Some(questions), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("it has no pipes".into());
        };
        let mut answers = BufReader::new(answers);
        let mut greeting = String::new();
        let heard = answers.read_line(&mut greeting).map_err(|error| error.to_string())?;
        if heard == 0 {
            return Err("it ended before its first word".into());
        }
        let name = match serde_json::from_str(&greeting).map_err(|error| format!("{greeting:?}: {error}")) {
            Ok(Greeting::Name(name)) => name,
            Ok(Greeting::Missing(what)) | Err(what) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(what);
            }
        };
        Ok(Peer {
            name,
            child,
            questions,
            answers,
        })
    }

    fn read(&mut self, text: &str) -> Answer {
        let question = serde_json::to_string(&Question { text }).expect("a text is JSON");
        let mut answer = String::new();
        let asked = writeln!(self.questions, "{question}").and_then(|()| self.answers.read_line(&mut answer));
        match asked {
            Ok(length) if length > 0 => serde_json::from_str(&answer)
                .unwrap_or_else(|error| panic!("{} answers {answer:?}, which cannot be read: {error}", self.name)),
            _ => panic!("{} stopped at {text:?}", self.name),
        }
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
