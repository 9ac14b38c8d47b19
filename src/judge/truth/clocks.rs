//! When a clock starts, stops and runs out, as far as that is known.
//!
//! It stands among what conditions can ask, since `clock.x.late` is asked there; how the clock is shown is the picture's matter.

use crate::base::{ItemId, Stamp, Zone};
use crate::case::Fact;
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::facts::FactName;
use crate::playbook::question::Question;
use crate::playbook::reference::Clock;
use crate::playbook::{Body, Item};

#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Moments {
    /// Whether the clock counts at all, and what is missing to know that.
    pub applies: Verdict,
    /// When what starts it happened, also while it is not known whether it counts; `None` where it does not apply.
    pub start: Option<Stamp>,
    /// Whether the start is the earliest moment of a window: it may have been later.
    pub at_the_earliest: bool,
    /// When what it waits for had happened, also before it started; or the case was closed.
    pub stop: Option<Stamp>,
    /// When its limit is reached, if the playbook gives one and the start is known.
    pub due: Option<Stamp>,
}

impl Moments {
    /// By how many seconds it is over its limit, now or when it stopped; `None` while it is not, and while it is not known
    /// whether it counts.
    pub fn late_s(&self, now: Stamp) -> Option<i64> {
        self.perhaps_late_s(now).filter(|_| self.applies.value == Some(true))
    }

    /// The same if it counts.
    pub fn perhaps_late_s(&self, now: Stamp) -> Option<i64> {
        over_by(self.due, self.stop, now)
    }

    /// Whether it has run out or was stopped late; `None` while it is not known whether it counts, or when it began.
    fn is_late(&self, now: Stamp) -> Option<bool> {
        match (self.applies.value?, self.due) {
            (false, _) => Some(false),
            (true, None) => None,
            (true, Some(_)) => Some(self.late_s(now).is_some()),
        }
    }
}

/// By how many seconds a limit was over when the clock stopped, or is now.
pub(in crate::judge) fn over_by(due: Option<Stamp>, stopped: Option<Stamp>, now: Stamp) -> Option<i64> {
    let late = stopped.unwrap_or(now).seconds_since(due?);
    (late > 0).then_some(late)
}

pub fn work_out(clock: &Clock, knowledge: &Knowledge<'_>) -> Moments {
    let mut applies = knowledge.holds(clock.when.as_ref());
    let begun = start(clock, knowledge);
    let over = knowledge.clock_ended(&clock.id);
    // A rule ends the case: what has not begun never does.
    if let Some((ended, _)) = over.as_ref().filter(|_| applies.value != Some(true) || begun.is_none()) {
        applies = ended.clone();
    }
    let (start, at_the_earliest) =
        begun.filter(|_| applies.value != Some(false)).map_or((None, false), |(at, open)| (Some(at), open));
    let zone = |at: Stamp| knowledge.now().map_or_else(|| Zone::fixed(*at.instant().offset()), |now| now.zone);
    Moments {
        // The end is told by the clocks of its own day, which may have been changed in between.
        due: start.zip(clock.limit).and_then(|(at, limit)| limit.within.end(at, zone(at))),
        stop: stop(clock, knowledge, over.and_then(|(_, since)| since)),
        applies,
        start,
        at_the_earliest,
    }
}

/// Whether a clock is late; without a present moment that is not known.
pub fn is_late(clock: &Clock, knowledge: &Knowledge<'_>) -> Option<bool> {
    let now = knowledge.now()?;
    knowledge.clock(clock)?.is_late(now.at)
}

