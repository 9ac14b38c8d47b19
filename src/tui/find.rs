//! The search over everything in the case, and the palette of commands.

use super::action::Action;
use super::canvas::{Canvas, Hit};
use super::ctx::Ctx;
use super::effect::Effect;
use super::form::Fill;
use super::key::{Code, Key};
use super::keymap::{self, Scope};
use super::list::Place;
use super::replay::{Goes, typed};
use super::theme::Role;
use crate::base::ids::cited;
use crate::judge::picture::agenda::Target;
use crate::page::log;
use crate::record::VERBS;
use crate::session::Session;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::layout::{Position, Rect};

/// Where a found row leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lead {
    Verb(Action),
    Target(Target),
    Rule(usize),
    Entry(usize),
    Moment(Goes),
}

/// A row that can be found.
#[derive(Clone, Debug)]
struct Found {
    kind: &'static str,
    text: String,
    more: String,
    lead: Lead,
}

/// What stands before a moment that was typed.
const READ: &str = "moment";

/// The search.
#[derive(Debug)]
pub struct Find {
    title: &'static str,
    typed: Fill,
    all: Vec<Found>,
    shown: Vec<usize>,
    place: Place,
    /// Whether what is typed may be a moment of the case, too: then it is the first row.
    reads_moments: bool,
}

impl Find {
    fn new(title: &'static str, all: Vec<Found>) -> Self {
        let shown = (0..all.len()).collect();
        Self { title, typed: Fill::line(""), all, shown, place: Place::default(), reads_moments: false }
    }

    /// Every command that can be given where `scope` is on top.
    pub fn commands(scope: Scope, ctx: &Ctx<'_>) -> Self {
        let rows = keymap::rows(scope).filter(|row| {
            let needs_case = row.scopes.contains(&Scope::Case);
            !row.label.is_empty() && row.action != Action::Palette && (ctx.case.is_some() || !needs_case)
        });
        let rows: Vec<_> = rows.map(|row| (row, keymap::keys_in_words(row))).collect();
        // One column each, as wide as its longest word here.
        let long = |words: &mut dyn Iterator<Item = usize>, least: usize| words.max().unwrap_or(0).max(least);
        let name = long(&mut rows.iter().map(|(row, _)| row.label.len()), 14);
        let key = long(&mut rows.iter().map(|(_, keys)| keys.len()), 7);
        let all = rows.iter().map(|(row, keys)| Found {
            kind: "",
            text: format!("{:<name$}", row.label),
            more: format!("{keys:<key$} {}", row.help),
            lead: Lead::Verb(row.action),
        });
        let made =
            VERBS.into_iter().filter(|_| ctx.case.is_some() && scope == Scope::Now).filter(|verb| verb.is_on_items());
        let made = made.map(|verb| Found {
            kind: "record",
            text: format!("{:<name$}", verb.spoken().to_lowercase()),
            more: format!("{:<key$} {}", "", verb.help),
            lead: Lead::Verb(Action::Make(verb)),
        });
        Self::new("Commands", all.chain(made).collect())
    }

    /// Items, silences, rules, clauses, definitions and the log of the open case.
    pub fn everything(ctx: &Ctx<'_>) -> Self {
        let mut all = Vec::new();
        let Some(case) = ctx.open() else { return Self::new("Search", all) };
        let playbook = case.playbook;
        let mut add = |kind, text: &str, more: String, lead| {
            all.push(Found { kind, text: text.to_owned(), more, lead });
        };
        for (at, item) in playbook.items.iter().enumerate() {
            let kind = item.body.noun();
            let cite = cited(&item.cite);
            add(kind, &item.title, cite, Lead::Target(Target::Item(at)));
        }
        for (at, silence) in playbook.silences.iter().enumerate() {
            add("not said", &silence.topic, String::new(), Lead::Target(Target::Silence(at)));
        }
        for (at, rule) in playbook.rules.iter().enumerate() {
            add("test", &rule.title, case.picture.rules[at].state.label().into(), Lead::Rule(at));
        }
        for clause in &playbook.clauses {
            let used = playbook.items.iter().position(|item| item.cite.contains(&clause.id));
            if let Some(at) = used {
                add("clause", &format!("{} {}", clause.id, clause.text), String::new(), Lead::Target(Target::Item(at)));
            }
        }
        for definition in &playbook.definitions {
            let used = definition.used_by.first().and_then(|id| playbook.position(id.as_str()));
            if let Some(at) = used {
                add(
                    "word",
                    &format!("{}: {}", definition.term, definition.text),
                    String::new(),
                    Lead::Target(Target::Item(at)),
                );
            }
        }
        for (at, row) in case.state.log.iter().enumerate().rev().filter(|(at, _)| log::is_told(case.state, *at)) {
            let log::Told { about, says, .. } = log::entry(&case, at);
            add("log", &format!("{about}: {says}"), row.recorded.at.short_in(ctx.now), Lead::Entry(at));
        }
        Self::new("Search", all)
    }

    /// Every moment of the open case, by the words of its entries, the latest first; and by its time.
    pub fn moments(ctx: &Ctx<'_>) -> Self {
        let Some(case) = ctx.case.map(Session::view) else { return Self::new("Look back", Vec::new()) };
        let told = (0..case.state.log.len()).rev().filter(|at| log::is_told(case.state, *at));
        let row = |at| {
            let (text, more) = (log::in_short(&case, at), case.state.at(at).at.short_in(case.now));
            Found {
                kind: "after",
                text,
                more: format!("{more}  {}", case.state.name(at)),
                lead: Lead::Moment(Goes::After(at)),
            }
        };
        Self { reads_moments: true, ..Self::new("Look back: a time, an entry or a word", told.map(row).collect()) }
    }

