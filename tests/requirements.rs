//! Every requirement is covered: by a rule, by another surface, or there is a reason why not.

use chaperone::requirements::{Requirement, all};
use chaperone::rules;
use std::collections::BTreeSet;

/// The numbers that some rule stems from.
fn served() -> BTreeSet<u8> {
    rules::all()
        .iter()
        .flat_map(|rule| rule.page.stems_from)
        .map(|stem| stem[1..].parse().expect("the build checked it"))
        .collect()
}

fn numbers(wanted: impl Fn(&Requirement) -> bool) -> Vec<u8> {
    all().iter().filter(|one| wanted(one)).map(|one| one.number).collect()
}

#[test]
fn none_is_without_cover() {
    let served = served();
    let bare = numbers(|one| one.surface.is_none() && one.not_built.is_none() && !served.contains(&one.number));
    assert!(
        bare.is_empty(),
        "nothing covers S{bare:?}: name it in a rule's `stems_from`, or give `surface` or `not_built` in data/requirements.toml"
    );
}

#[test]
fn none_is_called_not_built_that_a_rule_serves() {
    let served = served();
    let stale = numbers(|one| one.not_built.is_some() && served.contains(&one.number));
    assert!(
        stale.is_empty(),
        "a rule serves S{stale:?}: remove `not_built` in data/requirements.toml"
    );
}
