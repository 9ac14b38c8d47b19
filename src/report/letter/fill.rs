//! Filling a text: each name with what is recorded, what is missing said with its clause, what does not apply left out.

use super::said::said;
use crate::base::ClauseId;
use crate::base::digest::sha256;
use crate::judge::{Standing, View};
use crate::playbook::item::Document;
use crate::playbook::letter::{Name, Template, Value, escaped, read};
use crate::record::NOT_YET_KNOWN;
use crate::source::{Problem, Problems, Source};

/// A text that was filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    pub words: String,
    /// SHA-256 of the text that it was filled from.
    pub template: String,
    /// The contents that may apply and for which the text has no place.
    pub without: Vec<usize>,
}

/// Why a text was not filled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotFilled {
    /// The first mistake in it, with its line.
    Faulty { line: usize, message: String, help: String },
    /// What it comes to is longer than any letter.
    TooLong,
}

/// Fills a text for a document as the case stands.
///
/// # Errors
/// If the text has a mistake, or comes to more than a letter holds.
pub fn fill(view: &View<'_>, body: &Document, source: &Source) -> Result<Filled, NotFilled> {
    let mut problems = Problems::default();
    let template = read(0, source, view.playbook, body, &mut problems);
    if let Some(first) = problems.sorted().into_iter().find(Problem::is_error) {
        let before = source.text.get(..first.span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        return Err(NotFilled::Faulty { line, message: first.message.clone(), help: first.advice().to_owned() });
    }
    let words = template.fill(&|name| value(view, body, name)).ok_or(NotFilled::TooLong)?;
    let without = without(view, body, &template);
    Ok(Filled { words, template: sha256(source.text.as_bytes()), without })
}

fn without(view: &View<'_>, body: &Document, template: &Template) -> Vec<usize> {
    let has: Vec<usize> = template.musts().collect();
    let all = 0..body.contents.len();
    all.filter(|at| !has.contains(at) && !is_out(view, body.contents[*at].from.as_str())).collect()
}

/// Whether something does not apply in this case, or was found not to be needed.
fn is_out(view: &View<'_>, id: &str) -> bool {
    let knowledge = view.knowledge();
    let status = view.playbook.position(id).map(|at| view.picture.items[at].standing);
    knowledge.is_out(id) || status == Some(Standing::RuledOut)
}

fn value(view: &View<'_>, body: &Document, name: &Name) -> Value {
    let (id, title, cite) = match name {
        Name::Must(at) => {
            let content = &body.contents[*at];
            (&content.from, content.title.as_str(), content.cite.as_slice())
        }
        Name::Answer(id) => {
            let asked = view.playbook.item(id.as_str());
            let (title, cite) = asked.map_or(("", &[][..]), |asked| (asked.title.as_str(), asked.cite.as_slice()));
            (id, title, cite)
        }
        Name::Fact(fact, id) => (id, fact.title(), &[][..]),
    };
    if is_out(view, id.as_str()) {
        return Value::Out;
    }
    said(view, id).map_or_else(|| Value::Missing(missing(title, cite)), Value::Said)
}

/// `[not yet known: a telephone number (CN-4)]`, as Markdown.
fn missing(title: &str, cite: &[ClauseId]) -> String {
    let clauses = cite.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let clauses = if clauses.is_empty() { clauses } else { format!(" ({clauses})") };
    // The brackets are this program's; a bracket in the title would end them.
    let title = title.trim_end_matches(['.', '?']).replace(['[', ']'], "");
    format!("{NOT_YET_KNOWN}: {}{clauses}]", escaped(&title))
}
