//! What every document of the playbook has, with a text of its own or without.

use super::cells::by;
use super::frame::around;
use super::missing::not_yet_known;
use super::options::Options;
use super::sheet::{Form, Sheet};
use crate::base::{ClauseId, ItemId};
use crate::case::Fact;
use crate::judge::View;
use crate::page::{Block, Callout, Document};
use crate::playbook::Item;
use crate::playbook::item::Document as Body;
use crate::playbook::reference::Silence;

/// What stands around a document.
pub(super) fn plain(view: &View<'_>, item: &Item, options: &Options, page: Document) -> Sheet {
    let form = Form { id: item.id.to_string(), number: None, version: 1 };
    around(view, form, item.title.trim_end_matches('.').to_owned(), options, page)
}

/// ` (NE-e1)`.
pub(super) fn clauses(cite: &[ClauseId]) -> String {
    let all = cite.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if all.is_empty() { all } else { format!(" ({all})") }
}

/// Whether a silence is about a document or what supplies it.
pub(super) fn concerns(silence: &Silence, item: &Item, body: &Body) -> bool {
    let named = |id: &ItemId| silence.used_by.contains(id);
    named(&item.id) || body.contents.iter().any(|content| named(&content.from))
}

/// What the policy does not say about the document or what supplies it, and what people decided about that.
pub(super) fn silences(view: &View<'_>, item: &Item, body: &Body) -> Document {
    let all = view.playbook.silences.iter().zip(&view.picture.silences);
    let mine = all.filter(|(silence, status)| concerns(silence, item, body) && status.applies.value != Some(false));
    let mut page = Document::default();
    for (silence, status) in mine {
        let mut blocks = vec![Block::Text(silence.say.as_str().into())];
        match status.decided.map(|at| (at, &view.state.at(at).fact)) {
            Some((at, Fact::SilenceDecided { value, .. })) => {
                let line = format!("Decided: {value} ({}, {})", by(view.state.at(at)).words(), view.state.name(at));
                blocks.push(Block::Text(line.into()));
            }
            _ if silence.ask => {
                let roles: Vec<_> =
                    silence.decide_by.iter().map(|role| view.playbook.role_title(role.as_str())).collect();
                let who = if roles.is_empty() { String::new() } else { format!("; {} decides", roles.join(" or ")) };
                blocks.push(Block::Text(not_yet_known(&format!("{}{who}", silence.topic))));
            }
            _ => {}
        }
        page.add(Block::Callout(Callout::Silence, blocks));
    }
    page
}
