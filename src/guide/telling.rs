//! Entries of the log told in words: what kind it is, what it is about, what it says, and who said so.

use super::Answer;
use super::{cells, deciders::sat, words::title};
use crate::base::span;
use crate::base::text::{counted, cut, inert_line};
use crate::base::{ItemId, Now};
use crate::case::tracks::Track;
use crate::case::{CaseState, Cells, Fact, FollowUp, Recorded};
use crate::journal::EntryId;
use crate::playbook::model::Kind;
use crate::playbook::{Body, Playbook};

/// Most columns of what an entry says where it is named in a sentence.
const NAMED_WIDTH: usize = 120;

/// An entry in words. Texts are as recorded; whoever shows them makes them inert.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// What happened, as one or two words: "answered", "not needed".
    pub kind: String,
    /// The item, rule, silence or role that it is about.
    pub item: Option<String>,
    pub title: Option<String>,
    pub value: String,
}

/// Puts an entry into words. Without a playbook there are no titles, and answers stand in their stored form.
pub fn describe(playbook: Option<&Playbook>, recorded: &Recorded, now: Now) -> Told {
    let fact = &recorded.fact;
    let item = about(fact);
    let title = playbook.zip(item).and_then(|(playbook, id)| title(playbook, id.as_str()));
    Told {
        kind: kind(playbook, fact).to_owned(),
        item: item.map(ToString::to_string),
        title,
        value: value(playbook, fact, now),
    }
}

/// Puts the entry at `at` into words, with the names of the entries that it speaks of.
pub fn told(playbook: Option<&Playbook>, state: &CaseState, at: usize, now: Now) -> Told {
    let told = describe(playbook, state.at(at), now);
    if !state.at(at).who.settles.is_empty() {
        let names: Vec<_> = state.stands_for(at).map(|at| state.name(at)).collect();
        let value = with(told.value, &[("in the place of ", Some(&names.join(", ")))]);
        return Told { value, ..told };
    }
    let (of, reason) = match &state.at(at).fact {
        Fact::StruckOut { of, reason } => (of, reason),
        Fact::RowChanged { cells, reason, .. } => return changed(playbook, state, at, (cells, reason), told, now),
        _ => return told,
    };
    let struck: Vec<_> = struck_entries(state, at).collect();
    let names: Vec<_> = match &struck[..] {
        [] => of.iter().map(|id| state.names.entry(id)).collect(),
        entries => entries.iter().map(|at| named(playbook, state, *at, now)).collect(),
    };
    let only = struck.first().filter(|_| struck.len() == 1).map(|at| describe(playbook, state.at(*at), now));
    let (item, title) = only.map_or((None, None), |struck| (struck.item, struck.title));
    Told { item, title, value: with(names.join(", "), &[("reason: ", reason.as_deref())]), ..told }
}

/// A change of a row: which row of which list, and what stood there before.
fn changed(
    playbook: Option<&Playbook>,
    state: &CaseState,
    at: usize,
    (cells, reason): (&Cells, &str),
    told: Told,
    now: Now,
) -> Told {
    let Some(row) = state.row_of(at) else { return told };
    let shown = |column: &str, text: &str| cells::shown(playbook, row.register.as_str(), column, text, now);
    let was = |column: &str| match state.cell_before(row, column, at) {
        "" => String::new(),
        before => format!(" (was {})", shown(column, before)),
    };
    let each = cells.0.iter().map(|(column, text)| format!("{column}={}{}", shown(column, text), was(column)));
    let value = format!("{}: {}", state.row_name(row), each.collect::<Vec<_>>().join("; "));
    Told {
        item: Some(row.register.to_string()),
        title: playbook.and_then(|playbook| title(playbook, row.register.as_str())),
        value: with(value, &[("reason: ", Some(reason))]),
        ..told
    }
}

/// The places of the entries that the one at `at` strikes out, in the order of the log.
pub fn struck_entries(state: &CaseState, at: usize) -> impl Iterator<Item = usize> {
    let of = match &state.at(at).fact {
        Fact::StruckOut { of, .. } => &of[..],
        _ => &[],
    };
    places(state, of).into_iter().filter(move |earlier| *earlier < at)
}

