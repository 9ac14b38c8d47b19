//! The whole picture of a case at one moment: every item, rule, clock and silence, and what comes next.

use super::agenda::{self, Next};
use super::clocks::{self, ClockStatus};
use super::items::{self, ItemStatus};
use super::known::Knowledge;
use super::rules::{RuleState, RuleStatus};
use super::scales::ScaleStatus;
use super::silences::{self, SilenceStatus};
use super::standing::Standing;
use super::verdict::Verdict;
use super::whom::{self, Reach};
use crate::base::Now;
use crate::case::CaseState;
use crate::contacts::PhoneList;
use crate::playbook::{Body, Playbook};
use serde::Serialize;

/// A step and how far it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PhaseStatus {
    #[serde(skip)]
    pub applies: Verdict,
    pub open: usize,
    pub settled: usize,
    pub deferred: usize,
    /// Items that wait because the step is held.
    pub held: usize,
    /// Items of which nobody knows yet whether they apply.
    pub pending: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct OpenCounts {
    /// Duties that are neither done nor found not to apply.
    pub duties: usize,
    /// Decisions to be made, silences to be decided, and items whose necessity was not asked.
    pub decisions: usize,
    /// Questions without a known answer.
    pub questions: usize,
    pub deferred: usize,
    pub pending: usize,
    /// Items of steps that wait for somebody else.
    pub held: usize,
}

impl OpenCounts {
    /// Everything that the closing gate lists.
    pub fn total(self) -> usize {
        self.duties + self.decisions + self.questions + self.deferred + self.pending + self.held
    }
}

/// The whole picture. Lists run parallel to those of the playbook.
#[derive(Clone, PartialEq, Debug)]
pub struct Assessment {
    pub phases: Vec<PhaseStatus>,
    pub items: Vec<ItemStatus>,
    pub rules: Vec<RuleStatus>,
    pub scales: Vec<ScaleStatus>,
    pub clocks: Vec<ClockStatus>,
    pub silences: Vec<SilenceStatus>,
    /// What comes next; the first is the one next thing.
    pub next: Vec<Next>,
    pub open: OpenCounts,
    pub closed: bool,
    /// Who holds each role today; beside [`Playbook::roles`].
    pub roles: Vec<Reach>,
}

/// Looks at the whole case at `now`, without a phone list.
pub fn assess(playbook: &Playbook, state: &CaseState, now: impl Into<Now>) -> Assessment {
    assess_with(playbook, state, &PhoneList::default(), now)
}

/// Looks at the whole case at `now`, with the organisation's phone list.
pub fn assess_with(playbook: &Playbook, state: &CaseState, list: &PhoneList, now: impl Into<Now>) -> Assessment {
    let now = now.into();
    let knowledge = Knowledge::read_at(playbook, state, now);
    let lanes: Vec<_> =
        playbook.phases.iter().map(|phase| knowledge.unless_moot(knowledge.holds(phase.when.as_ref()))).collect();
    let items: Vec<_> =
        playbook.items.iter().map(|item| items::work_out(item, &lanes[item.phase], &knowledge, now)).collect();
    let mut items = items::mark_passed_over(playbook, hold(playbook, items, &knowledge));
    let scales = playbook.scales.iter().filter_map(|scale| knowledge.scale(scale.id.as_str())).collect();
    let roles = whom::work_out(playbook, state, list, &mut items, now);
    let rules: Vec<_> = playbook.rules.iter().filter_map(|rule| knowledge.rule(rule.id.as_str())).collect();
    let silences: Vec<_> =
        playbook.silences.iter().map(|silence| silences::work_out(silence, &knowledge, list)).collect();
    let closed = state.closing().is_some();
    let phases = phases(playbook, &items, lanes);
    let next = if closed { Vec::new() } else { agenda::list(playbook, &items, &silences) };
    Assessment {
        phases,
        open: count(playbook, &items, &rules, &silences),
        next,
        clocks: playbook.clocks.iter().map(|clock| clocks::work_out(clock, &knowledge, list, now)).collect(),
        items,
        rules,
        scales,
        silences,
        closed,
        roles,
    }
}

/// Open items of a step that is held wait; what contradicts itself is settled all the same.
fn hold(playbook: &Playbook, mut items: Vec<ItemStatus>, knowledge: &Knowledge<'_>) -> Vec<ItemStatus> {
    for (at, phase) in playbook.phases.iter().enumerate() {
        let Some(hold) = &phase.hold else { continue };
        if knowledge.holds(Some(&hold.condition)).value != Some(true) {
            continue;
        }
        for (item, status) in playbook.items.iter().zip(&mut items).filter(|(item, _)| item.phase == at) {
            let prohibits = matches!(item.body, Body::Prohibition(_));
            if status.standing.is_open() && status.standing != Standing::Conflict && !prohibits {
                status.standing = Standing::Held;
            }
        }
    }
    items
}

/// Every step and how far it is, in one pass over the items.
fn phases(playbook: &Playbook, items: &[ItemStatus], lanes: Vec<Verdict>) -> Vec<PhaseStatus> {
    let fresh = |applies| PhaseStatus { applies, open: 0, settled: 0, deferred: 0, held: 0, pending: 0 };
    let mut phases: Vec<_> = lanes.into_iter().map(fresh).collect();
    for (item, status) in playbook.items.iter().zip(items) {
        let phase = &mut phases[item.phase];
        match status.standing {
            Standing::Deferred => phase.deferred += 1,
            Standing::Held => phase.held += 1,
            Standing::Pending => phase.pending += 1,
            standing if standing.is_open() => phase.open += 1,
            standing if standing.is_outside() || standing == Standing::Optional => {}
            _ => phase.settled += 1,
        }
    }
    phases
}

fn count(playbook: &Playbook, items: &[ItemStatus], rules: &[RuleStatus], silences: &[SilenceStatus]) -> OpenCounts {
    let mut open = OpenCounts::default();
    for (item, status) in playbook.items.iter().zip(items) {
        let counter = match (&item.body, status.standing) {
            (_, Standing::Deferred) => &mut open.deferred,
            (_, Standing::Held) => &mut open.held,
            (_, standing) if !standing.is_open() => continue,
            (_, Standing::Choice) | (Body::Decision(_), _) => &mut open.decisions,
            (Body::Question(_), _) => &mut open.questions,
            // A permission that somebody began to use is still no duty.
            _ if item.verb.is_permission() => &mut open.decisions,
            _ => &mut open.duties,
        };
        *counter += 1;
    }
    open.decisions +=
        playbook.silences.iter().zip(silences).filter(|(silence, status)| status.is_asked(silence)).count();
    open.pending = rules.iter().filter(|rule| rule.state == RuleState::Pending).count();
    open
}

impl Assessment {
    pub fn item<'a>(&'a self, playbook: &Playbook, id: &str) -> Option<&'a ItemStatus> {
        playbook.position(id).map(|at| &self.items[at])
    }

    pub fn reach<'a>(&'a self, playbook: &Playbook, role: &str) -> Option<&'a Reach> {
        playbook.roles.iter().position(|known| known.id.as_str() == role).map(|at| &self.roles[at])
    }

    /// Positions of prohibitions that are in force.
    pub fn prohibitions(&self) -> impl Iterator<Item = usize> {
        let in_force = |(at, status): (usize, &ItemStatus)| (status.standing == Standing::InForce).then_some(at);
        self.items.iter().enumerate().filter_map(in_force)
    }
}
