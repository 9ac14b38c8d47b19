//! What a person reads of a case: the lines of `status`, the list of the walk, and the card of one thing with its reasons.

use breachbook::contract::Folder;
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::page::refusal::{self, Voice};
use breachbook::plain::{card, overview};
use breachbook::record::Refusal;
use breachbook::session::Session;

/// What `status` prints, and what `:list` does in the walk.
pub fn whole(view: &View<'_>) -> String {
    let folder = Folder { case: "case", heads: &[], damage: &[] };
    let lines = overview::glance(view, folder).into_iter().chain(overview::list(view));
    lines.collect::<Vec<_>>().join("\n")
}

/// What the walk shows of an item, a silence included, with what `:why` says of it.
pub fn of(view: &View<'_>, id: &str) -> String {
    let silence = || view.playbook.silences.iter().position(|silence| silence.id.as_str() == id).map(Target::Silence);
    let target = view.playbook.position(id).map(Target::Item).or_else(silence);
    let target = target.unwrap_or_else(|| panic!("no {id}"));
    card::card(view, target).into_iter().chain(card::why(view, target)).collect::<Vec<_>>().join("\n")
}

/// Fails unless each of these is said.
#[track_caller]
pub fn says(text: &str, all: &[&str]) {
    for wanted in all {
        assert!(text.contains(wanted), "{wanted:?} is not said:\n{text}");
    }
}

/// Fails if one of these is said.
#[track_caller]
pub fn says_not(text: &str, none: &[&str]) {
    for unwanted in none {
        assert!(!text.contains(unwanted), "{unwanted:?} is said:\n{text}");
    }
}

/// The words of a refusal on the command line.
pub fn refused(session: &Session, refusal: &Refusal) -> String {
    refused_in(&session.view(), refusal)
}

/// The same of a case that is looked at.
pub fn refused_in(view: &View<'_>, refusal: &Refusal) -> String {
    refusal::said(view, refusal, Voice::Command).all()
}