/// The places of entries, in the order of the log.
fn places(state: &CaseState, of: &[EntryId]) -> Vec<usize> {
    if of.is_empty() {
        return Vec::new();
    }
    (0..state.log.len()).filter(|at| of.contains(&state.at(*at).id)).collect()
}

/// An entry with its name, in one line: `k4-12 (answered: Are several affected?: Yes, by R. Okafor, 22 Nov 02:13)`.
pub fn named(playbook: Option<&Playbook>, state: &CaseState, at: usize, now: Now) -> String {
    let (recorded, told) = (state.at(at), told(playbook, state, at, now));
    let about = told.title.or(told.item);
    let parts: Vec<_> = [Some(told.kind), about, Some(told.value)].into_iter().flatten().collect();
    let says: Vec<_> = parts.iter().map(|part| inert_line(part)).filter(|part| !part.is_empty()).collect();
    let says = says.join(": ");
    let when = recorded.reading.wall.short_in(now);
    format!("{} ({}, {}, {when})", state.name(at), cut(&says, NAMED_WIDTH), inert_line(&who(recorded)))
}

/// Where the entry at `at` was replaced by a later one that knew of it: the place of that one. Updates of a task do not replace
/// each other, and neither do attempts to call.
pub fn replaced_by(state: &CaseState, at: usize) -> Option<usize> {
    let recorded = state.at(at);
    if state.struck_by(&recorded.id).is_some() {
        return None;
    }
    if let Some(by) = state.settled_by(&recorded.id) {
        return Some(by);
    }
    let track = track(state, &recorded.fact)?;
    let own = state.log[at].past.own();
    let later = &track.all[track.all.partition_point(|entry| *entry <= at)..];
    later.iter().copied().find(|later| state.log[*later].past.saw(own))
}

/// Everything that was recorded about the same thing, where a later entry replaces an earlier one that it knew of.
pub(super) fn track<'s>(state: &'s CaseState, fact: &Fact) -> Option<&'s Track> {
    match fact {
        Fact::Answered { question, .. } => state.answers(question.as_str()),
        Fact::Decided { decision, role, .. } => state.seat(decision, role),
        Fact::SilenceDecided { silence, .. } => state.silence(silence.as_str()),
        Fact::ContactSet { role, .. } => state.contact(role.as_str()),
        Fact::Deferred { item, .. } => state.deferral(item.as_str()),
        _ => None,
    }
}

/// The entry that struck out the one at `at`, with who did and why: `k4-9, by R. Okafor: Counted twice`.
pub fn struck_by(state: &CaseState, at: usize) -> Option<String> {
    let by = state.struck_by(&state.at(at).id)?;
    let strike = state.at(by);
    let reason = match &strike.fact {
        Fact::StruckOut { reason: Some(reason), .. } => format!(": {reason}"),
        _ => String::new(),
    };
    Some(format!("{}, {}{reason}", state.name(by), who(strike)))
}

/// Why an entry of a list counts no more, in a few words behind it; empty while it counts.
pub fn gone(state: &CaseState, at: usize) -> String {
    let id = &state.at(at).id;
    if state.is_cut_off(id) {
        return ", cut off".into();
    }
    match (state.struck_by(id), state.settled_by(id)) {
        (Some(_), _) => ", struck out".into(),
        (None, Some(by)) => format!(", replaced by {}", state.name(by)),
        (None, None) => String::new(),
    }
}

/// `by R. Okafor`, or `by A. Ruiz, written down by R. Okafor`.
pub fn who(recorded: &Recorded) -> String {
    if let (Fact::Decided { .. }, None, by) = (&recorded.fact, &recorded.who.actor, recorded.recorder()) {
        return format!("written down by {by}");
    }
    match (&recorded.who.actor, recorded.who.by.as_str()) {
        (Some(actor), by) if actor != by => format!("by {actor}, written down by {by}"),
        (_, "") => "by nobody named".to_owned(),
        (_, by) => format!("by {by}"),
    }
}

/// A role stands for an entry that fills it in.
fn about(fact: &Fact) -> Option<&ItemId> {
    match fact {
        Fact::ContactSet { role, .. } => Some(role),
        _ => fact.subject(),
    }
}

