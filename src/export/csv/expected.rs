//! What was expected of a drill, and what became of it: a line an expectation.

use super::table::{Kind, Table};
use crate::base::ClauseId;
use crate::drill::Account;
use crate::page::{drill_expected, drill_figures};

const COLUMNS: [(&str, Kind); 13] = [
    ("mode", Kind::Text),
    ("inject", Kind::Number),
    ("id", Kind::Text),
    ("objective", Kind::Text),
    ("text", Kind::Text),
    ("clauses", Kind::Text),
    ("within_min", Kind::Number),
    ("came_out", Kind::Text),
    ("by_record", Kind::Text),
    ("by_person", Kind::Text),
    ("because", Kind::Text),
    ("took", Kind::Text),
    ("entry", Kind::Text),
];

pub fn expected(account: &Account<'_>) -> Vec<u8> {
    let mut table = Table::new(&COLUMNS);
    let script = account.played.script;
    for one in &account.course.expected {
        let said = one.of(script);
        let clauses: Vec<_> = said.cite.iter().map(ClauseId::as_str).collect();
        let by = one.by_person.as_ref();
        table.row([
            "exercise",
            &said.inject.to_string(),
            said.id.as_str(),
            said.objective.as_str(),
            &said.text,
            &clauses.join(" "),
            &said.within.map(|within| within.to_string()).unwrap_or_default(),
            one.counts().said(),
            &drill_expected::found(one, account.played.case).words(),
            by.map(|by| by.verdict.word()).unwrap_or_default(),
            by.and_then(|by| by.because.as_deref()).unwrap_or_default(),
            &one.took_ms().map(drill_figures::minutes).unwrap_or_default(),
            &one.matched.as_ref().map(|step| account.played.case.name(step.at)).unwrap_or_default(),
        ]);
    }
    table.bytes()
}
