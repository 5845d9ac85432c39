//! How the audience and the surface change a finding's severity: a `stop` becomes a `warn`, for some categories only. A `warn` stays
//! one: among friends too, most labelled posts of these categories are to be reworked (`docs/decisions/severity.md`).
//!
//! `public`, `unknown` and `group` lower nothing: what is posted in a group can be copied out. Findings about identifiable
//! patients are never lowered by context, only by their consent.

use super::Severity;
use crate::category::Category;
use crate::draft::{Audience, Draft, Surface};

/// What a smaller audience makes less pressing.
const LOWERED_AMONG_FRIENDS: &[Category] = &[
    Category::UnsourcedClaim,
    Category::Advertising,
    Category::UndisclosedInterest,
    Category::UndisclosedIdentity,
    Category::AuthorPrivacy,
];

/// What a private message makes less pressing as well.
const LOWERED_IN_MESSAGES: &[Category] = &[
    Category::HeatedReply,
    Category::ColleagueOrEmployer,
    Category::DerogatoryRemark,
];

/// What a patient's own consent can allow.
const CONSENT_ALLOWS: &[Category] = &[
    Category::PatientIdentifier,
    Category::JigsawIdentification,
    Category::ConfirmsRelationship,
    Category::ClinicalImage,
];

/// How much the draft says of consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Consent {
    None,
    /// Claimed in vague words.
    Vague,
    /// Stated and specific, or confirmed by the author at the gate.
    Specific,
}

/// The severity of a finding of this category in this draft.
pub(crate) fn in_context(severity: Severity, category: Category, draft: &Draft, consent: Consent) -> Severity {
    let private = matches!(draft.audience, Audience::Message | Audience::OnlyMe)
        || (draft.surface == Surface::Message && draft.audience == Audience::Unknown);
    let friends = matches!(draft.audience, Audience::Friends | Audience::Connections);
    let lowers = ((friends || private) && LOWERED_AMONG_FRIENDS.contains(&category))
        || (private && LOWERED_IN_MESSAGES.contains(&category));
    let severity = if lowers { severity.min(Severity::Warn) } else { severity };
    match consent {
        Consent::Specific if CONSENT_ALLOWS.contains(&category) => Severity::Note,
        Consent::Vague if CONSENT_ALLOWS.contains(&category) => severity.min(Severity::Warn),
        _ => severity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn severity(category: Category, audience: Audience, consent: Consent) -> Severity {
        in_context(
            Severity::Stop,
            category,
            &Draft {
                audience,
                ..Draft::default()
            },
            consent,
        )
    }

    #[test]
    fn the_table_holds() {
        use Audience::{Connections, Friends, Group, Message, OnlyMe, Public, Unknown};
        for category in Category::ALL {
            for audience in [Public, Unknown, Group] {
                assert_eq!(
                    severity(*category, audience, Consent::None),
                    Severity::Stop,
                    "{category:?} {audience:?}"
                );
            }
            for audience in [Friends, Connections] {
                let lowered = LOWERED_AMONG_FRIENDS.contains(category);
                assert_eq!(
                    severity(*category, audience, Consent::None) == Severity::Warn,
                    lowered,
                    "{category:?} {audience:?}"
                );
            }
            for audience in [Message, OnlyMe] {
                let lowered = LOWERED_AMONG_FRIENDS.contains(category) || LOWERED_IN_MESSAGES.contains(category);
                assert_eq!(
                    severity(*category, audience, Consent::None) == Severity::Warn,
                    lowered,
                    "{category:?} {audience:?}"
                );
            }
        }
    }

    #[test]
    fn consent_counts_for_what_a_patient_can_allow() {
        assert_eq!(
            severity(Category::PatientIdentifier, Audience::Public, Consent::Specific),
            Severity::Note
        );
        assert_eq!(
            severity(Category::PatientIdentifier, Audience::Public, Consent::Vague),
            Severity::Warn
        );
        assert_eq!(
            severity(Category::DerogatoryRemark, Audience::Public, Consent::Specific),
            Severity::Stop
        );
    }
}
