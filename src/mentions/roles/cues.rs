//! What speaks for or against a name being a patient's. How much each says is learned (`training/roles`).

use super::super::people::Scene;
use super::{NEAR, care, is_in_a_bed, is_the_authors_own};
use crate::lexicon::{Class, class};
use crate::text::token::{Kind, Shape};
use std::ops::Range;

macro_rules! cues {
    ($($name:ident = $id:literal,)*) => {
        /// One sign.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Cue { $(#[doc = $id] $name,)* }

        /// The ids of all cues, in their order.
        pub(crate) const CUE_IDS: &[&str] = &[$($id,)*];
    };
}

cues! {
    Any = "any name",
    CivilTitle = "after a civil title",
    ElderTitle = "after a word for elders or children",
    Kin = "after a word for kin",
    Fond = "after my or our",
    Called = "after named or called",
    Bed = "before or after a bed",
    Age = "before an age",
    PatientNear = "a word for a patient just before",
    Colleague = "a word for a colleague close by",
    ColleagueSentence = "a word for a colleague in the sentence",
    ClinicianTitleSentence = "another name with a clinician's title in the sentence",
    Praise = "praise in the sentence",
    PraiseDraft = "praise in the draft",
    Care = "care in the sentence",
    SomeCare = "a sign of care in the sentence",
    CareNear = "care in a sentence beside it",
    CareDraft = "care somewhere in the draft",
    SomeCareDraft = "a sign of care somewhere in the draft",
    PatientDraft = "a word for a patient in the draft",
    PluralPatients = "patients in general in the draft",
    Pronoun = "he or she in the sentence",
    PronounDraft = "he or she in the draft",
    Author = "I or me in the sentence",
    Reader = "you in the sentence",
    Historical = "history",
    Teaching = "teaching",
    Source = "a source",
    Hypothetical = "something made up",
    KnownDraft = "somebody known in the draft",
    OwnFamilyDraft = "the author's family in the draft",
    Pet = "a pet in the draft",
    Address = "addressed at the start",
    Vocative = "addressed between commas",
    Reply = "in a reply",
    ReplyAddress = "addressed in a reply",
    ReplyReader = "a reply that speaks of you",
    Message = "in a message",
    Group = "in a group",
    First = "first in its sentence",
    Full = "given name and surname",
    OneWord = "one word",
    Initial = "with an initial",
    Small = "in small letters",
    Given = "a known given name",
    Surname = "a known surname",
    NoList = "a name of no list",
    Place = "also a place",
    Common = "also a word",
    Possessive = "possessive",
    Possible = "a name only perhaps",
    AddressYou = "addressed before you in a reply",
    TitleCare = "a civil or fond title, and care in the draft",
    CarePronoun = "care and he or she around a name that is first",
    Several = "one of several names",
    AfterFor = "after for",
    AfterTo = "after to",
    AfterWith = "after with",
    AfterAnd = "after and",
    AfterFrom = "after from, at, in, by",
    BeforeIn = "before in, from, at",
    BeforePast = "before a word in -ed",
    BeforeIs = "before is, was, has",
    ThirdPersonNear = "he or she soon after",
    Hashtag = "in a hashtag",
    Institution = "before hospital, ward, street",
    Question = "a question",
    Url = "a link in the draft",
}

/// Words behind a name that make it the name of a place or a thing.
const THINGS: &[&str] = &[
    "hospital",
    "ward",
    "street",
    "road",
    "st",
    "rd",
    "avenue",
    "lane",
    "park",
    "unit",
    "clinic",
    "centre",
    "center",
    "building",
    "house",
    "school",
    "university",
    "college",
    "surgery",
    "trust",
    "foundation",
    "award",
    "prize",
    "lecture",
    "cup",
    "club",
    "church",
    "bay",
    "hill",
    "bridge",
    "station",
    "airport",
    "beach",
    "study",
    "trial",
    "et",
];

