//! F12, the review after the incident: what the record shows, what the policy asks for afterwards, and room for what people find.

use super::cells::{entry, one};
use super::missing::{no_owner, none, not_yet_known};
use super::options::Options;
use super::{frame, silences};
use crate::base::text::counted;
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::evidence::registers;
use crate::judge::view::actions;
use crate::page::{Block, Column, ColumnKind, Document, Line, Table, TableRow, clock};
use crate::playbook::register::RegisterKind;
use crate::playbook::{Body, Playbook};

/// What the people around the table find, under the heads that policies and field practice name.
const FINDINGS: [&str; 4] =
    ["Measures that were taken", "Policies and procedures", "Education and training", "Weaknesses that were found"];
const RULED: u8 = 4;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Improvement action", ColumnKind::Text, 7),
        Column::new("Owner", ColumnKind::Text, 3),
        Column::new("Due", ColumnKind::Text, 2),
        Column::new("Done", ColumnKind::Text, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut page = Document::default();
    page.add(Block::Heading(2, "What the record shows".into()));
    shows(view, &mut page);
    page.add(Block::Heading(3, "Clocks".into()));
    let clocks = clock::all(view);
    if clocks.is_empty() {
        page.text("No clock of the policy has begun.");
    }
    page.append(clocks);
    page.add(Block::Heading(3, "Time and money".into()));
    spent(view, &mut page);
    page.add(Block::Heading(2, "Where the policy was silent".into()));
    page.append(silences::table(view));
    findings(&mut page);
    page.add(Block::Heading(2, "Improvement actions".into()));
    page.add(Block::Table(improvement_table(view)));
    page.add(Block::Sign(vec!["Conducted by".into()]));
    page.add(frame::seals(options));
    page
}

/// Actions that outlive the case.
fn improvement_table(view: &View<'_>) -> Table {
    let rows = improvements(view);
    let end = Some(format!("End of entries: {}", rows.len()));
    Table { caption: "Improvement actions".into(), columns: columns(), rows, end, ruled: RULED }
}

/// What the log says of how it went, counted; of what is none, nothing is said.
fn shows(view: &View<'_>, page: &mut Document) {
    let (mut late, mut struck, mut in_vain, mut broken, mut outside) = (0, 0, 0, 0, 0);
    for at in 0..view.state.log.len() {
        let recorded = view.state.at(at);
        struck += usize::from(view.state.struck_by(&recorded.id).is_some());
        if !view.state.counts(at) {
            continue;
        }
        late += usize::from(recorded.is_late());
        match &recorded.fact {
            Fact::Called { outcome, .. } => in_vain += usize::from(*outcome != CallOutcome::Reached),
            Fact::ProhibitionBroken { .. } => broken += 1,
            Fact::SilenceDecided { .. } => outside += 1,
            _ => {}
        }
    }
    let all = [
        (late, "entry was written later than it happened", "entries were written later than they happened"),
        (struck, "entry was struck out", "entries were struck out"),
        (in_vain, "call reached nobody", "calls reached nobody"),
        (broken, "prohibition was not kept", "prohibitions were not kept"),
        (
            outside,
            "thing was decided on which the policy is silent",
            "things were decided on which the policy is silent",
        ),
        (view.picture.open.look_again, "record is to be looked at again", "records are to be looked at again"),
    ];
    let told: Vec<Line> =
        all.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(n, one, many).into()).collect();
    page.text(format!("{} in the record.", counted(view.state.log.len(), "entry", "entries")));
    if told.is_empty() {
        page.text("Nothing was written late, struck out, called in vain or decided outside the policy.");
    } else {
        page.add(Block::List(told));
    }
}

fn spent(view: &View<'_>, page: &mut Document) {
    let mut any = false;
    for item in &view.playbook.items {
        let Body::Register(register) = &item.body else { continue };
        if !matches!(register.kind, RegisterKind::Hours | RegisterKind::Money) {
            continue;
        }
        any = true;
        let held = registers::work_out(&item.id, register, view.state);
        let says = registers::say(register, &held);
        let says = says.map_or_else(|| not_yet_known(&register.prompt), Line::from);
        page.labelled(item.title.trim_end_matches('.'), says);
    }
    if !any {
        page.text(super::missing::not_asked());
    }
}

/// What people find, in pencil.
fn findings(page: &mut Document) {
    page.add(Block::Heading(2, "What was found".into()));
    for title in FINDINGS {
        page.add(Block::Keep(vec![Block::Heading(3, title.into()), Block::Ruled(RULED)]));
    }
}

/// Actions that outlive the case, those that are not done first by their day.
fn improvements(view: &View<'_>) -> Vec<TableRow> {
    let open = actions::open(view.playbook, view.state, view.now).into_iter().map(|action| {
        let due = action.due.map_or_else(|| not_yet_known("the day"), |due| due.to_string().into());
        let owner =
            view.state.row(&view.state.at(action.row).id).map(|row| view.state.cell(row, "owner").text().to_owned());
        let owner = owner.filter(|owner| !owner.trim().is_empty()).map_or_else(no_owner, Line::from);
        let cells = vec![one(action.name), one(owner), one(due), one(Line::strong("open")), entry(view, action.row)];
        TableRow { cells, says: Vec::new() }
    });
    let rows: Vec<_> = open.collect();
    if rows.is_empty() {
        let cells = vec![one("None is recorded."), one(none()), one(none()), one(none()), one(none())];
        return vec![TableRow { cells, says: Vec::new() }];
    }
    rows
}

/// The form for pencil.
pub fn blank(_: &Playbook) -> Document {
    let mut page = Document::default();
    findings(&mut page);
    let caption = "Improvement actions".into();
    page.add(Block::Table(Table { caption, columns: columns(), rows: Vec::new(), end: None, ruled: 8 }));
    page.add(Block::Sign(vec!["Conducted by".into()]));
    page
}
