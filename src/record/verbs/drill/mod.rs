//! What a facilitator records: in the case of an exercise its clock, the injects, the roll-call and notes with a tag; in the control
//! folder what is planned, judged and observed. They take ids and texts as data and know no script; they are no verbs of players.

pub mod clock;
pub mod improve;
pub mod judge;
pub mod led;
pub mod observe;
pub mod opening;
pub mod plan;
pub mod release;
pub mod remark;
pub mod roll_call;

use crate::record::verb::Verb;

/// Those that go into the case of an exercise, then those that go into the control folder.
pub static VERBS: [&Verb; 8] = [
    &clock::VERB,
    &release::VERB,
    &roll_call::VERB,
    &remark::VERB,
    &improve::VERB,
    &plan::VERB,
    &judge::VERB,
    &observe::VERB,
];
