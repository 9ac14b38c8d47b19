//! How each kind of item stands, worked out from the entries about it.

use super::advice;
use super::answer::Answer;
use super::known::Knowledge;
use super::passed_on;
use super::registers;
use super::scales::ScaleState;
use super::settled::settled;
use super::standing::Standing;
use super::targets::{self, TargetStatus};
use super::verdict::Verdict;
use crate::base::{ItemId, Now, Stamp};
use crate::case::{Fact, Recorded, tracks::Track};
use crate::playbook::condition::Subject;
use crate::playbook::item::{Call, Decision, Document};
use crate::playbook::model::Kind;
use crate::playbook::register::Register;
use crate::playbook::scale::Scale;
use crate::playbook::{Body, Item, Playbook, Strength};

#[derive(Clone, PartialEq, Debug)]
pub struct ItemStatus {
    pub standing: Standing,
    pub applies: Verdict,
    /// The entry that counts now, as a position in the log.
    pub entry: Option<usize>,
    /// What that entry says, for people.
    pub value: Option<String>,
    /// Where two entries contradict each other: both.
    pub conflict: Vec<usize>,
    /// Put off: until this time, or until this item has a record.
    pub deferred: Option<(Option<Stamp>, Option<ItemId>)>,
    /// It was put off and has come back.
    pub came_back: bool,
    /// It is open although a later item of its step has a record.
    pub passed_over: bool,
    /// What a document still lacks, by position in its contents.
    pub lacks: Vec<usize>,
    /// What a task that is open waits for before it can be done, where the policy puts something before it.
    pub obstacle: Option<Vec<Subject>>,
    /// For a call: whom to try now, and who was tried already.
    pub try_now: Option<ItemId>,
    /// How it stands for each row, where it has to be settled for every row of a list.
    pub targets: Vec<TargetStatus>,
    /// For a call: the person and the number to try now, and why.
    pub proposal: Option<super::whom::Proposal>,
}

pub fn work_out(item: &Item, lane: &Verdict, knowledge: &Knowledge<'_>, now: Now) -> ItemStatus {
    let applies = knowledge.unless_moot(lane.clone().and(knowledge.holds(item.when.as_ref())));
    let mut status = ItemStatus {
        standing: Standing::Open,
        applies,
        entry: None,
        value: None,
        conflict: Vec::new(),
        deferred: None,
        came_back: false,
        passed_over: false,
        lacks: Vec::new(),
        obstacle: None,
        try_now: None,
        targets: Vec::new(),
        proposal: None,
    };
    match &item.body {
        _ if item.body.for_each().is_some() => each_row(item, knowledge, &mut status),
        Body::Question(_) => question(item, knowledge, &mut status),
        Body::Task(task) => outcome(item, knowledge, &mut status, Standing::Open, |_| {
            if task.continuous { Standing::Continuing } else { Standing::Done }
        }),
        Body::Call(body) => call(item, body, knowledge, &mut status),
        Body::Decision(body) => decision(item, body, knowledge, &mut status),
        Body::Document(body) => document(item, body, knowledge, &mut status),
        Body::Register(body) => register(item, body, knowledge, &mut status),
        Body::Prohibition(body) => {
            status.standing = match body.until.as_ref().map(|until| knowledge.holds(Some(until)).value) {
                Some(Some(true)) => Standing::Lifted,
                _ => Standing::InForce,
            };
        }
    }
    advice::look(item, knowledge, &mut status);
    // A record stands whatever the conditions say now; only what has none is out of the walk.
    if status.entry.is_none() || matches!(item.body, Body::Prohibition(_)) {
        match status.applies.value {
            Some(false) => status.standing = Standing::NotApplicable,
            None => status.standing = Standing::Pending,
            Some(true) => {}
        }
    } else if status.applies.value == Some(false) && status.standing.is_open() {
        status.standing = Standing::NotApplicable;
    }
    targets::without_ground(&mut status);
    put_off(item, knowledge, &mut status, now);
    if status.standing.is_open() {
        status.obstacle = knowledge.obstacle(item).map(|(_, missing)| missing);
    }
    status
}

