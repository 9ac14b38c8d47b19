//! Actions that outlive a case: rows of a list with a day by which they are to be done.

use crate::base::{EventTime, Now, Stamp};
use crate::case::{CaseState, Fact, ListRow};
use crate::playbook::Playbook;
use crate::playbook::register::Register;
use chrono::NaiveDate;

/// The columns that make a row of a list an action: by when, and when it was done.
pub const DUE: &str = "due";
pub const DONE: &str = "done";

/// The columns of the list of every case that say how an action stands, and that it is an improvement, which stands until it is done or
/// dropped.
const STATE: &str = "state";
const OWNER: &str = "owner";
const IMPROVEMENT: &str = "improvement";

/// An action that is not done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// The entry that added the row, as a position in the log.
    pub row: usize,
    pub name: String,
    /// Its day, as far as the cell can be read.
    pub due: Option<NaiveDate>,
    /// Whose it is; empty where nobody is named.
    pub owner: String,
    /// It is to make something better, and stands until it is done or dropped.
    pub improvement: bool,
}

/// How many improvement actions are open, and how many of them are over.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Improvements {
    pub open: usize,
    pub over: usize,
    /// The first day that has passed.
    pub since: Option<NaiveDate>,
}

impl Improvements {
    /// From the days on which they are due.
    pub fn of(due: impl IntoIterator<Item = Option<NaiveDate>>, today: NaiveDate) -> Self {
        let mut all = Self::default();
        for due in due {
            all.open += 1;
            if let Some(due) = due.filter(|due| *due < today) {
                all.over += 1;
                all.since = Some(all.since.map_or(due, |since| since.min(due)));
            }
        }
        all
    }

    /// `Improvements 3 open, 1 over since 1 Dec`; `None` where none is open.
    pub fn words(self) -> Option<String> {
        let over = self.since.map(|since| format!(", {} over since {}", self.over, since.format("%-d %b")));
        (self.open > 0).then(|| format!("Improvements {} open{}", self.open, over.unwrap_or_default()))
    }
}

/// Whether the rows of a list are actions: it has both columns.
fn keeps_actions(register: &Register) -> bool {
    let has = |id: &str| register.columns.iter().any(|column| column.id.as_str() == id);
    has(DUE) && has(DONE)
}

/// Whether a row is an action with a day. Such a row can be changed after the case was closed.
pub fn is_action(playbook: &Playbook, state: &CaseState, row: &ListRow) -> bool {
    playbook.register(row.register.as_str()).is_some_and(keeps_actions)
        && !state.cell(row, DUE).text().trim().is_empty()
}

/// The actions of a case that are not done, the earliest day first.
pub fn open(playbook: &Playbook, state: &CaseState, now: Now) -> Vec<Action> {
    let lists = playbook.registers().filter(|(_, register)| keeps_actions(register));
    let entries = lists.flat_map(|(item, _)| state.counting(item.id.as_str()));
    let rows = entries.filter(|at| matches!(state.at(*at).fact, Fact::RowAdded { .. }));
    let mut found: Vec<Action> = rows
        .filter_map(|at| {
            let row = state.row(&state.at(at).id)?;
            let (due, done) = (state.cell(row, DUE), state.cell(row, DONE));
            let says = |column: &str| state.cell(row, column).text().trim().to_owned();
            let is_over = matches!(says(STATE).as_str(), "done" | "dropped") || !done.text().trim().is_empty();
            let improvement = !says(IMPROVEMENT).is_empty();
            let stands = !due.text().trim().is_empty() || improvement;
            let open = stands && !is_over;
            // A day without a year is the next one from when it was written.
            let written = Now { at: state.at(at).at, ..now };
            open.then(|| Action {
                row: at,
                name: state.row_name(row),
                due: day(due.text(), written),
                owner: says(OWNER),
                improvement,
            })
        })
        .collect();
    found.sort_by_key(|action| (action.due.is_none(), action.due, action.row));
    found
}

fn day(text: &str, written: Now) -> Option<NaiveDate> {
    let ahead = Stamp::read_day_ahead(text, written).ok();
    ahead.or_else(|| match EventTime::read(text, written).ok()?.value {
        EventTime::Point(at, _) => Some(at.date()),
        EventTime::Window(from, to) => to.or(from).map(Stamp::date),
    })
}
