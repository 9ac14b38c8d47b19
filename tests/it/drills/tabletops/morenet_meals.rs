//! The lunch accounts, played once: figures by hand from the lines of the play.

use super::came::by_hand;
use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/morenet-meals.txt");
const CAME: &str = include_str!("../../../drills/plays/morenet-meals.came.txt");

#[test]
fn the_lunch_accounts_are_played_to_their_end_with_every_expectation_as_by_hand() {
    assert_eq!(played("morenet-meals", PLAY), by_hand(CAME));
}

#[test]
fn the_lunch_accounts_come_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    assert_eq!(played_on_two_laptops("morenet-meals", PLAY), by_hand(CAME));
}
