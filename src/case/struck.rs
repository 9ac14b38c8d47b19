//! Which entries were struck out, and by which entry: they stay in the log, and the case is as if they had never been recorded.
//!
//! A strike names only what its writer had seen, and may itself be struck; then what it names counts again. So whatever strikes
//! a strike stands behind it in every order of the log, and going through the log from its end settles each before it is asked.

use super::stored::{Flat, Stored};
use super::{Fact, Row};
use crate::journal::{EntryId, Fields};
use std::collections::{BTreeMap, BTreeSet};

/// The entries that a strike names. Earlier versions struck one `entry` of a register; a strike of what cannot be read strikes
/// nothing.
impl Flat for Vec<EntryId> {
    const KEYS: &[&str] = &["of"];

    fn put(&self, fields: Fields) -> Fields {
        Stored::put(self, "of", fields)
    }

    fn read(fields: &Fields) -> Option<Self> {
        let of = fields.get_list("of").map_or_else(
            || fields.get_text("entry").map(EntryId::parse).into_iter().collect(),
            |of| of.iter().map(|id| EntryId::parse(id)).collect::<Option<Self>>(),
        );
        of.filter(|of| !of.is_empty())
    }
}

impl Fact {
    /// Whether it strikes another one out.
    pub fn is_strike(&self) -> bool {
        matches!(self, Self::StruckOut { .. })
    }

    /// Whether it can be taken out of account. The course of the case and what the program wrote by itself cannot.
    pub fn can_be_struck(&self) -> bool {
        !matches!(
            self,
            Self::Opened { .. }
                | Self::Closed { .. }
                | Self::Reopened { .. }
                | Self::ClockStepped { .. }
                | Self::Exported { .. }
                | Self::DrillOpened { .. }
                | Self::ExerciseClock { .. }
                | Self::MessageTaken { .. }
                | Self::RealEvent { .. }
                | Self::ControlOpened { .. }
                | Self::SessionEnded
                | Self::Other { .. }
        )
    }
}

/// Every strike of a log in causal order that could be made, by the entry that it names; those that were struck themselves too.
pub(super) fn strikes(log: &[Row], cut_off: &BTreeSet<EntryId>) -> BTreeMap<EntryId, Vec<usize>> {
    let mut strikes: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
    let places = places(log, log.iter().flat_map(|row| of(&row.recorded.fact)));
    if places.is_empty() {
        return strikes;
    }
    for (at, row) in log.iter().enumerate().filter(|(_, row)| !cut_off.contains(&row.recorded.id)) {
        for id in of(&row.recorded.fact) {
            let Some(place) = places.get(id).copied().filter(|place| *place < at) else { continue };
            let Row { recorded, past } = &log[place];
            if row.past.saw(past.own()) && recorded.fact.can_be_struck() {
                strikes.entry(id.clone()).or_default().push(at);
            }
        }
    }
    strikes
}

/// The struck entries, each with the place of the first strike that counts among those that are `seen`.
pub(super) fn struck(
    log: &[Row],
    strikes: &BTreeMap<EntryId, Vec<usize>>,
    of: impl IntoIterator<Item = EntryId>,
    seen: impl Fn(usize) -> bool,
) -> BTreeMap<EntryId, usize> {
    // Whatever strikes a strike stands behind it, so that going back from the end settles each before it is asked.
    let mut names: BTreeMap<usize, Vec<EntryId>> = BTreeMap::new();
    let mut open: Vec<EntryId> = of.into_iter().collect();
    let mut asked: BTreeSet<EntryId> = open.iter().cloned().collect();
    while let Some(id) = open.pop() {
        for at in strikes.get(&id).into_iter().flatten().copied().filter(|at| seen(*at)) {
            names.entry(at).or_default().push(id.clone());
            let strike = &log[at].recorded.id;
            if asked.insert(strike.clone()) {
                open.push(strike.clone());
            }
        }
    }
    let mut struck = BTreeMap::new();
    for (at, ids) in names.into_iter().rev() {
        if !struck.contains_key(&log[at].recorded.id) {
            struck.extend(ids.into_iter().map(|id| (id, at)));
        }
    }
    struck
}

pub(super) fn of(fact: &Fact) -> &[EntryId] {
    if let Fact::StruckOut { of, .. } = fact { of } else { &[] }
}

/// Where in a log the named entries are.
pub(super) fn places<'n>(log: &[Row], named: impl IntoIterator<Item = &'n EntryId>) -> BTreeMap<EntryId, usize> {
    let named: BTreeSet<&EntryId> = named.into_iter().collect();
    if named.is_empty() {
        return BTreeMap::new();
    }
    let places = log.iter().enumerate().filter(|(_, row)| named.contains(&row.recorded.id));
    places.map(|(at, row)| (row.recorded.id.clone(), at)).collect()
}
