//! What fell: records that count no more because a hard line fires after them. They stay in the log as history, and count again once
//! the cause is undone.

use super::record::{Ground, OnRecord};
use super::roots::{Roots, as_seen};
use super::sight::Sight;
use crate::base::{ItemId, Now, Stamp};
use crate::case::{About, CaseState, ForRows};
use crate::judge::again::{ends, fires};
use crate::judge::evidence::counting::{Counting, Over};
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::key;
use crate::judge::truth::scales::ScaleState;
use crate::judge::types::cause::Cause;
use crate::judge::types::mark::Mark;
use crate::playbook::Item;
use crate::playbook::scale::Scale;
use std::collections::{BTreeMap, BTreeSet};

/// How many entries of one track are judged each by itself; where any of them falls, all before them do.
const JUDGED: usize = 100;

/// What is laid over a case so that only what counts is there.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Evidence {
    over: Over,
    /// When the next hard line fires by time alone.
    pub turns_at: Option<Stamp>,
}

impl Evidence {
    pub fn of<'a>(&'a self, state: &'a CaseState) -> Counting<'a> {
        Counting::new(state, &self.over)
    }
}

/// Judges every record that a hard line brings back, and says what fell, in the order of the items.
pub fn judge(ground: &Ground<'_>, now: Now) -> (Evidence, Vec<Mark>) {
    let (mut evidence, mut fallen) = (Evidence::default(), Vec::new());
    let playbook = ground.playbook;
    let deciders: BTreeSet<&ItemId> = playbook.scales.iter().filter_map(|scale| scale.decided_by.as_ref()).collect();
    for (place, item) in playbook.items.iter().enumerate() {
        if !deciders.contains(&item.id) && !item.again.iter().any(|line| line.hard) {
            continue;
        }
        let Some(about) = ground.state.about(item.id.as_str()) else { continue };
        let mut judging = Judging { ground, item, about, now, causes: BTreeMap::new(), turns_at: None };
        judging.judge();
        evidence.turns_at = sooner(evidence.turns_at, judging.turns_at);
        if judging.causes.is_empty() {
            continue;
        }
        let falls = judging.falls();
        fallen.extend(judging.marks(place));
        evidence.over.insert(item.id.clone(), ground.state.about_without(about, &falls));
    }
    (evidence, fallen)
}

pub(in crate::judge) fn sooner(one: Option<Stamp>, other: Option<Stamp>) -> Option<Stamp> {
    one.into_iter().chain(other).min()
}

struct Judging<'j, 'a> {
    ground: &'j Ground<'a>,
    item: &'a Item,
    about: &'a About,
    now: Now,
    /// What fell, each with its causes.
    causes: BTreeMap<usize, Vec<Cause>>,
    turns_at: Option<Stamp>,
}

impl<'a> Judging<'_, 'a> {
    /// The tracks of what can fall, each oldest first.
    fn tracks(&self) -> Vec<&'a [usize]> {
        let About { answers, outcomes, seats, drafts, deferral, .. } = self.about;
        let tracks = [answers, outcomes, drafts, deferral].into_iter().chain(seats.values());
        let About { attempts, passed_on, findings, sendings, .. } = self.about;
        let lists = [attempts, passed_on, findings, sendings].map(Vec::as_slice);
        tracks.map(|track| track.all.as_slice()).chain(lists).collect()
    }

    fn judge(&mut self) {
        for track in self.tracks() {
            let recent = track.len().saturating_sub(JUDGED);
            for entry in &track[recent..] {
                let causes = self.fall(*entry);
                if !causes.is_empty() {
                    self.causes.insert(*entry, causes);
                }
            }
        }
    }

    fn fall(&mut self, entry: usize) -> Vec<Cause> {
        let (ground, item) = (self.ground, self.item);
        let own_rows = ground.state.at(entry).fact.for_rows();
        let of_row = |rows: &ForRows| own_rows.is_none_or(|own| own.0.is_empty() || share(own, rows));
        let sight = Sight::of(ground.state, entry, &item.id, &of_row);
        let record = OnRecord { ground, truth: None, item, entry, sight };
        let mut causes = Vec::new();
        for (place, line) in item.again.iter().enumerate().filter(|(_, line)| line.hard) {
            causes.extend(fires(line, place, &record, self.now));
            let at = ends(line, &record, self.now).filter(|at| *at > self.now.at);
            self.turns_at = sooner(self.turns_at, at);
        }
        causes.extend(gap(&record));
        causes
    }

    /// What fell, and what it had replaced: that was recorded anew, and is not to come back with it.
    fn falls(&self) -> BTreeSet<usize> {
        let state = self.ground.state;
        let mut falls: BTreeSet<usize> = self.causes.keys().copied().collect();
        let saw = |later: usize, earlier: usize| state.log[later].past.saw(state.log[earlier].past.own());
        for track in self.tracks() {
            let fell: Vec<usize> = track.iter().copied().filter(|at| self.causes.contains_key(at)).collect();
            let Some(last) = fell.last() else { continue };
            let recent = track.len().saturating_sub(JUDGED);
            for (place, at) in track.iter().enumerate().take_while(|(_, at)| *at < last) {
                let replaced = |later: &&usize| **later > *at && saw(**later, *at) && self.of_one(**later, *at);
                if place < recent || fell.iter().rev().any(|later| replaced(&later)) {
                    falls.insert(*at);
                }
            }
        }
        // What was put off before it was recorded is not put off again.
        let put_off = self.about.deferral.all.iter().copied();
        let before: Vec<usize> = put_off.filter(|at| self.causes.keys().any(|later| saw(*later, *at))).collect();
        falls.extend(before);
        falls
    }

    /// Whether two entries of a track speak of the same, where it is settled row by row.
    fn of_one(&self, later: usize, earlier: usize) -> bool {
        let rows = |at: usize| self.ground.state.at(at).fact.for_rows().filter(|rows| !rows.0.is_empty());
        match (rows(later), rows(earlier)) {
            (Some(one), Some(other)) => share(one, other),
            (later, None) => later.is_none(),
            (None, Some(_)) => true,
        }
    }

    /// One mark a record: of a decision for each seat, of anything else for what was current.
    fn marks(&self, place: usize) -> Vec<Mark> {
        let About { answers, outcomes, seats, attempts, passed_on, drafts, findings, sendings, .. } = self.about;
        let one = |seat: Option<ItemId>, current: &[usize]| {
            let entries: Vec<usize> = current.iter().copied().filter(|at| self.causes.contains_key(at)).collect();
            let mut causes: Vec<Cause> = Vec::new();
            for cause in entries.iter().flat_map(|at| &self.causes[at]) {
                if !causes.contains(cause) {
                    causes.push(cause.clone());
                }
            }
            (!entries.is_empty()).then_some(Mark { item: place, row: None, seat, entries, causes })
        };
        let mut together: Vec<usize> = answers.current.iter().chain(&outcomes.current).copied().collect();
        together.extend(attempts.last());
        together.extend(passed_on.last());
        together.extend(drafts.current.iter().chain(findings).chain(sendings));
        together.sort_unstable();
        let seats = seats.iter().filter_map(|(role, track)| one(Some(role.clone()), &track.current));
        one(None, &together).into_iter().chain(seats).collect()
    }
}

