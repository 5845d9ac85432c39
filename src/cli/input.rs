//! A draft from arguments and a file.

use anyhow::Context;
use chaperone::Draft;
use clap::Args;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// Where the draft comes from, and its context.
#[derive(Args)]
pub struct DraftArgs {
    /// The file to read; standard input if left out.
    file: Option<PathBuf>,
    /// facebook, x, linkedin or other.
    #[arg(long, value_parser = named::<chaperone::draft::Site>)]
    site: Option<chaperone::draft::Site>,
    /// post, comment, reply, message or group-post.
    #[arg(long, value_parser = named::<chaperone::draft::Surface>)]
    surface: Option<chaperone::draft::Surface>,
    /// public, friends, connections, group, message, only-me or unknown.
    #[arg(long, value_parser = named::<chaperone::draft::Audience>)]
    audience: Option<chaperone::draft::Audience>,
    /// The text being answered.
    #[arg(long, value_name = "TEXT")]
    in_reply_to: Option<String>,
    /// UK, IE, HK, MY, SG, ZA, NZ, AU, US or CA.
    #[arg(long, value_parser = named::<chaperone::draft::Jurisdiction>)]
    jurisdiction: Option<chaperone::draft::Jurisdiction>,
}

/// Reads one of the names that JSON uses too.
fn named<T: DeserializeOwned>(name: &str) -> Result<T, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

impl DraftArgs {
    /// The bytes of the file or of standard input.
    fn read(&self) -> anyhow::Result<Vec<u8>> {
        let mut all = Vec::new();
        self.open()?.read_to_end(&mut all)?;
        Ok(all)
    }

    /// The lines of the file or of standard input. Each says its own context, so none may be given beside them.
    pub fn lines(&self) -> anyhow::Result<Box<dyn BufRead>> {
        let given = [
            ("--site", self.site.is_some()),
            ("--surface", self.surface.is_some()),
            ("--audience", self.audience.is_some()),
            ("--in-reply-to", self.in_reply_to.is_some()),
            ("--jurisdiction", self.jurisdiction.is_some()),
        ];
        if let Some((option, _)) = given.into_iter().find(|(_, is_given)| *is_given) {
            anyhow::bail!(
                "{option} does not go with --format jsonl; put it into each line, such as {{\"text\": \"…\", \"audience\": \"public\"}}"
            );
        }
        self.open()
    }

    fn open(&self) -> anyhow::Result<Box<dyn BufRead>> {
        Ok(match &self.file {
            Some(path) => {
                let file = File::open(path).with_context(|| path.display().to_string())?;
                Box::new(BufReader::new(file))
            }
            None => Box::new(io::stdin().lock()),
        })
    }

    /// The draft. Bytes that are no UTF-8 are read as U+FFFD.
    pub fn draft(&self) -> anyhow::Result<Draft> {
        let default = Draft::default();
        Ok(Draft {
            text: String::from_utf8_lossy(&self.read()?).into_owned(),
            site: self.site.unwrap_or(default.site),
            surface: self.surface.unwrap_or(default.surface),
            audience: self.audience.unwrap_or(default.audience),
            in_reply_to: self.in_reply_to.clone(),
            jurisdiction: self.jurisdiction,
            ..default
        })
    }
}

/// The characters of a span of a text.
pub fn quote(units: &[u16], span: chaperone::Span) -> String {
    String::from_utf16_lossy(&units[span.start as usize..span.end as usize])
}
