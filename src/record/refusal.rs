//! Refusals: why something was not recorded, and what to do instead, as data. Nothing was written. How a refusal reads on a screen,
//! in the walk and on a command line is the concern of `page/refusal.rs`.

use super::ask::Place;
use super::field::Field;
use super::verb::Verb;
use crate::base::{ItemId, Unread};

/// Why, in two sentences without flags or commands. `{0}` and `{1}` are what it is about, `{list}` is a list.
#[derive(PartialEq, Eq, Debug)]
pub struct Reason {
    /// For tests and scripts; unique.
    pub code: &'static str,
    /// What is wrong.
    pub what: &'static str,
    /// What to do now.
    pub now: &'static str,
}

/// A reason with what it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub reason: &'static Reason,
    pub about: Vec<Named>,
    pub list: Vec<Named>,
    /// The field that is missing or wrong.
    pub needs: Option<&'static Field>,
    /// The column of it, where it is the cells of a row.
    pub part: Option<ItemId>,
    /// What is perhaps meant instead of what was typed.
    pub near: Option<ItemId>,
    /// Lines that are listed with it where nobody has them before their eyes.
    pub lines: Vec<String>,
    /// Where everything of its kind is listed.
    pub look: Option<Look>,
    /// How it is recorded instead.
    pub instead: Option<Instead>,
}

/// Something that a refusal names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Named {
    /// An item, rule or silence.
    Item(ItemId),
    /// The same with its title in every voice.
    Titled(ItemId),
    /// Something by a name of its own, and its id.
    Called(String, ItemId),
    /// A role by its title.
    Role(ItemId),
    /// A role as one of several that can be typed.
    RoleChoice(ItemId),
    /// One of the choices of a field: what is typed for it, and its label.
    Choice(String, String),
    /// A place in the log: what the entry says.
    Entry(usize),
    /// A place in the log: only its name.
    EntryName(usize),
    Field(&'static Field),
    Number(usize),
    /// Words of a person, or a sentence of the playbook.
    Text(String),
}

/// How something is recorded instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Instead {
    /// By this verb, on this.
    Verb(&'static Verb, String),
    /// By the verb of this item.
    Item(ItemId),
    /// By opening the case again.
    Reopening,
}

/// Where everything of a kind is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// Every item with its id.
    Items,
    /// Every role.
    Roles,
    /// The calls that are due.
    Calls,
    /// That several rows go one to a line.
    Rows,
}

impl Reason {
    pub const fn new(code: &'static str, what: &'static str, now: &'static str) -> Self {
        Self { code, what, now }
    }

    /// The refusal for this reason.
    pub fn refuse(&'static self) -> Refusal {
        Refusal {
            reason: self,
            about: Vec::new(),
            list: Vec::new(),
            needs: None,
            part: None,
            near: None,
            lines: Vec::new(),
            look: None,
            instead: None,
        }
    }

    /// The refusal for this reason, about something.
    pub fn about(&'static self, named: impl Into<Named>) -> Refusal {
        self.refuse().and(named)
    }
}

impl Refusal {
    #[must_use]
    pub fn and(mut self, named: impl Into<Named>) -> Self {
        self.about.push(named.into());
        self
    }

    #[must_use]
    pub fn list(self, list: impl IntoIterator<Item = Named>) -> Self {
        Self { list: list.into_iter().collect(), ..self }
    }

    #[must_use]
    pub fn needs(self, field: &'static Field) -> Self {
        Self { needs: Some(field), ..self }
    }

    #[must_use]
    pub fn part(self, column: &ItemId) -> Self {
        Self { part: Some(column.clone()), ..self }
    }

    /// What is missing or wrong.
    pub fn place(&self) -> Option<Place> {
        self.needs.map(|field| (field, self.part.clone()))
    }

    #[must_use]
    pub fn look(self, look: Look) -> Self {
        Self { look: Some(look), ..self }
    }

    #[must_use]
    pub fn instead(self, verb: &'static Verb, on: &ItemId) -> Self {
        Self { instead: Some(Instead::Verb(verb, on.to_string())), ..self }
    }

    /// It is recorded by the verb of this item.
    #[must_use]
    pub fn instead_of(self, item: &ItemId) -> Self {
        Self { instead: Some(Instead::Item(item.clone())), ..self }
    }

    /// Whether it says more of what to do now than that nothing was recorded.
    pub fn says_what_to_do(&self) -> bool {
        self.reason.now != NOTHING_RECORDED
    }

    /// The nearest of the ids that are known, if one is near enough to be a slip.
    #[must_use]
    pub fn near<'a>(self, typed: &str, known: impl Iterator<Item = &'a ItemId>) -> Self {
        let near = known
            .map(|id| (strsim::damerau_levenshtein(typed, id.as_str()), id))
            .filter(|(distance, id)| *distance <= 2.max(id.as_str().len() / 3))
            .min();
        Self { near: near.map(|(_, id)| id.clone()), ..self }
    }
}

/// What to do now, where the reason says it all.
pub const NOTHING_RECORDED: &str = "Nothing was recorded.";

/// Words as typed, cut to what a sentence holds.
pub fn quoted(text: &str) -> Named {
    Named::Text(crate::base::text::cut(text.trim(), 60).into_owned())
}

impl From<&str> for Named {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Named {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Named {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<&'static Field> for Named {
    fn from(field: &'static Field) -> Self {
        Self::Field(field)
    }
}

static UNREAD: Reason = Reason::new("unread-time", "{0}", "{1}");

/// A time that cannot be read says itself what is wrong with it.
impl From<Unread> for Refusal {
    fn from(why: Unread) -> Self {
        UNREAD.about(why.to_string()).and(why.hint())
    }
}
