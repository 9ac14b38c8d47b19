//! What an entry of the log says: what it is about, and what it says about that, the outcome first.

use super::log_words::{self, Words, kind, words};
use super::words::with;
use crate::base::Now;
use crate::base::text::{counted, cut, inert_line, sentence, width};
use crate::case::{CaseState, Cells, Fact, ListRow, Recorded};
use crate::judge::View;
use crate::judge::types::cells;
use crate::playbook::Playbook;

/// An entry in words. Texts are as recorded; whoever shows them makes them inert.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// What kind of entry it is, in one or two words, for programs: "answered", "not needed".
    pub kind: String,
    /// The item, rule, silence or role that it is about.
    pub item: Option<String>,
    pub title: Option<String>,
    /// What it says in full, without its kind, for programs; empty where there is nothing more to say.
    pub value: String,
    /// The title of the thing that it is about, or what kind of entry it is.
    pub about: String,
    /// What it says for people, the outcome first: `Done: called the vendor`.
    pub whole: String,
    /// The same where people see only a line of it.
    pub says: String,
}

/// The widest subject that stands before what is said about it.
const SHORT: usize = 16;
/// Most columns of what an entry says where its subject follows.
const SAYS: usize = 60;
/// Most columns of what an entry says where it is named in a sentence.
const NAMED: usize = 120;

impl Told {
    /// What it says and what it is about, in one line. What it says stands first: that is what somebody looks for who fears a slip.
    pub fn in_short(&self) -> String {
        let Self { about, says, .. } = self;
        let text = match (says.is_empty(), width(about) <= SHORT) {
            (true, _) => about.clone(),
            (false, true) => format!("{about}: {says}"),
            (false, false) => format!("{} · {about}", cut(says, SAYS)),
        };
        inert_line(&text).into_owned()
    }

    /// The same in full, with the identifier by which commands know what it is about.
    pub fn in_full(&self) -> String {
        let id = self.item.as_ref().filter(|id| self.title.as_ref().unwrap_or(id) == &self.about);
        let id = id.filter(|id| **id != self.about).map_or_else(String::new, |id| format!(" ({id})"));
        let (about, says) = (&self.about, &self.whole);
        match (says.is_empty(), width(about) <= SHORT) {
            (true, _) => format!("{about}{id}"),
            (false, true) => format!("{about}{id}: {says}"),
            (false, false) => format!("{says} · {about}{id}"),
        }
    }
}

/// Whether people are told of the entry: each but the end of a run, which stands beside what that run recorded.
pub fn is_told(state: &CaseState, at: usize) -> bool {
    state.at(at).fact != Fact::SessionEnded
}

/// `3 runs ended`: what stands for the ends of runs that are not told; nothing where there are none.
pub fn ends(state: &CaseState) -> Option<String> {
    let ends = (0..state.log.len()).filter(|at| !is_told(state, *at)).count();
    (ends > 0).then(|| format!("{} ended", counted(ends, "run", "runs")))
}

/// What the entry at a place of the log says, with the names of the entries that it speaks of.
pub fn entry(view: &View<'_>, at: usize) -> Told {
    told(Some(view.playbook), view.state, at, view.now)
}

/// The same in one line.
pub fn in_short(view: &View<'_>, at: usize) -> String {
    entry(view, at).in_short()
}

/// The same in a line with who said so and when: `Yes, R. Okafor, 22 Nov 02:13`.
pub fn line(view: &View<'_>, at: usize) -> String {
    let (recorded, told) = (view.state.at(at), entry(view, at));
    let when = recorded.happened().short_in(view.now);
    let says = Some(told.says).filter(|says| !says.is_empty()).unwrap_or(told.about);
    format!("{says}, {}, {when}{}", recorded.beside(), gone(view.state, at))
}

/// An entry with its name, in one line: `k4-12 (Yes · Are several affected?, by R. Okafor, 22 Nov 02:13)`.
pub fn named(view: &View<'_>, at: usize) -> String {
    let (recorded, says) = (view.state.at(at), in_short(view, at));
    let when = recorded.at.short_in(view.now);
    format!("{} ({}, {}, {when})", view.state.name(at), cut(&says, NAMED), inert_line(&who(recorded)))
}

/// `by R. Okafor`, or `by A. Ruiz, written down by R. Okafor`.
pub fn who(recorded: &Recorded) -> String {
    if let (Fact::Decided { .. }, None) = (&recorded.fact, &recorded.who.actor) {
        return format!("written down by {}", recorded.recorder());
    }
    match (&recorded.who.actor, recorded.recorder()) {
        (Some(actor), by) if *actor != recorded.who.by => format!("by {actor}, written down by {by}"),
        (_, by) => format!("by {by}"),
    }
}

/// The entry that struck out the one at a place, with who did and why: `k4-9, by R. Okafor: Counted twice`.
pub fn struck_by(state: &CaseState, at: usize) -> Option<String> {
    let by = state.struck_by(&state.at(at).id)?;
    let strike = state.at(by);
    let reason = match &strike.fact {
        Fact::StruckOut { reason: Some(reason), .. } => format!(": {reason}"),
        _ => String::new(),
    };
    Some(format!("{}, {}{reason}", state.name(by), who(strike)))
}

/// Why an entry of a list counts no more, in a few words behind it; empty while it counts.
fn gone(state: &CaseState, at: usize) -> String {
    let id = &state.at(at).id;
    match (state.struck_by(id), state.settled_by(id)) {
        _ if state.is_cut_off(id) => ", cut off".into(),
        (Some(_), _) => ", struck out".into(),
        (None, Some(by)) => format!(", replaced by {}", state.name(by)),
        (None, None) => String::new(),
    }
}

