//! What a rule can ask about the draft.

use super::facts::{Fact, FactSet};
use crate::draft::{Draft, Jurisdiction};
use crate::identifiers::{self, Identifier};
use crate::jigsaw::{self, Detail};
use crate::lexicon::{Class, class};
use crate::mentions::Mentions;
use crate::profile::Profile;
use crate::text::token::Shape;
use crate::text::{Span, Text};
use std::cell::OnceCell;
use std::ops::Range;

/// How many tokens before a match its subject is looked for.
const NEAR_SUBJECT: usize = 8;

/// Words for anybody but the author.
const OTHERS: &[Class] = &[
    class::PATIENT,
    class::THIRD_PERSON,
    class::READER,
    class::COLLEAGUE,
    class::KIN,
    class::PEOPLE,
];

/// The draft, read: everything a rule may look at.
pub(crate) struct Context<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) profile: &'a Profile,
    pub(crate) text: &'a Text,
    pub(crate) mentions: &'a Mentions,
    /// Numbers, contacts, addresses and dates that point at one person, with their places.
    pub(crate) identifiers: Vec<(Identifier, Span)>,
    /// Facts of the whole draft.
    draft_facts: FactSet,
    /// Found when they are first asked for.
    details: OnceCell<Vec<Detail>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(draft: &'a Draft, profile: &'a Profile, text: &'a Text, mentions: &'a Mentions) -> Self {
        let identifiers = identifiers::located(&draft.text);
        Context {
            draft,
            profile,
            text,
            mentions,
            identifiers,
            draft_facts: of_draft(draft, profile) | mentions.draft_facts(),
            details: OnceCell::new(),
        }
    }

    /// What holds of these tokens of a sentence: of the draft, of the sentence, and of the tokens themselves.
    pub(crate) fn facts(&self, sentence: usize, tokens: Range<usize>) -> FactSet {
        let mut facts = self.draft_facts | self.mentions.facts(sentence);
        if let Some(first) = self.text.tokens.get(tokens.start) {
            if first.shape.has(Shape::QUOTED) {
                facts |= bit(Fact::Quoted);
            }
            if first.shape.has(Shape::NEGATED) {
                facts |= bit(Fact::Negated);
            }
        }
        let words = self.text.tokens.get(tokens.clone()).unwrap_or_default();
        if words.iter().any(|token| token.shape.has(Shape::NEGATED)) {
            facts |= bit(Fact::Denied);
        }
        if tokens.clone().any(|token| self.is_suffered(token)) {
            facts |= bit(Fact::Suffered);
        }
        if self.speaks_of_self(tokens.start) {
            facts |= bit(Fact::AuthorSpeaksOfSelf);
        }
        facts
    }

    /// "Was killed", "got badly scammed": told of the one to whom it was done.
    fn is_suffered(&self, at: usize) -> bool {
        /// So many words may stand between.
        const BETWEEN: usize = 4;
        let is_form_of_be = |before: usize| {
            matches!(
                self.text.word(before),
                "was" | "were" | "been" | "being" | "got" | "is" | "are" | "gets"
            )
        };
        self.text.is(at, class::SUFFERED)
            && (at.saturating_sub(BETWEEN)..at).any(|before| {
                is_form_of_be(before) && self.text.tokens[before].sentence == self.text.tokens[at].sentence
            })
    }

    /// Whether the last person named up to this token, in its sentence, is the author ("I was such an idiot").
    fn speaks_of_self(&self, at: usize) -> bool {
        let Some(token) = self.text.tokens.get(at) else {
            return false;
        };
        let start = self.text.sentences[token.sentence as usize].start;
        (start.max(at.saturating_sub(NEAR_SUBJECT))..=at)
            .rev()
            .find_map(|before| match self.text.word(before) {
                "i" | "am" | "myself" | "we" | "me" => Some(true),
                _ if OTHERS.iter().any(|class| self.text.is(before, *class)) => Some(false),
                _ => None,
            })
            .unwrap_or(false)
    }

    /// Every detail that could narrow somebody down, whoever it is about.
    pub(crate) fn details(&self) -> &[Detail] {
        self.details.get_or_init(|| jigsaw::details(self.text, self.mentions))
    }

    /// What holds of the whole draft.
    pub(crate) fn draft_facts(&self) -> FactSet {
        self.draft_facts
    }

    /// Whether a fact holds of the whole draft.
    pub(crate) fn draft_has(&self, fact: Fact) -> bool {
        self.draft_facts & bit(fact) != 0
    }

    /// Whether a fact holds of the sentence a token stands in, or of the draft.
    pub(crate) fn holds(&self, fact: Fact, token: usize) -> bool {
        let Some(found) = self.text.tokens.get(token) else {
            return false;
        };
        self.facts(found.sentence as usize, token..token + 1) & bit(fact) != 0
    }

    /// The country whose guidance applies.
    pub(crate) fn jurisdiction(&self) -> Option<Jurisdiction> {
        self.draft.jurisdiction.or(self.profile.jurisdiction)
    }
}

/// The set that holds one fact.
pub(crate) const fn bit(fact: Fact) -> FactSet {
    1 << fact as u32
}

fn of_draft(draft: &Draft, profile: &Profile) -> FactSet {
    use crate::draft::{AttachmentKind, Audience, Site, Surface};
    let surface = match draft.surface {
        Surface::Post => Fact::SurfacePost,
        Surface::Comment => Fact::SurfaceComment,
        Surface::Reply => Fact::SurfaceReply,
        Surface::Message => Fact::SurfaceMessage,
        Surface::GroupPost => Fact::SurfaceGroupPost,
    };
    let audience = match draft.audience {
        Audience::Public => Fact::AudiencePublic,
        Audience::Friends => Fact::AudienceFriends,
        Audience::Connections => Fact::AudienceConnections,
        Audience::Group => Fact::AudienceGroup,
        Audience::Message => Fact::AudienceMessage,
        Audience::OnlyMe => Fact::AudienceOnlyMe,
        Audience::Unknown => Fact::AudienceUnknown,
    };
    let site = match draft.site {
        Site::Facebook => Fact::SiteFacebook,
        Site::X => Fact::SiteX,
        Site::Linkedin => Fact::SiteLinkedin,
        Site::Other => Fact::SiteOther,
    };
    let jurisdiction = draft
        .jurisdiction
        .or(profile.jurisdiction)
        .map(|jurisdiction| match jurisdiction {
            Jurisdiction::UK => Fact::JurisdictionUk,
            Jurisdiction::IE => Fact::JurisdictionIe,
            Jurisdiction::HK => Fact::JurisdictionHk,
            Jurisdiction::MY => Fact::JurisdictionMy,
            Jurisdiction::SG => Fact::JurisdictionSg,
            Jurisdiction::ZA => Fact::JurisdictionZa,
            Jurisdiction::NZ => Fact::JurisdictionNz,
            Jurisdiction::AU => Fact::JurisdictionAu,
            Jurisdiction::US => Fact::JurisdictionUs,
            Jurisdiction::CA => Fact::JurisdictionCa,
        });
    let attachments = draft
        .attachments
        .iter()
        .flatten()
        .map(|attachment| match attachment.kind {
            AttachmentKind::Image => Fact::AttachmentImage,
            AttachmentKind::Video => Fact::AttachmentVideo,
            AttachmentKind::Document => Fact::AttachmentDocument,
            AttachmentKind::Other => Fact::AttachmentOther,
        });
    [surface, audience, site]
        .into_iter()
        .chain(jurisdiction)
        .chain(attachments)
        .fold(0, |all, fact| all | bit(fact))
}
