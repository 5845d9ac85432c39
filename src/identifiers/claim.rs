//! How a finder says what it found.

use super::apart::stands_alone;
use super::kind::Kind;
use super::nearby::is_named;
use super::scan::Scan;

/// How sure we are that the characters are what their [`Kind`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A likely shape only: a named number whose check digit fails, or a long number nobody named.
    Weak,
    /// Shape and check digit agree, or a distinctive layout; chance hits are possible in ordinary text.
    Fair,
    /// A named number that passes its check, or a form that hardly occurs by chance.
    Strong,
}

/// Atoms `first..=last` taken for a `kind`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim {
    pub kind: Kind,
    pub first: usize,
    pub last: usize,
    pub keyword: bool,
    pub confidence: Confidence,
    pub public_line: bool,
}

impl Claim {
    pub fn new(kind: Kind, first: usize, last: usize, keyword: bool, confidence: Confidence) -> Self {
        Self {
            kind,
            first,
            last,
            keyword,
            confidence,
            public_line: false,
        }
    }

    /// A number with a check: named, it is a claim whether or not the check passes (people mistype, and a
    /// mistyped number still points at its owner); unnamed, only when it passes and `bare` says how sure that is.
    pub fn checked(
        scan: &Scan,
        kind: Kind,
        atoms: (usize, usize),
        passes: bool,
        bare: Option<Confidence>,
        names: &[&str],
    ) -> Option<Self> {
        let (first, last) = atoms;
        if !stands_alone(scan, first, last) {
            return None;
        }
        let keyword = is_named(scan, first, last, names);
        let confidence = match (keyword, passes) {
            (true, true) => Confidence::Strong,
            (true, false) => Confidence::Weak,
            (false, true) => bare?,
            (false, false) => return None,
        };
        Some(Self::new(kind, first, last, keyword, confidence))
    }

    /// Weight of the evidence: a name outweighs any shape.
    pub fn weight(&self) -> u8 {
        u8::from(self.keyword) * 3 + self.confidence as u8
    }
}
