//! Reviews on the screen: Home says what waits, a review is called a review, a point takes owner and day.

use crate::reviews::shelf::{found, missing, start};
use crate::support::stage::Stage;
use breachbook::journal::Mode;
use breachbook::playbook::bundled_text;
use breachbook::session::Session;

/// A review in the stage's library, opened on a day before the stage's own.
fn review(stage: &Stage, playbook: &str, day: &str) -> Session {
    start(&stage.library().join("cases"), playbook, bundled_text(playbook).unwrap(), day, Mode::Live)
}

#[test]
fn before_the_first_review_home_names_the_readiness_playbooks_apart_and_raises_no_alarm() {
    Stage::home()
        .at(80, 30)
        .shows("Something happened: start with")
        .shows("Before anything happens")
        .shows("Readiness reviews 5, none done yet")
        .shows_not("overdue")
        .keys("r")
        .shows("Readiness review (Trinity Lutheran College)")
        .shows("never reviewed");
}

#[test]
fn home_says_what_is_overdue_across_the_latest_reviews_and_which_it_is() {
    let stage = Stage::home().at(80, 40);
    let mut morenet = review(&stage, "morenet_readiness", "2025-03-02");
    found(&mut morenet, "retention_update", "Version 3", Some("A. Ruiz"), None);
    let mut trinity = review(&stage, "trinity_readiness", "2026-11-01");
    missing(&mut trinity, "filing_site", "Nobody has decided it", Some("Principal"), Some("2026-11-15"));
    let stage =
        stage.restarted().shows("Readiness reviews 2 overdue; 1 not in order,").shows("not reviewed").shows("REVIEW");
    stage
        .keys("r <down>")
        .shows("1 overdue")
        .shows("Update the retention and deletion plan (PRO-2b): in order since 2025-03-02, OVERDUE since 2026-03-02, owner A. Ruiz");
}

#[test]
fn the_key_on_a_playbook_shows_what_its_own_review_leaves() {
    let stage = Stage::home();
    let mut trinity = review(&stage, "trinity_readiness", "2026-11-01");
    missing(&mut trinity, "filing_site", "Nobody has decided it", Some("Principal"), Some("2026-11-15"));
    let stage = stage.restarted().at(100, 50);
    let trinity = stage.keys("r <end>");
    trinity.shows("not in order, OVERDUE since 2026-11-15, owner Principal");
}

#[test]
fn a_review_that_is_begun_on_the_screen_is_called_a_review_and_takes_owner_and_day() {
    let stage =
        Stage::home().at(100, 40).begins("trinity_readiness").shows("New review").shows("It counts as the latest");
    let stage =
        stage.keys("<enter>").shows("REVIEW").shows("Review the policy: the review date that it prints is 2021");
    let stage = stage
        .shows("Due again every 36 months (policy)")
        .keys("<enter>")
        .shows("2 Not in order: it stays to do")
        .shows("3 Not needed, or does not apply")
        .shows_not(" 4 Not needed")
        .keys(r#""Council reviewed it" <tab> "A. Ruiz" <tab> "2028-01-31" <ctrl-s>"#);
    let log = stage.keys("g r").shows("Council reviewed it");
    log.shows("owner: A. Ruiz; due 2028-01-31");
}

#[test]
fn a_practice_review_says_exercise() {
    Stage::home()
        .at(100, 40)
        .keys("r <end> t")
        .shows("does not count")
        .keys("<enter>")
        .shows("EXERCISE")
        .shows_not("REVIEW");
}
