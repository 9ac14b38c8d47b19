//! The forwarded mailbox, played once: figures by hand from the lines of the play.

use super::came::by_hand;
use super::play::{played, played_on_two_laptops};

const PLAY: &str = include_str!("../../../drills/plays/shepherd-mailbox.txt");
const CAME: &str = include_str!("../../../drills/plays/shepherd-mailbox.came.txt");

#[test]
fn the_forwarded_mailbox_is_played_to_its_end_with_every_expectation_as_by_hand() {
    assert_eq!(played("shepherd-mailbox", PLAY), by_hand(CAME));
}

#[test]
fn the_forwarded_mailbox_comes_to_the_same_on_two_laptops_with_the_console_killed_again_and_again() {
    assert_eq!(played_on_two_laptops("shepherd-mailbox", PLAY), by_hand(CAME));
}
