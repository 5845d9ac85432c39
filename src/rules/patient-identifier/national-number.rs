//! Check digits, dates and issuers' prefixes decide, which no pattern can compute.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

const KINDS: &[Kind] = &[
    Kind::NationalInsurance,
    Kind::Pps,
    Kind::Hkid,
    Kind::MyKad,
    Kind::Nric,
    Kind::SouthAfricanId,
    Kind::Ssn,
    Kind::Sin,
    Kind::Aadhaar,
    Kind::TaxFile,
];

pub(crate) fn find(_: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(KINDS, |_, _| true);
}
