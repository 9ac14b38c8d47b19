//! The end of a case: nothing is left to do, or the case is closed. What stayed open, what to hand out, and the seal to write down.

use super::document::{Block, Callout, Document, Does, Link, Row};
use super::line::{Line, Tone};
use super::paper::{self, Sheet};
use super::printed::{Page, Printed};
use super::state::{State, stands, tally};
use crate::base::span;
use crate::base::text::counted;
use crate::case::Fact;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::view::closing::still_in_force;
use crate::judge::view::readiness::{ReadinessState, points};
use crate::playbook::Body;
use crate::record::verbs::{self, close};

/// How many of a kind are named one by one.
const NAMED: usize = 4;
/// Most that numbers choose.
const MOST_NUMBERS: usize = 9;

/// The page, before and after closing.
pub fn page(view: &View<'_>) -> Document {
    let (mut document, tally) = (Document::default(), tally(view));
    let closing = view.state.closing();
    let until = closing.map_or(view.now.at, |closed| closed.at);
    let open =
        view.state.opening.as_ref().map(|opening| format!("open {}", span::short(until.seconds_since(opening.at))));
    let ending = view.picture.ending.as_ref().map(|ending| ending.title(view.playbook));
    let head = match (closing, tally.to_do + tally.waits) {
        (Some(_), 0) => "CLOSED",
        (Some(_), _) => "CLOSED, AND NOT ALL IS DONE",
        (None, 0) => "NOTHING IS LEFT TO DO",
        (None, _) => "NOTHING COMES NEXT, AND NOT ALL IS DONE",
    };
    document.add(Row::sides(Line::strong(head), Line::quiet(open.unwrap_or_default())).into()).gap();
    if let Some(ending) = &ending {
        let word = if closing.is_some() { "Ended as" } else { "Ends as" };
        document.labelled(word, Line::strong(ending.as_str()));
    }
    if let Some(closed) = closing
        && let Fact::Closed { role, reason, .. } = &closed.fact
    {
        let at = closed.at.short_in(view.now);
        document.text(format!("Closed {at} by {}, {role}: {reason}", closed.recorder()));
    }
    let mut figures =
        format!("{} done · {} not needed · {}", tally.done, tally.off, counted(tally.waits, "waits", "wait"));
    if tally.to_do > 0 {
        figures = format!("{} to do · {figures}", tally.to_do);
    }
    document.text(figures);
    left(view, "to look at again", State::LookAgain, &mut document);
    left(view, "to do", State::ToDo, &mut document);
    for one in close::left(view).into_iter().filter(|one| !one.heading.keeps_open()).take(NAMED) {
        document.labelled(one.heading.words(), Line::quiet(one.title));
    }
    if let Some(say) = still_in_force(view.playbook, view.picture.prohibitions()) {
        document.add(Block::Callout(Callout::DoNot, vec![Block::Text(say.into())]));
    }
    if let Some(head) = view.head {
        let seal = Line::strong(head.seal.short()).and(Tone::Quiet, "   :seal  as a QR picture");
        document.gap().labelled("Seal to write down", seal);
    }
    document.gap().text(Line::strong("Hand out"));
    for (number, sheet) in hand_out(view).into_iter().enumerate() {
        // Where no sign stands in front, its place stays free.
        let lead = if sheet.row.state.is_none() { "  " } else { "" };
        let what = Line::of(Tone::Text, lead)
            .and(Tone::Accent, (number + 1).to_string())
            .and(Tone::Text, format!("  {}", sheet.row.what.words().trim()));
        document.add(Row { level: 1, what, ..sheet.row }.into());
    }
    document.gap();
    let does = |verb, label: &str| Does { verb, preset: None, label: label.to_owned() };
    let acts = match closing {
        None => vec![does(&verbs::close::VERB, "close the case: asks who closes it")],
        Some(_) => {
            vec![does(&verbs::reopen::VERB, "reopen the case: asks why"), does(&verbs::note::VERB, "add a note")]
        }
    };
    document.add(Block::Does(acts));
    for (_, point) in points(view.playbook, view.now.date())
        .into_iter()
        .filter(|(state, _)| matches!(state, ReadinessState::Overdue(_)))
        .take(NAMED)
    {
        document.add(
            Row {
                state: Some(State::LookAgain),
                what: format!("Readiness is overdue: {}", point.title).into(),
                ..Row::default()
            }
            .into(),
        );
    }
    document
}

/// What is handed out at the end, in the order of its numbers: what was done, the documents that do not wait, the whole in one
/// reading, and the page for whoever comes next.
pub fn hand_out(view: &View<'_>) -> Vec<Sheet> {
    let first = |sheet: &Sheet| match &sheet.printed {
        Printed::Page(Page::ActionRecord) => Some(0),
        Printed::Document(_) if sheet.row.state != Some(State::Waits) => Some(1),
        Printed::Page(Page::IncidentReport) => Some(2),
        Printed::Page(Page::Briefing) => Some(3),
        _ => None,
    };
    let mut all: Vec<_> = paper::sheets(view).into_iter().filter_map(|sheet| Some((first(&sheet)?, sheet))).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, sheet)| sheet).take(MOST_NUMBERS).collect()
}

/// What is not done, by how it stands: nothing of it disappears because the case ends.
fn left(view: &View<'_>, title: &str, state: State, document: &mut Document) {
    let items = view.items().enumerate().filter(|(_, (item, _))| !matches!(item.body, Body::Prohibition(_)));
    let all: Vec<_> = items
        .map(|(at, (item, _))| (at, &item.title, stands(view, Target::Item(at))))
        .filter(|(.., stands)| stands.shown() == state)
        .collect();
    for (at, what, stands) in all.iter().take(NAMED) {
        let row =
            Row { state: Some(state), to: Some(Link::Item(*at)), ..Row::sides(what.as_str(), stands.word.as_str()) };
        document.add(row.into());
    }
    if all.len() > NAMED {
        document.text(Line::quiet(format!("  and {} more {title}", all.len() - NAMED)));
    }
}
