//! How a thing stands, for people: five states with their signs, and one word for what it wants or what was recorded.

use super::look_again;
use crate::base::text::counted;
use crate::judge::items::passed_on::awaited;
use crate::judge::items::{ItemStatus, Waits};
use crate::judge::picture::agenda::Target;
use crate::judge::truth::per_row::RowStatus;
use crate::judge::{Standing, View};
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};

/// The five states. A sign is one column wide and differs without colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It wants something from people.
    ToDo,
    /// It was recorded, and has to be looked at again: not known yet, two entries, come back.
    LookAgain,
    /// Nothing can or need be done now.
    Waits,
    Done,
    /// Not needed, or it does not apply.
    Off,
}

impl State {
    /// In the order of what they ask of people.
    pub const ALL: [Self; 5] = [Self::ToDo, Self::LookAgain, Self::Waits, Self::Done, Self::Off];

    pub fn sign(self) -> &'static str {
        match self {
            Self::ToDo => "○",
            Self::LookAgain => "!",
            Self::Waits => "~",
            Self::Done => "✓",
            Self::Off => "-",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::ToDo => "to do",
            Self::LookAgain => "look again",
            Self::Waits => "waits",
            Self::Done => "done",
            Self::Off => "off",
        }
    }

    /// The sign where a terminal shows only ASCII.
    pub fn ascii(self) -> &'static str {
        match self {
            Self::ToDo => "o",
            Self::Done => "x",
            other => other.sign(),
        }
    }

    /// What it covers, for the manual.
    pub fn covers(self) -> &'static str {
        match self {
            Self::ToDo => "It wants a call, an answer, a deed or a decision; the word says what.",
            Self::LookAgain => "Not known yet, two entries, come back, or asked again.",
            Self::Waits => "For an answer, for somebody, or until a time.",
            Self::Done => "The word is what was recorded.",
            Self::Off => "Not needed, as somebody said, or it does not apply.",
        }
    }

    /// Whether it wants nothing by itself: what is recorded of it may have to be looked at again all the same.
    fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Off)
    }

    pub(super) fn of(standing: Standing, came_back: bool) -> Self {
        match standing {
            Standing::NotKnown | Standing::Conflict => Self::LookAgain,
            Standing::Pending | Standing::Held | Standing::Deferred | Standing::PassedOn => Self::Waits,
            Standing::NotApplicable | Standing::RuledOut | Standing::Optional => Self::Off,
            standing if standing.is_open() && came_back => Self::LookAgain,
            standing if standing.is_open() || standing == Standing::InForce => Self::ToDo,
            _ => Self::Done,
        }
    }
}

/// A state and its word: what is wanted, what it waits for, or what was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stands {
    pub state: State,
    pub word: String,
    /// Whether what is recorded has to be looked at again. It counts on as it stands.
    pub marked: bool,
}

impl Stands {
    /// The state whose sign its row bears.
    pub fn shown(&self) -> State {
        if self.marked && self.state.is_settled() { State::LookAgain } else { self.state }
    }
}

/// How an item or a silence stands.
pub fn stands(view: &View<'_>, target: Target) -> Stands {
    match target {
        Target::Item(at) => item(view, at),
        Target::Silence(at) => {
            let status = &view.picture.silences[at];
            let word = status.decided.map(|_| "decided outside the policy".to_owned());
            Stands {
                state: if word.is_some() { State::Done } else { State::ToDo },
                word: word.unwrap_or_else(|| "to decide".into()),
                marked: status.is_marked(),
            }
        }
    }
}

/// The state of an item without its word: what is counted needs no words.
fn state_of(view: &View<'_>, at: usize) -> State {
    let status = &view.picture.items[at];
    let asked_again = || status.came_back || !view.picture.fallen_of(at).is_empty();
    State::of(status.standing, status.standing.is_open() && asked_again())
}

fn item(view: &View<'_>, at: usize) -> Stands {
    let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
    let state = state_of(view, at);
    let word = match (state, renewed(view, at)) {
        (State::Waits, _) if matches!(status.waits(), Some(Waits::After(_))) => {
            let first = waits_for(view, at).into_iter().next();
            first.map_or_else(|| "waits".into(), |first| format!("waits for {first}"))
        }
        (State::LookAgain, Some(changed)) => format!("asked again: {changed}"),
        (State::LookAgain, None) if status.came_back => "came back".into(),
        _ if status.standing == Standing::Due && is_made_above(view, at) => "with the call above".into(),
        _ => word(view, item, status),
    };
    Stands { state, word, marked: view.picture.mark_of(at).is_some() }
}

