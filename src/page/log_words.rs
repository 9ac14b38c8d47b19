//! The words of an entry of the log, by the kind of its fact.

use super::drill_words;
use super::printed::Printed;
use super::rows;
use super::words::with;
use crate::base::Now;
use crate::base::text::counted;
use crate::base::{ItemId, span};
use crate::case::{Fact, Finding, FollowUp, Recorded};
use crate::judge::evidence::{registers, texts};
use crate::judge::types::answer::Answer;
use crate::judge::view::deciders::sat;
use crate::playbook::model::Kind;
use crate::playbook::{Body, Playbook};

/// What kind of entry it is, in one or two words.
pub(super) fn kind<'f>(playbook: Option<&Playbook>, fact: &'f Fact) -> &'f str {
    match fact {
        Fact::NecessityFound { .. } if is_review(playbook) => "not in order",
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
        Fact::Drafted { .. } => "drafted",
        Fact::Approved { finding: Finding::Ok, .. } => "approved",
        Fact::Approved { finding: Finding::Change, .. } => "change wanted",
        Fact::Sent { .. } => "sent",
        Fact::StruckOut { .. } => "struck out",
        Fact::ProhibitionSeen { .. } => "prohibition read",
        Fact::ProhibitionBroken { .. } => "prohibition not kept",
        Fact::Noted { .. } => "note",
        Fact::Deferred { .. } => "put off",
        Fact::Confirmed { .. } => "still right",
        Fact::SilenceDecided { .. } => "decided outside the policy",
        Fact::ContactSet { .. } => "contact filled in",
        Fact::HandedOver { .. } => "handed over",
        Fact::TimeChecked { .. } => "clock compared",
        Fact::ClockStepped { .. } => "clock of the computer set",
        Fact::Closed { .. } => "case closed",
        Fact::Reopened { .. } => "case reopened",
        Fact::Exported { .. } => "printed",
        Fact::DrillOpened { .. } => "exercise opened",
        Fact::ExerciseClock { .. } => "exercise clock",
        Fact::Released { .. } => "inject",
        Fact::MessageTaken { .. } => "inject read",
        Fact::RollCalled { .. } => "roll-call",
        Fact::RealEvent { .. } => "real event",
        Fact::ControlOpened { .. } => "control folder made",
        Fact::Planned { .. } => "planned",
        Fact::Judged { .. } => "judged",
        Fact::Observed { .. } => "observed",
        Fact::SheetEnded { .. } => "recorded together",
        Fact::SessionEnded => "run of the program ended",
        Fact::Other { kind, .. } => kind,
    }
}

fn is_review(playbook: Option<&Playbook>) -> bool {
    playbook.is_some_and(|playbook| playbook.kind == Kind::Readiness)
}

/// An entry in words: for programs, for people, and for a line that people see of it.
pub(super) struct Words {
    pub value: String,
    pub whole: String,
    pub says: String,
}

