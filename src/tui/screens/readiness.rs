//! Readiness on Home: what the latest reviews leave to come back to, and what a playbook wants in order before an incident.

use crate::base::ids::cited;
use crate::base::text::inert_line;
use crate::guide::readiness::{self, ReadinessState};
use crate::guide::review::Finding;
use crate::playbook::model::Kind;
use crate::playbook::{Playbook, load};
use crate::session::reviews::Reviewed;
use crate::tui::ctx::Ctx;
use crate::tui::effect::Effect;
use crate::tui::env::Offer;
use crate::tui::modal::{Card, Modal};
use crate::tui::theme::Role;

/// What stands where reviews were not read yet.
pub const UNREAD: &str = "not read yet";
const STILL_READ: &str = "The reviews are still being read. Press r again in a moment.";

/// One line for the top of Home, if a review leaves something to come back to.
pub fn summary(ctx: &Ctx<'_>) -> Option<(Role, String)> {
    let counts: Vec<_> = ctx.shelf.reviews()?.iter().map(Reviewed::counts).collect();
    let sum = |of: fn(&crate::guide::review::Counts) -> usize| counts.iter().map(of).sum::<usize>();
    let overdue = sum(|counts| counts.overdue);
    let stand =
        [(sum(|counts| counts.not_in_order), "not in order"), (sum(|counts| counts.not_reviewed), "not reviewed")];
    let stand: Vec<_> = stand.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
    // A point can be overdue and in order at once, so the two are not added up.
    let late = (overdue > 0).then(|| format!("{overdue} overdue"));
    let said: Vec<_> = late.into_iter().chain((!stand.is_empty()).then(|| stand.join(", "))).collect();
    let role = if overdue > 0 { Role::Alarm } else { Role::Text };
    (!said.is_empty()).then(|| (role, format!("! Readiness: {}. r says which.", said.join("; "))))
}

/// What stands at the right of a readiness playbook: when it was reviewed, and what waits.
pub fn beside(ctx: &Ctx<'_>, offer: &Offer) -> Option<(Role, String)> {
    if offer.kind != Kind::Readiness {
        return None;
    }
    let Some(reviews) = ctx.shelf.reviews() else { return Some((Role::Quiet, UNREAD.into())) };
    let Some(review) = reviews.iter().find(|review| review.review.playbook == offer.id) else {
        return Some((Role::Quiet, "never reviewed".into()));
    };
    let counts = review.counts();
    let waits = counts.not_in_order + counts.not_reviewed;
    Some(match (counts.overdue, waits) {
        (0, 0) => (Role::Quiet, format!("reviewed {}", review.review.opened.date())),
        (0, open) => (Role::Text, format!("{open} to come back to")),
        (overdue, _) => (Role::Alarm, format!("{overdue} overdue")),
    })
}

/// What the key says for a row: of a playbook what must be in order; of a case what all reviews leave.
pub fn card(ctx: &Ctx<'_>, offer: Option<&Offer>) -> Vec<Effect> {
    let mut card = Card::new("Before an incident");
    match offer {
        None => {
            let reviews = ctx.shelf.reviews();
            for review in reviews.into_iter().flatten() {
                reviewed(&mut card, review);
            }
            match reviews {
                None => card.say("", Role::Text, STILL_READ),
                Some([]) => {
                    card.say("", Role::Text, "Nothing was reviewed yet. Select a playbook to see what it asks for.");
                }
                Some(_) => {}
            }
        }
        Some(offer) => {
            let Some(playbook) = load(&offer.sources()).playbook else {
                let say = "The playbook cannot be read; `breachbook playbook check` says why.";
                return vec![Effect::Say(say.into())];
            };
            of_playbook(&mut card, ctx, &playbook);
        }
    }
    vec![Effect::Push(Modal::Card(card))]
}

fn of_playbook(card: &mut Card, ctx: &Ctx<'_>, playbook: &Playbook) {
    for (state, point) in readiness::points(playbook, ctx.now.date()) {
        let overdue = matches!(state, ReadinessState::Overdue(_));
        let (sign, role) = if overdue { ("! ", Role::Alarm) } else { ("o ", Role::Text) };
        card.say(sign, role, &format!("{} ({}): {}", point.title, cited(&point.cite), state.label()));
    }
    let own = if playbook.kind == Kind::Readiness { Some(&playbook.id) } else { playbook.review.as_ref() };
    let all = ctx.shelf.reviews();
    let of = |id: &crate::base::ItemId| all?.iter().find(|review| review.review.playbook == id.as_str());
    match (own.and_then(of), own) {
        (Some(review), _) => reviewed(card, review),
        (None, Some(_)) if all.is_none() => card.say("", Role::Text, STILL_READ),
        (None, Some(id)) => {
            card.say("o ", Role::Text, &format!("Never reviewed: {id}. Start it from this list."));
        }
        (None, None) if playbook.readiness.is_empty() => {
            card.say("", Role::Text, "This playbook names nothing.");
        }
        (None, None) => {}
    }
}

fn reviewed(card: &mut Card, review: &Reviewed) {
    let name = review.review.folder.name();
    let head = format!("{} ({name}): {}", inert_line(&review.playbook.title), review.counts().words());
    card.say("", Role::Strong, &head);
    for (item, point) in review.waiting() {
        let (sign, role) = match (point.overdue, point.finding) {
            (true, _) => ("! ", Role::Alarm),
            (false, Finding::NotInOrder) => ("% ", Role::Text),
            _ => ("o ", Role::Text),
        };
        card.say(sign, role, &format!("{} ({}): {}", item.title, cited(&item.cite), point.words()));
    }
}
