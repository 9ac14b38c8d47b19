//! Rows of the message log and the timeline that come by themselves from what was recorded.

use super::list::List;
use super::row::{Cell, Row};
use crate::case::Fact;
use crate::judge::View;
use crate::judge::types::answer::Answer;
use crate::page::log;
use crate::playbook::facts::FactName;
use crate::playbook::register::Column;

/// What was sent, and what was said on the telephone.
pub(super) fn messages(view: &View<'_>, list: &mut List<'_>) {
    let came = (0..view.state.log.len()).filter_map(|at| message(view, list, at)).collect::<Vec<_>>();
    list.rows.extend(came);
    in_order(view, list);
}

fn message(view: &View<'_>, list: &List<'_>, at: usize) -> Option<Row> {
    let recorded = view.state.at(at);
    let by = recorded.actor().to_owned();
    let title = |id: &str| view.playbook.title(id).unwrap_or(id).trim_end_matches('.').to_owned();
    let (subject, channel, to, proof, item) = match &recorded.fact {
        Fact::Sent { document, to, channel, proof, .. } => (
            title(document.as_str()),
            channel.clone(),
            to.clone(),
            proof.clone().unwrap_or_default(),
            view.playbook.position(document.as_str()),
        ),
        Fact::Called { role, person, said: Some(said), calls, .. } => (
            said.clone(),
            "telephone".to_owned(),
            person.clone().unwrap_or_else(|| view.playbook.role_title(role.as_str()).to_owned()),
            String::new(),
            calls.first().and_then(|call| view.playbook.position(call.as_str())),
        ),
        _ => return None,
    };
    if view.state.is_cut_off(&recorded.id) || view.state.settled_by(&recorded.id).is_some() {
        return None;
    }
    let happened = recorded.happened();
    let clause = item.and_then(|at| view.playbook.items[at].cite.first()).map(ToString::to_string).unwrap_or_default();
    let cell = |column: &Column| match column.id.as_str() {
        "name" => Cell::of(&subject),
        "direction" => Cell::of("sent"),
        "at" => Cell::shown(happened.short_in(view.now), happened.to_text()),
        "channel" => Cell::of(&channel),
        "from" => Cell::of(&by),
        "to" => Cell::of(&to),
        "obligation" => Cell::of(&clause),
        "proof" => Cell::of(&proof),
        _ => Cell::default(),
    };
    let cells = list.columns.iter().map(cell).collect();
    Some(Row { item, by_itself: true, cells, ..Row::marked(view, at) })
}

/// When it happened, was discovered, when people became aware and when it was contained, where a question of the playbook says so.
pub(super) fn timeline(view: &View<'_>, list: &mut List<'_>) {
    for fact in [FactName::Occurred, FactName::Discovered, FactName::Aware, FactName::Contained] {
        let Some(id) = view.playbook.fact(fact) else { continue };
        let Some(question) = view.playbook.question(id.as_str()) else { continue };
        let current = view.counting().answers(id.as_str()).map(|track| track.current.clone()).unwrap_or_default();
        for at in current {
            let Fact::Answered { value, source, .. } = &view.state.at(at).fact else { continue };
            let Ok(Answer::When(time)) = Answer::parse_typed(question, value, view.now) else { continue };
            let cell = |column: &Column| match column.id.as_str() {
                "name" => Cell::of(fact.title()),
                "at" => Cell::shown(time.short_in(view.now), time.to_text()),
                "source" => Cell::of(source.clone().unwrap_or_else(|| log::who(view.state.at(at)))),
                _ => Cell::default(),
            };
            let cells = list.columns.iter().map(cell).collect();
            list.rows.push(Row {
                item: view.playbook.position(id.as_str()),
                by_itself: true,
                cells,
                ..Row::marked(view, at)
            });
        }
    }
    in_order(view, list);
}

/// Puts the rows into the order in which they happened.
fn in_order(view: &View<'_>, list: &mut List<'_>) {
    let column = list.column("at");
    let moment = |row: &Row| {
        let stored = column.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.stored.as_str());
        let said = crate::base::EventTime::parse(stored).and_then(crate::base::EventTime::earliest);
        said.or_else(|| row.entry.map(|at| view.state.at(at).at))
    };
    let mut rows = std::mem::take(&mut list.rows);
    rows.sort_by_key(|row| (moment(row), row.entry));
    list.rows = rows;
}
