//! Who decided: when, why, and at which entry a reader can look at what was known.

use super::made_from::Of;
use crate::case::Fact;
use crate::drill::figures::Decision;
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, drill_figures};
use crate::report::cells::{entry, one, when};
use crate::report::missing::{none, not_yet_known};

pub fn decided(of: &Of<'_>, page: &mut Document) {
    let Some(account) = of.account() else {
        page.text(not_yet_known("who decided, counted; the decisions themselves stand in the record"));
        return;
    };
    let decided = &account.figures.decided;
    page.labelled("By role", list(&drill_figures::by_role(decided, of.view.playbook), "The policy seats no role."));
    let people: Vec<String> = decided.by_person.iter().map(|(person, count)| format!("{person} {count}")).collect();
    page.labelled("By person", list(&people, "Nobody decided."));
    page.labelled("Without a reason", decided.without_reason().to_string());
    page.labelled("By somebody recorded absent", decided.by_absent().to_string());
    if decided.decisions.is_empty() {
        page.text("No decision is in force.");
        return;
    }
    let rows: Vec<_> = decided.decisions.iter().map(|one| row(of, one)).collect();
    let columns = vec![
        Column::new("Decision", ColumnKind::Text, 4),
        Column::new("Who", ColumnKind::Text, 3),
        Column::new("When", ColumnKind::Text, 3),
        Column::new("Decided, and why", ColumnKind::Text, 6),
        Column::new("Ref", ColumnKind::Text, 1),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Decisions in force".into(), columns, rows, end, ruled: 0 }));
    page.text(Line::quiet("What was known when it was decided: look back at the entry that Ref names."));
}

fn list(all: &[String], none: &str) -> String {
    if all.is_empty() { none.to_owned() } else { all.join(" · ") }
}

fn row(of: &Of<'_>, decision: &Decision) -> TableRow {
    let view = of.view;
    let recorded = view.state.at(decision.at);
    let title = view.playbook.title(decision.of.as_str()).unwrap_or(decision.of.as_str());
    let mut who = one(decision.person.as_str());
    who.extend(
        decision.role.as_ref().map(|role| Line::quiet(format!("as {}", view.playbook.role_title(role.as_str())))),
    );
    who.extend(decision.written_by.as_ref().map(|by| Line::quiet(format!("written down by {by}"))));
    if decision.by_absent {
        who.push(Line::strong("recorded absent"));
    }
    let mut at = when(view, recorded);
    at.extend(decision.took.as_ref().map(drill_figures::took));
    let says = match &recorded.fact {
        Fact::Decided { option, reason, .. } => {
            let label = option_label(of, decision, option.as_str());
            let why = if reason.trim().is_empty() { Line::quiet("no reason given") } else { reason.as_str().into() };
            vec![Line::strong(label), why]
        }
        Fact::SilenceDecided { value, .. } => vec![Line::from(value.as_str()), Line::quiet("the policy does not say")],
        _ => vec![none()],
    };
    TableRow { cells: vec![one(title), who, at, says, entry(view, decision.at)], says: Vec::new() }
}

fn option_label(of: &Of<'_>, decision: &Decision, option: &str) -> String {
    let item = of.view.playbook.item(decision.of.as_str()).map(|item| &item.body);
    let label = match item {
        Some(crate::playbook::Body::Decision(body)) => body.options.iter().find(|one| one.id.as_str() == option),
        _ => None,
    };
    label.map_or_else(|| option.to_owned(), |one| one.label.clone())
}
