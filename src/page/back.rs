//! Coming back, or taking over: what others recorded since, what comes next, and what is not recorded yet.

use super::document::{Document, Link};
use super::line::{Line, Tone};
use super::state::{State, stands, tally, title_of};
use super::{clock, log};
use crate::base::text::{cut, inert_line};
use crate::base::{Stamp, span};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::record::keyboard::{self, Offered};
use std::collections::BTreeMap;

/// How many of a kind are named one by one.
const NAMED: usize = 4;

/// What the page needs beside the case.
#[derive(Default)]
pub struct Beside {
    /// What is wrong with the folder of the case or was found odd in it, one sentence each.
    pub faults: Vec<String>,
    /// Since when somebody was away; otherwise since the person's own last entry.
    pub since: Option<Stamp>,
    /// Texts that were typed and not recorded: the titles of their forms.
    pub begun: Vec<String>,
}

/// Who may be at the keyboard, each with the digit that names them; of many, those that fit what was `typed`.
pub fn names(offered: &[Offered], typed: &str) -> Document {
    let mut document = Document::default();
    let found = keyboard::matching(offered, typed);
    for (at, one) in found.iter().take(keyboard::SHOWN).enumerate() {
        let name = format!("{:<18}", cut(&one.name, 18));
        let line = Line::of(Tone::Accent, (at + 1).to_string()).and(Tone::Text, format!("  {name} "));
        document.text(line.and(Tone::Quiet, one.why.as_str()));
    }
    let other = match found.len().saturating_sub(keyboard::SHOWN) {
        _ if offered.is_empty() => return document,
        0 if found.is_empty() => "Nobody on the list is called so; Enter takes the name as it is typed.".to_owned(),
        0 => "or type any other name".to_owned(),
        more => format!("and {more} more: letters look for a name or a role; or type any other name"),
    };
    document.text(Line::quiet(other));
    document
}

/// When somebody who is offered was last here: `was here until 22:27`.
pub fn with_when(view: &View<'_>, mut offered: Vec<Offered>) -> Vec<Offered> {
    let mut last: BTreeMap<String, Stamp> = BTreeMap::new();
    for recorded in view.state.log.iter().map(|row| &row.recorded) {
        for name in [recorded.who.by.as_str(), recorded.recorder()] {
            last.insert(name.to_lowercase(), recorded.at);
        }
    }
    for one in &mut offered {
        let Some(wall) = last.get(&one.name.to_lowercase()) else { continue };
        let today = view.now.zone.stamp(*wall).date() == view.now.date();
        let when = if today { wall.clock_in(view.now) } else { wall.short_in(view.now) };
        one.why = format!("was here until {when}");
    }
    offered
}

/// Where the case stands.
pub fn page(view: &View<'_>, beside: &Beside) -> Document {
    let mut document = Document::default();
    for fault in beside.faults.iter().take(NAMED) {
        document.labelled(State::LookAgain.sign(), Line::of(Tone::Alarm, fault.as_str()));
    }
    if beside.faults.len() > NAMED {
        document.text(format!("and {} more; breachbook verify names them", beside.faults.len() - NAMED));
    }
    since(view, beside.since, &mut document);
    if view.picture.closed {
        document.text("The case is closed. Notes can be added; :reopen opens it again, with the reason.");
        return document;
    }
    let tally = tally(view);
    if let Some(next) = view.picture.next.first() {
        let sign = stands(view, next.target).shown().sign();
        document.labelled("Next", format!("{sign} {}", title_of(view, next.target)));
    } else if tally.to_do + tally.waits > 0 {
        document.labelled("Next", format!("nothing now: {} to do, {} waits", tally.to_do, tally.waits));
    } else {
        document.labelled("Next", "nothing is left to do");
    }
    if let Some(strip) = clock::strip(view) {
        let more = if strip.more > 0 { format!("  and {} more", strip.more) } else { String::new() };
        document.labelled("Clock", strip.line.and(Tone::Quiet, more));
    }
    let items = || view.items().enumerate();
    let came_back: Vec<_> = items()
        .filter(|(_, (_, status))| status.came_back && status.standing.is_open())
        .map(|(at, _)| format!("{} {}", State::LookAgain.sign(), title_of(view, Target::Item(at))))
        .collect();
    some(&mut document, "Came back", &came_back);
    let put_off: Vec<_> = items()
        .filter(|(_, (_, status))| status.deferred.is_some() && !status.came_back)
        .map(|(at, (item, _))| (&item.title, stands(view, Target::Item(at))))
        .filter(|(_, stands)| stands.state == State::Waits)
        .map(|(title, stands)| format!("{} {title}  {}", State::Waits.sign(), stands.word))
        .collect();
    some(&mut document, "Put off", &put_off);
    some(&mut document, "Not sent", &beside.begun);
    document
}

fn some(document: &mut Document, label: &str, all: &[String]) {
    for (at, one) in all.iter().take(NAMED).enumerate() {
        let more = if at + 1 == NAMED && all.len() > NAMED {
            format!("  and {} more", all.len() - NAMED)
        } else {
            String::new()
        };
        document.labelled(if at == 0 { label } else { "" }, Line::from(one.as_str()).and(Tone::Quiet, more));
    }
}

/// What others recorded since somebody was here; where they recorded nothing, what was recorded last.
fn since(view: &View<'_>, since: Option<Stamp>, document: &mut Document) {
    let log = &view.state.log;
    let is_record = |at: &usize| log::is_told(view.state, *at);
    let own = |at: &usize| log[*at].recorded.recorder() == view.person;
    let since = since.or_else(|| {
        let last = (0..log.len()).rev().filter(is_record).find(own);
        last.map(|at| log[at].recorded.at)
    });
    let of_others = |since: Stamp| {
        let later = move |at: &usize| log[*at].recorded.at > since;
        (0..log.len()).filter(is_record).filter(later).filter(|at| !own(at)).collect::<Vec<_>>()
    };
    let new = since.map(of_others).unwrap_or_default();
    let Some(at) = new.last().copied().or_else(|| (0..log.len()).rev().find(is_record)) else { return };
    let label = if new.is_empty() { "Last" } else { "Since then" };
    let entry = &log[at].recorded;
    let ago = span::short(view.now.seconds_since(entry.at).max(0));
    let says = format!("{}: {}", inert_line(entry.recorder()), log::in_short(view, at));
    let more = if new.len() > 1 { format!("  and {} more", new.len() - 1) } else { String::new() };
    let tail = if new.is_empty() { format!("  {ago} ago") } else { more };
    document.labelled(label, Line::from(says).and(Tone::Quiet, tail));
}

/// Where the first thing to do leads.
pub fn leads_to(view: &View<'_>) -> Option<Link> {
    view.picture.next.first().map(|next| next.target.into())
}
