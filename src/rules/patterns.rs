//! All patterns, and how those that may match at a token are found.

use super::facts::FactSet;
use super::program::{Atom, Part, Programs, beginnings, steadfast};
use super::{FixText, Severity};

/// What the patterns of one `[[pattern]]` share.
pub(super) struct Conditions {
    /// The rule's place.
    pub(super) rule: usize,
    pub(super) severity: Option<Severity>,
    /// Of each set at least one fact must hold.
    pub(super) needs: Box<[FactSet]>,
    pub(super) unless: FactSet,
    pub(super) fixes: Option<Box<[FixText]>>,
}

/// All patterns, found by what they may begin with.
pub(super) struct Patterns {
    pub(super) conditions: Vec<Conditions>,
    /// For each program the place of its conditions.
    pub(super) conditions_of: Vec<u16>,
    pub(super) programs: Programs,
    /// For each program one step that every match takes: the one that the fewest sentences can offer.
    pub(super) rarest: Vec<Part>,
    pub(super) by_word: Index,
    pub(super) by_class: Index,
    pub(super) by_form: Index,
}

impl Patterns {
    pub(super) fn new(programs: Programs, conditions: Vec<Conditions>, conditions_of: Vec<u16>) -> Self {
        let (mut words, mut classes, mut forms) = (Vec::new(), Vec::new(), Vec::new());
        for number in 0..programs.ends.len() {
            let mut begins = |part: Part| {
                for atom in part.of(&programs.atoms) {
                    let (pairs, key) = match atom {
                        Atom::Word(word) => (&mut words, *word),
                        Atom::Words(phrase) => (&mut words, phrase.of(&programs.words)[0]),
                        Atom::Class(class) => (&mut classes, *class),
                        Atom::Form(form) => (&mut forms, *form as u16),
                    };
                    pairs.push((key, number as u16));
                }
            };
            beginnings(programs.program(number), 0, &mut begins);
        }
        Patterns {
            conditions,
            conditions_of,
            rarest: (0..programs.ends.len())
                .map(|number| rarest(&programs, number))
                .collect(),
            by_word: Index::new(&words),
            by_class: Index::new(&classes),
            by_form: Index::new(&forms),
            programs,
        }
    }
}

/// The step with the fewest alternatives among those that no match can leave out; forms are nearly always on offer.
fn rarest(programs: &Programs, number: usize) -> Part {
    let alternatives = |part: &Part| {
        let atoms = part.of(&programs.atoms);
        (atoms.iter().any(|atom| matches!(atom, Atom::Form(_))), atoms.len())
    };
    let steps = steadfast(programs.program(number));
    // The first is what the pattern was found by.
    steps
        .rev()
        .min_by_key(alternatives)
        .expect("no pattern is all optional")
}

/// For each word, class or form the patterns that may begin with it, in their order; one that may begin with it in two ways twice.
pub(super) struct Index {
    /// For each key where its patterns begin, and the end of the last.
    starts: Vec<u32>,
    patterns: Vec<u16>,
}

impl Index {
    /// From pairs of key and pattern in the order of the patterns, which is why counting puts them in order.
    fn new(pairs: &[(u16, u16)]) -> Self {
        let keys = pairs.iter().map(|(key, _)| usize::from(*key) + 1).max().unwrap_or(0);
        let mut starts = vec![0; keys + 1];
        for (key, _) in pairs {
            starts[usize::from(*key) + 1] += 1;
        }
        for key in 0..keys {
            starts[key + 1] += starts[key];
        }
        let mut next = starts.clone();
        let mut patterns = vec![0; pairs.len()];
        for (key, pattern) in pairs {
            let place = &mut next[usize::from(*key)];
            patterns[*place as usize] = *pattern;
            *place += 1;
        }
        Index { starts, patterns }
    }

    pub(super) fn at(&self, key: u16) -> &[u16] {
        let key = usize::from(key);
        match self.starts.get(key..key + 2) {
            Some(&[start, end]) => &self.patterns[start as usize..end as usize],
            _ => &[],
        }
    }
}
