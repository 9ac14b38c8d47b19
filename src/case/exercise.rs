//! The exercise clock: what time it is in an exercise, and when each entry of it was recorded.
//!
//! Exercise time E moves with real time less pauses, and is set anew only by the start and when a part begins, never back. Minutes
//! P are real time less pauses. Both follow from the clock entries in causal order alone, so that every order in which journals
//! arrive gives the same times. Clocks of the policy, putting off, what is late, and the figures ask here and nowhere else.

use super::{ClockAction, Fact, RealStep, Row};
use crate::base::{ItemId, Reading, Stamp};
use crate::journal::{EntryId, Mark, Past};
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ClockState {
    #[default]
    NotStarted,
    Running,
    Paused,
    Ended,
}

/// A moment of an exercise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// Exercise time E; before the start, the time at which it starts.
    pub at: Stamp,
    /// Minutes P, in milliseconds.
    pub played_ms: u64,
}

/// A part that began, the first with the start.
#[derive(Clone, PartialEq, Debug)]
pub struct PartBegun {
    pub entry: EntryId,
    pub part: Option<ItemId>,
    pub title: Option<String>,
    pub text: Option<String>,
    pub questions: Vec<String>,
    /// How many minutes are planned for it.
    pub minutes: Option<i64>,
    /// When it began, on the clock as it stood from then on.
    pub began: Placed,
    pub reading: Reading,
    /// From which time the clock was set anew with it.
    pub set_anew: Option<Stamp>,
    /// The time to which it was not set, because that would have been back.
    pub not_back: Option<Stamp>,
}

/// A time in which the exercise stood still.
#[derive(Clone, PartialEq, Debug)]
pub struct Pause {
    pub entry: EntryId,
    pub from: Reading,
    /// `None` while it lasts.
    pub until: Option<Reading>,
    pub at: Placed,
}

/// A clock entry that counts, and how the clock stood after it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Setting {
    pub(super) entry: EntryId,
    pub(super) past: Past,
    pub(super) reading: Reading,
    pub(super) placed: Placed,
    pub(super) state: ClockState,
    pub(super) parts: usize,
    pub(super) pauses: usize,
}

#[derive(Clone, PartialEq, Debug, Default)]
pub struct Exercise {
    pub(super) settings: Vec<Setting>,
    /// Clock entries that had not seen each other; the clock stands still until one that has seen them all settles it.
    unsettled: Vec<(Mark, EntryId)>,
    /// What a watch said at which time since the start of each computer, in milliseconds.
    watches: BTreeMap<String, (Stamp, u64)>,
    pub parts: Vec<PartBegun>,
    pub pauses: Vec<Pause>,
    /// Somebody said that something real has happened, and it is not yet said whether it has.
    pub stopped: Option<EntryId>,
    /// It is real: the exercise has ended.
    pub real_event: Option<EntryId>,
}

impl Exercise {
    /// Reads the clock from rows in causal order, of which `counts` names those that count; `None` for a case that has none.
    pub(super) fn of(rows: &[Row], counts: impl Fn(&Row) -> bool) -> Option<Self> {
        let sets = |row: &&Row| match row.recorded.fact {
            Fact::ExerciseClock { .. } | Fact::DrillOpened { .. } => row.recorded.facilitator,
            Fact::RealEvent { .. } => true,
            _ => false,
        };
        rows.iter().find(sets)?;
        let mut exercise = Self::default();
        for row in rows.iter().filter(|row| counts(row)) {
            if let Fact::TimeChecked { watch, .. } = row.recorded.fact {
                let Reading { boot, up_ms, .. } = &row.recorded.reading;
                if *up_ms > 0 && !boot.is_empty() {
                    exercise.watches.insert(boot.clone(), (watch, *up_ms));
                }
            }
        }
        rows.iter().filter(sets).filter(|row| counts(row)).for_each(|row| exercise.set(row));
        Some(exercise)
    }

    fn set(&mut self, row: &Row) {
        let fact = &row.recorded.fact;
        let id = &row.recorded.id;
        match fact {
            Fact::DrillOpened { .. } => return,
            Fact::RealEvent { step: RealStep::Slip, .. } => {
                self.stopped = None;
                return;
            }
            Fact::RealEvent { step, .. } => {
                self.stopped = Some(id.clone());
                if *step == RealStep::Real {
                    self.real_event.get_or_insert_with(|| id.clone());
                }
            }
            _ => {}
        }
        let own = row.past.own();
        if self.unsettled.is_empty() {
            if let Some(unseen) = self.settings.iter().position(|one| !row.past.saw(one.past.own())) {
                self.stand_still(unseen, row);
                return;
            }
        } else if self.unsettled.iter().all(|(mark, _)| row.past.saw(*mark)) {
            self.unsettled.clear();
        } else {
            self.unsettled.push((own, id.clone()));
            if self.real_event.is_some() {
                self.settings.iter_mut().last().into_iter().for_each(|last| last.state = ClockState::Ended);
            }
            return;
        }
        self.follow(row);
    }

