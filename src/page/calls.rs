//! A call: the number to dial, who was tried before, who comes after, how it can end, and who else holds a role.

use super::document::{Block, Document, Row};
use super::line::{Line, Tone};
use crate::base::{EventTime, ItemId, Precision};
use crate::case::Fact;
use crate::judge::View;
use crate::judge::call_tree;
use crate::judge::call_tree::Candidate;
use crate::judge::items::passed_on::{awaited, reporter};
use crate::judge::truth::per_row::{TargetStatus, first_waiting};
use crate::playbook::Body;
use crate::playbook::item::Call;

/// Attempts that are told one by one; those before are counted.
const TOLD: usize = 3;

/// Who holds a role and how to reach them, as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    pub person: Option<String>,
    /// Numbers and addresses, the first to try first.
    pub channels: Vec<String>,
    /// Why it is this person and this number now; empty where nothing needs saying.
    pub why: String,
}

/// The first choice for a role today: from this case, else from the phone list, else as the policy prints it.
pub fn reach(view: &View<'_>, role: &str) -> Reach {
    let found = view.picture.reach(view.playbook, role).and_then(|reach| reach.first());
    found.map_or_else(Reach::default, |first| Reach {
        person: first.person.clone(),
        channels: first.channels.clone(),
        why: first.remark.clone().unwrap_or_default(),
    })
}

/// Whom to try now for a call, the number to dial first; `None` while nobody is to be tried.
pub fn now(view: &View<'_>, item: usize) -> Option<Reach> {
    let proposal = view.picture.items[item].proposal.as_ref()?;
    let reach = view.picture.reach(view.playbook, proposal.role.as_str())?;
    let same = reach.candidates.iter().find(|one| {
        one.person == proposal.person && proposal.channel.as_ref().is_none_or(|way| one.channels.contains(way))
    });
    let rest = same.map(|one| one.channels.as_slice()).unwrap_or_default().iter();
    let rest = rest.filter(|way| Some(*way) != proposal.channel.as_ref());
    let channels = match &proposal.channel {
        Some(channel) => std::iter::once(channel).chain(rest).cloned().collect(),
        None => Vec::new(),
    };
    Some(Reach { person: proposal.person.clone(), channels, why: proposal.why.clone() })
}

pub(super) fn body<'a>(view: &View<'a>, item: usize) -> Option<&'a Call> {
    match &view.playbook.items.get(item)?.body {
        Body::Call(call) => Some(call),
        _ => None,
    }
}

/// The role whose turn it is; where nobody is to be tried, the call's own.
pub fn role<'a>(view: &View<'a>, item: usize) -> Option<&'a ItemId> {
    let call = body(view, item)?;
    Some(view.picture.items[item].try_now.as_ref().unwrap_or(&call.role))
}

/// `Deputy, Robin Vale`: whose turn it is.
pub fn who(view: &View<'_>, item: usize) -> Option<Line> {
    let role = role(view, item)?;
    let known = now(view, item).unwrap_or_else(|| reach(view, role.as_str()));
    Some(Line::strong(named(view, role, known.person.as_deref())))
}

/// The number to dial, and where none is known what fills it in; `None` where the item is no call.
pub fn number(view: &View<'_>, item: usize) -> Option<Line> {
    let role = role(view, item)?;
    let known = now(view, item).unwrap_or_else(|| reach(view, role.as_str()));
    Some(dial(known.channels.first().map(String::as_str)))
}

pub(super) fn dial(channel: Option<&str>) -> Line {
    match channel {
        // That a number is a telephone's goes without saying.
        Some(channel) => Line::of(Tone::Accent, channel.strip_prefix("phone ").unwrap_or(channel)),
        None => Line::of(Tone::Missing, "no number: ").and(Tone::Accent, "f"),
    }
}

/// `Deputy, Robin Vale`, or the role alone.
pub(super) fn named(view: &View<'_>, role: &ItemId, person: Option<&str>) -> String {
    let title = view.playbook.role_title(role.as_str());
    person.map_or_else(|| title.to_owned(), |person| format!("{title}, {person}"))
}

/// `22:46`, on another day with that day.
pub(super) fn when(view: &View<'_>, at: EventTime) -> String {
    match at {
        EventTime::Point(stamp, Precision::Exact) if view.now.zone.stamp(stamp).date() == view.now.date() => {
            stamp.clock_in(view.now)
        }
        at => at.short_in(view.now),
    }
}

