//! A word near by names the number; a long number that nobody names is only remarked on where patients are spoken of.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

const NAMED: &[Kind] = &[Kind::RecordNumber, Kind::LaboratoryNumber, Kind::BookingNumber];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let clinical = cx.draft_has(Fact::DraftPatient) || cx.draft_has(Fact::DraftClinical);
    found.identifiers(NAMED, |seen, _| clinical || seen.kind != Kind::BookingNumber);
    found.identifiers(&[Kind::UnlabelledNumber], |_, token| cx.holds(Fact::AboutPatient, token));
}
