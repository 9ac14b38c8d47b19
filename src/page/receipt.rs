//! A receipt in words: which entry it is, and what it switched on or off.

use super::{Line, State, clock, log, look_again, remark, words};
use crate::base::text::{counted, cut, inert_line};
use crate::case::{Fact, Recorded};
use crate::journal::Mode;
use crate::judge::picture::changes::{Change, Silent, Way};
use crate::judge::picture::remarks::Remark;
use crate::judge::types::rule::RuleState;
use crate::judge::{Standing, View};
use crate::playbook::Playbook;
use crate::record::{Receipt, Understood};
use serde::Serialize;

/// A receipt in sentences.
pub struct Said {
    /// How each of its times was understood, and where another could have been meant how to write that.
    pub understood: Vec<String>,
    /// What should not be overlooked about it.
    pub remarks: Vec<String>,
    pub changes: Vec<Told>,
}

/// A change in words.
#[derive(Serialize)]
pub struct Told {
    pub id: String,
    pub title: String,
    pub from: String,
    pub to: String,
    /// `on` wants something from people now; `off` no longer counts; `now` is anything else.
    pub way: &'static str,
    #[serde(skip)]
    is_scale: bool,
    /// Whether its words stand as they are in a sentence.
    #[serde(skip)]
    as_it_is: bool,
}

/// `recorded k4-12 at 02:13`.
pub fn line(view: &View<'_>, recorded: &Recorded) -> String {
    let at = view.state.place(&recorded.id);
    let label = at.and_then(|at| view.state.label(at)).map_or_else(String::new, |label| format!(" ({label})"));
    let name = view.state.names.entry(&recorded.id);
    let exercise = if view.mode == Mode::Exercise { "EXERCISE. " } else { "" };
    format!("{exercise}recorded {name}{label} at {}", recorded.at.clock_in(view.now))
}

/// `✓ k4-24 22:12  Yes · Are multiple individuals affected?`: the entry at a place of the log, for the line at the foot. What it says
/// stands first: that is what somebody looks for who fears a slip.
pub fn foot(view: &View<'_>, at: usize) -> Line {
    let recorded = view.state.at(at);
    let clock = recorded.at.clock_in(view.now);
    // The frame says which case it is.
    let is_opened = matches!(recorded.fact, Fact::Opened { .. });
    let says = if is_opened { "Case opened".to_owned() } else { log::in_short(view, at) };
    Line::quiet(format!("{} {} {clock}  {says}", State::Done.sign(), view.state.name(at)))
}

/// `Jo Park: Yes · Was a device stolen?`: the last of what others recorded. Nothing where they only came or went.
pub fn others(view: &View<'_>, new: &[usize]) -> Option<String> {
    let is_record = |at: &&usize| log::is_told(view.state, **at);
    let last = *new.iter().rfind(is_record)?;
    let more = new.iter().filter(is_record).count() - 1;
    let says = format!("{}: {}", inert_line(view.state.at(last).recorder()), log::in_short(view, last));
    Some(if more > 0 { format!("{says}  and {more} more") } else { says })
}

/// A receipt right after its entry was recorded.
pub fn said(view: &View<'_>, receipt: &Receipt) -> Said {
    let understood = receipt.understood.iter().map(|Understood { happened, read }| {
        let what = if *happened { "Happened" } else { "Understood" };
        let note = read.note.as_ref().map_or_else(String::new, |note| format!(" {note}"));
        format!("{what}: {}.{note}", read.value.short_in(view.now))
    });
    Said {
        understood: understood.collect(),
        remarks: receipt
            .remarks
            .iter()
            .map(|remark| remark::say(view, &receipt.recorded, remark))
            .chain(bag(view, receipt))
            .collect(),
        changes: receipt.changes.iter().map(|change| told_here(view, change)).collect(),
    }
}

impl Said {
    /// One line for each, scales before what else changed besides the item itself.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.understood.iter().chain(&self.remarks).cloned().chain(lines(&self.changes))
    }
}

/// Changes, one line each.
pub fn changes(playbook: &Playbook, changes: &[Change]) -> impl Iterator<Item = String> {
    let told: Vec<_> = changes.iter().map(|change| told(playbook, change)).collect();
    lines(&told).collect::<Vec<_>>().into_iter()
}