/// Calls `sees` with every cue of a name.
pub(super) fn of_name(scene: &Scene<'_>, at: usize, length: usize, mut sees: impl FnMut(Cue)) {
    let text = scene.text;
    let sentence_number = text.tokens[at].sentence as usize;
    let sentence = text.sentences[sentence_number].clone();
    let evidence = scene.evidence[sentence_number];
    let announcer = scene.names.announcer(at);
    let announced = |wanted: Class| announcer.is_some_and(|before| text.ends_with(before, wanted));
    let mut when = |holds: bool, cue: Cue| {
        if holds {
            sees(cue);
        }
    };
    when(true, Cue::Any);
    for cue in &scene.whole.cues {
        when(true, *cue);
    }
    let first = match announcer {
        Some(before) if text.is(before, class::TITLE) => before,
        _ => at,
    };
    when(announced(class::TITLE_CIVIL), Cue::CivilTitle);
    when(announced(class::TITLE_ELDER), Cue::ElderTitle);
    when(announced(class::KIN), Cue::Kin);
    when(announced(class::NAMED), Cue::Called);
    when(is_the_authors_own(scene, first), Cue::Fond);
    when(is_in_a_bed(scene, at, length), Cue::Bed);
    when(is_before_an_age(scene, at + length), Cue::Age);
    when(
        scene.is_before(first, NEAR + 1, class::PATIENT_SINGULAR),
        Cue::PatientNear,
    );
    let near = at.saturating_sub(4).max(sentence.start)..(at + length + 4).min(sentence.end);
    let near_has = |wanted: Class| near.clone().any(|token| text.is(token, wanted));
    when(near_has(class::COLLEAGUE), Cue::Colleague);
    when(evidence.colleague, Cue::ColleagueSentence);
    when(evidence.clinician_title, Cue::ClinicianTitleSentence);
    when(evidence.praise, Cue::Praise);
    when(evidence.is_care(), Cue::Care);
    when(evidence.is_clinical(), Cue::SomeCare);
    let beside = [sentence_number.wrapping_sub(1), sentence_number + 1];
    let care_beside = beside
        .iter()
        .any(|number| scene.evidence.get(*number).is_some_and(|beside| beside.is_care()));
    when(care_beside, Cue::CareNear);
    when(evidence.pronoun, Cue::Pronoun);
    when(evidence.author, Cue::Author);
    when(evidence.reader, Cue::Reader);
    when(evidence.manner.historical, Cue::Historical);
    when(evidence.manner.teaching, Cue::Teaching);
    when(evidence.manner.source, Cue::Source);
    when(evidence.manner.hypothetical, Cue::Hypothetical);
    when(evidence.manner.question, Cue::Question);
    let (begins, between) = address(scene, first, at + length, &sentence);
    let is_reply = scene.whole.cues.contains(&Cue::Reply);
    when(begins, Cue::Address);
    when(between, Cue::Vocative);
    when(is_reply && (begins || between), Cue::ReplyAddress);
    when(is_reply && evidence.reader, Cue::ReplyReader);
    when(is_reply && evidence.reader && (begins || between), Cue::AddressYou);
    when(scene.names.is_only_possible(at), Cue::Possible);
    let titled = announced(class::TITLE_CIVIL) || announced(class::TITLE_ELDER);
    when(titled && scene.whole.cues.contains(&Cue::SomeCareDraft), Cue::TitleCare);
    when(
        evidence.is_clinical() && evidence.pronoun && first == sentence.start,
        Cue::CarePronoun,
    );
    of_form(scene, at, length, &mut when);
    when(scene.whole.names > 2, Cue::Several);
    let before = first
        .checked_sub(1)
        .filter(|before| *before >= sentence.start)
        .map_or("", |before| text.word(before));
    when(before == "for", Cue::AfterFor);
    when(before == "to", Cue::AfterTo);
    when(before == "with", Cue::AfterWith);
    when(matches!(before, "and" | "&"), Cue::AfterAnd);
    when(matches!(before, "from" | "at" | "in" | "by" | "near"), Cue::AfterFrom);
    let word = |place: usize| if place < sentence.end { text.word(place) } else { "" };
    let behind = word(at + length);
    when(matches!(behind, "in" | "from" | "at"), Cue::BeforeIn);
    when(behind.len() > 4 && behind.ends_with("ed"), Cue::BeforePast);
    when(matches!(behind, "is" | "was" | "has" | "had"), Cue::BeforeIs);
    when(behind == "'s", Cue::Possessive);
    let soon = at + length..(at + length + 6).min(sentence.end);
    when(
        soon.into_iter().any(|token| text.is(token, class::THIRD_PERSON)),
        Cue::ThirdPersonNear,
    );
    when(first == sentence.start, Cue::First);
    when(
        THINGS.contains(&behind) || THINGS.contains(&word(at + length + 1)),
        Cue::Institution,
    );
}

/// How the name itself is written.
fn of_form(scene: &Scene<'_>, at: usize, length: usize, when: &mut impl FnMut(bool, Cue)) {
    let text = scene.text;
    let token = &text.tokens[at];
    let entry = scene.names.entry(text, at);
    let last = at + length - 1;
    let words = (at..at + length)
        .filter(|part| text.tokens[*part].kind == Kind::Word)
        .count();
    let initial = (at..at + length).any(|part| text.tokens[part].end - text.tokens[part].start == 1);
    when(words > 1 && scene.names.entry(text, last).is_surname(), Cue::Full);
    when(words == 1, Cue::OneWord);
    when(initial, Cue::Initial);
    when(!token.shape.has(Shape::CAPITAL), Cue::Small);
    when(entry.is_given(), Cue::Given);
    when(entry.is_surname(), Cue::Surname);
    when(!entry.is_given() && !entry.is_surname(), Cue::NoList);
    when(entry.people().is_some(), Cue::Place);
    when(entry.is_common(), Cue::Common);
    when(token.shape.has(Shape::IN_HASHTAG), Cue::Hashtag);
}

/// Whether somebody is addressed by the name: at the start of a sentence ("Hi Ann,", "Ann,"), or between commas.
fn address(scene: &Scene<'_>, first: usize, end: usize, sentence: &Range<usize>) -> (bool, bool) {
    let text = scene.text;
    let word = |at: usize| if at < sentence.end { text.word(at) } else { "." };
    let closes = matches!(word(end), "," | "!" | "." | ":" | "?" | "\n");
    let greeted = first > sentence.start
        && matches!(
            text.word(first - 1),
            "hi" | "hello"
                | "hey"
                | "dear"
                | "thanks"
                | "thank"
                | "sorry"
                | "aw"
                | "ah"
                | "yes"
                | "no"
                | "cheers"
                | "you"
        );
    let opens = first == sentence.start;
    let after_comma = first > sentence.start && text.word(first - 1) == ",";
    ((opens && closes) || greeted, after_comma && closes)
}

fn is_before_an_age(scene: &Scene<'_>, end: usize) -> bool {
    let text = scene.text;
    let comma = usize::from(text.tokens.get(end).is_some() && matches!(text.word(end), "," | "("));
    text.tokens
        .get(end + comma)
        .is_some_and(|token| token.kind == Kind::Number && text.word(end + comma).len() <= 2)
        && care::slot(text, end).is_none()
}
