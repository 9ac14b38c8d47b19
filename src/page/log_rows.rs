//! The record as rows: by the time at which it was written down, by the time at which it happened, and each list of the case.

use super::document::{Link, Row};
use super::line::{Line, Tone};
use super::log;
use crate::base::Stamp;
use crate::base::text::pad;
use crate::case::{Cell, Cells, Fact};
use crate::judge::View;
use crate::judge::types::cells;
use crate::playbook::Item;

/// A view of the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum By {
    #[default]
    Recorded,
    Happened,
    /// The entries of a list, by its place among the registers: those that every case has stand behind the policy's own.
    List(usize),
}

/// The views that a case has, in the order in which they follow each other.
pub fn views(view: &View<'_>) -> Vec<By> {
    let lists = (0..view.playbook.registers().count()).map(By::List);
    [By::Recorded, By::Happened].into_iter().chain(lists).collect()
}

impl By {
    /// `By time recorded`, or the title of the list.
    pub fn title(self, view: &View<'_>) -> String {
        match self {
            Self::Recorded => "By time recorded".into(),
            Self::Happened => "By time it happened".into(),
            Self::List(_) => self.list(view).map_or_else(String::new, |list| list.title.clone()),
        }
    }

    /// The list of which it shows the entries.
    pub fn list<'a>(self, view: &View<'a>) -> Option<&'a Item> {
        let Self::List(at) = self else { return None };
        view.playbook.registers().nth(at).map(|(item, _)| item)
    }

    /// The entries of the view, as places of the log, in their order. Ends of runs are left out.
    pub fn entries(self, view: &View<'_>) -> Vec<usize> {
        let mut all: Vec<_> = match self {
            Self::List(_) => {
                let adds = |at: &usize| !matches!(view.state.at(*at).fact, Fact::RowChanged { .. });
                let list = self.list(view).map(|list| view.state.register(list.id.as_str()));
                list.into_iter().flatten().copied().filter(adds).collect()
            }
            _ => (0..view.state.log.len()).filter(|at| log::is_told(view.state, *at)).collect(),
        };
        if self == Self::Happened {
            all.sort_by_key(|at| (self.moment(view, *at), *at));
        }
        all
    }

    fn moment(self, view: &View<'_>, at: usize) -> Stamp {
        let recorded = view.state.at(at);
        let happened = recorded.happened().earliest().filter(|_| self == Self::Happened);
        happened.unwrap_or(recorded.at)
    }
}

/// A row of a view: the name of the entry, its time, what it says; at the right edge whether it still counts, or that it is late,
/// and who said it. The day stands with the time where it is another than that of `before`, the row above.
pub fn row(view: &View<'_>, by: By, at: usize, before: Option<usize>, wide: bool) -> Row {
    let recorded = view.state.at(at);
    let day = |at: usize| view.now.zone.stamp(by.moment(view, at)).date();
    let moment = by.moment(view, at);
    let same = before.map_or_else(|| day(at) == view.now.date(), |before| day(before) == day(at));
    let time = if same { moment.clock_in(view.now) } else { moment.short_in(view.now) };
    let gone = gone(view, at);
    let tone = if gone.is_some() { Tone::Struck } else { Tone::Text };
    let says = match by {
        By::List(_) => listed(view, at),
        _ => log::in_short(view, at),
    };
    let late = recorded.is_late().then(|| match (by, wide) {
        (By::Happened, _) => format!("recorded {}", recorded.at.clock_in(view.now)),
        (_, false) => format!("late, {}", super::calls::when(view, recorded.happened())),
        (_, true) => {
            let (wall, for_time) = (recorded.at, super::calls::when(view, recorded.happened()));
            format!("recorded {} for {for_time}", wall.clock_in(view.now))
        }
    });
    let marks: Vec<_> = gone.into_iter().chain(late).collect();
    let word = if marks.is_empty() {
        Line::quiet(if wide { recorded.actor() } else { "" })
    } else {
        Line::from(marks.join(", "))
    };
    let lead = format!("{} {time}  ", pad(&view.state.name(at), 6));
    Row { what: Line::quiet(lead).and(tone, says), word, to: Some(Link::Entry(at)), ..Row::default() }
}

/// Why an entry counts no more, in a word or two.
fn gone(view: &View<'_>, at: usize) -> Option<String> {
    if view.state.is_cut_off(&view.state.at(at).id) {
        return Some("cut off".into());
    }
    if view.state.struck_by(&view.state.at(at).id).is_some() {
        return Some("struck".into());
    }
    if let Some(by) = view.state.replaced_by(at) {
        return Some(format!("now {}", view.state.name(by)));
    }
    is_set_aside(view, at).then(|| "asked again".into())
}

/// Whether an entry counts no more because something on which it rests has changed.
fn is_set_aside(view: &View<'_>, at: usize) -> bool {
    let subject = view.state.at(at).fact.subject();
    subject.is_some_and(|item| view.counting().set_aside(item.as_str()).contains(&at))
}

/// What a row of a list holds now; what else the list keeps as it was recorded.
fn listed(view: &View<'_>, at: usize) -> String {
    let (recorded, row) = (view.state.at(at), view.state.row_of(at));
    let (Fact::RowAdded { register, cells, .. }, Some(row)) = (&recorded.fact, row) else {
        return log::entry(view, at).says;
    };
    let written = cells.0.iter().map(|(column, _)| column.as_str());
    let added = row.columns().filter(|column| cells.get(column).is_none());
    let now = written.chain(added).map(|column| {
        let text = match view.state.cell(row, column) {
            Cell::Holds(text) => text.to_owned(),
            Cell::Contradicts(said) => said.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" or "),
        };
        (column.to_owned(), text)
    });
    let now = Cells(now.filter(|(_, text)| !text.is_empty()).collect());
    let words =
        cells::words(Some(view.playbook), register.as_str(), if now.0.is_empty() { cells } else { &now }, view.now);
    // What stands on the bag finds its row.
    view.state.label(at).map_or_else(|| words.clone(), |label| format!("{label} {words}"))
}
