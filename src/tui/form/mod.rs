//! Forms: what is being typed, and the command that it becomes. A form outlives a refusal with every letter intact.

mod draw;
pub mod field;
mod kind;
mod letters;
mod paint;
mod pick;
pub mod print;
mod record;
mod rows;
mod slot;
pub mod start;
pub mod together;
pub mod who;
mod words;

use super::action::Action;
use super::ctx::Ctx;
use super::effect::Effect;
use super::key::Key;
use super::keymap::Scope;
use super::page::Scroll;
use crate::judge::import::Preview;
use crate::page::{Document, back};
use crate::record::Place;
use crate::record::keyboard::Offered;
use crate::session::Sight;
use crate::tui::theme::Role;
pub use field::{Fill, Pick};
pub use kind::Kind;
pub use slot::Field;
pub use words::Words;

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What stands above the fields.
    pub about: Vec<(Role, String)>,
    /// Who may be meant by the name that is asked; those that fit what is typed stand below the field.
    pub names: Vec<Offered>,
    /// What stands below the fields.
    pub below: Document,
    /// The fields.
    pub fields: Vec<Field>,
    /// Which field is filled in; or none where there are no fields.
    pub focus: usize,
    /// Why it was not recorded.
    pub problem: Option<String>,
    /// The word on the button.
    pub button: &'static str,
    /// The field in which one begins to write, as things stand.
    begins: Option<&'static str>,
    /// What the key chose that opened the form: a field, and its value.
    asked: Option<(&'static str, String)>,
    /// Fields that it was opened for, although nothing stands in them yet.
    opened_for: Vec<&'static crate::record::Field>,
    /// The only fields that are to be filled in, under the title that it has; none where every field is.
    only: Vec<&'static crate::record::Field>,
    /// Cells that it began with, which stay until somebody changes them.
    begun: Vec<Place>,
    /// Whether the choice that stands was made by a letter, which may have been the first of a word.
    by_letter: bool,
    /// Whether letters came that mean nothing here, so that none chooses until another key was pressed.
    words: bool,
    /// What is in the file that is to be taken in, as it was shown.
    pub found: Option<Box<Preview>>,
    /// How far the case had been read when the form was opened.
    pub sight: Option<Sight>,
    /// How far the text above the fields is scrolled.
    scroll: Scroll,
    /// Words that come back once their fields are asked.
    back: Words,
}

impl Form {
    /// A form whose first field is filled in first.
    pub fn new(kind: Kind, title: &str, fields: Vec<Field>) -> Self {
        Self {
            kind,
            title: title.into(),
            about: Vec::new(),
            names: Vec::new(),
            below: Document::default(),
            found: None,
            fields,
            focus: 0,
            problem: None,
            button: "Record",
            begins: None,
            asked: None,
            opened_for: Vec::new(),
            only: Vec::new(),
            begun: Vec::new(),
            by_letter: false,
            words: false,
            sight: None,
            scroll: Scroll::default(),
            back: Words::default(),
        }
    }

    /// Adds a paragraph above the fields.
    #[must_use]
    pub fn about(mut self, role: Role, text: &str) -> Self {
        if !text.is_empty() {
            self.about.push((role, text.to_owned()));
        }
        self
    }

    /// What a field holds; empty if there is no such field.
    pub fn text(&self, name: &str) -> String {
        let field = self.fields.iter().find(|field| field.name == name);
        field.map(|field| field.input.text()).unwrap_or_default()
    }

