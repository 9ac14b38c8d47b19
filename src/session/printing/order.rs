//! What is asked for.

use super::was::Stand;
use crate::base::Now;
use crate::export::Format;
use crate::page::printed::{Page, Printed};
use crate::report::Options;
use crate::session::drill::ControlRead;
use std::rc::Rc;

/// One thing that is made into one file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Print {
    One(Printed),
    /// Every entry, for programs.
    Entries,
    /// The whole case, for programs.
    Case,
}

/// What leaves the program, how, and to whom.
#[derive(Clone, Debug)]
pub struct Order {
    pub prints: Vec<Print>,
    pub format: Format,
    /// Without the case and its heads, which are filled in.
    pub options: Options,
    /// `None` is what each page has by itself: a briefing now, everything else as of the last entry.
    pub stand: Option<Stand>,
    pub to: Option<String>,
    /// The control folder of an exercise that was ended, for its after-action report; without it, that says what is missing.
    pub control: Option<Rc<ControlRead>>,
    /// The moment at which it is asked for.
    pub now: Now,
}

impl Print {
    /// As it is named in the record.
    pub fn name(&self) -> String {
        match self {
            Self::One(printed) => printed.to_string(),
            Self::Entries => "entries".into(),
            Self::Case => "case".into(),
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "entries" => Some(Self::Entries),
            "case" => Some(Self::Case),
            name => Printed::parse(name).map(Self::One),
        }
    }

    /// Its part of the name of a file.
    pub fn id(&self) -> &str {
        match self {
            Self::One(printed) => printed.id(),
            Self::Entries => "entries",
            Self::Case => "case",
        }
    }

    /// Up to where it is made by itself.
    pub fn stand(&self) -> Stand {
        match self {
            Self::One(Printed::Page(Page::Briefing)) => Stand::Now,
            _ => Stand::Last,
        }
    }
}
