//! Which page is printed.

use crate::base::ItemId;
use crate::base::written::Word;
use crate::page::printed::Page;
use crate::playbook::Playbook;

/// A page, or one list by its identifier.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PageId {
    Page(Page),
    List(ItemId),
}

/// Before the identifier of a list, where a page has the same name.
const LIST: &str = "list:";

impl PageId {
    /// What is meant by a name: a page before a list.
    pub fn find(playbook: &Playbook, name: &str) -> Option<Self> {
        Page::of_word(name).map(Self::Page).or_else(|| {
            let id = name.strip_prefix(LIST).unwrap_or(name);
            let mut lists = playbook.registers();
            lists.find(|(item, _)| item.id.as_str() == id).map(|(item, _)| Self::List(item.id.clone()))
        })
    }

    /// Every page, then every list, in the order of the playbook.
    pub fn all(playbook: &Playbook) -> Vec<Self> {
        let pages = Page::ALL.into_iter().map(Self::Page);
        pages.chain(playbook.registers().map(|(item, _)| Self::List(item.id.clone()))).collect()
    }

    /// The name by which it is asked for.
    pub fn name(&self) -> &str {
        match self {
            Self::Page(page) => page.word(),
            Self::List(id) => id.as_str(),
        }
    }

    /// The number of the form.
    pub fn number(&self) -> Option<&'static str> {
        match self {
            Self::Page(Page::ActionRecord) => Some("F2"),
            Self::Page(Page::Log) => Some("F3"),
            Self::Page(Page::Decisions) => Some("F4"),
            Self::Page(Page::Briefing) => Some("F5"),
            Self::List(_) => Some("F6"),
            Self::Page(Page::Calls) => Some("F8"),
            Self::Page(Page::Review) => Some("F12"),
            Self::Page(Page::AfterAction) => Some("F13"),
            Self::Page(Page::IncidentReport | Page::Readiness) => None,
        }
    }

    /// What stands at the head of the page; of a list, its own title.
    pub fn title(&self, playbook: &Playbook) -> String {
        match self {
            Self::Page(page) => page.title().to_owned(),
            Self::List(id) => {
                let known = playbook.registers().find(|(item, _)| item.id == *id);
                known.map_or_else(|| id.to_string(), |(item, _)| item.title.clone())
            }
        }
    }

    /// Whether its rows need the width of the sheet.
    pub fn is_landscape(&self) -> bool {
        matches!(self, Self::Page(Page::ActionRecord | Page::Calls | Page::Decisions))
    }

    /// Whether it is there as a form to fill in by hand.
    pub fn has_blank(&self) -> bool {
        !matches!(self, Self::Page(Page::IncidentReport | Page::AfterAction))
    }
}
