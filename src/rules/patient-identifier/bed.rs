//! A bed and its ward are a shape that several notations share.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

pub(crate) fn find(_: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::Bed], |_, _| true);
}
