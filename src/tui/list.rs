//! Lists: which row is selected, and which rows are in sight.

use super::action::Action;

/// The place in a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// The selected row; may lie behind the end of a list that shrank, see [`Place::row`].
    pub selected: usize,
}

impl Place {
    /// The selected row of a list with `len` rows.
    pub fn row(self, len: usize) -> Option<usize> {
        len.checked_sub(1).map(|last| self.selected.min(last))
    }

    /// Moves; `false` if the verb does not move in lists.
    pub fn on(&mut self, action: Action, len: usize) -> bool {
        let Some(at) = self.row(len) else { return false };
        self.selected = match action {
            Action::Up => at.saturating_sub(1),
            Action::Down => (at + 1).min(len - 1),
            Action::PageUp => at.saturating_sub(10),
            Action::PageDown => (at + 10).min(len - 1),
            Action::First => 0,
            Action::Last => len - 1,
            _ => return false,
        };
        true
    }

    /// The first row in sight when `room` rows fit: the selected one stays in view, with rows around it.
    pub fn top(self, len: usize, room: usize) -> usize {
        let selected = self.row(len).unwrap_or(0);
        selected.saturating_sub(room / 2).min(len.saturating_sub(room))
    }
}
