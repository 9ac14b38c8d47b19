//! F4, decisions: one a page, with what was known when it was taken, and what the policy does not say.

use super::cells::{clauses, entry, marks, one, said, when};
use super::missing::{none, not_yet_known};
use super::options::Options;
use super::{frame, silences};
use crate::base::ItemId;
use crate::case::Fact;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::view::deciders::sat;
use crate::page::known_then::{Knew, knew, reads};
use crate::page::state::{State, stands};
use crate::page::{Block, Callout, Column, ColumnKind, Document, Line, Table, TableRow, Tone, log, look_again};
use crate::playbook::item::Decision;
use crate::playbook::{Body, Item, Playbook};

/// Most deciding entries of one decision whose *known then* is told; those before stand in its table.
const TOLD: usize = 20;

pub fn columns() -> Vec<Column> {
    vec![
        Column::new("Ref", ColumnKind::Text, 1),
        Column::new("Seat", ColumnKind::Text, 3),
        Column::new("Who sat", ColumnKind::Text, 3),
        Column::new("Decided", ColumnKind::Text, 3),
        Column::new("Reason", ColumnKind::Text, 6),
        Column::new("Advised by", ColumnKind::Text, 2),
        Column::new("When", ColumnKind::Time, 2),
        Column::new("Written by", ColumnKind::Text, 2),
    ]
}

fn known_columns() -> Vec<Column> {
    vec![
        Column::new("Known then", ColumnKind::Text, 5),
        Column::new("What was recorded, by whom, when", ColumnKind::Text, 7),
        Column::new("Ref", ColumnKind::Text, 1),
    ]
}

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut document = Document::default();
    let all = all(view.playbook);
    let is_taken = |at: &usize| !entries(view, &view.playbook.items[*at].id).is_empty();
    let (taken, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|(at, ..)| is_taken(at));
    for (at, item, decision) in &taken {
        document.append(one_page(view, *at, item, decision));
        document.add(Block::PageBreak);
    }
    document.add(Block::Heading(2, "Not decided".into()));
    let waiting: Vec<_> = open
        .iter()
        .map(|(at, item, decision)| (stands(view, Target::Item(*at)), *item, *decision))
        .filter(|(stands, ..)| stands.state != State::Off)
        .collect();
    if waiting.is_empty() {
        document.text("No decision that the policy asks for is open.");
    }
    for (stands, item, decision) in waiting {
        let line = Line::strong(item.title.as_str()).and(Tone::Text, format!(" {}", stands.word));
        let seats = seats(view, decision);
        document.add(Block::List(vec![line.and(Tone::Quiet, format!(" · {seats}"))]));
    }
    document.add(Block::Heading(2, "Where the policy is silent".into()));
    document.append(silences::table(view));
    document.add(frame::seals(options));
    document
}

fn all(playbook: &Playbook) -> Vec<(usize, &Item, &Decision)> {
    let decisions = playbook.items.iter().enumerate().filter_map(|(at, item)| match &item.body {
        Body::Decision(decision) => Some((at, item, decision)),
        _ => None,
    });
    decisions.collect()
}

/// Every entry by which a seat decided, whether it counts or not, in the order of the log.
fn entries(view: &View<'_>, id: &ItemId) -> Vec<usize> {
    let Some(about) = view.state.about(id.as_str()) else { return Vec::new() };
    let decides = |at: &usize| matches!(view.state.at(*at).fact, Fact::Decided { .. });
    about.entries().into_iter().filter(decides).collect()
}

fn seats(view: &View<'_>, decision: &Decision) -> String {
    let titles: Vec<_> = decision.seats.iter().map(|seat| view.playbook.role_title(seat.as_str())).collect();
    match titles.as_slice() {
        [] => "the policy names nobody who decides".into(),
        [one] => format!("the {one} decides"),
        _ => format!("{} decide", titles.join(", ")),
    }
}

fn one_page(view: &View<'_>, at: usize, item: &Item, decision: &Decision) -> Document {
    let mut page = Document::default();
    let stands = stands(view, Target::Item(at));
    page.add(Block::Heading(2, item.title.as_str().into()));
    page.labelled("Stands", Line::strong(stands.word.as_str()));
    if !item.cite.is_empty() {
        page.labelled("Clause", clauses(view, &item.cite));
    }
    page.labelled("Who decides", quorum(view, decision));
    page.labelled("Options", decision.options.iter().map(|option| &*option.label).collect::<Vec<_>>().join("; "));
    for mark in view.picture.marks_of(at) {
        let of = look_again::of(view, mark).map_or_else(String::new, |of| format!("{of}: "));
        let causes = look_again::causes(view, mark).into_iter();
        let lines = causes.map(|cause| Block::Text(format!("Look again: {of}{}", cause.words()).into()));
        page.add(Block::Callout(Callout::Warning, lines.collect()));
    }
    let entries = entries(view, &item.id);
    let mut rows: Vec<_> = entries.iter().map(|at| row(view, decision, *at)).collect();
    rows.extend(decision.seats.iter().filter(|seat| !has_decided(view, &entries, seat)).map(|seat| {
        let title = view.playbook.role_title(seat.as_str());
        let mut cells = vec![one(none()); columns().len()];
        cells[1] = one(title);
        cells[3] = one(not_yet_known(&format!("what the {title} decides")));
        TableRow { cells, says: Vec::new() }
    }));
    let end = Some(format!("End of entries: {}", entries.len()));
    page.add(Block::Table(Table { caption: "Seats".into(), columns: columns(), rows, end, ruled: 0 }));
    known(view, item, decision, &entries, &mut page);
    let slots: Vec<Line> = decision.seats.iter().map(|seat| view.playbook.role_title(seat.as_str()).into()).collect();
    page.add(Block::Sign(if slots.is_empty() { vec!["Decided by".into()] } else { slots }));
    page
}

