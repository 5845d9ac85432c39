//! Which words stand between quotation marks.

use super::token::{Kind, Shape, Token};

/// A quotation longer than this many tokens is taken for a stray mark (inches, a forgotten closing mark).
const LONGEST: usize = 60;

/// Marks the tokens between a pair of double quotation marks, or single ones that stand outside words.
pub(super) fn mark(tokens: &mut [Token], view: &str) {
    let mut open: Option<(usize, &str)> = None;
    for at in 0..tokens.len() {
        let token = tokens[at];
        let sign = &view[token.start as usize..token.end as usize];
        match open {
            _ if token.kind == Kind::LineBreak => open = None,
            _ if token.kind != Kind::Mark || !matches!(sign, "\"" | "'") => {}
            Some((start, opening)) if opening == sign => {
                if at - start <= LONGEST {
                    tokens[start + 1..at]
                        .iter_mut()
                        .for_each(|inside| inside.shape.add(Shape::QUOTED));
                }
                open = None;
            }
            None => open = Some((at, sign)),
            Some(_) => {}
        }
    }
}
