//! Contacts are shapes; whose they are decides. One that is open to everyone tells nothing about a patient.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

/// Who may stand behind a contact that is not the author's or the practice's own.
const SOMEBODY: &[Fact] = &[Fact::AboutPatient, Fact::AboutRelative, Fact::AboutPerson];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::Phone, Kind::Email], |_, token| SOMEBODY.iter().any(|fact| cx.holds(*fact, token)));
}
