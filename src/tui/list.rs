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

    /// The first row in sight when `room` rows fit. The selected one has rows around it, and the window stands still for half as many
    /// steps as it has rows: a step then changes two rows of the screen, not all.
    pub fn top(self, len: usize, room: usize) -> usize {
        let (selected, half) = (self.row(len).unwrap_or(0), room.div_ceil(2).max(1));
        (selected.saturating_sub(room / 4) / half * half).min(len.saturating_sub(room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_in_sight_and_the_window_seldom_moves() {
        for (len, room) in (1..60).flat_map(|len| (1..40).map(move |room| (len, room))) {
            let tops: Vec<_> = (0..len).map(|selected| Place { selected }.top(len, room)).collect();
            let seen = |(at, top): (usize, &usize)| (*top..top + room).contains(&at);
            assert!(tops.iter().enumerate().all(seen), "{len} rows in {room}");
            assert!(tops.iter().all(|top| top + room <= len.max(room)), "{len} rows in {room}");
            let moves = tops.windows(2).filter(|pair| pair[0] != pair[1]).count();
            assert!(moves <= len * 2 / room.max(2) + 1, "{len} rows in {room}: {moves}");
        }
    }
}
