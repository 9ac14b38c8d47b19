//! What can be printed, by name: the pages that every case has, one list, one document of the playbook.

use crate::base::ItemId;
use crate::base::written::{Word, words};
use crate::case::Fact;
use crate::journal::Mode;
use crate::judge::{Standing, View};
use crate::playbook::model::Kind;
use crate::playbook::{Body, Playbook};
use std::collections::BTreeMap;
use std::fmt;

words! {
    /// A page that every case has; `title` is what it is called.
    pub enum Page, title {
        ActionRecord = "action-record", "Data breach action record";
        Log = "log", "Log of the case";
        Decisions = "decisions", "Decisions";
        Calls = "calls", "Call log";
        Briefing = "briefing", "Briefing and hand-over";
        IncidentReport = "incident-report", "Incident report";
        Review = "review", "Review after the incident";
        AfterAction = "after-action", "After-action report";
        Readiness = "readiness", "Readiness";
    }
}

/// A page, a list or a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Printed {
    Page(Page),
    List(ItemId),
    Document(ItemId),
}

/// What stands before the id of a list.
const LIST: &str = "list:";
/// What stands before the id of a document.
const DOCUMENT: &str = "document:";

impl Printed {
    /// As it is named in full: `action-record`, `list:evidence`, `document:notice_letter`.
    pub fn parse(text: &str) -> Option<Self> {
        match (text.strip_prefix(LIST), text.strip_prefix(DOCUMENT)) {
            (Some(id), _) => ItemId::new(id).map(Self::List),
            (_, Some(id)) => ItemId::new(id).map(Self::Document),
            _ => Page::of_word(text).map(Self::Page),
        }
    }

    /// Its part of the name of a file.
    pub fn id(&self) -> &str {
        match self {
            Self::Page(page) => page.word(),
            Self::List(id) | Self::Document(id) => id.as_str(),
        }
    }

    /// Whether it is rows, so that a spreadsheet has something of it.
    pub fn has_rows(&self) -> bool {
        matches!(self, Self::List(_) | Self::Page(Page::ActionRecord | Page::Log | Page::Calls))
    }

    /// What it is called.
    pub fn title<'a>(&'a self, playbook: Option<&'a Playbook>) -> &'a str {
        match self {
            Self::Page(page) => page.title(),
            Self::List(id) | Self::Document(id) => {
                playbook.and_then(|known| known.title(id.as_str())).unwrap_or(id.as_str())
            }
        }
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = match self {
            Self::Page(_) => "",
            Self::List(_) => LIST,
            Self::Document(_) => DOCUMENT,
        };
        write!(f, "{before}{}", self.id())
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
    let lists = view.playbook.registers().map(|(item, _)| Printed::List(item.id.clone()));
    let documents = view.items().filter_map(|(item, status)| match &item.body {
        Body::Document(_) if status.standing != Standing::NotApplicable => Some(Printed::Document(item.id.clone())),
        _ => None,
    });
    pages.chain(lists).chain(documents).collect()
}

/// What is meant by a name: a page before a list or a document of the playbook.
pub fn find(playbook: &Playbook, name: &str) -> Option<Printed> {
    let there = |printed: &Printed| match printed {
        Printed::Page(_) => true,
        Printed::List(id) => playbook.register(id.as_str()).is_some(),
        Printed::Document(id) => playbook.item(id.as_str()).is_some_and(|item| matches!(item.body, Body::Document(_))),
    };
    Printed::parse(name).filter(there).or_else(|| {
        let id = ItemId::new(name)?;
        [Printed::List(id.clone()), Printed::Document(id)].into_iter().find(there)
    })
}

/// What has left the program, each with the places of the entries that say so, in the order of the log.
pub fn printings(view: &View<'_>) -> BTreeMap<Printed, Vec<usize>> {
    let mut found: BTreeMap<Printed, Vec<usize>> = BTreeMap::new();
    for at in 0..view.state.log.len() {
        if let Fact::Exported { what, .. } = &view.state.at(at).fact
            && let Some(printed) = Printed::parse(what)
        {
            found.entry(printed).or_default().push(at);
        }
    }
    found
}
