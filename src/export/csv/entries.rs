//! Every entry of a case as a row: what other tools read the record from.

use super::table::{Kind, Table, event_twice, twice};
use crate::journal::SealedEntry;
use crate::judge::View;
use crate::page::log::told;
use crate::playbook::Playbook;

const COLUMNS: [&str; 16] = [
    "mode",
    "entry",
    "kind",
    "recorded",
    "recorded_utc",
    "happened",
    "happened_utc",
    "late",
    "copied_from",
    "by",
    "actor",
    "about",
    "clauses",
    "says",
    "struck_by",
    "seal",
];

/// The entries in the order of the log; `entries` are those of the view.
pub fn entries(view: &View<'_>, entries: &[SealedEntry]) -> Vec<u8> {
    let mut table = Table::new(&COLUMNS.map(|title| (title, Kind::Text)));
    for (at, sealed) in entries.iter().enumerate() {
        let (recorded, told) = (view.state.at(at), told(Some(view.playbook), view.state, at, view.now));
        let [written, written_utc] = twice(Some(recorded.at));
        let [happened, happened_utc] = event_twice(recorded.who.happened);
        let struck_by = view.state.struck_by(&recorded.id).map(|by| view.state.name(by));
        table.row([
            view.mode.word(),
            &view.state.name(at),
            &sealed.entry.kind,
            &written,
            &written_utc,
            &happened,
            &happened_utc,
            if recorded.is_late() { "late" } else { "" },
            recorded.who.copied_from.as_deref().unwrap_or_default(),
            &recorded.who.by,
            recorded.who.actor.as_deref().unwrap_or_default(),
            told.item.as_deref().unwrap_or_default(),
            &clauses(view.playbook, told.item.as_deref()),
            &told.whole,
            struck_by.as_deref().unwrap_or_default(),
            &sealed.seal.to_string(),
        ]);
    }
    table.bytes()
}

/// The clauses that ask for what an entry is about.
fn clauses(playbook: &Playbook, item: Option<&str>) -> String {
    let cited = item.and_then(|id| playbook.item(id)).map(|item| item.cite.as_slice()).unwrap_or_default();
    cited.iter().map(crate::base::ClauseId::as_str).collect::<Vec<_>>().join(" ")
}