fn kind<'f>(playbook: Option<&Playbook>, fact: &'f Fact) -> &'f str {
    let review = playbook.is_some_and(|playbook| playbook.kind == Kind::Readiness);
    match fact {
        Fact::NecessityFound { .. } if review => "not in order",
        Fact::Opened { .. } => "case opened",
        Fact::Answered { .. } => "answered",
        Fact::TaskDone { .. } => "done",
        Fact::TaskRuledOut { .. } => "not needed",
        Fact::NecessityFound { .. } => "found to be needed",
        Fact::Decided { .. } => "decided",
        Fact::Called { .. } => "called",
        Fact::PassedOn { .. } => "passed on",
        Fact::Counted { .. } | Fact::RowAdded { .. } => "added",
        Fact::RowChanged { .. } => "changed",
        Fact::RowsImported { .. } => "file of rows taken in",
        Fact::Sent { .. } => "sent",
        Fact::StruckOut { .. } => "struck out",
        Fact::ProhibitionSeen { .. } => "prohibition read",
        Fact::ProhibitionBroken { .. } => "prohibition not kept",
        Fact::Noted { .. } => "note",
        Fact::Deferred { .. } => "put off",
        Fact::SilenceDecided { .. } => "decided outside the policy",
        Fact::ContactSet { .. } => "contact filled in",
        Fact::HandedOver { .. } => "handed over",
        Fact::TimeChecked { .. } => "clock compared",
        Fact::ClockStepped { .. } => "clock of the computer set",
        Fact::Closed { .. } => "case closed",
        Fact::Reopened { .. } => "case reopened",
        Fact::SheetEnded { .. } => "recorded together",
        Fact::SessionEnded => "run of the program ended",
        Fact::Other { kind, .. } => kind,
    }
}

/// A text followed by those of the named parts that were given.
fn with(first: String, parts: &[(&str, Option<&str>)]) -> String {
    let given = parts.iter().filter_map(|(name, text)| text.map(|text| format!("; {name}{text}")));
    given.fold(first, |all, part| all + &part)
}

fn noted(follow_up: &FollowUp) -> Option<String> {
    Some(follow_up.words()).filter(|words| !words.is_empty())
}

