//! What has to be looked at again: a card of its own, one key that says it is still right, and no count that moves.

use crate::support::stage::Stage;

/// A notice that rests on how many are affected, and what is done with what was lent out as long as somebody wants it back.
const OFFER: &str = r#"
schema = 1

[playbook]
id = "offer"
title = "Credit monitoring"
jurisdiction = "US-WV"
source = { title = "Offer", organisation = "Example University" }

[clauses]
A = { at = "1", text = "Say how many are affected, offer credit monitoring to them, and tell the board if it is wanted." }

[[phase]]
id = "notify"
title = "Notify"

[[question]]
id = "affected"
phase = "notify"
ask = "How many individuals are affected?"
answer = "number"
cite = "A"

[[question]]
id = "wanted"
phase = "notify"
ask = "Does the board want to be told?"
answer = "yes_no"
again = [{ on = ["affected"] }]
cite = "A"

[[task]]
id = "offer"
phase = "notify"
title = "Offer credit monitoring"
record = "To whom was it offered, by whom, and when?"
verb = "shall"
again = [{ on = ["affected"] }]
cite = "A"

[[task]]
id = "tell"
phase = "notify"
title = "Tell the board"
record = "Who told the board, and what?"
verb = "shall"
when = "wanted"
cite = "A"
"#;

/// All done with 140; then it is 9,000.
fn grown() -> Stage {
    let stage = Stage::on(OFFER)
        .keys(r#"<enter> "140" <enter> y <enter> <enter> "To all 140" <enter> <enter> "Jo Park did" <enter>"#);
    let stage = stage.shows("NOTHING IS LEFT TO DO").keys(r#"/ "How many individuals" <enter> <enter> "9000" <enter>"#);
    stage.keys("<enter> <esc> <esc>").keys("g g")
}

#[test]
fn what_rests_on_a_number_that_changed_is_shown_with_what_was_and_what_is() {
    for (columns, lines) in [(80, 24), (120, 40), (60, 20)] {
        let stage = grown().at(columns, lines).keys(r#"/ "Offer credit" <enter>"#).shows("LOOK AGAIN");
        let stage = stage
            .shows("Recorded Done: To all 140")
            .shows("Was 140 How many individuals are affected")
            .shows("Is 9000")
            .shows("still right");
        let stage = stage.shows("record anew").shows("counts as done until");
        stage.keys("g s").shows("look again").shows("! Offer credit monitoring");
    }
}

#[test]
fn one_key_says_that_it_is_still_right_and_a_change_after_that_brings_it_back() {
    let stage = grown().keys(r#"/ "Offer credit" <enter>"#).shows("LOOK AGAIN").keys("=").shows("✓ k4-");
    let stage = stage.keys(r#"/ "Offer credit" <enter>"#).shows_not("LOOK AGAIN");
    let stage = stage.keys(r#"/ "How many individuals" <enter> <enter> <ctrl-u> "9001" <enter> <enter>"#).keys("g g");
    stage.keys(r#"/ "Offer credit" <enter>"#).shows("LOOK AGAIN").shows("Was 9000").shows("Is 9001");
}

#[test]
fn enter_on_such_a_card_records_anew_so_that_nobody_confirms_by_habit() {
    let stage = grown().keys(r#"/ "Offer credit" <enter> <enter>"#).shows("To whom was it offered");
    let stage = stage.keys(r#""To all 9,000" <enter>"#).keys(r#"/ "Offer credit" <enter>"#).shows_not("LOOK AGAIN");
    stage.keys("<space>").shows("To all 140");
}

#[test]
fn a_deed_that_does_not_apply_any_more_asks_what_becomes_of_it() {
    let stage = grown().keys(r#"/ "Does the board" <enter>"#).shows("LOOK AGAIN").keys("n <enter>");
    let stage = stage.keys("<enter>").keys(r#"/ "Tell the board" <enter>"#).shows("LOOK AGAIN");
    let stage = stage.shows("does not apply any more").keys("=").shows("Still right: Tell the board");
    let stage = stage.keys(r#""They were told that it was not needed" <enter>"#).shows("✓ k4-");
    stage.keys(r#"/ "Tell the board" <enter>"#).shows_not("LOOK AGAIN");
}

#[test]
fn the_case_is_not_closed_over_what_is_to_be_looked_at_again() {
    let stage = grown().keys("g s").shows("All: 0 to do, 2 look again").keys("v v").shows("2 look again");
    stage.shows("Offer credit monitoring").shows("Does the board want to be told").shows_not("Tell the board");
}

#[test]
fn a_list_that_lacks_rows_is_said_to_be_complete_as_it_stands_with_the_same_key() {
    let stage = Stage::on(include_str!("../lists/vendors.toml"));
    let stage = stage.keys(r#"/ "How many persons" <enter> <enter> "3" <enter>"#);
    let stage = stage.keys(r#"/ "People to be told" <enter> <enter> "Ana Example" <ctrl-s> <esc>"#);
    let stage = stage.keys(r#"/ "People to be told" <enter>"#).shows("= complete as it stands").shows("1 of 3");
    let stage = stage.keys("=").shows("Still right: People to be told").keys(r#""The others were tests" <enter>"#);
    stage.keys(r#"/ "People to be told" <enter>"#).shows_not("= complete as it stands");
}

#[test]
fn what_a_doubt_stands_beside_is_on_the_card_and_nobody_has_to_remember_it() {
    let stage = Stage::on(crate::judge::doubts::PLAYBOOK);
    let stage = stage.keys(r#"/ "When did it happen" <enter> <enter> "01:50" <enter>"#);
    let stage = stage.keys(r#"/ "When was it found" <enter> <enter> "01:30" <enter>"#).keys("<esc> <esc>");
    let stage = stage.keys(r#"/ "When was it found" <enter>"#).shows("LOOK AGAIN").shows("Recorded 22 Nov 01:30");
    stage.shows("Beside 22 Nov 01:50 · When did it happen?");
}

#[test]
fn the_key_that_strikes_is_offered_only_where_this_run_has_recorded_something() {
    let stage = Stage::trinity().keys(r#"w "Came in" <ctrl-s>"#).shows("z strike out");
    let stage = stage.restarted().keys("<enter> <enter>").shows("Came in").shows_not("z strike out");
    stage.keys(r#"w "And went" <ctrl-s>"#).shows("z strike out");
}