    /// What is typed as a moment of the case stands before what it is a word of.
    fn read_moment(&mut self, ctx: &Ctx<'_>) {
        let is_read = |found: &Found| found.kind == READ;
        self.all.retain(|found| !is_read(found));
        self.filter();
        let text = self.typed.text();
        let Some(goes) = ctx.case.filter(|_| self.reads_moments).and_then(|case| typed(case, &text)) else { return };
        let more = "as the case stood then".to_owned();
        self.all.push(Found { kind: READ, text: goes.words(ctx), more, lead: Lead::Moment(goes) });
        self.shown.insert(0, self.all.len() - 1);
    }

    fn filter(&mut self) {
        self.place = Place::default();
        let typed = self.typed.text();
        if typed.trim().is_empty() {
            self.shown = (0..self.all.len()).collect();
            return;
        }
        let pattern = Pattern::parse(typed.trim(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (at, found) in self.all.iter().enumerate() {
            let line = format!("{} {} {}", found.text, found.kind, found.more);
            if let Some(score) = pattern.score(Utf32Str::new(&line, &mut buffer), &mut matcher) {
                scored.push((score, at));
            }
        }
        // Whoever types how a command begins means that one: `end` must not give `send`.
        let begins = typed.trim().to_lowercase();
        let is_begun =
            |found: &Found| matches!(found.lead, Lead::Verb(_)) && found.text.to_lowercase().starts_with(&begins);
        let others = |at: usize| !is_begun(&self.all[at]);
        scored.sort_by_key(|(score, at)| (others(*at), std::cmp::Reverse(*score), *at));
        self.shown = scored.into_iter().map(|(_, at)| at).collect();
    }

    fn take(&self) -> Vec<Effect> {
        let found = self.place.row(self.shown.len()).map(|row| &self.all[self.shown[row]]);
        let lead = found.map(|found| match found.lead {
            Lead::Verb(action) => Effect::Verb(action),
            Lead::Target(target) => Effect::Goto(target),
            Lead::Rule(at) => Effect::GotoRule(at),
            Lead::Entry(at) => Effect::GotoEntry(at),
            Lead::Moment(goes) => Effect::Replay(goes),
        });
        std::iter::once(Effect::Pop).chain(lead).collect()
    }

    /// Does a verb.
    pub fn on(&mut self, action: Action, _: &Ctx<'_>) -> Vec<Effect> {
        match action {
            Action::Back => vec![Effect::Pop],
            Action::Confirm => self.take(),
            _ => {
                self.place.on(action, self.shown.len());
                Vec::new()
            }
        }
    }

    /// Takes a key that is not a command.
    pub fn key(&mut self, key: Key, ctx: &Ctx<'_>) {
        let moves = match key.code {
            Code::Up => Some(Action::Up),
            Code::Down => Some(Action::Down),
            Code::PageUp => Some(Action::PageUp),
            Code::PageDown => Some(Action::PageDown),
            _ => None,
        };
        if let Some(action) = moves {
            self.place.on(action, self.shown.len());
        } else if self.typed.key(key) {
            self.read_moment(ctx);
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, ctx: &Ctx<'_>) -> Option<String> {
        let said = self.typed.paste(text);
        self.read_moment(ctx);
        said
    }

    /// Takes a click on a row.
    pub fn click(&mut self, row: usize) -> Vec<Effect> {
        self.place.selected = row;
        self.take()
    }

    /// Draws it over an area.
    pub fn draw(&self, canvas: &mut Canvas<'_>, area: Rect) {
        let width = area.width.min(92);
        let outer = Rect { x: area.x + (area.width - width) / 2, width, ..area };
        canvas.clear(outer);
        let inner = canvas.frame(outer, self.title);
        let typed = self.typed.text();
        let used = canvas.pieces(inner.x, inner.y, inner.width, &[(Role::Accent, "▸ "), (Role::Field, &typed)]);
        canvas.cursor = Some(Position { x: (inner.x + used).min(inner.right().saturating_sub(1)), y: inner.y });
        let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        if self.shown.is_empty() {
            canvas.put(list.x, list.y, list.width, "Nothing fits. Fewer letters find more.", Role::Quiet);
            return;
        }
        let selected = self.place.row(self.shown.len());
        let top = self.place.top(self.shown.len(), usize::from(list.height));
        for (y, (row, at)) in (list.top()..list.bottom()).zip(self.shown.iter().enumerate().skip(top)) {
            let found = &self.all[*at];
            let here = selected == Some(row);
            let lead = if here { "▸ " } else { "  " };
            let kind = if found.kind.is_empty() { String::new() } else { format!("{:<10}", found.kind) };
            let role = if here { Role::Strong } else { Role::Text };
            let used = canvas.pieces(
                list.x,
                y,
                list.width,
                &[(Role::Accent, lead), (Role::Quiet, &kind), (role, &found.text), (Role::Text, "  ")],
            );
            canvas.put(list.x + used, y, list.width.saturating_sub(used), &found.more, Role::Quiet);
            let line = Rect { y, height: 1, ..list };
            if here {
                canvas.tint(Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line }, Role::Selected);
            }
            canvas.hit(line, Hit::Row(row));
        }
    }
}
