//! What is asked for.

use super::was::Stand;
use crate::base::ItemId;
use crate::export::Format;
use crate::journal::Mode;
use crate::judge::Standing;
use crate::judge::View;
use crate::page::printed::{Page, Printed};
use crate::playbook::model::Kind;
use crate::playbook::{Body, Playbook};
use crate::report::Options;

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

/// Everything that a case has to print: the pages that say something of it, every list, each document that applies.
pub fn all(view: &View<'_>) -> Vec<Printed> {
    let review = view.playbook.kind == Kind::Readiness;
    let says = |page: &Page| match page {
        Page::AfterAction => view.mode == Mode::Exercise,
        Page::Readiness => review,
        _ => true,
    };
    let pages = Page::ALL.into_iter().filter(says).map(Printed::Page);
    let of_items = view.items().filter_map(|(item, status)| match &item.body {
        Body::Register(_) => Some(Printed::List(item.id.clone())),
        Body::Document(_) if status.standing != Standing::NotApplicable => Some(Printed::Document(item.id.clone())),
        _ => None,
    });
    pages.chain(of_items).collect()
}

/// What is meant by a name: a page before a list or a document of the playbook.
pub fn find(playbook: &Playbook, name: &str) -> Option<Printed> {
    let there = |printed: &Printed| match printed {
        Printed::Page(_) => true,
        Printed::List(id) => playbook.item(id.as_str()).is_some_and(|item| matches!(item.body, Body::Register(_))),
        Printed::Document(id) => playbook.item(id.as_str()).is_some_and(|item| matches!(item.body, Body::Document(_))),
    };
    Printed::parse(name).filter(there).or_else(|| {
        let id = ItemId::new(name)?;
        [Printed::List(id.clone()), Printed::Document(id)].into_iter().find(there)
    })
}
