//! Objectives with their ratings, what was expected against what came, and the contingencies.

use super::made_from::Of;
use super::overview::both_of;
use crate::drill::expect::Expected;
use crate::drill::{Account, script};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone, drill_expected, drill_figures};
use crate::report::cells::{clauses, one};
use crate::report::missing::{none, not_yet_known};

pub fn objectives(of: &Of<'_>, page: &mut Document) {
    let Some(account) = of.account() else {
        page.text(not_yet_known("the objectives and how each was met; the director of the exercise knows"));
        return;
    };
    let control = account.played.control;
    for rated in &account.figures.objectives {
        let objective = &account.played.script.objectives[rated.objective];
        let mut blocks = vec![Block::Heading(3, objective.text.as_str().into())];
        let rating = match &rated.rating {
            Some(rating) => {
                let because = rating.because.as_deref().map_or_else(String::new, |why| format!(": {why}"));
                Line::strong(format!("{} {}", rating.verdict.word(), rating.verdict.label())).and(Tone::Text, because)
            }
            None if rated.observations.is_empty() => "not rated: nothing was observed of it".into(),
            None => "not rated".into(),
        };
        blocks.push(Block::Labelled("Rating".into(), rating));
        blocks.push(Block::Labelled("Expected".into(), drill_figures::totals(rated.totals).into()));
        blocks.push(Block::Labelled("Clauses".into(), clauses(of.view, &objective.cite)));
        let observed = rated.observations.iter().filter_map(|at| match &control.at(*at).fact {
            crate::case::Fact::Observed { text, tag, .. } => {
                Some(Line::from(format!("{}: {text} ({})", tag.label(), control.name(*at))))
            }
            _ => None,
        });
        let observed: Vec<Line> = observed.collect();
        if observed.is_empty() {
            blocks.push(Block::Text("No observation is bound to it.".into()));
        } else {
            blocks.push(Block::List(observed));
        }
        page.add(Block::Keep(blocks));
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Inject", ColumnKind::Number, 1),
        Column::new("Expected", ColumnKind::Text, 5),
        Column::new("Clause", ColumnKind::Text, 2),
        Column::new("Came out", ColumnKind::Text, 2),
        Column::new("By the record, and by a person", ColumnKind::Text, 6),
    ]
}

pub fn expected(of: &Of<'_>, page: &mut Document) {
    let Some(account) = of.account() else {
        page.text(not_yet_known("what was expected; the director of the exercise knows"));
        return;
    };
    let script = account.played.script;
    if script.expectations.is_empty() {
        page.text("The script expects nothing.");
        return;
    }
    page.labelled("All", drill_figures::totals(account.figures.totals));
    page.text(drill_figures::shares(account.figures.totals));
    for objective in &script.objectives {
        let own = |one: &&Expected| one.of(script).objective == objective.id;
        let rows: Vec<_> = account.course.expected.iter().filter(own).map(|one| row(of, account, one)).collect();
        if rows.is_empty() {
            page.labelled(&objective.text, "Nothing was expected for it.");
            continue;
        }
        let end = Some(format!("End of entries: {}", rows.len()));
        page.add(Block::Table(Table { caption: objective.text.clone(), columns: columns(), rows, end, ruled: 0 }));
    }
}

fn row(of: &Of<'_>, account: &Account<'_>, expected: &Expected) -> TableRow {
    let said: &script::Expectation = expected.of(account.played.script);
    let by = said.by.as_ref().map(|role| Line::quiet(of.view.playbook.role_title(role.as_str())));
    let what = std::iter::once(Line::from(said.text.as_str())).chain(by).collect();
    let mut found = vec![drill_expected::found(expected, account.played.case)];
    found.extend(drill_expected::by_person(expected));
    let cells = vec![
        one(said.inject.to_string()),
        what,
        vec![clauses(of.view, &said.cite)],
        one(Line::strong(expected.counts().said())),
        found,
    ];
    TableRow { cells, says: Vec::new() }
}

pub fn contingencies(of: &Of<'_>, page: &mut Document) {
    let Some(account) = of.account() else {
        page.text(not_yet_known("the contingencies; the director of the exercise knows"));
        return;
    };
    let script = account.played.script;
    let all = &account.course.contingencies;
    if all.is_empty() {
        page.text("The script has no contingency.");
    } else {
        let rows = all.iter().map(|one| {
            let offered = one.offered().map(|(at, ms)| {
                let why = format!("not met: {}", script.expectations[at].text);
                let when = one.moment(&account.played).map(|moment| {
                    Line::quiet(format!("exercise {}, real {}", both_of(moment.at), both_of(moment.real)))
                });
                std::iter::once(Line::from(format!("minute {}: {why}", drill_figures::minutes(ms))))
                    .chain(when)
                    .collect()
            });
            let sent = match one.sent {
                Some(sent) => format!("minute {}", drill_figures::minutes(sent.played_ms)).into(),
                None => Line::from("not sent"),
            };
            let title = script.inject(one.inject).map_or("", |inject| inject.title.as_str());
            let cells = vec![
                one_of(one.inject),
                crate::report::cells::one(title),
                offered.unwrap_or_else(|| vec![none()]),
                vec![sent],
            ];
            TableRow { cells, says: Vec::new() }
        });
        let rows: Vec<_> = rows.collect();
        let columns = vec![
            Column::new("Inject", ColumnKind::Number, 1),
            Column::new("Contingency", ColumnKind::Text, 4),
            Column::new("Offered", ColumnKind::Text, 6),
            Column::new("Sent", ColumnKind::Text, 2),
        ];
        let end = Some(format!("End of entries: {}", rows.len()));
        page.add(Block::Table(Table { caption: "Contingencies".into(), columns, rows, end, ruled: 0 }));
    }
    page.labelled("Writing down", drill_figures::writing_down(account.figures.writing_down));
}

fn one_of(number: u32) -> Vec<Line> {
    one(number.to_string())
}
