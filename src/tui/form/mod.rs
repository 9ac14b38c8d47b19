//! Forms: what is being typed, and the command that it becomes. A form outlives a refusal with every letter intact.

pub mod answer;
pub mod call;
pub mod course;
mod draw;
pub mod field;
pub mod item;
mod paint;
pub mod pass_on;
mod pick;
pub mod register;
mod review;
mod slot;
pub mod start;
mod target;

use super::action::Action;
use super::ctx::Ctx;
use super::effect::Effect;
use super::key::Key;
use super::keymap::Scope;
use super::page::Scroll;
use crate::guide::Said;
use crate::playbook::register::RegisterKind;
use crate::tui::theme::Role;
pub use field::{Fill, Pick};
pub use slot::{Echo, Field};

/// What a form is for. One draft is kept for each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Answer a question.
    Answer(String),
    /// Say what became of a task, a call or a document.
    Task(String),
    /// Record a decision.
    Decide(String),
    /// Log a call.
    Call(String),
    /// Ask somebody else to make a call.
    PassOn(String),
    /// Write a note.
    Note(Option<String>),
    /// Put something off.
    Defer(String),
    /// Record what was decided where the policy is silent.
    Silence(String),
    /// A prohibition was read or not kept.
    Prohibition(String),
    /// Add to a register.
    Register(String),
    /// Fill in a contact.
    Contact(String),
    /// Hand over.
    HandOver,
    /// Compare the clock.
    CheckTime,
    /// Close.
    Close,
    /// Reopen.
    Reopen,
    /// Open a new case with the playbook at this place.
    Start(usize),
}

impl Kind {
    /// What the form does, for its frame when the title is too long for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Answer(_) => "Answer",
            Self::Task(_) => "What became of it",
            Self::Decide(_) => "Decision",
            Self::Call(_) => "Log a call",
            Self::PassOn(_) => "Pass on",
            Self::Note(_) => "Note",
            Self::Defer(_) => "Put off",
            Self::Silence(_) => "Decide outside the policy",
            Self::Prohibition(_) => "Prohibition",
            Self::Register(_) => "Add to it",
            Self::Contact(_) => "Contact",
            Self::HandOver => "Hand over",
            Self::CheckTime => "Compare the clock",
            Self::Close => "Close the case",
            Self::Reopen => "Open the case again",
            Self::Start(_) => "New case",
        }
    }
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// What stands above the fields.
    pub about: Vec<(Role, String)>,
    /// The fields.
    pub fields: Vec<Field>,
    /// Which field is filled in; the number of fields is the button.
    pub focus: usize,
    /// Why it was not recorded.
    pub problem: Option<String>,
    /// The word on the button.
    pub button: &'static str,
    /// The value that the key chose which opened the form; leaving it loses nothing.
    asked: Option<&'static str>,
    /// Whether the choice that stands was made by a letter, which may have been the first of a word.
    by_letter: bool,
    /// Whether letters came that mean nothing here, so that none chooses until another key was pressed.
    words: bool,
    /// How far the text above the fields is scrolled.
    scroll: Scroll,
}

