//! What the tagger looks at around each token. Features are hashed: a weight belongs to a slot of a table, not to a string.

use crate::lexicon::{self, Class, Entry, class};
use crate::text::Text;
use crate::text::token::{Kind, Shape};

/// The slots of the table of weights, as a power of two.
pub(crate) const SLOTS: usize = 1 << 18;

/// The word classes that the tagger knows, as one bit each.
const CLASSES: &[Class] = &[
    class::TITLE_CIVIL,
    class::TITLE_CLINICIAN,
    class::KIN,
    class::COLLEAGUE,
    class::PATIENT,
    class::NOT_A_NAME,
    class::NAMED,
];

/// One token, as the tagger sees it.
#[derive(Clone, Copy, Default)]
struct Seen {
    word: u32,
    shape: u32,
    lists: u32,
    classes: u32,
}

/// Every token of a text, as the tagger sees it, with what holds of its sentence.
pub(crate) struct View<'a> {
    text: &'a Text,
    seen: Vec<Seen>,
    /// For each sentence how it is written: without capitals, in capitals, mixed.
    manner: Vec<u32>,
}

impl<'a> View<'a> {
    /// Looks at every token once.
    pub(crate) fn new(text: &'a Text) -> Self {
        Self::without(text, |_| false)
    }

    /// The same, but the gazetteers do not know the tokens that `hidden` names: so training learns names of no list.
    pub(crate) fn without(text: &'a Text, hidden: impl Fn(usize) -> bool) -> Self {
        let seen = (0..text.tokens.len())
            .map(|at| see(text, at, if hidden(at) { Entry::default() } else { known(text, at) }))
            .collect();
        let manner = text
            .sentences
            .iter()
            .map(|sentence| manner(text, sentence.clone()))
            .collect();
        View { text, seen, manner }
    }

    /// Calls `use_slot` with the slot of each feature of a token.
    pub(crate) fn features(&self, at: usize, mut use_slot: impl FnMut(usize)) {
        let here = self.seen[at];
        let token = &self.text.tokens[at];
        let near = |step: isize| -> Seen {
            at.checked_add_signed(step)
                .filter(|near| {
                    self.text
                        .tokens
                        .get(*near)
                        .is_some_and(|other| other.sentence == token.sentence)
                })
                .map_or(Seen::default(), |near| self.seen[near])
        };
        let (before, after) = (near(-1), near(1));
        let (before2, after2) = (near(-2), near(2));
        let first = self.text.sentences[token.sentence as usize].start == at;
        let manner = self.manner[token.sentence as usize];
        let place = u32::from(first) | (manner << 1);
        let mut template = 0;
        let mut add = |parts: &[u32]| {
            template += 1;
            use_slot(slot(template, parts));
        };
        add(&[]);
        add(&[here.word]);
        add(&[before.word]);
        add(&[after.word]);
        add(&[before2.word]);
        add(&[after2.word]);
        add(&[before.word, before2.word]);
        add(&[after.word, after2.word]);
        add(&[here.shape]);
        add(&[before.shape]);
        add(&[after.shape]);
        add(&[before.shape, here.shape]);
        add(&[here.shape, after.shape]);
        add(&[before.shape, here.shape, after.shape]);
        add(&[here.lists]);
        add(&[before.lists]);
        add(&[after.lists]);
        add(&[here.lists, here.shape]);
        add(&[before.lists, here.lists]);
        add(&[here.lists, after.lists]);
        add(&[before.lists, here.lists, after.lists, here.shape]);
        add(&[here.lists, here.shape, place]);
        add(&[here.lists, before.word]);
        add(&[here.lists, after.word]);
        add(&[here.shape, before.word]);
        add(&[here.shape, after.word]);
        add(&[here.classes]);
        add(&[before.classes, here.shape]);
        add(&[before.classes, here.lists]);
        add(&[after.classes, here.lists]);
        add(&[before2.classes, before.shape, here.shape]);
        let word = self.text.word(at).as_bytes();
        for length in [2, 3, 4] {
            if token.kind == Kind::Word && word.len() > length {
                add(&[hash(&word[..length])]);
                add(&[hash(&word[word.len() - length..])]);
            }
        }
    }
}

fn known(text: &Text, at: usize) -> Entry {
    if text.tokens[at].kind == Kind::Word {
        lexicon::entry(text.word(at))
    } else {
        Entry::default()
    }
}

fn see(text: &Text, at: usize, entry: Entry) -> Seen {
    let token = &text.tokens[at];
    let word = text.word(at);
    let length = word.len().min(4) as u32;
    let case = if token.shape.has(Shape::ALL_CAPITALS) {
        1
    } else if token.shape.has(Shape::CAPITAL) {
        2
    } else {
        3
    };
    let shape = match token.kind {
        Kind::Word => 8 + case + 4 * length + 32 * u32::from(token.shape.has(Shape::IN_HASHTAG)),
        Kind::Mark => 256 + hash(word.as_bytes()) % 1_024,
        kind => 2 + kind as u32,
    };
    // Numbers and addresses differ from post to post: only their kind counts.
    let spelt = match token.kind {
        Kind::Word | Kind::Mark => hash(word.as_bytes()),
        kind => kind as u32,
    };
    let classes = CLASSES
        .iter()
        .enumerate()
        .filter(|(_, class)| text.is(at, **class))
        .fold(0, |all, (bit, _)| all | (1 << bit));
    Seen {
        word: spelt,
        shape,
        lists: entry.lists(),
        classes,
    }
}

/// How a sentence is written: 1 without capitals but perhaps the first, 2 mostly in capitals, 3 mostly With Capitals, 0 as usual.
fn manner(text: &Text, sentence: std::ops::Range<usize>) -> u32 {
    let words = || {
        text.tokens[sentence.clone()]
            .iter()
            .filter(|token| token.kind == Kind::Word)
    };
    let count = words().count();
    let capital = words().skip(1).filter(|token| token.shape.has(Shape::CAPITAL)).count();
    let shouted = words().filter(|token| token.shape.has(Shape::ALL_CAPITALS)).count();
    match () {
        () if capital == 0 => 1,
        () if 2 * shouted > count => 2,
        () if 10 * capital > 7 * count => 3,
        () => 0,
    }
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

fn slot(template: u32, parts: &[u32]) -> usize {
    let sum = parts.iter().fold(template.wrapping_mul(0x9E37_79B1), |sum, part| {
        (sum ^ part).wrapping_mul(0x85EB_CA6B).rotate_left(13)
    });
    (sum ^ (sum >> 15)) as usize % SLOTS
}
