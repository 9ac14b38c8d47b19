//! Items whose conditions ask about one another: which of them apply.
//!
//! First all of them may apply. Each round judges them by the round before, and what is out stays out; each question is judged
//! without its own answer, so that "no" does not unask it. Once a round puts nothing out, those that are out are judged once more:
//! one that would be in now is pinned, which is to say that nobody knows whether it applies, for its conditions go in a circle; and
//! the rounds begin anew. After the last beginning all are pinned.
//!
//! # Why it ends, and is right
//!
//! - A round that is not the last puts at least one member out, and none ever comes back: as many rounds as there are members and
//!   one more, in each of [`BEGINNINGS`] beginnings.
//! - What a member comes to rests on the others only by whether they are out, so that a round has to judge only those that ask,
//!   through rules, scales and lanes, about one that the round before put out.
//! - At the end each member that is out does not apply as the others stand, and each that is in is not known not to; or it is
//!   pinned. A duty is never hidden by a circle: what is pinned waits, and is shown.
//! - The rounds judge all at once, so that the order of the items in the file makes no difference.
//!
//! What asks about thousands could be judged thousands of times over. [`Work`] counts what was looked at; a circle that takes
//! more is pinned as a whole, the same on every machine.

use crate::judge::truth::applies::{Judged, subject};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::verdict::{Known, Verdict};
use crate::playbook::condition::Subject;
use crate::playbook::order::{Circle, Node};
use crate::playbook::{Body, Playbook};
use std::collections::BTreeSet;

/// How often the rounds begin before the whole circle is pinned.
pub const BEGINNINGS: usize = 8;

/// How much a circle may take for each node in it and all that these ask about: nodes that are judged, and what they ask about.
const WORK: usize = 16;
/// As much is free, so that a small circle is always settled by its rounds.
const FREE: usize = 4_000;

/// How much is left.
struct Work(usize);

/// Settles a circle: keeps for each of its nodes what it comes to.
pub(super) fn settle(circle: &Circle, knowledge: &Knowledge<'_>) {
    let mut pinned = BTreeSet::new();
    let mut work = Work(FREE + WORK * circle.size);
    for _ in 0..BEGINNINGS {
        match rounds(circle, &pinned, knowledge, &mut work) {
            Some(wrongly_out) if wrongly_out.is_empty() => return,
            Some(wrongly_out) => pinned.extend(wrongly_out),
            None => break,
        }
    }
    begin(circle, &circle.members.iter().copied().collect(), knowledge);
    judge_between(circle.between.iter().copied(), circle, knowledge);
}

/// One beginning; gives those that are out and would be in, or nothing where it took too much.
fn rounds(circle: &Circle, pinned: &BTreeSet<usize>, knowledge: &Knowledge<'_>, work: &mut Work) -> Option<Vec<usize>> {
    begin(circle, pinned, knowledge);
    let mut between: BTreeSet<usize> = circle.between.iter().copied().collect();
    let mut members: BTreeSet<usize> = circle.members.iter().copied().filter(|one| !pinned.contains(one)).collect();
    let mut out = BTreeSet::new();
    loop {
        work.of(between.iter().chain(&members), knowledge)?;
        judge_between(circle.between.iter().copied().filter(|one| between.contains(one)), circle, knowledge);
        let mut put_out = Vec::new();
        for member in members.iter().copied() {
            let judged = judge_member(member, circle, knowledge, work)?;
            if is_out(&judged) { put_out.push((member, judged)) } else { knowledge.keep(member, judged) }
        }
        if put_out.is_empty() {
            break;
        }
        (between, members) = (BTreeSet::new(), BTreeSet::new());
        let mut open: Vec<usize> = put_out.iter().map(|(member, _)| *member).collect();
        for (member, judged) in put_out {
            out.insert(member);
            knowledge.keep(member, judged);
        }
        while let Some(one) = open.pop() {
            for asker in circle.asked_by(one).iter().copied() {
                if knowledge.playbook.order().node(asker).may_arise() {
                    members.insert(asker);
                } else if between.insert(asker) {
                    open.push(asker);
                }
            }
        }
        members.retain(|member| !out.contains(member) && !pinned.contains(member));
    }
    let mut wrongly_out = Vec::new();
    work.of(out.iter(), knowledge)?;
    for member in out {
        let judged = judge_member(member, circle, knowledge, work)?;
        if is_out(&judged) { knowledge.keep(member, judged) } else { wrongly_out.push(member) }
    }
    // Why a question is in may be told with its own answer.
    let is_in = |member: &&usize| !pinned.contains(*member) && !knowledge.is_out_at(**member);
    for member in circle.members.iter().filter(is_in) {
        let judged = knowledge.judge(*member);
        if !is_out(&judged) {
            knowledge.keep(*member, judged);
        }
    }
    Some(wrongly_out)
}

