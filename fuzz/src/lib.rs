//! How the bytes of a fuzzer become a draft. `seeds.mjs` writes the corpus in the same form.
//!
//! Five bytes of context, each counted round its choices (site, surface, audience, jurisdiction, what else holds); then, with
//! [`BETWEEN`] between them: text, what is answered, the name of an attachment, the author's name, practice and line of contact,
//! and the bits of what a closer look has found in each passage.

use chaperone::draft::{Attachment, AttachmentKind, Audience, Jurisdiction, Site, Surface};
use chaperone::scorer::Reading;
use chaperone::{Draft, Profile, Span};
use chaperone_closer_look::HEADS;

/// What stands between two fields.
pub const BETWEEN: u8 = 0x1E;

/// Bytes of context before the text.
const CONTEXT: usize = 5;

const SITES: [Site; 4] = [Site::Facebook, Site::X, Site::Linkedin, Site::Other];
const SURFACES: [Surface; 5] = [
    Surface::Post,
    Surface::Comment,
    Surface::Reply,
    Surface::Message,
    Surface::GroupPost,
];
const AUDIENCES: [Audience; 7] = [
    Audience::Public,
    Audience::Friends,
    Audience::Connections,
    Audience::Group,
    Audience::Message,
    Audience::OnlyMe,
    Audience::Unknown,
];
const JURISDICTIONS: [Option<Jurisdiction>; 11] = [
    None,
    Some(Jurisdiction::UK),
    Some(Jurisdiction::IE),
    Some(Jurisdiction::HK),
    Some(Jurisdiction::MY),
    Some(Jurisdiction::SG),
    Some(Jurisdiction::ZA),
    Some(Jurisdiction::NZ),
    Some(Jurisdiction::AU),
    Some(Jurisdiction::US),
    Some(Jurisdiction::CA),
];
const ATTACHMENTS: [AttachmentKind; 4] = [
    AttachmentKind::Image,
    AttachmentKind::Video,
    AttachmentKind::Document,
    AttachmentKind::Other,
];

/// A draft and who writes it.
#[must_use]
pub fn draft(bytes: &[u8]) -> (Draft, Profile) {
    let (context, rest) = bytes.split_at(CONTEXT.min(bytes.len()));
    let context = |at: usize| usize::from(context.get(at).copied().unwrap_or_default());
    let mut fields = rest.splitn(7, |byte| *byte == BETWEEN);
    let mut words = || {
        fields
            .next()
            .map(|field| String::from_utf8_lossy(field).into_owned())
            .filter(|field| !field.is_empty())
    };
    let (text, in_reply_to, file) = (words().unwrap_or_default(), words(), words());
    let (display_name, practice, contact_line) = (words(), words(), words());
    let attached = |name| Attachment {
        kind: ATTACHMENTS[context(4) / 2 % ATTACHMENTS.len()],
        name,
    };
    let draft = Draft {
        text,
        site: SITES[context(0) % SITES.len()],
        surface: SURFACES[context(1) % SURFACES.len()],
        audience: AUDIENCES[context(2) % AUDIENCES.len()],
        in_reply_to,
        jurisdiction: JURISDICTIONS[context(3) % JURISDICTIONS.len()],
        attachments: file.map(|name| vec![attached(name)]),
        consent_recorded: context(4) % 2 == 1,
        closer_look: fields
            .next()
            .unwrap_or_default()
            .chunks(4 * (HEADS + 4 * RUN))
            .map(reading)
            .collect(),
    };
    let profile = Profile {
        display_name,
        jurisdiction: JURISDICTIONS[context(4) % JURISDICTIONS.len()],
        practice,
        contact_line,
        ..Profile::default()
    };
    (draft, profile)
}

/// Numbers of a run, and of a name.
const RUN: usize = 3;

/// A reading of any bits, with up to two runs and two names; none where bytes are missing.
fn reading(bits: &[u8]) -> Option<Reading> {
    let (numbers, []) = bits.as_chunks() else { return None };
    let (scores, rest) = numbers.split_first_chunk::<HEADS>()?;
    let (rest, []) = rest.as_chunks::<RUN>() else { return None };
    let (runs, names) = rest.split_at(rest.len().div_ceil(2));
    let name = |[start, end, log_odds]: &[[u8; 4]; RUN]| {
        (u32::from_le_bytes(*start), u32::from_le_bytes(*end), f32::from_le_bytes(*log_odds))
    };
    Some(Reading {
        scores: scores.map(f32::from_le_bytes),
        runs: runs.iter().map(|run| run.map(u32::from_le_bytes)).collect(),
        names: names.iter().map(name).collect(),
    })
}

/// Places of a text that are between characters, in UTF-16 code units.
pub struct Boundaries(Vec<bool>);

impl Boundaries {
    /// Of this text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut boundaries = vec![true];
        for c in text.chars() {
            boundaries.resize(boundaries.len() + c.len_utf16() - 1, false);
            boundaries.push(true);
        }
        Self(boundaries)
    }

    /// Whether a span holds whole characters of the text.
    #[must_use]
    pub fn hold(&self, span: Span) -> bool {
        let is_one = |place: u32| self.0.get(place as usize).copied().unwrap_or_default();
        span.start <= span.end && is_one(span.start) && is_one(span.end)
    }
}
