//! A refusal in words. The screen moves the cursor to what is missing; the walk asks for it; the command line names the argument.

use crate::base::ItemId;
use crate::base::text::inert_line;
use crate::judge::View;
use crate::record::field::Argument;
use crate::record::refusal::{Instead, Look};
use crate::record::verb::TargetKind;
use crate::record::verbs::{change, reopen};
use crate::record::{Field, Named, Refusal, Verb, verb_of};

/// Who says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    Screen,
    Walk,
    Command,
}

/// What is wrong, and what to do now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub what: String,
    pub now: String,
    /// Lines that are listed between the two; a screen has them before the reader's eyes already.
    pub lines: Vec<String>,
}

impl Said {
    /// With what it lists.
    pub fn all(&self) -> String {
        let parts = std::iter::once(&self.what).chain(&self.lines).chain([&self.now]);
        parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n")
    }

    /// In one line.
    pub fn line(&self) -> String {
        format!("{} {}", self.what, self.now).trim().to_owned()
    }
}

/// The words of a refusal.
pub fn said(view: &View<'_>, refusal: &Refusal, voice: Voice) -> Said {
    worded(Some(view), refusal, voice)
}

/// The words of one that speaks of no case.
pub fn without_case(refusal: &Refusal, voice: Voice) -> Said {
    worded(None, refusal, voice)
}

fn worded(view: Option<&View<'_>>, refusal: &Refusal, voice: Voice) -> Said {
    let fill = |template: &str| {
        let mut text = template.to_owned();
        for (at, named) in refusal.about.iter().enumerate() {
            text = text.replace(&format!("{{{at}}}"), &name(view, named, voice));
        }
        let list: Vec<_> = refusal.list.iter().map(|named| name(view, named, voice)).collect();
        let between = if list.iter().any(|one| one.contains(['(', ' '])) { "; " } else { ", " };
        let by = if voice == Voice::Command { " (--by NAME, or the environment variable BREACHBOOK_BY)" } else { "" };
        let text = text.replace("{list}", &list.join(between)).replace("{field}", &field(refusal.needs, voice));
        text.replace("{by}", by).replace("{back}", back(voice))
    };
    let mut now: Vec<String> = Vec::new();
    now.extend(refusal.near.as_ref().map(|near| format!("Did you mean {}?", id(view, near, voice))));
    now.push(fill(refusal.reason.now));
    if refusal.near.is_none() {
        now.extend(refusal.look.map(|look| where_to_look(look, voice).to_owned()));
    }
    now.extend(refusal.instead.as_ref().and_then(|how| match how {
        Instead::Verb(verb, on) => Some(instead(verb, on, voice)),
        Instead::Item(item) => {
            view?.playbook.item_or_list(item.as_str()).map(|of| instead(verb_of(of), item.as_str(), voice))
        }
        Instead::Reopening => Some(instead(&reopen::VERB, "", voice)),
    }));
    now.retain(|part| !part.is_empty());
    let lines = if voice == Voice::Screen { Vec::new() } else { refusal.lines.clone() };
    let mut what = fill(refusal.reason.what);
    if !lines.is_empty() {
        what = format!("{}:", what.trim_end_matches('.'));
    }
    Said { what, now: now.join(" "), lines }
}

fn title<'a>(view: Option<&View<'a>>, id: &ItemId) -> Option<&'a str> {
    view?.playbook.title(id.as_str())
}

fn id(view: Option<&View<'_>>, id: &ItemId, voice: Voice) -> String {
    match (voice, title(view, id)) {
        (Voice::Screen, Some(title)) => format!("\"{}\"", inert_line(title.trim_end_matches('.'))),
        _ => id.to_string(),
    }
}

