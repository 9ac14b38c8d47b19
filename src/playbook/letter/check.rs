//! Everything that can be wrong with the texts of a playbook.

use super::letters::{Letters, MOST, name};
use super::template;
use crate::playbook::item::{Body, Document, Item};
use crate::playbook::model::Playbook;
use crate::source::{Code, Problem, Problems, Source, Span};

/// Every problem of the texts of a playbook, in order of name. The place of the first text among the sources is `first`; the texts are
/// added behind the sources in the order of [`Letters::all`].
pub fn check(playbook: &Playbook, letters: &Letters, first: usize) -> Vec<Problem> {
    let mut problems = Problems::default();
    for (at, source) in letters.all().enumerate() {
        let file = first + at;
        if at >= MOST {
            let message = format!("The playbook has more than {MOST} texts.");
            problems.add(Problem::new(Code::LetterTooLong, Span { file, start: 0, end: 0 }, message));
            break;
        }
        match document_of(playbook, source) {
            Some((_, document)) => one(file, source, playbook, document, &mut problems),
            None => {
                let message = format!("`{}` is the text of no document of `{}`.", source.name, playbook.id);
                let problem = Problem::new(Code::LetterWithoutDocument, Span { file, start: 0, end: 0 }, message);
                let known: Vec<String> = names(playbook);
                problems.add_similar(problem, &source.name, known.iter().map(String::as_str));
            }
        }
    }
    problems.sorted()
}

fn one(file: usize, source: &Source, playbook: &Playbook, document: &Document, problems: &mut Problems) {
    let before = problems.any_error();
    let read = template::read(file, source, playbook, document, problems);
    if !before && problems.any_error() {
        return;
    }
    let has: Vec<usize> = read.musts().collect();
    for (at, content) in document.contents.iter().enumerate().filter(|(at, _)| !has.contains(at)) {
        let clauses = content.cite.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let message = format!(
            "`{}` has no `{{{{ must.{} }}}}`: {} ({clauses}).",
            source.name,
            document.contents[at].from,
            content.title.trim_end_matches('.')
        );
        problems.add(Problem::new(Code::LetterLacksContent, Span { file, start: 0, end: 0 }, message));
    }
}

/// The document whose text it is, by the name of the file.
fn document_of<'p>(playbook: &'p Playbook, source: &Source) -> Option<(&'p Item, &'p Document)> {
    documents(playbook).find(|(item, document)| {
        source.name == name(&item.id, None)
            || document.texts.iter().any(|text| source.name == name(&item.id, Some(&text.id)))
    })
}

fn documents(playbook: &Playbook) -> impl Iterator<Item = (&Item, &Document)> {
    playbook.items.iter().filter_map(|item| match &item.body {
        Body::Document(document) => Some((item, document)),
        _ => None,
    })
}

fn names(playbook: &Playbook) -> Vec<String> {
    let of = |(item, document): (&Item, &Document)| {
        let states = document.texts.iter().map(|text| name(&item.id, Some(&text.id))).collect::<Vec<_>>();
        std::iter::once(name(&item.id, None)).chain(states).collect::<Vec<_>>()
    };
    documents(playbook).flat_map(of).collect()
}
