//! Facts to stored kinds and fields, and back. The kinds are the past-tense words that a reader of the journal sees.

use super::{CallOutcome, Fact, FollowUp, Import};
use crate::base::ItemId;
use crate::journal::{EntryId, Field, Fields};

/// The stored kind of a fact, and its own fields.
pub(super) fn encode(fact: &Fact) -> (String, Fields) {
    let f = Fields::new();
    let ids = |list: &[ItemId]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let (kind, fields) = match fact {
        Fact::Opened { title, playbook, playbook_title, source_version, files } => {
            let f = f
                .text("title", title)
                .text("playbook", playbook)
                .text("playbook_title", playbook_title)
                .text_if("source_version", source_version.as_deref());
            ("opened", if files.is_empty() { f } else { f.list("files", files) })
        }
        Fact::Answered { question, value, source, settles } => {
            let f = f
                .text("question", question.as_str())
                .text("value", value)
                .text_if("source", source.as_deref());
            let settles: Vec<_> = settles.iter().map(ToString::to_string).collect();
            ("answered", if settles.is_empty() { f } else { f.list("settles", settles) })
        }
        Fact::TaskDone { task, value, target, follow_up } => {
            let f = f.text("task", task.as_str()).text("value", value).text_if("target", target.as_deref());
            ("task_done", follow_up.put(f))
        }
        Fact::TaskRuledOut { item, reason, adviser, target } => (
            "ruled_out",
            f.text("item", item.as_str())
                .text("reason", reason)
                .text_if("adviser", adviser.as_deref())
                .text_if("target", target.as_deref()),
        ),
        Fact::NecessityFound { item, adviser, reason, target, follow_up } => {
            let f = f.text("item", item.as_str()).text_if("adviser", adviser.as_deref());
            let f = f.text("reason", reason).text_if("target", target.as_deref());
            ("necessity_found", follow_up.put(f))
        }
        Fact::Decided { decision, option, role, reason, adviser, person, standing_in } => (
            "decided",
            f.text("decision", decision.as_str())
                .text("option", option.as_str())
                .text("role", role.as_str())
                .text("reason", reason)
                .text_if("adviser", adviser.as_deref())
                .text_if("person", person.as_deref())
                .text_if("standing_in", standing_in.as_deref()),
        ),
        Fact::Called { role, person, channel, outcome, calls, said, target } => (
            "called",
            f.text("role", role.as_str())
                .text_if("person", person.as_deref())
                .text_if("channel", channel.as_deref())
                .text("outcome", outcome.word())
                .list("calls", ids(calls))
                .text_if("said", said.as_deref())
                .text_if("target", target.as_deref()),
        ),
        Fact::PassedOn { calls, to, said, target } => (
            "passed_on",
            f.list("calls", ids(calls))
                .text("to", to)
                .text_if("said", said.as_deref())
                .text_if("target", target.as_deref()),
        ),
        Fact::Counted { register, amount, what } => (
            "counted",
            f.text("register", register.as_str()).text("amount", amount).text_if("what", what.as_deref()),
        ),
        Fact::RowAdded { register, row } => {
            ("row_added", f.text("register", register.as_str()).text("row", row))
        }
        Fact::RowsImported { register, import } => {
            (super::import::KIND, import.encode(f.text("register", register.as_str())))
        }
        Fact::StruckOut { of, reason } => (
            "struck_out",
            f.list("of", of.iter().map(ToString::to_string)).text_if("reason", reason.as_deref()),
        ),
        Fact::ProhibitionSeen { item } => ("prohibition_seen", f.text("item", item.as_str())),
        Fact::ProhibitionBroken { item, what } => {
            ("prohibition_broken", f.text("item", item.as_str()).text("what", what))
        }
        Fact::Noted { about, text } => {
            ("noted", f.text_if("about", about.as_ref().map(ItemId::as_str)).text("text", text))
        }
        Fact::Deferred { item, until, event, reason } => {
            let mut f = f.text("item", item.as_str());
            if let Some(until) = until {
                f.push("until", Field::Time(*until));
            }
            let f = f.text_if("event", event.as_ref().map(ItemId::as_str));
            ("deferred", f.text_if("reason", reason.as_deref()))
        }
        Fact::SilenceDecided { silence, value, role } => (
            "decided_outside_policy",
            f.text("silence", silence.as_str())
                .text("value", value)
                .text_if("role", role.as_ref().map(ItemId::as_str)),
        ),
        Fact::ContactSet { role, person, channel } => (
            "contact_set",
            f.text("role", role.as_str())
                .text_if("person", person.as_deref())
                .text_if("channel", channel.as_deref()),
        ),
        Fact::HandedOver { from, to, witness } => {
            ("handed_over", f.text("from", from).text("to", to).text_if("witness", witness.as_deref()))
        }
        Fact::TimeChecked { watch, checked_by } => {
            ("time_checked", f.time("watch", *watch).text_if("checked_by", checked_by.as_deref()))
        }
        Fact::ClockStepped { by_ms } => ("clock_stepped", f.int("by_ms", *by_ms)),
        Fact::Closed { role, reason, still_open } => {
            ("closed", f.text("role", role).text("reason", reason).list("still_open", still_open))
        }
        Fact::Reopened { reason } => ("reopened", f.text("reason", reason)),
        Fact::SessionEnded => (crate::journal::CLEAN_END, f),
        Fact::Other { kind, text } => (kind.as_str(), f.text("text", text)),
    };
    (kind.to_owned(), fields)
}

