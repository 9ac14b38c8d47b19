//! What an entry of the log says, for people: what it is about, and what it says about that, the outcome first.

use crate::base::text::{counted, cut, inert_line, sentence, width};
use crate::base::{Now, span};
use crate::case::{CaseState, Fact, FollowUp, Recorded};
use crate::guide::answer::Answer;
use crate::guide::cells::words;
use crate::guide::deciders::sat;
use crate::guide::registers::{say_amount, say_import};
use crate::guide::{View, telling};
use crate::playbook::model::Kind;
use crate::playbook::{Body, Playbook};

/// An entry in words. Texts are as recorded; whoever shows them makes them inert.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The title of the thing that it is about, or what kind of entry it is.
    pub about: String,
    /// Empty where there is nothing more to say.
    pub says: String,
}

/// The widest subject that stands before what is said about it.
const SHORT: usize = 16;
/// Most columns of what an entry says where its subject follows.
const SAYS: usize = 60;

/// What the entry at a place of the log says, with the names of the entries that it speaks of.
pub fn entry(view: &View<'_>, at: usize) -> Told {
    of(view.state, at, view.playbook, view.now)
}

/// The same in one line. What it says stands first: that is what somebody looks for who fears a slip, and it is not cut.
pub fn in_short(view: &View<'_>, at: usize) -> String {
    entry(view, at).in_short()
}

/// The same in a line with who said so and when: `Yes, R. Okafor, 22 Nov 02:13`.
pub fn line(view: &View<'_>, at: usize) -> String {
    let (recorded, Told { about, says }) = (view.state.at(at), entry(view, at));
    let when = recorded.happened().short_in(view.now);
    let says = if says.is_empty() { about } else { says };
    format!("{says}, {}, {when}{}", recorded.beside(), telling::gone(view.state, at))
}

impl Told {
    fn new(about: impl Into<String>, says: impl Into<String>) -> Self {
        Self { about: about.into(), says: says.into() }
    }

    pub fn in_short(&self) -> String {
        let Self { about, says } = self;
        let text = match (says.is_empty(), width(about) <= SHORT) {
            (true, _) => about.clone(),
            (false, true) => format!("{about}: {says}"),
            (false, false) => format!("{} · {}", cut(says, SAYS), about),
        };
        inert_line(&text).into_owned()
    }
}

fn noted(follow_up: &FollowUp) -> Option<String> {
    Some(follow_up.words()).filter(|words| !words.is_empty())
}

/// The row of a list for which something was recorded.
fn for_row(target: Option<&str>) -> String {
    target.map_or_else(String::new, |name| format!(" for {name}"))
}

fn of(state: &CaseState, at: usize, playbook: &Playbook, now: Now) -> Told {
    let mut told = match &state.at(at).fact {
        Fact::StruckOut { of: ids, reason } => {
            let struck: Vec<_> = telling::struck_entries(state, at).collect();
            let says = match &struck[..] {
                [] => ids.iter().map(|id| state.names.entry(id)).collect::<Vec<_>>().join(", "),
                // A sheet is named by its end.
                [.., end] if matches!(state.at(*end).fact, Fact::SheetEnded { .. }) => {
                    format!("{}, {}", state.name(*end), fact(state.at(*end), playbook, now).in_short())
                }
                // A chain of strikes is told one link at a time.
                [only] => format!("{}, {}", state.name(*only), fact(state.at(*only), playbook, now).in_short()),
                several => several.iter().map(|at| state.name(*at)).collect::<Vec<_>>().join(", "),
            };
            Told::new("Struck out", with(&says, reason.as_ref()))
        }
        Fact::RowChanged { .. } => {
            let told = telling::told(Some(playbook), state, at, now);
            return Told::new(told.title.or(told.item).unwrap_or_default(), format!("Changed: {}", told.value));
        }
        _ => fact(state.at(at), playbook, now),
    };
    let stands_for: Vec<_> = state.stands_for(at).map(|at| state.name(at)).collect();
    if !stands_for.is_empty() {
        told.says = format!("{}, in the place of {}", told.says, stands_for.join(", "));
    }
    told
}