fn name(view: Option<&View<'_>>, named: &Named, voice: Voice) -> String {
    match named {
        Named::Item(item) => id(view, item, voice),
        Named::Titled(item) => match (voice, title(view, item)) {
            (Voice::Screen, _) | (_, None) => id(view, item, voice),
            (_, Some(title)) => format!("{item} (\"{}\")", title.trim_end_matches('.')),
        },
        Named::Called(title, _) if voice == Voice::Screen => format!("\"{}\"", inert_line(title)),
        Named::Called(title, id) => format!("{title} ({id})"),
        Named::Role(role) => title(view, role).map_or_else(|| role.to_string(), str::to_owned),
        Named::RoleChoice(role) => match voice {
            Voice::Screen => title(view, role).map_or_else(|| role.to_string(), str::to_owned),
            _ => format!("{role} ({})", title(view, role).unwrap_or_default()),
        },
        Named::Choice(typed, label) => if voice == Voice::Command { typed } else { label }.clone(),
        Named::Entry(at) => view.map_or_else(String::new, |view| super::log::named(view, *at)),
        Named::EntryName(at) => view.map_or_else(String::new, |view| view.state.name(*at)),
        Named::Field(field) => field.noun.to_owned(),
        Named::Number(number) => number.to_string(),
        Named::Text(text) => text.clone(),
    }
}

/// Where the missing words go.
fn field(field: Option<&'static Field>, voice: Voice) -> String {
    match field {
        Some(field) if voice == Voice::Command && field.argument == Argument::Named => match field.value {
            "" => format!(" (--{})", field.name),
            value => format!(" (--{} {value})", field.name),
        },
        _ => String::new(),
    }
}

/// How somebody who looks at the past comes back to where something can be recorded.
fn back(voice: Voice) -> &'static str {
    match voice {
        Voice::Screen => "Esc returns to now.",
        Voice::Walk | Voice::Command => "Nothing is recorded in the past.",
    }
}

fn where_to_look(look: Look, voice: Voice) -> &'static str {
    match (look, voice) {
        (Look::Items | Look::Roles, Voice::Command) => {
            "`breachbook playbook show PLAYBOOK` lists everything with its id."
        }
        (Look::Items, Voice::Walk) => ":list lists every item with its id.",
        (Look::Items, Voice::Screen) => "/ finds everything by its words.",
        (Look::Roles, Voice::Walk) => {
            "A role goes by its title, as it stands behind \"Call in this order\" and \"Decided by\"."
        }
        (Look::Roles, Voice::Screen) => "Calls (g c) lists the roles.",
        (Look::Calls, Voice::Command) => "`breachbook status CASE` lists the calls to make.",
        (Look::Calls, Voice::Walk) => ":who lists the calls to make.",
        (Look::Calls, Voice::Screen) => "Calls (g c) lists the calls to make.",
        (Look::Rows, Voice::Command) => {
            "Several rows go one to a line: write them to standard input and give - as the value."
        }
        (Look::Rows, Voice::Walk) => "Several rows go one to a line; :text takes several lines.",
        (Look::Rows, Voice::Screen) => "Several rows go one to a line.",
    }
}

/// How it is recorded instead.
fn instead(verb: &Verb, on: &str, voice: Voice) -> String {
    let usage = || {
        let places = verb.all_fields().filter(|field| field.always).map(|field| match field.argument {
            Argument::Ordered => format!(" {}", field.value),
            _ => format!(" --{} {}", field.name, field.value),
        });
        let on = if on.is_empty() { String::new() } else { format!(" {on}") };
        format!("{}{on}{}", verb.word, places.collect::<String>())
    };
    match (voice, verb.on.kind) {
        (Voice::Command, _) => format!("Record it with `record CASE {}`.", usage()),
        (Voice::Screen, _) => String::new(),
        (Voice::Walk, TargetKind::Row) if verb == &change::VERB => format!(":correct {on} asks for it."),
        (Voice::Walk, TargetKind::Case | TargetKind::Entry | TargetKind::Row) => {
            format!(":{} does that; :help shows how.", verb.word)
        }
        (Voice::Walk, _) => format!(":go {on} asks for it."),
    }
}
