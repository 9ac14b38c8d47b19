//! The fields of a record, asked one after the other, and the command they make together.

mod rows;

use crate::base::ItemId;
use crate::case::CallOutcome;
use crate::guide::agenda::Target;
use crate::guide::passed_on::awaited;
use crate::guide::targets::TargetStatus;
use crate::guide::whom::{Origin, Proposal};
use crate::guide::{Command, Standing, TaskOutcome, answer};
use crate::playbook::model::Kind;
use crate::playbook::{Body, Item, Playbook, Verb};
use crate::session::Session;

/// One thing to type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// What to type.
    pub prompt: String,
    /// Choices; each can be typed by its number.
    pub options: Vec<String>,
}

/// What comes after the fields that were typed so far.
pub enum Step {
    /// This field.
    Ask(Field),
    /// The last field cannot be used, with a sentence that says why.
    Again(String),
    /// Everything is there.
    Ready(Command),
}

/// What became of an item that is recorded by hand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    NotNeeded,
    Needed,
}

const OUTCOME: &str = "Write 1, 2 or 3.";

/// The next step of recording `target`, `typed` being the fields so far.
pub fn next(session: &Session, target: Target, typed: &[String]) -> Step {
    let playbook = session.playbook();
    match target {
        Target::Silence(at) => silence(playbook, at, typed),
        Target::Item(at) => {
            let item = &playbook.items[at];
            let choice = session.assessment().items[at].standing == Standing::Choice;
            match &item.body {
                Body::Question(question) => match typed {
                    [] => ask(&answer::takes(question), question.options.iter().map(label).collect()),
                    [value, ..] => {
                        Step::Ready(Command::Answer { id: item.id.to_string(), value: value.clone(), source: None })
                    }
                },
                Body::Task(task) if playbook.kind == Kind::Readiness => super::review::point(item, task, typed),
                Body::Task(_) | Body::Call(_) if item.body.for_each().is_some() => rows::for_each(session, at, typed),
                Body::Register(body) => rows::register(item, body, typed),
                Body::Task(_) | Body::Document(_) | Body::Call(_) if choice => undecided(session, at, None, typed),
                Body::Task(task) => done(item, &task.record, typed),
                Body::Document(_) => done(item, "Who has it now, by which means, and since when?", typed),
                Body::Call(_) => call(session, at, None, typed),
                Body::Decision(_) => decision(playbook, item, typed),
                Body::Prohibition(_) => prohibition(item, typed),
            }
        }
    }
}

fn label(option: &crate::playbook::question::OptionText) -> String {
    match &option.help {
        Some(help) => format!("{} ({}). {help}", option.label.trim_end_matches('.'), option.id),
        None => format!("{} ({})", option.label, option.id),
    }
}

pub(super) fn ask(prompt: &str, options: Vec<String>) -> Step {
    Step::Ask(Field { prompt: prompt.to_owned(), options })
}

