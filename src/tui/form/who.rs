//! Who is at the keyboard: one line for a name. Enter takes the one that is offered.

use super::{Field, Form, Kind};
use crate::base::span;
use crate::guide::View;
use crate::record::keyboard::{self, Offered};
use crate::tui::effect::Effect;
use crate::tui::theme::Role;

/// The field of the first name.
const PERSON: &str = "person";

/// Why it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Nobody was named in this run.
    Unnamed,
    /// So many seconds passed without a key.
    Away(i64),
    /// The program was left for the shell.
    Shell,
}

/// The form. `login` is offered where nobody was named; `waits` says that a record waits for the answer.
pub fn form(case: &View<'_>, login: &str, why: Why, waits: bool) -> Form {
    let person = case.person;
    let offer = if person.is_empty() { login } else { person };
    // Somebody else than before is a record; whoever typed without looking reads it once more.
    let name = if person.is_empty() { PERSON } else { "to" };
    let mut form = Form::new(Kind::Who, "Who is at the keyboard?", vec![field(name, offer)]);
    form.button = "Go on";
    let say = match why {
        Why::Unnamed => "The name stands beside everything that is recorded.".to_owned(),
        Why::Away(seconds) => {
            format!("{} passed without a key. Enter, if {person} is still here.", span::short(seconds))
        }
        Why::Shell => format!("The program was left for a while. Enter, if {person} is still here."),
    };
    form = form.about(Role::Text, &say);
    form = list(form, &at_the_keyboard(case));
    let then = if waits {
        "What you typed is recorded then. Esc goes back to it, and records nothing."
    } else {
        "Esc reads only: nothing is recorded until somebody is named."
    };
    form.about(Role::Quiet, then)
}

pub(super) fn submit(form: &Form) -> Vec<Effect> {
    vec![Effect::Name(form.some(PERSON).unwrap_or_else(|| form.text("to")))]
}

/// The field of the name, with the name that is offered.
pub(super) fn field(name: &'static str, offered: &str) -> Field {
    Field::line(name, "Name", offered).hint("A name, or its number in the list.")
}

/// The form with the names that a digit stands for.
pub(super) fn list(form: Form, names: &[Offered]) -> Form {
    let line = |(at, one): (usize, &Offered)| format!("{}  {} ({})", at + 1, one.name, one.why);
    names.iter().enumerate().map(line).fold(form, |form, text| form.about(Role::Text, &text))
}

fn at_the_keyboard(case: &View<'_>) -> Vec<Offered> {
    keyboard::offered(case.playbook, case.state, case.picture)
}

/// The name that was meant by what stands in the form.
pub fn named(case: &View<'_>, typed: &str) -> Result<String, crate::record::Refusal> {
    keyboard::name(&keyboard::chosen(&at_the_keyboard(case), typed))
}
