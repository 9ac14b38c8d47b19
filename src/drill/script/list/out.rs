//! The cells of a list.

use super::column::{Column, RUN};
use super::expected::ExpectationText;
use crate::drill::script::inject::{Addressee, Inject};
use crate::drill::script::model::Script;
use crate::drill::script::plan::plan;
use crate::playbook::Playbook;
use std::collections::{BTreeMap, BTreeSet};

/// What became of an inject in an exercise, as text.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Ran {
    /// sent, skipped, held, not sent.
    pub state: String,
    pub sent_exercise: String,
    pub sent_real: String,
    pub reason: String,
}

/// The headings: the columns, those that were kept, and after an exercise what became of the injects.
pub fn headings(script: &Script, ran: bool) -> Vec<String> {
    let own = Column::ALL.into_iter().map(|column| column.word().to_owned());
    let run = RUN.into_iter().filter(|_| ran).map(str::to_owned);
    own.chain(kept(script).into_iter().map(str::to_owned)).chain(run).collect()
}

/// One row an inject, in the order of the file. `ran` tells by number what became of them; those that it does not know, such as an
/// inject on the spot, are for whoever calls.
pub fn rows(script: &Script, playbook: Option<&Playbook>, ran: Option<&BTreeMap<u32, Ran>>) -> Vec<Vec<String>> {
    let kept = kept(script);
    let mut times: BTreeMap<u32, String> = BTreeMap::new();
    for planned in plan(script).iter().flat_map(|part| &part.injects) {
        if let (Some((time, _)), Some(_)) = (planned.at, planned.inject.at) {
            times.insert(planned.inject.number, time.clock());
        }
    }
    let nothing = Ran::default();
    let row = |inject: &Inject| {
        let expected: Vec<_> =
            script.expected_of(inject.number).map(|expectation| ExpectationText::of(expectation, playbook)).collect();
        let cell = |column| cell(column, script, inject, &expected, times.get(&inject.number));
        let mut cells: Vec<String> = Column::ALL.into_iter().map(cell).collect();
        for heading in &kept {
            let own = inject.kept.iter().find(|(known, _)| known == heading);
            cells.push(own.map(|(_, cell)| cell.clone()).unwrap_or_default());
        }
        if let Some(ran) = ran {
            let ran = ran.get(&inject.number).unwrap_or(&nothing);
            cells.extend([&ran.state, &ran.sent_exercise, &ran.sent_real, &ran.reason].map(Clone::clone));
        }
        cells
    };
    script.injects.iter().map(row).collect()
}

/// The headings of kept columns, each once, in the order in which they come first.
fn kept(script: &Script) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    let all = script.injects.iter().flat_map(|inject| &inject.kept).map(|(heading, _)| heading.as_str());
    all.filter(|heading| seen.insert(*heading)).collect()
}

fn cell(
    column: Column,
    script: &Script,
    inject: &Inject,
    expected: &[ExpectationText],
    time: Option<&String>,
) -> String {
    let objectives: Vec<&str> = {
        let mut seen = BTreeSet::new();
        expected.iter().map(|one| one.objective.as_str()).filter(|objective| seen.insert(*objective)).collect()
    };
    match column {
        Column::Number => inject.number.to_string(),
        Column::Part => script.part_of(inject).id.to_string(),
        Column::AtMin => inject.at.map(|at| at.to_string()).unwrap_or_default(),
        Column::EventTime => time.cloned().unwrap_or_default(),
        Column::Category => category(inject).to_owned(),
        Column::Delivery => inject.delivery.word().to_owned(),
        Column::From => inject.from.clone(),
        Column::To => inject.to.iter().map(Addressee::as_str).collect::<Vec<_>>().join("; "),
        Column::Title => inject.title.clone(),
        Column::Text => inject.text.clone(),
        Column::Gist => inject.gist.clone().unwrap_or_default(),
        Column::Expected => {
            let lines: Vec<_> = expected.iter().map(|one| one.line(objectives.len() > 1)).collect();
            lines.join("\n")
        }
        Column::Objectives => objectives.join("; "),
        Column::Notes => inject.notes.clone().unwrap_or_default(),
    }
}

/// What a row is: a contingency, an absence, or an inject and no more.
pub fn category(inject: &Inject) -> &'static str {
    match (&inject.contingency, &inject.absent) {
        (Some(_), _) => "contingency",
        (None, Some(_)) => "absence",
        (None, None) => "inject",
    }
}
