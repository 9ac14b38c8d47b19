//! The forwarded mailbox, played once: figures by hand from the lines of the play.
//!
//! Inject 1 goes out at 0:15, from where figures count. Nothing stands still, so minutes are those of the play.

use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/shepherd-mailbox.txt");

const EXPECTED: [&str; 25] = [
    "e_it_services met, 2:30",
    "e_counsel met, 2:30",
    // One seat at 12:00, the other at 19:30.
    "e_at_risk met, 13:30",
    "e_disable met, 4:45",
    "e_nothing_closed met judged; not judged",
    "e_no_deputy partly judged; not judged",
    "e_who_acts met, 8:00",
    "e_hundred met, 1:00",
    "e_not_database met, 3:00",
    "e_gap partly, late by 0:30",
    "e_harm met, 8:00",
    "e_residents met, 5:00",
    // The last element is answered at 44:00.
    "e_notices met, 10:00",
    "e_maryland missed, closed at 46:00",
    "e_lost met, 2:00",
    "e_supd met, 6:30",
    "e_recount met, 2:50",
    // Called on Tuesday, as soon as the category was decided.
    "e_vp met, ahead",
    "e_communications partly, late by 0:50",
    // Sent 5 minutes later than planned.
    "e_waves partly, late by 0:30",
    "e_vendor_university met, 5:00",
    "e_vendor_users met, 4:00",
    "e_credit n/a, skipped",
    "e_public n/a, skipped",
    "e_release missed, closed at 89:00",
];

const FIGURES: [&str; 12] = [
    "first call 2:30, reached 2:30",
    "first report 2:30, real 2:30, by the clock 2:30, tried 2:30",
    "escalation 19:15, real 19:15, by the clock 19:15; it_services 11:45; general_counsel 19:15",
    "notify 43:45, real 43:45, by the clock 43:45",
    "played 90:00, real 90:00, paused 0:00 (0)",
    "part 2 sets the clock from Tue 09:58:00 to Wed 08:30:00, by 1352:00",
    "met 17 of 23 (74 %), met or partly 21 of 23 (91 %); missed 2, not reached 0, not judged 0, n/a 2",
    "inject 13: not offered, not sent",
    "inject 14: offered 38:00 for e_gap, sent 38:30",
    "inject 15: offered 71:00 for e_waves, not sent",
    "calls 6, reached 6",
    // In force at the end: the category of exactly 100 is no question any more.
    "decided ciso 1, general_counsel 3, it_services 1, university 0; by somebody absent 0",
];

#[test]
fn the_forwarded_mailbox_is_played_to_its_end_with_every_expectation_as_by_hand() {
    let came = played("shepherd-mailbox", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}

#[test]
fn the_forwarded_mailbox_comes_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    let came = played_on_two_laptops("shepherd-mailbox", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}
