//! What holds of each sentence: who it is about, and in which manner it speaks.

use super::{Mention, Role};
use crate::lexicon::{Class, class};
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;

const fn bit(fact: Fact) -> FactSet {
    1 << fact as u32
}

/// Words that give a sentence its manner.
const MANNERS: &[(Class, Fact)] = &[
    (class::HYPOTHETICAL, Fact::Hypothetical),
    (class::TEACHING, Fact::Teaching),
    (class::HISTORICAL, Fact::Historical),
    (class::STATISTIC, Fact::Statistic),
    (class::COUNTER_SPEECH, Fact::CounterSpeech),
    (class::OWN_ILLNESS, Fact::FirstPersonIllness),
    (class::CLINICAL, Fact::Clinical),
    (class::SOURCE, Fact::Sourced),
    (class::CONSENT_SPECIFIC, Fact::Consent),
    (class::CONSENT_VAGUE, Fact::VagueConsent),
];

/// What a sentence of pronouns only takes over from the one before.
const CARRIED: FactSet =
    bit(Fact::AboutPatient) | bit(Fact::AboutRelative) | bit(Fact::AboutColleague) | bit(Fact::AboutPublicFigure);

/// The facts of each sentence.
pub(super) fn of_sentences(text: &Text, mentions: &[Mention]) -> Vec<FactSet> {
    let mut all: Vec<FactSet> = text
        .sentences
        .iter()
        .map(|sentence| of_words(text, sentence.clone()))
        .collect();
    for mention in mentions {
        let sentence = text.tokens[mention.tokens.start].sentence as usize;
        all[sentence] |= match mention.role {
            Role::Patient => bit(Fact::AboutPatient) | bit(Fact::AboutPerson),
            Role::Relative => bit(Fact::AboutRelative) | bit(Fact::AboutPerson),
            Role::Colleague => bit(Fact::AboutColleague) | bit(Fact::AboutPerson),
            Role::PublicFigure => bit(Fact::AboutPublicFigure) | bit(Fact::AboutPerson),
            Role::Author => bit(Fact::AboutAuthor),
            Role::Reader => bit(Fact::AboutReader),
            Role::Other => bit(Fact::AboutPublic),
            Role::Unknown => bit(Fact::AboutPerson),
        };
    }
    for (at, sentence) in text.sentences.iter().enumerate() {
        let has_pronoun = sentence.clone().any(|token| text.is(token, class::THIRD_PERSON));
        if has_pronoun {
            all[at] |= bit(Fact::AboutPerson);
            if at > 0 && all[at] & CARRIED == 0 {
                all[at] |= all[at - 1] & CARRIED;
            }
        }
    }
    all
}

fn of_words(text: &Text, sentence: std::ops::Range<usize>) -> FactSet {
    let mut facts = 0;
    for token in sentence {
        for tag in text.tags(token) {
            for (class, fact) in MANNERS {
                if tag.class == *class {
                    facts |= bit(*fact);
                }
            }
        }
        match text.tokens[token].kind {
            crate::text::token::Kind::Url => facts |= bit(Fact::Sourced),
            crate::text::token::Kind::Mark if text.word(token) == "?" => facts |= bit(Fact::Question),
            _ => {}
        }
    }
    facts
}

/// What some sentence of the draft has.
pub(super) fn of_draft(sentences: &[FactSet]) -> FactSet {
    let any = sentences.iter().fold(0, |all, one| all | one);
    let lifted = [
        (Fact::AboutPatient, Fact::DraftPatient),
        (Fact::AboutRelative, Fact::DraftRelative),
        (Fact::AboutColleague, Fact::DraftColleague),
        (Fact::Clinical, Fact::DraftClinical),
        (Fact::Sourced, Fact::DraftSourced),
        (Fact::Consent, Fact::DraftConsent),
        // Vague words of consent are about the post as a whole.
        (Fact::VagueConsent, Fact::VagueConsent),
    ];
    lifted
        .into_iter()
        .filter(|(fact, _)| any & bit(*fact) != 0)
        .fold(0, |all, (_, lifted)| all | bit(lifted))
}
