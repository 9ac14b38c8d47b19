//! The card of a record to look at again: what it rests on said, what that says now, and the ways on. Where what it says now may be
//! recorded anew, Enter leads there, so that nobody confirms by habit.

use super::card::Card;
use super::document::{Document, Does};
use super::line::{Line, Tone};
use super::words::sentence_of;
use super::{log, look_again};
use crate::base::text::inert_line;
use crate::judge::marks::{Cause, Mark};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::Body;
use crate::record::main_verb;
use crate::record::verbs::{answer, confirm, task};

/// Most other records that are named beside one that a rule doubts.
const BESIDE: usize = 4;

/// The mark that the card of an item shows: the first, where its record stands and something of it has to be looked at again.
pub fn shown<'a>(view: &View<'a>, at: usize) -> Option<&'a Mark> {
    let open = view.picture.items[at].standing.is_open() || view.picture.closed;
    view.picture.marks_of(at).first().filter(|_| !open)
}

/// Turns the card of an item into one that asks to look again, where its record is marked.
pub(super) fn turn(view: &View<'_>, at: usize, card: &mut Card) {
    let Some(mark) = shown(view, at) else { return };
    let (item, count) = (&view.playbook.items[at], view.picture.marks_of(at).len());
    card.kind = if count > 1 { format!("LOOK AGAIN · 1 of {count}") } else { "LOOK AGAIN".into() };
    if let Some(of) = look_again::of(view, mark) {
        card.title = format!("{}: {of}", card.title.trim_end_matches(['.', '?']));
    }
    card.aside = mark.entries.last().map(|entry| recorded(view, at, *entry)).unwrap_or_default();
    (card.who, card.number, card.detail, card.more) = Default::default();
    for entry in &mark.entries {
        let says = log::entry(view, *entry).says;
        if !says.is_empty() {
            card.detail.labelled("Recorded", inert_line(&says).into_owned());
        }
    }
    for cause in &mark.causes {
        if let Cause::Doubt { rule } = cause {
            doubted_with(view, *rule, mark, &mut card.detail);
        }
        match look_again::sides(view, cause) {
            Some((of, was, is)) => {
                card.detail.labelled("Was", Line::from(was).and(Tone::Quiet, format!("  {of}")));
                let by = look_again::changed_by(view, cause).map(|entry| beside(view, entry)).unwrap_or_default();
                card.detail.labelled("Is", Line::strong(is).and(Tone::Quiet, format!("  {by}")));
            }
            None => {
                card.detail.text(Line::strong(sentence_of(look_again::words(view, mark, cause).trim_end_matches('.'))));
            }
        }
    }
    card.detail.text(Line::quiet(match mark.causes.first() {
        _ if mark.needs_reason() => "It counts as done until somebody says what becomes of it.",
        Some(Cause::Doubt { .. }) => "Nothing was changed. It may be right all the same.",
        _ => "It counts as done until somebody says otherwise.",
    }));
    let still = Does { verb: &confirm::VERB, preset: None, label: "still right".into() };
    let (main, _) = main_verb(view, Target::Item(at));
    let anew = |does: &mut Vec<Does>| does.push(Does { verb: main, preset: None, label: "record anew".into() });
    let answers = card.does.iter().any(|does| does.verb == &answer::VERB && does.preset.as_deref() == Some("unknown"));
    // The keys of yes and no stay what they are.
    let mut does: Vec<Does> = if answers { std::mem::take(&mut card.does) } else { Vec::new() };
    if does.is_empty() {
        anew(&mut does);
    }
    does.insert(0, still);
    if matches!(item.body, Body::Task(_) | Body::Call(_) | Body::Document(_)) {
        let preset = Some(task::RULED_OUT.to_owned());
        does.push(Does { verb: &task::VERB, preset, label: "not needed".into() });
    }
    card.does = does;
}

/// What the same rule doubts besides: it stands there, so that nobody has to remember it.
fn doubted_with(view: &View<'_>, rule: usize, own: &Mark, detail: &mut Document) {
    let doubted = |mark: &&Mark| mark.causes.contains(&Cause::Doubt { rule }) && *mark != own;
    for mark in view.picture.marks.iter().filter(doubted).take(BESIDE) {
        for entry in &mark.entries {
            detail.labelled("Beside", log::in_short(view, *entry));
        }
    }
}

/// `done 28 Nov 23:20, Jo Park`
fn recorded(view: &View<'_>, at: usize, entry: usize) -> String {
    let recorded = view.state.at(entry);
    let word = match view.picture.items[at].standing {
        Standing::Continuing => "goes on since",
        standing => standing.label(),
    };
    format!("{word} {}, {}", recorded.happened().short_in(view.now), recorded.recorder())
}

/// `k4-61, 01:12, Pat Lee`
fn beside(view: &View<'_>, entry: usize) -> String {
    let recorded = view.state.at(entry);
    let when = recorded.happened().short_in(view.now);
    format!("{}, {when}, {}", view.state.name(entry), recorded.recorder())
}
