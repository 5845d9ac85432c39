//! Who a name belongs to is a question for the mentions layer. What is underlined, and the fix, depend on what announces the
//! name, so that the rest still reads as a sentence.

use crate::lexicon::class;
use crate::mentions::{self, Kind, Mention, Role};
use crate::report::{Fix, Severity};
use crate::rules::facts::Fact;
use crate::rules::{Context, Found, Hit};

/// What makes a name nobody's secret.
const EXEMPT: &[Fact] = &[
    Fact::Hypothetical,
    Fact::Historical,
    Fact::AboutPublicFigure,
    Fact::FirstPersonIllness,
];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    for mention in cx.mentions.all() {
        let is_name = mention.named && mention.kind == Kind::Person;
        let theirs = matches!(mention.role, Role::Patient | Role::Relative);
        let exempt = EXEMPT.iter().any(|fact| cx.holds(*fact, mention.tokens.start));
        if is_name && theirs && !exempt {
            found.add(Hit {
                severity: (!is_near_care(cx)).then_some(Severity::Warn),
                ..hit(cx, found, mention)
            });
        }
    }
}

/// Whether anything in the draft has to do with care: without it a title alone makes no patient ("ran into Mr Okafor at the market").
fn is_near_care(cx: &Context<'_>) -> bool {
    [Fact::DraftClinical, Fact::DraftPatient, Fact::DraftRelative]
        .iter()
        .any(|fact| cx.draft_has(*fact))
}

/// The token of the title before a name, with or without its point.
fn title(cx: &Context<'_>, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let title = if cx.text.word(last) == "." {
        last.checked_sub(1)?
    } else {
        last
    };
    mentions::is_title(cx.text, title).then_some(title)
}

fn hit(cx: &Context<'_>, found: &Found<'_>, mention: &Mention) -> Hit {
    const TITLE: &str = "Remove the name";
    let at = mention.tokens.start;
    if let Some(title) = title(cx, at) {
        let begins = cx.text.sentences[cx.text.tokens[title].sentence as usize].start == title;
        let possessed = title
            .checked_sub(1)
            .is_some_and(|before| matches!(cx.text.word(before), "my" | "our" | "this" | "the" | "a"));
        let replacement = match (possessed, begins) {
            (true, _) => "patient",
            (false, true) => "A patient",
            (false, false) => "a patient",
        };
        let fix = Fix {
            title: TITLE.into(),
            replacement: replacement.into(),
            span: None,
            reply: false,
        };
        return Hit {
            fixes: Some(vec![fix]),
            ..Hit::at(cx.text.utf16(title..mention.tokens.end))
        };
    }
    // "my patient Ann" loses the name; "a patient called Ann" loses "called" too; "Ann came in" becomes "A patient came in".
    let before = at.checked_sub(1);
    let announced = |class| before.is_some_and(|before| cx.text.ends_with(before, class));
    let fix = if announced(class::NAMED) || announced(class::PATIENT_SINGULAR) || announced(class::KIN) {
        let first = if announced(class::NAMED) { at - 1 } else { at };
        found.removal(TITLE, cx.text.utf16(first..mention.tokens.end))
    } else {
        let begins = cx.text.sentences[cx.text.tokens[at].sentence as usize].start == at;
        Fix {
            title: TITLE.into(),
            replacement: if begins { "A patient" } else { "a patient" }.into(),
            span: None,
            reply: false,
        }
    };
    Hit {
        fixes: Some(vec![fix]),
        ..Hit::at(mention.span)
    }
}
