//! What players get before an exercise: what it is about, the rules, who plays whom. Made from what a script has for players alone.

use super::titled::{paragraphs, role_titled};
use crate::drill::script::Briefing;
use crate::page::{Block, Callout, Column, ColumnKind, Document, Table, TableRow};
use crate::playbook::Playbook;
use crate::report::cells::{one, said};

/// What is said where a script says nothing of its own.
const REAL: &str =
    "If something real happens, say so at once: a real event ends the exercise. Press ! on any screen of it.";

pub fn body(briefing: &Briefing<'_>, playbook: Option<&Playbook>) -> Document {
    let mut page = Document::default();
    page.add(Block::Heading(1, briefing.title.into()));
    page.add(Block::Callout(
        Callout::Warning,
        vec![Block::Text("This is an exercise. Nobody outside is called.".into())],
    ));
    if let Some(text) = briefing.text {
        page.add(Block::Heading(2, "Briefing".into()));
        paragraphs(&mut page, text);
    }
    page.add(Block::Heading(2, "Rules".into()));
    let own = briefing.rules.iter().any(|rule| rule.contains("press !") || rule.contains("Press !"));
    let rules = briefing.rules.iter().map(String::as_str).chain((!own).then_some(REAL)).map(Into::into);
    page.add(Block::List(rules.collect()));
    let columns = vec![
        Column::new("Role", ColumnKind::Text, 3),
        Column::new("Plays", ColumnKind::Text, 2),
        Column::new("Reached at", ColumnKind::Text, 3),
        Column::new("Name", ColumnKind::Pencil, 3),
    ];
    let rows = briefing.roles.iter().map(|seat| TableRow {
        cells: vec![one(role_titled(playbook, seat.role)), one(seat.is.said()), said(seat.number), Vec::new()],
        says: Vec::new(),
    });
    let (caption, rows) = ("Who is here".to_owned(), rows.collect());
    page.add(Block::Table(Table { caption, columns, rows, end: None, ruled: 4 }));
    page
}
