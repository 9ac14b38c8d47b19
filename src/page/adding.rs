//! What staff add to the record of their own accord: what they did, evidence, who had it, hours, a cost, a message. Nobody needs the
//! playbook for it.

use super::document::Document;
use super::line::Line;
use super::mine;
use crate::base::ItemId;
use crate::base::text::counted;
use crate::judge::View;
use crate::playbook::register::{Register, RegisterKind};
use crate::record::verbs::{change, count, row};
use crate::record::{Draft, Verb};

/// Said to whoever adds what they did.
pub const KEPT: &str = "You may stop at any time. What you recorded is kept.";

/// Something that can be added, by its number.
#[derive(Debug)]
pub struct Addition {
    pub label: String,
    /// What the form begins with.
    pub draft: Draft,
}

/// The lists of every case that staff write in, as they are offered.
const OFFERED: [(&str, &str); 6] = [
    ("actions", "What was done"),
    ("evidence", "A piece of evidence"),
    ("custody", "Who had a piece of evidence"),
    ("effort", "Hours"),
    ("cost", "A cost"),
    ("messages", "A message that was sent or received"),
];
/// The column that says whose something is, of those that have one.
const WHOSE: [(&str, &str); 3] = [("actions", "owner"), ("evidence", "collected_by"), ("effort", "who")];
/// How many open actions are named.
const NAMED: usize = 3;

/// Everything that can be added, then the open actions of whoever is at the keyboard, and those that are nobody's.
pub fn all(view: &View<'_>) -> Vec<Addition> {
    let lists = OFFERED.iter().flat_map(|(preset, label)| additions(view, preset, label));
    let open = open_actions(view).into_iter().take(NAMED).map(|open| open.addition(view));
    lists.chain(open).collect()
}

/// One addition for each register that adopts the list; where several do, each by its own name.
fn additions(view: &View<'_>, preset: &str, label: &str) -> Vec<Addition> {
    let registers: Vec<_> = view.playbook.registers().filter(|(_, register)| register.is_of(preset)).collect();
    let several = registers.len() > 1;
    let addition = |(item, register): (&crate::playbook::Item, &Register)| Addition {
        label: if several { format!("{label}: {}", item.title) } else { label.to_owned() },
        draft: begun(view, preset, &item.id, register),
    };
    registers.into_iter().map(addition).collect()
}

/// What the form begins with: it is theirs, and what somebody says to have done is done.
fn begun(view: &View<'_>, preset: &str, list: &ItemId, register: &Register) -> Draft {
    let verb: &'static Verb = if register.kind == RegisterKind::List { &row::VERB } else { &count::VERB };
    let mut draft = Draft::new(verb, list.as_str());
    if let Some((_, column)) = WHOSE.iter().find(|(of, _)| *of == preset).filter(|_| !view.person.is_empty()) {
        draft.give_cell(*column, view.person);
    }
    if preset == "actions" {
        draft.give_cell("state", "done");
    }
    draft
}

/// An action that somebody wrote down and that is not done.
struct Open {
    row: usize,
    owner: String,
}

/// Open actions that are theirs, then those without an owner.
fn open_actions(view: &View<'_>) -> Vec<Open> {
    let (mut own, mut nobodys) = (Vec::new(), Vec::new());
    let lists = view.playbook.registers().filter(|(_, register)| register.is_of("actions"));
    for (item, _) in lists {
        for row in view.state.rows(item.id.as_str()) {
            let cell = |column| view.state.cell(row, column).text().trim();
            if !["open", "doing", "blocked"].contains(&cell("state")) {
                continue;
            }
            let owner = cell("owner").to_owned();
            let open = Open { row: row.at, owner };
            match open.owner.as_str() {
                "" => nobodys.push(open),
                owner if owner.eq_ignore_ascii_case(view.person) => own.push(open),
                _ => {}
            }
        }
    }
    own.append(&mut nobodys);
    own
}

impl Open {
    fn addition(&self, view: &View<'_>) -> Addition {
        let state = view.state;
        let name = state.row(&state.at(self.row).id).map(|row| state.row_name(row)).unwrap_or_default();
        let label = state.label(self.row).unwrap_or_else(|| state.name(self.row));
        let whose = if self.owner.is_empty() { "no owner; is it yours?" } else { "yours, to do" };
        let mut draft = Draft::new(&change::VERB, state.name(self.row));
        draft.give_cell("state", "done");
        if self.owner.is_empty() && !view.person.is_empty() {
            draft.give_cell("owner", view.person);
        }
        Addition { label: format!("{label} {name} ({whose})"), draft }
    }
}

/// The last card of what is theirs: what they may still add.
pub fn page(view: &View<'_>) -> Document {
    let mut document = Document::default();
    let head = match () {
        () if view.person.is_empty() => "Nobody has said who is at the keyboard. o says it.".to_owned(),
        () if mine::next(view).is_empty() => "That is all for you.".to_owned(),
        () => mine::title(view),
    };
    document.text(Line::strong(head)).gap();
    document.text("Add to the record:");
    document
}

/// What stands below it.
pub fn foot(view: &View<'_>) -> Document {
    let mut document = Document::default();
    let left = open_actions(view).len().saturating_sub(NAMED);
    if left > 0 {
        let left = counted(left, "more action", "more actions");
        document.text(Line::quiet(format!("And {left} to do, in the list of actions (g r).")));
    }
    document.text(Line::quiet(KEPT));
    document
}