impl Form {
    /// A form whose first field is filled in first.
    pub fn new(kind: Kind, title: &str, fields: Vec<Field>) -> Self {
        Self {
            kind,
            title: title.into(),
            about: Vec::new(),
            fields,
            focus: 0,
            problem: None,
            button: "Record",
            asked: None,
            by_letter: false,
            words: false,
            scroll: Scroll::default(),
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

    /// Adds the fields that every record has: who, when, a remark.
    #[must_use]
    pub fn with_said(mut self, who: &str) -> Self {
        self.fields.push(Field::line("actor", who, "").hint("Only if it was somebody else than you."));
        self.fields.push(
            Field::line("at", "When it happened", "")
                .hint("Empty means now. 02:13, 20m ago, about 01:00, 22:00 to 02:13")
                .echo(Echo::Happened),
        );
        self.fields.push(Field::line("note", "Remark", ""));
        for field in &mut self.fields {
            field.extra = matches!(field.name, "source" | "actor" | "at" | "note");
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

    /// The form as a key opens it that names the answer already: chosen, and not recorded.
    #[must_use]
    pub fn asking(mut self, value: &'static str) -> Self {
        self.choose("value", value);
        self.asked = Some(value);
        self.by_letter = true;
        self.fields[0].offered = matches!(self.fields[0].input, Fill::Line(_));
        self
    }

    /// Takes over from the form that would have been opened, had a draft of it not been kept, what its key chose.
    pub(in crate::tui) fn asks_as(&mut self, fresh: &Self) {
        let choice = matches!(self.fields.first().map(|field| &field.input), Some(Fill::Pick(_)));
        if let Some(value) = fresh.asked.filter(|_| choice) {
            self.choose("value", value);
        }
    }

    /// Who and when, as typed.
    pub fn said(&self) -> Said {
        Said { by: None, actor: self.some("actor"), at: self.some("at"), note: self.some("note") }
    }

    /// Whether something was typed that leaving would lose.
    pub fn is_touched(&self) -> bool {
        let asked = |field: &Field, text: &str| field.name == "value" && self.asked == Some(text);
        self.fields.iter().any(|field| {
            let text = field.input.text();
            text != field.initial && !asked(field, &text)
        })
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
            Some(Fill::Pick(_)) => Scope::Pick,
            None => Scope::Button,
        }
    }

    /// Does a verb.
    pub fn on(&mut self, action: Action, key: Option<Key>, ctx: &Ctx<'_>) -> Vec<Effect> {
        let last = self.fields.len();
        if key.is_none_or(|key| key.typed().is_none()) {
            self.words = false;
        }
        match action {
            Action::NextField => self.focus = if self.focus >= last { 0 } else { self.focus + 1 },
            Action::PrevField => self.focus = if self.focus == 0 { last } else { self.focus - 1 },
            Action::Confirm if self.lacking().is_some() => self.focus = self.lacking().unwrap_or(self.focus),
            // Words that somebody believed to be typing end with Enter too: a name is read once more before it is recorded.
            Action::Confirm if self.takes_any_name() => self.focus = last,
            Action::Record | Action::Confirm => return self.submit(ctx),
            Action::Back if self.is_touched() => {
                return vec![Effect::Push(super::modal::Modal::Ask(super::modal::Ask::leave(self)))];
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
            Action::Yes | Action::No | Action::Unknown => {
                let value = match action {
                    Action::Yes => "yes",
                    Action::No => "no",
                    _ => "unknown",
                };
                let words = self.words;
                match self.pick_mut().map(|pick| (pick.position(value), pick)) {
                    Some((Some(at), pick)) if !words => {
                        if !(pick.ticked.is_some() && pick.is_chosen(at)) {
                            pick.choose(at);
                        }
                        self.by_letter = true;
                    }
                    _ => self.typed_at_a_choice(),
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Takes a key that is not a command.
    pub fn key(&mut self, key: Key) {
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
        let last = self.fields.len();
        let Some(field) = self.fields.get_mut(self.focus) else {
            if arrows && !down {
                self.focus = self.focus.saturating_sub(1);
            }
            return;
        };
        match &mut field.input {
            Fill::Pick(pick) if arrows => {
                pick.step(down);
                self.by_letter = false;
            }
            Fill::Line(_) if arrows => {
                self.focus = if down { (self.focus + 1).min(last) } else { self.focus.saturating_sub(1) };
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
        self.focus = field.min(self.fields.len());
        if field == self.fields.len() {
            return self.submit(ctx);
        }
        if let (Some(row), Some(pick)) = (row, self.pick_mut()) {
            pick.choose(row);
        }
        Vec::new()
    }

    fn pick_mut(&mut self) -> Option<&mut Pick> {
        match self.fields.get_mut(self.focus).map(|field| &mut field.input) {
            Some(Fill::Pick(pick)) => Some(pick),
            _ => None,
        }
    }

    /// The command that the form becomes.
    fn submit(&mut self, ctx: &Ctx<'_>) -> Vec<Effect> {
        self.problem = None;
        if let Some(empty) = self.unchosen() {
            self.focus = empty;
            self.problem = Some("Nothing is chosen yet. Choose by number or with the arrows.".into());
            return Vec::new();
        }
        let kind = self.kind.clone();
        let command = match &kind {
            Kind::Answer(id) => answer::command(self, id, ctx),
            Kind::Task(id) => item::task_command(self, id),
            Kind::Decide(id) => item::decide_command(self, id),
            Kind::Silence(id) => item::silence_command(self, id),
            Kind::Prohibition(id) => item::prohibition_command(self, id),
            Kind::Note(about) => item::note_command(self, about.as_deref()),
            Kind::Defer(id) => item::defer_command(self, id),
            Kind::Call(id) => call::command(self, id),
            Kind::PassOn(id) => pass_on::command(self, id),
            Kind::Register(id) => register::command(self, id, is_list(ctx, id)),
            Kind::Contact(role) => call::contact_command(self, role),
            Kind::HandOver => course::hand_over_command(self),
            Kind::CheckTime => course::check_time_command(self),
            Kind::Close => course::close_command(self),
            Kind::Reopen => course::reopen_command(self),
            Kind::Start(offer) => return start::submit(self, *offer),
        };
        vec![Effect::Submit(command, self.said())]
    }

    /// Somebody types words where there is only a choice; unsaid, the words would be lost.
    /// What one of the letters chose is taken back: it was the first of a word, or one in it.
    fn typed_at_a_choice(&mut self) {
        self.words = true;
        if let Some(field) = self.fields.get_mut(self.focus).filter(|_| std::mem::take(&mut self.by_letter))
            && let Fill::Pick(pick) = &mut field.input
        {
            pick.restore(&field.initial);
        }
        self.problem =
            Some("Letters are not kept here. Choose by number or with the arrows; Tab goes on.".into());
    }

    /// Letters came at typing speed where there is only a choice.
    pub(in crate::tui) fn typed_words(&mut self) {
        self.typed_at_a_choice();
    }

    /// Whether words were typed into the field that a form opens with and that takes any words for a name.
    fn takes_any_name(&self) -> bool {
        let name = match self.kind {
            Kind::HandOver | Kind::PassOn(_) => "to",
            Kind::Contact(_) => "person",
            _ => return false,
        };
        self.fields
            .get(self.focus)
            .is_some_and(|field| field.name == name && field.input.text() != field.initial)
    }

    /// Says why nothing was recorded, and goes to the field that is missing, if one is.
    pub(in crate::tui) fn refused(&mut self, why: String) {
        self.problem = Some(why);
        let missing = |field: &Field| field.required && field.input.text().trim().is_empty();
        if let Some(at) = self.fields.iter().position(missing) {
            self.focus = at;
        }
    }

    /// A field that must be filled in, is empty, and is not the one that is filled in now. Only once the choice here is made.
    fn lacking(&self) -> Option<usize> {
        let chosen = self.fields.get(self.focus).is_some_and(|field| !field.input.text().is_empty());
        let lacks = |(at, field): (usize, &Field)| {
            (at != self.focus && field.required && field.input.text().trim().is_empty()).then_some(at)
        };
        chosen.then(|| self.fields.iter().enumerate().find_map(lacks)).flatten()
    }

    /// The first choice in which nothing is chosen.
    fn unchosen(&self) -> Option<usize> {
        let empty = |field: &Field| matches!(&field.input, Fill::Pick(pick) if pick.value().is_empty());
        self.fields.iter().position(|field| empty(field) && self.some(answer::OWN).is_none())
    }
}

/// Whether a register keeps rows.
fn is_list(ctx: &Ctx<'_>, id: &str) -> bool {
    let register = ctx.open().and_then(|case| case.playbook.register(id));
    register.is_some_and(|register| register.kind == RegisterKind::List)
}