fn last(track: Option<&Track>) -> Option<usize> {
    track.and_then(Track::last)
}

fn question(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let id = item.id.as_str();
    let unasked = item.verb == Strength::Local;
    if unasked {
        status.standing = Standing::Optional;
    }
    let (Some(track), Some(asked)) = (knowledge.state.answers(id), knowledge.playbook.question(id)) else {
        return;
    };
    status.entry = track.last();
    if knowledge.is_contradicted(id) {
        status.standing = Standing::Conflict;
        status.conflict.clone_from(&track.current);
        return;
    }
    let answer = knowledge.answer(id).unwrap_or(Answer::Unknown);
    status.standing = match answer {
        // What nobody has to find out is not looked for because somebody said that it is not known yet.
        Answer::Unknown if unasked => Standing::Optional,
        Answer::Unknown => Standing::NotKnown,
        _ => Standing::Answered,
    };
    status.value = Some(knowledge.show(&answer, asked));
}

/// The common part of tasks and calls: done, not needed, or whether it is needed at all.
fn outcome(
    item: &Item,
    knowledge: &Knowledge<'_>,
    status: &mut ItemStatus,
    open: Standing,
    done: impl Fn(&Recorded) -> Standing,
) {
    let chosen = !item.verb.asks_necessity() && item.verb.is_duty();
    status.standing = if chosen { open } else { Standing::Choice };
    let Some(at) = last(knowledge.state.outcomes(item.id.as_str())) else { return };
    let recorded = knowledge.state.at(at);
    status.entry = Some(at);
    match &recorded.fact {
        Fact::TaskDone { value, .. } => {
            status.standing = done(recorded);
            status.value = Some(value.clone());
        }
        Fact::TaskRuledOut { reason, .. } => {
            status.standing = Standing::RuledOut;
            status.value = Some(reason.clone());
        }
        Fact::NecessityFound { reason, adviser, .. } => {
            status.standing = open;
            status.value = Some(match adviser {
                Some(adviser) => format!("Needed, advised by {adviser}: {reason}"),
                None if knowledge.playbook.kind == Kind::Readiness => format!("Not in order: {reason}"),
                None => format!("Needed: {reason}"),
            });
        }
        _ => {}
    }
}

/// A task or call that has to be settled for every row of a list.
fn each_row(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let open = if matches!(item.body, Body::Call(_)) { Standing::Due } else { Standing::Open };
    outcome(item, knowledge, status, open, |_| open);
    let targets = knowledge.targets(item);
    let ruled_out = knowledge.is_ruled_out(item.id.as_str());
    let Some(together) = targets::together(item, targets.as_deref(), ruled_out) else { return };
    status.standing = together.standing;
    status.value = together.value;
    status.entry = together.entry;
    status.try_now = together.try_now;
    status.targets = targets.map(|targets| targets.to_vec()).unwrap_or_default();
    if let Some(applies) = together.applies {
        status.applies = std::mem::take(&mut status.applies).and(applies);
    }
}

fn register(item: &Item, body: &Register, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Open, |_| Standing::Open);
    let ruled_out = status.entry.filter(|_| status.standing == Standing::RuledOut);
    let Some(last) = knowledge.state.counting(item.id.as_str()).next_back() else { return };
    // What was added after it was called not needed counts again.
    if ruled_out < Some(last) {
        let held = registers::work_out(&item.id, body, knowledge.state);
        status.standing = Standing::Continuing;
        status.value = registers::say(body, &held);
        status.entry = Some(last);
    }
}

