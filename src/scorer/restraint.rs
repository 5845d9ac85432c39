//! What the scorer does not say, or not so loudly: the words do not carry it, a rule has said it better, or it is of nobody.

use super::passage::Passage;
use super::reading::{FEW, Reading};
use super::table::TABLE;
use crate::category::Category;
use crate::mentions::Mention;
use crate::report::{Finding, Severity};
use crate::rules::Context;
use crate::rules::facts::Fact;
use crate::text::Span;
use crate::text::token::Kind;

/// Whether the draft is held for some of these words.
pub(super) fn holds(finding: &Finding, words: Span) -> bool {
    finding.severity == Severity::Stop && finding.span.overlaps(words)
}

/// The most that the scorer may say by itself. Criticism of policy and of one's own working conditions is nobody's fault: where no
/// colleague is spoken of, it never holds.
pub(super) fn alone(cx: &Context<'_>, category: Category) -> Severity {
    if category == Category::ColleagueOrEmployer && !cx.draft_has(Fact::DraftColleague) {
        return Severity::Warn;
    }
    Severity::Stop
}

/// The most to say of these words where they tell of an animal or of somebody made up, whom nobody can recognise: a warning beside a full
/// name, which may be somebody's after all.
pub(super) fn of_nobody(cx: &Context<'_>, words: Span, category: Category) -> Option<Severity> {
    let token = cx.text.token_at(words)?;
    let is_of_somebody = matches!(
        category,
        Category::PatientIdentifier
            | Category::JigsawIdentification
            | Category::ConfirmsRelationship
            | Category::ClinicalImage
            | Category::ColleagueOrEmployer
    );
    if !is_of_somebody || !(cx.holds(Fact::Animal, token) || cx.holds(Fact::Hypothetical, token)) {
        return None;
    }
    let sentence = &cx.text.sentences[cx.text.tokens[token].sentence as usize];
    let is_full_name =
        |mention: &Mention| mention.named && mention.tokens.len() > 1 && sentence.contains(&mention.tokens.start);
    Some(if cx.mentions.all().iter().any(is_full_name) {
        Severity::Warn
    } else {
        Severity::Note
    })
}

/// Of these findings of a passage those of details that add up, where one of another category is as grave: they add up beside a patient's
/// name too, and what is to be mended first has been said. What other rules know by its words, a slur beside that name, stays.
pub(super) fn details_that_give_way(found: &[Finding], of_passage: impl Iterator<Item = usize>) -> Vec<usize> {
    let is_of_details = |at: &usize| found[*at].category == Category::JigsawIdentification;
    let (details, others): (Vec<_>, Vec<_>) = of_passage.partition(is_of_details);
    let gravest = others.iter().map(|at| found[*at].severity).max();
    let gives_way = |at: &usize| gravest >= Some(found[*at].severity);
    details.into_iter().filter(gives_way).collect()
}

/// Whether details that might be the author's own are a patient's, as a rule has said.
pub(super) fn is_of_a_patient(ruled: &[(Category, usize)], category: Category) -> bool {
    category == Category::AuthorPrivacy && ruled.iter().any(|(of, _)| *of == Category::PatientIdentifier)
}

/// Whether a draft is held for a patient's number anyway: it confirms more than any words around it, and is to go first.
pub(super) fn is_told_by_a_number(found: &[Finding], ruled: &[(Category, usize)], category: Category) -> bool {
    let is_number =
        |(of, at): &(Category, usize)| *of == Category::PatientIdentifier && found[*at].severity == Severity::Stop;
    category == Category::ConfirmsRelationship && ruled.iter().any(is_number)
}

/// Whether the words themselves, and not only where they stand, can have made the score. Answers are heated or confirm care so
/// often that the scorer expects it before a word is written, and a few words say little against the site and the audience.
pub(super) fn is_said_in_words(
    cx: &Context<'_>,
    passage: &Passage,
    reading: Option<&Reading>,
    category: usize,
) -> bool {
    /// Fewer words than this, and answers, must score so much by themselves.
    const SHORT: usize = 8;
    const LEAST: f32 = -0.5;
    /// A closer look expects as the scorer does: it must be surer than elsewhere.
    const LEAST_READ: f32 = 1.0;
    /// Below this it speaks against what the scorer reads out of them ("Flu jabs start on Monday.").
    const DENIED: f32 = -1.0;
    let tokens = cx.text.tokens[passage.tokens(cx.text)].iter();
    let words = tokens.filter(|token| token.kind == Kind::Word).count();
    let own = || TABLE.scores(passage.own())[category];
    let speak_for_themselves = || match reading.map(|reading| reading.scores[category]) {
        Some(read) => read >= LEAST_READ || read >= DENIED && own() >= LEAST,
        None => own() >= LEAST,
    };
    words >= FEW && (words >= SHORT && !cx.draft_has(Fact::Reply) || speak_for_themselves())
}
