//! What must not be done stands above every screen; all of it on the first card, until somebody goes on.

use crate::support::stage::Stage;

const ALL: [&str; 3] = ["DO NOT power off", "DO NOT log on", "DO NOT perform"];

#[test]
fn all_that_must_not_be_done_stands_on_the_first_card_until_somebody_goes_on() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let first = || Stage::home().starts("msu").at(columns, lines);
        let stage = ALL.iter().fold(first(), |stage, forbidden| stage.shows(forbidden));
        // On other screens, and once the cursor has gone on, one row says the first and how many more.
        let stage = stage.shows_not("and 2 more").keys("g s").shows(ALL[0]).shows("and 2 more");
        let stage = stage.keys("g g").shows(ALL[2]).keys("<down>").shows_not(ALL[2]).shows("and 2 more");
        stage.keys("<up>").shows_not(ALL[2]).restarted().keys("<enter> <enter>").at(columns, lines).shows(ALL[2]);
        let stage = first().keys(r#"<enter> "The server in room 12" <enter>"#).shows_not(ALL[2]).shows(ALL[0]);
        stage.shows("and 2 more");
    }
}

#[test]
fn the_key_that_strikes_is_not_offered_where_nothing_can_be_struck() {
    let stage = Stage::home().starts("msu").shows("Case opened").shows_not("z strike out");
    let stage = stage.keys(r#"w "By telephone" <ctrl-s>"#).shows("z strike out").keys("z").shows("Struck out");
    stage.shows_not("z strike out").keys("z").shows("Struck already; e strikes any other.");
}
