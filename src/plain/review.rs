//! A readiness review as lines: the fields of a point, and how the points stand.

use crate::base::text::inert_line;
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::view::review::{Counts, Point, points};
use crate::playbook::Item;
use crate::playbook::model::Kind;

/// How the review stands, and what is overdue in it; nothing for a case that is no review.
pub(super) fn glance(of: &View<'_>) -> Vec<String> {
    if of.playbook.kind != Kind::Readiness {
        return Vec::new();
    }
    let points = points(of.playbook, &of.picture.items, of.counting(), of.now.date());
    let mut lines = vec![format!("Review: {}.", Counts::of(points.iter().map(|(_, point)| point)).words())];
    for (item, point) in points.iter().filter(|(_, point)| point.overdue) {
        lines.push(format!("Overdue: {} ({}): {}", item.title, item.id, point.words()));
    }
    lines
}

/// Owner and day of a point, for its line in the list.
pub(super) fn beside(of: &View<'_>, item: &Item, status: &ItemStatus) -> String {
    if of.playbook.kind != Kind::Readiness {
        return String::new();
    }
    let point = Point::of(item, status, of.counting(), of.now.date());
    let owner = point.owner.as_ref().map(|owner| format!("; owner {}", inert_line(owner)));
    let due = point.due_words().map(|due| format!("; {due}"));
    owner.into_iter().chain(due).collect()
}