/// What is known about a call beside its number: who was tried before and how it ended, who comes after, who was asked to make it,
/// and why it is this number. Empty where the item is no call.
pub fn call(view: &View<'_>, item: usize) -> Document {
    let mut document = Document::default();
    if body(view, item).is_none() {
        return document;
    }
    let status = &view.picture.items[item];
    let row = first_waiting(&status.targets);
    if let Some(asked) = awaited(view.state, status, row) {
        let said = asked.said.map_or_else(String::new, |said| format!(": {said}"));
        document.labelled("Asked", format!("{} at {}{said}", asked.to, when(view, asked.at)));
    }
    let tried = before(view, item, row, &mut document);
    if let Some(next) = call_tree::after(view, item) {
        let parts = [Some(named(view, &next.role, next.person.as_deref())), next.channel];
        document.labelled("After", parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    // After an attempt the line above says it, unless there is nothing left to try.
    let proposal = status.proposal.as_ref().filter(|now| !tried || now.exhausted);
    if let Some(why) = proposal.map(|now| now.why.as_str()).filter(|why| !why.is_empty()) {
        document.labelled("Why", why);
    }
    document
}

/// The attempts of a call, or of its row that waits; whether there were any.
fn before(view: &View<'_>, item: usize, row: Option<TargetStatus<'_>>, document: &mut Document) -> bool {
    let id = view.playbook.items[item].id.as_str();
    let attempts = row.map_or_else(|| view.counting().attempts(id), |row| &row.status.attempts);
    let left_out = attempts.len().saturating_sub(TOLD);
    for (nth, at) in attempts[left_out..].iter().enumerate() {
        let recorded = view.state.at(*at);
        let Fact::Called { role, person, channel, outcome, said, .. } = &recorded.fact else { continue };
        let who = [Some(named(view, role, person.as_deref())), channel.clone()];
        let who = who.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let said = said.as_ref().map_or_else(String::new, |said| format!(", “{said}”"));
        let by = reporter(recorded, *at, view.counting().passed_on(id));
        let by = by.map_or_else(String::new, |by| format!(", reported back by {by}"));
        let more = if nth == 0 && left_out > 0 { format!(", after {left_out} more") } else { String::new() };
        let outcome = outcome.label().to_lowercase();
        let line = Line::of(Tone::Text, format!("{}  ", when(view, recorded.happened())))
            .and(Tone::Text, format!("{who}: {outcome}{said}{by}{more}"));
        document.add(Block::Labelled(if nth == 0 { "Before" } else { "" }.into(), line));
    }
    !attempts.is_empty()
}

/// What the call is about; where it is made for each row of a list, the row that waits stands first.
pub fn title(view: &View<'_>, item: usize) -> String {
    let title = &view.playbook.items[item].title;
    match first_waiting(&view.picture.items[item].targets) {
        Some(row) => format!("{}: {title}", row.name),
        None => title.clone(),
    }
}

/// The card of a role: every person who holds it with every number, who is away, and who serves which places.
pub fn somebody(view: &View<'_>, role: usize) -> Document {
    let mut document = Document::default();
    let role = &view.playbook.roles[role];
    document.add(Row::sides("PHONE LIST", role.title.as_str()).into()).gap();
    let Some(found) = view.picture.reach(view.playbook, role.id.as_str()) else { return document };
    for (nth, candidate) in found.candidates.iter().enumerate() {
        if nth == 0 {
            document.text(Line::strong(named(view, &role.id, candidate.person.as_deref())));
            document.add(below(dial(candidate.channels.first().map(String::as_str)))).gap();
        }
        ways(&mut document, candidate, usize::from(nth == 0), None);
    }
    for away in &found.away {
        document.labelled("Away", away.says.as_str());
    }
    for (places, candidate) in &found.by_place {
        ways(&mut document, candidate, 0, Some(places.join(", ")));
    }
    if let Some(about) = &role.about {
        document.text(about.as_str());
    }
    document
}

/// Numbers, one on a line, with whose they are.
fn ways(document: &mut Document, candidate: &Candidate, from: usize, places: Option<String>) {
    for (channel, out_of_band) in candidate.channels.iter().zip(&candidate.out_of_band).skip(from) {
        let band = if *out_of_band { " (works without our own systems)" } else { "" };
        let whose = [candidate.person.clone(), Some(format!("{channel}{band}"))];
        let whose = whose.into_iter().flatten().collect::<Vec<_>>().join(", ");
        document.labelled("Also", places.as_ref().map_or(whose.clone(), |places| format!("for {places}: {whose}")));
    }
}

/// A number on a line of its own, set in: it is never broken.
pub(super) fn below(number: Line) -> Block {
    Row { level: 2, what: number, ..Row::default() }.into()
}
