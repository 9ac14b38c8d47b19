//! Which page is made where.

use super::drill::Facilitators;
use super::frame;
use super::options::Options;
use super::page_id::PageId;
use super::released::Names;
use super::sheet::{Profile, Sheet};
use crate::judge::View;
use crate::page::printed::Page;

/// Why a page was not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotMade {
    /// Only the incident report may leave the house as a released copy.
    NotReleased,
    /// The playbook has no such list.
    NoSuchList,
}

/// The after-action report of an exercise, with what the facilitators' side has.
pub fn after_action(view: &View<'_>, told: &Facilitators<'_>, options: &Options) -> Sheet {
    let body = super::drill::after_action::body(view, Some(told), options);
    frame::page(view, &PageId::Page(Page::AfterAction), options, body)
}

/// A page of a case at the moment of its view.
///
/// # Errors
/// If a released copy of a page is wanted that has none, or a list that is not there.
pub fn page(view: &View<'_>, id: &PageId, options: &Options) -> Result<Sheet, NotMade> {
    let body = match (id, options.profile) {
        (PageId::Page(page), Profile::Full) => match page {
            Page::ActionRecord => super::action_record::body(view, options),
            Page::Log => super::log::body(view, options),
            Page::Decisions => super::decisions::body(view, options),
            Page::Calls => super::calls::body(view, options),
            Page::Briefing => super::briefing::body(view, options),
            Page::IncidentReport => super::incident_report::body(view, options),
            Page::Review => super::review::body(view, options),
            Page::AfterAction => super::drill::after_action::body(view, None, options),
            Page::Readiness => super::readiness::body(view, options),
        },
        (PageId::List(list), Profile::Full) => {
            super::list::body(view, list.as_str(), options).ok_or(NotMade::NoSuchList)?
        }
        (PageId::Page(Page::IncidentReport), Profile::Released) => super::incident_report::released(view, options),
        (_, Profile::Released) => return Err(NotMade::NotReleased),
    };
    let mut sheet = frame::page(view, id, options, body);
    if options.profile == Profile::Released {
        let names = Names::of(view);
        for piece in &mut sheet.head.title.0 {
            piece.text = names.left_out(&piece.text);
        }
    }
    Ok(sheet)
}