/// What an entry says, without what other entries say about it.
pub(super) fn words(playbook: Option<&Playbook>, recorded: &Recorded, now: Now) -> Words {
    let role = |id: &ItemId| playbook.map_or(id.as_str(), |known| known.role_title(id.as_str())).to_owned();
    let title = |id: &ItemId| playbook.and_then(|known| known.title(id.as_str())).unwrap_or(id.as_str()).to_owned();
    let noted = |follow_up: &FollowUp| Some(follow_up.words()).filter(|words| !words.is_empty());
    // The other calls for which one counts: programs know them by their identifiers.
    let ids = |calls: &[ItemId]| others(calls, ToString::to_string);
    let titles = |calls: &[ItemId]| others(calls, title);
    match &recorded.fact {
        Fact::Opened { title, playbook_title, source_version, .. } => {
            let version = source_version.as_ref().map_or_else(String::new, |version| format!(", version {version}"));
            same(format!("{title}, on the playbook {playbook_title}{version}"))
        }
        Fact::Answered { question, value, source, target } => {
            let said = answered(playbook, question, value, source.as_deref(), now);
            match rows::named(target) {
                Some(row) => two(with(&said.value, &[("for ", Some(&row))]), format!("{row}: {}", said.whole)),
                None => said,
            }
        }
        Fact::TaskDone { value, target, follow_up, .. } => {
            led("Done", rows::named(target).as_deref(), value, &[("", noted(follow_up).as_deref())])
        }
        Fact::TaskRuledOut { adviser, reason, target, .. } => {
            led("Not needed", rows::named(target).as_deref(), reason, &[("advised by ", adviser.as_deref())])
        }
        Fact::NecessityFound { adviser, reason, target, follow_up, .. } => {
            let word = if is_review(playbook) { "Not in order" } else { "Needed" };
            let follow_up = noted(follow_up);
            let row = rows::named(target);
            led(word, row.as_deref(), reason, &[("advised by ", adviser.as_deref()), ("", follow_up.as_deref())])
        }
        Fact::Decided { decision, option, role: seat, reason, adviser, person, standing_in } => {
            let sat = sat(person.as_deref(), standing_in.as_deref());
            let sat = if sat.is_empty() { sat } else { format!(" ({sat})") };
            let (label, seat) = (option_label(playbook, decision, option), role(seat));
            let (reason, adviser) = (Some(reason.as_str()).filter(|text| !text.is_empty()), adviser.as_deref());
            let why = reason.map_or_else(String::new, |reason| format!(": {reason}"));
            two(
                with(&format!("{label}, decided by {seat}{sat}"), &[("reason: ", reason), ("advised by ", adviser)]),
                with(&format!("{label}, {seat}{sat}{why}"), &[("advised by ", adviser)]),
            )
        }
        Fact::Called { role: called, person, channel, outcome, calls, said, target } => {
            let row = rows::named(target);
            let (called, row, person, channel) = (role(called), row.as_deref(), person.as_deref(), channel.as_deref());
            let (said, also) = (("said: ", said.as_deref()), ids(calls));
            let parts = [("for ", row), ("person: ", person), ("channel: ", channel), said];
            let value = with(&format!("{called}: {}", outcome.label().to_lowercase()), &parts);
            let who: Vec<_> = [person, Some(&called), channel].into_iter().flatten().collect();
            let reached = format!("{}{}: {}", outcome.label(), for_row(row), who.join(", "));
            two(
                with(&value, &[("counts also for ", also.as_deref())]),
                with(&reached, &[said, ("counts also for ", titles(calls).as_deref())]),
            )
        }
        Fact::PassedOn { calls, to, said, target } => {
            let (agreed, row) = (("agreed: ", said.as_deref()), rows::named(target));
            let value = with(&format!("to {to}"), &[("for ", row.as_deref()), agreed]);
            let whole = with(&format!("Passed on to {to}{}", for_row(row.as_deref())), &[agreed]);
            let also = [ids(calls), titles(calls)];
            two(with(&value, &[("and also ", also[0].as_deref())]), with(&whole, &[("and also ", also[1].as_deref())]))
        }
        fact @ (Fact::Counted { label, .. } | Fact::RowAdded { label, .. }) => {
            let lead = label.as_ref().map_or_else(|| "Added".to_owned(), |label| format!("Added {label}"));
            led(&lead, None, &registers::says(playbook, fact, now), &[])
        }
        fact @ Fact::RowsImported { .. } => led("Taken in", None, &registers::says(playbook, fact, now), &[]),
        Fact::RowChanged { cells, reason, .. } => changed(&cells.words(), reason),
        Fact::Drafted { version, text_digest, .. } => {
            let value = format!("version {version}, text {}", texts::seal(text_digest));
            two(value.clone(), format!("Drafted: {value}"))
        }
        Fact::Approved { text_digest, role: by, finding, words, adviser, .. } => {
            let text = format!("text {} by {}", texts::seal(text_digest), role(by));
            let parts = [("", words.as_deref()), ("advised by ", adviser.as_deref())];
            let word = match finding {
                Finding::Ok => "Approved",
                Finding::Change => "Change wanted",
            };
            let value = with(&text, &parts);
            two(value.clone(), format!("{word}: {value}"))
        }
        Fact::Sent { to, channel, proof, text_digest, count, list, .. } => {
            let (text, many) = (text_digest.as_deref().map(texts::seal), count.map(|count| count.to_string()));
            let parts = [
                ("text ", text.as_deref()),
                ("to so many: ", many.as_deref()),
                ("list ", list.as_deref()),
                ("shown by ", proof.as_deref()),
            ];
            let value = with(&format!("to {to}, {channel}"), &parts);
            two(value.clone(), format!("Sent {value}"))
        }
        Fact::StruckOut { of, reason } => {
            let of: Vec<_> = of.iter().map(ToString::to_string).collect();
            same(with(&of.join(", "), &[("reason: ", reason.as_deref())]))
        }
        Fact::ProhibitionSeen { .. } => two(String::new(), "Read".into()),
        Fact::ProhibitionBroken { what, .. } => led("Not kept", None, what, &[]),
        Fact::Noted { text, tag: Some(tag), because, .. } => {
            let says = with(text, &[("because: ", because.as_deref())]);
            two(says.clone(), format!("{}: {says}", tag.label()))
        }
        Fact::Noted { text, .. } | Fact::Other { text, .. } | Fact::Reopened { reason: text } => same(text.clone()),
        Fact::Deferred { until, event, reason, .. } => {
            let until = until.map(|until| format!("until {}", until.short_in(now)));
            let record = |name: String| format!("until {name} has a record");
            let (id, called) = (event.as_ref().map(ToString::to_string), event.as_ref().map(title));
            let reason = [("reason: ", reason.as_deref())];
            let value = with(&until.clone().or(id.map(record)).unwrap_or_default(), &reason);
            let whole = with(&until.or(called.map(record)).unwrap_or_default(), &reason);
            two(value, format!("Put off {whole}"))
        }
        Fact::Confirmed { target, role: seat, reason, .. } => {
            let (row, seat) = (rows::named(target), seat.as_ref().map(role));
            let row = row.as_deref();
            let parts = [("for ", row), ("decided by ", seat.as_deref()), ("reason: ", reason.as_deref())];
            let value = with("", &parts);
            two(
                value.trim_start_matches("; ").to_owned(),
                with(&format!("Still right{}", for_row(row)), &[parts[1], ("", reason.as_deref())]),
            )
        }
        Fact::SilenceDecided { value, role: by, .. } => {
            let by = by.as_ref().map(role);
            led("Decided outside the policy", None, value, &[("decided by ", by.as_deref())])
        }
        Fact::ContactSet { person, channel, .. } => {
            same([person, channel].into_iter().flatten().cloned().collect::<Vec<_>>().join(", "))
        }
        Fact::HandedOver { from, to, witness } => {
            same(with(&format!("from {from} to {to}"), &[("witness: ", witness.as_deref())]))
        }
        Fact::TimeChecked { watch, checked_by } => {
            let off = recorded.reading.wall.seconds_since(*watch);
            let way = if off >= 0 { "fast" } else { "slow" };
            let (said, by) =
                (format!("the watch said {}", watch.long_in(now)), [("looked at by ", checked_by.as_deref())]);
            let laptop = format!("{said}; the laptop is {} {way}", span::short(off.saturating_abs()));
            two(with(&said, &by), with(&laptop, &by))
        }
        Fact::Exported { what, format, profile, name, to, released_by, .. } => {
            let released = (profile != "full").then_some(profile.as_str());
            let parts = [("file: ", Some(name.as_str())), ("profile: ", released)];
            let whom = [("to ", to.as_deref()), ("released by ", released_by.as_deref())];
            let value = with(&with(&format!("{what} as {format}"), &parts), &whom);
            let short = with(&format!("{} as {format}", printed(playbook, what)), &whom);
            Words { whole: format!("Printed: {value}"), says: short, value }
        }
        Fact::DrillOpened { .. }
        | Fact::ExerciseClock { .. }
        | Fact::Released { .. }
        | Fact::MessageTaken { .. }
        | Fact::RollCalled { .. }
        | Fact::RealEvent { .. } => same(drill_words::of_the_case(playbook, &recorded.fact, now)),
        Fact::ControlOpened { .. } | Fact::Planned { .. } | Fact::Judged { .. } | Fact::Observed { .. } => {
            same(drill_words::of_control(&recorded.fact))
        }
        Fact::SheetEnded { rows } => same(counted(usize::try_from(*rows).unwrap_or(0), "entry", "entries")),
        Fact::ClockStepped { by_ms } => {
            let way = if *by_ms < 0 { "back" } else { "forward" };
            same(format!("{way} by {}", span::short((by_ms / 1000).saturating_abs())))
        }
        Fact::Closed { role, reason, still_open, ending } => {
            let open = (!still_open.is_empty()).then(|| still_open.join(" | "));
            let more = [("ends as: ", ending.as_deref()), ("still open: ", open.as_deref())];
            let value = with(&format!("by {role}; reason: {reason}"), &more);
            let left = if open.is_some() { format!(" ({} still open)", still_open.len()) } else { String::new() };
            let ended = ending.as_ref().map(|ending| format!("{ending}, ")).unwrap_or_default();
            Words { says: format!("{ended}by {role}: {reason}{left}"), whole: value.clone(), value }
        }
        Fact::SessionEnded => same(String::new()),
    }
}

