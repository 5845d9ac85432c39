//! A link is a shape.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let clinical = cx.draft_has(Fact::DraftPatient) || cx.draft_has(Fact::DraftClinical);
    // A form asks, it shows nothing.
    let is_form = |at: usize| cx.text.word(at).contains("docs.google.com/forms") || cx.text.word(at).contains("forms.gle");
    found.identifiers(&[Kind::FileLink], |_, token| clinical && !is_form(token));
}