fn value(playbook: Option<&Playbook>, fact: &Fact, now: Now) -> String {
    let role = |id: &ItemId| playbook.map_or(id.as_str(), |known| known.role_title(id.as_str())).to_owned();
    match fact {
        Fact::Opened { title, playbook_title, source_version, .. } => {
            let version = source_version.as_ref().map_or_else(String::new, |v| format!(", version {v}"));
            format!("{title}, on the playbook {playbook_title}{version}")
        }
        Fact::Answered { question, value, source, .. } => {
            with(answer(playbook, question, value, now), &[("source: ", source.as_deref())])
        }
        Fact::TaskDone { value, target, follow_up, .. } => {
            with(value.clone(), &[("for ", target.name()), ("", noted(follow_up).as_deref())])
        }
        Fact::Reopened { reason } => reason.clone(),
        Fact::TaskRuledOut { adviser, reason, target, .. } => {
            with(reason.clone(), &[("for ", target.name()), ("advised by ", adviser.as_deref())])
        }
        Fact::NecessityFound { adviser, reason, target, follow_up, .. } => {
            let adviser = ("advised by ", adviser.as_deref());
            with(reason.clone(), &[("for ", target.name()), adviser, ("", noted(follow_up).as_deref())])
        }
        Fact::Decided { decision, option, role: seat, reason, adviser, person, standing_in } => {
            let sat = sat(person.as_deref(), standing_in.as_deref());
            let sat = if sat.is_empty() { sat } else { format!(" ({sat})") };
            let decided = format!("{}, decided by {}{sat}", option_label(playbook, decision, option), role(seat));
            let reason = Some(reason.as_str()).filter(|reason| !reason.is_empty());
            with(decided, &[("reason: ", reason), ("advised by ", adviser.as_deref())])
        }
        Fact::Called { role: called, person, channel, outcome, calls, said, target } => {
            let also: Vec<_> = calls.iter().skip(1).map(ToString::to_string).collect();
            let also = (!also.is_empty()).then(|| also.join(", "));
            let parts = [
                ("for ", target.name()),
                ("person: ", person.as_deref()),
                ("channel: ", channel.as_deref()),
                ("said: ", said.as_deref()),
                ("counts also for ", also.as_deref()),
            ];
            with(format!("{}: {}", role(called), outcome.label().to_lowercase()), &parts)
        }
        Fact::PassedOn { calls, to, said, target } => {
            let also: Vec<_> = calls.iter().skip(1).map(ToString::to_string).collect();
            let also = (!also.is_empty()).then(|| also.join(", "));
            let parts = [("for ", target.name()), ("agreed: ", said.as_deref()), ("and also ", also.as_deref())];
            with(format!("to {to}"), &parts)
        }
        Fact::Counted { register, amount, what } => {
            with(super::registers::say_amount(playbook, register, amount), &[("", what.as_deref())])
        }
        Fact::RowAdded { register, cells } => cells::words(playbook, register.as_str(), cells, now),
        Fact::RowChanged { cells, reason, .. } => with(cells.words(), &[("reason: ", Some(reason))]),
        Fact::RowsImported { register, import } => super::registers::say_import(playbook, register, import),
        Fact::Sent { to, channel, proof, .. } => {
            with(format!("to {to}, {channel}"), &[("shown by ", proof.as_deref())])
        }
        Fact::StruckOut { of, reason } => {
            let of: Vec<_> = of.iter().map(ToString::to_string).collect();
            with(of.join(", "), &[("reason: ", reason.as_deref())])
        }
        Fact::ProhibitionSeen { .. } | Fact::SessionEnded => String::new(),
        Fact::ProhibitionBroken { what, .. } => what.clone(),
        Fact::Noted { text, .. } | Fact::Other { text, .. } => text.clone(),
        Fact::Deferred { until, event, reason, .. } => {
            let until = until.map(|until| format!("until {}", until.short_in(now)));
            let event = event.as_ref().map(|event| format!("until {event} has a record"));
            with(until.or(event).unwrap_or_default(), &[("reason: ", reason.as_deref())])
        }
        Fact::SilenceDecided { value, role: seat, .. } => {
            with(value.clone(), &[("decided by ", seat.as_ref().map(role).as_deref())])
        }
        Fact::ContactSet { person, channel, .. } => {
            [person, channel].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
        }
        Fact::HandedOver { from, to, witness } => {
            with(format!("from {from} to {to}"), &[("witness: ", witness.as_deref())])
        }
        Fact::TimeChecked { watch, checked_by } => {
            with(format!("the watch said {}", watch.long_in(now)), &[("looked at by ", checked_by.as_deref())])
        }
        Fact::SheetEnded { rows } => counted(usize::try_from(*rows).unwrap_or(0), "entry", "entries"),
        Fact::ClockStepped { by_ms } => {
            let way = if *by_ms < 0 { "back" } else { "forward" };
            format!("{way} by {}", span::short((by_ms / 1000).saturating_abs()))
        }
        Fact::Closed { role, reason, still_open } => {
            let open = (!still_open.is_empty()).then(|| still_open.join(" | "));
            with(format!("by {role}; reason: {reason}"), &[("still open: ", open.as_deref())])
        }
    }
}

/// An answer with labels instead of ids, in full.
fn answer(playbook: Option<&Playbook>, question: &ItemId, stored: &str, now: Now) -> String {
    let asked = playbook.and_then(|known| known.question(question.as_str()));
    let read = asked.and_then(|asked| Answer::parse_typed(asked, stored, now).ok());
    match (read, asked) {
        (Some(Answer::Rows(rows)), _) if !rows.is_empty() => rows.join(" | "),
        (Some(answer), Some(asked)) => answer.show(asked, now),
        _ => stored.to_owned(),
    }
}

fn option_label(playbook: Option<&Playbook>, decision: &ItemId, option: &ItemId) -> String {
    let label = playbook.and_then(|known| match &known.item(decision.as_str())?.body {
        Body::Decision(body) => body.options.iter().find(|o| o.id == *option).map(|o| o.label.clone()),
        _ => None,
    });
    label.unwrap_or_else(|| option.to_string())
}
