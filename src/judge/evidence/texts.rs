//! The texts of a document: which were drafted, what roles found of each, where each was sent. From the entries alone.

use super::counting::Counting;
use crate::base::ItemId;
use crate::case::{Fact, Finding, Import};
use crate::journal::Seal;
use crate::playbook::item::Document;
use std::collections::BTreeMap;

/// A text that was drafted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text<'a> {
    /// The entry, as a position in the log.
    pub entry: usize,
    /// 1 is the first.
    pub version: i64,
    pub sha256: &'a str,
    /// What it was filled from.
    pub template: Option<&'a str>,
}

impl Text<'_> {
    /// As people name it: `notice_letter-v2`.
    pub fn name(&self, document: &ItemId) -> String {
        format!("{document}-v{}", self.version)
    }

    /// Its seal, to be said aloud.
    pub fn seal(&self) -> String {
        seal(self.sha256)
    }
}

/// The short seal of a text: `33G8-NBD5-5VZT-B5RR`.
pub fn seal(sha256: &str) -> String {
    Seal::parse(sha256).map_or_else(|| sha256.to_owned(), |seal| seal.short())
}

/// Every text of a document that counts, oldest first.
pub fn texts<'a>(state: Counting<'a>, document: &str) -> Vec<Text<'a>> {
    let all = state.drafts(document).map_or(&[][..], |track| &track.all);
    all.iter().filter_map(|at| text(state, *at)).collect()
}

/// Those that no later draft has seen: the latest, or several that did not see each other.
pub fn latest<'a>(state: Counting<'a>, document: &str) -> Vec<Text<'a>> {
    let current = state.drafts(document).map_or(&[][..], |track| &track.current);
    current.iter().filter_map(|at| text(state, *at)).collect()
}

fn text(state: Counting<'_>, at: usize) -> Option<Text<'_>> {
    match &state.recorded().at(at).fact {
        Fact::Drafted { version, text_digest, template_digest, .. } => {
            Some(Text { entry: at, version: *version, sha256: text_digest, template: template_digest.as_deref() })
        }
        _ => None,
    }
}

/// What each role said last of a text: the entry, and what it found.
pub fn findings<'a>(state: Counting<'a>, document: &str, sha256: &str) -> BTreeMap<&'a ItemId, (usize, Finding)> {
    let mut found = BTreeMap::new();
    for at in state.findings(document) {
        if let Fact::Approved { text_digest, role, finding, .. } = &state.recorded().at(*at).fact
            && text_digest == sha256
        {
            found.insert(role, (*at, *finding));
        }
    }
    found
}

/// Whether a text is approved: by every role that the playbook names, or by anybody where it names none, and nobody wants a change.
pub fn is_approved(state: Counting<'_>, document: &ItemId, body: &Document, sha256: &str) -> bool {
    let found = findings(state, document.as_str(), sha256);
    let ok = |role: &ItemId| found.get(role).is_some_and(|(_, finding)| *finding == Finding::Ok);
    let unwanted = found.values().any(|(_, finding)| *finding == Finding::Change);
    !found.is_empty() && !unwanted && body.approved_by.iter().all(ok)
}

/// The entries by which the latest text is approved, oldest first; none while it is not.
pub fn approvals(state: Counting<'_>, document: &ItemId, body: &Document) -> Vec<usize> {
    let latest = latest(state, document.as_str());
    let approved = latest.iter().filter(|text| is_approved(state, document, body, text.sha256));
    let mut entries: Vec<usize> = approved
        .flat_map(|text| findings(state, document.as_str(), text.sha256).into_values().map(|(at, _)| at))
        .collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

/// The roles that the playbook names and that have not approved a text, or want a change in it.
pub fn awaited<'b>(state: Counting<'_>, document: &ItemId, body: &'b Document, sha256: &str) -> Vec<&'b ItemId> {
    let found = findings(state, document.as_str(), sha256);
    let ok = |role: &&ItemId| found.get(*role).is_some_and(|(_, finding)| *finding == Finding::Ok);
    body.approved_by.iter().filter(|role| !ok(role)).collect()
}

/// The sendings that stand: a later one to the same people, whose writer knew of it, takes the place of an earlier one.
pub fn standing_sendings(state: Counting<'_>, document: &str) -> Vec<usize> {
    let all = state.sendings(document);
    let log = &state.recorded().log;
    let mut last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in all {
        let Fact::Sent { to, .. } = &log[*at].recorded.fact else { continue };
        let key = to.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        let same = last.entry(key).or_default();
        same.retain(|earlier| !log[*at].past.saw(log[*earlier].past.own()));
        same.push(*at);
    }
    let mut standing: Vec<usize> = last.into_values().flatten().collect();
    standing.sort_unstable();
    standing
}

/// To how many of a list this text was sent; `None` where it was not. Where nobody said how many, to all of it. Another text
/// that was sent is not this letter.
pub fn told(state: Counting<'_>, document: &ItemId, text: &str, import: &Import) -> Option<u64> {
    let mut found: Option<u64> = None;
    for at in standing_sendings(state, document.as_str()) {
        let Fact::Sent { text_digest, count, list: Some(list), .. } = &state.recorded().at(at).fact else { continue };
        if import.sha256 != *list && !import.is_of(list) || text_digest.as_ref().is_some_and(|sent| sent != text) {
            continue;
        }
        let count = count.map_or(u64::MAX, |count| u64::try_from(count).unwrap_or_default());
        found = Some(found.unwrap_or_default().saturating_add(count));
    }
    found
}
