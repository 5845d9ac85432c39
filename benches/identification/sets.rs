//! Public data, read from the folder that CHAPERONE_PUBLIC_DATA names; nothing of it is in this repository unless its licence allows.

use chaperone::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A post with marked spans.
#[derive(Clone)]
pub struct Post {
    pub text: String,
    pub marks: Vec<(Span, String)>,
    /// Where its names come from, if that is known.
    pub country: String,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    spans: Vec<(usize, usize, String)>,
    #[serde(default)]
    country: String,
}

/// The posts of a file of public data; without the file, nothing, and a word about it.
pub fn posts(file: &str) -> Option<Vec<Post>> {
    lines(file).map(|lines: Vec<Line>| lines.into_iter().map(Post::from).collect())
}

/// The texts of a file of public data.
pub fn texts(file: &str) -> Option<Vec<String>> {
    Some(posts(file)?.into_iter().map(|post| post.text).collect())
}

/// The lines of a file of public data.
pub fn lines<T: DeserializeOwned>(file: &str) -> Option<Vec<T>> {
    let Some(folder) = env::var_os("CHAPERONE_PUBLIC_DATA").map(PathBuf::from) else {
        println!("\n{file} is skipped: name the folder that holds it in CHAPERONE_PUBLIC_DATA");
        return None;
    };
    let path = folder.join(file);
    match fs::read_to_string(&path) {
        Ok(text) => Some(parse(&text, &path)),
        Err(error) => {
            println!("\n{file} is skipped: {}: {error}", path.display());
            None
        }
    }
}

/// The posts of JSON Lines that a program wrote.
pub fn posts_of(text: &str, source: &Path) -> Vec<Post> {
    parse::<Line>(text, source).into_iter().map(Post::from).collect()
}

/// The lines of a file of this repository.
pub fn own<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    parse(&text, &path)
}

fn parse<T: DeserializeOwned>(text: &str, path: &Path) -> Vec<T> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .map(|(at, line)| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{}, line {}: {error}", path.display(), at + 1))
        })
        .collect()
}

impl From<Line> for Post {
    /// Public sets count characters, Chaperone counts UTF-16 units.
    fn from(line: Line) -> Self {
        let mut units = vec![0];
        line.text
            .chars()
            .for_each(|c| units.push(units[units.len() - 1] + c.len_utf16() as u32));
        let span = |start: usize, end: usize| Span {
            start: units[start],
            end: units[end],
        };
        Post {
            marks: line
                .spans
                .iter()
                .map(|(start, end, label)| (span(*start, *end), label.clone()))
                .collect(),
            text: line.text,
            country: line.country,
        }
    }
}

impl Post {
    /// The same in small letters that take as much room as the capitals, so that marks hold.
    pub fn in_small_letters(&self) -> Post {
        let lower = |c: char| {
            c.to_lowercase()
                .next()
                .filter(|lower| lower.len_utf16() == c.len_utf16())
                .unwrap_or(c)
        };
        Post {
            text: self.text.chars().map(lower).collect(),
            marks: self.marks.clone(),
            country: self.country.clone(),
        }
    }
}
