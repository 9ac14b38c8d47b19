//! Answers, tasks, decisions, prohibitions, notes, deferrals, silences.

use super::super::answer::Answer;
use super::super::command::TaskOutcome;
use super::super::refusal::Refusal;
use super::super::standing::Standing;
use super::super::words;
use super::{Context, optional, targets};
use crate::base::{ItemId, Stamp, Unread};
use crate::case::{Fact, FollowUp};
use crate::playbook::condition::Subject;
use crate::playbook::register::RegisterKind;
use crate::playbook::{Body, Item, Verb};

pub(super) fn answer(context: &Context<'_>, id: &str, value: &str, source: Option<&str>) -> Result<Fact, Refusal> {
    let item = context.item(id)?;
    let Body::Question(question) = &item.body else { return Err(wrong_kind(item, "question")) };
    let answer = Answer::parse_typed(question, value, context.now())
        .map_err(|why| Refusal::new(why.says, "Nothing was recorded."))?;
    if let Answer::When(time) = &answer
        && moves_a_clock(context, &item.id)
    {
        context.not_ahead(*time)?;
    }
    let value = super::bounded(&answer.to_text(), "The answer")?;
    let status = context.assessment.item(context.playbook, item.id.as_str());
    let conflict = status.map(|status| status.conflict.as_slice()).unwrap_or_default();
    let settles = conflict.iter().map(|at| context.state.at(*at).id.clone()).collect();
    Ok(Fact::Answered { question: item.id.clone(), value, source: optional(source, "The source")?, settles })
}

/// Whether some of the seats of a decision have recorded and do not make it: then people may have settled it in another way, and
/// say how.
fn is_partly_decided(context: &Context<'_>, item: &Item) -> bool {
    let status = context.assessment.item(context.playbook, item.id.as_str());
    matches!(item.body, Body::Decision(_)) && status.is_some_and(|status| status.standing == Standing::Partly)
}

/// Whether a stopwatch starts or stops by a question. It counts from what has happened: a time that lies ahead is a slip of the
/// date, and would count backwards. Other questions may ask for what is planned.
fn moves_a_clock(context: &Context<'_>, question: &ItemId) -> bool {
    let subject = Subject::Answer(question.clone());
    context.playbook.clocks.iter().any(|clock| {
        let stops = clock.until.as_ref().is_some_and(|until| until.root.subjects().contains(&subject));
        clock.from.as_ref() == Some(question) || stops
    })
}

pub(super) fn task(
    context: &Context<'_>,
    id: &str,
    target: Option<&str>,
    outcome: &TaskOutcome,
) -> Result<Fact, Refusal> {
    let item = context.item(id)?;
    let settles_a_split = matches!(outcome, TaskOutcome::RuledOut { .. }) && is_partly_decided(context, item);
    if matches!(item.body, Body::Question(_) | Body::Decision(_) | Body::Prohibition(_)) && !settles_a_split {
        return Err(wrong_kind(item, "task"));
    }
    let target = targets::named(context, item, target)?;
    match outcome {
        TaskOutcome::Done(value) => {
            if let Body::Call(_) | Body::Register(_) = item.body {
                return Err(wrong_kind(item, "task"));
            }
            if let Some((say, missing)) = context.knowledge().obstacle(item) {
                return Err(Refusal::new(say, what_stands_there(context, item, &missing)));
            }
            let target = targets::needed(context, item, target)?;
            let (task, value) = (item.id.clone(), super::words(value, "What was done")?);
            Ok(Fact::TaskDone { task, value, target, follow_up: FollowUp::default() })
        }
        TaskOutcome::RuledOut { reason, adviser } => {
            let adviser = optional(adviser.as_deref(), "The adviser")?;
            let reason = super::words(reason, "The reason")?;
            Ok(Fact::TaskRuledOut { item: item.id.clone(), reason, adviser, target })
        }
        TaskOutcome::Needed { reason, adviser } => {
            let adviser = optional(adviser.as_deref(), "The adviser")?;
            if item.verb == Verb::IfAdvised && adviser.is_none() {
                return Err(Refusal::new(
                    "The policy wants this only \"if so advised\", and nobody is named who advised it.",
                    "Name the adviser (--adviser NAME).",
                ));
            }
            let reason = super::words(reason, "The reason")?;
            let follow_up = FollowUp::default();
            Ok(Fact::NecessityFound { item: item.id.clone(), adviser, reason, target, follow_up })
        }
    }
}

