//! Documents: what they lack, whether their text is drafted and approved, and when they are final.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::base::ItemId;
use crate::case::Fact;
use crate::judge::evidence::texts;
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::playbook::condition::Subject;
use crate::playbook::item::Document;
use crate::playbook::{Body, Item};

pub(super) fn document(item: &Item, body: &Document, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Needed, |_| Standing::Final);
    sent(item, knowledge, status);
    if status.standing == Standing::RuledOut {
        return;
    }
    status.lacks = lacks(body, knowledge);
    if status.standing == Standing::Final {
        return;
    }
    let complete = status.lacks.is_empty();
    let is_final = || body.final_when.as_ref().map(|until| settled(until, knowledge).value) == Some(Some(true));
    let id = item.id.as_str();
    let drafted = knowledge.state.drafts(id).is_some();
    if complete && is_final() {
        status.standing = Standing::Final;
    } else if !texts::approvals(knowledge.state, &item.id, body).is_empty() {
        status.standing = Standing::Approved;
    } else if let Err(missing) = chosen(knowledge, body) {
        // Nobody knows which text it has; it waits for that.
        status.standing = Standing::Held;
        status.obstacle = Some(missing);
    } else if drafted || complete {
        status.standing = Standing::Drafted;
    }
}

/// It was sent, unless it was found not to be needed since.
fn sent(item: &Item, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    let Some(at) = knowledge.state.sendings(item.id.as_str()).last().copied() else { return };
    if status.entry.is_some_and(|entry| entry > at && status.standing != Standing::Needed) {
        return;
    }
    let Fact::Sent { to, channel, .. } = &knowledge.state.at(at).fact else { return };
    status.standing = Standing::Final;
    status.entry = Some(at);
    status.value = Some(format!("to {to}, {channel}"));
}

/// Whether every content that arises is recorded.
pub(in crate::judge) fn is_complete(knowledge: &Knowledge<'_>, body: &Document) -> bool {
    lacks(body, knowledge).is_empty()
}

/// The contents that arise and are not recorded, by their places.
fn lacks(body: &Document, knowledge: &Knowledge<'_>) -> Vec<usize> {
    let known = |from: &ItemId| {
        let id = from.as_str();
        match knowledge.playbook.item(id).map(|item| &item.body) {
            Some(Body::Question(_)) => !matches!(knowledge.answer(id), None | Some(Answer::Unknown)),
            Some(Body::Decision(_)) => knowledge.decided(id).is_some(),
            Some(Body::Register(_)) => knowledge.state.counting(id).next().is_some(),
            _ => {
                crate::judge::verdict::Facts::known(knowledge, &Subject::Task(from.clone()))
                    == crate::judge::verdict::Known::YesNo(true)
            }
        }
    };
    let contents = body.contents.iter().enumerate();
    // What does not arise in this case, or was found not to be needed, is no content that could be missing.
    let arises = |from: &ItemId| !knowledge.is_out(from.as_str()) && !knowledge.is_ruled_out(from.as_str());
    let lacks = contents.filter(|(_, content)| !known(&content.from) && arises(&content.from));
    lacks.map(|(at, _)| at).collect()
}

/// The text that a document has now, by its id; `None` where it has one for every state. Of several the first that is known to hold.
///
/// # Errors
/// What is not known, where none is known to hold and one may.
pub(in crate::judge) fn chosen<'b>(
    knowledge: &Knowledge<'_>,
    body: &'b Document,
) -> Result<Option<&'b ItemId>, Vec<Subject>> {
    let mut missing = Vec::new();
    for text in &body.texts {
        let verdict = knowledge.holds(Some(&text.when));
        match verdict.value {
            Some(true) => return Ok(Some(&text.id)),
            Some(false) => {}
            None => missing.extend(verdict.missing),
        }
    }
    if missing.is_empty() { Ok(None) } else { Err(missing) }
}
