//! The incident report: the whole case in one reading, and a copy of it that may leave the house.
//!
//! The released copy is a white list: what is not made here on purpose is not in it. It has the facts, the scope, and the contents of
//! the policy's own reports as far as people answered or decided them; roles stand in place of names.

use super::cells::{by, clauses, entry, one, when};
use super::missing::not_yet_known;
use super::options::Options;
use super::released::Names;
use super::{action_record, documents, figure, frame, silences, timeline, twelve};
use crate::case::Fact;
use crate::judge::evidence::registers;
use crate::judge::types::rule::RuleState;
use crate::judge::view::deciders::sat;
use crate::judge::{Standing, View};
use crate::page::test::{self, Test};
use crate::page::{Block, Callout, Column, ColumnKind, Document, Line, Table, TableRow, test_whole, words};
use crate::playbook::rule::Effect;
use crate::playbook::{Body, Item};

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let as_is = |text: &str| text.to_owned();
    let mut page = Document::default();
    page.add(Block::Heading(2, "1  The facts".into()));
    page.add(Block::Table(twelve::table(view, true, &as_is)));
    page.add(Block::Heading(2, "2  Scope and impact".into()));
    scope(view, &mut page);
    totals(view, &mut page);
    page.add(Block::Heading(2, "3  Timeline".into()));
    times(view, &mut page);
    page.add(Block::Heading(2, "4  Tests that are met".into()));
    tests(view, &mut page);
    page.add(Block::Heading(2, "5  Decisions".into()));
    decisions(view, &mut page);
    page.add(Block::Heading(2, "6  Documents".into()));
    page.append(documents::table(view));
    page.add(Block::Heading(2, "7  What the policy does not say".into()));
    page.append(silences::table(view));
    page.add(Block::Heading(2, "8  What is done and open".into()));
    page.text(format!("Done: {}. Each action stands in the action record.", action_record::by_step(view)));
    closing(view, &mut page);
    page.add(Block::Sign(vec!["Author or designee".into()]));
    page.add(frame::seals(options));
    page
}

/// The copy that may leave the house.
pub fn released(view: &View<'_>, options: &Options) -> Document {
    let names = Names::of(view);
    let shown = |text: &str| names.left_out(text);
    let mut page = Document::default();
    page.add(Block::Heading(2, "1  The facts".into()));
    page.add(Block::Table(twelve::table(view, false, &shown)));
    page.add(Block::Heading(2, "2  Scope and impact".into()));
    scope(view, &mut page);
    page.add(Block::Heading(2, "3  What the policy's reports contain".into()));
    contents(view, &shown, &mut page);
    page.add(Block::Heading(2, "About this copy".into()));
    let by = options.released_by.as_deref().map_or_else(|| not_yet_known("who released it"), Line::from);
    page.labelled("Released by", by);
    page.text(
        "Left out: who recorded and who did what, the timeline, the tests, the reasons of decisions, the calls, the notes, the rows \
         of lists, advice, places of storage, the documents sent and what the policy does not say. Names of people in the record are \
         left out where they stand in an answer.",
    );
    page.add(Block::Sign(vec!["Author or designee".into()]));
    page.add(frame::seals(options));
    page
}

/// How many, and how grave in the policy's words.
fn scope(view: &View<'_>, page: &mut Document) {
    match test::counts(view) {
        Some(counts) => {
            page.text(counts.line());
            for doubt in counts.doubts_in_words() {
                page.add(Block::Callout(Callout::Warning, vec![Block::Text(doubt.into())]));
            }
        }
        None => _ = page.text(super::missing::not_asked()),
    }
    for (scale, status) in view.playbook.scales.iter().zip(&view.picture.scales) {
        page.labelled(&scale.title, words::level(&status.said(), scale));
    }
}

/// What each list comes to.
fn totals(view: &View<'_>, page: &mut Document) {
    let mut points = Vec::new();
    for (item, status) in view.items() {
        let Body::Register(register) = &item.body else { continue };
        if status.standing == Standing::NotApplicable {
            continue;
        }
        let held = registers::work_out(&item.id, register, view.state);
        let says = registers::say(register, &held).map_or_else(|| not_yet_known(&register.prompt), Line::from);
        let title = Line::from(format!("{}: ", item.title.trim_end_matches('.')));
        points.push(Line(title.0.into_iter().chain(says.0).collect()));
    }
    if !points.is_empty() {
        page.add(Block::List(points));
    }
}

fn times(view: &View<'_>, page: &mut Document) {
    let points = timeline::points(view);
    if points.is_empty() {
        page.text(not_yet_known("what happened when"));
        return;
    }
    let (figure, numbers) = figure::draw(&points, &timeline::bars(view), view.now);
    page.add(Block::Figure(figure));
    page.add(Block::Table(timeline::table(view, &points, &numbers)));
    page.append(crate::page::clock::all(view));
}

