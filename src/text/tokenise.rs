//! Cutting the view into tokens, in one pass.

use super::contraction;
use super::hashtag;
use super::spelling;
use super::token::{Kind, Shape, Token};
use super::view::View;
use crate::lexicon::{Word, word};

/// Cuts the view into tokens. Sentences are not known yet.
pub(super) fn tokens(view: &View) -> Vec<Token> {
    let mut cutter = Cutter {
        view,
        text: view.text(),
        at: 0,
        out: Vec::with_capacity(view.text().len() / 4),
    };
    cutter.run();
    cutter.out
}

/// Longer runs than this are no address, handle or word that anyone typed; the bound keeps every look-ahead constant.
const LONGEST: usize = 300;

struct Cutter<'a> {
    view: &'a View,
    text: &'a str,
    at: usize,
    out: Vec<Token>,
}

impl Cutter<'_> {
    fn run(&mut self) {
        while let Some(c) = self.text[self.at..].chars().next() {
            match c {
                '\n' => self.mark(Kind::LineBreak, 1),
                c if c.is_whitespace() => self.at += c.len_utf8(),
                '@' | '#' if self.tag(c) => {}
                c if c.is_alphanumeric() => {
                    if !self.address() {
                        self.run_of_letters_and_digits();
                    }
                }
                c if is_emoji(c) => {
                    let length = emoji_length(&self.text[self.at..]);
                    self.emoji(length);
                }
                c => self.mark(Kind::Mark, c.len_utf8()),
            }
        }
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize, word: Word, more: &[Shape]) {
        let mut shape = Shape::default();
        more.iter().for_each(|bit| shape.add(*bit));
        if start > 0 && !self.text[..start].ends_with(char::is_whitespace) {
            shape.add(Shape::GLUED);
        }
        self.out.push(Token {
            kind,
            start: start as u32,
            end: end as u32,
            word,
            sentence: 0,
            shape,
        });
    }

    fn mark(&mut self, kind: Kind, length: usize) {
        let (start, end) = (self.at, self.at + length);
        let mark = &self.text[start..end];
        let inside_a_word = || {
            self.text[..start].ends_with(char::is_alphanumeric) && self.text[end..].starts_with(char::is_alphanumeric)
        };
        let passed_over = match mark {
            "\"" | "'" | "(" | ")" | "[" | "]" | "*" | "_" | "~" | "`" => true,
            "-" => inside_a_word(),
            _ => false,
        };
        self.push(
            kind,
            start,
            end,
            word(mark),
            if passed_over { &[Shape::PASSED_OVER] } else { &[] },
        );
        self.at = end;
    }

    fn emoji(&mut self, length: usize) {
        let (start, end) = (self.at, self.at + length);
        let first = self.text[start..].chars().next().map_or(0, char::len_utf8);
        let whole = word(&self.text[start..end]);
        // Skin tones do not change what an emoji says.
        let known = if whole.is_known() {
            whole
        } else {
            word(&self.text[start..start + first])
        };
        self.push(Kind::Emoji, start, end, known, &[]);
        self.at = end;
    }

    /// `@name` and `#tag`. False when the sign stands alone.
    fn tag(&mut self, sign: char) -> bool {
        let start = self.at;
        let name = &self.text[start + 1..];
        let length = run_length(name, |c| {
            c.is_alphanumeric() || c == '_' || (sign == '@' && (c == '.' || c == '-'))
        });
        let length = name[..length].trim_end_matches(['.', '-']).len();
        if length == 0 || (sign == '@' && self.text[..start].ends_with(char::is_alphanumeric)) {
            return false;
        }
        let end = start + 1 + length;
        if sign == '@' {
            self.push(Kind::Handle, start, end, Word::NONE, &[]);
        } else {
            self.push(
                Kind::Hashtag,
                start,
                end,
                word(&self.text[start + 1..end]),
                &[Shape::PASSED_OVER],
            );
            for part in hashtag::words(self.view, start + 1..end) {
                self.letters_or_digits(part.start, part.end, true);
            }
        }
        self.at = end;
        true
    }

    /// A web or e-mail address that begins here.
    fn address(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let length = run_length(rest, |c| !c.is_whitespace() && !matches!(c, '<' | '>' | '"'));
        let run = rest[..length].trim_end_matches(['.', ',', '!', '?', ':', ';', ')', '\'', '…']);
        let kind = if is_url(run) {
            Kind::Url
        } else if is_email(run) {
            Kind::Email
        } else {
            return false;
        };
        self.push(kind, self.at, self.at + run.len(), Word::NONE, &[]);
        self.at += run.len();
        true
    }

    fn run_of_letters_and_digits(&mut self) {
        let start = self.at;
        let rest = &self.text[start..];
        let length = run_length(rest, |c| {
            c.is_alphanumeric() || matches!(c, '\'' | '@' | '$' | '!' | '.' | ',' | '\u{200D}')
        });
        if let Some((length, known)) = spelling::leet(&rest[..length]) {
            let shapes = self.shapes(start, start + length);
            self.push(Kind::Word, start, start + length, known, &shapes);
            self.at = start + length;
            return;
        }
        let digits = rest.starts_with(|c: char| c.is_numeric());
        let length = if digits { number_length(rest) } else { word_length(rest) };
        self.letters_or_digits(start, start + length, false);
        self.at = start + length;
    }

    fn letters_or_digits(&mut self, start: usize, end: usize, in_hashtag: bool) {
        let text = &self.text[start..end];
        let mut shapes = self.shapes(start, end);
        if in_hashtag {
            shapes.push(Shape::IN_HASHTAG);
        }
        if text.starts_with(|c: char| c.is_numeric()) {
            self.push(Kind::Number, start, end, word(text), &shapes);
            return;
        }
        let whole = spelling::word(text);
        match contraction::open(text) {
            Some(opened) => {
                let split = start + opened.split;
                self.push(Kind::Word, start, split, spelling::word(opened.head), &shapes);
                self.push(Kind::Word, split, end, word(opened.tail), &[]);
            }
            None => self.push(Kind::Word, start, end, whole, &shapes),
        }
    }

    fn shapes(&self, start: usize, end: usize) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let letters = self.text[start..end].char_indices().filter(|(_, c)| c.is_alphabetic());
        let (mut count, mut capitals) = (0, 0);
        for (at, _) in letters {
            count += 1;
            capitals += usize::from(self.view.is_capital(start + at));
        }
        if self.view.is_capital(start) {
            shapes.push(Shape::CAPITAL);
        }
        if count > 1 && capitals == count {
            shapes.push(Shape::ALL_CAPITALS);
        }
        if spelling::is_elongated(&self.text[start..end]) {
            shapes.push(Shape::ELONGATED);
        }
        shapes
    }
}

