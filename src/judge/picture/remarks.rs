//! What has to be said beside a receipt: what was recorded is on the record, and this about it should not be overlooked.

use crate::base::{ItemId, Quantity, Room};
use crate::case::{CallOutcome, CaseState, Fact, Recorded};
use crate::journal::EntryId;
use crate::judge::items::advice::{self, waits_for_a_finding};
use crate::judge::items::{HeldBy, Waits};
use crate::judge::picture::counts::{self, Doubt};
use crate::judge::picture::once_more::said_already;
use crate::judge::truth::leans::{Lean, compares, is_rough};
use crate::judge::types::answer::Answer;
use crate::judge::verdict::Verdict;
use crate::judge::{Knowledge, Picture, Standing};
use crate::playbook::item::Call;
use crate::playbook::{Body, Playbook, Strength};
use chrono::NaiveDate;

/// What must not be overlooked about an entry. Items and steps are named by their places in the playbook, entries by theirs in the
/// log, as it is right after the entry was recorded.
#[derive(Clone, PartialEq, Debug)]
pub enum Remark {
    /// It went into the room that was kept for the last entries.
    ReserveUsed,
    Room(Room),
    /// The playbook cannot be read, so it became a note.
    BecameNote,
    /// In an exercise, words that sound as if something real happened.
    SoundsReal,
    /// It was recorded although this item waits by the policy, for the reason of this hold.
    Held(usize, HeldBy),
    /// The closed case was opened again with it, for this reason.
    Reopened(String),
    /// It was recorded although this item does not apply, and why it does not.
    DoesNotApply(usize, Verdict),
    /// Calls of the same caller or message that were left out: nobody has found yet that they are needed.
    LeftOut(Vec<usize>),
    /// How many seconds the computer's clock is ahead of the watch.
    ClockAhead(i64),
    /// The answer is known roughly, and the playbook compares it; with the elements that it leaves open, by their titles, and to
    /// which side it leans there.
    Roughly(Answer, Vec<(String, Lean)>),
    /// The answer takes the place of this entry, which came from another source and said something else.
    OtherSource(usize),
    /// This entry said the same before, and nothing follows from its being said again.
    SaidAlready(usize),
    /// Who closed the case, as it was typed: a role of the playbook, or not.
    ClosedBy(String),
    StillInForce(Vec<usize>),
    /// The day on which the point is due again has passed already.
    PastDue(NaiveDate),
    /// A call that the policy wants only "if so advised", and nobody is recorded who advised it.
    Unadvised(usize),
    /// The call was found not to be needed, and somebody was reached.
    ReachedAllTheSame,
    StruckOut(usize),
    /// The entries in whose place it stands.
    Settles(Vec<usize>),
    /// What counts in place of what was struck out.
    CountsNow(Vec<usize>),
    /// The entry takes in a file of rows.
    RowsTakenIn,
    /// The two counts cannot both be true.
    Doubt(Doubt),
}

impl Remark {
    /// That a closed case was opened again, by the entry that says so.
    pub fn of_reopening(fact: &Fact) -> Option<Self> {
        match fact {
            Fact::Reopened { reason } => Some(Self::Reopened(reason.clone())),
            _ => None,
        }
    }
}

