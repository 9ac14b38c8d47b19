//! One item as lines: what it is, why, which clause, what it takes, and what is recorded already.

use super::overview;
use crate::base::ids::cited;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::deciders::decider;
use crate::guide::passed_on::awaited;
use crate::guide::{Knowledge, Standing};
use crate::playbook::{Body, Item, Playbook, item::Decision};

/// Everything to know about a target before one answers.
pub fn target(of: &View<'_>, target: Target, because: &[String]) -> Vec<String> {
    match target {
        Target::Item(at) => item(of, at, because),
        Target::Silence(at) => silence(of, at),
    }
}

fn item(of: &View<'_>, at: usize, because: &[String]) -> Vec<String> {
    let (item, status) = (&of.playbook.items[at], &of.picture.items[at]);
    let mut lines = vec![
        format!("Step: {}", of.playbook.phases[item.phase].title),
        format!("{}: {} ({})", heading(item), item.title, item.id),
    ];
    lines.extend(item.detail.clone());
    lines.extend(item.verb.caution().map(ToOwned::to_owned));
    let why = if because.is_empty() { item.why.iter().cloned().collect() } else { because.to_vec() };
    lines.extend(why.into_iter().map(|why| format!("Why: {why}")));
    lines.extend(clauses(of.playbook, item));
    lines.extend(state(of, at));
    match &item.body {
        Body::Decision(decision) => lines.extend(suggestions(of, decision)),
        Body::Call(call) => {
            let told_by = call.told_by.as_ref().map(|role| of.playbook.role_title(role.as_str()));
            lines.extend(told_by.map(|role| format!("Made by: {role}")));
            lines.extend(awaited(of.state, status, None).map(|awaited| {
                let agreed = awaited.said.map_or_else(String::new, |said| format!(" Agreed: {said}."));
                format!(
                    "Passed on to {} at {}; nothing was reported back yet.{agreed}",
                    awaited.to,
                    awaited.at.short_in(of.now)
                )
            }));
            lines.extend(call.confirm.as_ref().map(|doubt| format!("To settle first: {doubt}")));
            let order = std::iter::once(&call.role).chain(&call.alternates);
            let order: Vec<_> = order.map(|role| of.playbook.role_title(role.as_str())).collect();
            lines.push(format!("Call in this order: {}", order.join(", then ")));
            if let Some(now) = &status.proposal {
                let who: Vec<&str> = [now.person.as_deref(), now.channel.as_deref()].into_iter().flatten().collect();
                if !who.is_empty() {
                    lines.push(format!("Call now: {} ({})", who.join(", "), now.origin.label()));
                }
                lines.extend(Some(now.why.clone()).filter(|why| !why.is_empty()));
            }
            for role in std::iter::once(&call.role).chain(&call.alternates) {
                let Some(reach) = of.picture.reach(of.playbook, role.as_str()) else { continue };
                lines.extend(reach.away.iter().map(|away| format!("{}.", away.says)));
                lines.extend(reach.by_place.iter().map(|(places, one)| {
                    let ways = one.channels.first().map_or("no number", String::as_str);
                    format!("For {}: {}, {ways}", places.join(", "), one.person.as_deref().unwrap_or_default())
                }));
            }
        }
        Body::Document(document) => {
            for (place, content) in document.contents.iter().enumerate() {
                let state = if status.lacks.contains(&place) { "missing" } else { "there" };
                lines.push(format!("Must contain: {} (from {}): {state}", content.title, content.from));
            }
        }
        Body::Question(question) => {
            lines.extend(question.prompts.iter().map(|prompt| format!("Think of: {prompt}")));
        }
        Body::Register(register) => lines.extend(super::registers::page(of, item, register)),
        Body::Task(_) | Body::Prohibition(_) => {}
    }
    lines.extend(super::registers::rows_of_a_list(status));
    let silent = of.playbook.silences.iter().filter(|silence| silence.used_by.contains(&item.id));
    lines.extend(silent.map(|silence| silence.say.clone()));
    lines.extend(help(of, item));
    lines
}

/// The words that an item uses, what the policy says to its situation, and where to read on.
fn help(of: &View<'_>, item: &Item) -> Vec<String> {
    let mine = |used_by: &[crate::base::ItemId]| used_by.contains(&item.id);
    let knowledge = Knowledge::read_at(of.playbook, of.state, of.now);
    let words = of.playbook.definitions.iter().filter(|found| mine(&found.used_by));
    let mut lines: Vec<_> = words.map(|found| format!("{}: {}", found.term, found.text)).collect();
    for faq in of.playbook.faqs.iter().filter(|faq| mine(&faq.used_by)) {
        if knowledge.holds(faq.when.as_ref()).value == Some(true) {
            lines.push(format!("{} {}", faq.ask, faq.text));
        }
    }
    let read_on = of.playbook.references.iter().filter(|found| mine(&found.used_by));
    lines.extend(read_on.map(|found| format!("See: {}. {}", found.title, found.text)));
    lines
}

