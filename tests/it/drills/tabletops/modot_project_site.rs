//! The shared project site, played once: figures by hand from the lines of the play.
//!
//! Inject 1 goes out at 0:10, from where figures count. The table stands still from 20:00 to 22:00, so that from then on minutes are
//! 2:00 less than the real time of the play.

use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/modot-project-site.txt");

const EXPECTED: [&str; 31] = [
    // Engaged, and an attempt is enough.
    "e_call_ai met, 3:00",
    "e_indication met judged; not judged",
    "e_no_answer met, 4:30",
    "e_cco met, 2:00",
    "e_is met, 3:00",
    "e_guidance met, 5:00",
    "e_guided_first met judged; not judged",
    // The third office at 39:30; the window of inject 3 closed at 38:00.
    "e_scope partly, late by 1:30",
    "e_leader partly, late by 0:30",
    "e_owner met, 7:30",
    "e_third_parties met, 2:30",
    "e_contractor_data met, 3:30",
    // One at 36:00, the other eight at 41:30; the window closed at 40:30.
    "e_contractors partly, late by 1:00",
    "e_not_the_workers not judged",
    "e_infrastructure met, 1:30",
    "e_police met, 5:30",
    "e_precautions met, 8:00",
    "e_boards met, 2:45",
    "e_boards_decided met, 7:45",
    "e_both_counties met, 2:30",
    "e_which_agencies missed, closed at 61:30",
    "e_severity_cco met, 3:00",
    "e_severity_ai met, 4:00",
    "e_severity_is partly, late by 1:00",
    // Split at 66:00, agreed at 74:00.
    "e_call_center met, 14:00",
    "e_credit met, 7:00",
    "e_coordinates met, 3:00",
    "e_media partly, late by 0:30",
    "e_individuals met, 9:00",
    "e_preserve met, 4:00",
    // Sent 3 minutes later than planned, at 79:00, and the end came at 88:00.
    "e_custody not reached",
];

const FIGURES: [&str; 12] = [
    "first call 3:00, reached 11:50",
    "first report 11:50, real 11:50, by the clock 11:50, tried 3:00",
    "escalation 39:20, real 41:20, by the clock 39:20; ai 34:20; cco 34:50; is 39:20",
    // From Monday 13:05:10 to Tuesday 08:02:00.
    "notify 76:50, real 78:50, by the clock 1136:50",
    "played 88:00, real 90:00, paused 2:00 (1)",
    "part 2 sets the clock from Mon 13:50:00 to Tue 07:30:00, by 1060:00",
    "met 23 of 29 (79 %), met or partly 28 of 29 (97 %); missed 1, not reached 1, not judged 1, n/a 0",
    "inject 12: not offered, not sent",
    "inject 13: offered 40:30 for e_contractors, sent 41:00",
    "inject 14: not offered, not sent",
    "calls 10, reached 8",
    "decided ai 3, cco 2, cr 3, department 2, is 2, itsd 0; by somebody absent 0",
];

#[test]
fn the_shared_project_site_is_played_to_its_end_with_every_expectation_as_by_hand() {
    let came = played("modot-project-site", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}

#[test]
fn the_shared_project_site_comes_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    let came = played_on_two_laptops("modot-project-site", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}
