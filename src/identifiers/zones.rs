//! Stretches that are not running text: links, e-mail addresses, handles and hashtags.

use std::ops::Range;

/// Where an atom stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Running text.
    Prose,
    /// A web address.
    Link,
    /// An e-mail address.
    Email,
    /// An @handle or #hashtag.
    Tag,
}

/// A stretch without white space that is not prose.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub range: Range<usize>,
    pub zone: Zone,
}

/// Links, e-mail addresses, handles and hashtags: stretches between white space that hold their marks.
pub(super) fn chunks(folded: &str) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut start = 0;
    for end in folded
        .bytes()
        .enumerate()
        .filter_map(|(at, byte)| byte.is_ascii_whitespace().then_some(at))
        .chain([folded.len()])
    {
        if start < end {
            classify(folded, start..end, &mut chunks);
        }
        start = end + 1;
    }
    chunks
}

fn classify(folded: &str, range: Range<usize>, chunks: &mut Vec<Chunk>) {
    let piece = &folded[range.clone()];
    if let Some(scheme) = piece.find("://") {
        let before = piece[..scheme]
            .trim_end_matches(|letter: char| letter.is_ascii_lowercase())
            .len();
        chunks.push(Chunk {
            range: range.start + before..range.end,
            zone: Zone::Link,
        });
    } else if piece.contains('@') {
        let zone = if piece.trim_start_matches(['(', '"', '.', '\'']).starts_with('@') {
            Zone::Tag
        } else {
            Zone::Email
        };
        chunks.push(Chunk { range, zone });
    } else if let Some(mark) = piece.find('#') {
        if piece[mark + 1..].starts_with(|next: char| next.is_ascii_alphanumeric()) {
            chunks.push(Chunk {
                range: range.start + mark..range.end,
                zone: Zone::Tag,
            });
        }
    } else if is_bare_link(piece) {
        chunks.push(Chunk {
            range,
            zone: Zone::Link,
        });
    }
}

/// `example.org/path` or `www.example.org` without a scheme.
fn is_bare_link(piece: &str) -> bool {
    if piece.starts_with("www.") || is_doi(piece) {
        return true;
    }
    let Some((host, _)) = piece.split_once('/') else {
        return false;
    };
    host.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && (2..=10).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_lowercase())
            && name.bytes().any(|byte| byte.is_ascii_lowercase())
    })
}

/// A digital object identifier without its resolver: `10.`, a registrant, a slash (ISO 26324).
fn is_doi(piece: &str) -> bool {
    piece.find("10.").is_some_and(|at| {
        piece[at + 3..].split_once('/').is_some_and(|(registrant, _)| {
            registrant.len() >= 4 && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_handles_and_tags_are_not_prose() {
        let found = chunks("see bit.ly/12345678, @ward7 #bed4 and a@b.org or 3/4/1962");
        let zones: Vec<Zone> = found.iter().map(|chunk| chunk.zone).collect();
        assert_eq!(zones, [Zone::Link, Zone::Tag, Zone::Tag, Zone::Email]);
    }
}
