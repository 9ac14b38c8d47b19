//! Labels of rows: `E-3` is what stands on the bag. A label is the next free number that its writer saw; it is stored and never moves.
//!
//! Two runs that did not see each other may take the same one. Both keep it, and both are then shown with the name of their run:
//! `E-3.k4` and `E-3.h3`.

use super::{CaseState, Fact};

impl CaseState {
    /// The next free label behind a beginning such as `E-` or `E-3/`. A label that was struck out is not given again.
    pub fn next_label(&self, begins: &str) -> String {
        let numbers = self.labels.keys().filter_map(|label| label.strip_prefix(begins)?.parse::<u64>().ok());
        format!("{begins}{}", numbers.max().unwrap_or(0).saturating_add(1))
    }

    /// The label that an entry stores.
    pub fn stored_label(&self, at: usize) -> Option<&str> {
        match &self.at(at).fact {
            Fact::RowAdded { label, .. } | Fact::Counted { label, .. } => label.as_deref(),
            _ => None,
        }
    }

    /// The label of a row, as it is shown: with the name of its run where another row has the same.
    pub fn label(&self, at: usize) -> Option<String> {
        let stored = self.stored_label(at)?;
        let alike = self.alike(stored);
        if alike.len() < 2 {
            return Some(stored.to_owned());
        }
        let session = &self.at(at).id.session;
        let of_the_run = alike.iter().filter(|other| self.at(**other).id.session == *session).count();
        let run = if of_the_run > 1 { self.name(at) } else { self.names.run(session).to_owned() };
        Some(format!("{stored}.{run}"))
    }

    /// The other rows that have the label of this one, as positions in the log.
    pub fn same_label(&self, at: usize) -> Vec<usize> {
        let alike = self.stored_label(at).map(|label| self.alike(label)).unwrap_or_default();
        alike.into_iter().filter(|other| *other != at).collect()
    }

    /// Every row that a typed label can mean, in any capitals, as positions in the log: those that bear it, or bear it with the name
    /// of a run behind a dot.
    pub fn labelled(&self, typed: &str) -> Vec<usize> {
        let typed = typed.trim().to_ascii_uppercase();
        let named: Vec<_> = self.labels.keys().filter(|label| typed.starts_with(label.as_str())).cloned().collect();
        let rows = named.iter().flat_map(|label| self.alike(label));
        let means = |at: &usize| {
            let is = |label: Option<&str>| label.is_some_and(|label| label.to_ascii_uppercase() == typed);
            is(self.stored_label(*at)) || is(self.label(*at).as_deref())
        };
        rows.filter(means).collect()
    }

    /// The rows with a label; one that another stands for is that other.
    fn alike(&self, stored: &str) -> Vec<usize> {
        let all = self.labels.get(stored).map(Vec::as_slice).unwrap_or_default();
        all.iter().copied().filter(|at| self.settled_by(&self.at(*at).id).is_none()).collect()
    }
}
