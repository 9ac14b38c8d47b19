//! What the guide says of a case: what is asked, chosen, decided, asked again, and the page of the status.

mod answers;
mod arises;
mod asked;
mod cells;
mod choices;
mod clocks;
mod closed;
mod corrections;
pub mod doubts;
pub mod ends;
pub mod given_up;
mod parts;
mod pauses;
mod renewal;
mod roughly;
mod scales;
pub mod settled;
mod silences;
mod status_page;
mod strikes;
mod thresholds;
mod verdicts;
pub mod waits;
mod watch;
