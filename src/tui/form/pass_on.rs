//! Passing a call on: who is asked to make it, and whether all calls of that caller go with it.

use super::{Field, Form, Kind, Pick, item::option, target};
use crate::guide::Command;
use crate::guide::passed_on::{caller, of_the_same_caller};
use crate::playbook::Item;
use crate::playbook::item::Call;
use crate::tui::ctx::Case;
use crate::tui::theme::Role as Look;

const WHICH: &str = "which";
const ALL: &str = "all";

/// The form for a call of the tree.
pub fn form(case: &Case<'_>, item: &Item, body: &Call) -> Form {
    let known = caller(case.playbook, case.assessment, body);
    let mut fields =
        vec![Field::line("to", "Who was asked to make the call", known.as_deref().unwrap_or_default()).required()];
    if let Some(role) = &body.told_by {
        let open = of_the_same_caller(case.playbook, case.assessment, body).len();
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
