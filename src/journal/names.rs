//! Names of runs and entries that people can say and that never move: `k4-12` is the twelfth entry of the run `k4`.
//!
//! A run takes the shortest start of its session, from two characters, that no run it has seen bears, and stores it in the
//! header of its journal. Two runs that had not seen each other may take the same one; both are then shown with one character
//! more, until they differ, and the name that stands on older paper is answered with both.

use super::{EntryId, Header, Ordered, SealedHeader};
use crate::base::SessionId;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The field of a header that holds the name.
pub const FIELD: &str = "name";
/// Fewest characters of a name.
const SHORTEST: usize = 2;

/// How many characters of its session a run was named with, and how many it is shown with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Length {
    chosen: usize,
    shown: usize,
}

/// The names of all runs of a case.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Names(Arc<BTreeMap<SessionId, Length>>);

impl Names {
    /// Reads the names in the headers. A run whose header has none, or one that is no start of its session, is named by the
    /// rule: by what it had seen when it wrote its first entry.
    pub fn of<'a>(headers: impl IntoIterator<Item = &'a SealedHeader>, ordered: &Ordered<'_>) -> Self {
        let mut stored: BTreeMap<&SessionId, (u32, usize)> = BTreeMap::new();
        for Header { session, segment, extra, .. } in headers.into_iter().map(|sealed| &sealed.header) {
            let name = extra.get_text(FIELD).filter(|name| is_start(name, session));
            let Some(found) = name.map(|name| (*segment, name.len())) else { continue };
            let first = stored.entry(session).or_insert(found);
            *first = found.min(*first);
        }
        let mut lengths: BTreeMap<SessionId, Length> = BTreeMap::new();
        let mut bearers: HashMap<&str, Vec<usize>> = HashMap::new();
        for (sealed, past) in ordered.entries.iter().zip(&ordered.pasts) {
            let session = &sealed.entry.id.session;
            if lengths.contains_key(session) {
                continue;
            }
            let is_borne = |length: &usize| {
                let alike = bearers.get(start(session, *length)).into_iter().flatten();
                alike.copied().any(|other| past.get(other) > 0)
            };
            let by_the_rule = || (SHORTEST..whole(session)).find(|length| !is_borne(length));
            let length = stored.get(session).map(|(_, length)| *length).or_else(by_the_rule);
            let length = length.unwrap_or(whole(session));
            bearers.entry(start(session, length)).or_default().push(past.own().run);
            lengths.insert(session.clone(), Length { chosen: length, shown: length });
        }
        tell_apart(&mut lengths);
        Self(Arc::new(lengths))
    }

    /// The name that a new run takes that has seen all these.
    pub fn choose(&self, session: &SessionId) -> String {
        let is_free =
            |length: &usize| !self.0.iter().any(|(other, known)| fits(other, *known, start(session, *length)));
        let length = (SHORTEST..whole(session)).find(is_free).unwrap_or(whole(session));
        start(session, length).to_owned()
    }

    /// With a run that bears this name, which must be a start of its session.
    pub fn add(&mut self, session: &SessionId, name: &str) {
        if !self.0.contains_key(session) && is_start(name, session) {
            let lengths = Arc::make_mut(&mut self.0);
            lengths.insert(session.clone(), Length { chosen: name.len(), shown: name.len() });
            tell_apart(lengths);
        }
    }

    pub fn run<'s>(&self, session: &'s SessionId) -> &'s str {
        start(session, self.0.get(session).map_or(SHORTEST, |length| length.shown))
    }

    /// The name of an entry, as it is shown: `k4-12`.
    pub fn entry(&self, id: &EntryId) -> String {
        format!("{}-{}", self.run(&id.session), id.seq)
    }

    /// The entries that a typed name can mean, in any capitals: of each run that bears or bore it the one with that number,
    /// whether it is there or not. `None` if it has not the form of a name.
    pub fn find(&self, typed: &str) -> Option<Vec<EntryId>> {
        let typed = typed.trim().trim_start_matches('#').to_ascii_lowercase();
        let (name, number) = typed.rsplit_once(['-', '\u{2010}', '\u{2011}', '\u{2013}'])?;
        let formed = name.len() >= SHORTEST && name.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'2'..=b'7'));
        let seq = number.parse::<u64>().ok().filter(|_| formed && number.bytes().all(|sign| sign.is_ascii_digit()))?;
        let bearing = self.0.iter().filter(|(session, length)| fits(session, **length, name));
        let mut found: Vec<_> = bearing.map(|(session, _)| EntryId::new(session.clone(), seq)).collect();
        if found.is_empty() {
            // More of the session than the name needs; all of it is the name that the journal stores.
            let begun = self.0.keys().filter(|session| session.as_str().starts_with(name));
            let longer = begun.filter(|session| self.run(session).len() < name.len());
            found.extend(longer.map(|session| EntryId::new(session.clone(), seq)));
        }
        Some(found)
    }
}

fn whole(session: &SessionId) -> usize {
    session.as_str().len()
}

/// The first characters of a session; all of them are ASCII.
fn start(session: &SessionId, length: usize) -> &str {
    session.as_str().get(..length).unwrap_or(session.as_str())
}

fn is_start(name: &str, session: &SessionId) -> bool {
    name.len() >= SHORTEST && session.as_str().starts_with(name)
}

/// Whether a run bears this name or was shown with it while fewer runs were known.
fn fits(session: &SessionId, length: Length, name: &str) -> bool {
    (length.chosen..=length.shown).contains(&name.len()) && session.as_str().starts_with(name)
}

/// Lengthens what would be answered with more than one run, until nothing is.
fn tell_apart(lengths: &mut BTreeMap<SessionId, Length>) {
    for length in lengths.values_mut() {
        length.shown = length.chosen;
    }
    loop {
        let mut bearing: HashMap<&str, usize> = HashMap::new();
        for (session, length) in &*lengths {
            for shown in length.chosen..=length.shown {
                *bearing.entry(start(session, shown)).or_default() += 1;
            }
        }
        let alike = |(session, length): &(&SessionId, &Length)| {
            length.shown < whole(session) && bearing.get(start(session, length.shown)).is_some_and(|runs| *runs > 1)
        };
        let alike: Vec<_> = lengths.iter().filter(alike).map(|(session, _)| session.clone()).collect();
        if alike.is_empty() {
            return;
        }
        for session in &alike {
            if let Some(length) = lengths.get_mut(session) {
                length.shown += 1;
            }
        }
    }
}
