//! The check digit decides, which no pattern can compute.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

pub(crate) fn find(_: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::Nhs, Kind::Chi, Kind::HealthAndCare], |_, _| true);
}