fn heading(item: &Item) -> &'static str {
    match item.body {
        Body::Question(_) => "Question",
        Body::Task(_) => "Task",
        Body::Prohibition(_) => "Not allowed",
        Body::Decision(_) => "Decision",
        Body::Call(_) => "Call",
        Body::Document(_) => "Document",
        Body::Register(_) => "Register",
    }
}

/// The clauses behind an item, each with its place in the original and its words.
fn clauses(playbook: &Playbook, item: &Item) -> Vec<String> {
    let found = item.cite.iter().map(|id| match playbook.clause(id.as_str()) {
        Some(clause) => format!("Clause {} ({}): {}", clause.id, clause.at, clause.text),
        None => format!("Clause {id}"),
    });
    found.collect()
}

fn state(of: &View<'_>, at: usize) -> Vec<String> {
    let status = &of.picture.items[at];
    let mut lines = Vec::new();
    if status.standing == Standing::Conflict {
        for entry in &status.conflict {
            let recorded = of.state.at(*entry);
            let words = crate::guide::telling::describe(Some(of.playbook), recorded, of.now);
            lines.push(format!("Recorded: {}, {}", words.value, crate::guide::telling::who(recorded)));
        }
        lines.push("Your answer settles both.".into());
        return lines;
    }
    if let (Some(value), Some(entry)) = (&status.value, status.entry) {
        let at = of.state.at(entry).happened().short_in(of.now);
        lines.push(format!(
            "Now: {}: {value} ({at}). A new answer replaces it; the old one stays in the log.",
            status.standing.label()
        ));
    }
    if status.standing == Standing::Pending {
        let missing = overview::missing(of, &status.applies.missing);
        lines.push(format!("Whether it applies waits for: {}", missing.join(", ")));
    }
    if status.standing == Standing::NotApplicable {
        lines.push("It does not apply now.".into());
    }
    lines
}

fn suggestions(of: &View<'_>, decision: &Decision) -> Vec<String> {
    let knowledge = Knowledge::read_at(of.playbook, of.state, of.now);
    let mut lines: Vec<_> = decision
        .suggestions
        .iter()
        .filter(|suggestion| knowledge.suggests(suggestion))
        .map(|suggestion| {
            let label = decision.options.iter().find(|option| option.id == suggestion.option);
            let label = label.map_or(suggestion.option.as_str(), |option| option.label.as_str());
            let clauses = cited(&suggestion.cite);
            format!("Points to \"{label}\": {} ({})", suggestion.say, clauses)
        })
        .collect();
    if !decision.suggestions.is_empty() {
        lines.push("People decide; the answers only help.".into());
    }
    let seats: Vec<_> = decision.seats.iter().map(|role| of.playbook.role_title(role.as_str())).collect();
    lines.push(format!("Decided by: {}", seats.join(", ")));
    for role in &decision.seats {
        if let Some(known) = decider(of.playbook, of.state, of.picture, role.as_str()) {
            lines.push(format!(
                "{} may be {} ({}). :person NAME says who decided; without it that is not stated.",
                of.playbook.role_title(role.as_str()),
                known.name,
                known.ground
            ));
        }
    }
    if decision.seats.len() > 1 && decision.quorum.is_none() {
        lines.push("The policy states no quorum: each of them records.".into());
    }
    lines
}

fn silence(of: &View<'_>, at: usize) -> Vec<String> {
    let silence = &of.playbook.silences[at];
    let mut lines = vec![format!("The policy is silent: {} ({})", silence.topic, silence.id), silence.say.clone()];
    let roles: Vec<_> = silence.decide_by.iter().map(|role| of.playbook.role_title(role.as_str())).collect();
    if !roles.is_empty() {
        lines.push(format!("Should decide: {}", roles.join(", ")));
    }
    lines.extend(
        silence.suggestion.as_ref().map(|suggestion| format!("A suggestion, not from the policy: {suggestion}")),
    );
    lines.extend(of.picture.silences[at].fill_in.as_ref().map(crate::contacts::model::FillIn::shown));
    lines.push("What people decide is recorded as decided outside the policy.".into());
    lines
}
