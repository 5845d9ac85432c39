//! Addresses are shapes; whose they are decides. A clinic's address is for everyone.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

const SOMEBODY: &[Fact] = &[Fact::AboutPatient, Fact::AboutRelative];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::StreetAddress, Kind::Postcode, Kind::NumberPlate], |_, token| {
        SOMEBODY.iter().any(|fact| cx.holds(*fact, token))
    });
}
