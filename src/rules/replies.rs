//! Ready replies, which rules offer beside their fixes: `data/replies.toml`.

use super::facts::FactSet;
use super::found::with_contact;
use crate::profile::Profile;
use crate::report::Fix;
use crate::table::{Reader, split};
use std::sync::LazyLock;

/// A reply that says nothing of whether anybody was ever treated.
pub(super) struct Reply {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
    needs: Vec<FactSet>,
    unless: FactSet,
    first_for: FactSet,
}

/// By name; rules know them by their places.
static REPLIES: LazyLock<Vec<Reply>> =
    LazyLock::new(|| read(include_bytes!(concat!(env!("OUT_DIR"), "/replies.table"))));

/// What `compile/emit.rs` wrote.
fn read(table: &'static [u8]) -> Vec<Reply> {
    let [mut numbers, mut texts] = split(table);
    let mut replies = Vec::new();
    while !numbers.is_done() {
        replies.push(Reply {
            title: texts.text(),
            text: texts.text(),
            needs: (0..numbers.number()).map(|_| facts(&mut numbers)).collect(),
            unless: facts(&mut numbers),
            first_for: facts(&mut numbers),
        });
    }
    replies
}

fn facts(numbers: &mut Reader<'_>) -> FactSet {
    numbers.numbers().fold(0, |all, fact| all | (1 << fact))
}

/// The replies at these places.
pub(super) fn at(places: &[u16]) -> impl Iterator<Item = &'static Reply> {
    places.iter().map(|place| &REPLIES[usize::from(*place)])
}

/// Those of them that fit a draft of which these facts hold, the most fitting first.
pub(super) fn fitting(places: &[u16], facts: FactSet) -> Vec<&'static Reply> {
    let mut fitting: Vec<&Reply> = at(places).filter(|reply| reply.fits(facts)).collect();
    fitting.sort_by_key(|reply| reply.first_for & facts == 0);
    fitting
}

impl Reply {
    fn fits(&self, facts: FactSet) -> bool {
        self.needs.iter().all(|any| any & facts != 0) && self.unless & facts == 0
    }

    /// As a fix; it replaces the whole draft.
    pub(super) fn fix(&self, profile: &Profile) -> Fix {
        Fix {
            title: self.title.to_owned(),
            replacement: with_contact(self.text, profile),
            span: None,
            reply: true,
        }
    }
}
