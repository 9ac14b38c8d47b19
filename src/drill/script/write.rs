//! A script as the text of a file.

use super::inject::{Addressee, Inject};
use super::list::ExpectationText;
use super::load::SCHEMA;
use super::model::ANY;
use super::model::Script;
use crate::base::{ClauseId, ItemId, Stamp};
use crate::playbook::Playbook;
use chrono::SecondsFormat;
use std::fmt::Write as _;

/// An expectation as it is written, with the number of its inject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    pub inject: u32,
    pub expectation: ExpectationText,
}

impl Written {
    /// Those of a script.
    pub fn of(script: &Script, playbook: Option<&Playbook>) -> Vec<Self> {
        let written = script.expectations.iter().map(|expectation| Self {
            inject: expectation.inject,
            expectation: ExpectationText::of(expectation, playbook),
        });
        written.collect()
    }
}

/// The text of a script, with these expectations: each behind its inject. Comments of a file that it came from are not in it.
pub fn toml(script: &Script, expected: &[Written]) -> String {
    let mut out = Out(format!("schema = {}\n", quoted(SCHEMA)));
    head(script, &mut out);
    for objective in &script.objectives {
        out.table("objective");
        out.words("id", objective.id.as_str());
        out.words("text", &objective.text);
        out.clauses(&objective.cite);
    }
    for role in &script.roles {
        out.table("role");
        out.words("role", role.role.as_str());
        out.words("is", role.is.word());
        out.optional("number", role.number.as_deref());
        out.optional("card", role.card.as_deref());
    }
    for part in &script.parts {
        out.table("module");
        out.words("id", part.id.as_str());
        out.words("title", &part.title);
        out.bare("minutes", part.minutes);
        if let Some(start) = part.start {
            out.bare("start", moment(start));
        }
        out.optional("text", part.text.as_deref());
        out.list("questions", part.questions.iter().map(String::as_str));
    }
    for inject in &script.injects {
        self::inject(script, inject, &mut out);
        for written in expected.iter().filter(|written| written.inject == inject.number) {
            expectation(written, &mut out);
        }
    }
    out.0
}

fn head(script: &Script, out: &mut Out) {
    out.0.push_str("\n[drill]\n");
    out.words("id", script.id.as_str());
    out.words("title", &script.title);
    out.words("players_title", &script.players_title);
    out.words("playbook", script.playbook.as_ref().map_or(ANY, |id| id.as_str()));
    out.bare("start", moment(script.start));
    out.bare("minutes", script.minutes);
    out.optional("briefing", script.briefing.as_deref());
    out.list("rules", script.rules.iter().map(String::as_str));
}

fn inject(script: &Script, inject: &Inject, out: &mut Out) {
    out.table("inject");
    out.bare("number", inject.number);
    out.words("part", script.parts.get(inject.part).map_or("", |part| part.id.as_str()));
    out.words("title", &inject.title);
    if let Some(at) = inject.at {
        out.bare("at", at);
    }
    out.words("from", &inject.from);
    let to: Vec<&str> = inject.to.iter().map(Addressee::as_str).collect();
    out.list("to", to);
    out.words("delivery", inject.delivery.word());
    out.optional("gist", inject.gist.as_deref());
    out.words("text", &inject.text);
    out.optional("absent", inject.absent.as_ref().map(ItemId::as_str));
    out.optional("notes", inject.notes.as_deref());
    out.list("files", inject.files.iter().map(String::as_str));
    if let Some(contingency) = &inject.contingency {
        out.list("if_not_met", contingency.if_not_met.iter().map(ItemId::as_str));
        out.bare("after_min", contingency.after_minutes);
    }
    if !inject.kept.is_empty() {
        let kept = inject.kept.iter().map(|(heading, cell)| format!("{} = {}", quoted(heading), quoted(cell)));
        out.bare("kept", format!("{{ {} }}", kept.collect::<Vec<_>>().join(", ")));
    }
}

fn expectation(written: &Written, out: &mut Out) {
    let expectation = &written.expectation;
    out.table("expect");
    out.words("id", &expectation.id);
    out.bare("inject", written.inject);
    out.words("text", &expectation.text);
    out.words("objective", &expectation.objective);
    for (key, value) in &expectation.keys {
        match *key {
            "within" => out.bare(key, value),
            "avoid" => out.bare(key, "true"),
            "cite" => out.list(key, value.split(',').map(str::trim)),
            _ => out.words(key, value),
        }
    }
}

/// The text as it grows, a key a line.
struct Out(String);

impl Out {
    fn table(&mut self, name: &str) {
        let _ = write!(self.0, "\n[[{name}]]\n");
    }

    fn bare(&mut self, key: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.0, "{key} = {value}");
    }

    fn words(&mut self, key: &str, text: &str) {
        let shown = if text.contains('\n') { in_lines(text) } else { quoted(text) };
        self.bare(key, shown);
    }

    fn optional(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.words(key, text);
        }
    }

    fn list<'t>(&mut self, key: &str, list: impl IntoIterator<Item = &'t str>) {
        let list: Vec<_> = list.into_iter().map(quoted).collect();
        if !list.is_empty() {
            self.bare(key, format!("[{}]", list.join(", ")));
        }
    }

    fn clauses(&mut self, cite: &[ClauseId]) {
        self.list("cite", cite.iter().map(ClauseId::as_str));
    }
}

fn moment(at: Stamp) -> String {
    at.instant().to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A text on one line.
fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text).replace('\n', "\\n"))
}

/// A text with its lines; the first begins behind the quotation marks.
fn in_lines(text: &str) -> String {
    format!("\"\"\"\n{}\"\"\"", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push('\n'),
            sign if sign.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(sign));
            }
            sign => out.push(sign),
        }
    }
    out
}