/// What would be switched, one line each, as it stands afterwards: `○ Convene: Legal & Records · to do again`.
pub fn switches(playbook: &Playbook, changes: &[Change]) -> Vec<String> {
    let said = |change: &Change| {
        let Told { title, to, .. } = told(playbook, change);
        let title = title.trim_end_matches('.');
        match change {
            Change::Item { from, to: standing, .. } => {
                let (was, is) = (State::of(*from, false), State::of(*standing, false));
                let word = match (was, is) {
                    (State::Done, State::ToDo) => "to do again".to_owned(),
                    (_, State::ToDo) if *standing != Standing::InForce => "to do".to_owned(),
                    _ => to.to_lowercase(),
                };
                format!("{} {title} · {word}", is.sign())
            }
            Change::Scale { .. } => format!("Test: {title} · {to}"),
            Change::Rule { .. } => format!("Test: {title} · {}", to.to_lowercase()),
            Change::Clock { .. } => format!("Clock: {title} · {}", to.to_lowercase()),
            Change::Mark { .. } | Change::Silence { to: Silent::LookAgain, .. } => {
                format!("{} {title} · {to}", State::LookAgain.sign())
            }
            Change::Unmarked { .. } | Change::Silence { to: Silent::Decided | Silent::Stands, .. } => {
                format!("{} {title} · {to}", State::Done.sign())
            }
            Change::Silence { .. } => format!("{} {title} · {to}", State::Off.sign()),
        }
    };
    changes.iter().map(said).collect()
}

fn lines(changes: &[Told]) -> impl Iterator<Item = String> {
    let (scales, others): (Vec<_>, Vec<_>) = changes.iter().partition(|told| told.is_scale);
    scales.into_iter().chain(others).map(|told| {
        let Told { id, title, from, to, way, as_it_is, .. } = told;
        // Levels have names, and what was recorded has words of its own.
        let [from, to] = [from, to].map(|state| if *as_it_is { state.clone() } else { state.to_lowercase() });
        format!("{way}: {title} ({id}): {to}; before: {from}")
    })
}

fn told(playbook: &Playbook, change: &Change) -> Told {
    let (id, title, from, to) = match change {
        Change::Rule { at, from, to } => {
            let rule = &playbook.rules[*at];
            (&rule.id, &rule.title, from.label().to_owned(), to.label().to_owned())
        }
        Change::Item { at, from, to } => {
            let item = &playbook.items[*at];
            (&item.id, &item.title, from.label().to_owned(), to.label().to_owned())
        }
        Change::Scale { at, from, to } => {
            let scale = &playbook.scales[*at];
            (&scale.id, &scale.title, words::level(from, scale), words::level(to, scale))
        }
        Change::Clock { at, from, to, late_s } => {
            let clock = &playbook.clocks[*at];
            let late = late_s.map_or_else(String::new, |late| format!(", {}", clock::late_by(late)));
            (&clock.id, &clock.title, from.label().to_owned(), format!("{}{late}", to.label()))
        }
        Change::Silence { at, to } => {
            let silence = &playbook.silences[*at];
            let (from, to) = match to {
                Silent::Decided => ("to decide", "decided outside the policy"),
                Silent::Over => ("to decide", "not to be decided any more"),
                Silent::LookAgain => ("decided outside the policy", "look again"),
                Silent::Stands => ("look again", "nothing to look at again"),
            };
            (&silence.id, &silence.topic, from.to_owned(), to.to_owned())
        }
        Change::Unmarked { at } => {
            let item = &playbook.items[*at];
            (&item.id, &item.title, "look again".to_owned(), "nothing to look at again".to_owned())
        }
        Change::Mark { at, fell, .. } => {
            let item = &playbook.items[*at];
            let to = if *fell { "counts no more" } else { "look again" };
            (&item.id, &item.title, "recorded".to_owned(), to.to_owned())
        }
    };
    let way = match change.way() {
        Way::On => "on",
        Way::Off => "off",
        Way::Now => "now",
    };
    let is_scale = matches!(change, Change::Scale { .. });
    let as_it_is = matches!(change, Change::Scale { .. } | Change::Mark { .. });
    Told { id: id.to_string(), title: title.clone(), from, to, way, is_scale, as_it_is }
}

/// The same with why something is to be looked at again.
fn told_here(view: &View<'_>, change: &Change) -> Told {
    let told = told(view.playbook, change);
    match change {
        Change::Mark { mark, .. } => {
            let of = look_again::of(view, mark).map_or_else(String::new, |of| format!(" ({of})"));
            Told { to: format!("{}{of}: {}", told.to, look_again::in_short(view, mark)), ..told }
        }
        Change::Silence { to: Silent::LookAgain, .. } => {
            Told { to: format!("{}: {}", told.to, look_again::DECIDED_NO_LONGER), ..told }
        }
        _ => told,
    }
}

/// `Risk: High (before: not known yet)`: a scale that moved.
pub(super) fn level(playbook: &Playbook, change: &Change) -> Option<String> {
    let Told { title, from, to, is_scale, .. } = told(playbook, change);
    is_scale.then(|| format!("{title}: {to} (before: {from})"))
}

/// What should not be overlooked about a record. What it strikes or stands for is said at the foot.
pub fn remarks(view: &View<'_>, receipt: &Receipt) -> Vec<String> {
    let at_foot = |remark: &&Remark| matches!(remark, Remark::StruckOut(_) | Remark::Settles(_));
    let said = receipt
        .remarks
        .iter()
        .filter(|remark| !at_foot(remark))
        .map(|remark| remark::say(view, &receipt.recorded, remark));
    let said = said.map(|remark| inert_line(&remark).into_owned());
    said.chain(bag(view, receipt)).collect()
}

