//! A drill in two real terminals on one folder: the facilitator's console and the players' screen, and the projector beside them.

use crate::night::{ENTER, Night, USUAL};
use rustix::process::Signal;

#[test]
fn what_is_sent_on_the_console_comes_on_the_players_screen_and_is_read_there() {
    let night = Night::new();
    let mut console = night.screen(&["drill", "run", "trinity-form", "--by", "Ana Ortiz"], USUAL);
    console.shows("Roll-call").keys(".\r").shows("facilitator only").shows("NOT STARTED");
    let case = night.only_case();
    let case = case.to_str().unwrap();
    let mut players = night.screen(&["open", case, "--by", "C. Lund"], USUAL);
    players.shows("Who is at the keyboard?").keys(ENTER).shows("NOT STARTED");
    let mut room = night.screen(&["drill", "show", case], USUAL);
    room.shows("NOT STARTED");
    console.keys(" ").shows("RUNNING").keys(ENTER).shows("0 of 3");
    players.shows("RUNNING").shows("INJECT 1").keys(ENTER).hides("INJECT 1");
    console.shows("read 15:3");
    room.shows("RUNNING").shows("██");
    console.keys(" ").shows("PAUSED");
    players.shows("PAUSED");
    // No title of an inject, which only the facilitator has, is on the other two screens.
    for screen in [&mut players, &mut room] {
        let sent = String::from_utf8_lossy(&screen.raw()).into_owned();
        assert!(!sent.contains("A parent finds the table"), "{sent}");
    }
    console.signal(Signal::TERM);
    assert!(console.ends().success());
    // The clock is in the case: it goes on as it stood, and another console finds it so.
    let mut again = night.screen(&["drill", "console", case, "--by", "Ana Ortiz"], USUAL);
    again.shows("YOU ARE BACK").keys(ENTER).shows("PAUSED").shows("read 15:3");
    for screen in [&mut again, &mut players, &mut room] {
        assert!(screen.signal(Signal::TERM).ends().success());
    }
}
