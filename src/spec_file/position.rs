//! Places in a text, as an editor counts them.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

/// A place in a text, both counted from one; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// What is worked out of a text once a message asks for it, so that a text with many errors is read once and not once for each of them.
#[derive(Clone, Default)]
pub(super) struct Index {
    milestones: OnceLock<Vec<(usize, Position)>>,
    /// Where each text that is written with an escape begins.
    pub(super) escaped: OnceLock<HashMap<Box<str>, usize>>,
}

/// A position is counted from the last of these before it: every so many bytes there is one.
const BETWEEN_MILESTONES: usize = 1024;

impl Index {
    /// The line and column of a byte of the text. A byte order mark has no column of its own: no editor shows it.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let milestones = self.milestones.get_or_init(|| milestones(text));
        let after = milestones.partition_point(|(known, _)| *known <= offset);
        let (known, position) = milestones.get(after.saturating_sub(1)).copied().unwrap_or((0, START));
        let rest = text.get(known..offset).or(text.get(known..)).unwrap_or_default();
        rest.chars().fold(position, Position::after)
    }
}

const START: Position = Position { line: 1, column: 1 };
const BYTE_ORDER_MARK: char = '\u{feff}';

impl Position {
    fn after(self, c: char) -> Self {
        match c {
            '\n' => Self { line: self.line + 1, column: 1 },
            BYTE_ORDER_MARK if self == START => self,
            _ => Self { column: self.column + 1, ..self },
        }
    }
}

fn milestones(text: &str) -> Vec<(usize, Position)> {
    let mut milestones = Vec::with_capacity(text.len() / BETWEEN_MILESTONES + 1);
    let mut position = START;
    for (offset, c) in text.char_indices() {
        if offset >= milestones.len() * BETWEEN_MILESTONES {
            milestones.push((offset, position));
        }
        position = position.after(c);
    }
    milestones
}

#[cfg(test)]
mod tests {
    use super::{BETWEEN_MILESTONES, Index, Position};

    #[track_caller]
    fn stands(text: &str, offset: usize, line: usize, column: usize) {
        assert_eq!(Index::default().position(text, offset), Position { line, column });
    }

    #[test]
    fn lines_and_columns_count_from_one() {
        stands("", 0, 1, 1);
        stands("ab\ncd", 1, 1, 2);
        stands("ab\ncd", 2, 1, 3);
        stands("ab\ncd", 3, 2, 1);
        stands("ab\ncd", 5, 2, 3);
        stands("마하\r\n1", 8, 2, 1);
        stands("\u{feff}ab", 3, 1, 1);
        stands("a\u{feff}b", 4, 1, 3);
    }

    #[test]
    fn a_place_beyond_the_text_is_its_end() {
        stands("ab\ncd", 9, 2, 3);
        stands("마", 1, 1, 2);
    }

    #[test]
    fn far_into_a_text_the_count_goes_on() {
        let index = Index::default();
        let text = "마하 abc\n".repeat(2000) + &"가".repeat(3000);
        let mut expected = Position { line: 1, column: 1 };
        for (offset, c) in text.char_indices() {
            assert_eq!(index.position(&text, offset), expected);
            expected = expected.after(c);
        }
        assert_eq!(expected, Position { line: 2001, column: 3001 });
        let milestones = index.milestones.get().map_or(0, Vec::len);
        assert_eq!(milestones, text.len().div_ceil(BETWEEN_MILESTONES));
    }
}
