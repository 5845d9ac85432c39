//! What is being composed, with its context.

use crate::scorer::Reading;
use serde::{Deserialize, Serialize};

/// The text being composed, with its context.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The text, as typed.
    pub text: String,
    /// Where it is composed.
    pub site: Site,
    /// What is composed.
    pub surface: Surface,
    /// Who will be able to read it.
    pub audience: Audience,
    /// The text being answered, if any.
    pub in_reply_to: Option<String>,
    /// The country whose guidance applies; the profile's if absent.
    pub jurisdiction: Option<Jurisdiction>,
    /// What is attached.
    pub attachments: Option<Vec<Attachment>>,
    /// The author has said, for this draft, that this patient's consent for this audience is on record.
    pub consent_recorded: bool,
    /// What a closer look has found in each passage ([`crate::scorer::to_read`]), in their order, where there was one.
    pub closer_look: Vec<Option<Reading>>,
}

/// A site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Site {
    /// Facebook, with its messages.
    Facebook,
    /// X, formerly Twitter.
    X,
    /// LinkedIn.
    Linkedin,
    /// Any other.
    #[default]
    Other,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// A post of one's own.
    #[default]
    Post,
    /// A comment below somebody's post.
    Comment,
    /// An answer to a comment, review or post.
    Reply,
    /// A private message.
    Message,
    /// A post in a group.
    GroupPost,
}

/// Who will be able to read it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Anyone.
    Public,
    /// Friends, followers of a protected account, or a list of them.
    Friends,
    /// LinkedIn connections.
    Connections,
    /// The members of a private group.
    Group,
    /// The people in a conversation.
    Message,
    /// Only the author.
    OnlyMe,
    /// Could not be read; judged as public.
    #[default]
    Unknown,
}

/// A country whose professional guidance we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(clippy::upper_case_acronyms, reason = "these are codes")]
pub enum Jurisdiction {
    /// The United Kingdom.
    UK,
    /// Ireland.
    IE,
    /// Hong Kong.
    HK,
    /// Malaysia.
    MY,
    /// Singapore.
    SG,
    /// South Africa.
    ZA,
    /// New Zealand.
    NZ,
    /// Australia.
    AU,
    /// The United States.
    US,
    /// Canada.
    CA,
}

impl Jurisdiction {
    /// All of them; the build counts on this order.
    pub(crate) const ALL: &[Jurisdiction] = &[
        Jurisdiction::UK,
        Jurisdiction::IE,
        Jurisdiction::HK,
        Jurisdiction::MY,
        Jurisdiction::SG,
        Jurisdiction::ZA,
        Jurisdiction::NZ,
        Jurisdiction::AU,
        Jurisdiction::US,
        Jurisdiction::CA,
    ];

    /// The country's name as it stands in a sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Jurisdiction::UK => "the UK",
            Jurisdiction::IE => "Ireland",
            Jurisdiction::HK => "Hong Kong",
            Jurisdiction::MY => "Malaysia",
            Jurisdiction::SG => "Singapore",
            Jurisdiction::ZA => "South Africa",
            Jurisdiction::NZ => "New Zealand",
            Jurisdiction::AU => "Australia",
            Jurisdiction::US => "the USA",
            Jurisdiction::CA => "Canada",
        }
    }
}

/// Something attached: only its kind and file name ever reach the core.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Attachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// Its file name.
    #[serde(default)]
    pub name: String,
}

/// What an attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttachmentKind {
    /// A picture.
    Image,
    /// A film.
    Video,
    /// A document.
    Document,
    /// Anything else.
    Other,
}
