//! The numbers of an exercise. Whatever number stands on the screen of an exercise gets dialled, so every way to reach somebody is
//! replaced where it is read, of the phone list, of the policy and in the texts of its clauses; names stay.

use super::load::PhoneFile;
use super::model::{Party, PhoneList};
use crate::base::numbers::found_in;
use crate::base::{ChannelKind, ItemId, RealNumbers};
use crate::playbook::Playbook;
use crate::playbook::reference::{Channel, Role};
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What stands in the place of a number of which the drill gives none.
pub const MASKED: &str = "masked: the facilitator answers";

/// What the roles of a drill are reached under.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Masks {
    numbers: BTreeMap<ItemId, String>,
}

/// A number or address that the policy prints, and whose it is: the identifier and the title of the role.
type Printed = (String, ItemId, String);

impl Masks {
    /// By the numbers that a drill gives its roles; without one of its own a role has none.
    pub fn new(numbers: impl IntoIterator<Item = (ItemId, String)>) -> Self {
        Self { numbers: numbers.into_iter().filter(|(_, number)| !number.trim().is_empty()).collect() }
    }

    /// What is read instead of any number or address: the one place where that is said.
    fn instead(&self, role: Option<(&ItemId, &str)>) -> String {
        let number = role.and_then(|(id, title)| Some((self.numbers.get(id)?, title)));
        number.map_or_else(|| MASKED.to_owned(), |(number, title)| format!("{number} (simulation cell: {title})"))
    }

    /// Masks a playbook, and says what was real in it.
    pub fn playbook(&self, playbook: &mut Playbook) -> RealNumbers {
        let mut real = RealNumbers::default();
        let printed: Vec<Printed> = playbook
            .roles
            .iter()
            .flat_map(|role| role.channels.iter().map(|way| (way.value.clone(), role.id.clone(), role.title.clone())))
            .collect();
        for (value, ..) in &printed {
            real.add(value);
        }
        playbook.change_texts(&mut |text| {
            if let Some(masked) = self.text(text, &printed, &mut real) {
                *text = masked;
            }
        });
        playbook.roles.iter_mut().for_each(|role| self.role(role));
        real
    }

    /// Masks a phone list, beside the playbook of the case, and adds what was real in it. Its text goes, for a mistake in it is
    /// shown with the line in which it stands.
    pub fn phones(&self, file: &PhoneFile, playbook: &Playbook, real: &mut RealNumbers) -> PhoneFile {
        let mut list = file.list.clone();
        for party in &mut list.parties {
            self.party(party, &file.list, playbook, real);
        }
        for fill in &mut list.fill_ins {
            if let Some(masked) = self.text(&fill.value, &[], real) {
                fill.value = masked;
            }
        }
        PhoneFile { source: Source::new(file.source.name.clone(), ""), list, problems: Vec::new() }
    }

    /// A role that the drill gives a number has that one alone; of any other each way stays, without where it leads.
    fn role(&self, role: &mut Role) {
        let instead = self.instead(Some((&role.id, &role.title)));
        if self.numbers.contains_key(&role.id) {
            role.channels = vec![Channel { kind: ChannelKind::Phone, value: instead }];
            return;
        }
        role.channels.iter_mut().for_each(|way| way.value.clone_from(&instead));
    }

    fn party(&self, party: &mut Party, list: &PhoneList, playbook: &Playbook, real: &mut RealNumbers) {
        let mut holders = list.holders.iter().filter(|holder| {
            holder.people.contains(&party.id) && holder.playbook.as_ref().is_none_or(|id| *id == playbook.id)
        });
        let seat = holders.find(|holder| self.numbers.contains_key(&holder.role)).map(|holder| &holder.role);
        let instead = self.instead(seat.map(|role| (role, playbook.role_title(role.as_str()))));
        for way in &mut party.channels {
            real.add(&way.value);
            way.value.clone_from(&instead);
            // Nobody tried what stands there now.
            (way.verified, way.verified_by) = (None, None);
        }
        if seat.is_some() {
            party.channels.truncate(1);
            party.channels.iter_mut().for_each(|way| way.kind = ChannelKind::Phone);
        }
    }

    /// The text with everything masked; `None` where nothing in it has to be.
    fn text(&self, text: &str, printed: &[Printed], real: &mut RealNumbers) -> Option<String> {
        let mut found: Vec<Range<usize>> = found_in(text);
        let taken: BTreeSet<usize> = found.iter().flat_map(Clone::clone).collect();
        for (value, ..) in printed {
            let places = text.match_indices(value.as_str()).map(|(at, value)| at..at + value.len());
            found.extend(places.filter(|place| !place.clone().any(|at| taken.contains(&at))));
        }
        found.sort_by_key(|range| range.start);
        found.dedup_by(|next, last| next.start < last.end);
        if found.is_empty() {
            return None;
        }
        let mut masked = String::with_capacity(text.len() + MASKED.len());
        let mut from = 0;
        for range in found {
            let value = &text[range.clone()];
            let mut this = RealNumbers::default();
            this.add(value);
            let whose = printed.iter().find(|(known, ..)| this.has(known));
            masked.push_str(&text[from..range.start]);
            masked.push_str(&self.instead(whose.map(|(_, id, title)| (id, title.as_str()))));
            from = range.end;
            real.add(value);
        }
        masked.push_str(&text[from..]);
        Some(masked)
    }
}
