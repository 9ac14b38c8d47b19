//! A case at a glance: what Home says of it, read once, between two inputs.

use crate::base::text::counted;
use crate::base::{Now, Reading};
use crate::case::CaseState;
use crate::case::exercise::ClockState;
use crate::judge::view::actions;
use crate::judge::{View, assess};
use crate::page::state::{Tally, tally};
use crate::page::{clock, drill_review, log};
use crate::session::drill::{AfterDrill, Beside};
use crate::session::{Kept, improvements};
use crate::store::{CaseFolder, CaseSummary, Frozen, library};
use chrono::NaiveDate;
use std::path::Path;

/// How a case stands, as it was when it was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Glance {
    /// The id of its playbook.
    pub policy: String,
    pub tally: Tally,
    /// Who recorded last, and what.
    pub person: String,
    pub last: String,
    /// The clock that matters first, as it stood then.
    clock: Option<String>,
    /// How many actions with a day are not done, and the first day.
    actions: (usize, Option<NaiveDate>),
    /// Those that are to make something better, by their labels and days, where they count: of a live case, and of an exercise that is
    /// over.
    pub improvements: Vec<(String, Option<NaiveDate>)>,
    /// What is left of an exercise that has ended.
    after: Option<AfterDrill>,
    /// Whether its clock rests, of an exercise that somebody leads.
    paused: bool,
    /// When it was read, by the clock.
    read: String,
}

/// What is seen of the case in this folder; `None` if there is none any more. How it stands is known only where its playbook can be
/// read.
pub fn at(path: &Path, reading: &Reading, now: &Now) -> Option<(CaseSummary, Option<Glance>)> {
    let read = CaseFolder::open(path).ok().and_then(|folder| Some((folder.read().ok()?, folder)));
    let Some((journals, folder)) = read else { return library::summary_at(path).map(|summary| (summary, None)) };
    let ordered = journals.order();
    let frozen = Frozen::of(&folder, &journals, &ordered);
    let summary = library::summary(&folder, &journals, &ordered, &frozen);
    let kept = Kept::of(&frozen);
    if kept.absent {
        return Some((summary, None));
    }
    let mut state = CaseState::of(&ordered);
    state.names = journals.names(&ordered);
    let kept = kept.shown(summary.mode, &state);
    let playbook = &kept.playbook;
    let now = (*now).under(&playbook.jurisdiction);
    let picture = assess(playbook, &state, now);
    let mode = summary.mode;
    let (person, role, head, at, real) = ("", None, None, None, None);
    let view = View { playbook, state: &state, picture: &picture, now, reading, mode, person, role, head, at, real };
    let last = (0..state.log.len()).rfind(|at| log::is_told(&state, *at));
    let strip = clock::strip(&view).map(|strip| {
        let more = if strip.more > 0 { format!("  and {} more", strip.more) } else { String::new() };
        format!("{}{more}", strip.line.words())
    });
    let actions = actions::open(playbook, &state, now);
    let better = actions.iter().filter(|action| action.improvement && improvements::counts(mode, &state));
    let glance = Glance {
        improvements: better
            .map(|action| (state.label(action.row).unwrap_or_else(|| state.name(action.row)), action.due))
            .collect(),
        actions: (actions.len(), actions.first().and_then(|first| first.due)),
        policy: playbook.id.to_string(),
        tally: tally(&view),
        person: last.map(|at| state.at(at).recorder().to_owned()).unwrap_or_default(),
        last: last.map(|at| log::in_short(&view, at)).unwrap_or_default(),
        clock: strip,
        after: AfterDrill::of(&folder, playbook, &state, reading),
        paused: state.exercise().is_some_and(|exercise| exercise.state() == ClockState::Paused),
        read: now.at.clock_in(now),
    };
    Some((summary, Some(glance)))
}

impl Glance {
    /// `48 to do`, `1 waits`, `all done`; of an exercise that has ended, what of its review is still to come.
    pub fn stands(&self) -> String {
        if let Some(after) = &self.after {
            let left = drill_review::left(after.left);
            return match left.as_slice() {
                [] => "ended".into(),
                [_] if after.left.sign => "ended · not signed".into(),
                [only] if !after.left.talk => format!("ended · {only} to do"),
                _ => "ended · review to do".into(),
            };
        }
        match (self.tally.to_do, self.tally.waits) {
            _ if self.paused => "paused".into(),
            (0, 0) => "all done".into(),
            (0, waits) => counted(waits, "waits", "wait"),
            (to_do, _) => format!("{to_do} to do"),
        }
    }

    /// What of the review of an exercise that is over is still to come; `None` where nothing is, and of any other case.
    pub fn review(&self) -> Option<String> {
        let after = self.after.as_ref()?;
        let whole = after.control.is_some();
        let left = (!after.left.is_nothing() || !whole).then(|| drill_review::to_come(after.left, whole))?;
        Some(format!("Review  {left}"))
    }

    /// Whether what was read beside the case, the control folder of an exercise that is over, still looks as it did.
    pub fn is_as_it_was(&self) -> bool {
        let beside = self.after.as_ref().and_then(|after| after.control.as_ref());
        beside.is_none_or(Beside::is_as_it_was)
    }

    /// What outlives a closed case: `1 action, due 5 Dec`, `2 actions, over since 5 Dec`; `None` where nothing does.
    pub fn actions(&self, now: Now) -> Option<String> {
        let (count, first) = self.actions;
        let said = counted(count, "action", "actions");
        let day = |day: NaiveDate| {
            let word = if day < now.date() { "over since" } else { "due" };
            format!(", {word} {}", day.format("%-d %b"))
        };
        (count > 0).then(|| said + &first.map(day).unwrap_or_default())
    }

    /// The clock that matters first; with the time at which it stood so, once that has passed.
    pub fn clock(&self, now: Now) -> Option<String> {
        let at = if now.at.clock_in(now) == self.read { String::new() } else { format!("  (at {})", self.read) };
        self.clock.as_ref().map(|clock| format!("Clock  {clock}{at}"))
    }
}
