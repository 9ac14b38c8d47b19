//! The real program in a real terminal, and what can go wrong there: signals, a terminal that vanishes, odd sizes, pastes, kills,
//! disks. Nothing here waits for time to pass, only for what is on the screen.
#![cfg(unix)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

mod asked;
mod at_the_console;
mod at_the_table;
mod disk;
mod drill;
mod endings;
mod first_night;
mod gone;
mod hostile;
mod kill;
mod looking_back;
mod looks;
mod names;
mod night;
mod overtaken;
mod paste;
mod pipes;
mod reviewed;
mod set_clock;
mod sizes;
mod slow;
mod tabletops;
mod terminal;
mod together;
mod unfit;
mod unreleased;