/// The fact that is stored; an unknown kind, or a known kind with a field missing, is kept as it stands.
pub(super) fn decode(kind: &str, fields: &Fields) -> Fact {
    decoded(kind, fields).unwrap_or_else(|| Fact::Other { kind: kind.to_owned(), text: as_text(fields) })
}

fn decoded(kind: &str, f: &Fields) -> Option<Fact> {
    let text = |key: &str| f.get_text(key).map(str::to_owned);
    let id = |key: &str| f.get_text(key).and_then(ItemId::new);
    Some(match kind {
        "opened" => Fact::Opened {
            title: text("title")?,
            playbook: text("playbook")?,
            playbook_title: text("playbook_title")?,
            source_version: text("source_version"),
            files: f.get_list("files").unwrap_or_default().to_vec(),
        },
        "answered" => Fact::Answered {
            question: id("question")?,
            value: text("value")?,
            source: text("source"),
            settles: f
                .get_list("settles")
                .unwrap_or_default()
                .iter()
                .filter_map(|t| EntryId::parse(t))
                .collect(),
        },
        "task_done" => {
            let (task, value, target) = (id("task")?, text("value")?, text("target"));
            Fact::TaskDone { task, value, target, follow_up: FollowUp::read(f) }
        }
        "ruled_out" => {
            let (reason, adviser) = (text("reason")?, text("adviser"));
            Fact::TaskRuledOut { item: id("item")?, reason, adviser, target: text("target") }
        }
        "necessity_found" => Fact::NecessityFound {
            item: id("item")?,
            adviser: text("adviser"),
            reason: text("reason")?,
            target: text("target"),
            follow_up: FollowUp::read(f),
        },
        "decided" => Fact::Decided {
            decision: id("decision")?,
            option: id("option")?,
            role: id("role")?,
            reason: text("reason")?,
            adviser: text("adviser"),
            person: text("person"),
            standing_in: text("standing_in"),
        },
        "called" => Fact::Called {
            role: id("role")?,
            person: text("person"),
            channel: text("channel"),
            outcome: CallOutcome::ALL.into_iter().find(|o| Some(o.word()) == f.get_text("outcome"))?,
            calls: f.get_list("calls")?.iter().filter_map(|t| ItemId::new(t)).collect(),
            said: text("said"),
            target: text("target"),
        },
        "passed_on" => Fact::PassedOn {
            calls: f.get_list("calls")?.iter().filter_map(|t| ItemId::new(t)).collect(),
            to: text("to")?,
            said: text("said"),
            target: text("target"),
        },
        "counted" => Fact::Counted { register: id("register")?, amount: text("amount")?, what: text("what") },
        "row_added" => Fact::RowAdded { register: id("register")?, row: text("row")? },
        super::import::KIND => Fact::RowsImported { register: id("register")?, import: Import::decode(f)? },
        "struck_out" => {
            // Earlier versions struck one entry of a register.
            let of = f.get_list("of").map_or_else(|| text("entry").into_iter().collect(), <[String]>::to_vec);
            let of: Vec<_> = of.iter().map(|id| EntryId::parse(id)).collect::<Option<_>>()?;
            if of.is_empty() {
                return None;
            }
            Fact::StruckOut { of, reason: text("reason") }
        }
        "prohibition_seen" => Fact::ProhibitionSeen { item: id("item")? },
        "prohibition_broken" => Fact::ProhibitionBroken { item: id("item")?, what: text("what")? },
        "noted" => Fact::Noted { about: id("about"), text: text("text")? },
        "deferred" => Fact::Deferred {
            item: id("item")?,
            until: f.get_time("until"),
            event: id("event"),
            reason: text("reason"),
        },
        "decided_outside_policy" => {
            Fact::SilenceDecided { silence: id("silence")?, value: text("value")?, role: id("role") }
        }
        "contact_set" => {
            Fact::ContactSet { role: id("role")?, person: text("person"), channel: text("channel") }
        }
        "handed_over" => Fact::HandedOver { from: text("from")?, to: text("to")?, witness: text("witness") },
        "time_checked" => Fact::TimeChecked { watch: f.get_time("watch")?, checked_by: text("checked_by") },
        "clock_stepped" => Fact::ClockStepped { by_ms: f.get_int("by_ms")? },
        "closed" => Fact::Closed {
            role: text("role")?,
            reason: text("reason")?,
            still_open: f.get_list("still_open")?.to_vec(),
        },
        "reopened" => Fact::Reopened { reason: text("reason")? },
        crate::journal::CLEAN_END => Fact::SessionEnded,
        _ => return None,
    })
}

/// Fields of an unknown kind, for reading: `key: value; key: value`.
fn as_text(fields: &Fields) -> String {
    let show = |(key, field): (&str, &Field)| match field {
        Field::Text(text) => format!("{key}: {text}"),
        Field::Int(number) => format!("{key}: {number}"),
        Field::Flag(flag) => format!("{key}: {flag}"),
        Field::Time(at) => format!("{key}: {at}"),
        Field::List(list) => format!("{key}: {}", list.join(", ")),
    };
    fields
        .iter()
        .filter(|(key, _)| !matches!(*key, "by" | "actor" | "happened" | "note"))
        .map(show)
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
#[path = "codec_tests.rs"]
mod tests;
