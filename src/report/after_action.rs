//! F13, the after-action report of an exercise: what the case itself shows. What only the exercise's director knows stands as missing.

use super::missing::not_yet_known;
use super::options::Options;
use super::{figure, frame, review, silences, timeline};
use crate::base::span;
use crate::base::text::counted;
use crate::case::{CallOutcome, Fact};
use crate::journal::Mode;
use crate::judge::View;
use crate::page::{Block, Callout, Document, Line, clock};

pub fn body(view: &View<'_>, options: &Options) -> Document {
    let mut page = Document::default();
    if view.mode == Mode::Live {
        let says = "This case is live. An after-action report is that of an exercise; what a live case teaches stands in its review.";
        page.add(Block::Callout(Callout::Missing, vec![Block::Text(says.into())]));
        page.add(frame::seals(options));
        return page;
    }
    page.add(Block::Heading(2, "1  Overview".into()));
    overview(view, &mut page);
    page.add(Block::Heading(2, "2  Objectives".into()));
    page.text(not_yet_known("the objectives and how each was met; the director of the exercise knows"));
    page.add(Block::Heading(2, "3  Time figures".into()));
    firsts(view, &mut page);
    page.append(clock::all(view));
    page.add(Block::Heading(2, "4  Expected against actual".into()));
    page.text(not_yet_known("what was expected; the director of the exercise knows"));
    page.add(Block::Heading(2, "5  What the record shows".into()));
    review::shows(view, &mut page);
    page.add(Block::Heading(2, "6  Timeline".into()));
    let points = timeline::points(view);
    if points.is_empty() {
        page.text("Nothing with a time is recorded.");
    } else {
        let (figure, numbers) = figure::draw(&points, &timeline::bars(view), view.now);
        page.add(Block::Figure(figure));
        page.add(Block::Table(timeline::table(view, &points, &numbers)));
    }
    page.add(Block::Heading(2, "7  What the policy does not say, and what the table decided".into()));
    page.append(silences::table(view));
    for title in ["8  Strengths", "9  Gaps, with cause and clause", "10  For the playbook"] {
        page.add(Block::Keep(vec![Block::Heading(2, title.into()), Block::Ruled(5)]));
    }
    page.add(Block::Sign(vec!["Director of the exercise".into()]));
    page.add(frame::seals(options));
    page
}

/// What was played, when, and who took part as far as they recorded or were reached.
fn overview(view: &View<'_>, page: &mut Document) {
    let Some(opening) = &view.state.opening else { return };
    page.labelled("Exercise", Line::from(opening.title.as_str()));
    page.labelled("Playbook", format!("{}, digest {}", view.playbook.title, view.playbook.digest));
    let last = view.state.log.iter().map(|row| row.recorded.at).max().unwrap_or(opening.at);
    let took = span::short(last.seconds_since(opening.at));
    page.labelled("Played", format!("{} to {}, {took}", opening.at.short_in(view.now), last.short_in(view.now)));
    let mut people: Vec<&str> = Vec::new();
    for row in &view.state.log {
        for name in [row.recorded.recorder(), row.recorded.actor()] {
            if !people.contains(&name) {
                people.push(name);
            }
        }
    }
    page.labelled("Took part, by the record", people.join("; "));
}

/// Whether a fact is of a kind.
type Is = fn(&Fact) -> bool;

/// How long it took to the first of each kind.
fn firsts(view: &View<'_>, page: &mut Document) {
    let Some(opening) = &view.state.opening else { return };
    let first = |is: Is| {
        let found = (0..view.state.log.len()).find(|at| view.state.counts(*at) && is(&view.state.at(*at).fact));
        found.map(|at| (at, view.state.at(at).at.seconds_since(opening.at)))
    };
    let kinds: [(&str, Is); 4] = [
        ("First answer", |fact| matches!(fact, Fact::Answered { .. })),
        ("First person reached", |fact| matches!(fact, Fact::Called { outcome: CallOutcome::Reached, .. })),
        ("First decision", |fact| matches!(fact, Fact::Decided { .. })),
        ("First task done", |fact| matches!(fact, Fact::TaskDone { .. })),
    ];
    let lines = kinds.into_iter().map(|(title, is)| match first(is) {
        Some((at, after)) => {
            format!("{title}: {} after the opening ({})", span::short(after), view.state.name(at)).into()
        }
        None => format!("{title}: none is recorded").into(),
    });
    page.add(Block::List(lines.collect()));
    page.text(counted(view.state.log.len(), "entry", "entries"));
}
