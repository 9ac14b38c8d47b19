//! Forms to fill in by hand: the same columns as the pages of a case, ruled.

use super::frame;
use super::options::Options;
use super::page_id::PageId;
use super::sheet::Sheet;
use crate::page::printed::Page;
use crate::page::{Block, Column, Document, Table};
use crate::playbook::Playbook;

/// Ruled rows on a form that is nothing but a table.
pub(super) const ROWS: u8 = 18;

/// A page without a case; `None` for those that only a case has.
pub fn page(playbook: &Playbook, id: &PageId, options: &Options) -> Option<Sheet> {
    let body = match id {
        PageId::List(list) => super::list::blank(playbook, list.as_str())?,
        PageId::Page(Page::Briefing) => super::briefing::blank(playbook),
        PageId::Page(Page::Calls) => super::calls::blank(playbook),
        PageId::Page(Page::Decisions) => super::decisions::blank(playbook),
        PageId::Page(Page::ActionRecord) => super::action_record::blank(),
        PageId::Page(Page::Review) => super::review::blank(playbook),
        PageId::Page(Page::Readiness) => super::readiness::blank(playbook),
        PageId::Page(Page::Log) => super::log::blank(),
        PageId::Page(Page::IncidentReport | Page::AfterAction) => return None,
    };
    Some(frame::blank(playbook, id, options, body))
}

/// An empty table with ruled rows and slots to sign.
pub(super) fn table(caption: &str, columns: Vec<Column>, signs: &[&str]) -> Document {
    let mut document = Document::default();
    document.add(Block::Table(Table { caption: caption.into(), columns, rows: Vec::new(), end: None, ruled: ROWS }));
    if !signs.is_empty() {
        document.add(Block::Sign(signs.iter().map(|sign| (*sign).into()).collect()));
    }
    document
}
