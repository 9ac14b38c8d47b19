//! A new case: who is at the keyboard, and nothing else. The digit that was pressed on Home has said the rest.

use super::{Form, Kind, who};
use crate::journal::Mode;
use crate::playbook::model;
use crate::record::keyboard::Offered;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::theme::Role;

/// The form; Enter is enough where somebody was named. A login is only offered: it names the computer's user.
pub fn form(at: usize, offer: &Offer, mode: Mode, names: &[Offered], offered: &str) -> Form {
    let (title, about) = match (mode, offer.kind) {
        (Mode::Live, model::Kind::Response) => ("New incident: LIVE", "Something has happened, or may have."),
        (Mode::Live, model::Kind::Readiness) => ("New review", "It counts as the latest review of this policy."),
        (Mode::Exercise, model::Kind::Response) => ("New EXERCISE", "Practice. Every page says so."),
        (Mode::Exercise, model::Kind::Readiness) => ("New EXERCISE", "Practice. It does not count as a review."),
    };
    let mut form = Form::new(Kind::Start(at, mode), title, vec![who::field(offered)])
        .about(Role::Strong, &offer.title)
        .about(Role::Text, about)
        .about(Role::Strong, "Who is at the keyboard?");
    if (mode, offer.kind) == (Mode::Exercise, model::Kind::Response) {
        form = form
            .about(Role::Quiet, "A tabletop with messages and a report is begun from a script: breachbook drill list");
    }
    form.button = "Start";
    form.names = names.to_vec();
    form
}

pub(super) fn submit(form: &Form, offer: usize, mode: Mode) -> Vec<Effect> {
    vec![Effect::Start { offer, person: form.text("person"), mode }]
}