pub(super) fn optional(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn done(item: &Item, prompt: &str, typed: &[String]) -> Step {
    match typed {
        [] => ask(prompt, Vec::new()),
        [value, ..] => task(item, TaskOutcome::Done(value.clone())),
    }
}

fn task(item: &Item, outcome: TaskOutcome) -> Step {
    Step::Ready(Command::Task { id: item.id.to_string(), target: None, outcome })
}

/// Nobody has said yet whether it is needed.
fn undecided(session: &Session, at: usize, row: Option<&TargetStatus>, typed: &[String]) -> Step {
    let item = &session.playbook().items[at];
    let is_call = matches!(item.body, Body::Call(_));
    let Some((first, rest)) = typed.split_first() else {
        let done = if is_call { "A call was made" } else { "It is done" };
        return ask("Is it needed?", vec![done.into(), "It is not needed".into(), "It is needed".into()]);
    };
    let outcome = match first.trim().to_ascii_lowercase().as_str() {
        "1" | "done" => Outcome::Done,
        "2" | "not needed" | "not-needed" | "no" => Outcome::NotNeeded,
        "3" | "needed" | "yes" => Outcome::Needed,
        _ => return Step::Again(OUTCOME.into()),
    };
    match (outcome, rest, &item.body) {
        (Outcome::Done, rest, Body::Call(_)) => call(session, at, row, rest),
        (Outcome::Done, rest, Body::Task(body)) => done(item, &body.record, rest),
        (Outcome::Done, rest, _) => done(item, "Who has it now, by which means, and since when?", rest),
        (Outcome::NotNeeded, [], _) => ask("Why is it not needed?", Vec::new()),
        (Outcome::NotNeeded, [_], _) if item.verb == Verb::IfAdvised => {
            ask("Who advised it? Empty is nobody.", Vec::new())
        }
        (Outcome::NotNeeded, [reason, rest @ ..], _) => {
            let adviser = rest.first().and_then(|name| optional(name));
            task(item, TaskOutcome::RuledOut { reason: reason.clone(), adviser })
        }
        (Outcome::Needed, [], _) => ask("Why is it needed?", Vec::new()),
        (Outcome::Needed, [_], _) if item.verb == Verb::IfAdvised => ask("Who advised it?", Vec::new()),
        (Outcome::Needed, [reason, rest @ ..], _) => {
            let adviser = rest.first().and_then(|name| optional(name));
            task(item, TaskOutcome::Needed { reason: reason.clone(), adviser })
        }
    }
}

fn call(session: &Session, at: usize, row: Option<&TargetStatus>, typed: &[String]) -> Step {
    let playbook = session.playbook();
    let item = &playbook.items[at];
    let Body::Call(body) = &item.body else { return Step::Again(OUTCOME.into()) };
    let roles: Vec<&ItemId> = std::iter::once(&body.role).chain(&body.alternates).collect();
    let mut fields = typed.iter();
    let mut role = None;
    if roles.len() > 1 {
        let Some(first) = fields.next() else {
            let whole = &session.assessment().items[at].try_now;
            let next = row.map_or(whole, |row| &row.try_now).as_ref().unwrap_or(&body.role);
            let prompt = format!("Who was called? Empty is {}.", playbook.role_title(next.as_str()));
            return ask(&prompt, role_labels(playbook, &roles));
        };
        role = optional(first).map(|first| pick(&roles, &first));
    }
    let Some(outcome) = fields.next() else {
        return ask("How did it end?", CallOutcome::ALL.iter().map(|outcome| outcome.label().into()).collect());
    };
    if CallOutcome::parse_typed(outcome).is_none() {
        return Step::Again(format!("Write one of the numbers from 1 to {}, or its words.", CallOutcome::ALL.len()));
    }
    // What the guide fills in where nothing is typed; a person whom only the policy prints is not taken for the one called.
    let proposal = session.assessment().items[at].proposal.as_ref();
    let proposal = proposal.filter(|now| role.as_ref().is_none_or(|role| *role == now.role.as_str()));
    let empty = |known: Option<&String>| known.map_or("not known", String::as_str).to_owned();
    let Some(person) = fields.next() else {
        let known = proposal.filter(|now| now.origin != Origin::Policy).and_then(|now| now.person.as_ref());
        return ask(&format!("Who answered? Empty is {}.", empty(known)), Vec::new());
    };
    let Some(channel) = fields.next() else {
        let theirs = |now: &&Proposal| optional(person).is_none_or(|name| Some(name) == now.person);
        let known = proposal.filter(theirs).and_then(|now| now.channel.as_ref());
        return ask(&format!("Which number or means? Empty is {}.", empty(known)), Vec::new());
    };
    let Some(said) = fields.next() else {
        return ask("What was said? Empty is nothing to note.", Vec::new());
    };
    let mut reported_by = None;
    if let Some(awaited) = awaited(session.state(), &session.assessment().items[at], row) {
        let Some(name) = fields.next() else {
            return ask(
                &format!("Who made the call? 1 is {}, who was asked; empty is you.", awaited.to),
                vec![awaited.to.to_owned()],
            );
        };
        reported_by = optional(name).map(|name| if name == "1" { awaited.to.to_owned() } else { name });
    }
    Step::Ready(Command::Call {
        id: item.id.to_string(),
        role,
        person: optional(person),
        channel: optional(channel),
        outcome: outcome.clone(),
        said: optional(said),
        reported_by,
        target: None,
    })
}

fn decision(playbook: &Playbook, item: &Item, typed: &[String]) -> Step {
    let Body::Decision(body) = &item.body else { return Step::Again(OUTCOME.into()) };
    let mut fields = typed.iter();
    let Some(option) = fields.next() else {
        return ask("What was decided?", body.options.iter().map(label).collect());
    };
    let seats: Vec<&ItemId> = body.seats.iter().collect();
    let mut role = None;
    if seats.len() > 1 {
        let Some(seat) = fields.next() else { return ask("Who decides now?", role_labels(playbook, &seats)) };
        role = optional(seat).map(|seat| pick(&seats, &seat));
    }
    let Some(reason) = fields.next() else {
        return ask(if body.reason_required { "Why?" } else { "Why? May stay empty." }, Vec::new());
    };
    let mut adviser = None;
    if body.adviser_required {
        let Some(name) = fields.next() else { return ask("Who advised it?", Vec::new()) };
        adviser = optional(name);
    }
    let (id, option, reason) = (item.id.to_string(), option.clone(), optional(reason));
    // Who decided is said beforehand, by `:person`.
    Step::Ready(Command::Decide { id, option, role, reason, adviser, person: None, standing_in: None })
}

fn silence(playbook: &Playbook, at: usize, typed: &[String]) -> Step {
    let silence = &playbook.silences[at];
    let roles: Vec<&ItemId> = silence.decide_by.iter().collect();
    match typed {
        [] => ask("What was decided?", Vec::new()),
        [_] if !roles.is_empty() => ask("Who decided it? May stay empty.", role_labels(playbook, &roles)),
        [value, rest @ ..] => {
            let role = rest.first().and_then(|role| optional(role)).map(|role| pick(&roles, &role));
            Step::Ready(Command::DecideSilence { id: silence.id.to_string(), value: value.clone(), role })
        }
    }
}

fn prohibition(item: &Item, typed: &[String]) -> Step {
    let id = item.id.to_string();
    match typed {
        [] => ask("What is recorded?", vec!["It was read".into(), "It was not kept".into()]),
        [first, rest @ ..] => match (first.trim(), rest) {
            ("1", _) => Step::Ready(Command::Prohibition { id, broken: None }),
            ("2", []) => ask("What happened?", Vec::new()),
            ("2", [what, ..]) => Step::Ready(Command::Prohibition { id, broken: Some(what.clone()) }),
            _ => Step::Again("Write 1 or 2.".into()),
        },
    }
}

fn role_labels(playbook: &Playbook, roles: &[&ItemId]) -> Vec<String> {
    roles.iter().map(|role| format!("{} ({role})", playbook.role_title(role.as_str()))).collect()
}

/// The role whose number on the list was typed; anything else as it stands, for the guide to read.
fn pick(roles: &[&ItemId], typed: &str) -> String {
    let at = typed.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    at.and_then(|at| roles.get(at)).map_or_else(|| typed.to_owned(), ToString::to_string)
}
