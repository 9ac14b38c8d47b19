//! What is printed: each page and document from the view of a case, with what stands around it on paper.

mod action_record;
mod after_action;
pub mod as_of;
pub mod blank;
mod briefing;
mod calls;
mod cells;
mod decisions;
pub mod document;
mod documents;
mod evidence;
mod figure;
pub mod frame;
mod incident_report;
pub mod letter;
mod list;
mod log;
pub mod missing;
pub mod options;
pub mod page_id;
mod persons;
pub mod print;
mod readiness;
mod released;
mod review;
mod rows;
pub mod sheet;
mod silences;
mod timeline;
mod twelve;

pub use crate::page::printed::Page;
pub use as_of::{AsOf, Upto};
pub use options::Options;
pub use page_id::PageId;
pub use print::{NotMade, page};
pub use sheet::{Band, Foot, Form, Head, Letterhead, Profile, Sheet, Size};
