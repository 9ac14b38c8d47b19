//! `playbook show --by-role`: what falls to each role, in the order in which it is walked.

use super::text::Page;
use crate::base::ItemId;
use crate::playbook::item::{Body, Item};
use crate::playbook::model::Playbook;

/// The checklist of each role as plain text; what names nobody stands at the end.
pub fn by_role(playbook: &Playbook, width: usize) -> String {
    let mut page = Page { playbook, width, out: String::new() };
    page.line("", &format!("{} ({}), by role", playbook.title, playbook.id));
    for role in &playbook.roles {
        page.out.push('\n');
        page.line("", &format!("{} ({})", role.title, role.id));
        let before = page.out.len();
        let items = playbook.items.iter();
        entries(
            &mut page,
            items.flat_map(|item| parts(item, &role.id, playbook).into_iter().map(move |part| (item, part))),
        );
        for silence in playbook.silences.iter().filter(|silence| silence.decide_by.contains(&role.id)) {
            let when = silence.when.as_ref().map(|when| format!(", only if {}", when.text)).unwrap_or_default();
            let topic = &silence.topic;
            page.line("  ", &format!("Should decide what the policy does not say: {topic} ({}){when}", silence.id));
        }
        if page.out.len() == before {
            page.line("  ", "Nothing falls to it.");
        }
    }
    page.out.push('\n');
    page.line("", "Whoever keeps the record; the playbook names nobody");
    entries(&mut page, playbook.items.iter().filter_map(|item| Some((item, nobodys(item)?.to_owned()))));
    page.out
}

/// What is done with an item of which the playbook does not say who does it.
fn nobodys(item: &Item) -> Option<&'static str> {
    Some(match &item.body {
        Body::Question(_) => "answers",
        Body::Call(call) if call.told_by.is_none() => "calls",
        Body::Register(_) => "keeps",
        Body::Document(_) => "writes",
        Body::Task(task) if task.role.is_none() => "does",
        _ => return None,
    })
}

/// What a role has to do with an item; nothing, once, or more than once.
fn parts(item: &Item, role: &ItemId, playbook: &Playbook) -> Vec<String> {
    let title = |id: &ItemId| playbook.role_title(id.as_str()).to_owned();
    let mut parts = Vec::new();
    let mut part = |takes: bool, words: String| {
        if takes {
            parts.push(words);
        }
    };
    match &item.body {
        Body::Task(task) => {
            let others: Vec<String> = task.roles().filter(|other| *other != role).map(title).collect();
            let with = if others.is_empty() { String::new() } else { format!(" with {}", others.join(", ")) };
            part(task.roles().any(|own| own == role), format!("does{with}"));
        }
        Body::Decision(decision) => {
            let others: Vec<String> = decision.seats.iter().filter(|seat| *seat != role).map(title).collect();
            let with = if others.is_empty() { String::new() } else { format!(" with {}", others.join(", ")) };
            part(decision.seats.contains(role), format!("decides{with}"));
        }
        Body::Call(call) => {
            part(call.told_by.as_ref() == Some(role), format!("calls {}", title(&call.role)));
            part(call.role == *role, "is called".into());
            let place = call.alternates.iter().position(|other| other == role);
            part(place.is_some(), format!("is called if {} does not answer", title(&call.role)));
        }
        Body::Document(document) => part(document.to.contains(role), "receives".into()),
        Body::Question(_) => {
            let filled = playbook.role(role.as_str()).and_then(|role| role.named_by.as_ref());
            part(filled == Some(&item.id), "is named by".into());
        }
        Body::Prohibition(_) | Body::Register(_) => {}
    }
    parts
}

/// Items below the heading of their step, each with what is to do.
fn entries<'i>(page: &mut Page<'_>, items: impl Iterator<Item = (&'i Item, String)>) {
    let mut step = None;
    for (item, does) in items {
        if step.replace(item.phase) != Some(item.phase)
            && let Some(phase) = page.playbook.phases.get(item.phase)
        {
            let when = phase.when.as_ref().map(|when| format!(", only if {}", when.text)).unwrap_or_default();
            page.line("  ", &format!("{}{when}", phase.title));
        }
        let rows = item.body.for_each().map(|list| format!(", for each row of {list}")).unwrap_or_default();
        page.line("    ", &format!("{does} ({}): {} ({}){rows}", item.verb.word(), item.title, item.id));
        let own = item.when.as_ref().map(|when| format!("only if: {}", when.text));
        let after = item.body.after().map(|after| format!("not done before: {}", after.condition.text));
        for condition in own.into_iter().chain(after) {
            page.line("      ", &condition);
        }
    }
}