/// The tests that are met, element by element with their clauses; of the others how many there are.
fn tests(view: &View<'_>, page: &mut Document) {
    let rules = view.playbook.rules.iter().zip(&view.picture.rules).enumerate();
    let met = rules.filter(|(_, (rule, status))| status.state == RuleState::Met && rule.effect != Effect::Doubts);
    let mut none = true;
    for (at, _) in met {
        none = false;
        page.append(test_whole::whole(view, Test::Rule(at), false)).gap();
    }
    if none {
        page.text("No test of the policy is met so far.");
    }
    page.text(Line::quiet(format!("Of all tests and levels of the policy: {}", test::title(view))));
}

fn decisions(view: &View<'_>, page: &mut Document) {
    let taken = (0..view.state.log.len()).filter(|at| view.state.counts(*at) && view.state.replaced_by(*at).is_none());
    let rows: Vec<_> = taken.filter_map(|at| decision(view, at)).collect();
    if rows.is_empty() {
        page.text("Nothing is decided yet.");
        return;
    }
    let columns = vec![
        Column::new("Question", ColumnKind::Text, 5),
        Column::new("Decided", ColumnKind::Text, 4),
        Column::new("Reason", ColumnKind::Text, 6),
        Column::new("Seat", ColumnKind::Text, 3),
        Column::new("Clause", ColumnKind::Text, 2),
        Column::new("When", ColumnKind::Time, 2),
        Column::new("Ref", ColumnKind::Text, 1),
    ];
    let end = Some(format!("End of entries: {}", rows.len()));
    page.add(Block::Table(Table { caption: "Decisions that count".into(), columns, rows, end, ruled: 0 }));
    page.text("What was known when each was taken stands on the page of decisions.");
}

fn decision(view: &View<'_>, at: usize) -> Option<TableRow> {
    let recorded = view.state.at(at);
    let Fact::Decided { decision, option, role, reason, person, standing_in, .. } = &recorded.fact else { return None };
    let item = view.playbook.item(decision.as_str())?;
    let sat = sat(person.as_deref(), standing_in.as_deref());
    let mut seat = one(view.playbook.role_title(role.as_str()));
    seat.push(if sat.is_empty() { by(recorded) } else { sat.into() });
    let reason = if reason.is_empty() { Line::quiet("no reason given") } else { reason.as_str().into() };
    let cells = vec![
        one(item.title.as_str()),
        one(label(item, option.as_str())),
        one(reason),
        seat,
        one(clauses(view, &item.cite)),
        when(view, recorded),
        entry(view, at),
    ];
    Some(TableRow { cells, says: super::cells::marks(view, at) })
}

fn label<'a>(item: &'a Item, option: &'a str) -> &'a str {
    let Body::Decision(body) = &item.body else { return option };
    body.options.iter().find(|known| known.id.as_str() == option).map_or(option, |known| &known.label)
}

fn closing(view: &View<'_>, page: &mut Document) {
    if let Some(closed) = view.state.closing()
        && let Fact::Closed { role, reason, still_open, .. } = &closed.fact
    {
        let when = closed.at.short_in(view.now);
        page.text(format!("Closed {when} by {}, {role}: {reason}", closed.recorder()));
        if !still_open.is_empty() {
            page.text("Open when it was closed:");
            page.add(Block::List(still_open.iter().map(|one| one.as_str().into()).collect()));
        }
    }
}

/// What the reports of the policy contain, as far as people answered or decided it.
fn contents(view: &View<'_>, shown: &dyn Fn(&str) -> String, page: &mut Document) {
    let mut any = false;
    for (item, status) in view.items() {
        let Body::Document(document) = &item.body else { continue };
        if document.contents.is_empty() || status.standing == Standing::NotApplicable {
            continue;
        }
        any = true;
        page.add(Block::Heading(3, item.title.as_str().into()));
        for content in &document.contents {
            page.labelled(
                content.title.trim_end_matches('.'),
                content_line(view, content.from.as_str(), &content.title, shown),
            );
        }
    }
    if !any {
        page.text("The policy lists no contents of a report.");
    }
}

/// Only answers and decisions are told; a call, a task or a list says no more than that there is a record of it.
fn content_line(view: &View<'_>, from: &str, title: &str, shown: &dyn Fn(&str) -> String) -> Line {
    let known = view.playbook.item(from).and_then(|item| Some((item, view.status(item)?)));
    let Some((item, status)) = known else { return not_yet_known(title) };
    match (&item.body, &status.value, status.standing) {
        (_, _, Standing::NotApplicable) => "does not apply in this case".into(),
        (Body::Question(_), Some(value), Standing::Answered) | (Body::Decision(_), Some(value), Standing::Decided) => {
            shown(value).into()
        }
        (Body::Question(_) | Body::Decision(_), ..) => not_yet_known(title),
        (_, _, standing) if standing.is_open() || standing.is_outside() => not_yet_known(title),
        _ => "recorded".into(),
    }
}
