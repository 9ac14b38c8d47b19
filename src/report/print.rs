//! Which page is made where.

use super::frame;
use super::options::Options;
use super::page_id::PageId;
use super::sheet::{Profile, Sheet};
use crate::judge::View;
use crate::page::printed::Page;
use crate::playbook::Body;

/// Why a page was not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotMade {
    /// Only the incident report may leave the house as a released copy.
    NotReleased,
    /// The playbook has no such list.
    NoSuchList,
}

/// A page of a case at the moment of its view.
///
/// # Errors
/// If a released copy of a page is wanted that has none, or a list that is not there.
pub fn page(view: &View<'_>, id: &PageId, options: &Options) -> Result<Sheet, NotMade> {
    let body = match (id, options.profile) {
        (PageId::Page(Page::ActionRecord), Profile::Full) => super::action_record::body(view, options),
        (PageId::Page(Page::Briefing), Profile::Full) => super::briefing::body(view, options),
        (PageId::Page(Page::Calls), Profile::Full) => super::calls::body(view, options),
        (PageId::Page(Page::Decisions), Profile::Full) => super::decisions::body(view, options),
        (PageId::Page(_), Profile::Full) => super::log::body(view, options),
        (PageId::List(list), Profile::Full) => {
            let item = view.playbook.item(list.as_str()).ok_or(NotMade::NoSuchList)?;
            let Body::Register(register) = &item.body else { return Err(NotMade::NoSuchList) };
            super::list::body(view, item, register, options)
        }
        _ => return Err(NotMade::NotReleased),
    };
    Ok(frame::page(view, id, options, body))
}