/// The remarks on an entry that was just recorded. `before` is the picture without it; `state` and `after` are with it.
pub fn remarks(
    (playbook, state): (&Playbook, &CaseState),
    (before, after): (&Picture, &Picture),
    recorded: &Recorded,
) -> Vec<Remark> {
    let mut said: Vec<Remark> = held(playbook, before, recorded).into_iter().collect();
    said.extend(off(playbook, (before, after), recorded));
    said.extend(left_out(playbook, before, &recorded.fact));
    match &recorded.fact {
        Fact::TimeChecked { watch, .. } => {
            said.push(Remark::ClockAhead(recorded.reading.wall.seconds_since(*watch)));
        }
        Fact::Answered { question, .. } => {
            said.extend(other_source(state, recorded).map(Remark::OtherSource));
            let once_more = said_already((playbook, state), (before, after), recorded);
            said.extend(once_more.map(Remark::SaidAlready));
            let knowledge = Knowledge::new(playbook, after.counting(state));
            let answer = knowledge.answer(question.as_str()).filter(is_rough);
            said.extend(answer.and_then(|answer| roughly(&knowledge, question, answer)));
        }
        Fact::Closed { role, .. } => {
            said.push(Remark::ClosedBy(role.clone()));
            let in_force: Vec<_> = after.prohibitions().collect();
            said.extend(Some(in_force).filter(|all| !all.is_empty()).map(Remark::StillInForce));
        }
        Fact::TaskDone { follow_up, .. } | Fact::NecessityFound { follow_up, .. } => {
            let past = follow_up.due.filter(|due| *due < recorded.at.date());
            said.extend(past.map(Remark::PastDue));
        }
        Fact::Called { outcome: CallOutcome::Reached, calls, .. } => {
            let places = calls.iter().filter_map(|id| playbook.position(id.as_str()));
            let unadvised = |at: &usize| {
                let item = &playbook.items[*at];
                item.verb == Strength::IfAdvised && !advice::is_on_record(after.counting(state), item)
            };
            said.extend(places.filter(unadvised).map(Remark::Unadvised));
        }
        Fact::TaskRuledOut { item, target, .. } if target.0.is_empty() => {
            let reached = Knowledge::new(playbook, after.counting(state)).reached(item.as_str()).is_some();
            let status = after.item(playbook, item.as_str());
            let stands = status.is_some_and(|status| matches!(status.standing, Standing::Reached | Standing::Covered));
            said.extend((reached && stands).then_some(Remark::ReachedAllTheSame));
        }
        Fact::StruckOut { .. } => said.extend(struck(state, &recorded.id)),
        Fact::RowsImported { .. } => said.push(Remark::RowsTakenIn),
        _ => {}
    }
    let at = state.log.iter().rposition(|row| row.recorded.id == recorded.id);
    let replaced: Vec<_> = at.into_iter().flat_map(|at| state.stands_for(at)).collect();
    said.extend(Some(replaced).filter(|all| !all.is_empty()).map(Remark::Settles));
    said.extend(doubts(playbook, state, after, &recorded.fact));
    said
}

/// What a number known roughly leaves open; nothing where the playbook compares it with nothing.
fn roughly(knowledge: &Knowledge<'_>, question: &ItemId, answer: Answer) -> Option<Remark> {
    let playbook = knowledge.playbook;
    let arms = playbook.rules.iter().flat_map(|rule| rule.any.iter().chain(&rule.all).chain(&rule.unless));
    let levels = playbook.scales.iter().flat_map(|scale| &scale.levels);
    let of_levels = levels.flat_map(|level| level.any.iter().chain(&level.all).chain(&level.unless));
    let elements = arms.chain(of_levels).map(|arm| (&arm.title, &arm.condition));
    let whens = playbook.items.iter().filter_map(|item| Some((&item.title, item.when.as_ref()?)));
    let comparing: Vec<_> =
        elements.chain(whens).filter(|(_, condition)| compares(&condition.root, question)).collect();
    let open = comparing.iter().filter_map(|(title, condition)| {
        let mut leans = knowledge.leans(&condition.root).into_iter();
        Some(((*title).clone(), leans.find(|roughly| roughly.question == *question)?.lean))
    });
    let open: Vec<_> = open.collect();
    let estimate = matches!(answer, Answer::Number(Quantity::Estimate(_)) | Answer::Money(Quantity::Estimate(_)));
    (!open.is_empty() || estimate && !comparing.is_empty()).then_some(Remark::Roughly(answer, open))
}

/// The entry whose answer this one replaces, where another source gave it. What is put right, or said for a row, is no such case.
fn other_source(state: &CaseState, recorded: &Recorded) -> Option<usize> {
    let Fact::Answered { question, value, source: Some(source), target } = &recorded.fact else { return None };
    if !recorded.who.settles.is_empty() || !target.0.is_empty() {
        return None;
    }
    let all = &state.answers(question.as_str())?.all;
    let own = all.iter().rposition(|at| state.at(*at).id == recorded.id)?;
    let (at, before) = (all[own], *all[..own].last()?);
    let Fact::Answered { value: earlier, source: Some(other), .. } = &state.at(before).fact else { return None };
    let plain = |source: &str| source.trim().to_lowercase();
    let replaces = state.log[at].past.saw(state.log[before].past.own());
    (replaces && earlier != value && earlier != "unknown" && plain(source) != plain(other)).then_some(before)
}

/// The record holds what happened; where the policy has the step wait, whoever records it is told so.
fn held(playbook: &Playbook, before: &Picture, recorded: &Recorded) -> Option<Remark> {
    let did = matches!(
        recorded.fact,
        Fact::TaskDone { .. } | Fact::Called { .. } | Fact::PassedOn { .. } | Fact::Decided { .. }
    );
    let at = playbook.position(recorded.fact.subject()?.as_str()).filter(|_| did)?;
    match before.items[at].waits() {
        Some(Waits::Hold(held)) => Some(Remark::Held(at, held)),
        _ => None,
    }
}

