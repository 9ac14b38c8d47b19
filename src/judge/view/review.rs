//! Points of a readiness review: what was found, when it is due again, whose it is, on which evidence.

use crate::base::Stamp;
use crate::base::text::{counted, inert_line};
use crate::base::written::words;
use crate::case::Fact;
use crate::journal::Mode;
use crate::judge::evidence::{Counting, follow_up};
use crate::judge::items::ItemStatus;
use crate::judge::types::standing::Standing;
use crate::playbook::item::Every;
use crate::playbook::{Body, Item, Playbook};
use chrono::{Months, NaiveDate};
use serde::Serialize;

words! {
    #[derive(Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Finding: label {
        /// It was looked at and is settled: done, answered, or found not to be needed.
        InOrder = "in order",
        /// It was looked at, and something is missing.
        NotInOrder = "not in order",
        /// Nobody has looked at it yet, or nobody knew.
        NotReviewed = "not reviewed",
        /// It does not apply, or nobody knows yet whether it does.
        #[serde(rename = "not-applicable")]
        Outside = "does not apply",
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Point {
    pub finding: Finding,
    /// When it was done, answered or decided.
    pub done_at: Option<Stamp>,
    /// The day on which it is due: the one that was given, else that of the playbook's period.
    pub next_due: Option<NaiveDate>,
    pub owner: Option<String>,
    /// What was recorded: the evidence that it is in order, or what is missing.
    pub evidence: Option<String>,
    pub overdue: bool,
    /// Where several reviews are looked at together: the one that it is from.
    #[serde(skip)]
    pub found_in: Option<FoundIn>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FoundIn {
    #[serde(rename = "case")]
    pub review: String,
    pub day: NaiveDate,
}

impl Point {
    pub fn of(item: &Item, status: &ItemStatus, state: Counting<'_>, today: NaiveDate) -> Self {
        let recorded = status.entry.map(|at| state.at(at));
        let fact = recorded.map(|recorded| &recorded.fact);
        let missing = matches!(fact, Some(Fact::NecessityFound { .. }));
        let finding = match status.standing {
            standing if standing.is_outside() => Finding::Outside,
            _ if missing => Finding::NotInOrder,
            Standing::Deferred => Finding::NotReviewed,
            standing if standing.is_open() => Finding::NotReviewed,
            _ => Finding::InOrder,
        };
        let done_at = recorded
            .filter(|_| finding == Finding::InOrder)
            .map(|recorded| recorded.happened().earliest().unwrap_or(recorded.at));
        let follow_up = follow_up::of(item, state, status.entry);
        let again = match (&item.body, fact) {
            (Body::Task(task), Some(Fact::TaskDone { .. })) => {
                done_at.zip(task.every).and_then(|(done, every)| due_again(done.date(), every))
            }
            _ => None,
        };
        let evidence = match fact {
            Some(Fact::TaskDone { value, .. }) => Some(value.clone()),
            Some(Fact::NecessityFound { reason, .. } | Fact::TaskRuledOut { reason, .. }) => Some(reason.clone()),
            Some(Fact::Answered { source, .. }) if finding == Finding::InOrder => source.clone(),
            Some(Fact::Decided { reason, .. }) => Some(reason.clone()).filter(|reason| !reason.is_empty()),
            _ => None,
        };
        let next_due = follow_up.due.or(again).filter(|_| finding != Finding::Outside);
        let overdue = next_due.is_some_and(|due| due < today);
        Self { finding, done_at, next_due, owner: follow_up.owner, evidence, overdue, found_in: None }
    }

    /// Whether people have to come back to it: overdue, not in order, or never looked at.
    pub fn waits(&self) -> bool {
        self.overdue || matches!(self.finding, Finding::NotInOrder | Finding::NotReviewed)
    }

    /// For people: `in order since 22 Nov 2026, due again 2027-11-22, owner A. Ruiz`. Inert.
    pub fn words(&self) -> String {
        let mut parts = vec![match self.done_at {
            Some(done) => format!("{} since {}", self.finding.label(), done.date()),
            None => self.finding.label().to_owned(),
        }];
        parts.extend(self.due_words());
        parts.extend(self.owner.as_ref().map(|owner| format!("owner {}", inert_line(owner))));
        let found_in = self.found_in.as_ref();
        parts.extend(found_in.map(|found| format!("review {} of {}", inert_line(&found.review), found.day)));
        parts.join(", ")
    }

    /// `due again 2027-11-22`, `due 2027-01-31`, `OVERDUE since 2026-11-01`.
    pub fn due_words(&self) -> Option<String> {
        let due = self.next_due?;
        Some(match (self.overdue, self.finding) {
            (true, _) => format!("OVERDUE since {due}"),
            (false, Finding::InOrder) => format!("due again {due}"),
            (false, _) => format!("due {due}"),
        })
    }
}

/// The day after so many months; the last of a shorter month.
fn due_again(done: NaiveDate, every: Every) -> Option<NaiveDate> {
    done.checked_add_months(Months::new(every.months))
}

/// How many points of a review stand how. A point can be overdue and in order at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Counts {
    pub in_order: usize,
    /// The day they were due has passed.
    pub overdue: usize,
    pub not_in_order: usize,
    /// Nobody has looked.
    pub not_reviewed: usize,
}

impl Counts {
    pub fn of<'p>(points: impl IntoIterator<Item = &'p Point>) -> Self {
        let mut counts = Self::default();
        for point in points {
            match point.finding {
                Finding::InOrder => counts.in_order += 1,
                Finding::NotInOrder => counts.not_in_order += 1,
                Finding::NotReviewed => counts.not_reviewed += 1,
                Finding::Outside => {}
            }
            counts.overdue += usize::from(point.overdue);
        }
        counts
    }

    /// For people: `1 not in order, 4 not reviewed, 12 in order: 17 points, of which 2 overdue`; what is none is left out.
    pub fn words(self) -> String {
        let parts =
            [(self.not_in_order, "not in order"), (self.not_reviewed, "not reviewed"), (self.in_order, "in order")];
        let said: Vec<_> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, word)| format!("{n} {word}")).collect();
        let all = counted(parts.iter().map(|(n, _)| n).sum(), "point", "points");
        match (said.is_empty(), self.overdue) {
            (true, _) => "nothing to review".into(),
            (_, 0) => said.join(", "),
            // A point that is overdue is one of those before, not one more.
            (_, overdue) => format!("{}: {all}, of which {overdue} overdue", said.join(", ")),
        }
    }
}

/// What a case is called where people see it: a review is called so, an exercise always.
pub fn called(mode: Mode, review: bool) -> &'static str {
    match (mode, review) {
        (Mode::Exercise, _) => "EXERCISE",
        (Mode::Live, true) => "REVIEW",
        (Mode::Live, false) => "LIVE",
    }
}

/// The items that make up a review: everything in it that people record, prohibitions and documents left out.
pub fn points<'p>(
    playbook: &'p Playbook,
    items: &'p [ItemStatus],
    state: Counting<'_>,
    today: NaiveDate,
) -> Vec<(&'p Item, Point)> {
    let kept = |item: &Item| !matches!(item.body, Body::Prohibition(_) | Body::Document(_));
    playbook
        .items
        .iter()
        .zip(items)
        .filter(|(item, _)| kept(item))
        .map(|(item, status)| (item, Point::of(item, status, state, today)))
        .collect()
}