/// When the start event happened, and whether that is the earliest moment of a window. A question that asks for a time gives that time
/// itself; a clock that names nothing starts when people became aware, and until that is answered when the case was opened.
fn start(clock: &Clock, knowledge: &Knowledge<'_>) -> Option<(Stamp, bool)> {
    let Some(from) = &clock.from else {
        let aware = knowledge.playbook.fact(FactName::Aware).and_then(|aware| knowledge.answer(aware.as_str()));
        let aware = aware.and_then(|answer| own_time(&answer));
        return aware.or_else(|| knowledge.state.opening.as_ref().map(|opening| (opening.at, false)));
    };
    let item = knowledge.playbook.item(from.as_str())?;
    let subject = match &item.body {
        Body::Question(asked) if asked.for_each.is_some() => return of_rows(item, asked, clock, knowledge),
        Body::Question(_) => match knowledge.answer(from.as_str())? {
            Answer::Unknown => return None,
            answer @ Answer::When(_) => return own_time(&answer),
            // What is counted or named once is known from then on: putting it right begins nothing anew.
            Answer::YesNo(_) | Answer::One(_) | Answer::Many(_) => Subject::Answer(from.clone()),
            _ if first_known(from, knowledge).is_some() => return first_known(from, knowledge),
            _ => Subject::Answer(from.clone()),
        },
        Body::Decision(_) => {
            knowledge.decided(from.as_str())?;
            Subject::Decision(from.clone())
        }
        Body::Call(_) => Subject::Call(from.clone()),
        _ => Subject::Task(from.clone()),
    };
    let (entry, at) = knowledge.deciding_entry(&subject)?;
    Some((at, knowledge.state.at(entry).happened().is_open_window()))
}

/// When it began for the first of the rows for which what the clock waits for is still to be done; of all, where nothing is.
fn of_rows(item: &Item, asked: &Question, clock: &Clock, knowledge: &Knowledge<'_>) -> Option<(Stamp, bool)> {
    let rows = knowledge.targets(item)?;
    let awaited = clock.until.iter().flat_map(|until| until.root.subjects());
    let awaited = awaited.filter_map(|subject| knowledge.playbook.item(subject.id().as_str()));
    let awaited: Vec<_> = awaited
        .filter(|other| other.body.for_each() == item.body.for_each())
        .filter_map(|other| knowledge.targets(other))
        .collect();
    let waits = |name: &str| awaited.iter().any(|of| of.find(name).is_some_and(|row| !row.is_settled()));
    let begun = rows.iter().filter(|row| row.standing == Standing::Answered).filter_map(|row| {
        let recorded = knowledge.state.at(row.entry?);
        let Fact::Answered { value, .. } = &recorded.fact else { return None };
        let answer = Answer::parse_typed(asked, value, recorded.at).ok()?;
        let happened = || Some((recorded.happened().earliest()?, recorded.happened().is_open_window()));
        let (at, open) = if let Answer::When(_) = answer { own_time(&answer) } else { happened() }?;
        Some((!waits(row.name), at, open))
    });
    begun.min().map(|(_, at, open)| (at, open))
}

/// The earliest hour at which a question was answered by something that is known.
fn first_known(question: &ItemId, knowledge: &Knowledge<'_>) -> Option<(Stamp, bool)> {
    let known =
        |at: &&usize| matches!(&knowledge.state.at(**at).fact, Fact::Answered { value, .. } if value != "unknown");
    let answers = knowledge.state.answers(question.as_str())?.all.iter().filter(known);
    let times = answers.filter_map(|at| {
        let happened = knowledge.state.at(*at).happened();
        Some((happened.earliest()?, happened.is_open_window()))
    });
    times.min_by_key(|(at, _)| *at)
}

/// The time that an answer gives, and whether it is the earliest of several.
fn own_time(answer: &Answer) -> Option<(Stamp, bool)> {
    let Answer::When(time) = answer else { return None };
    Some((time.earliest()?, time.is_open_window()))
}

/// When the stop condition came true: the latest moment among the records that decided it; else when a rule ended the case, or
/// the case was closed.
fn stop(clock: &Clock, knowledge: &Knowledge<'_>, over: Option<Stamp>) -> Option<Stamp> {
    let met = clock.until.as_ref().and_then(|until| met(until, knowledge));
    met.or(over).or_else(|| knowledge.state.closing().map(|closing| closing.at))
}

/// Since when nothing is left of what a clock waits for: the latest moment among the records that decided it.
pub(in crate::judge) fn met(until: &Condition, knowledge: &Knowledge<'_>) -> Option<Stamp> {
    let verdict = settled(until, knowledge);
    let decided = verdict.decided_by().filter(|_| verdict.value == Some(true));
    decided.filter_map(|subject| knowledge.deciding_entry(subject)).map(|(_, at)| at).max()
}
