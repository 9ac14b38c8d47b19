//! `playbook show`: all that the JSON holds, in words, in the order in which it is walked, to be read beside the policy. It is made from
//! the JSON, so that nothing is in one of them alone.

use super::words::{LEFT_OUT, ROLES, flag, words};
use crate::base::text::{counted, inert_line, wrap};
use crate::playbook::Shown;
use crate::playbook::model::Playbook;
use crate::playbook::strength::Strength;
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Lists of the JSON behind the steps, with their headings and the word for one of them.
const LISTS: [(&str, &str, &str); 9] = [
    ("rules", "Rules", "rule"),
    ("scales", "Scales", "scale"),
    ("roles", "Roles", "role"),
    ("clocks", "Clocks", "clock"),
    ("definitions", "Words that the policy defines", "definition"),
    ("references", "What it points to", "reference"),
    ("faqs", "Help for situations", "faq"),
    ("silences", "What the policy does not say", "silence"),
    ("readiness", "What must be in order before an incident", "readiness"),
];

/// The playbook as plain text of at most `width` columns, as far as single words allow.
pub fn to_text(playbook: &Playbook, width: usize) -> String {
    let mut page = Page { playbook, width, out: String::new() };
    // Values of this program's own types always become JSON.
    let Ok(Value::Object(shown)) = serde_json::to_value(Shown::of(playbook)) else { return page.out };
    page.head(&shown);
    for phase in list(&shown, "phases") {
        page.heading(phase, "phase");
        for item in list(&shown, "items").filter(|item| item.get("phase") == phase.get("id")) {
            page.entry("  ", item, text(item, "kind").unwrap_or_default());
        }
    }
    for (key, heading, kind) in LISTS {
        page.list(list(&shown, key), heading, kind);
    }
    page.list(list(&shown, "clauses"), "Every clause, and what does its work", "clause");
    page.out
}

fn list<'v>(of: &'v Map<String, Value>, key: &str) -> impl Iterator<Item = &'v Map<String, Value>> {
    of.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn text<'v>(of: &'v Map<String, Value>, key: &str) -> Option<&'v str> {
    of.get(key).and_then(Value::as_str)
}

pub(super) struct Page<'p> {
    pub playbook: &'p Playbook,
    pub width: usize,
    pub out: String,
}

