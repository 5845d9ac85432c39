//! Who a name belongs to is a question for the mentions layer, and a civil title counts only where the sentence is clinical.

use crate::lexicon::class;
use crate::mentions::{Kind, Role};
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    for mention in cx.mentions.all() {
        let at = mention.tokens.start;
        let is_name = mention.kind == Kind::Person && mention.named;
        let exempt = cx.holds(Fact::Hypothetical, at) || cx.holds(Fact::Historical, at) || cx.holds(Fact::AboutPublicFigure, at);
        if !is_name || exempt {
            continue;
        }
        let patient = mention.role == Role::Patient || (mention.role == Role::Unknown && cx.holds(Fact::AboutPatient, at));
        let titled = mention.role == Role::Unknown && is_after_civil_title(cx, at) && cx.holds(Fact::Clinical, at);
        if patient || titled {
            found.at(mention.span);
        }
    }
}

fn is_after_civil_title(cx: &Context<'_>, at: usize) -> bool {
    (1..=2).filter_map(|back| at.checked_sub(back)).any(|token| cx.text.is(token, class::TITLE_CIVIL))
}