/// What to do about an obstacle: what is missing or stands against it, by title and id, and where to put what was done anyway.
fn what_stands_there(context: &Context<'_>, item: &Item, missing: &[Subject]) -> String {
    let named = |subject: &Subject| {
        let title = words::subject(subject, context.playbook);
        format!("{} ({})", title.trim_end_matches(['.', '?']), subject.id())
    };
    let list = |subjects: &[Subject]| subjects.iter().map(named).collect::<Vec<_>>().join("; ");
    let anyway = "What was done all the same can be written as a note on it.";
    if !missing.is_empty() {
        return format!("First record: {}. {anyway}", list(missing));
    }
    let after = match &item.body {
        Body::Task(task) => task.after.as_ref().map(|(after, _)| context.knowledge().holds(Some(after))),
        _ => None,
    };
    let against = after.map(|verdict| verdict.because).unwrap_or_default();
    if against.is_empty() {
        return format!("Record it as not applicable with a reason. {anyway}");
    }
    format!(
        "This stands in its way: {}. Change it, or record this as not applicable with a reason. {anyway}",
        list(&against)
    )
}

/// What was typed for a decision.
pub(super) struct DecisionWords<'a> {
    pub option: &'a str,
    pub role: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub adviser: Option<&'a str>,
    pub person: Option<&'a str>,
    pub standing_in: Option<&'a str>,
}

pub(super) fn decision(context: &Context<'_>, id: &str, typed: &DecisionWords<'_>) -> Result<Fact, Refusal> {
    let item = context.item(id)?;
    let Body::Decision(body) = &item.body else { return Err(wrong_kind(item, "decision")) };
    let wanted = typed.option.trim();
    let found = body.options.iter().enumerate().find(|(at, option)| {
        wanted.eq_ignore_ascii_case(option.id.as_str())
            || wanted.eq_ignore_ascii_case(&option.label)
            || wanted == (at + 1).to_string()
    });
    let Some((_, option)) = found else {
        let ids: Vec<_> = body.options.iter().map(|option| option.id.as_str()).collect();
        return Err(Refusal::new(
            format!("\"{}\" is not an option of this decision.", crate::base::text::cut(wanted, 60)),
            format!("It takes one of: {}.", ids.join(", ")),
        ));
    };
    super::gaps::lies_between(context, &item.id, &option.id)?;
    let role = seat(context, &body.seats, typed.role)?;
    let reason = match optional(typed.reason, "The reason")? {
        Some(reason) => reason,
        None if body.reason_required => {
            return Err(Refusal::new(
                "This decision is recorded with its reason, whichever way it goes.",
                "Say why (--reason \"...\").",
            ));
        }
        None => String::new(),
    };
    let adviser = optional(typed.adviser, "The adviser")?;
    if body.adviser_required && adviser.is_none() {
        return Err(Refusal::new("Nobody is named who advised this.", "Name the adviser (--adviser NAME)."));
    }
    let (person, standing_in) = sat(typed.person, typed.standing_in)?;
    let (decision, option) = (item.id.clone(), option.id.clone());
    Ok(Fact::Decided { decision, option, role, reason, adviser, person, standing_in })
}

/// Who sat there, and in whose place. Whoever writes it down is never taken for them.
fn sat(person: Option<&str>, standing_in: Option<&str>) -> Result<(Option<String>, Option<String>), Refusal> {
    let person = optional(person, "The name of who decided")?;
    let standing_in = optional(standing_in, "The name of whom they stood in for")?;
    match (&person, &standing_in) {
        (None, Some(other)) => Err(Refusal::new(
            format!("Somebody stood in for {}, and it is not said who.", crate::base::text::cut(other, 60)),
            "Name who decided (--person NAME).",
        )),
        (Some(one), Some(other)) if one == other => {
            Err(Refusal::new(format!("{one} cannot stand in for themselves."), "Leave one of the two empty."))
        }
        _ => Ok((person, standing_in)),
    }
}

