//! The phone list as the guide uses it. Every text in it is inert.

use super::channel::Channel;
use crate::base::ItemId;
use crate::source::Span;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Months after which a check of a number counts as old, unless the list says otherwise. No policy gives this number.
pub const STALE_AFTER_MONTHS: u32 = 12;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PhoneList {
    pub title: Option<String>,
    pub dated: Option<NaiveDate>,
    /// Months after which a check counts as old; `None` is [`STALE_AFTER_MONTHS`].
    pub stale_after_months: Option<u32>,
    /// Playbooks that it must cover, each with its place in the file.
    pub playbooks: Vec<(ItemId, Span)>,
    /// People and outside organisations, in the order of the file.
    pub parties: Vec<Party>,
    pub holders: Vec<Holder>,
    pub fill_ins: Vec<FillIn>,
    pub targets: Vec<Target>,
    /// Where each identifier stands in `parties`.
    pub(super) by_id: BTreeMap<ItemId, usize>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    pub id: ItemId,
    pub name: String,
    /// Ways to reach it, the first to try first.
    pub channels: Vec<Channel>,
    /// When a person is away; empty for an organisation.
    pub away: Vec<Away>,
    /// Places that an organisation serves; empty for a person.
    pub places: Vec<String>,
    pub outside: bool,
    pub span: Span,
}

/// A time during which somebody is not called; both days included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Away {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub deputy: Option<ItemId>,
    #[serde(skip)]
    pub span: Span,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Holder {
    pub role: ItemId,
    /// The playbook; `None` is every playbook with such a role.
    pub playbook: Option<ItemId>,
    /// Identifiers of parties, the first choice first.
    pub people: Vec<ItemId>,
    pub span: Span,
}

/// What the organisation wrote beforehand on a silence. A suggestion; nothing records it by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FillIn {
    pub playbook: ItemId,
    pub silence: ItemId,
    pub value: String,
    pub decided_by: String,
    pub dated: NaiveDate,
    #[serde(skip)]
    pub span: Span,
}

/// Hours that the organisation set itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Target {
    pub playbook: ItemId,
    pub clock: ItemId,
    /// Hours from its start.
    pub hours: u32,
    #[serde(skip)]
    pub span: Span,
}

impl Party {
    /// The absence that covers a day. Of several, the one that ends last.
    pub fn away_on(&self, day: NaiveDate) -> Option<&Away> {
        self.away.iter().filter(|away| (away.from..=away.to).contains(&day)).max_by_key(|away| away.to)
    }
}

impl FillIn {
    /// As people read it, marked as the organisation's own: `your organisation wrote on 2026-03-01 (Principal): ...`.
    pub fn shown(&self) -> String {
        format!("Your organisation wrote on {} ({}): {}", self.dated, self.decided_by, self.value)
    }
}

impl PhoneList {
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.by_id.get(id).map(|at| &self.parties[*at])
    }

    /// Who holds a role of a playbook; what is written for this playbook goes before what is written for all.
    pub fn holder(&self, playbook: &str, role: &str) -> Option<&Holder> {
        let of_role = || self.holders.iter().filter(|holder| holder.role.as_str() == role);
        let own = of_role().find(|holder| holder.playbook.as_ref().is_some_and(|id| id.as_str() == playbook));
        own.or_else(|| of_role().find(|holder| holder.playbook.is_none()))
    }

    pub fn fill_in(&self, playbook: &str, silence: &str) -> Option<&FillIn> {
        let meant = |fill: &&FillIn| fill.playbook.as_str() == playbook && fill.silence.as_str() == silence;
        self.fill_ins.iter().find(meant)
    }

    pub fn target(&self, playbook: &str, clock: &str) -> Option<&Target> {
        let meant = |target: &&Target| target.playbook.as_str() == playbook && target.clock.as_str() == clock;
        self.targets.iter().find(meant)
    }

    pub fn stale_after(&self) -> u32 {
        self.stale_after_months.unwrap_or(STALE_AFTER_MONTHS)
    }
}
