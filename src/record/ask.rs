//! What a verb asks now: the fields that mean something, with what stands in them and what can be chosen, and what to read first.

use super::field::{Field, FieldKind};
use super::heading::Heading;
use super::verb::Verb;
use crate::base::ItemId;
use crate::base::text::counted;
use crate::judge::picture::changes::Change;
use std::borrow::Cow;

/// Everything that is asked.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Asked {
    /// Of the form; empty is the verb's own.
    pub title: String,
    /// What is read first.
    pub above: Vec<Preface>,
    pub asks: Vec<Ask>,
    /// Where one begins to write; else at the first.
    pub begins: Option<&'static Field>,
    /// What the button says; empty is "Record".
    pub button: &'static str,
    /// What else can be recorded of the same thing: the verb, and how it is called here.
    pub ways: Vec<(&'static Verb, &'static str)>,
}

/// One field that is asked.
#[derive(Clone, PartialEq, Debug)]
pub struct Ask {
    pub field: &'static Field,
    /// The column, where the field is the cells of a row.
    pub part: Option<ItemId>,
    /// The field's own, unless the item wants another box.
    pub kind: FieldKind,
    pub label: Cow<'static, str>,
    pub hint: Cow<'static, str>,
    /// What a line of it looks like; it stays while something is typed.
    pub example: &'static str,
    pub choices: Vec<Choice>,
    pub offer: Offer,
    /// Nothing can be recorded while it is empty.
    pub needed: bool,
    /// It is one of the remarks around a record: folded in a form, not asked line by line.
    pub aside: bool,
    /// Whoever asks line by line does not ask: it is clear already, or said beforehand.
    pub clear: bool,
    /// What whoever asks line by line says in place of the label; empty is the label.
    pub prompt: String,
}

/// A field, and the column where it is the cells of a row.
pub type Place = (&'static Field, Option<ItemId>);

/// What the program puts into a field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Offer {
    #[default]
    Nothing,
    /// Taken also where the field is not given at all.
    Given(String),
    /// Taken only by somebody who has it before their eyes.
    Shown(String),
    /// The same, and the form goes there before it records.
    ToBeRead(String),
}

/// Something that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What is stored or typed for it.
    pub id: String,
    pub label: String,
    pub more: Option<String>,
    /// It excludes all others.
    pub alone: bool,
    /// Its id is the playbook's, and is shown where it can be typed.
    pub by_id: bool,
    /// It stands for the person's own words, in the next box.
    pub own: bool,
}

