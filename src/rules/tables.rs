//! What the build made of the rules' files (`compile/emit.rs` writes it), read once.

use super::facts::FactSet;
use super::patterns::{Conditions, Patterns};
use super::program::Programs;
use super::{FixText, LOGIC, Over, Rule};
use crate::category::Category;
use crate::report::Severity;
use crate::table::{Reader, split};
use std::sync::LazyLock;

pub(super) static TABLES: LazyLock<Tables> =
    LazyLock::new(|| Tables::new(include_bytes!(concat!(env!("OUT_DIR"), "/rules.table"))));

/// All rules, and the patterns of those that have some.
pub(super) struct Tables {
    /// By id.
    pub(super) rules: Vec<Rule>,
    pub(super) patterns: Patterns,
}

impl Tables {
    fn new(table: &'static [u8]) -> Self {
        let [mut numbers, mut texts, mut shared, steps, atoms, words] = split(table);
        let (mut rules, mut conditions, mut conditions_of) = (Vec::new(), Vec::new(), Vec::new());
        while !numbers.is_done() {
            let number = rules.len();
            rules.push(rule(number, &mut numbers, &mut texts));
            for _ in 0..numbers.number() {
                let place = conditions.len() as u16;
                conditions.push(pattern_conditions(number, &mut shared, &mut texts));
                conditions_of.extend(std::iter::repeat_n(place, shared.number()));
            }
        }
        let programs = Programs::read([steps, atoms, words]);
        Tables {
            rules,
            patterns: Patterns::new(programs, conditions, conditions_of),
        }
    }
}

fn rule(number: usize, numbers: &mut Reader<'static>, texts: &mut Reader<'static>) -> Rule {
    Rule {
        id: texts.text(),
        category: Category::ALL[numbers.number()],
        severity: severity(numbers.number()).expect("every rule has one"),
        why: texts.text(),
        message: texts.text(),
        guidance: numbers.numbers().map(|entry| entry as u16).collect(),
        fixes: (0..numbers.number()).map(|_| fix(numbers, texts)).collect(),
        replies: numbers.numbers().map(|reply| reply as u16).collect(),
        find: LOGIC
            .iter()
            .find(|(rule, _)| usize::from(*rule) == number)
            .map(|(_, find)| *find),
        #[cfg(feature = "cli")]
        page: &super::PAGES[number],
    }
}

fn pattern_conditions(rule: usize, numbers: &mut Reader<'static>, texts: &mut Reader<'static>) -> Conditions {
    Conditions {
        rule,
        severity: severity(numbers.number()),
        needs: (0..numbers.number()).map(|_| facts(numbers)).collect(),
        unless: facts(numbers),
        fixes: numbers
            .number()
            .checked_sub(1)
            .map(|count| (0..count).map(|_| fix(numbers, texts)).collect()),
    }
}

fn fix(numbers: &mut Reader<'_>, texts: &mut Reader<'static>) -> FixText {
    FixText {
        title: texts.text(),
        replacement: texts.text(),
        over: match numbers.number() {
            0 => Over::Match,
            1 => Over::Clause,
            2 => Over::Sentence,
            _ => Over::Draft,
        },
    }
}

/// Nought is none.
fn severity(number: usize) -> Option<Severity> {
    [None, Some(Severity::Note), Some(Severity::Warn), Some(Severity::Stop)][number]
}

fn facts(numbers: &mut Reader<'_>) -> FactSet {
    numbers.numbers().fold(0, |all, fact| all | (1 << fact))
}