/// Whether two lists of rows have one in common.
pub(in crate::judge) fn share(one: &ForRows, other: &ForRows) -> bool {
    one.0.iter().any(|a| {
        other.0.iter().any(|b| match (&a.row, &b.row) {
            (Some(a), Some(b)) => a == b,
            _ => key(&a.name) == key(&b.name),
        })
    })
}

/// What was decided for one gap of a scale says nothing about another; and what was decided while a number was known roughly says
/// nothing any more once the number decides.
fn gap(record: &OnRecord<'_, '_>) -> Option<Cause> {
    elsewhere(record).or_else(|| roughly(record))
}

fn roughly(record: &OnRecord<'_, '_>) -> Option<Cause> {
    let ground = record.ground;
    let overtaken = |scale: &&Scale| {
        let hangs_on = ground.roots.of_several([&scale.id]);
        let over = as_seen(ground.state, &record.sight, hangs_on);
        if over.is_empty() {
            return false;
        }
        let then = Knowledge::new(ground.playbook, Counting::new(ground.state, &over));
        let id = scale.id.as_str();
        then.scale(id).is_some_and(|was| !was.while_about.is_empty())
            && ground.recorded.scale(id).is_some_and(|is| is.state == ScaleState::DecidedByRule)
    };
    let decides = |scale: &&Scale| scale.decided_by.as_ref() == Some(&record.item.id);
    let mut scales = ground.playbook.scales.iter().filter(decides);
    scales.find(overtaken).map(|scale| Cause::Roughly { scale: scale.id.clone() })
}

fn elsewhere(record: &OnRecord<'_, '_>) -> Option<Cause> {
    let ground = record.ground;
    let decides = |scale: &&Scale| scale.decided_by.as_ref() == Some(&record.item.id);
    let overtaken = |scale: &&Scale| {
        let hangs_on = ground
            .roots
            .of_several(&scale.gaps.iter().flat_map(|gap| Roots::named(&gap.condition)).collect::<Vec<_>>());
        let over = as_seen(ground.state, &record.sight, hangs_on);
        if over.is_empty() {
            return false;
        }
        let then = Knowledge::new(ground.playbook, Counting::new(ground.state, &over));
        let verdicts = |knowledge: &Knowledge<'_>| -> Vec<Option<bool>> {
            scale.gaps.iter().map(|gap| knowledge.holds(Some(&gap.condition)).value).collect()
        };
        let (was, is) = (verdicts(&then), verdicts(&ground.recorded));
        let elsewhere = was.iter().zip(&is).any(|(was, is)| *was == Some(false) && *is == Some(true));
        let left = was.iter().any(|was| *was != Some(false)) && is.iter().all(|is| *is == Some(false));
        elsewhere || left
    };
    let mut scales = ground.playbook.scales.iter().filter(decides);
    scales.find(overtaken).map(|scale| Cause::Gap { scale: scale.id.clone() })
}
