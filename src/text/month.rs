//! The names of months.

const NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// 1 to 12 for a month's name in small letters, or its first three letters ("sept" too).
pub(crate) fn number(word: &str) -> Option<u16> {
    let place = NAMES.iter().position(|name| {
        *name == word || word.len() == 3 && name.starts_with(word) || word == "sept" && *name == "september"
    })?;
    u16::try_from(place + 1).ok()
}