/// An answer with labels instead of identifiers; many rows in full, and the first where there is room for one.
fn answered(playbook: Option<&Playbook>, question: &ItemId, stored: &str, source: Option<&str>, now: Now) -> Words {
    let asked = playbook.and_then(|known| known.question(question.as_str()));
    let read = asked.and_then(|asked| Some((asked, Answer::parse_typed(asked, stored, now).ok()?)));
    let source = [("source: ", source)];
    let Some((asked, answer)) = read else { return same(with(stored, &source)) };
    let says = with(&answer.show(asked, now), &source);
    match answer {
        Answer::Rows(rows) if !rows.is_empty() => {
            let whole = with(&rows.join(" | "), &source);
            Words { value: whole.clone(), whole, says }
        }
        _ => same(says),
    }
}

/// A row of a list that was changed.
pub(super) fn changed(what: &str, reason: &str) -> Words {
    led("Changed", None, what, &[("reason: ", Some(reason))])
}

fn same(value: String) -> Words {
    two(value.clone(), value)
}

fn two(value: String, whole: String) -> Words {
    Words { value, says: whole.clone(), whole }
}

/// With a word before it for people, and the row of a list for which it was recorded.
fn led(lead: &str, row: Option<&str>, text: &str, parts: &[(&str, Option<&str>)]) -> Words {
    let value = with(&with(text, &[("for ", row)]), parts);
    two(value, format!("{lead}{}: {}", for_row(row), with(text, parts)))
}

fn for_row(row: Option<&str>) -> String {
    row.map_or_else(String::new, |row| format!(" for {row}"))
}

/// What was printed, by its title.
fn printed(playbook: Option<&Playbook>, what: &str) -> String {
    Printed::parse(what).map_or_else(|| what.to_owned(), |known| known.title(playbook).to_owned())
}

/// The calls beside the first; `None` where there are none.
fn others(calls: &[ItemId], name: impl Fn(&ItemId) -> String) -> Option<String> {
    let more: Vec<_> = calls.iter().skip(1).map(name).collect();
    (!more.is_empty()).then(|| more.join(", "))
}

fn option_label(playbook: Option<&Playbook>, decision: &ItemId, option: &ItemId) -> String {
    let label = playbook.and_then(|known| match &known.item(decision.as_str())?.body {
        Body::Decision(body) => body.options.iter().find(|o| o.id == *option).map(|o| o.label.clone()),
        _ => None,
    });
    label.unwrap_or_else(|| option.to_string())
}
