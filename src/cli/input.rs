//! A draft from arguments and a file.

use chaperone::Draft;
use clap::Args;
use serde::de::DeserializeOwned;
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
    pub fn read(&self) -> anyhow::Result<Vec<u8>> {
        crate::bytes(self.file.as_ref())
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
