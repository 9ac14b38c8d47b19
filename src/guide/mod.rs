//! The guide: playbook and case together, what now. Pure; the heart of the program.
//!
//! Reading order: an [`answer`] is read; a condition gets a three-valued [`verdict`] on what is [`known`]; [`rules`], [`scales`],
//! [`items`] and [`clocks`] are worked out; the [`assessment`] holds the whole picture and the [`agenda`] what comes next.

pub mod advice;
pub mod agenda;
pub mod answer;
pub mod assessment;
pub mod boundary;
pub mod cells;
pub mod changes;
pub mod clocks;
pub mod closing;
pub mod counts;
pub mod deciders;
mod follow_up;
pub mod import;
pub mod items;
pub mod known;
pub mod passed_on;
pub mod pauses;
pub mod readiness;
pub mod registers;
pub mod remarks;
pub mod review;
pub mod rules;
pub mod scales;
pub mod settled;
pub mod silences;
pub mod standing;
pub mod targets;
pub mod unasked;
pub mod verdict;
pub mod view;
pub mod whom;

pub use answer::Answer;
pub use assessment::{Assessment, assess, assess_with};
pub use known::Knowledge;
pub use standing::Standing;
pub use view::View;
