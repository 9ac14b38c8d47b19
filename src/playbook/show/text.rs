//! `playbook show`: phases with their items, verbs and clauses, wrapped to a width.

use crate::base::ClauseId;
use crate::base::text::{counted, inert_line, wrap};
use crate::playbook::again::{Again, Named};
use crate::playbook::item::{Body, Item};
use crate::playbook::model::{Hold, Playbook};
use crate::playbook::rule::Rule;
use std::fmt::Write as _;

/// The playbook as plain text of at most `width` columns, as far as single words allow.
pub fn to_text(playbook: &Playbook, width: usize) -> String {
    let mut out = String::new();
    let source = &playbook.source;
    line(&mut out, width, "", &playbook.title);
    let version = source.version.as_ref().map(|v| format!(", version {v}")).unwrap_or_default();
    let dated = source.dated.map(|day| format!(", dated {day}")).unwrap_or_default();
    line(&mut out, width, "", &format!("{}: {}{version}{dated}", source.organisation, source.title));
    let counts = [
        counted(playbook.clauses.len(), "clause", "clauses"),
        counted(playbook.items.len(), "item", "items"),
        counted(playbook.rules.len(), "rule", "rules"),
        counted(playbook.silences.len(), "silence", "silences"),
    ];
    line(&mut out, width, "", &counts.join(", "));
    if let Some(counts) = &playbook.counts {
        let list = counts.list.as_ref().map(|list| format!("; one by one: {}", list.register));
        let says = format!(
            "Counted: persons affected ({}), and those in {} ({}){}",
            counts.persons,
            counts.home,
            counts.residents,
            list.unwrap_or_default()
        );
        line(&mut out, width, "", &says);
    }
    if let Some(aware) = &playbook.facts.aware {
        line(&mut out, width, "", &format!("Aware since: {aware}; a clock without a start of its own starts there"));
    }
    for (at, phase) in playbook.phases.iter().enumerate() {
        heading(&mut out, width, &phase.title);
        if let Some(when) = &phase.when {
            line(&mut out, width, "  ", &format!("open only if {}", when.text));
        }
        for hold in &phase.holds {
            line(&mut out, width, "  ", &held(hold));
        }
        for item in playbook.items.iter().filter(|item| item.phase == at) {
            show(&mut out, width, item, playbook);
        }
    }
    if !playbook.rules.is_empty() {
        heading(&mut out, width, "Rules");
    }
    for rule in &playbook.rules {
        let verb = rule.verb.word();
        line(&mut out, width, "  ", &format!("{verb}: {} ({}){}", rule.title, rule.id, cited(&rule.cite)));
        line(&mut out, width, "    ", &effect(rule));
        for (word, arms) in [("any", &rule.any), ("all", &rule.all), ("unless", &rule.unless)] {
            for arm in arms {
                line(&mut out, width, "    ", &format!("{word}: {}{}", arm.title, cited(&arm.cite)));
            }
        }
    }
    if !playbook.scales.is_empty() {
        heading(&mut out, width, "Scales");
    }
    for scale in &playbook.scales {
        line(&mut out, width, "  ", &format!("{} ({}){}", scale.title, scale.id, cited(&scale.cite)));
        for level in &scale.levels {
            line(&mut out, width, "    ", &format!("{}{}", level.title, cited(&level.cite)));
            for (word, arms) in [("any", &level.any), ("all", &level.all), ("unless", &level.unless)] {
                for arm in arms {
                    line(&mut out, width, "      ", &format!("{word}: {}{}", arm.title, cited(&arm.cite)));
                }
            }
        }
        for gap in &scale.gaps {
            line(&mut out, width, "    ", &format!("gap: {}{}", gap.say, cited(&gap.cite)));
        }
        if scale.levels.is_empty() {
            line(&mut out, width, "    ", "The policy gives no scale; people judge.");
        }
    }
    people_and_clocks(&mut out, width, playbook);
    if !playbook.silences.is_empty() {
        heading(&mut out, width, "What the policy does not say");
    }
    for silence in &playbook.silences {
        line(&mut out, width, "  ", &format!("{} ({}){}", silence.say, silence.id, cited(&silence.cite)));
    }
    if !playbook.readiness.is_empty() {
        heading(&mut out, width, "What must be in order before an incident");
    }
    for point in &playbook.readiness {
        let due = point.due.map(|day| format!(", due by {day}")).unwrap_or_default();
        line(&mut out, width, "  ", &format!("{}{due}{}", point.title, cited(&point.cite)));
    }
    out
}

/// What follows from a rule.
fn effect(rule: &Rule) -> String {
    let kept: Vec<&str> = rule.keeps.iter().map(crate::base::ItemId::as_str).collect();
    let kept = if kept.is_empty() { String::new() } else { format!("; keeps: {}", kept.join(", ")) };
    format!("effect: {}{kept}", rule.effect.label())
}

