//! Rows become a script: over one that is there already, of which everything stays that the list does not say, or as a new one to be
//! completed by hand.

use super::column::Column;
use super::expected::ExpectationText;
use super::parts::Parts;
use super::read::Taken;
use super::row::{Bad, Row, Why};
use super::taken_row::{Cells, NOBODY_SAID_FROM, NOBODY_SAID_TO, number};
use crate::base::{ItemId, Plays, ScriptId, Stamp};
use crate::drill::script::inject::Inject;
use crate::drill::script::model::{Objective, Role, Script};
use crate::drill::script::write::{self, Written};
use crate::playbook::Playbook;
use crate::source::table::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A script made of a list.
#[derive(Clone, Debug)]
pub struct Merged {
    /// Its text, as it would be written; not checked yet.
    pub text: String,
    /// Whether it says nothing that the script before did not.
    pub same: bool,
    /// Numbers of injects that the script did not have before.
    pub new: Vec<u32>,
    /// Numbers of injects of the script that the list does not have; they stay.
    pub stay: Vec<u32>,
    /// How many rows were taken.
    pub rows: usize,
    /// Rows that were not taken, by line, those of the reader among them, without those that are left out on purpose.
    pub bad: Vec<Bad>,
    /// What stands in for something that the list does not say.
    pub stands_in: Vec<String>,
}

/// Makes a script of a list. `name` is the word that a new one is called by.
pub fn merge(
    taken: &Taken,
    into: Option<(&Script, Option<&Playbook>)>,
    name: &str,
    left_out: &BTreeSet<u64>,
) -> Merged {
    let mut merging = Merging::new(taken, into, name);
    let mut bad: Vec<Bad> = taken.bad.clone();
    let mut seen: BTreeMap<u32, u64> = BTreeMap::new();
    let mut rows = 0;
    for row in taken.rows.iter().filter(|row| !left_out.contains(&row.line)) {
        match merging.take(row, &mut seen) {
            Ok(()) => rows += 1,
            Err(why) => bad.push(Bad { line: row.line, why }),
        }
    }
    bad.retain(|bad| !left_out.contains(&bad.line));
    bad.sort_by_key(|bad| bad.line);
    let new = seen.keys().copied().filter(|number| !merging.had.contains(number)).collect();
    let stay = merging.had.iter().copied().filter(|number| !seen.contains_key(number)).collect();
    merging.complete();
    let text = write::toml(&merging.script, &merging.expected);
    let same = into.is_some_and(|(script, playbook)| write::toml(script, &Written::of(script, playbook)) == text);
    Merged { text, same, new, stay, rows, bad, stands_in: merging.stands_in }
}

pub(super) struct Merging<'t> {
    taken: &'t Taken,
    script: Script,
    expected: Vec<Written>,
    pub parts: Parts,
    /// Numbers of the injects that the script had.
    had: BTreeSet<u32>,
    fresh: bool,
    stands_in: Vec<String>,
}

impl<'t> Merging<'t> {
    fn new(taken: &'t Taken, into: Option<(&Script, Option<&Playbook>)>, name: &str) -> Self {
        let script = into.map_or_else(|| new_script(name), |(script, _)| script.clone());
        let expected = into.map_or_else(Vec::new, |(script, playbook)| Written::of(script, playbook));
        let had = script.injects.iter().map(|inject| inject.number).collect();
        let parts = into.map_or_else(Parts::default, |(script, _)| Parts::of(script));
        let mut merging = Self { taken, script, expected, parts, had, fresh: into.is_none(), stands_in: Vec::new() };
        let lacks = |column| !merging.taken.columns.iter().any(|(_, known)| *known == Some(column));
        let mut said = Vec::new();
        for (column, word) in [(Column::From, NOBODY_SAID_FROM), (Column::To, NOBODY_SAID_TO)] {
            if lacks(column) {
                said.push(format!("{}: not in the file; \"{word}\" stands for it in new injects", column.word()));
            }
        }
        if lacks(Column::Delivery) {
            said.push("delivery: not in the file; handout stands for it in new injects".to_owned());
        }
        if merging.fresh {
            said.push(
                "playbook, start, roles and players' title: not in a list; write them under [drill] and [[role]]"
                    .to_owned(),
            );
        }
        merging.stands_in = said;
        merging
    }

    fn take(&mut self, row: &Row, seen: &mut BTreeMap<u32, u64>) -> Result<(), Why> {
        let written = row.cell(Column::Number).unwrap_or_default();
        let number = number(written).ok_or_else(|| Why::NoNumber(written.to_owned()))?;
        if let Some(line) = seen.get(&number) {
            return Err(Why::NumberTwice(number, *line));
        }
        let before = self.script.inject(number).cloned();
        let part = self.parts.find(row.line_of(Column::Part), before.as_ref(), self.fresh)?;
        let cells = Cells { row, before: before.as_ref(), part };
        let inject = cells.inject(number, &mut self.parts)?;
        let lines = cells.expected()?;
        // From here on nothing fails, so that a row is taken whole or not at all.
        seen.insert(number, row.line);
        if let Some(lines) = lines {
            self.expect(row, number, lines);
        }
        self.put(inject);
        Ok(())
    }

