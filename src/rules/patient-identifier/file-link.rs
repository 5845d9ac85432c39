//! A link is a shape.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let clinical = cx.draft_has(Fact::DraftPatient) || cx.draft_has(Fact::DraftClinical);
    found.identifiers(&[Kind::FileLink], |_, _| clinical);
}
