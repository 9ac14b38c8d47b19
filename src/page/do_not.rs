//! What the policy forbids now, a line each: what not to do, and what lifts it.

use super::state::stands;
use super::{Line, Link, Row, Tone};
use crate::base::text::{counted, first_sentence, inert_line, width};
use crate::judge::picture::agenda::Target;
use crate::judge::{Standing, View};
use crate::playbook::Body;

/// Between what is forbidden and what lifts it.
const GAP: &str = "  ";

/// One line for each that is in force. Its first piece is what is forbidden, its second what lifts it.
pub fn lines(view: &View<'_>) -> Vec<Line> {
    view.picture.prohibitions().map(|at| line(view, at)).collect()
}

/// All of them in one row of so many columns: the only one, or the first and how many more, or how many there are.
pub fn in_short(view: &View<'_>, columns: usize) -> Option<Line> {
    let all: Vec<_> = view.picture.prohibitions().collect();
    let first = forbidden(view, *all.first()?);
    let fits = |line: &Line| width(&inert_line(&line.words())) <= columns;
    let alarm = |text: String| Line::of(Tone::Alarm, text);
    let (verb, many) = (if all.len() == 1 { "is" } else { "are" }, counted(all.len(), "DO NOT", "DO NOTs"));
    let shorter = match all[..] {
        [only] => vec![line(view, only), alarm(first)],
        _ => vec![alarm(first).and(Tone::Text, format!("{GAP}and {} more", all.len() - 1))],
    };
    Some(shorter.into_iter().find(fits).unwrap_or_else(|| alarm(format!("{many} {verb} in force"))))
}

fn line(view: &View<'_>, at: usize) -> Line {
    let line = Line::of(Tone::Alarm, forbidden(view, at));
    let until = until(view, at);
    if until.is_empty() { line } else { line.and(Tone::Text, format!("{GAP}{until}")) }
}

/// The row of one in a list, with what lifts it at the right. One that is not in force is a row like any other.
pub fn row(view: &View<'_>, at: usize) -> Row {
    let row = Row::default().to(Link::Item(at));
    if view.picture.items[at].standing == Standing::InForce {
        return Row { what: Line::of(Tone::Alarm, forbidden(view, at)), word: until(view, at).into(), ..row };
    }
    let stands = stands(view, Target::Item(at));
    let title = view.playbook.items[at].title.as_str();
    Row { state: Some(stands.state), what: title.into(), word: stands.word.into(), ..row }
}

/// `until investigators arrive`; empty where the playbook names nothing that lifts it.
pub fn until(view: &View<'_>, at: usize) -> String {
    let Body::Prohibition(body) = &view.playbook.items[at].body else { return String::new() };
    let lifted = first_sentence(&body.lifted_by);
    if lifted.is_empty() { String::new() } else { format!("until {}", begun_small(lifted)) }
}

/// Whether it is a prohibition: a row of its own, and no step.
pub fn is_one(view: &View<'_>, target: Target) -> bool {
    matches!(target, Target::Item(at) if matches!(view.playbook.items[at].body, Body::Prohibition(_)))
}

/// `DO NOT power off the affected systems`.
fn forbidden(view: &View<'_>, at: usize) -> String {
    let item = &view.playbook.items[at];
    match item.forbids() {
        Some(what) => format!("DO NOT {what}"),
        None => format!("DO NOT: {}", item.title.trim_end_matches('.')),
    }
}

/// Begun with a small letter inside a sentence, unless it begins with a name.
fn begun_small(text: &str) -> String {
    let mut words = text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = first.chars().skip(1).any(char::is_uppercase) || capital(second);
    if is_name || !capital(first) {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}