/// What to write on a thing that is kept, so that it is found again.
fn bag(view: &View<'_>, receipt: &Receipt) -> Option<String> {
    // A change of the row is no new bag.
    let row = view.state.row(&receipt.recorded.id).filter(|row| view.state.at(row.at).id == receipt.recorded.id)?;
    let is_evidence = view.playbook.register(row.register.as_str()).is_some_and(|register| register.is_of("evidence"));
    let label = view.state.label(row.at).filter(|_| is_evidence)?;
    Some(format!("It is {label}: write {label} on the bag."))
}

/// In one line: what should not be overlooked first, then scales that moved, then what was switched on or off.
pub fn in_short(view: &View<'_>, receipt: &Receipt) -> String {
    let mut parts = remarks(view, receipt);
    parts.push(switched_in_short(view, &receipt.changes));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// In one line, what changed: scales that moved, what was switched on or off, what is to be looked at again.
pub fn switched_in_short(view: &View<'_>, changes: &[Change]) -> String {
    let scales = changes.iter().filter_map(|change| level(view.playbook, change));
    let parts = scales.chain(switched(view.playbook, changes)).chain(marked(view, changes));
    parts.collect::<Vec<_>>().join(" ")
}

/// What is to be looked at again, in one sentence; `None` where nothing is.
fn marked(view: &View<'_>, changes: &[Change]) -> Option<String> {
    let mut marks = changes.iter().filter_map(|change| match change {
        Change::Mark { at, mark, .. } => Some((&view.playbook.items[*at].title, look_again::in_short(view, mark))),
        Change::Silence { at, to: Silent::LookAgain } => {
            Some((&view.playbook.silences[*at].topic, look_again::DECIDED_NO_LONGER.to_owned()))
        }
        _ => None,
    });
    let (title, why) = marks.next()?;
    let title = cut(&inert_line(title.trim_end_matches('.')), 60).into_owned();
    Some(match marks.count() {
        0 => format!("Look again: {title} ({why})."),
        more => format!("Look again at {} things, first: {title} ({why}).", more + 1),
    })
}

/// What was switched on or off, in one sentence; `None` where nothing was.
fn switched(playbook: &Playbook, changes: &[Change]) -> Option<String> {
    let title = |change: &Change| cut(&inert_line(&told(playbook, change).title), 60).into_owned();
    let on = |wanted: fn(&Change) -> bool| {
        changes.iter().filter(move |change| change.way() == Way::On && wanted(change)).collect::<Vec<_>>()
    };
    let in_force = on(|change| matches!(change, Change::Item { to: Standing::InForce, .. }));
    let met = on(|change| matches!(change, Change::Rule { .. }));
    let calls = on(|change| matches!(change, Change::Item { to: Standing::Due, .. }));
    let others =
        on(|change| matches!(change, Change::Item { to, .. } if !matches!(to, Standing::InForce | Standing::Due)));
    let mut parts: Vec<String> = in_force.into_iter().map(|change| format!("in force: {}", title(change))).collect();
    parts.extend(met.into_iter().map(|change| format!("now met: {}", title(change))));
    match calls[..] {
        [] => {}
        [only] => parts.push(format!("call now: {}", title(only))),
        [first, ..] => parts.push(format!("{} calls to make, first: {}", calls.len(), title(first))),
    }
    match others[..] {
        [] => {}
        [only] => parts.push(format!("now {}: {}", told(playbook, only).to.replace("open", "to do"), title(only))),
        [first, ..] => parts.push(format!("{} things now to do, first: {}", others.len(), title(first))),
    }
    let settled = |change: &&Change| matches!(change, Change::Item { to: Standing::NotApplicable, .. });
    let settled = changes.iter().filter(settled).count();
    if settled > 0 {
        parts.push(format!("{} to apply", counted(settled, "item ceases", "items cease")));
    }
    let off = changes.iter().find(|change| matches!(change, Change::Rule { from: RuleState::Met, .. }));
    parts.extend(off.map(|change| format!("no longer met: {}", title(change))));
    if parts.is_empty() {
        let first = changes.iter().find(|change| {
            !matches!(change, Change::Scale { .. } | Change::Mark { .. } | Change::Unmarked { .. }) && !stays(change)
        })?;
        let Told { title, from, to, .. } = told(playbook, first);
        parts.push(format!("{}: {} (was {})", inert_line(&title), to.to_lowercase(), from.to_lowercase()));
    }
    Some(parts.join(" · "))
}

/// Whether a thing wants the same of people as before.
fn stays(change: &Change) -> bool {
    matches!(change, Change::Item { from, to, .. } if State::of(*from, false) == State::of(*to, false))
}