/// Whether a call before it in its step, which is to be made now, tells the same people the same thing: one call counts for both.
fn is_made_above(view: &View<'_>, at: usize) -> bool {
    let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
    let Body::Call(call) = &item.body else { return false };
    view.items().take(at).any(|(above, other)| {
        above.phase == item.phase
            && matches!(&above.body, Body::Call(body) if body.message == call.message)
            && matches!(other.standing, Standing::Due | Standing::Attempted)
            && other.try_now == status.try_now
            && other.targets.is_empty()
            && status.targets.is_empty()
    })
}

fn word(view: &View<'_>, item: &Item, status: &ItemStatus) -> String {
    let recorded = || status.value.clone().unwrap_or_else(|| status.standing.label().to_owned());
    let rows = || {
        (!status.targets.is_empty() || status.targets.expected().is_some())
            .then(|| super::rows::done_of(&status.targets))
    };
    match status.standing {
        Standing::NotApplicable => "does not apply".into(),
        Standing::RuledOut if matches!(item.body, Body::Question(_)) => "cannot be found out".into(),
        Standing::RuledOut => "not needed".into(),
        Standing::Optional => "not asked by the policy".into(),
        Standing::Pending => "waits for an answer".into(),
        Standing::Held => "waits".into(),
        Standing::Deferred => until(view, status),
        Standing::PassedOn => {
            let asked = awaited(view.state, status, None);
            asked.map_or_else(|| "asked somebody".into(), |awaited| format!("asked {}", awaited.to))
        }
        Standing::NotKnown => "not known yet".into(),
        Standing::Conflict => "two entries".into(),
        Standing::Choice => "needed?".into(),
        Standing::Partly => match &item.body {
            Body::Decision(decision) => {
                let seats = decision
                    .seats
                    .iter()
                    .filter(|seat| !view.knowledge().seat_records(&item.id, seat).is_empty())
                    .count();
                format!("{seats} of {}", decision.seats.len())
            }
            _ => rows().unwrap_or_else(|| "to do".into()),
        },
        Standing::Due => match &status.try_now {
            Some(role) => format!("call {}", view.playbook.role_title(role.as_str())),
            None => "to do".into(),
        },
        Standing::Attempted => tried(view.counting().attempts(item.id.as_str()).len()),
        Standing::Needed => match &item.body {
            Body::Document(document) => {
                let all = document.contents.len();
                format!("{} of {all}", all - status.lacks.len())
            }
            _ => "write it".into(),
        },
        Standing::Drafted if view.counting().drafts(item.id.as_str()).is_some() => "approve it".into(),
        Standing::Drafted | Standing::Approved => "send it".into(),
        Standing::Open => rows().unwrap_or_else(|| "to do".into()),
        Standing::InForce => "in force".into(),
        Standing::Lifted => "ended".into(),
        Standing::Covered => "with another call".into(),
        Standing::Final => "sent".into(),
        _ => recorded(),
    }
}

/// `tried once`, `tried twice`, `tried 3 times`.
pub fn tried(times: usize) -> String {
    match times {
        1 => "tried once".into(),
        2 => "tried twice".into(),
        times => format!("tried {}", counted(times, "time", "times")),
    }
}

fn until(view: &View<'_>, status: &ItemStatus) -> String {
    match &status.deferred {
        Some((Some(at), _)) => format!("until {}", at.short_in(view.now)),
        Some((None, Some(event))) => {
            let title = view.playbook.item(event.as_str()).map_or(event.as_str(), |item| item.title.as_str());
            format!("until {title}")
        }
        _ => "until later".into(),
    }
}