impl Page<'_> {
    pub fn head(&mut self, shown: &Map<String, Value>) {
        let playbook = self.playbook;
        self.line("", &format!("{} ({})", playbook.title, playbook.id));
        let source = &playbook.source;
        self.line("", &format!("{}: {}", source.organisation, source.title));
        let counts = [
            counted(playbook.clauses.len(), "clause", "clauses"),
            counted(playbook.items.len(), "item", "items"),
            counted(playbook.rules.len(), "rule", "rules"),
            counted(playbook.silences.len(), "silence", "silences"),
        ];
        self.line("", &counts.join(", "));
        self.line("", &format!("kind: {}", playbook.kind.word()));
        for (key, value) in shown.iter().filter(|(key, value)| *key != "source" && !value.is_array()) {
            match value {
                Value::Object(of) => self.line("", &format!("{}: {}", words("head", key), self.joined(of))),
                value => self.key("", "head", key, value),
            }
        }
        if let Some(source) = shown.get("source").and_then(Value::as_object) {
            let rest: Map<_, _> = source
                .iter()
                .filter(|(key, _)| *key != "organisation")
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect();
            self.entries("", &rest, "head");
        }
    }

    fn heading(&mut self, of: &Map<String, Value>, kind: &str) {
        self.out.push('\n');
        self.line("", &Self::title(of));
        self.entries("  ", of, kind);
    }

    fn list<'v>(&mut self, entries: impl Iterator<Item = &'v Map<String, Value>>, heading: &str, kind: &str) {
        for (at, entry) in entries.enumerate() {
            if at == 0 {
                self.out.push('\n');
                self.line("", heading);
            }
            self.entry("  ", entry, kind);
        }
    }

    /// One thing: its heading, then all that is written of it.
    fn entry(&mut self, indent: &str, of: &Map<String, Value>, kind: &str) {
        let what = if kind == "contact" { "call" } else { kind };
        let item = of.contains_key("kind");
        let lead = match text(of, "verb") {
            Some(verb) if item => format!("{what}, {verb}: "),
            Some(verb) => format!("{verb}: "),
            None => String::new(),
        };
        self.line(indent, &format!("{lead}{}", Self::title(of)));
        if text(of, "verb") == Some(Strength::Local.word()) {
            self.line(&deeper(indent), Strength::Local.caution().unwrap_or_default());
        }
        self.entries(&deeper(indent), of, kind);
    }

    fn entries(&mut self, indent: &str, of: &Map<String, Value>, kind: &str) {
        for (key, value) in of {
            // A topic of its own is the identifier of the call.
            let own = key == "message" && of.get("id") == Some(value);
            if !own && !(is_title(of, key)) {
                self.key(indent, kind, key, value);
            }
        }
    }

    fn key(&mut self, indent: &str, kind: &str, key: &str, value: &Value) {
        if LEFT_OUT.contains(&key) {
            return;
        }
        let lead = words(kind, key);
        let lead = if lead.is_empty() { String::new() } else { format!("{lead}: ") };
        match value {
            Value::Null => {}
            Value::Bool(value) => {
                let says = flag(key, *value);
                if !says.is_empty() {
                    self.line(indent, &says);
                }
            }
            Value::Array(values) if values.iter().all(Value::is_object) => {
                for of in values.iter().filter_map(Value::as_object) {
                    self.nested(indent, &lead, of);
                }
            }
            Value::Array(values) if values.is_empty() => {}
            Value::Object(of) => self.nested(indent, &lead, of),
            value => self.line(indent, &format!("{lead}{}", self.value(key, value))),
        }
    }

    /// What has a heading of its own goes over several lines; the rest stands on one.
    fn nested(&mut self, indent: &str, lead: &str, of: &Map<String, Value>) {
        if title(of).is_none() {
            return self.line(indent, &format!("{lead}{}", self.joined(of)));
        }
        self.line(indent, &format!("{lead}{}", Self::title(of)));
        self.entries(&deeper(indent), of, "");
    }

    /// All of a table on one line.
    fn joined(&self, of: &Map<String, Value>) -> String {
        if let (2, Some(kind), Some(value)) = (of.len(), text(of, "kind"), text(of, "value")) {
            return format!("{kind} {value}");
        }
        let part = |(key, value): (&String, &Value)| {
            let says = match value {
                Value::Bool(value) => flag(key, *value),
                Value::Null => String::new(),
                Value::Array(values) if values.is_empty() => String::new(),
                value => format!("{} {}", words("", key), self.value(key, value)),
            };
            (!says.trim().is_empty()).then(|| says.trim().to_owned())
        };
        let parts: Vec<String> = of.iter().filter(|(key, _)| *key != "clauses").filter_map(part).collect();
        format!("{}{}", parts.join("; "), cited(of))
    }

    fn value(&self, key: &str, value: &Value) -> String {
        match value {
            Value::String(id) if ROLES.contains(&key) => match self.playbook.role(id) {
                Some(role) => format!("{} ({id})", role.title),
                None => id.clone(),
            },
            Value::String(text) => text.clone(),
            Value::Array(values) => {
                let said: Vec<String> = values.iter().map(|value| self.value(key, value)).collect();
                let between = if said.iter().any(|said| said.ends_with(['?', '.'])) { " " } else { ", " };
                said.join(between)
            }
            Value::Object(of) => self.joined(of),
            value => value.to_string(),
        }
    }

    fn title(of: &Map<String, Value>) -> String {
        let id = text(of, "id").map(|id| format!(" ({id})")).unwrap_or_default();
        format!("{}{id}{}", title(of).unwrap_or_default(), cited(of))
    }

    /// A line, broken where it is too long; what follows is indented further.
    pub fn line(&mut self, indent: &str, text: &str) {
        // A text of several lines flows on: the page has lines of its own.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = inert_line(&text);
        for (at, part) in wrap(&text, self.width.saturating_sub(indent.len() + 2)).iter().enumerate() {
            let hanging = if at == 0 { "" } else { "  " };
            let _ = writeln!(self.out, "{indent}{hanging}{part}");
        }
    }
}

/// Keys that can name a thing, the first that it has.
const TITLES: [&str; 6] = ["title", "label", "term", "topic", "ask", "at"];

fn title(of: &Map<String, Value>) -> Option<&str> {
    TITLES.iter().find_map(|key| text(of, key))
}

fn is_title(of: &Map<String, Value>, key: &str) -> bool {
    TITLES.iter().find(|title| text(of, title).is_some()) == Some(&key)
}

fn cited(of: &Map<String, Value>) -> String {
    let clauses = of.get("clauses").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let clauses: Vec<&str> = clauses.collect();
    if clauses.is_empty() { String::new() } else { format!(" [{}]", clauses.join(", ")) }
}

fn deeper(indent: &str) -> String {
    format!("{indent}  ")
}
