//! Reading the pattern language (`docs/rules-format.md`) into small programs that `src/rules/matcher.rs` runs.

use crate::contraction;
use crate::lexicon::{Lexicons, words};
use crate::program::{self, Form, Part, Programs};
use crate::vocabulary::Vocabulary;

/// One thing a token can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Atom {
    /// One word or a run of words.
    Words(Vec<String>),
    Class(u16),
    Form(Form),
}

/// One step of a program.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    One(Vec<Atom>),
    /// Try the next step; if that fails, go on at this one.
    Maybe(usize),
    Gap(u8),
    /// A gap at the end: as many words as it can.
    Rest(u8),
    Open,
    Close,
    Start,
    End,
}

/// A program in words.
pub(crate) struct Pattern {
    pub(crate) ops: Vec<Op>,
}

impl Pattern {
    /// Adds the program, with the words' numbers in their place.
    pub(crate) fn add_to(&self, programs: &mut Programs, words: &Vocabulary) {
        for op in &self.ops {
            let op = match op {
                Op::One(atoms) => {
                    let list = &mut programs.words;
                    let numbered = |atom: &Atom| match atom {
                        Atom::Words(phrase) => match &phrase[..] {
                            [one] => program::Atom::Word(words.number(one)),
                            several => {
                                program::Atom::Words(Part::push(list, several.iter().map(|word| words.number(word))))
                            }
                        },
                        Atom::Class(class) => program::Atom::Class(*class),
                        Atom::Form(form) => program::Atom::Form(*form),
                    };
                    program::Op::One(Part::push(&mut programs.atoms, atoms.iter().map(numbered)))
                }
                Op::Maybe(after) => program::Op::Maybe(*after as u16),
                Op::Gap(width) => program::Op::Gap(*width),
                Op::Rest(width) => program::Op::Rest(*width),
                Op::Open => program::Op::Open,
                Op::Close => program::Op::Close,
                Op::Start => program::Op::Start,
                Op::End => program::Op::End,
            };
            programs.ops.push(op);
        }
        programs.ends.push(programs.ops.len() as u32);
    }
}

/// The widest gap: matching costs its length at every start.
const WIDEST_GAP: u8 = 8;

pub(crate) fn parse(source: &str, lexicons: &Lexicons) -> Result<Pattern, String> {
    let mut ops = Vec::new();
    let mut groups: Vec<usize> = Vec::new();
    let (mut opened, mut closed) = (0, 0);
    for piece in pieces(source)? {
        match piece.as_str() {
            "(" => {
                groups.push(ops.len());
                ops.push(Op::Maybe(0));
            }
            ")" => {
                let start = groups.pop().ok_or("there is a `)` without its `(`")?;
                if start + 1 == ops.len() {
                    return Err("there is nothing between `(` and `)`".into());
                }
                ops[start] = Op::Maybe(ops.len());
            }
            "[" => {
                opened += 1;
                ops.push(Op::Open);
            }
            "]" => {
                closed += 1;
                ops.push(Op::Close);
            }
            "^" => ops.push(Op::Start),
            "$" => ops.push(Op::End),
            gap if gap.starts_with("..") => ops.push(Op::Gap(width(gap)?)),
            piece => ops.push(Op::One(alternatives(piece, lexicons)?)),
        }
    }
    if !groups.is_empty() {
        return Err("a `(` is not closed".into());
    }
    if opened != closed || opened > 1 {
        return Err("the underlined part is one pair of `[` and `]`".into());
    }
    let last = ops.iter().rposition(|op| !matches!(op, Op::Close));
    if let Some(op) = last.map(|at| &mut ops[at])
        && let Op::Gap(width) = *op
    {
        *op = Op::Rest(width);
    }
    check_beginning(&ops, 0)?;
    Ok(Pattern { ops })
}

fn width(gap: &str) -> Result<u8, String> {
    match gap[2..].parse() {
        Ok(width) if (1..=WIDEST_GAP).contains(&width) => Ok(width),
        _ => Err(format!("`{gap}`: a gap is `..1` to `..{WIDEST_GAP}`")),
    }
}

/// Cuts at spaces, and around brackets that are not part of a word.
fn pieces(source: &str) -> Result<Vec<String>, String> {
    let mut out = vec![String::new()];
    for c in source.chars() {
        match c {
            ' ' => out.push(String::new()),
            '[' | ']' | '(' | ')' => out.extend([c.to_string(), String::new()]),
            c if c.is_uppercase() => return Err(format!("`{c}`: patterns are written in small letters")),
            c => out.last_mut().expect("never empty").push(c),
        }
    }
    out.retain(|piece| !piece.is_empty());
    if out.is_empty() {
        Err("it is empty".into())
    } else {
        Ok(out)
    }
}

fn alternatives(piece: &str, lexicons: &Lexicons) -> Result<Vec<Atom>, String> {
    let mut atoms = Vec::new();
    for part in piece.split('|') {
        if let Some(class) = part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            let number = lexicons.class(class).ok_or_else(|| {
                format!(
                    "there is no class `{class}`; add data/lexicons/{}.txt or its section",
                    class.replace(':', ".txt with section ")
                )
            })?;
            atoms.push(Atom::Class(number));
        } else if let Some(form) = Form::ALL.iter().find(|form| form.written() == part) {
            atoms.push(Atom::Form(*form));
        } else if part.is_empty() || part.contains(['{', '}', '<', '>']) && part.len() > 1 {
            let forms: Vec<_> = Form::ALL.iter().map(|form| form.written()).collect();
            return Err(format!(
                "`{piece}`: `{part}` is neither a word, a {{class}} nor one of {}",
                forms.join(" ")
            ));
        } else {
            atoms.extend(literal(part));
        }
    }
    Ok(atoms)
}

fn literal(part: &str) -> Vec<Atom> {
    // A mark alone (`-`, `_`) is itself, not a joint between words.
    let words = if part.chars().count() == 1 {
        vec![part.to_owned()]
    } else {
        words(part)
    };
    let mut atoms = vec![Atom::Words(words.clone())];
    if let [one] = &words[..]
        && let Some(short) = contraction::short_form(one)
    {
        atoms.push(Atom::Words(vec![short.to_owned()]));
    }
    atoms
}

/// Whether every match begins with a word, class or form, by which it can be found.
fn check_beginning(ops: &[Op], mut at: usize) -> Result<(), String> {
    loop {
        match ops.get(at) {
            Some(Op::One(_)) => return Ok(()),
            Some(Op::Maybe(after)) => {
                check_beginning(ops, at + 1)?;
                at = *after;
            }
            Some(Op::Gap(_) | Op::Rest(_)) => return Err("it begins with a gap; begin with a word or class".into()),
            Some(Op::Open | Op::Close | Op::Start | Op::End) => at += 1,
            None => return Err("everything in it is optional".into()),
        }
    }
}