/// Something to read before one fills in. Worded in `page/preface.rs`.
#[derive(Clone, PartialEq, Debug)]
pub enum Preface {
    Detail(String),
    Caution(&'static str),
    /// A sentence of the program about this verb.
    Says(&'static str),
    /// The answer that counts now, with the name of its entry.
    AnsweredBefore(String),
    /// Why it is this person and this number.
    Proposal(String),
    /// Who makes the call: the role, and the person if one is known.
    MadeBy(ItemId, Option<String>),
    /// A doubt in the policy that is settled first.
    SettleFirst(String),
    /// The one seat of a decision.
    GivenTo(ItemId),
    /// The views of a decision that are given, and how many seats it has.
    Views(Vec<usize>, usize),
    /// What the criteria point to.
    Suggested(String),
    /// What the policy does not say.
    Silent(String),
    /// A suggestion that is not the policy's.
    NotThePolicys(String),
    /// What the organisation wrote beforehand.
    FilledIn(String),
    LiftedBy(String),
    /// As what the case ends, by a rule of the playbook.
    EndsAs(String),
    /// What is still open, one line each under its heading; nothing is said too.
    StillOpen(Vec<(Heading, String)>),
    /// What is left and keeps no case open.
    Beside(Vec<(Heading, String)>),
    /// What a register holds.
    KeptSoFar(String),
    /// What contradicts itself.
    Contradicts(String),
    /// What an entry says.
    Entry(usize),
    /// What the entry says that is put right.
    Before(usize),
    /// What this would switch on or off, if it were recorded as it stands.
    Switches(Vec<Change>),
    /// How much is to do and how much waits.
    OpenNow,
    /// The last seal of this run, to be said aloud.
    LastSeal,
    /// What the computer's clock says.
    LaptopSays,
}

impl Asked {
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    #[must_use]
    pub fn above(mut self, preface: impl IntoIterator<Item = Preface>) -> Self {
        self.above.extend(preface);
        self
    }

    #[must_use]
    pub fn ask(mut self, ask: impl IntoIterator<Item = Ask>) -> Self {
        self.asks.extend(ask);
        self
    }

    #[must_use]
    pub fn begins(self, field: &'static Field) -> Self {
        Self { begins: Some(field), ..self }
    }

    /// What is asked of a field.
    pub fn of(&self, field: &'static Field) -> Option<&Ask> {
        self.asks.iter().find(|ask| ask.field == field)
    }
}

/// So that one is added like several.
impl IntoIterator for Ask {
    type Item = Self;
    type IntoIter = std::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

impl Ask {
    pub fn of(field: &'static Field) -> Self {
        Self {
            field,
            part: None,
            kind: field.kind,
            label: field.label.into(),
            hint: field.hint.into(),
            example: "",
            choices: Vec::new(),
            offer: Offer::Nothing,
            needed: field.always,
            aside: false,
            clear: false,
            prompt: field.prompt.to_owned(),
        }
    }

    #[must_use]
    pub fn kind(self, kind: FieldKind) -> Self {
        Self { kind, ..self }
    }

    #[must_use]
    pub fn label(self, label: impl Into<Cow<'static, str>>) -> Self {
        Self { label: label.into(), ..self }
    }

    #[must_use]
    pub fn hint(self, hint: impl Into<Cow<'static, str>>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    #[must_use]
    pub fn choices(self, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self { choices: choices.into_iter().collect(), ..self }
    }

    /// Offers a text; none offers nothing.
    #[must_use]
    pub fn offers(self, text: impl Into<Option<String>>) -> Self {
        Self { offer: text.into().map_or(Offer::Nothing, Offer::Given), ..self }
    }

    #[must_use]
    pub fn shows(self, text: impl Into<Option<String>>) -> Self {
        Self { offer: text.into().map_or(Offer::Nothing, Offer::Shown), ..self }
    }

    #[must_use]
    pub fn to_be_read(self, text: impl Into<Option<String>>) -> Self {
        Self { offer: text.into().map_or(Offer::Nothing, Offer::ToBeRead), ..self }
    }

    #[must_use]
    pub fn needed(self, needed: bool) -> Self {
        Self { needed, ..self }
    }

    #[must_use]
    pub fn aside(self) -> Self {
        Self { aside: true, ..self }
    }

    #[must_use]
    pub fn clear(self, clear: bool) -> Self {
        Self { clear, ..self }
    }

    pub fn place(&self) -> Place {
        (self.field, self.part.clone())
    }

    /// What stands in the field before anything is typed.
    pub fn offered(&self) -> &str {
        match &self.offer {
            Offer::Nothing => "",
            Offer::Given(text) | Offer::Shown(text) | Offer::ToBeRead(text) => text,
        }
    }

    /// What was meant by what was typed: a choice by its number, its label or itself; anything else as it stands.
    pub fn chosen(&self, typed: &str) -> String {
        let typed = typed.trim();
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let by_number = number.and_then(|at| self.choices.get(at));
        let meant = |choice: &&Choice| {
            choice.id.eq_ignore_ascii_case(typed) || choice.label.trim_end_matches('.').eq_ignore_ascii_case(typed)
        };
        let found = self.choices.iter().find(meant).or(by_number);
        found.map_or_else(|| typed.to_owned(), |choice| choice.id.clone())
    }
}

impl Choice {
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), more: None, alone: false, by_id: false, own: false }
    }

    /// Something of the playbook.
    pub fn known(id: &ItemId, label: &str) -> Self {
        Self { by_id: true, ..Self::new(id.as_str(), label) }
    }

    #[must_use]
    pub fn more(self, more: Option<String>) -> Self {
        Self { more, ..self }
    }

    #[must_use]
    pub fn alone(self) -> Self {
        Self { alone: true, ..self }
    }
}

/// `1 row waits`, `3 rows wait`.
pub(super) fn waits(rows: usize) -> String {
    counted(rows, "row waits", "rows wait")
}