/// What happened is taken, also where it does not apply; then it is said that nothing follows from it.
fn off(playbook: &Playbook, (before, after): (&Picture, &Picture), recorded: &Recorded) -> Option<Remark> {
    let did = matches!(
        recorded.fact,
        Fact::Answered { .. }
            | Fact::TaskDone { .. }
            | Fact::Called { .. }
            | Fact::PassedOn { .. }
            | Fact::Decided { .. }
            | Fact::NecessityFound { .. }
    );
    let at = playbook.position(recorded.fact.subject()?.as_str()).filter(|_| did)?;
    let was_off = |of: &Picture| of.items[at].applies.value == Some(false);
    // What is recorded where the case ends counts on.
    let off = was_off(before) && (was_off(after) || after.ending.is_some());
    off.then(|| Remark::DoesNotApply(at, before.items[at].applies.clone()))
}

/// Calls that would go with this one, were it found that they are needed.
fn left_out(playbook: &Playbook, before: &Picture, fact: &Fact) -> Option<Remark> {
    let calls = match fact {
        Fact::Called { calls, outcome: CallOutcome::Reached, .. } => calls,
        Fact::PassedOn { calls, .. } if calls.len() > 1 => calls,
        _ => return None,
    };
    let of = |id: &ItemId| match &playbook.item(id.as_str())?.body {
        Body::Call(call) => Some(call),
        _ => None,
    };
    let own = of(calls.first()?)?;
    let goes_along = |other: &Call| match fact {
        Fact::PassedOn { .. } => own.told_by.is_some() && other.told_by == own.told_by,
        _ => other.message == own.message && other.role == own.role,
    };
    let places = (0..playbook.items.len()).filter(|at| {
        let item = &playbook.items[*at];
        matches!(&item.body, Body::Call(other) if goes_along(other))
            && waits_for_a_finding(item, &before.items[*at])
            && !calls.contains(&item.id)
    });
    let places: Vec<_> = places.collect();
    (!places.is_empty()).then_some(Remark::LeftOut(places))
}

/// What was struck out, and what counts in its place.
fn struck(state: &CaseState, strike: &EntryId) -> Vec<Remark> {
    let Some(at) = state.log.iter().rposition(|row| row.recorded.id == *strike) else { return Vec::new() };
    let mut said = Vec::new();
    for struck in state.struck_entries(at) {
        // A sheet is told by its end.
        if state.at(struck).who.in_sheet {
            continue;
        }
        said.push(Remark::StruckOut(struck));
        let again: Vec<_> = match &state.at(struck).fact {
            Fact::StruckOut { .. } => {
                let of = state.struck_entries(struck);
                of.filter(|at| state.struck_by(&state.at(*at).id).is_none()).collect()
            }
            fact if fact.for_rows().is_some_and(|rows| !rows.0.is_empty()) => of_its_rows(state, fact),
            fact => state.track_of(fact).map(|track| track.current.clone()).unwrap_or_default(),
        };
        said.extend(Some(again).filter(|all| !all.is_empty()).map(Remark::CountsNow));
    }
    said
}

/// What counts now of the rows for which something was recorded.
fn of_its_rows(state: &CaseState, fact: &Fact) -> Vec<usize> {
    let (Some(track), Some(rows)) = (state.track_of(fact), fact.for_rows()) else { return Vec::new() };
    let same = |at: &usize| state.at(*at).fact.for_rows().is_some_and(|other| other.overlaps(rows));
    track.all.iter().copied().filter(|at| same(at) && state.replaced_by(*at).is_none()).collect()
}

/// What cannot be true of the two counts together, where the entry speaks about one of them or its list, or closes the case.
fn doubts(playbook: &Playbook, state: &CaseState, after: &Picture, fact: &Fact) -> Vec<Remark> {
    let Some(counts) = &playbook.counts else { return Vec::new() };
    let list = counts.list.as_ref().map(|list| &list.register);
    let ours = |id: &ItemId| *id == counts.persons || *id == counts.residents || Some(id) == list;
    if !matches!(fact, Fact::Closed { .. }) && !fact.subject().is_some_and(ours) {
        return Vec::new();
    }
    let status = counts::work_out(playbook, state, after);
    status.into_iter().flat_map(|status| status.doubts).map(Remark::Doubt).collect()
}
