//! What is read before one fills in, in words.

use super::state::{Tally, tally};
use super::{log, receipt};
use crate::base::text::counted;
use crate::judge::View;
use crate::judge::picture::changes::Change;
use crate::record::Preface;
use crate::record::heading::Heading;

/// How loud something is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    Text,
    Quiet,
    Notice,
    Alarm,
    Settled,
    Suggested,
}

/// The paragraphs of a preface.
pub fn said(view: &View<'_>, preface: &Preface) -> Vec<(Tone, String)> {
    let one = |tone, text: String| vec![(tone, text)];
    let role = |id: &crate::base::ItemId| view.playbook.role_title(id.as_str()).to_owned();
    match preface {
        Preface::Detail(text) => one(Tone::Quiet, text.clone()),
        Preface::Caution(text) => one(Tone::Notice, (*text).to_owned()),
        Preface::Says(text) => one(Tone::Quiet, (*text).to_owned()),
        Preface::AnsweredBefore(shown) => one(Tone::Notice, format!("Before: {shown}")),
        Preface::Proposal(why) => one(Tone::Notice, why.clone()),
        Preface::MadeBy(id, person) => {
            let person = person.as_ref().map_or_else(String::new, |person| format!(", {person}"));
            one(Tone::Text, format!("The call is made by: {}{person}", role(id)))
        }
        Preface::SettleFirst(doubt) => one(Tone::Notice, format!("Settle first: {doubt}")),
        Preface::GivenTo(id) => one(Tone::Text, format!("The policy gives this decision to: {}", role(id))),
        Preface::Views(given, seats) => {
            let views: Vec<_> = given.iter().map(|at| log::line(view, *at)).collect();
            one(Tone::Text, format!("{} of {seats} views given: {}", given.len(), views.join("; ")))
        }
        Preface::Suggested(say) => one(Tone::Suggested, format!("Suggested: {say}")),
        Preface::Silent(text) | Preface::FilledIn(text) => one(Tone::Text, text.clone()),
        Preface::NotThePolicys(text) => one(Tone::Quiet, format!("A suggestion, not the policy's: {text}")),
        Preface::LiftedBy(text) => one(Tone::Text, format!("Lifted by: {text}")),
        Preface::EndsAs(title) => one(Tone::Notice, format!("Ends as: {title}")),
        Preface::Beside(all) => under_headings(all, true),
        Preface::StillOpen(open) if open.is_empty() => one(Tone::Settled, "Nothing is left to do.".into()),
        Preface::StillOpen(open) => {
            let tally = tally(view);
            let left = || counted(open.len(), "thing is left", "things are left");
            let count = if tally.to_do + tally.waits == 0 { left() } else { how_much(&tally) };
            let count = format!("{count}. Close all the same?");
            let several = open.iter().any(|(heading, _)| *heading != Heading::Open);
            std::iter::once((Tone::Alarm, count)).chain(under_headings(open, several)).collect()
        }
        Preface::Contradicts(says) => one(Tone::Alarm, format!("Contradicts itself: {says}")),
        Preface::KeptSoFar(says) => one(Tone::Settled, format!("Kept so far: {says}")),
        Preface::Before(at) => {
            one(Tone::Notice, format!("Before: {} ({})", log::line(view, *at), view.state.name(*at)))
        }
        Preface::Switches(changes) => switches(view, changes),
        Preface::Entry(at) => {
            let (recorded, says) = (view.state.at(*at), log::in_short(view, *at));
            let when = recorded.at.short_in(view.now);
            one(Tone::Text, format!("{} {when}, {}: {says}", view.state.name(*at), recorded.beside()))
        }
        Preface::OpenNow => one(Tone::Text, how_much(&tally(view)) + "."),
        Preface::LastSeal => match view.head {
            Some(head) => one(Tone::Quiet, format!("Last seal: {}. Say it aloud or write it down.", head.seal.short())),
            None => Vec::new(),
        },
        Preface::LaptopSays => one(Tone::Text, format!("The laptop says {}.", view.now.long())),
    }
}

/// `9 to do`, `2 wait`, `9 to do, 2 wait`.
fn how_much(tally: &Tally) -> String {
    match (tally.to_do, tally.waits) {
        (to_do, 0) => format!("{to_do} to do"),
        (0, waits) => counted(waits, "waits", "wait"),
        (to_do, waits) => format!("{to_do} to do, {}", counted(waits, "waits", "wait")),
    }
}

/// What would be switched, at most so many lines of it.
fn switches(view: &View<'_>, changes: &[Change]) -> Vec<(Tone, String)> {
    const TOLD: usize = 6;
    let told = receipt::switches(view.playbook, &changes[..changes.len().min(TOLD)]);
    let more = changes.len() - told.len();
    let more = (more > 0).then(|| format!("And {more} more."));
    let first = std::iter::once((Tone::Notice, "This switches:".to_owned()));
    first.chain(told.into_iter().chain(more).map(|line| (Tone::Text, line))).collect()
}

/// A line each, every heading before its own.
fn under_headings(all: &[(Heading, String)], headings: bool) -> Vec<(Tone, String)> {
    let mut lines = Vec::new();
    let mut last = None;
    for (heading, title) in all {
        if headings && last != Some(*heading) {
            lines.push((Tone::Notice, format!("{}:", heading.words())));
            last = Some(*heading);
        }
        lines.push((Tone::Text, format!("- {title}")));
    }
    lines
}
