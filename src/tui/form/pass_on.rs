//! Passing a call on: who is asked to make it, and whether all calls of that caller go with it.

use super::call::reach;
use super::{Field, Form, Kind, Pick, item::option, target};
use crate::guide::Command;
use crate::playbook::item::Call;
use crate::playbook::{Body, Item};
use crate::tui::ctx::Case;
use crate::tui::theme::Role as Look;

const WHICH: &str = "which";
const ALL: &str = "all";

/// The form for a call of the tree.
pub fn form(case: &Case<'_>, item: &Item, body: &Call) -> Form {
    let caller = body.told_by.as_ref();
    let known = caller.map(|role| {
        let title = case.playbook.role_title(role.as_str());
        reach(case, role.as_str()).person.unwrap_or_else(|| title.to_owned())
    });
    let mut fields = vec![
        Field::line("to", "Who was asked to make the call", known.as_deref().unwrap_or_default()).required(),
    ];
    if let Some(role) = caller {
        let open = open_calls(case, body);
        if open > 1 {
            let title = case.playbook.role_title(role.as_str());
            let all = format!("All {open} open calls that {title} makes by the policy");
            let options = vec![option("one", "This call"), option(ALL, &all)];
            fields.push(Field::pick(WHICH, "Which calls", Pick::one(options).on("one")));
        }
    }
    fields.push(Field::line("said", "What was agreed", "").hint("By when, and how they report back."));
    if let Some(field) = target::field(case, item, true) {
        fields.insert(0, field);
    }
    let mut form = Form::new(Kind::PassOn(item.id.to_string()), &item.title, fields)
        .about(Look::Dim, "The call stays open until somebody reports back what it came to.")
        .with_said("Asked by");
    form.focus = form.fields.iter().position(|field| field.name == "to").unwrap_or(0);
    form
}

/// How many open calls the same role makes.
fn open_calls(case: &Case<'_>, body: &Call) -> usize {
    let all = case.playbook.items.iter().zip(&case.assessment.items);
    all.filter(|(item, status)| {
        status.standing.is_open() && matches!(&item.body, Body::Call(call) if call.told_by == body.told_by)
    })
    .count()
}

pub(super) fn command(form: &Form, id: &str) -> Command {
    let all = form.text(WHICH) == ALL;
    Command::PassOn {
        id: id.to_owned(),
        to: form.some("to"),
        all,
        said: form.some("said"),
        target: target::chosen(form).filter(|_| !all),
    }
}
