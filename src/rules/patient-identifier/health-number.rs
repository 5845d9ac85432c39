//! Check digits and issuers' layouts decide, which no pattern can compute.

use crate::identifiers::Kind;
use crate::rules::{Context, Found};

const KINDS: &[Kind] = &[
    Kind::IrishIhi,
    Kind::Nhi,
    Kind::AustralianIhi,
    Kind::AustralianMedicare,
    Kind::Mbi,
    Kind::BcHealth,
    Kind::QuebecHealth,
    Kind::OntarioHealth,
    Kind::ProvincialHealth,
];

pub(crate) fn find(_: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(KINDS, |_, _| true);
}
