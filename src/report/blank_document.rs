//! A document or letter of the playbook for pencil: what it has to say, a few lines for each, and the words of its text with gaps.

use super::document::numbered;
use super::document_parts::{clauses, concerns};
use super::frame;
use super::letter::blocks;
use super::options::Options;
use super::sheet::{Form, Sheet};
use crate::base::ItemId;
use crate::page::{Block, Callout, Document, Line, Tone};
use crate::playbook::item::Document as Body;
use crate::playbook::letter::{Name, Value, read};
use crate::playbook::reference::Silence;
use crate::playbook::{self, Item, Playbook};
use crate::source::{Problems, Source};

/// Lines for one content.
const LINES: u8 = 3;

/// What stands in a text for words that somebody writes by hand.
const GAP: &str = "____________________";

/// The form of a document; `None` where the playbook has none of this id.
pub fn document(playbook: &Playbook, id: &ItemId, options: &Options) -> Option<Sheet> {
    let item = playbook.item(id.as_str())?;
    let playbook::Body::Document(body) = &item.body else { return None };
    let mut page = Document::default();
    page.labelled("To", if body.to.is_empty() { GAP.to_owned() } else { roles(playbook, &body.to).join(" · ") });
    page.labelled("From", format!("{GAP}  name and role"));
    for (at, content) in body.contents.iter().enumerate() {
        let title = Line::from(numbered(at, content)).and(Tone::Quiet, clauses(&content.cite));
        page.add(Block::Keep(vec![Block::Heading(2, title), Block::Ruled(LINES)]));
    }
    if body.contents.is_empty() {
        page.text(Line::quiet("The policy does not say what it holds."));
        page.add(Block::Ruled(LINES));
    }
    page.append(texts(playbook, item, body));
    page.append(silences(playbook, item, body));
    page.add(Block::Sign(signs(playbook, item, body)));
    let form = Form { id: item.id.to_string(), number: None, version: 1 };
    Some(frame::blank_around(playbook, form, item.title.trim_end_matches('.').to_owned(), options, page))
}

fn roles<'p>(playbook: &'p Playbook, ids: &'p [ItemId]) -> Vec<&'p str> {
    ids.iter().map(|role| playbook.role_title(role.as_str())).collect()
}

/// Its text; of several each under its name, since only a case says which one holds.
fn texts(playbook: &Playbook, item: &Item, body: &Body) -> Document {
    let mut page = Document::default();
    let states = std::iter::once(None).chain(body.texts.iter().map(|text| Some(&text.id)));
    for state in states {
        let source = playbook.letters.text(&item.id, state);
        let Some(words) = source.and_then(|source| with_gaps(playbook, body, source)) else { continue };
        let title = state
            .map_or_else(|| "Its text".to_owned(), |state| format!("Its text: {}", state.as_str().replace('_', " ")));
        page.add(Block::Heading(2, title.into()));
        page.append(blocks(&words));
    }
    page
}

/// A text with a gap for each name, and what belongs there. `None` where the text has a mistake.
fn with_gaps(playbook: &Playbook, body: &Body, source: &Source) -> Option<String> {
    let mut problems = Problems::default();
    let template = read(0, source, playbook, body, &mut problems);
    let gap = |name: &Name| {
        let what = match name {
            Name::Must(at) => format!("{}{}", plain(&body.contents[*at].title), clauses(&body.contents[*at].cite)),
            Name::Answer(id) => plain(playbook.title(id.as_str()).unwrap_or(id.as_str())).to_owned(),
            Name::Fact(fact, _) => fact.title().to_owned(),
        };
        Value::Said(format!("{GAP} ({what})"))
    };
    template.fill(&gap).filter(|_| !problems.any_error())
}

fn plain(title: &str) -> &str {
    title.trim_end_matches(['.', '?'])
}

/// What the policy does not say about it, with a line for what people decide.
fn silences(playbook: &Playbook, item: &Item, body: &Body) -> Document {
    let callout = |silence: &Silence| {
        let mut blocks = vec![Block::Text(silence.say.as_str().into())];
        if silence.ask {
            let who = roles(playbook, &silence.decide_by).join(" or ");
            let who = if who.is_empty() { who } else { format!(" by {who}") };
            blocks.push(Block::Text(format!("Decided{who}: {GAP}").into()));
        }
        Block::Callout(Callout::Silence, blocks)
    };
    playbook.silences.iter().filter(|silence| concerns(silence, item, body)).map(callout).collect()
}

/// Who signs: of a letter whoever approves its text, of a report whoever receives it.
fn signs(playbook: &Playbook, item: &Item, body: &Body) -> Vec<Line> {
    let is_letter = playbook.letters.has(&item.id);
    let (word, who) = if is_letter { ("Approved", &body.approved_by) } else { ("Acknowledged", &body.to) };
    let all: Vec<Line> = roles(playbook, who).into_iter().map(|role| format!("{word}: {role}").into()).collect();
    if all.is_empty() { vec!["Written by".into()] } else { all }
}
