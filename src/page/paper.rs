//! Paper: what can be handed out. The documents and letters of the playbook, how each stands and what each lacks; the pages that every
//! case has, and its lists; and what was printed of them already.

use super::document::{Document, Link, Row};
use super::line::Line;
use super::printed::{self, Printed, printings};
use super::state::{State, stands};
use crate::base::text::counted;
use crate::case::Fact;
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::{Body, Item};

/// A document of the playbook, by its place among the items, and its row.
pub struct Paper {
    pub item: usize,
    pub row: Row,
}

/// What can be printed, and its row.
pub struct Sheet {
    pub printed: Printed,
    /// Its place among the items; `None` for a page.
    pub item: Option<usize>,
    pub row: Row,
}

/// Most printings that are told one by one.
const TOLD: usize = 3;

/// Everything that can be printed: documents first, for somebody waits for them; then the pages, then the lists.
pub fn sheets(view: &View<'_>) -> Vec<Sheet> {
    let printings = printings(view);
    let documents = rows(view).into_iter().map(|paper| Sheet {
        printed: Printed::Document(view.playbook.items[paper.item].id.clone()),
        item: Some(paper.item),
        row: paper.row,
    });
    let others = printed::all(view).into_iter().filter(|printed| !matches!(printed, Printed::Document(_)));
    let others = others.map(|printed| {
        let word = word(view, &printed, printings.get(&printed).map(Vec::as_slice).unwrap_or_default());
        let item = view.playbook.position(printed.id()).filter(|_| matches!(printed, Printed::List(_)));
        let row = Row::sides(format!("  {}", printed.title(Some(view.playbook))), Line::quiet(word));
        Sheet { printed, item, row }
    });
    // A list that the policy does not ask for stands here once something is in it.
    let idle = |sheet: &Sheet| {
        let also = matches!(sheet.printed, Printed::List(_)) && sheet.item.is_none();
        also && view.state.register(sheet.printed.id()).is_empty() && !printings.contains_key(&sheet.printed)
    };
    documents.chain(others).filter(|sheet| !idle(sheet)).collect()
}

/// How a page or a list stands: when it was printed last, and how much was recorded since.
fn word(view: &View<'_>, printed: &Printed, printings: &[usize]) -> String {
    let empty = matches!(printed, Printed::List(id) if view.state.register(id.as_str()).is_empty());
    match printings.last() {
        None if empty => "nothing in it".into(),
        None => "not printed yet".into(),
        Some(last) => {
            let at = view.state.at(*last).at.short_in(view.now);
            match since(view, *last) {
                0 => format!("printed {at}"),
                more => format!("printed {at}, {more} since"),
            }
        }
    }
}

/// How many entries that people wrote stand behind one.
fn since(view: &View<'_>, at: usize) -> usize {
    let written = |at: &usize| view.state.at(*at).fact.can_be_struck() && view.state.counts(*at);
    (at + 1..view.state.log.len()).filter(written).count()
}

/// What was printed of it, the latest first: `22 Nov 02:13 as pdf, to the Principal, by R. Okafor, k4-12`.
pub fn history(view: &View<'_>, printed: &Printed) -> Document {
    let mut document = Document::default();
    let all = printings(view).remove(printed).unwrap_or_default();
    for at in all.iter().rev().take(TOLD) {
        let recorded = view.state.at(*at);
        let Fact::Exported { format, to, .. } = &recorded.fact else { continue };
        let to = to.as_ref().map_or_else(String::new, |to| format!(", to {to}"));
        let (when, who) = (recorded.at.short_in(view.now), recorded.recorder());
        let name = view.state.name(*at);
        document.labelled("Printed", Line::quiet(format!("{when} as {format}{to}, by {who}, {name}")));
    }
    if all.len() > TOLD {
        document.text(Line::quiet(format!("and {} more times", all.len() - TOLD)));
    }
    document
}

