//! The call card: one page of plain text for the wall or the pocket, in the order in which a playbook calls.

use super::model::PhoneList;
use super::review::needed_roles;
use super::seats::seats;
use crate::base::ItemId;
use crate::base::text::{cut, pad, width, wrap};
use crate::playbook::{Body, Playbook};
use chrono::NaiveDate;

pub const WIDTH: usize = 80;
pub const LINES: usize = 60;
/// Lines that one sentence of the head may take.
const MOST_HEAD: usize = 6;
/// Columns of the role or the places.
const LEAD: usize = 25;
/// Columns of the name.
const NAME: usize = 26;

pub fn card(list: &PhoneList, playbook: &Playbook, today: NaiveDate) -> String {
    let source = &playbook.source;
    let version = source.version.as_ref().map_or_else(String::new, |version| format!(", version {version}"));
    let dated = source.dated.map_or_else(String::new, |day| format!(", dated {day}"));
    let title = list.title.as_deref().unwrap_or(source.organisation.as_str());
    let words = [
        format!("WHOM TO CALL: {title}"),
        format!("Printed on {today}. Not legal advice."),
        format!("Follows {}, {}{version}{dated}.", source.title, source.organisation),
        "No answer leads to the next. * works without our own systems.".to_owned(),
    ];
    // The policy and its version are never cut; a title of any length leaves room for the numbers.
    let mut head: Vec<String> = words.iter().flat_map(|text| wrap(text, WIDTH).into_iter().take(MOST_HEAD)).collect();
    head.push("=".repeat(WIDTH));
    let foot = vec![
        "=".repeat(WIDTH),
        "Absences after the day of print are not on this card: breachbook contacts list".to_owned(),
    ];
    let mut rows = Vec::new();
    for role in in_calling_order(playbook) {
        rows.append(&mut of_role(list, playbook, role, today));
    }
    let room = LINES - head.len() - foot.len();
    if rows.len() > room {
        let left = rows.len() - (room - 1);
        rows.truncate(room - 1);
        rows.push(format!("... and {left} more lines: breachbook contacts list"));
    }
    head.extend(rows);
    head.extend(foot);
    let cut_to_page = |line: String| cut(&line, WIDTH).trim_end().to_owned() + "\n";
    head.into_iter().map(cut_to_page).collect()
}

/// The roles that are called or decide: by the order of the calls, then as the playbook names them.
fn in_calling_order(playbook: &Playbook) -> Vec<&ItemId> {
    let mut calls: Vec<_> = playbook
        .items
        .iter()
        .filter_map(|item| match &item.body {
            Body::Call(call) => Some(call),
            _ => None,
        })
        .collect();
    calls.sort_by_key(|call| call.order);
    let called = calls.iter().flat_map(|call| std::iter::once(&call.role).chain(&call.alternates));
    let mut roles: Vec<&ItemId> = Vec::new();
    for role in called.chain(needed_roles(playbook)) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

fn of_role(list: &PhoneList, playbook: &Playbook, role: &ItemId, today: NaiveDate) -> Vec<String> {
    let title = playbook.role_title(role.as_str());
    let found = seats(list, playbook.id.as_str(), role.as_str(), today);
    // Beside the title of the role, or below it with the places that are served.
    let mut who: Vec<(Option<String>, String, Vec<String>)> = Vec::new();
    for seat in &found.seats {
        let name = match seat.stands_in {
            Some((absent, until)) => format!("{} (for {} to {until})", seat.party.name, absent.name),
            None => seat.party.name.clone(),
        };
        who.push((None, name, numbers(&seat.party.channels)));
    }
    let printed = playbook.role(role.as_str()).filter(|_| who.is_empty() && found.by_place.is_empty());
    if let Some(printed) = printed.filter(|role| !role.channels.is_empty() || found.absent.is_empty()) {
        let kinds = printed.channels.iter();
        let ways = kinds.map(|way| way.kind.with(&way.value)).collect();
        who.push((None, printed.printed_person.clone().unwrap_or_default(), ways));
    }
    // The card hangs longer than an absence lasts: whoever is away keeps their place on it.
    for absent in &found.absent {
        let name = format!("{}, away until {}", absent.party.name, absent.until);
        who.push((None, name, numbers(&absent.party.channels)));
    }
    for party in &found.by_place {
        let places = format!("  for {}", party.places.join(", "));
        who.push((Some(places), party.name.clone(), numbers(&party.channels)));
    }
    let mut lines = Vec::new();
    if who.first().is_some_and(|(places, ..)| places.is_some()) {
        lines.extend(wrap(title, WIDTH));
    }
    for (at, (places, name, numbers)) in who.into_iter().enumerate() {
        let lead = places.unwrap_or_else(|| if at == 0 { title.to_owned() } else { String::new() });
        lines.extend(entry(&lead, &name, &numbers));
    }
    lines
}

/// One person in three columns; what is too long for its column goes on in the next line of it.
fn entry(lead: &str, name: &str, numbers: &[String]) -> Vec<String> {
    // Places stand set in below the title of the role.
    let indent = if lead.starts_with(' ') { "  " } else { "" };
    let lead: Vec<_> =
        wrap(lead.trim(), LEAD - indent.len()).into_iter().map(|line| format!("{indent}{line}")).collect();
    let name = wrap(name, NAME);
    let blank = vec!["_".repeat(20)];
    let numbers = if numbers.is_empty() { blank.as_slice() } else { numbers };
    let mut lines = Vec::new();
    for at in 0..lead.len().max(name.len()).max(numbers.len()) {
        let part = |column: &[String]| column.get(at).cloned().unwrap_or_default();
        let left = format!("{} {} ", pad(&part(&lead), LEAD), pad(&part(&name), NAME));
        let number = part(numbers);
        // A number is never cut: half a number is worse than none.
        if width(&left) + width(&number) > WIDTH {
            lines.push(left.trim_end().to_owned());
            lines.extend(wrap(&number, WIDTH - 4).into_iter().map(|part| format!("    {part}")));
        } else {
            lines.push(format!("{left}{number}"));
        }
    }
    lines
}

fn numbers(channels: &[super::Channel]) -> Vec<String> {
    let shown =
        |channel: &super::Channel| format!("{}{}", channel.shown(), if channel.out_of_band { " *" } else { "" });
    channels.iter().map(shown).collect()
}
