//! What is printed: each page and document from the view of a case, with what stands around it on paper.

mod action_record;
mod acts;
pub mod as_of;
pub mod blank;
mod briefing;
mod calls;
mod cells;
mod decisions;
pub mod frame;
mod known_then;
mod list;
mod log;
pub mod missing;
pub mod options;
pub mod page_id;
pub mod print;
pub mod sheet;
mod silences;

pub use crate::page::printed::Page;
pub use as_of::{AsOf, Upto};
pub use options::Options;
pub use page_id::PageId;
pub use print::{NotMade, page};
pub use sheet::{Band, Foot, Form, Head, Letterhead, Profile, Sheet, Size};
