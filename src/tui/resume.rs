//! The resume card: where the case stands, for somebody who comes back or takes over.

use super::modal::Card;
use super::theme::Role;
use crate::base::span;
use crate::base::text::{counted, inert_line};
use crate::case::Fact;
use crate::guide::Standing;
use crate::guide::View;
use crate::guide::agenda::Target;
use crate::guide::clocks::ClockState;
use crate::page::log;
use crate::playbook::Body;
use crate::session::Session;

/// How many of a kind are named one by one.
const NAMED: usize = 4;

/// The card of a case.
pub fn card(session: &Session) -> Card {
    let case = &session.view();
    let now = case.now;
    let mut card = Card::new("Where this case stands");
    let title = case
        .state
        .opening
        .as_ref()
        .map(|opening| format!("{}, opened {} by {}", opening.title, opening.at.short_in(now), opening.by));
    card.say("", Role::Strong, &title.unwrap_or_else(|| session.folder().name()));
    let damage = session.damage();
    for one in damage.iter().take(NAMED) {
        card.say("! Damaged: ", Role::Alarm, &one.to_string());
    }
    if damage.len() > NAMED {
        let more = counted(damage.len() - NAMED, "more fault", "more faults");
        card.say("! ", Role::Alarm, &format!("{more}; breachbook verify names them."));
    }
    if !damage.is_empty() {
        card.say("", Role::Text, "What is sound is shown. New entries go into a file of their own and stay sound.");
    }
    for warning in session.warnings() {
        card.say("! ", Role::Alarm, &warning);
    }
    for odd in session.odd().iter().take(NAMED) {
        card.say("! ", Role::Alarm, &odd.to_string());
    }
    if let Some(at) = case.state.log.iter().rposition(|row| row.recorded.fact != Fact::SessionEnded) {
        let row = &case.state.log[at];
        let log::Told { about, says } = log::entry(&case, at);
        let ago = span::short(now.seconds_since(row.recorded.reading.wall));
        card.say("Last entry: ", Role::Text, &format!("{about}: {says} ({}, {ago} ago)", row.recorded.recorder()));
    }
    if let Some(to) = handed_to_another(case) {
        card.say(
            "! ",
            Role::Alarm,
            &format!(
                "The keyboard was handed over to {to}, and what you record now is written down as by {}. If {to} sits here: o hands over.",
                case.person
            ),
        );
    }
    if case.picture.closed {
        card.say("", Role::Strong, "The case is closed. Notes can be added; Z opens it again, with the reason.");
        return card;
    }
    for at in case.picture.prohibitions() {
        card.say("! ", Role::Alarm, &case.playbook.items[at].title);
    }
    if let Some(next) = case.picture.next.first() {
        card.say("Next: ", Role::Text, title_of(case, next.target));
        card.leads_to = Some(next.target);
    }
    let open = case.picture.open;
    card.say(
        "Open: ",
        Role::Text,
        &format!(
            "{}, {}, {}, {}, {} put off",
            counted(open.duties, "duty", "duties"),
            counted(open.decisions, "decision", "decisions"),
            counted(open.questions, "question", "questions"),
            counted(open.pending, "rule pending", "rules pending"),
            open.deferred
        ),
    );
    let duties: Vec<&str> = case
        .playbook
        .items
        .iter()
        .zip(&case.picture.items)
        .filter(|(item, status)| {
            item.verb.is_duty()
                && status.standing.is_open()
                && !matches!(item.body, Body::Question(_) | Body::Decision(_))
        })
        .map(|(item, _)| item.title.as_str())
        .collect();
    for title in duties.iter().take(NAMED) {
        card.say("  o ", Role::Text, title);
    }
    if duties.len() > NAMED {
        card.say("    ", Role::Quiet, &format!("and {} more", duties.len() - NAMED));
    }
    for (clock, status) in case.playbook.clocks.iter().zip(&case.picture.clocks) {
        if status.state == ClockState::Running {
            let passed = status.started.map_or(0, |at| now.seconds_since(at)) - status.suspended_s;
            let passed = span::short(passed);
            card.say("Running: ", Role::Text, &format!("{} (\"{}\"), {passed}", clock.title, clock.word));
        }
    }
    for (item, status) in case.playbook.items.iter().zip(&case.picture.items) {
        if status.standing == Standing::Deferred {
            let until = match &status.deferred {
                Some((Some(at), _)) => at.short_in(now),
                Some((None, Some(event))) => {
                    case.playbook.item(event.as_str()).map_or_else(|| event.to_string(), |item| item.title.clone())
                }
                _ => "later".into(),
            };
            card.say("Put off: ", Role::Text, &format!("{} (until {until})", item.title));
        }
    }
    card
}

/// Who took the keyboard over, where that is somebody else than the person whose name this run writes down.
fn handed_to_another(case: &View<'_>) -> Option<String> {
    let me = case.person;
    for recorded in (0..case.state.log.len()).rev().filter(|at| case.state.counts(*at)).map(|at| case.state.at(at)) {
        match &recorded.fact {
            Fact::HandedOver { to, .. } => return (to != me).then(|| inert_line(to).into_owned()),
            Fact::SessionEnded => {}
            _ if recorded.who.by == me => return None,
            _ => {}
        }
    }
    None
}

/// What a target is called.
pub fn title_of<'a>(case: &View<'a>, target: Target) -> &'a str {
    match target {
        Target::Item(at) => &case.playbook.items[at].title,
        Target::Silence(at) => &case.playbook.silences[at].topic,
    }
}
