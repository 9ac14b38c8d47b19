//! The phone list for programs: `contacts list --json` is `contacts/1`, `contacts check --json` is `contacts-check/1`.

use crate::base::written::object;
use crate::base::{ChannelKind, ItemId};
use crate::contacts::model::{self, Away, FillIn};
use crate::contacts::seats::seats;
use crate::contacts::{Channel, PhoneFile, PhoneList};
use crate::source::{Problem, Source, caret};
use chrono::NaiveDate;

object! {
    /// The whole list as it stands on a day.
    Contacts<'a>(list: &'a PhoneList, today: NaiveDate) => {
        schema: &'static str = "contacts/1",
        title: Option<&'a str> = list.title.as_deref(),
        dated: Option<NaiveDate> = list.dated,
        as_of: NaiveDate = today,
        stale_after_months: u32 = list.stale_after(),
        people: Vec<Person<'a>> = list.parties.iter().map(|party| Person::of(party, today)).collect(),
        holders: Vec<Holder<'a>> = list.holders.iter().map(|holder| Holder::of(list, holder, today)).collect(),
        fill_ins: &'a [FillIn] = &list.fill_ins,
        targets: Vec<Target<'a>> = list.targets.iter().map(Target::of).collect(),
    }
}

object! {
    Person<'a>(party: &'a model::Party, today: NaiveDate) => {
        id: &'a ItemId = &party.id,
        name: &'a str = &party.name,
        kind: &'static str = if party.outside { "organisation" } else { "person" },
        places: &'a [String] = &party.places,
        away_today: bool = party.away_on(today).is_some(),
        away: &'a [Away] = &party.away,
        channels: Vec<Reached<'a>> = party.channels.iter().map(Reached::of).collect(),
    }
}

object! {
    Reached<'a>(channel: &'a Channel) => {
        kind: ChannelKind = channel.kind,
        value: &'a str = &channel.value,
        shown: String = channel.shown(),
        out_of_band: bool = channel.out_of_band,
        verified: Option<NaiveDate> = channel.verified,
        verified_by: Option<&'a str> = channel.verified_by.as_deref(),
    }
}

object! {
    Holder<'a>(list: &'a PhoneList, holder: &'a model::Holder, today: NaiveDate) {
        let playbook = holder.playbook.as_ref();
        let found = seats(list, playbook.map_or("", ItemId::as_str), holder.role.as_str(), today);
    } => {
        role: &'a ItemId = &holder.role,
        playbook: Option<&'a ItemId> = playbook,
        people: &'a [ItemId] = &holder.people,
        today: Vec<&'a ItemId> = found.seats.iter().map(|seat| &seat.party.id).collect(),
        by_place: Vec<&'a ItemId> = found.by_place.iter().map(|party| &party.id).collect(),
    }
}

object! {
    Target<'a>(target: &'a model::Target) => {
        #[serde(flatten)]
        target: &'a model::Target = target,
        basis: &'static str = "local",
    }
}

object! {
    /// What was found in the list on a day, in the order of the file.
    Checked<'a>(file: &'a PhoneFile, found: &'a [Problem], mistakes: usize, today: NaiveDate) => {
        schema: &'static str = "contacts-check/1",
        file: &'a str = &file.source.name,
        as_of: NaiveDate = today,
        mistakes: usize = mistakes,
        warnings: usize = found.len() - mistakes,
        problems: Vec<Fault<'a>> = found.iter().map(|problem| Fault::of(problem, &file.source)).collect(),
    }
}

object! {
    Fault<'a>(problem: &'a Problem, source: &Source) {
        let (line, column) = caret::line_and_column(problem.span, std::slice::from_ref(source));
    } => {
        code: &'static str = problem.code.word(),
        severity: &'static str = if problem.is_error() { "error" } else { "warning" },
        line: usize = line,
        column: usize = column,
        message: &'a str = &problem.message,
        help: &'a str = problem.advice(),
    }
}
