//! Every attempt to reach somebody, and every call that was passed on.

use super::table::{Kind, Table, event_twice, twice};
use crate::contract::case::calls;
use crate::judge::View;

const COLUMNS: [&str; 14] = [
    "mode",
    "entry",
    "recorded",
    "recorded_utc",
    "happened",
    "happened_utc",
    "role",
    "person",
    "channel",
    "outcome",
    "said",
    "calls",
    "by",
    "struck_by",
];

pub fn calls_table(view: &View<'_>) -> Vec<u8> {
    let mut table = Table::new(&COLUMNS.map(|title| (title, Kind::Text)));
    for call in calls(view) {
        let [recorded, recorded_utc] = twice(Some(call.recorded));
        let [happened, happened_utc] = event_twice(call.happened);
        let counts: Vec<_> = call.calls.iter().map(crate::base::ItemId::as_str).collect();
        table.row([
            view.mode.word(),
            &call.entry,
            &recorded,
            &recorded_utc,
            &happened,
            &happened_utc,
            call.role.map(|role| view.playbook.role_title(role.as_str())).unwrap_or_default(),
            call.person.unwrap_or_default(),
            call.channel.unwrap_or_default(),
            call.outcome.unwrap_or("passed on"),
            call.said.unwrap_or_default(),
            &counts.join(" "),
            call.by,
            call.struck_by.as_deref().unwrap_or_default(),
        ]);
    }
    table.bytes()
}
