//! Dates become identifiers by the words near them: born, admitted, discharged.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

/// Dates of these lives are told in public, or are the author's own.
const OTHERS: &[Fact] = &[Fact::AboutPublicFigure, Fact::Historical, Fact::AboutAuthor];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let patients = cx.draft_has(Fact::DraftPatient) || cx.draft_has(Fact::DraftRelative);
    found.identifiers(&[Kind::DateOfBirth, Kind::AdmissionDate], |seen, token| {
        let about_patient = cx.holds(Fact::AboutPatient, token);
        let others = OTHERS.iter().any(|fact| cx.holds(*fact, token));
        about_patient || (!others && (patients || (seen.keyword && seen.kind == Kind::AdmissionDate)))
    });
}
