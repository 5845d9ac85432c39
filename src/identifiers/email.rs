//! E-mail addresses, plain (RFC 5321, the forms in use) and spelled ("name at example dot com").
//!
//! Plain addresses are `Strong`. Spelled ones need a known ending and a word or bracket that makes them an address.

use super::claim::{Claim, Confidence};
use super::kind::Kind;
use super::nearby::is_named;
use super::scan::Scan;
use super::zones::Zone;

/// Mailboxes of organisations.
const SHARED_BOXES: &[&str] = &[
    "info",
    "enquiries",
    "enquiry",
    "inquiries",
    "contact",
    "press",
    "hello",
    "support",
    "admin",
    "office",
    "reception",
    "appointments",
    "bookings",
    "clinic",
    "media",
    "editor",
    "editors",
    "news",
    "help",
    "feedback",
    "jobs",
    "team",
    "events",
    "subscriptions",
    "letters",
    "tips",
    "mail",
    "marketing",
    "sales",
    "secretary",
    "membership",
    "noreply",
];

const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "io", "uk", "ie", "hk", "my", "sg", "za", "nz", "au", "ca", "in", "nhs", "co",
    "me", "us",
];

const NAMES: &[&str] = &[
    "email", "e mail", "mail", "gmail", "hotmail", "outlook", "yahoo", "icloud", "address", "contact",
];

/// An address that starts at atom `first`.
pub(super) fn find(scan: &Scan, first: usize) -> Option<Claim> {
    match scan.atoms[first].zone {
        Zone::Email => plain(scan, first),
        Zone::Prose => spelled(scan, first),
        Zone::Link | Zone::Tag => None,
    }
}

fn plain(scan: &Scan, first: usize) -> Option<Claim> {
    let is_box = |byte: u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte);
    if is_box(scan.byte_before(scan.atoms[first].start)) {
        return None;
    }
    let mut at = scan.atoms[first].start;
    while is_box(scan.byte(at)) {
        at += 1;
    }
    if scan.byte(at) != b'@' || !scan.byte(at + 1).is_ascii_alphanumeric() {
        return None;
    }
    let shared = SHARED_BOXES.contains(&scan.slice(scan.atoms[first].start..at));
    let mut last = (first..scan.atoms.len()).find(|&index| scan.atoms[index].start > at)?;
    let mut dots = 0;
    while let Some(next) = scan.atoms.get(last + 1).filter(|next| next.zone == Zone::Email) {
        let between = scan.slice(scan.atoms[last].end..next.start);
        if !matches!(between, "" | "." | "-") {
            break;
        }
        dots += usize::from(between == ".");
        last += 1;
    }
    let ending = scan.word(last);
    let is_domain = dots > 0 && scan.is_letters(last) && ending.len() >= 2;
    is_domain.then(|| Claim {
        public_line: shared,
        ..Claim::new(Kind::Email, first, last, true, Confidence::Strong)
    })
}

/// `name at example dot com`, `first.last [at] example [dot] com`, from its word "at".
fn spelled(scan: &Scan, at: usize) -> Option<Claim> {
    if scan.word(at) != "at" || at == 0 {
        return None;
    }
    let (last, dots_spelled) = domain(scan, at + 1)?;
    let bracketed = matches!(scan.byte_before(scan.atoms[at].start), b'(' | b'[' | b'{');
    // "meet at bbc.co.uk" names a site; a spelled dot or the brackets make it an address.
    if !dots_spelled && !bracketed {
        return None;
    }
    let first = mailbox(scan, at - 1);
    let named = is_named(scan, first, last, NAMES);
    Some(Claim::new(Kind::Email, first, last, named, Confidence::Strong))
}

/// The last atom of a domain that starts at `first` and ends in a known ending, and whether a dot was spelled.
fn domain(scan: &Scan, first: usize) -> Option<(usize, bool)> {
    const LABELS: usize = 3;
    let (mut last, mut dots_spelled, mut known) = (first, false, false);
    for _ in 0..LABELS {
        if scan.word(last + 1) == "dot" {
            dots_spelled = true;
            last += 2;
        } else if scan.slice_between(last, last + 1) == "." {
            last += 1;
        } else {
            break;
        }
        known = ENDINGS.contains(&scan.word(last));
    }
    known.then_some((last, dots_spelled))
}

/// The first atom of the mailbox whose last atom is `last`: back over "dot", `.`, `_`, `-` and touching digits.
fn mailbox(scan: &Scan, last: usize) -> usize {
    const PARTS: usize = 4;
    let mut first = last;
    for _ in 0..PARTS {
        if first >= 2 && scan.word(first - 1) == "dot" {
            first -= 2;
        } else if first >= 1 && matches!(scan.slice_between(first - 1, first), "" | "." | "_" | "-") {
            first -= 1;
        } else {
            break;
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use crate::identifiers::testing::{assert_kinds, assert_public, assert_quiet};

    #[test]
    fn plain_and_spelled() {
        assert_kinds(&[
            (
                "write jo.bloggs+ward7@example.co.uk.",
                "e-mail address",
                "jo.bloggs+ward7@example.co.uk",
            ),
            ("(jo@example.org)", "e-mail address", "jo@example.org"),
            (
                "mail jo at example dot com please",
                "e-mail address",
                "jo at example dot com",
            ),
            (
                "jo.bloggs [at] example [dot] org",
                "e-mail address",
                "jo.bloggs [at] example [dot] org",
            ),
            (
                "email jo dot bloggs at nhs dot net",
                "e-mail address",
                "jo dot bloggs at nhs dot net",
            ),
            (
                "or jo_bloggs7(at)example(dot)com",
                "e-mail address",
                "jo_bloggs7(at)example(dot)com",
            ),
            ("jo(at)example.com", "e-mail address", "jo(at)example.com"),
        ]);
    }

    #[test]
    fn shared_boxes_are_public_and_prose_is_quiet() {
        assert_public(&["info@example.org", "email us: drsmith@example.org"]);
        assert_quiet(&[
            "look at the dot plot",
            "@example.com",
            "read it at bbc.co.uk",
            "meet at noon dot",
        ]);
    }
}
