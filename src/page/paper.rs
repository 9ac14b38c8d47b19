//! Paper: the documents and letters of the playbook, how each stands, and what each lacks.

use super::document::{Document, Line, Link, Row};
use super::state::{State, stands};
use crate::base::text::counted;
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::{Body, Item};

/// What cannot be had from this screen, and where it is.
const NOT_FROM_HERE: &str = "Nothing is printed from this screen yet: `breachbook log CASE` prints the whole record, \
                             `breachbook status CASE` how the case stands.";

/// A document of the playbook, by its place among the items, and its row.
pub struct Paper {
    pub item: usize,
    pub row: Row,
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

/// What is so whatever is selected.
pub fn foot() -> Document {
    let mut document = Document::default();
    document.text(Line::quiet(NOT_FROM_HERE));
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