fn call(item: &Item, body: &Call, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Due, |_| Standing::Reached);
    // Somebody who was reached is reached, whatever is found about it before or afterwards.
    if status.standing == Standing::RuledOut && knowledge.reached(item.id.as_str()).is_none() {
        return;
    }
    let attempts = knowledge.state.attempts(item.id.as_str());
    let passed = knowledge.state.passed_on(item.id.as_str());
    let tried = |role: &ItemId| {
        attempts
            .iter()
            .any(|at| matches!(&knowledge.state.at(*at).fact, Fact::Called { role: called, .. } if called == role))
    };
    if let Some(at) = knowledge.reached(item.id.as_str()) {
        let recorded = knowledge.state.at(at);
        let Fact::Called { calls, .. } = &recorded.fact else { return };
        let own = calls.first() == Some(&item.id);
        let found = status.entry.filter(|found| *found > at).map(|found| &knowledge.state.at(found).fact);
        status.entry = Some(at);
        status.standing = if own { Standing::Reached } else { Standing::Covered };
        status.value = reached_value(recorded, at, passed, knowledge).map(|value| afterwards(value, found));
        return;
    }
    if let Some(at) = attempts.last() {
        status.entry = Some(*at);
        status.standing = Standing::Attempted;
        if let Fact::Called { outcome, role, .. } = &knowledge.state.at(*at).fact {
            let title = knowledge.playbook.role_title(role.as_str());
            status.value = Some(format!("{title}: {}", outcome.label().to_lowercase()));
        }
    }
    // Whoever reports back that nobody was reached hands the call back; until then it is theirs.
    if let Some(at) = passed_on::waiting(passed, attempts.last().copied()) {
        status.entry = Some(at);
        status.standing = Standing::PassedOn;
        status.value = passed_on::value(knowledge.state, at);
    }
    // The first that was not tried yet; when all were tried, it starts again with the first.
    let order = || std::iter::once(&body.role).chain(&body.alternates);
    status.try_now = order().find(|role| !tried(role)).or(order().next()).cloned();
}

/// The words for somebody who was reached, with what was found about the call afterwards.
pub(super) fn afterwards(value: String, found: Option<&Fact>) -> String {
    match found {
        Some(Fact::TaskRuledOut { reason, .. }) => {
            format!("{value}; found afterwards not to be needed: {reason}")
        }
        _ => value,
    }
}

/// Who was reached, and who reported it back where somebody else was asked to make the call.
pub(super) fn reached_value(
    recorded: &Recorded,
    at: usize,
    passed: &[usize],
    knowledge: &Knowledge<'_>,
) -> Option<String> {
    let Fact::Called { role, person, .. } = &recorded.fact else { return None };
    let title = knowledge.playbook.role_title(role.as_str());
    let who = person.as_ref().map_or_else(|| title.to_owned(), |name| format!("{name}, {title}"));
    let reporter = passed_on::reporter(recorded, at, passed);
    Some(reporter.map_or(who.clone(), |name| format!("{who}; reported back by {name}")))
}

fn decision(item: &Item, body: &Decision, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let entries = body.seats.iter().filter_map(|role| last(knowledge.state.seat(&item.id, role)));
    status.entry = entries.max();
    if status.entry.is_none() {
        return;
    }
    // Two entries for one seat that did not see each other are for people to settle, like two answers.
    let open_seats = body.seats.iter().filter(|role| knowledge.seat_choice(&item.id, role).is_none());
    let tracks = open_seats.filter_map(|role| knowledge.state.seat(&item.id, role));
    status.conflict = tracks.flat_map(|track| track.current.iter().copied()).collect();
    if !status.conflict.is_empty() {
        status.standing = Standing::Conflict;
        return;
    }
    if is_overtaken(item, knowledge) {
        return;
    }
    status.standing = Standing::Partly;
    if let Some(option) = knowledge.decided(item.id.as_str()) {
        status.standing = Standing::Decided;
        status.value = body.options.iter().find(|o| o.id == option).map(|o| o.label.clone());
        return;
    }
    // Seats that do not agree, or are not all recorded, may be settled in another way than by a vote.
    if let Some(at) = last(knowledge.state.outcomes(item.id.as_str())).filter(|at| Some(*at) > status.entry)
        && let Fact::TaskRuledOut { reason, .. } = &knowledge.state.at(at).fact
    {
        status.standing = Standing::RuledOut;
        status.value = Some(reason.clone());
        status.entry = Some(at);
    }
}

