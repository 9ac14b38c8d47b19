//! The verbs, one file each, in the order of help, palette and manual.

pub mod answer;
pub mod approve;
pub mod call;
pub mod change;
pub mod close;
pub mod confirm;
pub mod contact;
pub mod count;
pub mod decision;
pub mod defer;
pub mod draft;
pub mod drill;
pub mod handover;
pub mod import;
mod laid_over;
pub mod message;
pub mod note;
pub mod pass_on;
pub mod prohibition;
pub mod real_event;
pub mod reopen;
pub mod row;
pub mod sent;
pub mod silence;
pub mod strike;
pub mod task;
pub mod time_check;

use super::verb::Verb;

/// Everything that people can record.
pub static VERBS: [&Verb; 25] = [
    &answer::VERB,
    &task::VERB,
    &decision::VERB,
    &call::VERB,
    &pass_on::VERB,
    &count::VERB,
    &row::VERB,
    &change::VERB,
    &import::VERB,
    &draft::VERB,
    &approve::VERB,
    &sent::VERB,
    &confirm::VERB,
    &strike::VERB,
    &note::VERB,
    &defer::VERB,
    &silence::VERB,
    &contact::VERB,
    &prohibition::VERB,
    &message::VERB,
    &real_event::VERB,
    &handover::VERB,
    &time_check::VERB,
    &close::VERB,
    &reopen::VERB,
];
