//! The file system, and only here: case folders, journal files, the library of cases, atomic exports, and what systems differ in.
//!
//! Nothing in a record is ever changed, truncated, renamed or deleted once written, and no existing file is ever opened for writing.

pub mod atomic;
pub mod attachments;
pub mod control;
pub mod damage;
pub mod disk;
pub mod documents;
pub mod files;
pub mod folder;
pub mod frozen;
pub mod journals;
pub mod kept_files;
pub mod left_case;
pub mod letters;
pub mod library;
mod listing;
pub mod names;
pub mod new_case;
pub mod new_file;
pub mod not_recorded;
pub mod open;
pub mod phone_list;
pub mod platform;
pub mod reviews;
pub mod shared_disk;
pub mod system_zone;
pub mod typed_path;
mod upto;
pub mod verify;
pub mod writer;

pub use control::ControlError;
pub use documents::{Documents, NotWritten, Written};
pub use files::{Files, Hashing, Taking};
pub use folder::{CaseFolder, StoreError};
pub use frozen::Frozen;
pub use journals::{Fingerprint, Ignored, JournalFile, Journals};
pub use library::{CasePlace, CaseSummary, Library};
pub use new_case::{NewCase, Unfinished};
pub use not_recorded::{Cause, NotRecorded};
pub use platform::SystemClock;
pub use reviews::{Follows, Review, reviews_among};
pub use upto::Changed;
pub use verify::{verify, verify_with};
pub use writer::JournalWriter;
