//! The facilitator's lane beside a moment of an exercise that is looked back on: what was sent, judged and noted by then. It is told to
//! whoever stands on the facilitator's side alone.

use super::document::Document;
use super::line::{Line, Tone};
use super::log;
use crate::base::Stamp;
use crate::case::{CaseState, Exercise, Fact};
use crate::judge::View;
use crate::judge::view::replay::Replay;

/// Until when, in real time, something of the facilitator's side had been recorded at a moment.
pub fn until(replay: &Replay) -> Option<Stamp> {
    let state = &replay.moment().state;
    let last = state.log.len().checked_sub(1).map(|at| state.real(at));
    replay.real().into_iter().chain(last).max()
}

/// One thing of the lane.
struct Told {
    real: Stamp,
    line: Line,
}

/// The lane up to a moment, oldest first: what the console wrote into the case, and everything of the control folder. `then` is the case
/// as it stood, `now` the whole case, by whose clock the control folder is placed.
pub fn lane(then: &View<'_>, now: &CaseState, control: &CaseState, until: Stamp) -> Vec<Line> {
    let of_case =
        (0..then.state.log.len()).filter(|at| then.state.at(*at).facilitator && is_led(&then.state.at(*at).fact));
    let of_case = of_case.map(|at| told(then, at, then.state.real(at), Some(then.state.at(at).at), |_| true));
    let beside = View { state: control, ..*then };
    let clock = now.exercise();
    let real = |at: usize| corrected(clock, control, at);
    let of_control = control.drill().iter().copied().filter(|at| is_led(&control.at(*at).fact));
    let of_control = of_control.filter(|at| real(*at) <= until).map(|at| {
        let placed = clock.and_then(|clock| clock.at(&control.at(at).reading));
        told(&beside, at, real(at), placed.map(|placed| placed.at), |by| real(by) <= until)
    });
    let mut all: Vec<Told> = of_case.chain(of_control).collect();
    all.sort_by_key(|one| one.real);
    all.into_iter().map(|one| one.line).collect()
}

/// Real time of an entry of the control folder, by the watch with which its laptop was compared.
fn corrected(clock: Option<&Exercise>, control: &CaseState, at: usize) -> Stamp {
    let reading = &control.at(at).reading;
    clock.map_or(reading.wall, |clock| clock.corrected(reading))
}

/// What leads an exercise: the clock, injects, notes with a tag, plans, judgements, observations.
fn is_led(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::ExerciseClock { .. }
            | Fact::Released { .. }
            | Fact::Noted { tag: Some(_), .. }
            | Fact::Planned { .. }
            | Fact::Judged { .. }
            | Fact::Observed { .. }
    )
}

/// `15:49:00  real 10:24:00  f1-9  Judged: e4: partly`, with that it was taken back by then.
fn told(view: &View<'_>, at: usize, real: Stamp, placed: Option<Stamp>, by_then: impl Fn(usize) -> bool) -> Told {
    let recorded = view.state.at(at);
    let clock = |at: Stamp| at.instant().format("%H:%M:%S").to_string();
    let exercise = placed.map_or_else(String::new, |at| format!("{}  ", clock(at)));
    let struck = view.state.struck_by(&recorded.id).is_some_and(by_then);
    let when = format!("{exercise}real {}  {}  ", clock(real), view.state.name(at));
    let line = Line::quiet(when).and(if struck { Tone::Struck } else { Tone::Text }, log::in_short(view, at));
    Told { real, line: if struck { line.and(Tone::Quiet, "  taken back") } else { line } }
}

/// What stands above it.
pub const TITLE: &str = "The facilitator's lane up to then, never for players";

/// The lane as a page.
pub fn page(lines: Vec<Line>) -> Document {
    let mut page = Document::default();
    page.text(Line::strong(TITLE));
    if lines.is_empty() {
        page.text("Nothing had been sent, judged or noted by then.");
    }
    for line in lines {
        page.text(line);
    }
    page
}
