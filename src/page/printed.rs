//! What can be printed, by name: the pages that every case has, one list, one document of the playbook.

use crate::base::ItemId;
use crate::base::written::{Word, words};
use crate::playbook::Playbook;
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
