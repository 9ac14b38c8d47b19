//! Who is at the keyboard: one line for a name, and below it whom a digit stands for and where the case stands.

use super::{Field, Form, Kind};
use crate::base::span;
use crate::judge::View;
use crate::page::{Document, Line, Tone};
use crate::record::keyboard::{self, Offered};
use crate::tui::effect::Effect;
use crate::tui::theme::Role;

/// The field of the name.
pub(super) const PERSON: &str = "person";

/// Why it is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The case was opened just now.
    Opened,
    /// Nobody was named in this run.
    Unnamed,
    /// So many seconds passed without a key.
    Away(i64),
    /// The program was left for the shell.
    Shell,
    /// Somebody hands the keyboard over.
    HandOver,
}

/// The form. A name is offered where the program was told it, and where nobody was named the login is; after a pause nobody is, for it
/// may be somebody else. `waits` says that a record waits for the answer.
pub fn form(case: &View<'_>, login: &str, why: Why, waits: bool, stands: Document) -> Form {
    let (person, now) = (case.person, case.now.at.clock_in(case.now));
    let offered = match why {
        _ if person.is_empty() => login,
        Why::Opened | Why::Unnamed => person,
        Why::Away(_) | Why::Shell | Why::HandOver => "",
    };
    let title = match why {
        Why::Opened | Why::Unnamed => "Who is at the keyboard?".to_owned(),
        Why::Away(seconds) => format!("YOU ARE BACK · away {} · {now}", span::short(seconds)),
        Why::Shell => format!("YOU ARE BACK · {now}"),
        Why::HandOver => "HAND OVER THE KEYBOARD".to_owned(),
    };
    let mut form = Form::new(Kind::Who, &title, vec![field(offered)]);
    form.button = "Go on";
    if !matches!(why, Why::Opened | Why::Unnamed) {
        form = form.about(Role::Text, "Who is at the keyboard?");
    }
    form.names = crate::page::back::with_when(case, at_the_keyboard(case));
    form.below.gap().append(stands);
    if let Some(head) = case.head.filter(|_| why == Why::HandOver) {
        let seal = Line::strong(head.seal.short()).and(Tone::Quiet, "  say it aloud or write it down");
        form.below.labelled("Seal", seal);
    }
    form.below.gap();
    form.below.text(Line::quiet(if waits {
        "What you typed is recorded once somebody says who is here. Esc goes back to it, and records nothing."
    } else {
        "Nothing is recorded until somebody says who is here. Esc reads only."
    }));
    form
}

/// The field of the name, with the name that is offered.
pub(super) fn field(offered: &str) -> Field {
    Field::line(PERSON, "Name", offered).hint("A name, or its number in the list.")
}

pub(super) fn submit(form: &Form) -> Vec<Effect> {
    vec![Effect::Name(form.text(PERSON))]
}

fn at_the_keyboard(case: &View<'_>) -> Vec<Offered> {
    keyboard::offered(case.playbook, case.state, case.picture)
}

/// The name that was meant by what stands in the form.
pub fn named(case: &View<'_>, typed: &str) -> Result<String, crate::record::Refusal> {
    keyboard::name(&keyboard::chosen(&at_the_keyboard(case), typed))
}
