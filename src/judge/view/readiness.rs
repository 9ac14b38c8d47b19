//! Readiness: what must be in order before an incident. Shown as it stands on a day; a passed date is overdue, never a bar.

use crate::playbook::Playbook;
use crate::playbook::reference::Readiness;
use chrono::NaiveDate;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadinessState {
    Overdue(NaiveDate),
    /// The policy dates it, and the date is still to come.
    Due(NaiveDate),
    /// The policy dates nothing; people confirm it.
    ToConfirm,
}

impl ReadinessState {
    pub fn of(point: &Readiness, today: NaiveDate) -> Self {
        match point.due {
            Some(due) if due < today => Self::Overdue(due),
            Some(due) => Self::Due(due),
            None => Self::ToConfirm,
        }
    }

    /// As in `status --json`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overdue(_) => "overdue",
            Self::Due(_) => "due",
            Self::ToConfirm => "to-confirm",
        }
    }

    pub fn label(self) -> String {
        match self {
            Self::Overdue(day) => format!("overdue since {day}"),
            Self::Due(day) => format!("due by {day}"),
            Self::ToConfirm => "to be confirmed".into(),
        }
    }
}

/// Every point of a playbook with its state, the overdue ones first.
pub fn points(playbook: &Playbook, today: NaiveDate) -> Vec<(ReadinessState, &Readiness)> {
    let mut points: Vec<_> = playbook.readiness.iter().map(|point| (ReadinessState::of(point, today), point)).collect();
    points.sort_by_key(|(state, _)| !matches!(state, ReadinessState::Overdue(_)));
    points
}