    /// What a field holds, if it holds anything.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.trim().is_empty())
    }

    /// Puts a value into a field: chosen where there is a choice, written where there are words.
    pub fn choose(&mut self, name: &str, value: &str) {
        match self.fields.iter_mut().find(|field| field.name == name).map(|field| &mut field.input) {
            Some(Fill::Pick(pick)) => {
                if let Some(at) = pick.position(value).filter(|at| !pick.is_chosen(*at)) {
                    pick.choose(at);
                }
            }
            Some(input @ Fill::Area(_)) => *input = Fill::area(value),
            Some(input @ Fill::Line(_)) => *input = Fill::line(value),
            None => {}
        }
    }

    /// Whether something was typed that leaving would lose.
    pub fn is_touched(&self) -> bool {
        self.fields.iter().any(|field| field.input.text() != field.initial)
    }

    /// What stands below the fields now.
    fn beneath(&self) -> Document {
        let typed = self.text(who::PERSON);
        let offered = self.fields.iter().any(|field| field.name == who::PERSON && field.initial == typed);
        let mut document = back::names(&self.names, if offered { "" } else { &typed });
        document.append(self.below.clone());
        document
    }

    /// Whether the remarks are folded into one line: nothing is in them, and none is filled in.
    fn folds(&self) -> bool {
        let focused = self.fields.get(self.focus).is_some_and(|field| field.extra);
        !focused && self.fields.iter().all(|field| !field.extra || field.input.text().is_empty())
    }

    /// The scope of the field that is filled in.
    pub fn scope(&self) -> Scope {
        match self.fields.get(self.focus).map(|field| &field.input) {
            Some(Fill::Line(_)) => Scope::Line,
            Some(Fill::Area(_)) => Scope::Area,
            Some(Fill::Pick(_)) | None => Scope::Pick,
        }
    }

    /// Does a verb.
    pub fn on(&mut self, action: Action, key: Option<Key>, ctx: &Ctx<'_>) -> Vec<Effect> {
        let before = self.chosen();
        let effects = self.act(action, key);
        self.follow(before.as_ref(), ctx);
        let one = self.pick_mut().is_some_and(|pick| pick.ticked.is_none());
        if one && action == Action::Choose {
            match self.next_cell() {
                Some(next) => self.focus = next,
                // The last cell of a row stays in sight; Enter records from there.
                None if self.is_row() => {}
                None => self.goes_on(),
            }
        }
        effects
    }

    /// What is chosen where the form stands.
    fn chosen(&self) -> Option<String> {
        self.fields.get(self.focus).filter(|field| matches!(field.input, Fill::Pick(_))).map(|field| field.input.text())
    }

    /// A choice decides what else is asked.
    fn follow(&mut self, before: Option<&String>, ctx: &Ctx<'_>) {
        if let (true, Some(case)) = (self.chosen().as_ref() != before, ctx.open()) {
            self.ask_again(&case);
        }
    }

    fn act(&mut self, action: Action, key: Option<Key>) -> Vec<Effect> {
        if key.is_none_or(|key| key.typed().is_none()) {
            self.words = false;
        }
        match action {
            Action::NextField => self.focus = self.beside(true),
            Action::PrevField => self.focus = self.beside(false),
            Action::Confirm if self.ends_rows() => return vec![Effect::Pop],
            Action::Confirm if self.next_cell().is_some() => self.focus = self.next_cell().unwrap_or(self.focus),
            Action::Confirm if self.lacking().is_some() => self.focus = self.lacking().unwrap_or(self.focus),
            Action::Record | Action::Confirm => return self.submit(),
            // What was typed is kept; a name that was begun is no loss.
            Action::Back if self.is_touched() && self.kind != Kind::Who => {
                return vec![Effect::Keep(Box::new(self.clone()))];
            }
            Action::NewLine => {
                if let Some(field) = self.fields.get_mut(self.focus) {
                    field.key(Key::of(super::key::Code::Enter));
                }
            }
            Action::Back => return vec![Effect::Pop],
            Action::Up | Action::Down => self.scroll.by(if action == Action::Up { -2 } else { 2 }),
            Action::Choose => {
                let digit = key.and_then(Key::typed).and_then(|sign| sign.to_digit(10)).unwrap_or(0);
                if let (Some(pick), Some(at)) = (self.pick_mut(), (digit as usize).checked_sub(1)) {
                    pick.choose(at);
                    self.by_letter = false;
                    self.words = false;
                }
            }
            Action::Tick => {
                // In a choice of one the space bar is a letter of somebody who believes to be typing.
                match self.pick_mut().filter(|pick| pick.ticked.is_some()) {
                    Some(pick) => {
                        pick.choose(pick.at.unwrap_or(0));
                    }
                    None => self.typed_at_a_choice(),
                }
            }
            Action::Yes | Action::No | Action::Unknown => self.choose_by_letter(action),
            _ => {}
        }
        Vec::new()
    }

    /// Takes a key that is not a command.
    pub fn key(&mut self, key: Key, ctx: &Ctx<'_>) {
        let before = self.chosen();
        self.typed(key);
        self.follow(before.as_ref(), ctx);
    }

    fn typed(&mut self, key: Key) {
        use super::key::Code;
        if matches!(key.code, Code::PageUp | Code::PageDown) {
            self.scroll.by(if key.code == Code::PageUp { -4 } else { 4 });
            return;
        }
        self.problem = None;
        if matches!(key.code, Code::Char(_)) && self.pick_mut().is_some() {
            self.typed_at_a_choice();
            return;
        }
        self.words = false;
        let arrows = matches!(key.code, Code::Up | Code::Down);
        let down = key.code == Code::Down;
        let last = self.fields.len().saturating_sub(1);
        let Some(field) = self.fields.get_mut(self.focus) else { return };
        match &mut field.input {
            Fill::Pick(pick) if arrows => {
                pick.step(down);
                self.by_letter = false;
            }
            Fill::Line(_) if arrows => {
                let edge = self.focus == if down { last } else { 0 };
                self.focus = if edge { self.focus } else { self.beside(down) };
            }
            _ => field.key(key),
        }
    }

    /// Takes pasted text; says if something was left out.
    pub fn paste(&mut self, text: &str) -> Option<String> {
        self.fields.get_mut(self.focus)?.paste(text)
    }

    /// A click on a field, or on a row of a choice.
    pub fn click(&mut self, field: usize, row: Option<usize>, ctx: &Ctx<'_>) -> Vec<Effect> {
        self.focus = field.min(self.fields.len().saturating_sub(1));
        let before = self.chosen();
        if let (Some(row), Some(pick)) = (row, self.pick_mut()) {
            pick.choose(row);
        }
        self.follow(before.as_ref(), ctx);
        Vec::new()
    }

    /// The field after or before, around the ends; those that mean nothing now are passed over.
    fn beside(&self, after: bool) -> usize {
        let count = self.fields.len().max(1);
        let mut at = self.focus.min(count - 1);
        loop {
            at = (at + if after { 1 } else { count - 1 }) % count;
            if at == self.focus || self.fields.get(at).is_none_or(|field| !field.hidden) {
                return at;
            }
        }
    }

    fn pick_mut(&mut self) -> Option<&mut Pick> {
        match self.fields.get_mut(self.focus).map(|field| &mut field.input) {
            Some(Fill::Pick(pick)) => Some(pick),
            _ => None,
        }
    }

    /// The command that the form becomes.
    fn submit(&mut self) -> Vec<Effect> {
        self.problem = None;
        if let Some(empty) = self.unchosen() {
            self.focus = empty;
            self.problem = Some("Nothing is chosen yet. Choose by number or with the arrows.".into());
            return Vec::new();
        }
        let unread = |(at, field): (usize, &Field)| field.stop && field.offered && at != self.focus;
        if let Some(at) = self.fields.iter().enumerate().position(unread) {
            self.focus = at;
            self.problem = Some(format!(
                "{}: Enter takes the name that stands here. Typing replaces it; Ctrl-U leaves it empty.",
                self.fields[at].label
            ));
            return Vec::new();
        }
        match &self.kind {
            Kind::Start(offer, mode) => start::submit(self, *offer, *mode),
            Kind::Print(printed, by_happened, case) => print::submit(self, printed, *by_happened, case.as_ref()),
            Kind::Who => who::submit(self),
            Kind::Record(..) => self.draft().map(Effect::Submit).into_iter().collect(),
        }
    }

    /// Says why nothing was recorded, and goes to the field that is missing, if one is.
    pub(in crate::tui) fn refused(&mut self, why: String, needs: Option<Place>) {
        self.problem = Some(why);
        let needed = |field: &Field| {
            let there = field.record.as_ref().zip(needs.as_ref());
            there.is_some_and(|(one, needed)| one.0 == needed.0 && (needed.1.is_none() || one.1 == needed.1))
        };
        if let Some(at) = self.fields.iter().position(|field| needed(field) && !field.hidden) {
            self.focus = at;
        }
    }

    /// A field that must be filled in, is empty, and is not the one that is filled in now. Only once the choice here is made.
    fn lacking(&self) -> Option<usize> {
        let chosen = self.fields.get(self.focus).is_some_and(|field| !field.input.text().is_empty());
        let lacks = |(at, field): (usize, &Field)| {
            let empty = field.required && field.input.text().trim().is_empty();
            (at != self.focus && empty).then_some(at)
        };
        chosen.then(|| self.fields.iter().enumerate().find_map(lacks)).flatten()
    }

    /// Whether Enter leads to a field that is needed, and not to the record.
    pub fn lacks_something(&self) -> bool {
        self.lacking().is_some()
    }

    /// Puts the cursor on what is needed next once a choice is made by its number, or where one begins to write then.
    fn goes_on(&mut self) {
        let begins = self.fields.iter().position(|field| Some(field.name) == self.begins && !field.hidden);
        self.focus = self.lacking().or(begins).unwrap_or(self.focus);
    }

    /// The first choice in which nothing is chosen.
    fn unchosen(&self) -> Option<usize> {
        // A cell may stay empty.
        let may_be =
            |field: &Field| field.record.as_ref().is_some_and(|(_, column)| column.is_some()) && !field.required;
        let empty =
            |field: &Field| matches!(&field.input, Fill::Pick(pick) if pick.value().is_empty()) && !may_be(field);
        let own = self.fields.iter().any(|field| field.own && !field.input.text().trim().is_empty());
        self.fields.iter().position(|field| empty(field) && !own)
    }
}
