//! The card offers wider words for a detail, one click each: applying any of them must fit more people than before, and leave a
//! sentence that reads on. What the card shows is in the snapshot, for a reader to judge.

mod support;

use chaperone::mentions::identifiability;
use chaperone::report::{Finding, Fix};
use chaperone::{Category, Draft, Profile, check};
use std::fmt::Write;
use support::applied;

/// Five cases that `docs/decisions/jigsaw.md` works through.
const POSTS: &[&str] = &[
    "A 47-year-old bus driver from Haverfordwest came in this morning after his scan.",
    "Saw a lovely 82 year old retired lighthouse keeper from Arranmore in clinic today.",
    "Admitted a 34yo plasterer from Gort last night, fell off a roof, both legs.",
    "My 2pm was a florist from Souris and she cried the whole hour.",
    "34F with HIV, teacher in a small town outside Tulsa, too scared to pick up her meds.",
];

fn draft(text: &str) -> Draft {
    Draft {
        text: text.to_owned(),
        ..Draft::default()
    }
}

fn fits_about(text: &str) -> Option<f64> {
    identifiability(&draft(text), &Profile::default()).map(|estimate| estimate.fits_about)
}

fn jigsaws(text: &str) -> Vec<Finding> {
    let mut findings = check(&draft(text), &Profile::default()).findings;
    findings.retain(|finding| finding.category == Category::JigsawIdentification && finding.estimate.is_some());
    findings
}

#[test]
fn every_fix_fits_more_people() {
    let mut shown = String::new();
    for post in POSTS {
        let before = fits_about(post).unwrap_or_else(|| panic!("nobody in care is seen in: {post}"));
        let findings = jigsaws(post);
        let fixes: Vec<(&Finding, &Fix)> = findings
            .iter()
            .flat_map(|finding| finding.fixes.iter().map(move |fix| (finding, fix)))
            .collect();
        assert!(!fixes.is_empty(), "no fix is offered for: {post}");
        let estimate = findings[0].estimate.as_ref().expect("kept above");
        writeln!(shown, "{post}\n  fits {}", estimate.fits_words).unwrap();
        for step in &estimate.chain {
            writeln!(
                shown,
                "    {} \u{201C}{}\u{201D} {:.5} ({})",
                step.detail, step.words, step.factor, step.source
            )
            .unwrap();
        }
        for (finding, fix) in fixes {
            let after = applied(post, finding, fix);
            // No estimate at all is what many people fit.
            let fits = fits_about(&after).unwrap_or(f64::INFINITY);
            assert!(
                fits > before,
                "\u{201C}{}\u{201D} leaves {fits} where there were {before}: {after}",
                fix.title
            );
            writeln!(shown, "  {}: {after}", fix.title).unwrap();
        }
    }
    insta::assert_snapshot!("fixes", shown);
}

/// Five people share what one fix leaves; with all of them applied nobody is held any more.
#[test]
fn all_fixes_together_end_the_hold() {
    for post in POSTS {
        let mut text = (*post).to_owned();
        for _ in 0..10 {
            let findings = jigsaws(&text);
            let Some((finding, fix)) = findings
                .iter()
                .find_map(|finding| Some((finding, finding.fixes.first()?)))
            else {
                break;
            };
            text = applied(&text, finding, fix);
        }
        let fits = fits_about(&text).unwrap_or(f64::INFINITY);
        assert!(fits >= 5.0, "after every fix it still fits about {fits}: {text}");
    }
}
