//! Addresses are shapes; whose they are decides. A clinic's address is for everyone, the author's own is another rule's.

use crate::identifiers::Kind;
use crate::rules::facts::Fact;
use crate::rules::{Context, Found};

const SOMEBODY: &[Fact] = &[Fact::AboutPatient, Fact::AboutRelative];

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    found.identifiers(&[Kind::StreetAddress, Kind::Postcode, Kind::NumberPlate], |_, token| {
        SOMEBODY.iter().any(|fact| cx.holds(*fact, token)) && !is_the_authors(cx, token)
    });
}

/// "I live at 14 Larch Avenue, pop in", "we just moved to …".
fn is_the_authors(cx: &Context<'_>, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |token| cx.text.word(token));
    let author = |back: usize| matches!(word(back), "i" | "we");
    matches!(word(1), "at" | "to" | "into" | "on")
        && matches!(word(2), "live" | "living" | "moved")
        && (author(3) || author(4))
}
