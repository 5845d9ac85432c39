//! A pattern as a small program, and its written shape. Read by the build too, which writes it.
#![allow(dead_code, reason = "the build writes programs, the core reads them")]

use crate::table::{Reader, Run};

/// The programs of all patterns, each sort of part in one list.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Programs {
    pub(crate) ops: Vec<Op>,
    pub(crate) atoms: Vec<Atom>,
    pub(crate) words: Vec<u16>,
    /// For each program where it ends in `ops`.
    pub(crate) ends: Vec<u32>,
}

/// One step of a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    /// One of these atoms.
    One(Part),
    /// Try the next step; if that fails, go on at this one.
    Maybe(u16),
    Gap(u8),
    /// A gap at the end: as many words as it can.
    Rest(u8),
    Open,
    Close,
    Start,
    End,
}

/// What a token, or a run of them, can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Atom {
    Word(u16),
    /// These words, two or more.
    Words(Part),
    Class(u16),
    Form(Form),
}

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Part {
    start: u32,
    count: u16,
}

impl Part {
    /// Puts these at the end of a list.
    pub(crate) fn push<T>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) -> Self {
        let start = list.len();
        list.extend(more);
        Part {
            start: start as u32,
            count: (list.len() - start) as u16,
        }
    }

    /// The part.
    pub(crate) fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.start as usize..][..usize::from(self.count)]
    }
}

macro_rules! forms {
    ($($name:ident = $written:literal,)*) => {
        /// What a token can look like, whatever word it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Form { $(#[doc = $written] $name,)* }

        impl Form {
            /// All forms.
            pub(crate) const ALL: &[Form] = &[$(Form::$name,)*];

            /// How patterns write it.
            pub(crate) const fn written(self) -> &'static str {
                match self { $(Form::$name => $written,)* }
            }
        }
    };
}

forms! {
    Capital = "<cap>",
    Email = "<email>",
    Emoji = "<emoji>",
    Handle = "<handle>",
    Hashtag = "<hashtag>",
    Name = "<name>",
    Number = "<num>",
    Url = "<url>",
}

// What begins a step. From `ONE` on: a step of so many atoms more than one.
const LAST: usize = 0;
const OPEN: usize = 1;
const CLOSE: usize = 2;
const START: usize = 3;
const END: usize = 4;
const MAYBE: usize = 5;
const GAP: usize = 6;
const REST: usize = 7;
const ONE: usize = 8;

// What begins an atom. From `FORM` on a form, from `WORDS` on a run of so many words more than two.
const WORD: usize = 0;
const CLASS: usize = 1;
const FORM: usize = 2;
const WORDS: usize = 16;

impl Programs {
    /// The steps of a program.
    pub(crate) fn program(&self, number: usize) -> &[Op] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.ops[start..self.ends[number] as usize]
    }

    /// The written form: steps, atoms, words.
    pub(crate) fn written(&self) -> [Run; 3] {
        let [mut steps, mut atoms, mut words] = <[Run; 3]>::default();
        for number in 0..self.ends.len() {
            for (at, op) in self.program(number).iter().enumerate() {
                match op {
                    Op::One(part) => {
                        steps.number(ONE + usize::from(part.count) - 1);
                        part.of(&self.atoms)
                            .iter()
                            .for_each(|atom| self.write(*atom, &mut atoms, &mut words));
                    }
                    Op::Maybe(after) => {
                        steps.number(MAYBE);
                        steps.number(usize::from(*after) - at);
                    }
                    Op::Gap(width) => steps.bytes(&[GAP as u8, *width]),
                    Op::Rest(width) => steps.bytes(&[REST as u8, *width]),
                    Op::Open => steps.number(OPEN),
                    Op::Close => steps.number(CLOSE),
                    Op::Start => steps.number(START),
                    Op::End => steps.number(END),
                }
            }
            steps.number(LAST);
        }
        [steps, atoms, words]
    }

    fn write(&self, atom: Atom, atoms: &mut Run, words: &mut Run) {
        match atom {
            Atom::Word(word) => {
                atoms.number(WORD);
                words.number(word.into());
            }
            Atom::Words(part) => {
                atoms.number(WORDS + usize::from(part.count) - 2);
                part.of(&self.words)
                    .iter()
                    .for_each(|word| words.number((*word).into()));
            }
            Atom::Class(class) => {
                atoms.number(CLASS);
                atoms.number(class.into());
            }
            Atom::Form(form) => atoms.number(FORM + form as usize),
        }
    }

    /// Reads what [`written`](Self::written) wrote.
    pub(crate) fn read([mut steps, mut atoms, mut words]: [Reader<'_>; 3]) -> Self {
        let mut programs = Programs::default();
        let mut start = 0;
        while !steps.is_done() {
            let op = match steps.number() {
                LAST => {
                    start = programs.ops.len();
                    programs.ends.push(start as u32);
                    continue;
                }
                OPEN => Op::Open,
                CLOSE => Op::Close,
                START => Op::Start,
                END => Op::End,
                MAYBE => Op::Maybe((programs.ops.len() - start) as u16 + steps.small()),
                GAP => Op::Gap(steps.byte()),
                REST => Op::Rest(steps.byte()),
                count => {
                    let list = &mut programs.words;
                    let one = |_| atom(&mut atoms, &mut words, list);
                    Op::One(Part::push(&mut programs.atoms, (ONE..=count).map(one)))
                }
            };
            programs.ops.push(op);
        }
        programs
    }
}

