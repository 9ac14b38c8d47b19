//! Tasks, decisions, silences, prohibitions, notes and deferrals.

use super::{Echo, Field, Form, Kind, Pick, target};
use crate::guide::deciders::decider;
use crate::guide::{Command, Standing, TaskOutcome};
use crate::playbook::item::{Decision, Prohibition};
use crate::playbook::reference::Silence;
use crate::playbook::{Body, Item, Verb};
use crate::tui::ctx::Case;
use crate::tui::theme::Role;

pub(super) const DONE: &str = "done";
pub(super) const NEEDED: &str = "needed";
const RULED_OUT: &str = "ruled_out";
const PERSON: &str = "person";
pub(super) const STANDING_IN: &str = "standing_in";

pub(super) fn option(id: &str, label: &str) -> (String, String, Option<String>) {
    (id.to_owned(), label.to_owned(), None)
}

/// How a decision was settled whose seats did not make it: they do not agree, or not all of them can be reached.
pub fn settle(item: &Item) -> Form {
    let outcome = vec![option(RULED_OUT, "Settled in another way than by the seats")];
    let fields = vec![
        Field::pick("outcome", "What became of it", Pick::one(outcome).on(RULED_OUT)),
        Field::area("words", "How was it settled, by whom, and when?", "")
            .hint("Enter is a new line, Ctrl-S records.")
            .required(),
    ];
    let mut form = Form::new(Kind::Task(item.id.to_string()), &item.title, fields)
        .about(Role::Dim, "What the seats recorded stays. A seat that records later counts again.")
        .with_said("Said by");
    form.focus = 1;
    form
}

/// What became of a task or a document; for a call only whether it is needed. `rule_out` begins with "not needed".
pub fn task(case: &Case<'_>, item: &Item, rule_out: bool) -> Form {
    let standing = case.assessment.item(case.playbook, item.id.as_str()).map(|status| status.standing);
    // A call is logged and a register is added to: neither is simply done.
    let is_done_elsewhere = matches!(item.body, Body::Call(_) | Body::Register(_));
    let mut outcomes = Vec::new();
    if !is_done_elsewhere {
        let continuous = matches!(&item.body, Body::Task(task) if task.continuous);
        outcomes.push(option(DONE, if continuous { "An update: it goes on until the case is closed" } else { "Done" }));
    }
    let review = super::review::is_point(case, item);
    if review {
        outcomes = super::review::outcomes();
    } else if item.verb.asks_necessity() || !item.verb.is_duty() {
        outcomes.push(option(NEEDED, "It is needed, and not done yet"));
    }
    outcomes.push(option(RULED_OUT, "Not needed, or does not apply"));
    let first = match (rule_out, standing) {
        (true, _) => RULED_OUT,
        (_, Some(Standing::Choice)) => "",
        _ => DONE,
    };
    let prompt = match &item.body {
        Body::Task(task) if review => format!("{} Or what is missing.", task.record),
        Body::Task(task) if !task.record.is_empty() => {
            format!("{} Or why it is or is not needed.", task.record)
        }
        Body::Document(_) => "Where it went, to whom, and when. Or why it is not needed.".to_owned(),
        _ => "Why?".to_owned(),
    };
    let mut fields = vec![
        Field::pick("outcome", "What became of it", Pick::one(outcomes).on(first)),
        Field::area("words", &prompt, "").hint("Enter is a new line, Ctrl-S records.").required(),
    ];
    if review {
        fields.extend(super::review::fields(item));
    }
    if item.verb == Verb::IfAdvised {
        fields
            .push(Field::line("adviser", "Who advised it", "").hint("Needed where the policy says \"if so advised\"."));
    }
    let mut form = Form::new(Kind::Task(item.id.to_string()), &item.title, fields)
        .about(Role::Dim, item.detail.as_deref().unwrap_or_default())
        .with_said("Done by");
    // Where the outcome is clear already, the words are what is missing.
    form.focus = usize::from(!first.is_empty());
    if let Some(field) = target::field(case, item, true) {
        form.fields.insert(0, field);
        form.focus += 1;
    }
    form
}

pub(super) fn task_command(form: &Form, id: &str) -> Command {
    let words = form.text("words");
    let outcome = match form.text("outcome").as_str() {
        NEEDED => TaskOutcome::Needed { reason: words, adviser: form.some("adviser") },
        RULED_OUT => TaskOutcome::RuledOut { reason: words, adviser: form.some("adviser") },
        _ => TaskOutcome::Done(words),
    };
    super::review::command(form, id, target::chosen(form), outcome)
}

/// A decision: options, who decides, what the criteria suggest, and why.
pub fn decide(case: &Case<'_>, item: &Item, body: &Decision) -> Form {
    let knowledge = case.knowledge();
    let options = body.options.iter().map(|o| (o.id.to_string(), o.label.clone(), o.help.clone())).collect();
    let mut fields = vec![Field::pick("option", "Decision", Pick::one(options))];
    if body.seats.len() > 1 {
        let seats = body.seats.iter().map(|id| option(id.as_str(), case.playbook.role_title(id.as_str())));
        fields.push(Field::pick("seat", "Who decides now", Pick::one(seats.collect())));
    }
    let why = if body.reason_required { "Why (needed, whichever way it goes)" } else { "Why" };
    let mut reason = Field::area("reason", why, "").hint("Enter is a new line, Ctrl-S records.");
    reason.required = body.reason_required;
    fields.push(reason);
    if body.adviser_required {
        fields.push(Field::line("adviser", "Who advised it", ""));
    }
    fields.push(person(case, body));
    fields.push(Field::line(STANDING_IN, "Standing in for", "").hint("Only if that person stood in for somebody."));
    let mut form = Form::new(Kind::Decide(item.id.to_string()), &item.title, fields);
    if let [only] = body.seats.as_slice() {
        form = form.about(
            Role::Text,
            &format!("The policy gives this decision to: {}", case.playbook.role_title(only.as_str())),
        );
    }
    for suggestion in &body.suggestions {
        if knowledge.suggests(suggestion) {
            form = form.about(Role::Fired, &format!("Suggested: {}", suggestion.say));
        }
    }
    form = form.with_said("Decided by");
    // Who decided has a field of its own.
    form.fields.retain(|field| field.name != "actor");
    form
}

