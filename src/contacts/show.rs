//! The phone list as a table for people.

use super::model::PhoneList;
use super::seats::{Seats, seats};
use crate::base::ItemId;
use crate::base::text::pad;
use chrono::NaiveDate;

/// One line for each role and each channel: who is called today, and how old the number is.
pub fn to_lines(list: &PhoneList, today: NaiveDate) -> Vec<String> {
    let mut lines = vec![heading(list, today), "Roles".into()];
    for holder in &list.holders {
        let playbook = holder.playbook.as_ref().map_or("", ItemId::as_str);
        let of = if playbook.is_empty() { String::new() } else { format!(" ({playbook})") };
        let found = seats(list, playbook, holder.role.as_str(), today);
        lines.push(format!("  {} {}", pad(&format!("{}{of}", holder.role), 32), in_order(&found)));
        lines.extend(found.absent.iter().map(|absent| format!("    {}", absent.shown())));
        lines.extend(found.by_place.iter().map(|party| format!("    for {}: {}", party.places.join(", "), party.name)));
    }
    lines.push("People and organisations".into());
    for party in &list.parties {
        let away = party.away_on(today).map_or_else(String::new, |away| format!(" (away until {})", away.to));
        lines.push(format!("  {} {}{away}", pad(party.id.as_str(), 20), party.name));
        for channel in &party.channels {
            let band = if channel.out_of_band { ", out of band" } else { "" };
            let tried = channel.verified.map_or_else(
                || "not verified".into(),
                |day| {
                    let by = channel.verified_by.as_ref().map_or_else(String::new, |by| format!(" by {by}"));
                    format!("verified {day}{by}")
                },
            );
            lines.push(format!("    {} {tried}{band}", pad(&channel.shown(), 36)));
        }
        if party.channels.is_empty() {
            lines.push("    no number or address".into());
        }
    }
    lines
}

/// What the list is, and for which day it is shown.
pub fn heading(list: &PhoneList, today: NaiveDate) -> String {
    let title = list.title.as_deref().unwrap_or("Phone list");
    let dated = list.dated.map_or_else(String::new, |day| format!(", gone through on {day}"));
    format!("{title}{dated}. As of {today}.")
}

fn in_order(found: &Seats<'_>) -> String {
    let names: Vec<_> = found
        .seats
        .iter()
        .map(|seat| match seat.stands_in {
            Some((absent, _)) => format!("{} (for {})", seat.party.name, absent.name),
            None => seat.party.name.clone(),
        })
        .collect();
    if names.is_empty() && found.by_place.is_empty() { "nobody today".into() } else { names.join(", then ") }
}
