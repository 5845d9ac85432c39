//! Who a name belongs to is a question for the mentions layer, and a civil title counts only where the sentence is clinical.
//! What is underlined, and the fix, depend on what announces the name, so that the rest still reads as a sentence.

use crate::lexicon::class;
use crate::mentions::{Kind, Mention, Role};
use crate::report::Fix;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found, Hit};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    for mention in cx.mentions.all() {
        let at = mention.tokens.start;
        let is_name = mention.kind == Kind::Person && mention.named;
        let exempt = [Fact::Hypothetical, Fact::Historical, Fact::AboutPublicFigure]
            .into_iter()
            .any(|fact| cx.holds(fact, at));
        if !is_name || exempt {
            continue;
        }
        let title = civil_title(cx, at);
        let patient =
            mention.role == Role::Patient || (mention.role == Role::Unknown && cx.holds(Fact::AboutPatient, at));
        let titled = mention.role == Role::Unknown && title.is_some() && cx.holds(Fact::Clinical, at);
        if patient || titled {
            found.add(hit(cx, found, mention, title));
        }
    }
}

/// The token of the title before a name, with or without its point.
fn civil_title(cx: &Context<'_>, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let title = if cx.text.word(last) == "." {
        last.checked_sub(1)?
    } else {
        last
    };
    cx.text.is(title, class::TITLE_CIVIL).then_some(title)
}

fn hit(cx: &Context<'_>, found: &Found<'_>, mention: &Mention, title: Option<usize>) -> Hit {
    const TITLE: &str = "Remove the name";
    if let Some(title) = title {
        let begins = cx.text.sentences[cx.text.tokens[title].sentence as usize].start == title;
        let replacement = if begins { "A patient" } else { "a patient" };
        let fix = Fix {
            title: TITLE.into(),
            replacement: replacement.into(),
            span: None,
        };
        return Hit {
            fixes: Some(vec![fix]),
            ..Hit::at(cx.text.utf16(title..mention.tokens.end))
        };
    }
    // "my patient Ann" loses the name; "a patient called Ann" loses "called" too.
    let before = mention.tokens.start.saturating_sub(1);
    let first = if cx.text.is(before, class::NAMED) {
        before
    } else {
        mention.tokens.start
    };
    let fix = found.removal(TITLE, cx.text.utf16(first..mention.tokens.end));
    Hit {
        fixes: Some(vec![fix]),
        ..Hit::at(mention.span)
    }
}
