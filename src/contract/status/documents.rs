//! Documents in the status: for whom, with which contents, and what is missing.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId};
use crate::judge::Standing;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::playbook::{Body, Item, item};

pub fn documents<'a>(of: &View<'a>) -> Vec<Document<'a>> {
    let documents = of.items().filter_map(|(item, status)| match &item.body {
        Body::Document(body) => Some(Document::of(item, body, status)),
        _ => None,
    });
    documents.collect()
}

object! {
    Document<'a>(item: &'a Item, body: &'a item::Document, status: &ItemStatus) {
        let contents = body.contents.iter().enumerate();
    } => {
        id: &'a ItemId = &item.id,
        title: &'a str = &item.title,
        state: &'static str = match status.standing {
            Standing::Final => "final",
            Standing::Approved => "approved",
            Standing::Drafted => "drafted",
            Standing::NotApplicable | Standing::Pending | Standing::RuledOut => "not-needed",
            _ => "needed",
        },
        to: &'a [ItemId] = &body.to,
        missing: Vec<&'a ItemId> = status.lacks.iter().map(|at| &body.contents[*at].from).collect(),
        contents: Vec<Content<'a>> = contents.map(|(at, content)| Content::of(content, !status.lacks.contains(&at))).collect(),
        clauses: &'a [ClauseId] = &item.cite,
    }
}

object! {
    Content<'a>(content: &'a item::Content, present: bool) => {
        title: &'a str = &content.title,
        from: &'a ItemId = &content.from,
        present: bool = present,
        clauses: &'a [ClauseId] = &content.cite,
    }
}