/// Puts the entry at a place into words, with the names of the entries that it speaks of. Without a playbook there are no titles, and
/// answers stand in their stored form.
pub fn told(playbook: Option<&Playbook>, state: &CaseState, at: usize, now: Now) -> Told {
    let mut told = describe(playbook, state.at(at), now);
    match &state.at(at).fact {
        Fact::StruckOut { of, reason } => {
            let struck: Vec<_> = state.struck_entries(at).collect();
            // A chain of strikes is told one link at a time.
            let link = |at: usize| describe(playbook, state.at(at), now);
            let names = match &struck[..] {
                [] => of.iter().map(|id| state.names.entry(id)).collect::<Vec<_>>().join(", "),
                // A sheet is named by its end.
                [.., end] if struck.len() == 1 || matches!(state.at(*end).fact, Fact::SheetEnded { .. }) => {
                    format!("{}, {}", state.name(*end), link(*end).in_short())
                }
                several => several.iter().map(|at| state.name(*at)).collect::<Vec<_>>().join(", "),
            };
            if let [only] = struck[..] {
                let Told { item, title, .. } = link(only);
                told = Told { item, title, ..told };
            }
            let says = with(&names, &[("reason: ", reason.as_deref())]);
            told = Told { value: says.clone(), whole: says.clone(), says, ..told };
        }
        Fact::RowChanged { cells, reason, .. } => {
            if let Some(row) = state.row_of(at) {
                let list = row.register.as_str();
                let Words { value, whole, says } =
                    log_words::changed(&changed(playbook, state, at, row, cells, now), reason);
                let title = playbook.and_then(|playbook| playbook.title(list)).map(str::to_owned);
                let about = title.clone().unwrap_or_else(|| list.to_owned());
                told = Told { item: Some(list.to_owned()), title, about, value, whole, says, ..told };
            }
        }
        Fact::MessageTaken { entry } => {
            let sent = state.place(entry).map(|at| &state.at(at).fact);
            let says = match sent {
                Some(Fact::Released { inject, .. }) => format!("inject {inject}, {}", state.names.entry(entry)),
                _ => state.names.entry(entry),
            };
            told = Told { value: says.clone(), whole: says.clone(), says, ..told };
        }
        _ => {}
    }
    // Two runs that did not see each other may have given one label twice.
    if let (Some(stored), Some(label)) = (state.stored_label(at), state.label(at))
        && stored != label
    {
        let (stored, label) = (format!("Added {stored}:"), format!("Added {label}:"));
        told.whole = told.whole.replacen(&stored, &label, 1);
        told.says = told.says.replacen(&stored, &label, 1);
    }
    let who = &state.at(at).who;
    let written = [("; copied from ", &who.copied_from), ("; late: ", &who.late_reason)];
    for (lead, words) in written.into_iter().filter_map(|(lead, words)| Some((lead, words.as_ref()?))) {
        for text in [&mut told.value, &mut told.whole, &mut told.says] {
            text.push_str(lead);
            text.push_str(words);
        }
    }
    let stands_for: Vec<_> = state.stands_for(at).map(|at| state.name(at)).collect();
    if !stands_for.is_empty() {
        for text in [&mut told.value, &mut told.whole, &mut told.says] {
            text.push_str(&format!("; in the place of {}", stands_for.join(", ")));
        }
    }
    told
}

/// Which row of a list was changed, and what stood there before.
fn changed(
    playbook: Option<&Playbook>,
    state: &CaseState,
    at: usize,
    row: &ListRow,
    cells: &Cells,
    now: Now,
) -> String {
    let shown = |column: &str, text: &str| cells::shown(playbook, row.register.as_str(), column, text, now);
    let was = |column: &str| match state.cell_before(row, column, at) {
        "" => String::new(),
        before => format!(" (was {})", shown(column, before)),
    };
    let each = cells.0.iter().map(|(column, text)| format!("{column}={}{}", shown(column, text), was(column)));
    let name = state.label(row.at).into_iter().chain(Some(state.row_name(row)).filter(|name| !name.is_empty()));
    format!("{}: {}", name.collect::<Vec<_>>().join(" "), each.collect::<Vec<_>>().join("; "))
}

/// Puts an entry into words, without what other entries say about it.
pub fn describe(playbook: Option<&Playbook>, recorded: &Recorded, now: Now) -> Told {
    let fact = &recorded.fact;
    // A role stands for an entry that fills it in, a list for the change of its row.
    let id = match fact {
        Fact::ContactSet { role, .. } => Some(role),
        _ => fact.subject(),
    };
    let title = id.and_then(|id| playbook?.title(id.as_str())).map(str::to_owned);
    let kind = kind(playbook, fact);
    let about = match (fact, &title, id) {
        (Fact::Noted { .. }, Some(title), _) => format!("Note: {title}"),
        (Fact::ContactSet { role, .. }, title, _) => {
            format!("Phone list: {}", title.as_deref().unwrap_or(role.as_str()))
        }
        (Fact::StruckOut { .. }, ..) => "Struck out".into(),
        (Fact::SheetEnded { .. }, ..) => "Together".into(),
        (Fact::SessionEnded, ..) => "Program left".into(),
        (_, Some(title), _) => title.clone(),
        (_, None, Some(id)) => id.to_string(),
        _ => sentence(kind),
    };
    let Words { value, whole, says } = words(playbook, recorded, now);
    Told { kind: kind.to_owned(), item: id.map(ToString::to_string), title, value, about, whole, says }
}