/// The length in bytes of the leading characters that `belongs` accepts, [`LONGEST`] at most.
fn run_length(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.char_indices()
        .take(LONGEST)
        .take_while(|(_, c)| belongs(*c))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8())
}

fn word_length(text: &str) -> usize {
    let length = run_length(text, |c| c.is_alphabetic() || c == '\'');
    text[..length].trim_end_matches('\'').len()
}

/// Digits, with single points, commas and colons between digits (`1,000`, `3.5`, `10:20`).
fn number_length(text: &str) -> usize {
    let length = run_length(text, |c| c.is_numeric() || matches!(c, '.' | ',' | ':'));
    let run = &text[..length];
    let broken = run.find("..").or_else(|| run.find(",,")).unwrap_or(length);
    run[..broken].trim_end_matches(['.', ',', ':']).len()
}

fn is_url(run: &str) -> bool {
    if run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.") {
        return run.len() > 7;
    }
    // A bare domain with a path, or with an ending that is no English word.
    let host = run.split(['/', '?', ':']).next().unwrap_or(run);
    let Some((name, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let plausible = name.len() > 1
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    let has_letter = name.bytes().any(|b| b.is_ascii_alphabetic());
    plausible && has_letter && ENDINGS.contains(&ending)
}

/// Endings of bare domains that are read as addresses.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "int", "uk", "ie", "hk", "my", "sg", "za", "au", "nz", "ca", "io", "ly", "eu",
    "info", "nhs", "health",
];

fn is_email(run: &str) -> bool {
    let Some((name, host)) = run.split_once('@') else {
        return false;
    };
    let name_ok = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'+' | b'-' | b'%'));
    let host_ok = host.contains('.')
        && host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    name_ok && host_ok
}

/// Whether a character is drawn as an emoji by itself. Blocks of the Unicode standard, not its property table: the odd
/// symbol that is counted too does no harm.
fn is_emoji(c: char) -> bool {
    matches!(c as u32, 0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B05..=0x2B55 | 0x2190..=0x21FF | 0x231A..=0x23FF | 0x25AA..=0x25FE | 0x20E3)
}

/// The length in bytes of the emoji that begins `text`, with skin tones, joined parts and the second half of a flag.
fn emoji_length(text: &str) -> usize {
    let mut chars = text.char_indices().take(LONGEST).peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    let is_flag_half = |c: char| matches!(c as u32, 0x1F1E6..=0x1F1FF);
    let mut end = first.len_utf8();
    let mut flag_open = is_flag_half(first);
    while let Some((at, c)) = chars.next() {
        let joined = c == '\u{200D}' && chars.next_if(|(_, next)| is_emoji(*next)).is_some();
        let tone = matches!(c as u32, 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F);
        let flag = flag_open && is_flag_half(c);
        if !(joined || tone || flag) {
            break;
        }
        flag_open = false;
        end = at + c.len_utf8();
        if joined {
            end += text[end..].chars().next().map_or(0, char::len_utf8);
        }
    }
    end
}
