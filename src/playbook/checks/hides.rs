//! `has(x) && x` where something is owed: it hides what is owed while `x` is not known, and nothing says that it waits.
//!
//! `x` alone is no where the question does not arise, and waits while nobody has answered it. `has(x) && !x` says something else
//! than `!x`, which holds where the question does not arise; it is left alone, and so is a question, which may come later.

use crate::base::ItemId;
use crate::playbook::condition::{Comparison, Expr, Subject};
use crate::playbook::item::Body;
use crate::playbook::model::Playbook;
use crate::playbook::places::{Guard, Places};
use crate::playbook::rule::Effect;
use crate::source::{Code, Problem, Problems};

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    for guard in places.guards.iter().filter(|guard| is_owed(guard, playbook)) {
        let parts = parts(&guard.root);
        let hidden = parts.iter().filter_map(|part| known(part)).find_map(|subject| {
            let beside = parts.iter().find(|part| says(part, &subject))?;
            Some((subject, *beside))
        });
        let Some((subject, beside)) = hidden else { continue };
        let name = name(&subject);
        let message = format!(
            "This hides `{}` while `{name}` is not known, and nothing shows that it waits.",
            guard.owner.trim_start_matches("phase ")
        );
        let alone = match beside {
            Expr::Holds(_) => format!("Write `{name}` without `has({name})`"),
            _ => format!("Leave `has({name})` out"),
        };
        let help = format!("{alone}: where nobody is asked that is no, and until it is answered this waits.");
        problems.add(Problem::new(Code::HidesWhileUnknown, guard.span, message).help(help));
    }
}

/// Whether a condition decides over a step, a clock, a duty to do something, or a rule from which a duty follows.
fn is_owed(guard: &Guard, playbook: &Playbook) -> bool {
    let owner = guard.owner.as_str();
    if let Some(rule) = playbook.rule(owner) {
        return matches!(rule.effect, Effect::Duty | Effect::Opens) && matches!(guard.key, "when" | "any" | "all");
    }
    let is_deed = |body: &Body| !matches!(body, Body::Question(_) | Body::Prohibition(_));
    let item = playbook.item(owner).is_some_and(|item| is_deed(&item.body) && item.verb.is_duty());
    guard.key == "when" && (item || owner.starts_with("phase ") || playbook.clock_position(owner).is_some())
}

/// What is joined by `&&`.
fn parts(root: &Expr) -> Vec<&Expr> {
    let (mut found, mut open) = (Vec::new(), vec![root]);
    while let Some(expr) = open.pop() {
        match expr {
            Expr::And(left, right) => open.extend([right.as_ref(), left.as_ref()]),
            part => found.push(part),
        }
    }
    found
}

/// What a part asks to be known, if it asks nothing else.
fn known(part: &Expr) -> Option<Subject> {
    match part {
        Expr::Has(id) => Some(Subject::Answer(ItemId::clone(id))),
        Expr::HasOfRow(of) => Some(Subject::Row(of.clone())),
        _ => None,
    }
}

/// Whether a part speaks of nothing else, and is no where that does not arise.
fn says(part: &Expr, subject: &Subject) -> bool {
    match part {
        Expr::Holds(about) | Expr::AnyOf(about, _) => about == subject,
        Expr::Compare(about, sign, _) => about == subject && *sign != Comparison::NotEqual,
        Expr::And(left, right) | Expr::Or(left, right) => says(left, subject) && says(right, subject),
        _ => false,
    }
}

fn name(subject: &Subject) -> String {
    match subject {
        Subject::Row(of) => format!("row.{}", of.id()),
        other => other.id().to_string(),
    }
}
