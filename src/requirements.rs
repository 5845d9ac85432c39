//! What the profession's advice asks for while somebody writes, and what covers it: rules (by their `stems_from`), another surface,
//! or nothing, with the reason. The table is `data/requirements.toml`.

/// One requirement.
#[derive(Clone, Copy, Debug)]
pub struct Requirement {
    /// 57 for S57.
    pub number: u8,
    /// What it asks for, in our own words.
    pub name: &'static str,
    /// The surface that covers it: `gate`, `attachment`, `request`, `chip` or `checklist`.
    pub surface: Option<&'static str>,
    /// Why nothing covers it.
    pub not_built: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/requirements.rs"));

/// All requirements, by number.
#[must_use]
pub fn all() -> &'static [Requirement] {
    REQUIREMENTS
}