/// How many entries a sheet has.
fn say_rows(rows: i64) -> String {
    counted(usize::try_from(rows).unwrap_or(0), "entry", "entries")
}

/// A text with more of it in brackets.
fn with(text: &str, more: Option<&String>) -> String {
    more.map_or_else(|| text.to_owned(), |more| format!("{text} ({more})"))
}

/// What was recorded, without what other entries say about it.
fn fact(recorded: &Recorded, playbook: &Playbook, now: Now) -> Told {
    let (about, says) = parts(recorded, playbook, now);
    Told { about, says }
}

fn parts(recorded: &Recorded, playbook: &Playbook, now: Now) -> (String, String) {
    let title = |id: &str| {
        let item = playbook.item(id).map(|item| item.title.as_str());
        let other = || playbook.rule(id).map(|rule| rule.title.as_str());
        let silence = || playbook.silence(id).map(|silence| silence.topic.as_str());
        item.or_else(other).or_else(silence).unwrap_or(id).to_owned()
    };
    let role = |id: &str| playbook.role_title(id).to_owned();
    match &recorded.fact {
        Fact::Opened { title, playbook_title, .. } if title == playbook_title => ("Case opened".into(), title.clone()),
        Fact::Opened { title, playbook_title, .. } => ("Case opened".into(), format!("{title}; {playbook_title}")),
        Fact::Answered { question, value, source, .. } => {
            let id = question.as_str();
            let shown = playbook.question(id).and_then(|asked| {
                Some(Answer::parse_typed(asked, value, recorded.reading.wall).ok()?.show(asked, now))
            });
            (title(id), with(&shown.unwrap_or_else(|| value.clone()), source.as_ref()))
        }
        Fact::TaskDone { task, value, target, follow_up } => {
            let done = format!("Done{}: {value}", for_row(target.name()));
            (title(task.as_str()), with(&done, noted(follow_up).as_ref()))
        }
        Fact::TaskRuledOut { item, reason, adviser, target } => (
            title(item.as_str()),
            with(
                &format!("Not needed{}: {reason}", for_row(target.name())),
                adviser.as_ref().map(|name| format!("advised by {name}")).as_ref(),
            ),
        ),
        Fact::NecessityFound { item, adviser, reason, target, follow_up } => {
            let advised = adviser.as_ref().map(|name| format!("advised by {name}"));
            let word = if playbook.kind == Kind::Readiness { "Not in order" } else { "Needed" };
            let found = format!("{word}{}: {reason}", for_row(target.name()));
            (title(item.as_str()), with(&found, advised.or(noted(follow_up)).as_ref()))
        }
        Fact::Decided { decision, option, role: seat, reason, adviser, person, standing_in } => {
            let label = playbook.item(decision.as_str()).and_then(|item| match &item.body {
                Body::Decision(body) => body.options.iter().find(|o| o.id == *option).map(|o| o.label.clone()),
                _ => None,
            });
            let label = label.unwrap_or_else(|| option.to_string());
            let sat = sat(person.as_deref(), standing_in.as_deref());
            let sat = if sat.is_empty() { sat } else { format!(" ({sat})") };
            let why = if reason.is_empty() { String::new() } else { format!(": {reason}") };
            let advised = adviser.as_ref().map(|name| format!("advised by {name}"));
            (title(decision.as_str()), with(&format!("{label}, {}{sat}{why}", role(seat.as_str())), advised.as_ref()))
        }
        Fact::Called { role: called, person, channel, outcome, calls, said, target } => {
            let who = person
                .as_ref()
                .map_or_else(|| role(called.as_str()), |name| format!("{name}, {}", role(called.as_str())));
            let head = calls.first().map_or_else(|| "Call".to_owned(), |call| title(call.as_str()));
            let mut text = format!("{}{}: {who}", outcome.label(), for_row(target.name()));
            if let Some(channel) = channel {
                text.push_str(&format!(", {channel}"));
            }
            if calls.len() > 1 {
                text.push_str(&format!(", counts for {}", counted(calls.len(), "call", "calls")));
            }
            (head, with(&text, said.as_ref()))
        }
        Fact::PassedOn { calls, to, said, target } => {
            let head = calls.first().map_or_else(|| "Call".to_owned(), |call| title(call.as_str()));
            let mut text = format!("Passed on to {to}{}", for_row(target.name()));
            if calls.len() > 1 {
                text.push_str(&format!(", {}", counted(calls.len(), "call", "calls")));
            }
            (head, with(&text, said.as_ref()))
        }
        Fact::Counted { register, amount, what } => {
            let amount = say_amount(Some(playbook), register, amount);
            (title(register.as_str()), with(&format!("Added: {amount}"), what.as_ref()))
        }
        Fact::RowAdded { register, cells } => {
            (title(register.as_str()), format!("Added: {}", words(Some(playbook), register.as_str(), cells, now)))
        }
        Fact::RowChanged { cells, .. } => ("Changed".into(), cells.words()),
        Fact::RowsImported { register, import } => {
            (title(register.as_str()), format!("Taken in: {}", say_import(Some(playbook), register, import)))
        }
        Fact::StruckOut { of, reason } => {
            let of: Vec<_> = of.iter().map(ToString::to_string).collect();
            ("Struck out".into(), with(&of.join(", "), reason.as_ref()))
        }
        Fact::ProhibitionSeen { item } => (title(item.as_str()), "Read".into()),
        Fact::ProhibitionBroken { item, what } => (title(item.as_str()), format!("Not kept: {what}")),
        Fact::Noted { about, text } => (
            about.as_ref().map_or_else(|| "Note".to_owned(), |id| format!("Note: {}", title(id.as_str()))),
            text.clone(),
        ),
        Fact::Deferred { item, until, event, reason } => {
            let until = until.map(|until| until.short_in(now)).or_else(|| event.as_ref().map(|id| title(id.as_str())));
            (title(item.as_str()), with(&format!("Put off until {}", until.unwrap_or_default()), reason.as_ref()))
        }
        Fact::SilenceDecided { silence, value, role: by } => (
            title(silence.as_str()),
            with(&format!("Decided outside the policy: {value}"), by.as_ref().map(|id| role(id.as_str())).as_ref()),
        ),
        Fact::ContactSet { role: id, person, channel } => {
            let parts: Vec<_> = [person, channel].into_iter().flatten().cloned().collect();
            (format!("Contact: {}", role(id.as_str())), parts.join(", "))
        }
        Fact::HandedOver { from, to, witness } => (
            "Handed over".into(),
            with(&format!("{from} to {to}"), witness.as_ref().map(|name| format!("witness {name}")).as_ref()),
        ),
        Fact::TimeChecked { watch, checked_by } => {
            let off = recorded.reading.wall.seconds_since(*watch);
            let way = if off >= 0 { "fast" } else { "slow" };
            let text =
                format!("The watch says {}; the laptop is {} {way}", watch.clock_in(now), span::short(off.abs()));
            ("Clock compared".into(), with(&text, checked_by.as_ref()))
        }
        Fact::ClockStepped { by_ms } => ("Clock was set".into(), format!("by {}", span::short(by_ms / 1000))),
        Fact::Closed { role, reason, still_open } => {
            ("Case closed".into(), format!("{role}: {reason} ({} still open)", still_open.len()))
        }
        Fact::Reopened { reason } => ("Case opened again".into(), reason.clone()),
        Fact::SheetEnded { rows } => ("Together".into(), say_rows(*rows)),
        Fact::SessionEnded => ("Program left".into(), String::new()),
        // The others are told as the log tells them.
        _ => {
            let telling::Told { kind, title, value, .. } = telling::describe(Some(playbook), recorded, now);
            let kind = sentence(&kind);
            match title {
                Some(title) => (title, format!("{kind}: {value}")),
                None => (kind, value),
            }
        }
    }
}