/// Who is named in the playbook, and its clocks, with the identifiers that commands take.
fn people_and_clocks(out: &mut String, width: usize, playbook: &Playbook) {
    if !playbook.roles.is_empty() {
        heading(out, width, "Roles");
    }
    for role in &playbook.roles {
        line(out, width, "  ", &format!("{} ({})", role.title, role.id));
    }
    if !playbook.clocks.is_empty() {
        heading(out, width, "Clocks");
    }
    for clock in &playbook.clocks {
        let text = format!("{}, \"{}\" ({}){}", clock.title, clock.word, clock.id, cited(&clock.cite));
        line(out, width, "  ", &text);
    }
}

fn show(out: &mut String, width: usize, item: &Item, playbook: &Playbook) {
    let kind = item.body.kind();
    let verb = item.verb.word();
    line(out, width, "  ", &format!("{kind}, {verb}: {} ({}){}", item.title, item.id, cited(&item.cite)));
    let mut more = |words: String| line(out, width, "    ", &words);
    let role = |id: &crate::base::ItemId| playbook.role_title(id.as_str()).to_owned();
    let roles = |ids: &[crate::base::ItemId]| ids.iter().map(role).collect::<Vec<_>>().join(", ");
    match &item.body {
        Body::Question(question) => {
            let labels: Vec<&str> = question.options.iter().map(|option| option.label.as_str()).collect();
            let options = if labels.is_empty() { String::new() } else { format!(": {}", labels.join("; ")) };
            more(format!("answer {}{options}", question.answer.word()));
            item.verb.caution().map(ToOwned::to_owned).into_iter().for_each(&mut more);
        }
        Body::Task(task) => {
            more(format!("record: {}", task.record));
            if let Some(every) = task.every {
                more(format!("due again: {}", every.words()));
            }
        }
        Body::Prohibition(prohibition) => more(format!("lifted by: {}", prohibition.lifted_by)),
        Body::Decision(decision) => {
            let labels: Vec<&str> = decision.options.iter().map(|option| option.label.as_str()).collect();
            more(format!("options: {}", labels.join("; ")));
            more(format!("decided by: {}", roles(&decision.seats)));
        }
        Body::Call(call) => {
            more(format!("call: {}", role(&call.role)));
            if !call.alternates.is_empty() {
                more(format!("then: {}", roles(&call.alternates)));
            }
            if let Some(confirm) = &call.confirm {
                more(format!("to be confirmed: {confirm}"));
            }
        }
        Body::Document(document) => {
            more(format!("to: {}", roles(&document.to)));
            for content in &document.contents {
                more(format!("contains: {}{}", content.title, cited(&content.cite)));
            }
        }
        Body::Register(register) => {
            more(format!("{}: {}", register.kind.word(), register.prompt));
            for method in &register.methods {
                more(format!("open to some: {}{}", method.label, cited(&method.cite)));
            }
        }
    }
    if let Some(source) = item.body.for_each() {
        more(format!("for each row of {source}"));
    }
    item.again.iter().for_each(|line| more(again(line)));
    if let Some(when) = &item.when {
        more(format!("only if {}", when.text));
    }
    for hold in &item.holds {
        more(held(hold));
    }
}

fn held(hold: &Hold) -> String {
    format!("waits while {}: {}{}", hold.condition.text, hold.say, cited(&hold.cite))
}

/// `asked again once one of these differs: nature`; `look again after 30 min (policy), if task.assess`.
fn again(line: &Again) -> String {
    let what = if line.hard { "asked again" } else { "look again" };
    let names: Vec<_> = line.on.iter().map(Named::written).collect();
    let cause = match (&line.within, &line.condition) {
        (Some(within), _) => {
            let basis = line.basis.map_or_else(String::new, |basis| format!(" ({})", basis.word()));
            format!("after {within}{basis}")
        }
        (None, Some(condition)) if names.is_empty() => {
            return format!("{what} once it is recorded that {}", condition.text);
        }
        _ => format!("once one of these differs: {}", names.join(", ")),
    };
    let limit = line.condition.as_ref().map_or_else(String::new, |condition| format!(", if {}", condition.text));
    format!("{what} {cause}{limit}")
}

fn cited(cite: &[ClauseId]) -> String {
    if cite.is_empty() {
        return String::new();
    }
    format!(" [{}]", crate::base::ids::cited(cite))
}

fn heading(out: &mut String, width: usize, title: &str) {
    out.push('\n');
    line(out, width, "", title);
}

/// A line, broken where it is too long; what follows is indented further.
fn line(out: &mut String, width: usize, indent: &str, text: &str) {
    let text = inert_line(text);
    for (at, part) in wrap(&text, width.saturating_sub(indent.len() + 2)).iter().enumerate() {
        let hanging = if at == 0 { "" } else { "  " };
        let _ = writeln!(out, "{indent}{hanging}{part}");
    }
}
