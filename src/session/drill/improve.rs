//! Improvement actions after a drill: rows of the list of actions in the case of the exercise, each from the note that it is for.

use super::conduct::Conduct;
use crate::base::{ItemId, Now};
use crate::case::Tag;
use crate::drill::account::Noted;
use crate::playbook::{Body, Playbook};
use crate::record::verbs::row;
use crate::record::{Draft, Receipt};
use crate::session::SubmitError;
use chrono::NaiveDate;

/// The preset of the list of actions, and its id where no list of the playbook adopts it.
const ACTIONS: &str = "actions";

/// What is to become better.
pub struct Improvement<'a> {
    pub name: &'a str,
    pub why: &'a str,
    pub owner: &'a str,
    pub due: NaiveDate,
    /// `planning`, `organization`, `equipment`, `training` or `exercise`.
    pub kind: &'a str,
    /// The entry of the note that it is for, by its name, where that lies in the case.
    pub from: Option<String>,
}

impl Conduct {
    /// Adds an improvement action to the list of actions of the case.
    ///
    /// # Errors
    /// If a cell cannot be read, the list has a row of that name, or the disk does not take it.
    pub fn improve(&mut self, one: &Improvement<'_>) -> Result<Receipt, SubmitError> {
        let list = actions(self.case.playbook());
        let columns: Vec<ItemId> = match self.case.playbook().register(list.as_str()) {
            Some(register) => register.columns.iter().map(|column| column.id.clone()).collect(),
            None => Vec::new(),
        };
        let mut draft = Draft::new(&row::VERB, list.as_str()).with(&row::NAME, one.name);
        let due = one.due.to_string();
        let cells = [
            ("why", Some(one.why)),
            ("owner", Some(one.owner)),
            ("due", Some(due.as_str())),
            ("state", Some("open")),
            ("improvement", Some(one.kind)),
            ("from", one.from.as_deref()),
        ];
        for (id, text) in cells {
            let column = columns.iter().find(|column| column.as_str() == id);
            if let Some((column, text)) = column.zip(text.filter(|text| !text.is_empty())) {
                draft.give_cell(column.as_str(), text);
            }
        }
        self.in_case(&draft)
    }

    /// The gaps for which no improvement action is there yet, by what their rows say they are for.
    pub fn gaps_without_action(&self) -> Vec<String> {
        let account = self.account();
        let gaps = account.noted(Tag::Gap);
        let state = self.case.state();
        let list = actions(self.case.playbook());
        let rows = state.rows(list.as_str()).filter(|row| state.counts(row.at));
        let named: Vec<String> = rows.map(|row| state.cell(row, "why").text().to_owned()).collect();
        gaps.into_iter().map(|gap: Noted<'_>| gap.text.to_owned()).filter(|gap| !named.contains(gap)).collect()
    }

    /// Reads a day as people type it, in real time: what is to become better is due in the real world.
    pub fn due(&self, typed: &str) -> Option<NaiveDate> {
        let now = Now::new(self.case.reading().wall, self.case.clock.zone());
        crate::base::Stamp::read_day_ahead(typed, now).ok()
    }
}

/// The list of actions: the one of the playbook that adopts it, else the one that every case has.
fn actions(playbook: &Playbook) -> ItemId {
    let adopts = |body: &Body| matches!(body, Body::Register(register) if register.preset.is_some_and(|preset| preset.id.as_str() == ACTIONS));
    let found = playbook.items.iter().find(|item| adopts(&item.body)).map(|item| item.id.clone());
    found.or_else(|| ItemId::new(ACTIONS)).expect("a valid identifier")
}
