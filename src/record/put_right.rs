//! The entries that a draft names as put right.

use super::common::SETTLES;
use super::draft::Draft;
use super::find;
use super::refusal::{Named, Reason, Refusal};
use super::verb::On;
use super::verbs::strike;
use crate::case::Fact;
use crate::judge::View;

static ALREADY: Reason =
    Reason::new("settled-already", "{0} was replaced already, by {1}.", "Put {1} right instead, or strike it out.");

static A_STRIKE: Reason = Reason::new(
    "settles-a-strike",
    "{0} strikes out another entry, and cannot be recorded otherwise.",
    "Strike it out, and what it names counts again.",
);

/// The place of an entry that another can stand for.
pub(super) fn replaceable(view: &View<'_>, typed: &str) -> Result<usize, Refusal> {
    let needs = |why: Refusal| why.needs(&SETTLES);
    let at = find::entry(view, typed).map_err(needs)?;
    strike::offers(view, &On::Entry(at)).map_err(needs)?;
    let recorded = view.state.at(at);
    if let Some(by) = view.state.settled_by(&recorded.id) {
        return Err(needs(ALREADY.about(Named::EntryName(at)).and(Named::EntryName(by))));
    }
    match recorded.fact {
        Fact::StruckOut { .. } => Err(needs(A_STRIKE.about(Named::EntryName(at)))),
        _ => Ok(at),
    }
}

/// The places of the entries that a draft names, as far as they are there.
pub(super) fn places(view: &View<'_>, draft: &Draft) -> Vec<usize> {
    names(draft).filter_map(|name| replaceable(view, name).ok()).collect()
}

/// The label of the entry that a draft names as put right.
pub(super) fn label(view: &View<'_>, draft: &Draft) -> Option<String> {
    let at = names(draft).find_map(|name| replaceable(view, name).ok())?;
    view.state.stored_label(at).map(str::to_owned)
}

pub(super) fn names(draft: &Draft) -> impl Iterator<Item = &str> {
    draft.text(&SETTLES).unwrap_or_default().split([',', ' ']).filter(|name| !name.is_empty())
}
