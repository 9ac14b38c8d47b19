//! A laptop whose clock is wrong: what it said stays, and the time by the watch stands beside it.

use crate::support::desk::Desk;
use crate::support::say;

#[test]
fn a_compared_watch_puts_its_time_beside_the_clock_of_every_entry_of_that_run() {
    let mut desk = Desk::open("trinity");
    let before = desk.answer("multiple_individuals", "yes").recorded;
    assert_eq!(desk.session.state().by_the_watch(&before), None, "nobody looked at a watch yet");
    desk.record(say::time_check("02:11"));
    let corrected = desk.session.state().by_the_watch(&before).map(|at| at.short_in(desk.session.now()));
    assert_eq!(corrected.as_deref(), Some("22 Nov 02:11"));
    assert_eq!(before.reading.wall.short_in(desk.session.now()), "22 Nov 02:13", "what the laptop said is not changed");
}

#[test]
fn a_clock_that_agrees_with_the_watch_needs_no_second_time() {
    let mut desk = Desk::open("trinity");
    let answer = desk.answer("multiple_individuals", "yes").recorded;
    desk.record(say::time_check("02:13:44"));
    assert_eq!(desk.session.state().by_the_watch(&answer), None);
}
