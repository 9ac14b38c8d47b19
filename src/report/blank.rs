//! Forms to fill in by hand: the same columns as the pages of a case, ruled.

use super::frame;
use super::options::Options;
use super::page_id::PageId;
use super::sheet::Sheet;
use crate::page::printed::{Page, Printed};
use crate::playbook::Playbook;

/// What is named as a form, without a case; `None` for what only a case has.
pub fn form(playbook: &Playbook, printed: &Printed, options: &Options) -> Option<Sheet> {
    match printed {
        Printed::Page(id) => page(playbook, &PageId::Page(*id), options),
        Printed::List(id) => page(playbook, &PageId::List(id.clone()), options),
        Printed::Document(id) => super::blank_document::document(playbook, id, options),
    }
}

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
