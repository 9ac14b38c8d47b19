//! Opening a new case: live or exercise, a title, a name.

use super::{Field, Form, Pick};
use crate::journal::Mode;
use crate::playbook::model::Kind;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::theme::Role;

const LIVE: &str = "live";

/// The form for a new case; Enter is enough when somebody was named. A login is only offered: it names the computer's user.
pub fn form(at: usize, offer: &Offer, person: &str, login: &str) -> Form {
    let option = |id: &str, label: &str, more: &str| (id.to_owned(), label.to_owned(), Some(more.to_owned()));
    let review = offer.kind == Kind::Readiness;
    let modes = if review {
        vec![
            option(LIVE, "REVIEW", "It counts as the latest review of this playbook."),
            option("exercise", "EXERCISE", "Practice. It does not count as a review."),
        ]
    } else {
        vec![
            option(LIVE, "LIVE", "Something has happened, or may have."),
            option("exercise", "EXERCISE", "Practice. Every page says so."),
        ]
    };
    let fields = vec![
        Field::pick("mode", "This is", Pick::one(modes).on(LIVE)),
        Field::line("title", "Title", &offer.title).hint("What people will call this case."),
        Field::line("person", "Your name", if person.is_empty() { login } else { person })
            .hint("It stands beside everything that you record."),
    ];
    let mut form = Form::new(super::Kind::Start(at), if review { "New review" } else { "New case" }, fields)
        .about(Role::Strong, &offer.title)
        .about(Role::Quiet, &offer.about);
    form.button = "Start";
    if person.trim().is_empty() {
        form.focus = 2;
    }
    form
}

pub(super) fn submit(form: &mut Form, offer: usize) -> Vec<Effect> {
    let Some(person) = form.some("person") else {
        form.focus = 2;
        form.problem =
            Some("Your name is missing. It stands beside everything that is recorded; write it here.".into());
        return Vec::new();
    };
    let mode = if form.text("mode") == LIVE { Mode::Live } else { Mode::Exercise };
    vec![Effect::Start { offer, title: form.text("title"), person, mode }]
}
