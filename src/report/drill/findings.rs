//! What was found: strengths, gaps with cause and clause, what was parked, improvement actions, and who signs.

use super::made_from::Of;
use crate::base::ClauseId;
use crate::case::Tag;
use crate::drill::account::{Noted, noted};
use crate::drill::expect::Counts;
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow};
use crate::report::cells::{clauses, one};
use crate::report::missing::none;

fn all<'v>(of: &Of<'v>, tag: Tag) -> Vec<Noted<'v>> {
    match of.account() {
        Some(account) => account.noted(tag),
        None => noted(of.view.state, tag),
    }
}

fn name(of: &Of<'_>, note: &Noted<'_>) -> String {
    match of.account().filter(|_| note.in_control) {
        Some(account) => account.played.control.name(note.at),
        None => of.view.state.name(note.at),
    }
}

fn told(of: &Of<'_>, note: &Noted<'_>) -> Line {
    let inject = note.inject.map_or_else(String::new, |number| format!(", with inject {number}"));
    Line::from(note.text).and(crate::page::Tone::Quiet, format!(" ({}{inject})", name(of, note)))
}

fn list(of: &Of<'_>, tags: &[Tag], none: &str, page: &mut Document) {
    let lines: Vec<Line> = tags.iter().flat_map(|tag| all(of, *tag)).map(|note| told(of, &note)).collect();
    if lines.is_empty() {
        page.text(none);
    } else {
        page.add(Block::List(lines));
    }
}

pub fn strengths(of: &Of<'_>, page: &mut Document) {
    list(of, &[Tag::Strength], "No strength was noted during the exercise or after it.", page);
}

pub fn parked(of: &Of<'_>, page: &mut Document) {
    list(of, &[Tag::Parked, Tag::Question], "Nothing was parked.", page);
    let said: Vec<Line> = all(of, Tag::HotWash).iter().map(|note| told(of, note)).collect();
    page.add(Block::Heading(3, "What surprised, and what the playbook should say".into()));
    if said.is_empty() {
        page.text("Neither was noted after the exercise.");
    } else {
        page.add(Block::List(said));
    }
}

/// Gaps that somebody noted, each with what is known of its cause and the clauses that it touches.
pub fn gaps(of: &Of<'_>, page: &mut Document) {
    let notes = all(of, Tag::Gap);
    if notes.is_empty() {
        page.text("No gap was noted during the exercise or after it.");
        return;
    }
    let rows: Vec<_> = notes
        .iter()
        .map(|note| {
            let (mut causes, cited) = behind(of, note);
            causes.splice(0..0, note.because.map(Line::from));
            let causes = if causes.is_empty() { one(Line::quiet(unnamed(of, note))) } else { causes };
            let cited = if cited.is_empty() { none() } else { clauses(of.view, &cited) };
            TableRow { cells: vec![vec![told(of, note)], causes, vec![cited]], says: Vec::new() }
        })
        .collect();
    let columns = vec![
        Column::new("Gap", ColumnKind::Text, 6),
        Column::new("Cause", ColumnKind::Text, 6),
        Column::new("Clause", ColumnKind::Text, 2),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Gaps".into(), columns, rows, end, ruled: 0 }));
}

/// What was not met behind a note, with why a person judged so, and the clauses of it: of its inject, else of its objective.
fn behind(of: &Of<'_>, note: &Noted<'_>) -> (Vec<Line>, Vec<ClauseId>) {
    let Some(account) = of.account() else { return (Vec::new(), Vec::new()) };
    let script = account.played.script;
    let number: Option<u32> = note.inject.and_then(|number| number.parse().ok());
    let own = account.course.expected.iter().filter(|one| {
        let said = one.of(script);
        let of_inject = number.is_none_or(|number| said.inject == number);
        let of_objective = note.objective.is_none_or(|objective| said.objective == *objective);
        of_inject && of_objective && (number.is_some() || note.objective.is_some())
    });
    let (mut causes, mut cited) = (Vec::new(), Vec::new());
    for one in own.filter(|one| matches!(one.counts(), Counts::Missed | Counts::Partly | Counts::NotReached)) {
        let said = one.of(script);
        let because = one.by_person.as_ref().and_then(|by| by.because.as_deref());
        let because = because.map_or_else(String::new, |why| format!(": {why}"));
        causes.push(Line::from(format!("{}, {}{because}", said.text, one.counts().said())));
        cited.extend(said.cite.iter().filter(|clause| !cited.contains(*clause)).cloned().collect::<Vec<_>>());
    }
    if cited.is_empty() {
        let objective = note.objective.and_then(|id| script.objective(id.as_str()));
        cited.extend(objective.iter().flat_map(|objective| objective.cite.iter().cloned()));
    }
    (causes, cited)
}

/// What is known of a gap of which nobody named a cause.
fn unnamed(of: &Of<'_>, note: &Noted<'_>) -> String {
    let of_inject =
        note.inject.and_then(|number| Some((number, of.account()?.played.script.inject(number.parse().ok()?)?)));
    match of_inject {
        Some((number, inject)) => {
            format!(
                "Seen with inject {number}, {}; nothing expected of it was missed, and no cause was named.",
                inject.title
            )
        }
        None if note.in_control => "Seen during the exercise; no cause was named.".into(),
        None => "Said after the exercise; no cause was named.".into(),
    }
}

/// Who signs, by the notes that say so; else the director, whoever it is.
pub fn signs(of: &Of<'_>) -> Vec<Line> {
    let named: Vec<Line> = all(of, Tag::Signed).iter().map(|note| Line::from(note.text)).collect();
    if named.is_empty() { vec!["Director of the exercise".into()] } else { named }
}
