//! What surrounds the items in the status: steps, clocks, silences, help for situations, points of readiness.

use crate::base::written::object;
use crate::base::{ClauseId, ItemId, Stamp};
use crate::case::Fact;
use crate::contacts::model;
use crate::journal::EntryId;
use crate::judge::Knowledge;
use crate::judge::View;
use crate::judge::marks::Cause;
use crate::judge::picture::clocks::{self, ClockState, ClockStatus, Crossed};
use crate::judge::picture::phases::PhaseStatus;
use crate::judge::picture::silences::SilenceStatus;
use crate::judge::picture::undone::Undone;
use crate::judge::view::readiness::ReadinessState;
use crate::page::look_again;
use crate::playbook::model as plan;
use crate::playbook::reference::{self, Basis};
use chrono::NaiveDate;

object! {
    Phase<'a>(phase: &'a plan::Phase, status: &'a PhaseStatus) {
        let hold = status.held_by.filter(|_| status.held > 0).and_then(|at| phase.holds.get(at));
    } => {
        id: &'a ItemId = &phase.id,
        title: &'a str = &phase.title,
        state: &'static str = match status.applies.value {
            Some(true) if hold.is_some() => "held",
            Some(true) if status.open + status.deferred + status.held > 0 => "open",
            // Nothing waits for somebody in it, and what is still to be known may change that.
            Some(true) if status.pending > 0 => "pending",
            Some(true) => "settled",
            Some(false) => "not-applicable",
            None => "pending",
        },
        beside: Option<&'a str> = phase.beside.as_deref(),
        #[serde(flatten)]
        counts: &'a PhaseStatus = status,
        held_say: Option<&'a str> = hold.map(|hold| hold.say.as_str()),
        clauses: &'a [ClauseId] = &phase.cite,
    }
}

object! {
    Clock<'a>(clock: &'a reference::Clock, status: &ClockStatus) => {
        id: &'a ItemId = &clock.id,
        title: &'a str = &clock.title,
        word: &'a str = &clock.word,
        basis: Basis = match (clock.limit, status.local) {
            (Some(limit), _) => limit.basis,
            (None, Some(_)) => Basis::Local,
            (None, None) => Basis::Policy,
        },
        state: ClockState = status.state,
        within: Option<String> = clock.limit.map(|limit| limit.within.to_string()),
        when: Option<&'a str> = clock.when.as_ref().map(|when| when.text.as_str()),
        waits: Vec<ItemId> = status.waits_for.iter().map(|subject| subject.id().clone()).collect(),
        started: Option<Stamp> = status.started,
        stopped: Option<Stamp> = status.stopped,
        due: Option<Stamp> = status.due.or(status.local.and_then(|local| local.due)),
        local_target: Option<LocalTarget> = status.local.map(LocalTarget::of),
        undone: Option<Undone> = status.undone,
        late_s: Option<i64> = status.late_s,
        crossed: Option<Crossed> = status.crossed,
        elapsed_s: Option<i64> = status.elapsed_s,
        suspended_s: i64 = status.suspended_s,
        paused_by: Vec<Says<'a>> = status.paused_by.iter().map(|at| &clock.pauses[*at]).map(|pause| Says::of(&pause.say, &pause.cite)).collect(),
        clauses: &'a [ClauseId] = &clock.cite,
    }
}

object! {
    LocalTarget(local: clocks::LocalTarget) => {
        #[serde(flatten)]
        target: clocks::LocalTarget = local,
        say: &'static str = "local target, not in the policy",
    }
}

object! {
    /// A sentence of the playbook with its clauses.
    Says<'a>(say: &'a str, clauses: &'a [ClauseId]) => {
        say: &'a str = say,
        clauses: &'a [ClauseId] = clauses,
    }
}

object! {
    Silence<'a>(of: &View<'a>, silence: &'a reference::Silence, status: &'a SilenceStatus) => {
        id: &'a ItemId = &silence.id,
        topic: &'a str = &silence.topic,
        say: &'a str = &silence.say,
        decide_by: &'a [ItemId] = &silence.decide_by,
        applies: Option<bool> = status.applies.value,
        decided: bool = status.decided.is_some(),
        value: Option<&'a str> = status.decided.and_then(|at| match &of.state.at(at).fact {
            Fact::SilenceDecided { value, .. } => Some(value.as_str()),
            _ => None,
        }),
        /// Why what was decided has to be looked at again.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        look_again: Vec<Again<'a>> = status.is_marked().then(|| Again::of(of, status)).into_iter().collect(),
        suggestion: Option<&'a str> = silence.suggestion.as_deref(),
        fill_in: Option<FillIn<'a>> = status.fill_in.as_ref().map(FillIn::of),
        clauses: &'a [ClauseId] = &silence.cite,
    }
}

object! {
    /// Why what people decided where the policy is silent has to be looked at again.
    Again<'a>(of: &View<'a>, status: &SilenceStatus) => {
        code: &'static str = Cause::NoLonger.code(),
        says: &'static str = look_again::DECIDED_NO_LONGER,
        entries: Vec<&'a EntryId> = status.look_again.iter().map(|at| &of.state.at(*at).id).collect(),
    }
}

object! {
    FillIn<'a>(fill: &'a model::FillIn) => {
        value: &'a str = &fill.value,
        decided_by: &'a str = &fill.decided_by,
        dated: NaiveDate = fill.dated,
    }
}

object! {
    /// What the policy says to a situation, and whether this case is in it.
    Faq<'a>(faq: &'a reference::Faq, known: &Knowledge<'_>) => {
        id: &'a ItemId = &faq.id,
        ask: &'a str = &faq.ask,
        text: &'a str = &faq.text,
        state: &'static str = match known.holds(faq.when.as_ref()).value {
            Some(true) => "shown",
            Some(false) => "not-shown",
            None => "pending",
        },
        used_by: &'a [ItemId] = &faq.used_by,
        clauses: &'a [ClauseId] = &faq.cite,
    }
}

object! {
    Readiness<'a>(point: &'a reference::Readiness, state: ReadinessState) => {
        id: &'a ItemId = &point.id,
        title: &'a str = &point.title,
        state: &'static str = state.word(),
        due: Option<NaiveDate> = point.due,
        clauses: &'a [ClauseId] = &point.cite,
    }
}