    /// Two that did not see each other: from the earlier one on the clock stands still.
    fn stand_still(&mut self, unseen: usize, row: &Row) {
        self.unsettled = self.settings[unseen..].iter().map(|one| (one.past.own(), one.entry.clone())).collect();
        self.unsettled.push((row.past.own(), row.recorded.id.clone()));
        self.settings.truncate(unseen + 1);
        let ends = self.real_event.is_some();
        let Some(earlier) = self.settings.last_mut() else { return };
        self.parts.truncate(earlier.parts);
        self.pauses.truncate(earlier.pauses);
        if earlier.state == ClockState::Running {
            earlier.state = ClockState::Paused;
            let pause = Pause {
                entry: row.recorded.id.clone(),
                from: earlier.reading.clone(),
                until: None,
                at: earlier.placed,
            };
            self.pauses.push(pause);
            earlier.pauses += 1;
        }
        if ends {
            earlier.state = ClockState::Ended;
        }
    }

    fn follow(&mut self, row: &Row) {
        let (reading, id) = (&row.recorded.reading, &row.recorded.id);
        let before = self.settings.last().map_or(ClockState::NotStarted, |last| last.state);
        let mut placed = self.now(reading);
        let mut state = before;
        match (&row.recorded.fact, before) {
            (_, ClockState::Ended) => return,
            (Fact::RealEvent { step: RealStep::Real, .. }, _) => state = ClockState::Ended,
            (Fact::RealEvent { .. }, ClockState::Running) => state = ClockState::Paused,
            (Fact::ExerciseClock { action, part, title, text, questions, minutes, to, .. }, _) => {
                match (action, before) {
                    (ClockAction::Start, ClockState::NotStarted)
                    | (ClockAction::Part, ClockState::Running | ClockState::Paused) => {
                        let from = placed.at;
                        let starts = *action == ClockAction::Start;
                        if starts {
                            placed = Placed { at: to.unwrap_or(reading.wall), played_ms: 0 };
                            state = ClockState::Running;
                        }
                        let later = to.filter(|to| !starts && *to > from);
                        placed.at = later.unwrap_or(placed.at);
                        self.parts.push(PartBegun {
                            entry: id.clone(),
                            part: part.clone(),
                            title: title.clone(),
                            text: text.clone(),
                            questions: questions.clone(),
                            minutes: *minutes,
                            began: placed,
                            reading: reading.clone(),
                            set_anew: later.map(|_| from),
                            not_back: to.filter(|to| !starts && *to < from),
                        });
                    }
                    (ClockAction::Pause, ClockState::Running) => state = ClockState::Paused,
                    (ClockAction::Resume, ClockState::Paused) => {
                        state = ClockState::Running;
                        self.stopped = None;
                    }
                    (ClockAction::End, _) => state = ClockState::Ended,
                    _ => return,
                }
            }
            _ => return,
        }
        match (before, state) {
            (ClockState::Running, ClockState::Paused) => {
                self.pauses.push(Pause { entry: id.clone(), from: reading.clone(), until: None, at: placed });
            }
            (ClockState::Paused, ClockState::Running | ClockState::Ended) => {
                if let Some(last) = self.pauses.last_mut() {
                    last.until = Some(reading.clone());
                }
            }
            _ => {}
        }
        let (parts, pauses) = (self.parts.len(), self.pauses.len());
        let (past, reading) = (row.past.clone(), reading.clone());
        self.settings.push(Setting { entry: id.clone(), past, reading, placed, state, parts, pauses });
    }

    pub fn state(&self) -> ClockState {
        self.settings.last().map_or(ClockState::NotStarted, |last| last.state)
    }

    /// The part that is played.
    pub fn part(&self) -> Option<&PartBegun> {
        self.parts.last()
    }

    /// The clock entries that contradict each other and that nobody has settled; the clock stands still.
    pub fn unsettled(&self) -> impl Iterator<Item = &EntryId> {
        self.unsettled.iter().map(|(_, id)| id)
    }