fn atom(atoms: &mut Reader<'_>, words: &mut Reader<'_>, list: &mut Vec<u16>) -> Atom {
    match atoms.number() {
        WORD => Atom::Word(words.small()),
        CLASS => Atom::Class(atoms.small()),
        form @ FORM..WORDS => Atom::Form(Form::ALL[form - FORM]),
        count => Atom::Words(Part::push(list, (WORDS..=count + 1).map(|_| words.small()))),
    }
}

/// Calls `begins` with everything that a match of a program may begin with, each sort of step once.
pub(crate) fn beginnings(ops: &[Op], mut at: usize, begins: &mut impl FnMut(Part)) {
    loop {
        match ops.get(at) {
            Some(Op::One(part)) => return begins(*part),
            Some(Op::Maybe(after)) => {
                beginnings(ops, at + 1, begins);
                at = usize::from(*after);
            }
            Some(_) => at += 1,
            None => return,
        }
    }
}

/// What every match of a program takes: its steps that are not in a group that may be left out.
pub(crate) fn steadfast(ops: &[Op]) -> impl DoubleEndedIterator<Item = Part> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(op) = ops.get(at) {
        at = match op {
            Op::Maybe(after) => usize::from(*after),
            _ => at + 1,
        };
        if let Op::One(part) = op {
            found.push(*part);
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{joined, split};
    use proptest::prelude::*;

    /// Puts a step together from a number that chooses and numbers to fill it with.
    fn push(programs: &mut Programs, (sort, numbers): &(u8, Vec<u16>)) {
        let list = &mut programs.words;
        let atom = |number: &u16| match number % 4 {
            0 => Atom::Word(*number),
            1 => Atom::Words(Part::push(list, numbers.iter().copied().chain([*number, 7]))),
            2 => Atom::Class(*number),
            _ => Atom::Form(Form::ALL[usize::from(*number) % Form::ALL.len()]),
        };
        let op = match sort {
            0 => Op::Maybe(100 + numbers.len() as u16),
            1 => Op::Gap(numbers.len() as u8),
            2 => Op::Rest(numbers.len() as u8),
            3 => Op::Open,
            4 => Op::Close,
            5 => Op::Start,
            6 => Op::End,
            _ => Op::One(Part::push(&mut programs.atoms, [0].iter().chain(numbers).map(atom))),
        };
        programs.ops.push(op);
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back(
            steps in prop::collection::vec(
                prop::collection::vec((0_u8..12, prop::collection::vec(any::<u16>(), 0..20)), 0..12),
                0..6,
            ),
        ) {
            let mut programs = Programs::default();
            for program in &steps {
                program.iter().for_each(|step| push(&mut programs, step));
                programs.ends.push(programs.ops.len() as u32);
            }
            let table = joined(programs.written());
            prop_assert_eq!(Programs::read(split(&table)), programs);
        }
    }
}
