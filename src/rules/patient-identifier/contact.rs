//! Contacts are shapes, which `identifiers` finds; a contact open to everyone tells nothing about a patient.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let contacts = cx
        .identifiers
        .iter()
        .filter(|seen| matches!(seen.kind, Kind::Phone | Kind::Email) && !seen.public_line);
    for contact in contacts {
        found.at(cx.text.utf16_of_view(contact.start..contact.end));
    }
}