/// What an item waits for, in words, one line each: the questions that it hangs on, or who holds the step.
pub fn waits_for(view: &View<'_>, at: usize) -> Vec<String> {
    let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
    let titled = |all: &[Subject]| all.iter().map(|one| view.playbook.subject_title(one).to_owned()).collect();
    match status.waits() {
        Some(Waits::Answer(_)) if status.is_pinned(item) => {
            vec!["nobody can say whether it applies: its conditions go in a circle".to_owned()]
        }
        Some(Waits::Answer(missing) | Waits::After(missing)) => titled(missing),
        Some(Waits::Hold(held)) => held.of(view.playbook, item).map(|hold| hold.say.clone()).into_iter().collect(),
        Some(Waits::Time(..)) => vec![until(view, status)],
        Some(Waits::Person) => awaited(view.state, status, None)
            .map(|awaited| format!("{}, asked {}", awaited.to, awaited.at.short_in(view.now)))
            .into_iter()
            .collect(),
        None => Vec::new(),
    }
}

/// What has changed since something was recorded here, so that it counts no more.
fn renewed(view: &View<'_>, at: usize) -> Option<String> {
    let fallen = view.picture.fallen_of(at).first()?;
    let cause = fallen.causes.first()?;
    let changed = look_again::changed(view, cause).map(|changed| format!("{changed} changed"));
    Some(changed.unwrap_or_else(|| look_again::words(view, fallen, cause)))
}

/// How one row of a list stands.
pub fn row(target: &RowStatus) -> Stands {
    let state = State::of(target.standing, false);
    let word = match (state, &target.value) {
        (State::Done, Some(value)) => value.clone(),
        (State::ToDo, _) if target.standing == Standing::Attempted => tried(target.attempts.len()),
        (State::ToDo, _) => "to do".into(),
        _ => target.standing.label().into(),
    };
    Stands { state, word, marked: false }
}

/// What a target is called.
pub fn title_of<'a>(view: &View<'a>, target: Target) -> &'a str {
    match target {
        Target::Item(at) => &view.playbook.items[at].title,
        Target::Silence(at) => &view.playbook.silences[at].topic,
    }
}

/// How many things stand how. What the counts of screens, walk and hand-over are read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// What wants something from people, what is to be looked at again included.
    pub to_do: usize,
    pub look_again: usize,
    /// What counts as done, or does not apply any more, and is to be looked at again.
    pub marked: usize,
    /// What will want something once what it waits for has come.
    pub waits: usize,
    pub done: usize,
    pub off: usize,
    /// Calls among those to do.
    pub calls: usize,
    pub do_nots: usize,
}

/// Counts items and the silences that are asked. A prohibition is no step: it is counted by itself.
pub fn tally(view: &View<'_>) -> Tally {
    tally_of(view, |_| true)
}

/// The same of those that are to be counted; what must not be done always is.
pub fn tally_of(view: &View<'_>, counts: impl Fn(Target) -> bool) -> Tally {
    let mut tally = Tally::default();
    for (at, (item, status)) in view.items().enumerate() {
        if matches!(item.body, Body::Prohibition(_)) {
            tally.do_nots += usize::from(status.standing == Standing::InForce);
            continue;
        }
        if !counts(Target::Item(at)) {
            continue;
        }
        let state = tally.item(view, at);
        tally.calls += usize::from(state == State::ToDo && matches!(item.body, Body::Call(_)));
    }
    let silences = view.playbook.silences.iter().zip(&view.picture.silences).enumerate();
    for (_, (silence, status)) in silences.filter(|(at, _)| counts(Target::Silence(*at))) {
        tally.marked += usize::from(status.is_marked());
        match status.decided {
            Some(_) if silence.ask => tally.take(State::Done),
            None if status.is_asked(silence) => tally.take(State::ToDo),
            _ => {}
        }
    }
    tally
}

impl Tally {
    /// Counts a thing by how it stands.
    pub(super) fn count(&mut self, view: &View<'_>, target: Target) {
        match target {
            Target::Item(at) => _ = self.item(view, at),
            Target::Silence(at) => {
                self.take(stands(view, target).state);
                self.marked += usize::from(view.picture.silences[at].is_marked());
            }
        }
    }

    /// Counts an item, and says how it stands.
    fn item(&mut self, view: &View<'_>, at: usize) -> State {
        let state = state_of(view, at);
        self.take(state);
        self.marked += usize::from(state.is_settled() && view.picture.mark_of(at).is_some());
        state
    }

    /// Counts one more.
    pub(super) fn take(&mut self, state: State) {
        match state {
            State::ToDo => self.to_do += 1,
            State::LookAgain => {
                self.to_do += 1;
                self.look_again += 1;
            }
            State::Waits => self.waits += 1,
            State::Done => self.done += 1,
            State::Off => self.off += 1,
        }
    }
}
