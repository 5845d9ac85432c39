//! Any bytes as a draft, and what it answers: the check ends, and every finding stands on whole characters of the text.

#![no_main]

use chaperone::{Draft, Profile, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first line is what is answered, if there is more than one.
    let all = String::from_utf8_lossy(bytes);
    let (in_reply_to, text) = match all.split_once('\n') {
        Some((before, text)) => (Some(before.to_owned()), text),
        None => (None, &*all),
    };
    let draft = Draft {
        text: text.to_owned(),
        in_reply_to,
        ..Draft::default()
    };
    let mut boundaries = vec![0];
    text.chars()
        .for_each(|c| boundaries.push(boundaries[boundaries.len() - 1] + c.len_utf16() as u32));
    for finding in check(&draft, &Profile::default()).findings {
        let fixes = finding.fixes.iter().filter_map(|fix| fix.span);
        for span in fixes.chain([finding.span]) {
            assert!(span.start <= span.end, "{finding:?}");
            assert!(boundaries.binary_search(&span.start).is_ok(), "{finding:?}");
            assert!(boundaries.binary_search(&span.end).is_ok(), "{finding:?}");
        }
    }
});