fn quorum(view: &View<'_>, decision: &Decision) -> String {
    let seats = crate::base::text::sentence(&seats(view, decision));
    match (decision.quorum, decision.seats.len()) {
        (Some(quorum), _) => format!("{seats}; {quorum} of them suffice"),
        (None, 0 | 1) => seats,
        (None, _) => format!("{seats}; the policy states no quorum"),
    }
}

fn has_decided(view: &View<'_>, entries: &[usize], seat: &ItemId) -> bool {
    let of_seat = |at: &usize| matches!(&view.state.at(*at).fact, Fact::Decided { role, .. } if role == seat);
    entries.iter().any(|at| of_seat(at) && view.state.counts(*at))
}

fn row(view: &View<'_>, decision: &Decision, at: usize) -> TableRow {
    let recorded = view.state.at(at);
    let Fact::Decided { option, role, reason, adviser, person, standing_in, .. } = &recorded.fact else {
        return TableRow::default();
    };
    let label = decision.options.iter().find(|known| known.id == *option).map_or(option.as_str(), |known| &known.label);
    let mut decided = super::cells::counting(view, at, label);
    if let Some(later) = view.state.replaced_by(at).filter(|_| super::cells::gone(view, at).is_none()) {
        decided = vec![Line::of(Tone::Struck, label), format!("Replaced by {}", view.state.name(later)).into()];
    }
    let sat = sat(person.as_deref(), standing_in.as_deref());
    let who = if sat.is_empty() { not_yet_known("who sat in the seat") } else { sat.into() };
    let cells = vec![
        entry(view, at),
        one(view.playbook.role_title(role.as_str())),
        one(who),
        decided,
        if reason.is_empty() { one(Line::quiet("no reason given")) } else { one(reason.as_str()) },
        said(adviser.as_deref()),
        when(view, recorded),
        one(recorded.recorder()),
    ];
    TableRow { cells, says: marks(view, at) }
}

/// What was known for each deciding entry; where it was the same as for the one before, that is said.
fn known(view: &View<'_>, item: &Item, decision: &Decision, entries: &[usize], page: &mut Document) {
    let reads = reads(view.playbook, item, decision);
    if reads.is_empty() {
        page.text("The policy names nothing that this decision rests on.");
        return;
    }
    let earlier = entries.len().saturating_sub(TOLD);
    let mut before: Option<(usize, Vec<Knew>)> = None;
    for at in entries[earlier..].iter().copied() {
        let now = knew(view.state, &reads, at);
        match &before {
            Some((same, then)) if *then == now => {
                page.text(format!("For {} the same was known as for {}.", view.state.name(at), view.state.name(*same)));
            }
            _ => {
                let when = view.state.at(at).happened().short_in(view.now);
                let caption = format!("What was known for {}, {when}", view.state.name(at));
                let rows = now.iter().map(|knew| known_row(view, knew)).collect();
                page.add(Block::Table(Table { caption, columns: known_columns(), rows, end: None, ruled: 0 }));
                before = Some((at, now));
            }
        }
    }
    if earlier > 0 {
        page.text(format!("What was known for the {earlier} before stands in the log."));
    }
}

fn known_row(view: &View<'_>, knew: &Knew) -> TableRow {
    let title = view.playbook.title(knew.about.as_str()).unwrap_or(knew.about.as_str());
    let lines: Vec<Line> = knew.entries.iter().map(|at| log::line(view, *at).into()).collect();
    let names: Vec<Line> = knew.entries.iter().map(|at| Line::quiet(view.state.name(*at))).collect();
    let cells = if lines.is_empty() {
        vec![one(title), one(not_yet_known(title)), one(none())]
    } else {
        vec![one(title), lines, names]
    };
    TableRow { cells, says: Vec::new() }
}

/// The form for pencil: a page a decision.
pub fn blank(playbook: &Playbook) -> Document {
    let mut document = Document::default();
    for (nth, (_, item, decision)) in all(playbook).into_iter().enumerate() {
        if nth > 0 {
            document.add(Block::PageBreak);
        }
        document.add(Block::Heading(2, item.title.as_str().into()));
        document
            .add(Block::List(decision.options.iter().map(|option| format!("[ ] {}", option.label).into()).collect()));
        let seats: Vec<_> = decision.seats.iter().map(|seat| playbook.role_title(seat.as_str())).collect();
        let mut rows: Vec<TableRow> = Vec::new();
        for seat in &seats {
            let mut cells = vec![Vec::new(); columns().len()];
            cells[1] = one(*seat);
            rows.push(TableRow { cells, says: Vec::new() });
        }
        document.add(Block::Table(Table { caption: "Seats".into(), columns: columns(), rows, end: None, ruled: 2 }));
        document.text("Known then:");
        let reads = reads(playbook, item, decision);
        let title = |id: &ItemId| playbook.title(id.as_str()).unwrap_or(id.as_str()).to_owned();
        let row = |id: &ItemId| TableRow { cells: vec![one(title(id)), Vec::new(), Vec::new()], says: Vec::new() };
        let rows = reads.iter().map(row).collect();
        document.add(Block::Table(Table {
            caption: String::new(),
            columns: known_columns(),
            rows,
            end: None,
            ruled: 2,
        }));
        document.text("Reason:");
        document.add(Block::Ruled(3));
        document.add(Block::Sign(seats.into_iter().map(Line::from).collect()));
    }
    document
}
