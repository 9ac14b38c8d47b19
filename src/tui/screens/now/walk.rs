//! The order in which the cursor walks: the items of each step, then what the policy does not say.

use super::Now;
use crate::judge::View;
use crate::judge::picture::agenda::Target;

/// The rows of every step; the last one holds the silences that matter.
pub struct Walk {
    /// Rows by step.
    pub lanes: Vec<Vec<Target>>,
}

impl Walk {
    /// The walk through a case.
    pub fn of(case: &View<'_>) -> Self {
        let mut lanes = vec![Vec::new(); case.playbook.phases.len()];
        for (at, item) in case.playbook.items.iter().enumerate() {
            if let Some(lane) = lanes.get_mut(item.phase) {
                lane.push(Target::Item(at));
            }
        }
        let silences = case.picture.silences.iter().enumerate().filter(|(at, status)| {
            case.playbook.silences[*at].ask && (status.applies.value == Some(true) || status.decided.is_some())
        });
        lanes.push(silences.map(|(at, _)| Target::Silence(at)).collect());
        Self { lanes }
    }

    /// Which step a row belongs to.
    fn lane_of(&self, target: Target) -> usize {
        let last = self.lanes.len().saturating_sub(1);
        self.lanes.iter().position(|lane| lane.contains(&target)).unwrap_or(last)
    }

    /// The row before or after, across the borders of steps.
    pub fn step(&self, from: Target, down: bool) -> Option<Target> {
        let rows: Vec<_> = self.lanes.iter().flatten().copied().collect();
        let at = rows.iter().position(|row| *row == from);
        match (at, down) {
            (None, _) => rows.first().copied(),
            (Some(at), true) => rows.get(at + 1).copied(),
            (Some(at), false) => at.checked_sub(1).map(|at| rows[at]),
        }
    }

    /// The first or last row of the step.
    pub fn end(&self, from: Target, last: bool) -> Option<Target> {
        let lane = &self.lanes[self.lane_of(from)];
        if last { lane.last().copied() } else { lane.first().copied() }
    }
}

impl Now {
    /// Forgets the line: what it said is recorded.
    pub fn answered(&mut self) {
        self.line = None;
        self.went_on = true;
    }

    /// Whether the first card still stands there, and with it all that must not be done.
    pub fn is_first(&self) -> bool {
        !self.went_on
    }

    pub fn is_unfolded(&self) -> bool {
        self.unfolded
    }
}
