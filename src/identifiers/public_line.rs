//! Contacts open to everyone: helplines, switchboards, a clinic speaking about itself.

use super::nearby::{any_phrase, breaks_before};
use super::scan::Scan;

/// Lines meant for everyone; they stay public whoever is told to call them.
const CRISIS_LINES: &[&str] = &[
    "helpline",
    "helplines",
    "hotline",
    "samaritans",
    "lifeline",
    "healthline",
    "childline",
    "befrienders",
    "beyond blue",
    "crisis line",
    "advice line",
    "info line",
    "infoline",
    "freephone",
    "toll free",
    "tollfree",
    "switchboard",
    "nhs 111",
    "quitline",
    "careline",
    "press office",
    "customer service",
    "information line",
    "nurse line",
    "poison control",
];

/// Words of an organisation speaking about itself.
const PUBLIC_WORDS: &[&str] = &[
    "call us",
    "contact us",
    "text us",
    "ring us",
    "phone us",
    "email us",
    "e mail us",
    "message us",
    "whatsapp us",
    "write to us",
    "visit us",
    "find us",
    "reach us",
    "our clinic",
    "our practice",
    "our surgery",
    "our office",
    "our team",
    "our rooms",
    "our reception",
    "our line",
    "our number",
    "our website",
    "our address",
    "reception",
    "appointment",
    "appointments",
    "to book",
    "book",
    "booking",
    "bookings",
    "emergency",
    "emergencies",
    "out of hours",
    "more info",
    "more information",
    "for info",
    "for details",
    "info",
    "details",
    "register",
    "rsvp",
    "enquiries",
    "enquiry",
    "inquiries",
    "donate",
    "office",
    "clinic",
    "hospital",
    "surgery",
    "practice",
    "pharmacy",
    "venue",
    "conference",
    "centre",
    "center",
    "tickets",
    "apply",
    "applications",
    "cv",
    "submit",
    "questions",
    "sponsor",
    "advert",
    "volunteer",
    "call now",
    "call today",
    "support line",
    "dial in",
    "studies",
    "study",
];

/// Words that tie a contact to one person, whatever else is said.
const PERSONAL_WORDS: &[&str] = &[
    "patient", "pt", "his", "her", "hers", "mum", "mom", "mother", "father", "dad", "wife", "husband", "son",
    "daughter", "lives", "home", "relative", "nok", "mrs", "mr", "miss", "ms",
];

/// Whether the words around atoms `first..=last` show a line, mailbox or address open to everyone.
pub(super) fn is_public_line(scan: &Scan, first: usize, last: usize) -> bool {
    const REACH: usize = 8;
    // Other numbers do not end this window: "Samaritans on 116 123 or …".
    let before = (first.saturating_sub(REACH)..first)
        .rev()
        .take_while(|&at| !breaks_before(scan, at + 1));
    let after = (last + 1..scan.atoms.len().min(last + 1 + REACH)).take_while(|&at| !breaks_before(scan, at));
    let window: Vec<usize> = before.chain(after).collect();
    let near = |phrases: &[&str]| window.iter().any(|&at| any_phrase(scan, at, usize::MAX, phrases));
    near(CRISIS_LINES) || near(PUBLIC_WORDS) && !near(PERSONAL_WORDS)
}
