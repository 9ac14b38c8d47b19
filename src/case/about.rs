//! About: everything that was recorded about one thing, an item, a silence or a role, in tracks by what it says.

use super::tracks::Track;
use crate::base::ItemId;
use std::collections::BTreeMap;

/// What was recorded about one thing, as positions in the log. What was struck out is in none of it but in `register`.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct About {
    pub answers: Track,
    /// What became of a task, call, document or prohibition.
    pub outcomes: Track,
    pub seats: BTreeMap<ItemId, Track>,
    pub silence: Track,
    pub contact: Track,
    pub deferral: Track,
    pub notes: Vec<usize>,
    /// Attempts that were made for a call.
    pub attempts: Vec<usize>,
    pub passed_on: Vec<usize>,
    pub register: Vec<usize>,
    /// The last known answer, where its change sets something aside.
    pub known: Option<String>,
    /// The entry that last set it aside.
    pub renewed: Option<usize>,
    /// What counts no more, because something else has changed.
    pub aside: Vec<usize>,
}

impl About {
    /// Takes out what another entry stands for now. What was set aside stays history, and a register tells it as replaced.
    pub fn retract(&mut self, at: usize, saw: impl Fn(usize, usize) -> bool) {
        let Self { answers, outcomes, seats, silence, contact, deferral, notes, attempts, passed_on, .. } = self;
        for track in [answers, outcomes, silence, contact, deferral].into_iter().chain(seats.values_mut()) {
            track.retract(at, &saw);
        }
        seats.retain(|_, track| !track.all.is_empty());
        for list in [notes, attempts, passed_on] {
            take_out(list, at);
        }
    }

    /// Sets everything aside that a change elsewhere, by the entry at `by`, asks again. Every track is named here, so that
    /// none can be forgotten: notes, registers, contacts and what was decided outside the policy stand whatever changes.
    pub fn set_aside(&mut self, by: usize) {
        let Self {
            answers,
            outcomes,
            seats,
            silence: _,
            contact: _,
            deferral,
            notes: _,
            attempts,
            passed_on,
            register: _,
            known: _,
            renewed,
            aside,
        } = self;
        *renewed = Some(by);
        *deferral = Track::default();
        let before = aside.len();
        for track in [answers, outcomes].into_iter().chain(seats.values_mut()) {
            aside.append(&mut std::mem::take(track).all);
        }
        seats.clear();
        aside.append(attempts);
        aside.append(passed_on);
        aside[before..].sort_unstable();
    }
}

/// Takes an entry out of a list of entries in the order of the log.
pub(super) fn take_out(list: &mut Vec<usize>, at: usize) {
    if let Ok(place) = list.binary_search(&at) {
        list.remove(place);
    }
}
