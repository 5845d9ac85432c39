//! What the whole draft says for or against any name in it being a patient's.

use super::super::people::Scene;
use super::cues::{CUE_IDS, Cue};
use super::is_the_authors_own;
use crate::draft::Surface;
use crate::lexicon::class;
use crate::rules::facts::Fact;
use crate::text::token::Kind;

/// What holds of the whole draft, counted once.
#[derive(Debug, Default)]
pub(in super::super) struct Whole {
    pub(super) cues: Vec<Cue>,
    pub(super) names: usize,
    /// A link and not one word of the author's own: news.
    is_news: bool,
}

impl Whole {
    /// Whether the draft passes on what others have published.
    pub(super) fn is_news(&self) -> bool {
        self.is_news
    }

    /// Looks over the draft once.
    pub(in super::super) fn new(scene: &Scene<'_>) -> Self {
        let text = scene.text;
        let mut whole = Whole::default();
        let mut has = [false; CUE_IDS.len()];
        for at in 0..text.tokens.len() {
            whole.names += usize::from(scene.names.at(at).is_some());
            for tag in text.tags(at) {
                for (class, cue) in [
                    (class::PRAISE, Cue::PraiseDraft),
                    (class::PATIENT_SINGULAR, Cue::PatientDraft),
                    (class::PATIENT_PLURAL, Cue::PluralPatients),
                    (class::THIRD_PERSON, Cue::PronounDraft),
                    (class::KNOWN_PERSON, Cue::KnownDraft),
                    (class::PET, Cue::Pet),
                ] {
                    has[cue as usize] |= tag.class == class;
                }
            }
            has[Cue::Url as usize] |= text.tokens[at].kind == Kind::Url;
            has[Cue::OwnFamilyDraft as usize] |= text.is(at, class::KIN) && is_the_authors_own(scene, at);
        }
        has[Cue::CareDraft as usize] = scene.evidence.iter().any(|evidence| evidence.is_care());
        has[Cue::SomeCareDraft as usize] = scene.evidence.iter().any(|evidence| evidence.is_clinical());
        has[Cue::Reply as usize] = scene.reply & (1 << Fact::Reply as u32) != 0;
        has[Cue::Message as usize] = scene.surface == Surface::Message;
        has[Cue::Group as usize] = scene.surface == Surface::GroupPost;
        let speaks = scene.evidence.iter().any(|evidence| evidence.author);
        whole.is_news = has[Cue::Url as usize] && !speaks;
        whole.cues = ALL.iter().copied().filter(|cue| has[*cue as usize]).collect();
        whole
    }
}

/// The cues that hold of a draft.
const ALL: &[Cue] = &[
    Cue::PraiseDraft,
    Cue::PatientDraft,
    Cue::PluralPatients,
    Cue::PronounDraft,
    Cue::KnownDraft,
    Cue::Pet,
    Cue::Url,
    Cue::OwnFamilyDraft,
    Cue::CareDraft,
    Cue::SomeCareDraft,
    Cue::Reply,
    Cue::Message,
    Cue::Group,
];
