//! The check digit decides, which no pattern can compute.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let numbers = cx
        .identifiers
        .iter()
        .filter(|seen| matches!(seen.kind, Kind::Nhs | Kind::Chi | Kind::HealthAndCare));
    for number in numbers {
        found.at(cx.text.utf16_of_view(number.start..number.end));
    }
}
