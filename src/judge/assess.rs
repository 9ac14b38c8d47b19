//! The whole picture of a case at one moment: every item, rule, clock and silence, and what comes next.

use crate::base::{Now, Stamp};
use crate::case::CaseState;
use crate::contacts::PhoneList;
use crate::judge::call_tree::{self, Reach};
use crate::judge::evidence::Counting;
use crate::judge::fallen::Evidence;
use crate::judge::fallen::judged::{self, sooner};
use crate::judge::fallen::record::Ground;
use crate::judge::items::{self, ItemStatus};
use crate::judge::marks::find::{Look, find};
use crate::judge::marks::{self, Mark};
use crate::judge::picture::agenda::{self, Next};
use crate::judge::picture::clocks::{self, ClockStatus};
use crate::judge::picture::open::{self, OpenCounts};
use crate::judge::picture::passed_over;
use crate::judge::picture::phases::{self, PhaseStatus};
use crate::judge::picture::silences::{self, SilenceStatus};
use crate::judge::picture::turns;
use crate::judge::truth::ending::Ending;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::rules::RuleStatus;
use crate::judge::truth::scales::ScaleStatus;
use crate::judge::types::standing::Standing;
use crate::playbook::Playbook;

/// The whole picture. Lists run parallel to those of the playbook.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
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
    /// How the case ends, while a rule that ends it is met.
    pub ending: Option<Ending>,
    /// What is to be looked at again, in the order of the items.
    pub marks: Vec<Mark>,
    /// What counts no more because something has changed, and is asked again, in the order of the items.
    pub fallen: Vec<Mark>,
    /// The next moment at which time alone changes anything.
    pub turns_at: Option<Stamp>,
    /// What counts, laid over the case.
    pub evidence: Evidence,
    /// Who holds each role today; beside [`Playbook::roles`].
    pub roles: Vec<Reach>,
}

/// Looks at the whole case at `now`, without a phone list.
pub fn assess(playbook: &Playbook, state: &CaseState, now: impl Into<Now>) -> Picture {
    assess_with(playbook, state, &PhoneList::default(), now)
}

/// Looks at the whole case at `now`, with the organisation's phone list.
pub fn assess_with(playbook: &Playbook, state: &CaseState, list: &PhoneList, now: impl Into<Now>) -> Picture {
    let now = now.into();
    let ground = Ground::of(playbook, state);
    let (evidence, fallen) = judged::judge(&ground, now);
    let knowledge = Knowledge::read_at(playbook, evidence.of(state), now);
    let lanes: Vec<_> = (0..playbook.phases.len()).map(|at| knowledge.lane(at)).collect();
    let items: Vec<_> = (0..playbook.items.len()).map(|at| items::work_out(at, &knowledge, now)).collect();
    let holds: Vec<_> = playbook.phases.iter().map(|phase| items::held::first(&phase.holds, &knowledge)).collect();
    let mut items = passed_over::mark(playbook, items::held::mark(playbook, items, &holds, &knowledge));
    let scales = playbook.scales.iter().filter_map(|scale| knowledge.scale(scale.id.as_str())).collect();
    let roles = call_tree::work_out(playbook, evidence.of(state), list, &mut items, now);
    let rules: Vec<_> = playbook.rules.iter().filter_map(|rule| knowledge.rule(rule.id.as_str())).collect();
    let silences: Vec<_> =
        (0..playbook.silences.len()).map(|at| silences::work_out(at, &ground, &knowledge, list)).collect();
    let closed = state.closing().is_some();
    let phases = phases::phases(playbook, &items, lanes.into_iter().zip(holds));
    let (marks, marked_at) = find(&Look { ground: &ground, truth: &knowledge, items: &items, fallen: &fallen, now });
    let marks = marks::doubts::add(marks, &knowledge);
    let next = if closed { Vec::new() } else { agenda::list(playbook, &items, &silences, (&marks, &fallen)) };
    let clocks: Vec<_> = playbook.clocks.iter().map(|clock| clocks::work_out(clock, &knowledge, list, now)).collect();
    let look_again = marks.len() + silences.iter().filter(|silence| silence.is_marked()).count();
    let open = OpenCounts { look_again, ..open::count(playbook, &items, &rules, &silences) };
    let turns_at = sooner(turns::at(now.at, &items, &clocks), evidence.turns_at);
    let turns_at = sooner(turns_at, marked_at);
    let ending = knowledge.ending().cloned();
    drop(knowledge);
    Picture {
        phases,
        items,
        rules,
        scales,
        clocks,
        silences,
        next,
        open,
        closed,
        ending,
        marks,
        fallen,
        turns_at,
        evidence,
        roles,
    }
}

impl Picture {
    pub fn item<'a>(&'a self, playbook: &Playbook, id: &str) -> Option<&'a ItemStatus> {
        playbook.position(id).map(|at| &self.items[at])
    }

    pub fn reach<'a>(&'a self, playbook: &Playbook, role: &str) -> Option<&'a Reach> {
        playbook.roles.iter().position(|known| known.id.as_str() == role).map(|at| &self.roles[at])
    }

    /// What is recorded and counts of the case that this is a picture of.
    pub fn counting<'a>(&'a self, state: &'a CaseState) -> Counting<'a> {
        self.evidence.of(state)
    }

    /// The marks on what was recorded about an item, by its place in the playbook: one a record.
    pub fn marks_of(&self, item: usize) -> &[Mark] {
        marks::of(&self.marks, item)
    }

    /// The first of them.
    pub fn mark_of(&self, item: usize) -> Option<&Mark> {
        self.marks_of(item).first()
    }

    /// What was recorded about an item and fell, because something else has changed since.
    pub fn fallen_of(&self, item: usize) -> &[Mark] {
        marks::of(&self.fallen, item)
    }

    /// Positions of prohibitions that are in force.
    pub fn prohibitions(&self) -> impl Iterator<Item = usize> {
        let in_force = |(at, status): (usize, &ItemStatus)| (status.standing == Standing::InForce).then_some(at);
        self.items.iter().enumerate().filter_map(in_force)
    }
}
