//! What stands in cells, the same on every page.

use super::missing::none;
use crate::base::ClauseId;
use crate::case::{Fact, Recorded};
use crate::judge::View;
use crate::page::{Line, RowMark, Tone, element, log};

/// A cell of one line.
pub fn one(line: impl Into<Line>) -> Vec<Line> {
    vec![line.into()]
}

/// What was said, or a dash.
pub fn said(text: Option<&str>) -> Vec<Line> {
    vec![text.filter(|text| !text.trim().is_empty()).map_or_else(none, Line::from)]
}

/// The name of an entry.
pub fn entry(view: &View<'_>, at: usize) -> Vec<Line> {
    one(Line::quiet(view.state.name(at)))
}

/// When it happened, and where that is another time, when it was written down.
pub fn when(view: &View<'_>, recorded: &Recorded) -> Vec<Line> {
    let mut cell = one(recorded.happened().short_in(view.now));
    if recorded.who.happened.is_some() {
        cell.push(Line::quiet(format!("written {}", recorded.at.short_in(view.now))));
    }
    cell
}

/// Who acted, and who wrote it down where that is somebody else. The recorder of a decision is not taken for the one who decided.
pub fn by(recorded: &Recorded) -> Line {
    let (actor, recorder) = (recorded.actor(), recorded.recorder());
    let decides = matches!(recorded.fact, Fact::Decided { .. });
    match (actor == recorder, decides) {
        (true, true) => recorded.beside().into_owned().into(),
        (true, false) => actor.into(),
        (false, _) => format!("{actor}, written down by {recorder}").into(),
    }
}

/// The marks of a row that an entry gives it.
pub fn marks(view: &View<'_>, at: usize) -> Vec<RowMark> {
    let mut says = Vec::new();
    if view.state.at(at).is_late() {
        says.push(RowMark::Late);
    }
    if gone(view, at).is_some() {
        says.push(RowMark::Struck);
    }
    says
}

/// A text in the tone of whether it counts, with who took it out below it.
pub fn counting(view: &View<'_>, at: usize, text: impl Into<String>) -> Vec<Line> {
    match gone(view, at) {
        Some(why) => vec![Line::of(Tone::Struck, text), why],
        None => one(text.into()),
    }
}

/// Where the policy says it; a dash where it says it nowhere.
pub fn clauses(view: &View<'_>, cite: &[ClauseId]) -> Line {
    if cite.is_empty() { none() } else { Line::quiet(element::places(view, cite)) }
}

/// Why an entry counts no more: `Struck out: k4-9, by R. Okafor: Counted twice`.
pub fn gone(view: &View<'_>, at: usize) -> Option<Line> {
    let id = &view.state.at(at).id;
    if view.state.is_cut_off(id) {
        return Some("Cut off: the end of its sheet is not there, and it counts for nothing".into());
    }
    if let Some(by) = log::struck_by(view.state, at) {
        let when = view.state.struck_by(id).map(|by| view.state.at(by).at.short_in(view.now));
        return Some(format!("Struck out {}: {by}", when.unwrap_or_default()).into());
    }
    let by = view.state.settled_by(id)?;
    Some(format!("Put right by {}", log::named(view, by)).into())
}