    /// What time it is at a look at the clocks by somebody who has seen all that there is. Where the exercise has not begun, what
    /// the laptop says.
    pub fn now(&self, reading: &Reading) -> Placed {
        match self.settings.last() {
            Some(last) => self.after(last, reading),
            None => Placed { at: reading.wall, played_ms: 0 },
        }
    }

    /// When an entry was recorded. One that had not seen a clock entry is placed by it where that is not later.
    pub fn recorded(&self, row: &Row) -> Placed {
        let reading = &row.recorded.reading;
        match (self.setting_of(row), self.settings.first()) {
            (Some(last), _) => self.after(last, reading),
            (None, Some(start)) => Placed { at: start.placed.at, played_ms: 0 },
            (None, None) => Placed { at: reading.wall, played_ms: 0 },
        }
    }

    /// The clock entry by which a row is placed; `None` for one from before the start.
    pub(super) fn setting_of(&self, row: &Row) -> Option<&Setting> {
        let reading = &row.recorded.reading;
        let holds = |one: &&Setting| {
            let (theirs, own) = (one.past.own(), row.past.own());
            row.past.saw(theirs) || !one.past.saw(own) && self.is_not_later(&one.reading, reading)
        };
        self.settings.iter().rev().find(holds)
    }

    pub(super) fn after(&self, last: &Setting, reading: &Reading) -> Placed {
        if last.state != ClockState::Running {
            return last.placed;
        }
        let span = self.span_ms(&last.reading, reading);
        let at = i64::try_from(span).ok().and_then(|span| last.placed.at.checked_plus_milliseconds(span));
        Placed { at: at.unwrap_or(last.placed.at), played_ms: last.placed.played_ms.saturating_add(span) }
    }

    /// Real milliseconds from one look to another: by the time since the start of the computer where both are of one, else by the
    /// wall clocks, each corrected by the watch with which it was compared. Never below 0.
    pub fn span_ms(&self, earlier: &Reading, later: &Reading) -> u64 {
        if of_one_computer(earlier, later) {
            return later.up_ms.saturating_sub(earlier.up_ms);
        }
        let span = self.corrected(later).instant() - self.corrected(earlier).instant();
        u64::try_from(span.num_milliseconds()).unwrap_or(0)
    }

    pub(super) fn is_not_later(&self, one: &Reading, other: &Reading) -> bool {
        if of_one_computer(one, other) {
            return one.up_ms <= other.up_ms;
        }
        self.corrected(one) <= self.corrected(other)
    }

    /// What time it really was at a time of the exercise; of one at which the clock stood still, when it went on. `None` before the
    /// start.
    pub fn real(&self, at: Stamp) -> Option<Stamp> {
        let last = self.settings.iter().rev().find(|one| one.placed.at <= at)?;
        let since = (at.instant() - last.placed.at.instant()).num_milliseconds();
        let runs = last.state == ClockState::Running;
        last.reading.wall.checked_plus_milliseconds(if runs { since } else { 0 })
    }

    /// What a watch said, where this computer was compared with one; else its wall clock.
    pub fn corrected(&self, reading: &Reading) -> Stamp {
        let by_the_watch = self.watches.get(&reading.boot).filter(|_| reading.up_ms > 0).and_then(|(watch, up_ms)| {
            let since = i64::try_from(reading.up_ms).ok()?.checked_sub(i64::try_from(*up_ms).ok()?)?;
            watch.checked_plus_milliseconds(since)
        });
        by_the_watch.unwrap_or(reading.wall)
    }

    /// Whether the span between two looks is sure: they are of one computer, or each computer was compared with a watch.
    pub fn is_compared(&self, one: &Reading, other: &Reading) -> bool {
        let known = |reading: &Reading| self.watches.contains_key(&reading.boot);
        of_one_computer(one, other) || known(one) && known(other)
    }

    /// How long the exercise has stood still until a look at the clocks, in milliseconds; a pause that lasts counts until then.
    pub fn paused_ms(&self, until: &Reading) -> u64 {
        let of = |pause: &Pause| self.span_ms(&pause.from, pause.until.as_ref().unwrap_or(until));
        self.pauses.iter().map(of).fold(0, u64::saturating_add)
    }
}

fn of_one_computer(one: &Reading, other: &Reading) -> bool {
    one.up_ms > 0 && other.up_ms > 0 && !one.boot.is_empty() && one.boot == other.boot
}