    fn put(&mut self, inject: Inject) {
        match self.script.injects.iter_mut().find(|known| known.number == inject.number) {
            Some(known) => *known = inject,
            None => self.script.injects.push(inject),
        }
    }

    /// Puts what is expected after an inject in the place of what was.
    fn expect(&mut self, row: &Row, number: u32, lines: Vec<ExpectationText>) {
        let objectives: Vec<String> = row
            .cell(Column::Objectives)
            .unwrap_or_default()
            .split([';', '\n'])
            .map(str::trim)
            .filter(|objective| !objective.is_empty())
            .map(|objective| self.objective(objective))
            .collect();
        let before: Vec<ExpectationText> = self
            .expected
            .iter()
            .filter(|known| known.inject == number)
            .map(|known| known.expectation.clone())
            .collect();
        self.expected.retain(|known| known.inject != number);
        for line in lines {
            // Words that stood there already mean what they meant.
            let same =
                before.iter().find(|known| line.id.is_empty() && line.keys.is_empty() && known.text == line.text);
            let mut expectation = same.cloned().unwrap_or(line);
            if expectation.id.is_empty() {
                expectation.id = self.free_id(&format!("e{number}"));
            }
            let named = expectation.objective.clone();
            let of_before =
                || before.iter().find(|known| known.id == expectation.id).map(|known| known.objective.clone());
            expectation.objective = if named.is_empty() {
                let several = objectives.len() > 1;
                let own = objectives.first().cloned();
                let found = if several { of_before().or(own) } else { own.or_else(of_before) };
                found.unwrap_or_else(|| self.objective("To be written"))
            } else {
                self.objective(&named)
            };
            self.expected.push(Written { inject: number, expectation });
        }
    }

    /// The identifier of an objective by its identifier or its text; a new one where there is none.
    fn objective(&mut self, named: &str) -> String {
        let same = |objective: &&Objective| objective.id.as_str() == named || fold(&objective.text) == fold(named);
        if let Some(objective) = self.script.objectives.iter().find(same) {
            return objective.id.to_string();
        }
        let text: String = named.split_whitespace().collect::<Vec<_>>().join(" ");
        let id = self.free_objective(&text);
        self.script.objectives.push(Objective { id: id.clone(), text, cite: Vec::new() });
        id.to_string()
    }

    fn free_objective(&self, text: &str) -> ItemId {
        let taken = |id: &ItemId| self.script.objective(id.as_str()).is_some();
        let named = ItemId::new(text).filter(|id| !taken(id));
        // One more than there are is free.
        let most = self.script.objectives.len() + 1;
        let counted = (1..=most).filter_map(|count| ItemId::new(&format!("o{count}"))).find(|id| !taken(id));
        named.or(counted).expect("one of them is free")
    }

    fn free_id(&self, start: &str) -> String {
        let taken = |id: &String| self.expected.iter().any(|known| known.expectation.id == *id);
        // One more than there are is free.
        let most = self.expected.len() + 1;
        (1..=most).map(|count| format!("{start}_{count}")).find(|id| !taken(id)).expect("one of them is free")
    }

    /// Gives a new script what it needs beside injects.
    fn complete(&mut self) {
        self.parts.put_into(&mut self.script, self.fresh);
        if !self.fresh {
            return;
        }
        self.script.minutes = self.script.parts.iter().map(|part| part.minutes).sum();
        if self.script.objectives.is_empty() {
            self.objective("To be written");
        }
    }
}

/// A script without injects. What a list does not say is plain to see, and is for its author to write.
fn new_script(name: &str) -> Script {
    let id = ScriptId::new(name).or_else(|| ScriptId::new("new-script"));
    Script {
        id: id.expect("it is made of letters and -"),
        title: name.to_owned(),
        players_title: "Exercise".to_owned(),
        playbook: None,
        start: Stamp::parse("2026-01-05T09:00:00Z").unwrap_or_else(Stamp::epoch),
        minutes: 0,
        briefing: None,
        rules: Vec::new(),
        objectives: Vec::new(),
        roles: vec![Role {
            role: ItemId::new("players").expect("it is made of letters"),
            is: Plays::Player,
            number: None,
            card: None,
        }],
        parts: Vec::new(),
        injects: Vec::new(),
        expectations: Vec::new(),
        digest: String::new(),
    }
}
