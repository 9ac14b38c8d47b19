//! Evaluation, a sheet for each objective: what is expected and until when, room for what was seen, and the four ratings. A second
//! evaluator writes on it beside the console.

use super::titled::Of;
use crate::base::ids::cited;
use crate::case::Verdict;
use crate::drill::script::{Expectation, Objective};
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, Tone};
use crate::report::cells::one;

/// What each rating means.
const RATINGS: [(Verdict, &str); 4] = [
    (Verdict::Performed, "all done, nothing else harmed"),
    (Verdict::Some, "done, could be better"),
    (Verdict::Major, "done with harm to something else"),
    (Verdict::Unable, "not done"),
];

/// Ruled lines for what was seen.
const LINES: u8 = 12;

pub fn body(of: &Of<'_>) -> Document {
    let mut page = Document::default();
    for (at, objective) in of.script.objectives.iter().enumerate() {
        if at > 0 {
            page.add(Block::PageBreak);
        }
        sheet(of, at, objective, &mut page);
    }
    page
}

fn sheet(of: &Of<'_>, at: usize, objective: &Objective, page: &mut Document) {
    let count = of.script.objectives.len();
    page.add(Block::Heading(1, format!("Objective {} of {count}: {}", at + 1, objective.text).into()));
    if !objective.cite.is_empty() {
        page.text(Line::quiet(cited(&objective.cite)));
    }
    let columns = vec![
        Column::new("Inject", ColumnKind::Number, 1),
        Column::new("Expected", ColumnKind::Text, 6),
        Column::new("Until", ColumnKind::Text, 3),
        Column::new("Seen at", ColumnKind::Pencil, 2),
        Column::new("Met, partly, missed, does not apply", ColumnKind::Text, 3),
    ];
    let rows = of.script.expected_for(objective.id.as_str()).map(|one| row(of, one)).collect();
    page.add(Block::Table(Table { caption: "What is expected".into(), columns, rows, end: None, ruled: 3 }));
    page.add(Block::Heading(2, "What was seen: strengths, gaps, questions".into()));
    page.add(Block::Ruled(LINES));
    let rating = |(one, means): (Verdict, &str)| {
        Line::strong(format!("[ ] {}  ", one.word())).and(Tone::Text, format!("{}: {means}", one.label()))
    };
    page.add(Block::Keep(vec![
        Block::Heading(2, "Rating".into()),
        Block::List(RATINGS.map(rating).to_vec()),
        Block::Text("A rating needs something that was seen and is written above.".into()),
        Block::Sign(vec!["Evaluator".into()]),
    ]));
}

fn row(of: &Of<'_>, expectation: &Expectation) -> TableRow {
    let mut what = one(expectation.text.as_str());
    if let Some(by) = &expectation.by {
        what.push(Line::quiet(format!("by {}", of.role(by))));
    }
    if !expectation.cite.is_empty() {
        what.push(Line::quiet(cited(&expectation.cite)));
    }
    let boxes = one("[ ]  [ ]  [ ]  [ ]");
    TableRow {
        cells: vec![one(expectation.inject.to_string()), what, one(until(expectation)), Vec::new(), boxes],
        says: Vec::new(),
    }
}

/// `10 minutes after it`, `the end`; of what is to be avoided, how long it has to hold.
pub(super) fn until(expectation: &Expectation) -> String {
    match (expectation.avoid, expectation.within) {
        (false, Some(within)) => format!("{within} minutes after the inject"),
        (false, None) => "the end".to_owned(),
        (true, Some(within)) => format!("must not happen for {within} minutes after the inject"),
        (true, None) => "must not happen until the end".to_owned(),
    }
}
