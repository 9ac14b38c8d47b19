//! `readiness --json`, the contract `readiness/1`: what the reviews of each readiness playbook leave to come back to.

use super::status::open_or_closed;
use crate::base::written::object;
use crate::base::{ClauseId, Stamp};
use crate::judge::view::review::{Counts, Finding, FoundIn, Point};
use crate::playbook::bundled::Summary;
use crate::playbook::{Item, Playbook};
use chrono::NaiveDate;

object! {
    Readiness<'a>(as_of: Stamp, reviewed: Vec<Reviewed<'a>>, policies: Vec<Policy<'a>>) {
        let mut playbooks = reviewed;
        playbooks.sort_by_key(|playbook| playbook.id);
        let sum = |count: fn(&Counts) -> usize| playbooks.iter().filter_map(|one| one.counts.as_ref()).map(count).sum();
    } => {
        schema: &'static str = "readiness/1",
        as_of: Stamp = as_of,
        overdue: usize = sum(|counts| counts.overdue),
        not_in_order: usize = sum(|counts| counts.not_in_order),
        not_reviewed: usize = sum(|counts| counts.not_reviewed),
        playbooks: Vec<Reviewed<'a>> = playbooks,
        policies: Vec<Policy<'a>> = policies,
    }
}

object! {
    Reviewed<'a>(playbook: &'a Playbook, latest: Latest, points: Vec<(&'a Item, Point)>) {
        let counts = Counts::of(points.iter().map(|(_, point)| point));
        let found = points.into_iter().filter(|(_, point)| point.finding != Finding::Outside);
    } => {
        id: &'a str = playbook.id.as_str(),
        title: &'a str = &playbook.title,
        latest: Option<Latest> = Some(latest),
        #[serde(flatten)]
        counts: Option<Counts> = Some(counts),
        points: Vec<Found<'a>> = found.map(|(item, point)| Found::of(item, point)).collect(),
    }
}

impl<'a> Reviewed<'a> {
    /// A playbook that no review has followed.
    pub fn never(playbook: &'a Summary) -> Self {
        Self { id: &playbook.id, title: &playbook.title, latest: None, counts: None, points: Vec::new() }
    }
}

object! {
    /// The newest review, by the name of its folder.
    Latest(case: String, opened: Stamp, closed: bool, damaged: bool) => {
        case: String = case,
        opened: Stamp = opened,
        state: &'static str = open_or_closed(closed),
        damaged: bool = damaged,
    }
}

object! {
    Found<'a>(item: &'a Item, point: Point) {
        let found_in = point.found_in.clone();
    } => {
        id: &'a str = item.id.as_str(),
        kind: &'static str = item.body.kind(),
        title: &'a str = &item.title,
        clauses: &'a [ClauseId] = &item.cite,
        #[serde(flatten)]
        point: Point = point,
        found_in: Option<FoundIn> = found_in,
    }
}

object! {
    /// A policy whose printed review date has passed.
    Policy<'a>(policy: &'a Summary, day: NaiveDate) => {
        id: &'a str = &policy.id,
        title: &'a str = &policy.title,
        review_by: NaiveDate = day,
        overdue: bool = true,
    }
}
