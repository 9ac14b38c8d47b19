//! The words of the entries of an exercise and of its control folder in the log.

use super::words::with;
use crate::base::written::Word;
use crate::base::{Delivery, ItemId, Now};
use crate::case::{ClockAction, Fact, Planning, RealStep};
use crate::playbook::Playbook;

/// What an entry of the exercise itself says.
pub(super) fn of_the_case(playbook: Option<&Playbook>, fact: &Fact, now: Now) -> String {
    let title = |id: &ItemId| playbook.map_or(id.as_str(), |known| known.role_title(id.as_str())).to_owned();
    match fact {
        Fact::DrillOpened { title: exercise, roles, .. } => {
            let roles: Vec<_> = roles.iter().map(title).collect();
            let roles = (!roles.is_empty()).then(|| roles.join(", "));
            with(&format!("EXERCISE: {exercise}"), &[("roles: ", roles.as_deref())])
        }
        Fact::ExerciseClock { action, part, title, to, reason, .. } => {
            let part = title.as_deref().or_else(|| part.as_ref().map(ItemId::as_str)).unwrap_or_default();
            let lead = match action {
                ClockAction::Start => format!("Started with {part}"),
                ClockAction::Pause => "Paused".into(),
                ClockAction::Resume => "Goes on".into(),
                ClockAction::Part => format!("{part} began"),
                ClockAction::End => "The exercise ended".into(),
            };
            let to = to.map(|to| to.short_in(now));
            with(&lead, &[("clock set to ", to.as_deref()), ("reason: ", reason.as_deref())])
        }
        Fact::Released { inject, from, to, delivery, text, gist, files, absent } => {
            let words = text.as_ref().or(gist.as_ref()).map(String::as_str);
            let absent = absent.as_ref().map(title);
            let names: Vec<_> =
                files.iter().map(|file| file.split_once(' ').map_or(file.as_str(), |(_, name)| name)).collect();
            let names = (!names.is_empty()).then(|| names.join(", "));
            let whom: Vec<_> =
                to.iter().map(|to| ItemId::new(to).map_or_else(|| to.clone(), |id| title(&id))).collect();
            let lead = format!("EXERCISE {inject}, {}, {from} to {}", spoken(delivery), whom.join(", "));
            let absent = [("files: ", names.as_deref()), ("from now on absent: ", absent.as_deref())];
            with(&words.map_or_else(|| lead.clone(), |words| format!("{lead}: {words}")), &absent)
        }
        Fact::MessageTaken { entry } => entry.to_string(),
        Fact::RollCalled { role, person, attendance } => {
            format!("{}: {person}, {}", title(role), attendance.word())
        }
        Fact::RealEvent { step, words, case } => {
            let lead = match step {
                RealStep::Stopped => "the exercise stands still until it is clear",
                RealStep::Slip => "a slip, nothing real has happened",
                RealStep::Real => "it is real, and the exercise has ended",
            };
            with(lead, &[("said: ", words.as_deref()), ("live case ", case.as_deref())])
        }
        _ => String::new(),
    }
}

/// What an entry of a control folder says.
pub(super) fn of_control(fact: &Fact) -> String {
    match fact {
        Fact::ControlOpened { case, .. } => format!("for the exercise {case}"),
        Fact::Planned { injects, state, by_min, before, reason } => {
            let lead = match state {
                Planning::Due => "due",
                Planning::Held => "held",
                Planning::Skipped => "skipped",
            };
            let later = by_min.filter(|by| *by != 0).map(|by| format!("{by} min later"));
            let parts = [("", later.as_deref()), ("before ", before.as_deref()), ("reason: ", reason.as_deref())];
            with(&format!("{}: {lead}", injects.join(", ")), &parts)
        }
        Fact::Judged { of, verdict, because, .. } => {
            with(&format!("{of}: {}", verdict.label()), &[("because ", because.as_deref())])
        }
        Fact::Observed { text, tag, inject, .. } => {
            with(&format!("{}: {text}", tag.label()), &[("with inject ", inject.as_deref())])
        }
        _ => String::new(),
    }
}

/// How an inject reaches players, in words.
pub fn spoken(delivery: &str) -> &str {
    Delivery::of_word(delivery).map_or(delivery, |delivery| delivery.said())
}
