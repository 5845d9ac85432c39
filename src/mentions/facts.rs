//! What holds of each sentence: who it is about, and in which manner it speaks.

use super::care::Evidence;
use super::{Mention, Role};
use crate::lexicon::{Class, class};
use crate::rules::facts::{Fact, FactSet};
use crate::text::Text;
use crate::text::token::Kind;

const fn bit(fact: Fact) -> FactSet {
    1 << fact as u32
}

/// Words that give a sentence its manner.
const MANNERS: &[(Class, Fact)] = &[
    (class::HYPOTHETICAL, Fact::Hypothetical),
    (class::TEACHING, Fact::Teaching),
    (class::HISTORICAL, Fact::Historical),
    (class::KNOWN_PERSON, Fact::AboutPublicFigure),
    (class::STATISTIC, Fact::Statistic),
    (class::COUNTER_SPEECH, Fact::CounterSpeech),
    (class::OWN_ILLNESS, Fact::FirstPersonIllness),
    (class::CLINICAL, Fact::Clinical),
    (class::SOURCE, Fact::Sourced),
    (class::CONSENT_SPECIFIC, Fact::Consent),
    (class::CONSENT_VAGUE, Fact::VagueConsent),
    (class::HEDGE, Fact::Hedged),
    (class::DECLARED_INTEREST, Fact::Declared),
    (class::OFFERED_CARE, Fact::OffersCare),
    (class::HEALTH_WORK, Fact::HealthWork),
    (class::APPROVED_ADVERT, Fact::ApprovedAdvert),
];

/// What a sentence that only has pronouns takes over from the one before.
const CARRIED: FactSet = bit(Fact::AboutPatient)
    | bit(Fact::AboutRelative)
    | bit(Fact::AboutColleague)
    | bit(Fact::AboutPublicFigure)
    | bit(Fact::OwnFamily);

/// What holds of the whole draft once a sentence says so.
const OF_THE_WHOLE: &[(Class, Fact)] = &[
    (class::HYPOTHETICAL_DRAFT, Fact::Hypothetical),
    (class::DECLARED_INTEREST, Fact::Declared),
    (class::OFFERED_CARE, Fact::OffersCare),
    (class::HEALTH_WORK, Fact::HealthWork),
    (class::APPROVED_ADVERT, Fact::ApprovedAdvert),
];

/// The facts of each sentence.
pub(super) fn of_sentences(text: &Text, mentions: &[Mention], evidence: &[Evidence]) -> Vec<FactSet> {
    let mut all: Vec<FactSet> = text
        .sentences
        .iter()
        .zip(evidence)
        .map(|(sentence, evidence)| of_words(text, sentence.clone()) | of_care(*evidence))
        .collect();
    for mention in mentions {
        let sentence = text.tokens[mention.tokens.start].sentence as usize;
        all[sentence] |= match mention.role {
            Role::Patient => bit(Fact::AboutPatient) | bit(Fact::AboutPerson),
            Role::Relative => bit(Fact::AboutRelative) | bit(Fact::AboutPerson),
            Role::Colleague => bit(Fact::AboutColleague) | bit(Fact::AboutPerson),
            Role::PublicFigure => bit(Fact::AboutPublicFigure) | bit(Fact::AboutPerson),
            Role::Author if is_family(text, mention) => bit(Fact::AboutAuthor) | bit(Fact::OwnFamily),
            Role::Author => bit(Fact::AboutAuthor),
            Role::Reader => bit(Fact::AboutReader),
            Role::Other => bit(Fact::AboutPublic),
            Role::Unknown => bit(Fact::AboutPerson),
        };
    }
    carry_on(text, evidence, &mut all);
    let whole = all.iter().fold(0, |all, one| all | one) & whole_draft(text);
    all.iter_mut().for_each(|facts| *facts |= whole);
    of_animals(text, mentions, &mut all);
    all
}

