//! What may be written: each verb declared once, with its fields, what it offers, asks and decides. Form, prompts and command line
//! are built from here and know kinds of fields, not verbs.
//!
//! ```text
//! key, line or argument -> Draft -> decide -> (Attribution, Fact), or a Refusal with its Reason
//! ```

pub mod arrived;
pub mod ask;
pub mod cells;
pub mod common;
pub mod correct;
mod decide;
pub mod draft;
mod echo;
pub mod field;
pub mod find;
pub mod heading;
pub mod in_sheet;
pub mod keyboard;
mod main_verb;
mod other_mode;
pub mod own;
mod put_right;
mod real_number;
pub mod receipt;
mod refers;
pub mod refusal;
pub mod rows;
mod staged_text;
pub mod verb;
pub mod verbs;
mod whole_line;

pub use arrived::Arrived;
pub use ask::{Ask, Asked, Choice, Offer, Place, Preface};
pub use cells::{files_named, not_copied};
pub use common::is_past;
pub use decide::{
    Tried, ask, concerns, decide, decide_all, decide_rows, is_closed_to, offers, settle, without_playbook, would_switch,
};
pub use draft::Draft;
pub use echo::{Echo, Understood, echo, understood};
pub use field::{Field, FieldKind};
pub use main_verb::{main_verb, verb_of};
pub use other_mode::of_the_other_mode;
pub use receipt::Receipt;
pub use refusal::{Named, Reason, Refusal};
pub use staged_text::{NOT_YET_KNOWN, StagedText};
pub use verb::{Beside, On, Verb};
pub use verbs::VERBS;
pub use whole_line::WholeLine;
