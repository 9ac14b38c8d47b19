//! Looking back in lines: where the case stood after an entry or at a time. The walk itself stays in the present.

use super::commands::lines;
use super::overview;
use super::walk::{Flow, Walk};
use crate::case::{NoMoment, Upto};
use crate::contacts::PhoneList;
use crate::contract::Folder;
use crate::judge::View;
use crate::judge::view::replay::{Replay, Step, Whole};
use crate::judge::view::review::called;
use crate::page::replay as page;
use crate::playbook::model::Kind;
use std::io;

/// What is said of a moment: which it is, the entry before it and what that switched, and where the case stood.
pub fn told(view: &View<'_>, replay: &Replay, by: Option<&str>, folder: Folder<'_>) -> Vec<String> {
    let mode = called(view.mode, view.playbook.kind == Kind::Readiness);
    let by = by.map_or_else(String::new, |run| format!(", as {} could know it", run.trim()));
    let mut told = vec![format!("{mode}. {}, {}{by}.", page::head(replay), page::day(replay))];
    told.extend(page::remark(replay));
    told.push(page::entry(view));
    told.extend(page::switched(view, replay));
    told.extend(overview::glance(view, folder));
    told
}

/// `:replay`: the moment after the last entry, after one that is named, or at a time; `-1` and `+1` go on from the one shown last.
pub(super) fn replay(walk: &mut Walk<'_>, typed: &str) -> io::Result<Flow> {
    let none = PhoneList::default();
    let session = &*walk.session;
    let phones = session.phones().map_or(&none, |phones| &phones.list);
    let whole = Whole { playbook: session.playbook(), phones, state: session.state(), now: session.now() };
    let before = walk.replayed.clone().or_else(|| Replay::last(whole));
    let found = match (step(typed), before) {
        (Some(step), Some(mut replay)) => {
            replay.step(whole, step);
            Ok(Some(replay))
        }
        _ if typed.is_empty() => Ok(Replay::last(whole)),
        _ => Upto::read(session.state(), typed, session.now()).map(|upto| Replay::at(whole, &upto, None)),
    };
    let said = match &found {
        Ok(Some(replay)) => {
            let view = replay.moment().view(session.playbook(), session.mode());
            let name = session.folder().name();
            let mut said = told(&view, replay, None, Folder { case: &name, heads: &[], damage: session.damage() });
            said.push(
                "That is the past; the next line answers what is asked now. :replay -1 goes one entry back, +1 on."
                    .into(),
            );
            said
        }
        Ok(None) => vec![page::NOTHING_YET.to_owned()],
        Err(why) => vec![why.to_string(), hint(why)],
    };
    walk.replayed = found.ok().flatten().or(walk.replayed.take());
    lines(walk, said)
}

fn hint(why: &NoMoment) -> String {
    match why {
        NoMoment::Unread(why) => why.hint(),
        _ => "Entries are named in receipts and in the log, such as k4-12.".to_owned(),
    }
}

/// `-1`, `+10`: so many entries back or on.
fn step(typed: &str) -> Option<Step> {
    let number = |text: &str| text.trim().parse::<usize>().ok();
    match typed.trim().split_at_checked(1)? {
        ("-", by) => number(by).map(Step::Back),
        ("+", by) => number(by).map(Step::On),
        _ => None,
    }
}
