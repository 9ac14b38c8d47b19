//! What was done and what is to be done, a row each, as the action record prints it: from the entries, and from what is open.

use super::log::gone;
use super::missing::{no_owner, none, not_yet_known};
use crate::base::ItemId;
use crate::base::ids::cited;
use crate::base::text::inert_line;
use crate::case::{CallOutcome, Fact};
use crate::judge::View;
use crate::judge::items::ItemStatus;
use crate::judge::picture::agenda::Target;
use crate::page::state::{State, stands};
use crate::page::{Line, RowMark, Tone, calls, rows};
use crate::playbook::{Body, Item, Strength};

/// One action.
pub struct Act {
    /// The entry that did it; `None` while it is open.
    pub entry: Option<usize>,
    /// How it is referred to.
    pub name: Option<String>,
    pub step: String,
    pub action: Vec<Line>,
    pub owner: Line,
    pub due: Line,
    pub done: Vec<Line>,
    pub result: Vec<Line>,
    pub says: Vec<RowMark>,
}

/// Every action, step by step: what was done in the order in which it happened, then what is open in the order of the playbook.
pub fn acts(view: &View<'_>) -> Vec<Act> {
    let mut done = vec![Vec::new(); view.playbook.phases.len()];
    for at in 0..view.state.log.len() {
        if let Some(item) = deed(view, at)
            && let Some(of_step) = done.get_mut(view.playbook.items[item].phase)
        {
            of_step.push((view.state.at(at).happened().earliest(), at, item));
        }
    }
    let mut all = Vec::new();
    for (phase, mut of_step) in done.into_iter().enumerate() {
        of_step.sort_unstable();
        all.extend(of_step.into_iter().map(|(_, at, item)| of_entry(view, at, item)));
        let items = view.items().enumerate().filter(|(_, (item, _))| item.phase == phase);
        all.extend(items.filter_map(|(at, (item, status))| open(view, at, item, status)));
    }
    all
}

/// The item that an entry did something about, by its place; `None` for what is no deed, and for what another entry put right.
fn deed(view: &View<'_>, at: usize) -> Option<usize> {
    let recorded = view.state.at(at);
    let id = match &recorded.fact {
        Fact::TaskDone { task, .. } => task,
        Fact::NecessityFound { item, .. } | Fact::TaskRuledOut { item, .. } => item,
        Fact::Called { calls, outcome: CallOutcome::Reached, .. } => calls.first()?,
        Fact::Sent { document, .. } => document,
        _ => return None,
    };
    // What was put right stands as `Was:` beside what counts.
    if view.state.settled_by(&recorded.id).is_some() && view.state.struck_by(&recorded.id).is_none() {
        return None;
    }
    view.playbook.position(id.as_str())
}

/// `Tell the Privacy Officer (FC-2a)`; of what the policy does not ask, that it does not.
fn action(item: &Item, row: Option<&str>) -> Vec<Line> {
    let title = item.title.trim_end_matches('.');
    let title = row.map_or_else(|| title.to_owned(), |row| format!("{title}, for {row}"));
    if item.verb == Strength::Local || item.cite.is_empty() {
        return vec![title.into(), Line::quiet("(not asked by this policy)")];
    }
    vec![Line::from(title).and(Tone::Quiet, format!(" ({})", cited(&item.cite)))]
}

fn step(view: &View<'_>, item: &Item) -> String {
    view.playbook.phases.get(item.phase).map(|phase| phase.title.clone()).unwrap_or_default()
}

