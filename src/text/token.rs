//! One word, number, handle, mark or line break.

use crate::lexicon::Word;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// `@name`, in one piece.
    Handle,
    /// `#WholeTag`; the words inside follow as tokens of their own.
    Hashtag,
    Url,
    Email,
    /// One emoji with its modifiers and joined parts.
    Emoji,
    /// A punctuation mark or symbol.
    Mark,
    LineBreak,
}

/// One token of the view.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// First byte in the view.
    pub(crate) start: u32,
    /// The byte after the last in the view.
    pub(crate) end: u32,
    /// The known word it is, after opening contractions, folding elongations and reading leet.
    pub(crate) word: Word,
    /// The sentence it stands in.
    pub(crate) sentence: u32,
    pub(crate) shape: Shape,
}

impl Token {
    /// Whether matching passes over it: hyphens inside words, quotation marks, brackets, the whole of a hashtag.
    pub(crate) fn is_passed_over(&self) -> bool {
        self.shape.has(Shape::PASSED_OVER)
    }
}

/// How a token was written, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(u16);

impl Shape {
    /// Begins with a capital letter.
    pub(crate) const CAPITAL: Shape = Shape(1);
    /// Two letters or more, all capitals.
    pub(crate) const ALL_CAPITALS: Shape = Shape(1 << 1);
    /// A letter stands three times or more in a row.
    pub(crate) const ELONGATED: Shape = Shape(1 << 2);
    /// No space before it.
    pub(crate) const GLUED: Shape = Shape(1 << 3);
    /// Inside a hashtag.
    pub(crate) const IN_HASHTAG: Shape = Shape(1 << 4);
    /// Between quotation marks.
    pub(crate) const QUOTED: Shape = Shape(1 << 5);
    /// Governed by a negation.
    pub(crate) const NEGATED: Shape = Shape(1 << 6);
    /// Not seen by patterns.
    pub(crate) const PASSED_OVER: Shape = Shape(1 << 7);

    pub(crate) fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn add(&mut self, other: Shape) {
        self.0 |= other.0;
    }
}
