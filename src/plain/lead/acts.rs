//! Commands that record.

use super::{Asked, Flow, Lead};
use crate::base::Delivery;
use crate::base::written::Word;
use crate::case::{Attendance, Tag, Verdict};
use crate::page::{console, real_event as words};
use crate::record::Draft;
use crate::record::verbs::drill::observe::TAGS;
use crate::record::verbs::{real_event, time_check};
use crate::session::drill::{Folder, OnTheSpot, Which};
use std::io;

type Done = io::Result<Flow>;

/// The first word, and what follows it.
fn first(text: &str) -> (&str, &str) {
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn usage(lead: &mut Lead<'_>, how: &str) -> Done {
    lead.line(how)?;
    Ok(Flow::GoesOn)
}

pub(super) fn start(lead: &mut Lead<'_>, _: &str) -> Done {
    lead.saved(Folder::Case, crate::session::drill::Conduct::start)?;
    Ok(Flow::GoesOn)
}

pub(super) fn pause(lead: &mut Lead<'_>, why: &str) -> Done {
    lead.saved(Folder::Case, |conduct| conduct.pause(some(why)))?;
    Ok(Flow::GoesOn)
}

pub(super) fn resume(lead: &mut Lead<'_>, _: &str) -> Done {
    lead.saved(Folder::Case, crate::session::drill::Conduct::resume)?;
    Ok(Flow::GoesOn)
}

pub(super) fn stop_for_real(lead: &mut Lead<'_>, _: &str) -> Done {
    if lead.saved(Folder::Case, crate::session::drill::Conduct::stop_for_real)?.is_some() {
        lead.line("EXERCISE  real REAL, or real NO DUFF, ends it. real slip: it was a slip, and resume goes on.")?;
    }
    Ok(Flow::GoesOn)
}

pub(super) fn say_whether_real(lead: &mut Lead<'_>, said: &str) -> Done {
    let said = lead.saved(Folder::Case, |conduct| conduct.say_whether_real(said))?;
    if said.is_some_and(|receipt| real_event::is_end(&receipt.recorded.fact)) {
        let case = lead.conduct.case();
        let exercise = case.folder().name();
        lead.line(words::ENDED)?;
        lead.line(&format!("Begin the LIVE case with: breachbook start --real-event {exercise}"))?;
    }
    Ok(Flow::GoesOn)
}

pub(super) fn send(lead: &mut Lead<'_>, number: &str) -> Done {
    if lead.saved(Folder::Case, |conduct| conduct.send(number))?.is_some() {
        let board = lead.conduct.board();
        let aloud = board.plan.slot(number).and_then(console::read_out);
        if let Some(words) = aloud {
            lead.line(&words)?;
        }
    }
    Ok(Flow::GoesOn)
}

pub(super) fn adhoc(lead: &mut Lead<'_>, text: &str) -> Done {
    let mut parts = text.splitn(3, '|').map(str::trim);
    let (Some(from), Some(to), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
        return usage(
            lead,
            "Write it so: adhoc FROM | TO, TO | TEXT, or with how it goes before the text: ... | email | TEXT",
        );
    };
    let said = text.split_once('|').and_then(|(how, text)| Some((Delivery::of_word(how.trim())?, text.trim())));
    let (delivery, text) = said.map_or((None, text), |(how, text)| (Some(how), text));
    let to: Vec<_> = to.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
    let inject = OnTheSpot { from, to: &to, delivery, text };
    lead.saved(Folder::Case, |conduct| conduct.send_on_the_spot(inject))?;
    Ok(Flow::GoesOn)
}

pub(super) fn hold(lead: &mut Lead<'_>, text: &str) -> Done {
    let (number, why) = first(text);
    lead.saved(Folder::Control, |conduct| conduct.hold(number, some(why)))?;
    Ok(Flow::GoesOn)
}

pub(super) fn let_go(lead: &mut Lead<'_>, number: &str) -> Done {
    lead.saved(Folder::Control, |conduct| conduct.let_go(number))?;
    Ok(Flow::GoesOn)
}

pub(super) fn skip(lead: &mut Lead<'_>, text: &str) -> Done {
    let (number, why) = first(text);
    lead.saved(Folder::Control, |conduct| conduct.skip(number, why))?;
    Ok(Flow::GoesOn)
}

pub(super) fn later(lead: &mut Lead<'_>, text: &str) -> Done {
    let (which, rest) = first(text);
    let (minutes, why) = first(rest);
    let Ok(minutes) = minutes.trim_start_matches('+').parse::<i64>() else {
        return usage(lead, "Write it so: later 4 10, or later all 10");
    };
    let which = if which == "all" { Which::AllLeft } else { Which::One(which) };
    lead.saved(Folder::Control, |conduct| conduct.later(which, minutes, some(why)))?;
    Ok(Flow::GoesOn)
}

pub(super) fn before(lead: &mut Lead<'_>, text: &str) -> Done {
    let (number, before) = first(text);
    lead.saved(Folder::Control, |conduct| conduct.order(number, before))?;
    Ok(Flow::GoesOn)
}

pub(super) fn shift(lead: &mut Lead<'_>, number: &str, up: bool) -> Done {
    lead.saved(Folder::Control, |conduct| conduct.shift(number, up))?;
    Ok(Flow::GoesOn)
}

pub(super) fn judge(lead: &mut Lead<'_>, text: &str) -> Done {
    let (of, rest) = first(text);
    let (verdict, why) = first(rest);
    let Some(verdict) = Verdict::of_word(verdict).or_else(|| Verdict::of_word(&verdict.to_lowercase())) else {
        return usage(lead, "Write it so: judge e_told met. An objective: judge o_escalate P, S, M or U.");
    };
    lead.saved(Folder::Control, |conduct| conduct.judge(of, verdict, some(why)))?;
    Ok(Flow::GoesOn)
}

/// A note is bound to the inject that went out last and to the objective of what is expected of it, unless `@NUMBER` or `@ID` says
/// another.
pub(super) fn observe(lead: &mut Lead<'_>, text: &str) -> Done {
    let (tag, mut rest) = first(text);
    let Some(tag) = Tag::of_word(tag).filter(|tag| TAGS.contains(tag)) else {
        let tags = TAGS.map(Tag::word).join(", ");
        return usage(lead, &format!("Write it so: observe gap WORDS. The tags are {tags}."));
    };
    let bound = lead.conduct.bound();
    let (mut inject, mut objective) = (bound.0, bound.1);
    while let Some(named) = rest.strip_prefix('@') {
        let (name, words) = first(named);
        match lead.conduct.script().objective(name) {
            Some(known) => objective = Some(known.id.to_string()),
            None => (inject, objective) = (Some(name.to_owned()), lead.conduct.objective_of(name).or(objective)),
        }
        rest = words;
    }
    lead.saved(Folder::Control, |conduct| conduct.observe(rest, tag, inject.as_deref(), objective.as_deref()))?;
    Ok(Flow::GoesOn)
}

pub(super) fn time_up(lead: &mut Lead<'_>, text: &str) -> Done {
    let text = some(text).unwrap_or("Time is up.");
    lead.saved(Folder::Case, |conduct| conduct.remark(text, Tag::TimeUp))?;
    Ok(Flow::GoesOn)
}

pub(super) fn part(lead: &mut Lead<'_>, id: &str) -> Done {
    if lead.saved(Folder::Case, |conduct| conduct.part(id))?.is_some() {
        say_remarks(lead)?;
    }
    Ok(Flow::GoesOn)
}

/// That a part did not set the clock is told with it.
fn say_remarks(lead: &mut Lead<'_>) -> io::Result<()> {
    let remarks = console::remarks(&lead.conduct.board());
    remarks.iter().try_for_each(|line| lead.line(line))
}

pub(super) fn next(lead: &mut Lead<'_>, _: &str) -> Done {
    let Some(part) = lead.conduct.next_part().map(|part| part.id.to_string()) else {
        return usage(lead, "This is the last part. end ends the exercise.");
    };
    if !confirmed(lead, Asked::Next, "Write next again to begin the next part.")? {
        return Ok(Flow::GoesOn);
    }
    self::part(lead, &part)
}

pub(super) fn end(lead: &mut Lead<'_>, _: &str) -> Done {
    if !confirmed(lead, Asked::End, "Write end again to end the exercise.")? {
        return Ok(Flow::GoesOn);
    }
    lead.saved(Folder::Case, crate::session::drill::Conduct::end)?;
    if lead.conduct.account().played.has_ended() {
        lead.line("review goes through what is left: notes, ratings, improvement actions, who signs.")?;
    }
    Ok(Flow::GoesOn)
}

/// Tells what was not sent, and waits for the same word once more.
fn confirmed(lead: &mut Lead<'_>, asked: Asked, how: &str) -> io::Result<bool> {
    if lead.asked.take() == Some(asked) {
        return Ok(true);
    }
    let board = lead.conduct.board();
    let page = if asked == Asked::Next { console::left_behind(&board) } else { console::left(&board) };
    lead.page(&page)?;
    lead.line(how)?;
    lead.asked = Some(asked);
    Ok(false)
}

pub(super) fn take_back(lead: &mut Lead<'_>, why: &str) -> Done {
    let folder = lead.conduct.to_take_back().map_or(Folder::Case, |(folder, _)| folder);
    lead.saved(folder, |conduct| conduct.take_back(some(why)))?;
    Ok(Flow::GoesOn)
}

pub(super) fn strike(lead: &mut Lead<'_>, text: &str) -> Done {
    let (name, why) = first(text);
    let folder = lead.conduct.folder_of(name);
    lead.saved(folder, |conduct| conduct.strike(folder, name, some(why)))?;
    Ok(Flow::GoesOn)
}

pub(super) fn called(lead: &mut Lead<'_>, text: &str) -> Done {
    let (role, rest) = first(text);
    let (name, attendance) = match rest.strip_suffix("absent") {
        Some(name) if name.is_empty() || name.ends_with(char::is_whitespace) => (name.trim(), Attendance::Absent),
        _ => (rest, Attendance::Present),
    };
    lead.saved(Folder::Case, |conduct| conduct.roll_call(role, name, attendance))?;
    Ok(Flow::GoesOn)
}

pub(super) fn watch(lead: &mut Lead<'_>, text: &str) -> Done {
    let draft = Draft::new(&time_check::VERB, "").with(&time_check::WATCH, text);
    lead.saved(Folder::Case, |conduct| conduct.compare_clock(&draft))?;
    Ok(Flow::GoesOn)
}