fn of_entry(view: &View<'_>, at: usize, item: usize) -> Act {
    let (recorded, item) = (view.state.at(at), &view.playbook.items[item]);
    let row = recorded.fact.for_rows().and_then(rows::named);
    let (done, says_result) = match &recorded.fact {
        Fact::TaskDone { value, .. } => (None, value.clone()),
        Fact::NecessityFound { reason, adviser, .. } => (Some("found needed"), advised(reason, adviser.as_deref())),
        Fact::TaskRuledOut { reason, adviser, .. } => (Some("not needed"), advised(reason, adviser.as_deref())),
        Fact::Called { channel, said, .. } => {
            let on = channel.as_ref().map_or_else(|| "Reached".to_owned(), |channel| format!("Reached on {channel}"));
            (None, said.as_ref().map_or(on.clone(), |said| format!("{on}. Said: {said}")))
        }
        Fact::Sent { to, channel, proof, .. } => {
            let sent = format!("Sent to {to}, {channel}");
            (None, proof.as_ref().map_or(sent.clone(), |proof| format!("{sent}, shown by {proof}")))
        }
        _ => (None, String::new()),
    };
    let mut says = super::cells::marks(view, at);
    let tone = if says.contains(&RowMark::Struck) { Tone::Struck } else { Tone::Text };
    let mut result = Vec::new();
    if recorded.is_late() {
        result.push(Line::strong(format!("Written {}", recorded.reading.wall.short_in(view.now))));
    }
    result.push(Line::of(tone, says_result));
    result.extend(recorded.who.note.as_ref().map(|note| Line::from(format!("Remark: {note}"))));
    result.extend(view.state.stands_for(at).map(|was| was_line(view, was)));
    result.extend(gone(view, at));
    if let Fact::Called { calls, .. } = &recorded.fact
        && calls.len() > 1
    {
        let others = calls[1..].iter().map(|id| view.playbook.title(id.as_str()).unwrap_or(id.as_str()));
        result.push(Line::quiet(format!("Counts also for: {}", others.collect::<Vec<_>>().join("; "))));
    }
    let time = recorded.happened().short_in(view.now);
    let done = done.map_or_else(|| vec![time.clone().into()], |word| vec![word.into(), Line::quiet(time.clone())]);
    says.sort_unstable();
    Act {
        entry: Some(at),
        name: Some(view.state.name(at)),
        step: step(view, item),
        action: action(item, row.as_deref()),
        owner: recorded.actor().into(),
        due: due(view, item),
        done,
        result,
        says,
    }
}

fn advised(reason: &str, adviser: Option<&str>) -> String {
    adviser.map_or_else(|| reason.to_owned(), |adviser| format!("{reason} (advised by {adviser})"))
}

/// `Was: "promised" (T. Lin, 22 Nov 08:12)`: what stood there before it was put right.
fn was_line(view: &View<'_>, was: usize) -> Line {
    let recorded = view.state.at(was);
    let told = crate::page::log::entry(view, was);
    let by = format!(" ({}, {})", recorded.actor(), recorded.reading.wall.short_in(view.now));
    Line::from("Was: ").and(Tone::Struck, inert_line(&told.says).into_owned()).and(Tone::Quiet, by)
}

/// What is to be done, while it is.
fn open(view: &View<'_>, at: usize, item: &Item, status: &ItemStatus) -> Option<Act> {
    let role = match &item.body {
        Body::Task(task) => task.role.as_ref(),
        Body::Call(call) => call.told_by.as_ref(),
        Body::Document(_) => None,
        _ => return None,
    };
    let stands = stands(view, Target::Item(at));
    if !matches!(stands.state, State::ToDo | State::LookAgain) {
        return None;
    }
    let wanted = match (&item.body, stands.state) {
        (_, State::LookAgain) => Line::strong(stands.word),
        (Body::Task(task), _) if status.targets.is_empty() => not_yet_known(&task.record),
        _ => Line::from(stands.word),
    };
    let done = if status.entry.is_some() { "doing" } else { "open" };
    Some(Act {
        entry: None,
        name: None,
        step: step(view, item),
        action: action(item, None),
        owner: role.map_or_else(no_owner, |role| owner(view, role)),
        due: due(view, item),
        done: vec![Line::strong(done)],
        result: vec![wanted],
        says: Vec::new(),
    })
}

/// Who holds the role of an item, else the role.
fn owner(view: &View<'_>, role: &ItemId) -> Line {
    let title = view.playbook.role_title(role.as_str());
    match calls::reach(view, role.as_str()).person {
        Some(person) => format!("{person}, {title}").into(),
        // A role that nobody holds is no owner.
        None => Line::from(format!("{title} ")).and(Tone::Missing, "[nobody named]"),
    }
}

/// By when: the clock that the item stops, at its hour or in the policy's word.
fn due(view: &View<'_>, item: &Item) -> Line {
    let clocks = view.playbook.clocks.iter().zip(&view.picture.clocks);
    let mine = clocks.filter(|(clock, status)| {
        let stops = clock.until.iter().flat_map(|until| until.root.subjects());
        status.applies.value != Some(false) && stops.into_iter().any(|subject| *subject.id() == item.id)
    });
    let mut found: Vec<_> = mine.collect();
    found.sort_by_key(|(_, status)| (status.due.is_none(), status.due));
    match found.first() {
        Some((clock, status)) => match status.due {
            Some(due) => due.short_in(view.now).into(),
            None => format!("“{}”", clock.word).into(),
        },
        None => none(),
    }
}