fn seat(context: &Context<'_>, seats: &[ItemId], typed: Option<&str>) -> Result<ItemId, Refusal> {
    let names = || {
        seats
            .iter()
            .map(|id| format!("{id} ({})", context.playbook.role_title(id.as_str())))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match (typed.map(str::trim).filter(|typed| !typed.is_empty()), seats) {
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(Refusal::new(
            "Several roles decide this together, and none is named.",
            format!("Say which one records now (--role): {}.", names()),
        )),
        (Some(typed), _) => {
            // Whoever mistypes a role here wants to know which roles decide, not every role that there is.
            let role = context.role(typed).map_err(|refusal| {
                Refusal::new(refusal.message, format!("{}It is decided by: {}.", near(&refusal.hint), names()))
            })?;
            if seats.contains(&role) {
                return Ok(role);
            }
            Err(Refusal::new(
                format!("The policy does not give this decision to {}.", context.playbook.role_title(role.as_str())),
                format!("It is decided by: {}.", names()),
            ))
        }
    }
}

/// Of the hint of a refusal, the name that was perhaps meant.
fn near(hint: &str) -> String {
    if hint.starts_with("Did you mean") { format!("{hint} ") } else { String::new() }
}

pub(super) fn prohibition(context: &Context<'_>, id: &str, broken: Option<&str>) -> Result<Fact, Refusal> {
    let item = context.item(id)?;
    if !matches!(item.body, Body::Prohibition(_)) {
        return Err(wrong_kind(item, "prohibition"));
    }
    Ok(match broken {
        None => Fact::ProhibitionSeen { item: item.id.clone() },
        Some(what) => Fact::ProhibitionBroken { item: item.id.clone(), what: super::words(what, "What happened")? },
    })
}

pub(super) fn note(context: &Context<'_>, about: Option<&str>, text: &str) -> Result<Fact, Refusal> {
    let known = |id: &str| {
        context.playbook.item(id).is_some()
            || context.playbook.rule(id).is_some()
            || context.playbook.silence(id).is_some()
    };
    let about = match about.map(str::trim).filter(|id| !id.is_empty()) {
        None => None,
        Some(id) if known(id) => ItemId::new(id),
        Some(id) => {
            return Err(context.item(id).err().unwrap_or_else(|| Refusal::new("Unknown item.", "Leave it out.")));
        }
    };
    Ok(Fact::Noted { about, text: super::words(text, "The note")? })
}

pub(super) fn defer(context: &Context<'_>, id: &str, until: &str, reason: Option<&str>) -> Result<Fact, Refusal> {
    let item = context.item(id)?;
    if item.verb == Verb::Local {
        return Err(Refusal::new(
            "The policy does not ask this, so it is never due and cannot be put off.",
            "Answer it at any time, or leave it.",
        ));
    }
    let reason = optional(reason, "The reason")?;
    let until = until.trim();
    let later =
        |event: Option<ItemId>, until: Option<Stamp>| Fact::Deferred { item: item.id.clone(), until, event, reason };
    if let Some(event) = context.playbook.item(until) {
        if event.id == item.id {
            return Err(Refusal::new(
                "An item cannot wait for itself.",
                "Name another item, or a time such as \"in 30m\".",
            ));
        }
        return Ok(later(Some(event.id.clone()), None));
    }
    // What is to come is meant: nobody puts something off into the past.
    let now = context.now();
    match Stamp::read_ahead(until, now).map(|read| read.value) {
        Ok(at) if at > now.at => Ok(later(None, Some(at))),
        Ok(at) => Err(Refusal::new(
            format!("{} is already past.", at.short_in(now)),
            "Put it off until a later time, such as \"in 30m\" or \"04:00\".",
        )),
        Err(Unread::NotATime(typed)) => Err(Refusal::new(
            format!("\"{typed}\" is neither a time nor an item."),
            "Write \"in 30m\", \"04:00\", \"tomorrow 09:00\", or the id of the item to wait for.",
        )),
        Err(why) => Err(why.into()),
    }
}

pub(super) fn silence(context: &Context<'_>, id: &str, value: &str, role: Option<&str>) -> Result<Fact, Refusal> {
    let id = id.trim();
    let silence = context.playbook.silence(id).ok_or_else(|| {
        Refusal::unknown("silence", id, context.playbook.silences.iter().map(|silence| silence.id.as_str()))
    })?;
    let role = role.map(|role| context.role(role)).transpose()?;
    Ok(Fact::SilenceDecided { silence: silence.id.clone(), value: super::words(value, "The decision")?, role })
}

/// What the item is, and how it is recorded instead.
pub(super) fn wrong_kind(item: &Item, wanted: &str) -> Refusal {
    let (kind, how) = match &item.body {
        Body::Question(_) => ("question", "answer ID VALUE"),
        Body::Task(_) => ("task", "task ID done VALUE"),
        Body::Decision(_) => ("decision", "decision ID OPTION --reason ..."),
        Body::Call(_) => ("call", "call ID OUTCOME"),
        Body::Document(_) => ("document", "task ID done VALUE"),
        Body::Prohibition(_) => ("prohibition", "prohibition ID"),
        Body::Register(body) if body.kind == RegisterKind::List => ("register", "row ID \"name; column=value\""),
        Body::Register(_) => ("register", "count ID AMOUNT"),
    };
    Refusal::new(
        format!("{} is a {kind}, not a {wanted}.", item.id),
        format!("Record it with `record CASE {}`.", how.replace("ID", item.id.as_str())),
    )
}
