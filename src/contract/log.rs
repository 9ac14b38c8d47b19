//! `log --json`: every entry with all its fields, in words and as it is stored.

use crate::base::written::object;
use crate::base::{EventTime, Now, SessionId, Stamp};
use crate::case::CaseState;
use crate::journal::{EntryId, Field, Fields, Mode, Seal, SealedEntry};
use crate::page::log::{Told, told};
use crate::playbook::Playbook;
use serde::{Serialize, Serializer};

object! {
    Entry<'a>(state: &'a CaseState, sealed: &'a SealedEntry, words: Told, at: usize, mode: Mode) {
        let recorded = state.at(at);
        let later = state.replaced_by(at);
    } => {
        mode: Mode = mode,
        number: usize = at + 1,
        id: &'a EntryId = &recorded.id,
        name: String = state.name(at),
        session: &'a SessionId = &recorded.id.session,
        seq: u64 = recorded.id.seq,
        seal: &'a Seal = &sealed.seal,
        kind: &'a str = &sealed.entry.kind,
        recorded: Stamp = recorded.at,
        by_the_watch: Option<Stamp> = state.by_the_watch(recorded),
        happened: Option<EventTime> = recorded.who.happened,
        late: bool = recorded.is_late(),
        by: &'a str = &recorded.who.by,
        actor: Option<&'a str> = recorded.who.actor.as_deref(),
        note: Option<&'a str> = recorded.who.note.as_deref(),
        what: String = words.kind,
        item: Option<String> = words.item,
        title: Option<String> = words.title,
        value: String = words.value,
        replaced_by: Option<usize> = later.map(|later| later + 1),
        replaced_by_name: Option<String> = later.map(|later| state.name(later)),
        struck_by: Option<String> = state.struck_by(&recorded.id).map(|by| state.name(by)),
        cut_off: bool = state.is_cut_off(&recorded.id),
        fields: Stored<'a> = Stored(&sealed.entry.fields),
        up_ms: u64 = recorded.reading.up_ms,
        boot: &'a str = &recorded.reading.boot,
        synced: bool = recorded.reading.synced,
    }
}

/// The entries of a case beside their fold.
pub fn log<'a>(
    state: &'a CaseState,
    entries: &'a [SealedEntry],
    playbook: Option<&Playbook>,
    (mode, now): (Mode, Now),
) -> Vec<Entry<'a>> {
    let entries = entries.iter().enumerate();
    entries.map(|(at, sealed)| Entry::of(state, sealed, told(playbook, state, at, now), at, mode)).collect()
}

pub struct Stored<'a>(&'a Fields);

impl Serialize for Stored<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(self.0.iter().map(|(key, field)| (key, Value(field))))
    }
}

struct Value<'a>(&'a Field);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Field::Text(text) => text.serialize(out),
            Field::Int(number) => number.serialize(out),
            Field::Flag(flag) => flag.serialize(out),
            Field::Time(at) => at.serialize(out),
            Field::List(list) => list.serialize(out),
        }
    }
}
