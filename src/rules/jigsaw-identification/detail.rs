//! Which details set somebody apart is for the jigsaw to say.

use crate::jigsaw;
use crate::rules::{Context, Found};

/// Details that stand together and fit at most this share of people.
const RARE: f64 = 1.0 / 400.0;
/// More places than this tell readers nothing new.
const MOST_PLACES: usize = 2;

pub(crate) fn find(cx: &Context<'_>, found: &mut Found<'_>) {
    let clusters = jigsaw::candidates(cx.text, cx.mentions, cx.details());
    for cluster in clusters
        .into_iter()
        .filter(|cluster| cluster.share <= RARE)
        .take(MOST_PLACES)
    {
        found.at(cx.text.utf16(cluster.tokens));
    }
}
