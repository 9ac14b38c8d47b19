//! Documents, lowered: what each contains, who approves its text, by which method it goes, and which text it has in which state.

use super::resolve::Taken;
use super::{Lowering, resolve};
use crate::playbook::condition::{Condition, Known};
use crate::playbook::item::{Body, Content, Document, TextOf};
use crate::playbook::model::Playbook;
use crate::playbook::raw::file::RawFile;
use crate::playbook::raw::walk::{RawDocument, RawTextOf};
use crate::source::reading::Placed;
use crate::source::value::{Line, Text};
use crate::source::{Code, Problem};

impl Lowering<'_> {
    pub(super) fn document(&mut self, raw: &RawDocument) -> Document {
        if raw.to.is_empty() || raw.contents.is_empty() {
            let lacks = if raw.to.is_empty() { "goes to nobody" } else { "contains nothing" };
            self.problem(Code::EmptyDocument, raw.place(), format!("The document `{}` {lacks}.", raw.id.text));
        }
        let supplies = |known: &Known| {
            matches!(known, Known::Question { .. } | Known::Decision(_) | Known::Task | Known::Register { .. })
        };
        let mut contents = Vec::new();
        for content in &raw.contents {
            contents.push(Content {
                title: content.title.text.clone(),
                from: self.reference(&content.from, "a question, a decision, a task or a register", supplies),
                cite: self.cites(&content.cite),
            });
        }
        let final_when: Option<&Text> = raw.final_when.as_ref();
        let final_when: Option<Condition> = self.guard(final_when, &raw.id.text, "final_when");
        Document {
            to: self.roles(&raw.to),
            contents,
            final_when,
            approved_by: self.roles(&raw.approved_by),
            method: raw.method.as_ref().map(resolve::id),
            texts: self.texts(raw),
        }
    }

    fn texts(&mut self, raw: &RawDocument) -> Vec<TextOf> {
        let mut taken = Taken::default();
        let nothing = Line::default();
        let text = |text: &'_ RawTextOf, lowering: &mut Self| TextOf {
            id: resolve::id(&text.id),
            when: lowering.condition(&text.when, &raw.id.text, "texts"),
        };
        for one in &raw.texts {
            self.tell_apart("a text", &one.id, &nothing, &mut taken);
        }
        raw.texts.iter().map(|one| text(one, self)).collect()
    }

    /// The method of each document has to be one of the list of persons.
    pub(super) fn methods_of_documents(&mut self, files: &[RawFile], playbook: &Playbook) {
        let list = playbook.counts.as_ref().and_then(|counts| counts.list.as_ref());
        let register = list.and_then(|list| playbook.items.iter().find(|item| item.id == list.register));
        let methods: Vec<&str> = match register.map(|item| &item.body) {
            Some(Body::Register(body)) => body.methods.iter().map(|method| method.id.as_str()).collect(),
            _ => Vec::new(),
        };
        for line in files.iter().flat_map(|file| &file.document).filter_map(|raw| raw.method.as_ref()) {
            if !line.is_missing() && !methods.contains(&line.text.as_str()) {
                let message = format!("The list of persons has no method `{}`.", line.text);
                let problem = Problem::new(Code::UnknownMethod, line.span, message);
                self.problems.add_similar(problem, &line.text, methods.iter().copied());
            }
        }
    }
}
