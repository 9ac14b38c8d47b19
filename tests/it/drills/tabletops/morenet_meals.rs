//! The lunch accounts, played once: figures by hand from the lines of the play.
//!
//! Inject 1 goes out at 0:20, from where figures count. Nothing stands still, so minutes are those of the play.

use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/morenet-meals.txt");

const EXPECTED: [&str; 24] = [
    "e_counsel met, 7:00",
    // The page of a school stated it at 41:30, when no more than the event was confirmed.
    "e_not_stated missed",
    "e_own_search met, 4:00",
    "e_only_suspected met",
    "e_insurer_wants met, 2:00",
    "e_circumstances met, 5:00",
    "e_insurer met, 9:00",
    "e_alternate met, 3:00",
    "e_event met, 5:00",
    // One person at 29:00, the other at 31:00.
    "e_internal met, 11:00",
    "e_statement partly, late by 3:00",
    "e_tell_now met, 7:00",
    "e_no_answer met, 6:00",
    "e_own_data met, 2:00",
    "e_guidance met, 7:40",
    "e_laws met, 9:40",
    "e_terms met, 12:40",
    "e_dpa partly, late by 1:40",
    "e_kansas met, 7:00",
    "e_cause met judged; not judged",
    "e_both met, 2:30",
    "e_own_part missed judged; not judged",
    "e_warn met, 3:00",
    "e_mails met, 5:00",
];

const FIGURES: [&str; 12] = [
    "first call 4:00, reached 7:00",
    "first report 7:00, real 7:00, by the clock 7:00, tried 4:00",
    // Everybody on the list, not the first of them.
    "escalation 30:40, real 30:40, by the clock 30:40",
    // Both seats for waiting; with the vendor's word on the data there is nothing left to wait for.
    "notify 34:40, real 34:40, by the clock 34:40; organization 34:40; legal_counsel 33:40; \
     then at 46:00: holds no more",
    "played 75:00, real 75:00, paused 0:00 (0)",
    "part 2 sets the clock from Wed 09:24:00 to Tue 09:00:00, by 8616:00",
    "met 20 of 24 (83 %), met or partly 22 of 24 (92 %); missed 2, not reached 0, not judged 0, n/a 0",
    "inject 11: not offered, not sent",
    "inject 12: offered 40:00 for e_statement, sent 41:00",
    "inject 13: not offered, not sent",
    "calls 8, reached 7",
    "decided legal_counsel 0, organization 3; by somebody absent 0",
];

#[test]
fn the_lunch_accounts_are_played_to_their_end_with_every_expectation_as_by_hand() {
    let came = played("morenet-meals", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}

#[test]
fn the_lunch_accounts_come_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    let came = played_on_two_laptops("morenet-meals", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}