/// Where an animal is spoken of, and in the sentence after. Beside a patient or their family it explains nothing.
fn of_animals(text: &Text, mentions: &[Mention], all: &mut [FactSet]) {
    let somebody = |mention: &Mention| matches!(mention.role, Role::Patient | Role::Relative);
    if mentions.iter().any(somebody) {
        return;
    }
    for (at, sentence) in text.sentences.iter().enumerate() {
        // "CAT scan", "Cat 3 call".
        let is_meant = |token: usize| {
            text.word(token) != "cat"
                || (token + 1 == sentence.end)
                || !(text.word(token + 1) == "scan" || text.tokens[token + 1].kind == Kind::Number)
        };
        if sentence
            .clone()
            .any(|token| text.is(token, class::PET) && is_meant(token))
        {
            all[at..]
                .iter_mut()
                .take(2)
                .for_each(|facts| *facts |= bit(Fact::Animal));
        }
    }
}

/// Pronouns carry on who was spoken of in the sentence before; in a sentence of care with nobody else they are a patient.
fn carry_on(text: &Text, evidence: &[Evidence], all: &mut [FactSet]) {
    for (at, sentence) in text.sentences.iter().enumerate() {
        let has_pronoun = sentence.clone().any(|token| text.is(token, class::THIRD_PERSON));
        if !has_pronoun {
            continue;
        }
        all[at] |= bit(Fact::AboutPerson);
        let somebody = all[at] & (CARRIED & !bit(Fact::AboutRelative));
        if somebody != 0 {
            continue;
        }
        let before = if at > 0 { all[at - 1] & CARRIED } else { 0 };
        if before != 0 {
            all[at] |= before;
        } else if evidence[at].is_care() {
            all[at] |= bit(Fact::AboutPatient);
        }
    }
}

fn of_care(evidence: Evidence) -> FactSet {
    if evidence.is_care() { bit(Fact::Care) } else { 0 }
}

/// "I" is the author; "my son" and "our dog" are the author's family.
fn is_family(text: &Text, mention: &Mention) -> bool {
    mention.named || text.is(mention.tokens.start, class::KIN)
}

/// Facts that some word spreads over the whole draft.
fn whole_draft(text: &Text) -> FactSet {
    let has = |wanted: Class| (0..text.tokens.len()).any(|token| text.is(token, wanted));
    OF_THE_WHOLE
        .iter()
        .filter(|(class, _)| has(*class))
        .fold(0, |all, (_, fact)| all | bit(*fact))
}

fn of_words(text: &Text, sentence: std::ops::Range<usize>) -> FactSet {
    let mut facts = 0;
    for token in sentence.clone() {
        for tag in text.tags(token) {
            for (class, fact) in MANNERS {
                let is_hollow = || match fact {
                    Fact::Consent => is_refused(text, &sentence, token),
                    Fact::Sourced | Fact::Declared => is_to_be_filled_in(text, &sentence, token),
                    _ => false,
                };
                if tag.class == *class && !is_hollow() {
                    facts |= bit(*fact);
                }
            }
        }
        match text.tokens[token].kind {
            Kind::Url => facts |= bit(Fact::Sourced),
            Kind::Mark if text.word(token) == "?" => facts |= bit(Fact::Question),
            _ => {}
        }
    }
    facts
}

/// "She never gave written permission", "without her consent to post".
fn is_refused(text: &Text, sentence: &std::ops::Range<usize>, token: usize) -> bool {
    /// So many words before.
    const REACH: usize = 4;
    let before = token.saturating_sub(REACH).max(sentence.start)..token;
    before.into_iter().any(|before| text.is(before, class::NEGATION))
}

/// "(source: [link])": what a fix of ours leaves for the author to fill in says nothing before they have.
fn is_to_be_filled_in(text: &Text, sentence: &std::ops::Range<usize>, token: usize) -> bool {
    /// From the word for it to the bracket: "of", "interest", a colon.
    const REACH: usize = 4;
    /// How our places begin.
    const BEGIN: [&str; 2] = ["link", "what"];
    let after = token + 1..(token + 1 + REACH).min(sentence.end.saturating_sub(1));
    after
        .into_iter()
        .any(|at| text.word(at) == "[" && BEGIN.contains(&text.word(at + 1)))
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