/// All may apply, and of what is pinned nobody knows it: it waits for itself.
fn begin(circle: &Circle, pinned: &BTreeSet<usize>, knowledge: &Knowledge<'_>) {
    for member in &circle.members {
        let missing = if pinned.contains(member) { vec![itself(*member, knowledge.playbook)] } else { Vec::new() };
        knowledge.keep(*member, Judged::Applies(Verdict { value: None, because: Vec::new(), missing }));
    }
}

fn itself(member: usize, playbook: &Playbook) -> Subject {
    match playbook.order().node(member) {
        Node::Silence(at) => Subject::Silence(playbook.silences[at].id.clone()),
        Node::Item(at) => subject(&playbook.items[at]),
        Node::Lane(_) | Node::Rule(_) | Node::Scale(_) | Node::Clock(_) => unreachable!("no member of a circle"),
    }
}

fn judge_between(nodes: impl Iterator<Item = usize>, circle: &Circle, knowledge: &Knowledge<'_>) {
    if circle.has_list {
        knowledge.rows.forget();
    }
    nodes.for_each(|node| knowledge.keep(node, knowledge.judge(node)));
}

/// A member by the round before; a question that has an answer, without it.
fn judge_member(member: usize, circle: &Circle, knowledge: &Knowledge<'_>, work: &mut Work) -> Option<Judged> {
    let Node::Item(at) = knowledge.playbook.order().node(member) else { return Some(knowledge.judge(member)) };
    let item = &knowledge.playbook.items[at];
    // "Not known yet" says no more than no answer.
    let answered = || !matches!(knowledge.recorded(&subject(item)), Known::Nothing | Known::NotSo);
    if !matches!(item.body, Body::Question(_)) || !answered() {
        return Some(knowledge.judge(member));
    }
    let Some(anew) = through_itself(member, circle, knowledge.playbook, work)? else {
        return Some(knowledge.judge(member));
    };
    work.of(anew.iter(), knowledge)?;
    if circle.has_list {
        knowledge.rows.forget();
    }
    let judged = knowledge.judge_without_answer(member, at, &anew);
    if circle.has_list {
        knowledge.rows.forget();
    }
    Some(judged)
}

/// The lanes, rules and scales through which a member asks about itself, in order; `None` where it asks about itself through
/// other members only, by whether they apply.
#[expect(clippy::option_option, reason = "an empty way is told from none")]
fn through_itself(member: usize, circle: &Circle, playbook: &Playbook, work: &mut Work) -> Option<Option<Vec<usize>>> {
    let order = playbook.order();
    let mut leads_there = BTreeSet::new();
    let mut open = vec![member];
    while let Some(one) = open.pop() {
        let askers = circle.asked_by(one).iter().copied();
        work.take(askers.len())?;
        open.extend(askers.filter(|asker| !order.node(*asker).may_arise() && leads_there.insert(*asker)));
    }
    let direct = order.asks(member).binary_search(&member).is_ok();
    let asked = order.asks(member).iter().any(|asked| leads_there.contains(asked));
    work.take(circle.between.len())?;
    Some((direct || asked).then(|| circle.between.iter().copied().filter(|one| leads_there.contains(one)).collect()))
}

fn is_out(judged: &Judged) -> bool {
    matches!(judged, Judged::Applies(Verdict { value: Some(false), .. }))
}

impl Work {
    /// Counts what is looked at; `None` once it is too much.
    fn of<'n>(&mut self, nodes: impl Iterator<Item = &'n usize>, knowledge: &Knowledge<'_>) -> Option<()> {
        let order = knowledge.playbook.order();
        self.take(nodes.map(|node| 1 + order.asks(*node).len()).sum())
    }

    fn take(&mut self, looked_at: usize) -> Option<()> {
        self.0 = self.0.checked_sub(looked_at)?;
        Some(())
    }
}