/// Who sat there: offered where one seat decides and somebody is known for it; never whoever sits at the keyboard.
fn person(case: &Case<'_>, body: &Decision) -> Field {
    let known = |role: &crate::base::ItemId| decider(case.playbook, case.state, case.assessment, role.as_str());
    let grounds: Vec<_> = body
        .seats
        .iter()
        .filter_map(|role| {
            let known = known(role)?;
            Some(format!("{}: {} ({})", case.playbook.role_title(role.as_str()), known.name, known.ground))
        })
        .collect();
    let offered = match body.seats.as_slice() {
        [only] => known(only).map(|known| known.name).unwrap_or_default(),
        _ => String::new(),
    };
    let hint = if grounds.is_empty() {
        "Empty is not stated.".to_owned()
    } else {
        format!("Empty is not stated. {}.", grounds.join("; "))
    };
    Field::line(PERSON, "Who decided (name)", &offered).hint(hint).stop()
}

pub(super) fn decide_command(form: &Form, id: &str) -> Command {
    Command::Decide {
        id: id.to_owned(),
        option: form.text("option"),
        role: form.some("seat"),
        reason: form.some("reason"),
        adviser: form.some("adviser"),
        person: form.some(PERSON),
        standing_in: form.some(STANDING_IN),
    }
}

/// What people decide where the policy is silent.
pub fn silence(case: &Case<'_>, silence: &Silence) -> Form {
    let mut fields = vec![
        Field::area("value", "What was decided, outside the policy", "").hint("Enter is a new line, Ctrl-S records."),
    ];
    let roles: Vec<_> =
        silence.decide_by.iter().map(|id| option(id.as_str(), case.playbook.role_title(id.as_str()))).collect();
    if !roles.is_empty() {
        let first = roles[0].0.clone();
        fields.push(Field::pick("role", "Who decided", Pick::one(roles).on(&first)));
    }
    let mut form =
        Form::new(Kind::Silence(silence.id.to_string()), &silence.topic, fields).about(Role::Text, &silence.say);
    if let Some(suggestion) = &silence.suggestion {
        form = form.about(Role::Dim, &format!("A suggestion, not the policy's: {suggestion}"));
    }
    let at = case.playbook.silences.iter().position(|known| known.id == silence.id);
    if let Some(fill) = at.and_then(|at| case.assessment.silences[at].fill_in.as_ref()) {
        form = form.about(Role::Text, &fill.shown());
    }
    form.with_said("Said by")
}

pub(super) fn silence_command(form: &Form, id: &str) -> Command {
    Command::DecideSilence { id: id.to_owned(), value: form.text("value"), role: form.some("role") }
}

/// A prohibition: read, or not kept.
pub fn prohibition(item: &Item, body: &Prohibition) -> Form {
    let options = vec![option("seen", "Read and kept"), option("broken", "It was not kept")];
    let fields = vec![
        Field::pick("seen", "What to record", Pick::one(options).on("seen")),
        Field::area("words", "What happened, if it was not kept", "").hint("Enter is a new line, Ctrl-S records."),
    ];
    Form::new(Kind::Prohibition(item.id.to_string()), &item.title, fields)
        .about(Role::Dim, item.detail.as_deref().unwrap_or_default())
        .about(Role::Text, &format!("Lifted by: {}", body.lifted_by))
        .with_said("Seen by")
}

pub(super) fn prohibition_command(form: &Form, id: &str) -> Command {
    let broken = (form.text("seen") == "broken").then(|| form.text("words"));
    Command::Prohibition { id: id.to_owned(), broken }
}

/// A note, about an item or about the case.
pub fn note(about: Option<(&str, &str)>) -> Form {
    let kind = Kind::Note(about.map(|(id, _)| id.to_owned()));
    let fields = vec![Field::area("text", "Note", "").hint("Enter is a new line, Ctrl-S records.")];
    let title = about.map_or_else(|| "Note on the case".to_owned(), |(_, title)| format!("Note: {title}"));
    let mut form = Form::new(kind, &title, fields).with_said("Said by");
    form.fields.retain(|field| field.name != "note");
    form
}

pub(super) fn note_command(form: &Form, about: Option<&str>) -> Command {
    Command::Note { about: about.map(str::to_owned), text: form.text("text") }
}

/// Putting an item off.
pub fn defer(item: &Item) -> Form {
    let fields = vec![
        Field::line("until", "Until", "in 30m")
            .hint("in 30m, 04:00, tomorrow 09:00, or the id of the item to wait for")
            .echo(Echo::Until),
        Field::line("reason", "Why", ""),
    ];
    Form::new(Kind::Defer(item.id.to_string()), &format!("Put off: {}", item.title), fields)
        .about(Role::Dim, "It stays on the list of open things and comes back by itself.")
}

pub(super) fn defer_command(form: &Form, id: &str) -> Command {
    Command::Defer { id: id.to_owned(), until: form.text("until"), reason: form.some("reason") }
}
