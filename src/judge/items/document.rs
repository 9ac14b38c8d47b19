//! Documents: what they lack, and when they are final.

use super::outcome::outcome;
use super::status::ItemStatus;
use crate::base::ItemId;
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::playbook::condition::Subject;
use crate::playbook::item::Document;
use crate::playbook::{Body, Item};

pub(super) fn document(item: &Item, body: &Document, knowledge: &Knowledge<'_>, status: &mut ItemStatus) {
    outcome(item, knowledge, status, Standing::Needed, |_| Standing::Final);
    if status.standing == Standing::RuledOut {
        return;
    }
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
    status.lacks = lacks.map(|(at, _)| at).collect();
    if status.standing != Standing::Final && status.lacks.is_empty() {
        let sent = body.final_when.as_ref().map(|until| settled(until, knowledge).value);
        status.standing = if sent == Some(Some(true)) { Standing::Final } else { Standing::Drafted };
    }
}
