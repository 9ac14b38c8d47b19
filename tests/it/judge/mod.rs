//! What the guide says of a case: what is asked, chosen, decided, asked again, and the page of the status.

mod answers;
mod arises;
mod asked;
mod cells;
mod choices;
mod clocks;
mod closed;
mod corrections;
mod doubts;
mod ends;
mod given_up;
mod pauses;
mod renewal;
mod roughly;
mod scales;
mod settled;
mod status_page;
mod strikes;
mod thresholds;
mod verdicts;
mod waits;
mod watch;
