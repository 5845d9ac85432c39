//! A pattern as a small program, and its written shape. Read by the build too, which writes it.
#![allow(dead_code, reason = "the build writes programs, the core reads them")]

use crate::table::{Reader, Run};

/// One step of a program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Op {
    One(Box<[Atom]>),
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
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Atom {
    Word(u16),
    /// A run of two words or more.
    Words(Box<[u16]>),
    Class(u16),
    Form(Form),
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

/// The columns of many programs, as they are written.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// What each step is, and what each of its atoms is.
    pub(crate) kinds: Run,
    pub(crate) words: Run,
}

/// The columns of many programs, as they are read.
pub(crate) struct Programs<'a> {
    pub(crate) kinds: Reader<'a>,
    pub(crate) words: Reader<'a>,
}

// What begins a step in `kinds`. From `ONE` on: a step of so many atoms more than one.
const LAST: u8 = 0;
const OPEN: u8 = 1;
const CLOSE: u8 = 2;
const START: u8 = 3;
const END: u8 = 4;
const MAYBE: u8 = 5;
const GAP: u8 = 6;
const REST: u8 = 7;
const ONE: u8 = 8;

// What begins an atom. Above `FORM` a form, from `WORDS` on a run of so many words more than two.
const WORD: u8 = 0;
const CLASS: u8 = 1;
const FORM: u8 = 2;
const WORDS: u8 = 16;

impl Columns {
    /// Writes a program.
    pub(crate) fn program(&mut self, ops: &[Op]) {
        for (at, op) in ops.iter().enumerate() {
            match op {
                Op::One(atoms) => {
                    self.kinds.number(usize::from(ONE) + atoms.len() - 1);
                    atoms.iter().for_each(|atom| self.atom(atom));
                }
                Op::Maybe(after) => {
                    self.kinds.bytes(&[MAYBE]);
                    self.kinds.number(usize::from(*after) - at);
                }
                Op::Gap(width) => self.kinds.bytes(&[GAP, *width]),
                Op::Rest(width) => self.kinds.bytes(&[REST, *width]),
                Op::Open => self.kinds.bytes(&[OPEN]),
                Op::Close => self.kinds.bytes(&[CLOSE]),
                Op::Start => self.kinds.bytes(&[START]),
                Op::End => self.kinds.bytes(&[END]),
            }
        }
        self.kinds.bytes(&[LAST]);
    }

    fn atom(&mut self, atom: &Atom) {
        match atom {
            Atom::Word(word) => {
                self.kinds.bytes(&[WORD]);
                self.words.number((*word).into());
            }
            Atom::Words(words) => {
                self.kinds.number(usize::from(WORDS) + words.len() - 2);
                words.iter().for_each(|word| self.words.number((*word).into()));
            }
            Atom::Class(class) => {
                self.kinds.bytes(&[CLASS]);
                self.kinds.number((*class).into());
            }
            Atom::Form(form) => self.kinds.bytes(&[FORM + *form as u8]),
        }
    }
}

impl Programs<'_> {
    /// Reads the next program.
    pub(crate) fn program(&mut self) -> Box<[Op]> {
        let mut ops = Vec::new();
        loop {
            let kind = self.kinds.number();
            ops.push(match u8::try_from(kind).unwrap_or(u8::MAX) {
                LAST => return ops.into(),
                OPEN => Op::Open,
                CLOSE => Op::Close,
                START => Op::Start,
                END => Op::End,
                MAYBE => Op::Maybe(ops.len() as u16 + self.kinds.small()),
                GAP => Op::Gap(self.kinds.byte()),
                REST => Op::Rest(self.kinds.byte()),
                ONE.. => {
                    let count = kind - usize::from(ONE) + 1;
                    Op::One((0..count).map(|_| self.atom()).collect())
                }
            });
        }
    }

    fn atom(&mut self) -> Atom {
        let kind = self.kinds.number();
        match u8::try_from(kind).unwrap_or(u8::MAX) {
            WORD => Atom::Word(self.words.small()),
            CLASS => Atom::Class(self.kinds.small()),
            form @ FORM..WORDS => Atom::Form(Form::ALL[usize::from(form - FORM)]),
            WORDS.. => {
                let count = kind - usize::from(WORDS) + 2;
                Atom::Words((0..count).map(|_| self.words.small()).collect())
            }
        }
    }
}

/// Calls `begins` with everything that a match of a program may begin with.
pub(crate) fn beginnings(ops: &[Op], mut at: usize, begins: &mut impl FnMut(&Atom)) {
    loop {
        match ops.get(at) {
            Some(Op::One(atoms)) => return atoms.iter().for_each(begins),
            Some(Op::Maybe(after)) => {
                beginnings(ops, at + 1, begins);
                at = usize::from(*after);
            }
            Some(_) => at += 1,
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{joined, split};
    use proptest::prelude::*;

    fn atom() -> impl Strategy<Value = Atom> {
        prop_oneof![
            any::<u16>().prop_map(Atom::Word),
            prop::collection::vec(any::<u16>(), 2..6).prop_map(|words| Atom::Words(words.into())),
            any::<u16>().prop_map(Atom::Class),
            prop::sample::select(Form::ALL).prop_map(Atom::Form),
        ]
    }

    fn op() -> impl Strategy<Value = Op> {
        prop_oneof![
            prop::collection::vec(atom(), 1..400).prop_map(|atoms| Op::One(atoms.into())),
            (100_u16..500).prop_map(Op::Maybe),
            (1_u8..9).prop_map(Op::Gap),
            (1_u8..9).prop_map(Op::Rest),
            prop::sample::select(vec![Op::Open, Op::Close, Op::Start, Op::End]),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn what_was_written_reads_back(programs in prop::collection::vec(prop::collection::vec(op(), 0..12), 0..6)) {
            let mut columns = Columns::default();
            programs.iter().for_each(|program| columns.program(program));
            let table = joined([columns.kinds, columns.words]);
            let [kinds, words] = split(&table);
            let mut read = Programs { kinds, words };
            for program in programs {
                prop_assert_eq!(&*read.program(), &program[..]);
            }
            prop_assert!(read.kinds.is_done() && read.words.is_done());
        }
    }
}