/// Whether this was decided for one gap of a scale, and the case lies in another by now: people decide again.
fn is_overtaken(item: &Item, knowledge: &Knowledge<'_>) -> bool {
    let decides = |scale: &&Scale| scale.decided_by.as_ref() == Some(&item.id);
    let mut scales = knowledge.playbook.scales.iter().filter(decides);
    let in_gap = |scale: &Scale| knowledge.scale(scale.id.as_str()).is_some_and(|s| s.state == ScaleState::Gap);
    knowledge.decided(item.id.as_str()).is_some() && scales.any(in_gap)
}

fn document(item: &Item, body: &Document, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Needed, |_| Standing::Final);
    if status.standing == Standing::RuledOut {
        return;
    }
    let known = |from: &ItemId| {
        let id = from.as_str();
        match knowledge.playbook.item(id).map(|item| &item.body) {
            Some(Body::Question(_)) => !matches!(knowledge.answer(id), None | Some(Answer::Unknown)),
            Some(Body::Decision(_)) => knowledge.decided(id).is_some(),
            Some(Body::Register(_)) => knowledge.state.counting(id).next().is_some(),
            _ => {
                super::verdict::Facts::known(knowledge, &Subject::Task(from.clone()))
                    == super::verdict::Known::YesNo(true)
            }
        }
    };
    let contents = body.contents.iter().enumerate();
    // What does not arise in this case, or was found not to be needed, is no content that could be missing.
    let arises = |from: &ItemId| !knowledge.is_item_unasked(from.as_str()) && !knowledge.is_ruled_out(from.as_str());
    let lacks = contents.filter(|(_, content)| !known(&content.from) && arises(&content.from));
    status.lacks = lacks.map(|(at, _)| at).collect();
    if status.standing != Standing::Final && status.lacks.is_empty() {
        let sent = body.final_when.as_ref().map(|until| settled(until, knowledge).value);
        status.standing = if sent == Some(Some(true)) { Standing::Final } else { Standing::Drafted };
    }
}

/// Puts an open item off while its deferral lasts, and marks it when it has come back.
fn put_off(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus, now: Now) {
    let Some(at) = last(knowledge.state.deferral(item.id.as_str())) else { return };
    let Fact::Deferred { until, event, .. } = &knowledge.state.at(at).fact else { return };
    let recorded_since = status.entry.is_some_and(|entry| entry > at);
    if recorded_since || !status.standing.is_open() {
        return;
    }
    let time_came = until.is_some_and(|until| now.at >= until);
    let event_came =
        event.as_ref().is_some_and(|event| latest_record(knowledge, event).is_some_and(|record| record > at));
    if time_came || event_came {
        status.came_back = true;
    } else {
        status.standing = Standing::Deferred;
        status.deferred = Some((*until, event.clone()));
    }
}

fn latest_record(knowledge: &Knowledge<'_>, id: &ItemId) -> Option<usize> {
    let text = id.as_str();
    let seats = match knowledge.playbook.item(text).map(|item| &item.body) {
        Some(Body::Decision(body)) => body.seats.iter().filter_map(|role| last(knowledge.state.seat(id, role))).max(),
        _ => None,
    };
    let own = [last(knowledge.state.answers(text)), last(knowledge.state.outcomes(text)), seats];
    let attempts = knowledge.state.attempts(text).last().copied();
    let attempts = attempts.max(knowledge.state.passed_on(text).last().copied());
    let attempts = attempts.max(knowledge.state.register(text).last().copied());
    own.into_iter().flatten().chain(attempts).max()
}

/// Marks items that are open although something later in their step has a record.
pub fn mark_passed_over(playbook: &Playbook, mut items: Vec<ItemStatus>) -> Vec<ItemStatus> {
    // From the end: whether a step has a record further down.
    let mut recorded = vec![false; playbook.phases.len()];
    for (item, status) in playbook.items.iter().zip(&mut items).rev() {
        let untouched = status.standing.is_open() && status.entry.is_none();
        status.passed_over = untouched && recorded[item.phase];
        // What is kept beside the policy can come at any time; nothing was passed over for it.
        recorded[item.phase] |= status.entry.is_some() && item.verb != Strength::Local;
    }
    items
}