/// Where a document is gone on with: the first part that is missing and can be recorded now.
pub fn goes_on_at(view: &View<'_>, at: usize) -> Option<usize> {
    let Body::Document(body) = &view.playbook.items[at].body else { return None };
    let missing = view.picture.items[at].lacks.iter().filter_map(|lack| body.contents.get(*lack));
    let mut places = missing.filter_map(|content| view.playbook.position(content.from.as_str()));
    places.find(|at| view.picture.items[*at].standing.is_open())
}

/// The documents that the case asks for, or may; those that do not apply are left out.
pub fn rows(view: &View<'_>) -> Vec<Paper> {
    let documents = view.items().enumerate().filter(|(_, (item, _))| matches!(item.body, Body::Document(_)));
    let rows = documents.map(|(item, (document, _))| {
        let stands = stands(view, Target::Item(item));
        let row = Row {
            state: Some(stands.shown()),
            what: document.title.as_str().into(),
            word: stands.word.into(),
            to: Some(Link::Item(item)),
            ..Row::default()
        };
        Paper { item, row }
    });
    rows.filter(|paper| paper.row.state != Some(State::Off)).collect()
}

/// What stands above the list.
pub fn title(view: &View<'_>, papers: &[Paper]) -> Line {
    let standing = |paper: &Paper| view.picture.items[paper.item].standing;
    let count = |wanted: &[Standing]| papers.iter().filter(|paper| wanted.contains(&standing(paper))).count();
    let (to_send, sent) = (count(&[Standing::Drafted, Standing::Approved]), count(&[Standing::Final]));
    if to_send + sent > 0 {
        let write = count(&[Standing::Needed, Standing::Attempted, Standing::Open]);
        return Line::strong(format!("{to_send} to send · {sent} sent · {write} to write"));
    }
    let first = papers.iter().find(|paper| standing(paper) == Standing::Needed);
    let first = first.or_else(|| papers.first()).map(|paper| {
        let item = &view.playbook.items[paper.item];
        match parts(view, paper.item) {
            Some((has, all)) => {
                let all = counted(all, "part", "parts");
                format!(" {}: {has} of {all}.", item.title.trim_end_matches('.'))
            }
            None => format!(" First: {}.", item.title.trim_end_matches('.')),
        }
    });
    Line::strong(format!("Nothing to hand out.{}", first.unwrap_or_default()))
}

/// How many parts of a document are recorded, and how many it has.
fn parts(view: &View<'_>, at: usize) -> Option<(usize, usize)> {
    let Body::Document(body) = &view.playbook.items[at].body else { return None };
    let all = body.contents.len();
    (all > 0).then(|| (all - view.picture.items[at].lacks.len(), all))
}

/// What a document has, what it lacks, and to whom it goes.
pub fn page(view: &View<'_>, at: usize) -> Document {
    let (item, mut document) = (&view.playbook.items[at], Document::default());
    let Body::Document(body) = &item.body else { return document };
    let lacks = &view.picture.items[at].lacks;
    document.text(Line::strong(item.title.as_str()));
    if !body.to.is_empty() {
        let to: Vec<_> = body.to.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
        document.labelled("Goes to", to.join(", "));
    }
    document.gap();
    for (content_at, content) in body.contents.iter().enumerate() {
        document.add(part(view, content.title.as_str(), content.from.as_str(), lacks.contains(&content_at)).into());
    }
    if body.contents.is_empty() {
        document.text(Line::quiet("The policy does not say what it holds."));
    }
    document
}

fn part(view: &View<'_>, title: &str, from: &str, lacks: bool) -> Row {
    let is_it = |item: &Item| item.id.as_str() == from;
    let Some(at) = view.playbook.items.iter().position(is_it) else {
        return Row { state: Some(State::ToDo), ..Row::sides(title, "missing") };
    };
    let known = stands(view, Target::Item(at));
    // A state other than to do says why a part is missing: not known yet, or it waits.
    let (state, word) = match (lacks, known.state) {
        (true, State::ToDo | State::Done | State::Off) => (State::ToDo, "missing".to_owned()),
        (true, state) => (state, known.word),
        (false, State::Off) => (State::Off, known.word),
        (false, _) => (State::Done, known.word),
    };
    Row { state: Some(state), what: title.into(), word: word.into(), to: Some(Link::Item(at)), ..Row::default() }
}
