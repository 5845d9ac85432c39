//! How many people fit is a number, which the jigsaw computes; here it becomes findings: the narrowest places of the draft, with
//! the chain of details and wider words for each.

use crate::draft::Surface;
use crate::jigsaw::{self, Cluster, Detail, Kind, Subject};
use crate::report::{Fix, Severity};
use crate::rules::{Context, Found, Hit};

/// Below this many people the draft is held; below the next it is a warning; below the last a note.
const FEW: f64 = 5.0;
const DOZEN: f64 = 20.0;
const MANY: f64 = 1_000.0;

/// The fewest details, besides man or woman, that make a jigsaw.
const PIECES: usize = 2;
/// The fewest that make one worth a note when hundreds fit.
const PIECES_OF_A_NOTE: usize = 3;

/// More places than this tell readers of the card nothing new.
const MOST_PLACES: usize = 3;

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let Some(subject) = jigsaw::subject(cx.text, cx.mentions, cx.details()) else {
        return;
    };
    let Some(severity) = severity(cx, &subject) else {
        return;
    };
    for (place, cluster) in subject.clusters.iter().take(MOST_PLACES).enumerate() {
        let narrow_alone = cluster.share * subject.start.people < FEW;
        let severity = if place == 0 || narrow_alone {
            severity
        } else {
            severity.min(Severity::Warn)
        };
        found.add(Hit {
            severity: Some(severity),
            fixes: Some(fixes(cx, &subject, cluster)),
            estimate: Some(subject.estimate(cx.text, &cx.draft.text)),
            ..Hit::at(cx.text.utf16(cluster.tokens.clone()))
        });
    }
}

fn severity(cx: &Context<'_>, subject: &Subject) -> Option<Severity> {
    let unique = subject
        .details
        .iter()
        .any(|detail| detail.kind == Kind::Event && detail.factor < 1e-5);
    let whole = subject.details.iter().any(|detail| detail.kind == Kind::Description);
    let pieces = subject.details.iter().filter(|detail| detail.kind != Kind::Sex).count();
    if pieces < PIECES && !unique && !whole {
        return None;
    }
    match subject.fits_about {
        people if people < FEW => Some(if cx.draft.surface == Surface::Message || !subject.in_care {
            Severity::Warn
        } else {
            Severity::Stop
        }),
        people if people < DOZEN => Some(Severity::Warn),
        people if people < MANY && pieces >= PIECES_OF_A_NOTE => Some(Severity::Note),
        _ => None,
    }
}

fn fixes(cx: &Context<'_>, subject: &Subject, cluster: &Cluster) -> Vec<Fix> {
    let inside =
        |detail: &&Detail| cluster.tokens.start <= detail.tokens.start && detail.tokens.end <= cluster.tokens.end;
    let mut details: Vec<&Detail> = subject.counted().filter(inside).collect();
    details.sort_by(|a, b| a.factor.total_cmp(&b.factor));
    details
        .into_iter()
        .filter_map(|detail| jigsaw::fix(cx.text, detail))
        .collect()
}
