//! What happened: entries as facts, and the fold of entries into the state of a case.
//!
//! The promise: the state is a pure fold over the entries in causal order, and applying an entry cannot fail. Whatever may
//! be refused is refused before it is written. This room knows identifiers and texts; what they mean is the
//! playbook's.

pub mod about;
mod as_of;
pub mod call_outcome;
pub mod cells;
mod declared;
pub mod drafted;
mod drill_entries;
mod drill_facts;
mod drill_words;
pub mod envelope;
pub mod exercise;
pub mod exercise_moments;
pub mod facts;
pub mod finding;
pub mod follow_up;
pub mod for_rows;
pub mod growing;
pub mod import;
pub mod joined;
pub mod labels;
pub mod list_row;
pub mod logged;
pub mod named_files;
mod released;
mod replaced;
mod rests_on;
pub mod rows;
mod sheet;
pub mod state;
mod stored;
mod struck;
pub mod taken_file;
mod taken_together;
pub mod tracks;
pub mod upto;

pub use about::About;
pub use call_outcome::CallOutcome;
pub use cells::{Cells, MoreCells};
pub use drill_words::{Attendance, ClockAction, Planning, RealStep, Tag, Verdict};
pub use envelope::{Attribution, Recorded};
pub use exercise::{ClockState, Exercise, Placed};
pub use exercise_moments::Over;
pub use facts::{EntryKind, Fact};
pub use finding::Finding;
pub use follow_up::FollowUp;
pub use for_rows::{ForRow, ForRows};
pub use import::{Import, Tallied};
pub use joined::joined;
pub use list_row::ListRow;
pub use logged::Row;
pub use rows::Cell;
pub use state::{CaseState, Opening};
pub use taken_file::TakenFile;
pub use upto::{NoMoment, Reached, Upto};
