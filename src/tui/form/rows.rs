//! Rows of a list, one behind the other: Enter goes from cell to cell, records the row at the last, and opens the next one.

use super::{Form, Kind};
use crate::judge::View;
use crate::record::{Beside, Draft};

/// What a form of a new row says of its end.
const ENDS: &str =
    "Enter goes to the next line and records behind the last one. With nothing in the first line it ends.";

impl Form {
    /// The cells of a new row, by their places among the fields; none where something else is recorded.
    fn cells(&self) -> Vec<usize> {
        let adds = matches!(self.kind, Kind::Record(verb, _) if verb.beside == Beside::Adds);
        let own = |at: &usize| {
            let field = &self.fields[*at];
            !field.extra && !field.hidden && field.record.is_some()
        };
        let has_columns =
            self.fields.iter().any(|field| field.record.as_ref().is_some_and(|(_, column)| column.is_some()));
        if adds && has_columns { (0..self.fields.len()).filter(own).collect() } else { Vec::new() }
    }

    /// Whether it takes a new row of a list, so that another one follows.
    pub(in crate::tui) fn is_row(&self) -> bool {
        !self.cells().is_empty()
    }

    /// The cell behind the one that is filled in; none at the last. What is seldom wanted stands between the cells when it is unfolded,
    /// and Enter there leads on as well: a row is recorded only when its last cell was in sight.
    pub(super) fn next_cell(&self) -> Option<usize> {
        self.cells().into_iter().find(|at| *at > self.focus)
    }

    /// Whether Enter ends the rows: it stands in the first cell, and nothing was filled in.
    pub(super) fn ends_rows(&self) -> bool {
        let cells = self.cells();
        // What the form began with was not typed.
        let is_empty = |at: &usize| {
            let (field, text) = (&self.fields[*at], self.fields[*at].input.text());
            text.trim().is_empty() || text == field.initial
        };
        cells.first() == Some(&self.focus) && cells.iter().all(is_empty)
    }

    /// What Enter does in a row: to the next cell, record it, or end the rows; nothing in another form.
    pub(in crate::tui) fn does_in_row(&self) -> Option<&'static str> {
        match () {
            () if self.ends_rows() => Some("done"),
            () if self.next_cell().is_some() => Some("next cell"),
            () => self.cells().contains(&self.focus).then_some("record row"),
        }
    }

    /// Whether a choice stands on one line: in a row, while another cell is filled in.
    pub(super) fn is_short(&self, at: usize) -> bool {
        at != self.focus && self.is_row() && self.fields[at].record.as_ref().is_some_and(|(_, column)| column.is_some())
    }

    /// The form of one more row of the same list.
    pub(in crate::tui) fn next_row(&self, view: &View<'_>) -> Option<Self> {
        let Kind::Record(verb, on) = &self.kind else { return None };
        let mut draft = Draft::new(verb, on.clone());
        for field in self.fields.iter().filter(|field| !field.initial.is_empty()) {
            if let Some(place) = field.record.as_ref().filter(|(_, column)| column.is_some()) {
                draft.give_at(place, field.initial.as_str());
            }
        }
        self.is_row().then(|| Self::of(view, &draft))
    }

    /// Says how the rows end.
    pub(super) fn tells_of_rows(&mut self) {
        if self.is_row() && self.below.is_empty() {
            self.below.text(crate::page::Line::quiet(ENDS));
        }
    }
}
