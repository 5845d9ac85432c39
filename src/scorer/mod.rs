//! A small learned scorer. It decides *whether* something is risky where rules can only suspect it; rules say *where* and *why*.
//!
//! The draft is cut into [`passage`]s, each with its hashed [`features`]. A linear [`table`] scores every category; [`fusion`] weighs scores
//! and rules together, and the [`reading`] of a closer look if the draft comes with one. Words that carry a score and of which no rule has spoken are
//! underlined ([`span`]), in the words of the category's `reads-as` rule, unless something speaks against that ([`restraint`]). A rule's
//! finding stays a note at the least, until a closer look sees nothing for which a rule that errs could be right.
//! How it is trained: `training/scorer/README.md`.

mod features;
mod fusion;
mod passage;
mod reading;
mod restraint;
mod span;
mod table;
#[cfg(test)]
mod tests;
#[cfg(feature = "cli")]
mod training;
mod units;

use crate::category::Category;
use crate::hash;
use crate::report::{Finding, Severity};
use crate::rules::{self, Context, Found, Hit};
use crate::text::{Span, Text};
use fusion::Scores;
use passage::Passage;
use std::array;
use std::ops::Range;
use table::{ANY, TABLE};

pub(crate) use reading::named;
pub use reading::{Reading, to_read};
#[cfg(feature = "cli")]
pub use training::{Seen, Sight, sight};

/// The name of the rule, one in each category, under which the scorer's own findings are reported.
const RULE: &str = "reads-as";

/// Raises findings of rules that the scorer is sure of, lowers those it does not believe, and adds what it finds by itself.
pub(crate) fn judge(cx: &Context<'_>, found: &mut Found<'_>) {
    let ruled = by_passage(cx.text, found.so_far());
    for ((passage, ruled), reading) in passage::passages(cx).zip(ruled).zip(reading::readings(cx.draft)) {
        let before = found.so_far().len();
        let scores = Scores::new(&TABLE, TABLE.scores(&passage.ids), reading);
        let in_category = |number: usize| {
            let category = Category::ALL[number];
            ruled.iter().filter(move |(of, _)| *of == category).map(|(_, at)| *at)
        };
        let log_odds: [f32; ANY] = array::from_fn(|number| {
            let findings = in_category(number).map(|at| &found.so_far()[at]);
            scores.log_odds(number, findings)
        });
        let risk = scores.risk(&log_odds);
        let likeliest = log_odds.iter().copied().fold(f32::MIN, f32::max);
        let is_likely = |number: usize| log_odds[number] >= f32::min(likeliest, fusion::LIKELY_BESIDE);
        for (_, at) in &ruled {
            match scores.at_most(&found.so_far()[*at], risk) {
                Some(most) => found.lower(*at, most),
                None => found.take_back(*at),
            }
        }
        let Some(severity) = scores.severity(risk) else {
            continue;
        };
        // While one types it is rules that hold a draft: a plain harmless sentence scores as a risky one too easily.
        let severity = if reading.is_some() {
            severity
        } else {
            severity.min(Severity::Warn)
        };
        for number in (0..ANY).filter(|number| log_odds[*number] >= f32::min(likeliest, TABLE.beside)) {
            // What is named beside the likeliest explains; the likeliest holds.
            let severity = if !is_likely(number) {
                severity.min(Severity::Note)
            } else if log_odds[number] < likeliest {
                severity.min(Severity::Warn)
            } else {
                severity
            };
            in_category(number).for_each(|at| found.raise(at, severity));
            if !restraint::is_said_in_words(cx, &passage, reading, number)
                || restraint::is_of_a_patient(&ruled, Category::ALL[number])
                || restraint::is_told_by_a_number(found.so_far(), &ruled, Category::ALL[number])
            {
                continue;
            }
            // Where a rule has spoken of other words, it has said how grave it is.
            let most = match in_category(number).next() {
                None => restraint::alone(cx, Category::ALL[number]),
                Some(_) => Severity::Warn,
            };
            let is_beside = log_odds[number] < likeliest;
            for words in unsaid(cx, found, &passage, reading, number) {
                // Where a rule holds these words anyway, one more thing to say of them is noise.
                let is_held = is_beside
                    && ruled
                        .iter()
                        .any(|(_, at)| restraint::holds(&found.so_far()[*at], words));
                if !is_held {
                    let most = most.min(restraint::of_nobody(cx, words, Category::ALL[number]).unwrap_or(most));
                    report(found, number, words, severity.min(most));
                }
            }
        }
        if !is_likely(Category::JigsawIdentification as usize) {
            let of_passage = ruled.iter().map(|(_, at)| *at).chain(before..found.so_far().len());
            for at in restraint::details_that_give_way(found.so_far(), of_passage) {
                found.lower(at, Severity::Note);
            }
        }
    }
}

/// For each passage the rules' findings that begin in it, by category and number.
fn by_passage(text: &Text, findings: &[Finding]) -> Vec<Vec<(Category, usize)>> {
    let passages = passage::cut(text).into_iter();
    let ends: Vec<u32> = passages
        .map(|sentences| text.utf16(text.sentences[sentences.end - 1].clone()).end)
        .collect();
    let mut ruled = vec![Vec::new(); ends.len()];
    for (number, finding) in findings.iter().enumerate() {
        let at = ends.partition_point(|end| *end <= finding.span.start);
        if let Some(of_passage) = ruled.get_mut(at) {
            of_passage.push((finding.category, number));
        }
    }
    ruled
}

/// The words that speak for this category, as far as nothing has been said of them.
fn unsaid(
    cx: &Context<'_>,
    found: &Found<'_>,
    passage: &Passage,
    reading: Option<&Reading>,
    number: usize,
) -> Vec<Span> {
    let category = Category::ALL[number];
    let said = |run: &Range<usize>| -> Vec<Span> { found.spoken_of(category, cx.text.utf16(run.clone())).collect() };
    let is_off = |run: &Range<usize>| found.is_silenced(category, cx.text.utf16(run.clone()));
    let named = reading
        .into_iter()
        .flat_map(|reading| span::named(cx.text, passage, reading, number));
    let named: Vec<_> = named.collect();
    let runs: Vec<_> = if named.is_empty() {
        let carrying = span::carrying(&TABLE, cx.text, passage, number).into_iter();
        carrying.filter(|run| said(run).is_empty() && !is_off(run)).collect()
    } else {
        let heard = named.iter().filter(|run| !is_off(run));
        heard
            .flat_map(|run| span::left_over(cx.text, run, &said(run)))
            .collect()
    };
    runs.into_iter().map(|run| cx.text.utf16(run)).collect()
}

/// Reports words of which no rule has spoken, under the category's own rule for that.
fn report(found: &mut Found<'_>, category: usize, words: Span, severity: Severity) {
    let id = format!("{}/{RULE}", Category::ALL[category].id());
    let Some(rule) = rules::by_id(&id) else { return };
    found.of(rule);
    let mut hit = Hit::at(words);
    hit.severity = Some(severity);
    found.add(hit);
}
