//! The command line: `chaperone check | mentions | rules | explain | eval`.

mod eval;
mod input;
mod json;
mod pages;
mod people;

use clap::{Parser, Subcommand, ValueEnum};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Takes a second look at a post before it goes out. Everything happens on this machine.
#[derive(Parser)]
#[command(name = "chaperone", version, after_help = EXAMPLES, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  echo 'My patient Gordon Petrie rang again.' | chaperone check
  chaperone check post.txt --jurisdiction UK --surface reply --in-reply-to 'Waited an hour. Rude.'
  chaperone check --format jsonl < drafts.jsonl
  chaperone explain patient-identifier/patient-name
  chaperone eval tests/corpus/uk-practice.jsonl

Exit status: 0 all was answered, 1 some lines had errors, 2 bad usage.";

#[derive(Subcommand)]
enum Command {
    /// Check a draft, or many (jsonl).
    Check {
        #[command(flatten)]
        draft: input::DraftArgs,
        /// What to print: for people, JSON for one draft, or JSON Lines in and out.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// As while somebody types: without the closer look that is taken when typing rests.
        #[arg(long)]
        while_typing: bool,
    },
    /// Show whom and what a draft mentions, whether or not it is a finding.
    Mentions {
        #[command(flatten)]
        draft: input::DraftArgs,
        /// What to print.
        #[arg(long, value_enum, default_value_t)]
        format: Format,
        /// As while somebody types: without the closer look, which knows names better, that is taken when typing rests.
        #[arg(long)]
        while_typing: bool,
    },
    /// List all rules, or write their pages.
    Rules {
        /// Write a page for each rule, and the indexes, into this folder.
        #[arg(long, value_name = "DIR")]
        docs: Option<PathBuf>,
    },
    /// Print the page of a rule.
    Explain {
        /// The rule's id, such as derogatory-remark/insult.
        rule: String,
    },
    /// Measure against labelled posts (their form: tests/corpus/README.md).
    Eval {
        /// Files of labelled posts, JSON Lines.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Without the learned scorer.
        #[arg(long, conflicts_with = "scorer_only")]
        rules_only: bool,
        /// Without the rules.
        #[arg(long)]
        scorer_only: bool,
        /// As while somebody types: without the closer look that is taken when typing rests.
        #[arg(long)]
        while_typing: bool,
    },
}

#[derive(Clone, Copy, Default, PartialEq, ValueEnum)]
enum Format {
    #[default]
    People,
    Json,
    Jsonl,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args.command) {
        Ok(code) => code,
        // A reader that has seen enough (`| head`) is no error.
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) =>
        {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("chaperone: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let code = match command {
        Command::Check {
            draft,
            format,
            while_typing,
        } => check(&draft, format, while_typing, &mut out)?,
        Command::Mentions {
            draft,
            format,
            while_typing,
        } => mentions(&draft, format, while_typing, &mut out)?,
        Command::Rules { docs: Some(folder) } => write_pages(&folder, &mut out)?,
        Command::Rules { docs: None } => list_rules(&mut out)?,
        Command::Explain { rule } => explain(&rule, &mut out)?,
        Command::Eval {
            files,
            rules_only,
            scorer_only,
            while_typing,
        } => {
            let judges = match (rules_only, scorer_only) {
                (true, _) => chaperone::Judges::Rules,
                (_, true) => chaperone::Judges::Scorer,
                _ => chaperone::Judges::Both,
            };
            // Rules alone hear of no score.
            eval(&files, judges, while_typing || rules_only, &mut out)?
        }
    };
    out.flush()?;
    Ok(code)
}

fn check(
    source: &input::DraftArgs,
    format: Format,
    while_typing: bool,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    if format == Format::Jsonl {
        let checked = |id, draft, profile: &_| json::checked(id, &looked_at(draft, while_typing), profile);
        return json::lines(source.lines()?, out, checked);
    }
    let draft = looked_at(source.draft()?, while_typing);
    let report = chaperone::check(&draft, &chaperone::Profile::default());
    match format {
        Format::People => out.write_all(people::report(&draft, &report).as_bytes())?,
        _ => writeln!(out, "{}", json::report(None, &draft, &report))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn mentions(
    source: &input::DraftArgs,
    format: Format,
    while_typing: bool,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    if format == Format::Jsonl {
        let mentioned = |id, draft, profile: &_| json::mentioned(id, &looked_at(draft, while_typing), profile);
        return json::lines(source.lines()?, out, mentioned);
    }
    let draft = looked_at(source.draft()?, while_typing);
    let profile = chaperone::Profile::default();
    match format {
        Format::People => out.write_all(people::mentions(&draft, &profile).as_bytes())?,
        _ => writeln!(out, "{}", json::mentions(None, &draft, &profile))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write_pages(folder: &Path, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let pages = pages::all();
    for (name, page) in &pages {
        let path = folder.join(name);
        let parent = path.parent().expect("inside the folder");
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, page))
            .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
    }
    writeln!(out, "{} pages written to {}", pages.len(), folder.display())?;
    Ok(ExitCode::SUCCESS)
}

fn list_rules(out: &mut impl Write) -> anyhow::Result<ExitCode> {
    for rule in chaperone::rules::all() {
        let severity = format!("{:?}", rule.severity).to_lowercase();
        writeln!(out, "{:<44} {severity:<5} {}", rule.id, rule.page.title)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn explain(rule: &str, out: &mut impl Write) -> anyhow::Result<ExitCode> {
    let found = chaperone::rules::all().iter().find(|known| known.id == rule);
    let found = found.ok_or_else(|| anyhow::anyhow!("there is no rule `{rule}`; `chaperone rules` lists them"))?;
    out.write_all(pages::rule(found).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn eval(
    files: &[PathBuf],
    judges: chaperone::Judges,
    while_typing: bool,
    out: &mut impl Write,
) -> anyhow::Result<ExitCode> {
    let mut posts = Vec::new();
    for file in files {
        posts.extend(eval::read(file)?);
    }
    let figures = eval::measure(posts, judges, |draft| looked_at(draft, while_typing));
    out.write_all(figures.to_string().as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The draft as it is checked when typing rests, or while it goes on. A line that says what a closer look found is believed.
fn looked_at(mut draft: chaperone::Draft, while_typing: bool) -> chaperone::Draft {
    if !while_typing && draft.closer_look.is_empty() {
        chaperone::closer_look::look(&mut draft);
    }
    draft
}
