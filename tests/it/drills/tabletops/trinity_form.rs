//! The excursion form that anyone could open, played once: figures by hand from the lines of the play.

use super::came::by_hand;
use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/trinity-form.txt");
const CAME: &str = include_str!("../../../drills/plays/trinity-form.came.txt");

#[test]
fn the_excursion_form_is_played_to_its_end_with_every_expectation_as_by_hand() {
    assert_eq!(played("trinity-form", PLAY), by_hand(CAME));
}

#[test]
fn the_excursion_form_comes_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    assert_eq!(played_on_two_laptops("trinity-form", PLAY), by_hand(CAME));
}
