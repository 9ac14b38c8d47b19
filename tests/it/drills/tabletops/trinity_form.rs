//! The excursion form that anyone could open, played once: figures by hand from the lines of the play.
//!
//! Inject 1 goes out at 0:20, from where figures count. From the pause on, minutes are 2:00 less than what the play says.

use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/trinity-form.txt");

const EXPECTED: [&str; 26] = [
    "e_told met, 1:30",
    "e_discovered met, 2:40",
    "e_escalate met, 22:50",
    "e_stand_in met, 4:15",
    "e_breach met, 10:25",
    "e_health met, 1:30",
    "e_multiple met, 2:00",
    "e_evidence met, 11:00",
    "e_copy_first met judged; not judged",
    "e_harm met, 2:00",
    // 33:00, and its window closed at 32:00.
    "e_systemic partly, late by 1:00",
    "e_concerned met, 3:30",
    "e_convened met, 8:00",
    // Sent at 28:00 with 12 minutes, recorded at 41:00, when part 2 had begun.
    "e_contained partly, late by 1:00",
    // Answered on Friday, on "could".
    "e_media met, ahead",
    "e_strategy met, 6:30",
    "e_council met, 2:00",
    "e_levnt partly, late by 6:00",
    "e_aware missed, closed at 56:00",
    "e_real_risk met, 2:00",
    "e_notify met, 6:00",
    // First "notify", changed at 63:00.
    "e_notify_now partly, late by 2:00",
    // The call at 64:00 leaves it open; the adviser is recorded at 69:00.
    "e_commissioner met, 11:00",
    "e_site met, 4:00",
    // Sent at 66:10 with 9 minutes, and the end came at 75:00.
    "e_actions not reached",
    "e_plans not judged",
];

const FIGURES: [&str; 14] = [
    "first call 1:30, reached 45:40",
    "first report never, tried 1:30",
    "escalation 22:50, real 22:50, by the clock 22:50",
    // From Friday 15:30:20 to Saturday 09:19:00.
    "notify 56:40, real 58:40, by the clock 1068:40; then at 62:40: Notify them immediately",
    "played 75:00, real 77:00, paused 2:00 (1)",
    "part 2 sets the clock from Fri 16:08:00 to Sat 09:00:00, by 1012:00",
    "part 3 sets the clock from Sat 09:28:00 to Mon 08:30:00, by 2822:00",
    "met 19 of 24 (79 %), met or partly 23 of 24 (96 %); missed 1, not reached 1, not judged 1, n/a 0",
    "inject 11: offered 20:20 for e_escalate, sent 21:00",
    "inject 12: not offered, not sent",
    "inject 13: offered 20:00 for e_evidence, not sent",
    "inject 14: offered 66:00 for e_commissioner, sent 67:00",
    "calls 4, reached 3",
    "decided council 1, principal 2, privacy_officer 2, response_team 2; by somebody absent 2",
];

#[test]
fn the_excursion_form_is_played_to_its_end_with_every_expectation_as_by_hand() {
    let came = played("trinity-form", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}

#[test]
fn the_excursion_form_comes_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    let came = played_on_two_laptops("trinity-form", PLAY);
    assert_eq!(came.expected, EXPECTED);
    assert_eq!(came.figures, FIGURES);
}
