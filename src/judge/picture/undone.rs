//! A clock that goes on because what had stopped it was struck out: when it had been stopped, and when that was taken back.

use super::pauses::{Known, collect};
use crate::base::Stamp;
use crate::judge::fallen::judged;
use crate::judge::fallen::record::Ground;
use crate::judge::truth::clocks::met;
use crate::judge::truth::lookup::Knowledge;
use crate::playbook::reference::Clock;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many struck entries are put back to see what they had stopped.
const MOST: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Undone {
    pub stopped: Stamp,
    /// When what had stopped it was struck out.
    pub struck: Stamp,
}

/// The last stop of a clock that was struck out; `None` where nothing that was struck had stopped it.
pub fn stop(clock: &Clock, knowledge: &Knowledge<'_>) -> Option<Undone> {
    let until = clock.until.as_ref()?;
    let whole = knowledge.state.recorded();
    let (mut counting, mut walked) = (BTreeSet::new(), BTreeSet::new());
    collect(until, knowledge, &mut counting, &mut walked);
    let undone = walked.iter().filter_map(|subject| whole.about(subject.id().as_str())).flat_map(|about| &about.undone);
    let strike = |at: &usize| Some((whole.struck_by(&whole.at(*at).id)?, *at));
    let struck: BTreeSet<(usize, usize)> = undone.filter_map(strike).collect();
    let &(last, _) = struck.last()?;
    let put_back = struck.iter().rev().take(MOST).filter(|(strike, _)| *strike == last).map(|(_, at)| *at);
    let before: BTreeSet<usize> = counting.into_iter().filter(|at| *at < last).chain(put_back).collect();
    let mut then = Known::default();
    for at in before {
        then.take_in(whole, at);
    }
    let now = knowledge.now()?;
    let (evidence, _) = judged::judge(&Ground::of(knowledge.playbook, &then.state), now);
    let stopped = met(until, &Knowledge::new(knowledge.playbook, evidence.of(&then.state)))?;
    Some(Undone { stopped, struck: whole.at(last).at })
}
