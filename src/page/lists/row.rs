//! A row of a list as it stands, with what stood in it before and who changed it.

use crate::base::Stamp;
use crate::case::Recorded;
use crate::judge::View;

/// A row, typed or come by itself.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// `E-3`, as it is shown; `None` where the list has no labels, and for what came by itself.
    pub label: Option<String>,
    /// The entry that added it, or that it came from, as a position in the log; `None` for what is open and has no entry.
    pub entry: Option<usize>,
    /// Every entry that it rests on besides, such as one that says who owns what came by itself.
    pub also: Vec<usize>,
    /// The item of the playbook that it came from, by its place; `None` for typed rows that belong to none.
    pub item: Option<usize>,
    /// Whether it came by itself from the journal, and nobody typed it as a row.
    pub by_itself: bool,
    /// What stands in each column, in the order of [`List::columns`](super::List::columns).
    pub cells: Vec<Cell>,
    /// What stood in it before, oldest first.
    pub was: Vec<Was>,
    /// Whether it was written down long after it happened, and why; the inner `None` is "no reason given".
    pub late: Option<Option<String>>,
    /// The paper from which it was copied.
    pub transcribed: Option<String>,
    /// The entry that struck it out, as a position in the log.
    pub struck: Option<usize>,
    /// Whether the policy does not ask for it.
    pub outside: bool,
    /// Whether something is still to be done about it: an open action.
    pub open: bool,
    /// Of custody: who had it, where somebody else let it go. A gap in custody.
    pub gap: Option<String>,
    /// The rows that hang under it: of evidence, from hand to hand.
    pub under: Vec<Self>,
}

/// What stands in a column of a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// For people; empty where nothing is said.
    pub text: String,
    /// As it is stored.
    pub stored: String,
    /// Where entries that did not see each other contradict each other: each, as a position in the log, with what it says.
    pub said: Vec<(usize, String)>,
}

/// What stood in a column before.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Was {
    /// The place of the column.
    pub column: usize,
    /// For people; "nothing" where it was empty.
    pub text: String,
    /// The entry that changed it, as a position in the log.
    pub changed_by: usize,
    pub who: String,
    pub when: Stamp,
    /// Why; empty where no reason was given.
    pub why: String,
}

impl Cell {
    pub fn of(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { stored: text.clone(), text, said: Vec::new() }
    }

    pub fn shown(text: impl Into<String>, stored: impl Into<String>) -> Self {
        Self { text: text.into(), stored: stored.into(), said: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.said.is_empty()
    }
}

impl Row {
    /// What every row has from its entry: whether it is late, copied, struck out.
    pub(super) fn marked(view: &View<'_>, at: usize) -> Self {
        let recorded = view.state.at(at);
        Self {
            entry: Some(at),
            late: recorded.is_late().then(|| recorded.who.late_reason.clone()),
            transcribed: recorded.who.copied_from.clone(),
            struck: view.state.struck_by(&recorded.id),
            ..Self::default()
        }
    }

    /// What it is called: its label, the name of its entry, or nothing where it is open and has none.
    pub fn name(&self, view: &View<'_>) -> Option<String> {
        self.label.clone().or_else(|| self.entry.map(|at| view.state.name(at)))
    }

    /// Where another row has the same label: which bag to write anew, as a sentence.
    pub fn label_clash(&self, view: &View<'_>) -> Option<String> {
        let at = self.entry?;
        let others = view.state.same_label(at);
        let stored = view.state.stored_label(at).filter(|_| !others.is_empty())?;
        // Whoever came later in the log writes anew; the first keeps what stands on it.
        let first = others.iter().all(|other| at < *other);
        let own = self.label.clone().unwrap_or_default();
        let others = others.iter().filter_map(|other| view.state.label(*other)).collect::<Vec<_>>().join(", ");
        Some(if first {
            format!("{stored} stands on {own} and on {others}: write {others} anew on its bag.")
        } else {
            format!("{stored} stands on {own} and on {others}: write {own} anew on its bag.")
        })
    }
}

/// The end of a change, for [`Was`].
pub(super) fn changed(column: usize, text: String, at: usize, recorded: &Recorded, why: &str) -> Was {
    let text = if text.trim().is_empty() { "nothing".to_owned() } else { text };
    Was { column, text, changed_by: at, who: recorded.actor().to_owned(), when: recorded.at, why: why.to_owned() }
}
