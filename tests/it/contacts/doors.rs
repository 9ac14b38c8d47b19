//! The same person and the same number through every door: the status, the screen, the plain walk, the command line.

use crate::contacts::lists::{NIGHT, desk, with_ruiz};
use crate::support::stage::Stage;
use breachbook::case::{CallOutcome, Fact};
use std::path::PathBuf;

/// The program at Home, with a phone list beside the cases.
fn stage(list: &str) -> Stage {
    let stage = Stage::home();
    let file: PathBuf = stage.library().join("contacts.toml");
    std::fs::write(file, list).unwrap();
    stage.starts("trinity")
}

/// Opens the form of the call that tells the Privacy Officer, and chooses an outcome by its number.
fn logged(stage: Stage, outcome: &str) -> Stage {
    stage.keys(&format!("g c <home> {outcome} <ctrl-s>"))
}

#[test]
fn screen_and_status_name_the_same_person_and_number_before_and_after_each_attempt() {
    let mut desk = desk(NIGHT);
    let mut stage = stage(NIGHT).keys("g c <home>").at(120, 40);
    let mut tried = String::new();
    for outcome in ["2", "4", "3", "8"] {
        let row = desk.status()["contacts"][0].clone();
        let (person, channel) = (row["person"].as_str().unwrap(), row["channel"].as_str().unwrap());
        assert_eq!(row["source"], "phone-list");
        stage = stage.keys("g c <home>").shows(&format!("Privacy Officer, {person}")).shows(channel).shows(&tried);
        // The card says who was tried, not only who comes now.
        let ended = CallOutcome::parse_typed(outcome).unwrap().label().to_lowercase();
        tried = format!("Privacy Officer, {person}, {channel}: {ended}");
        stage = logged(stage, outcome);
        desk.call("tell_privacy_officer", outcome);
    }
}

/// A case whose call has an alternate in the policy, opened again with a phone list for both roles.
fn with_alternate() -> Stage {
    let stage = Stage::every_kind();
    let list = NIGHT.replace("\"principal\"", "\"head\"").replace("role = \"deputy\"", "role = \"counsel\"");
    std::fs::write(stage.library().join("contacts.toml"), list).unwrap();
    stage.restarted().keys("<enter> 1 <enter>").at(100, 40)
}

/// What the log says of the only call.
fn called(stage: Stage) -> (Option<String>, Option<String>) {
    let state = stage.app.case().unwrap().state();
    let called = state.log.iter().find_map(|row| match &row.recorded.fact {
        Fact::Called { person, channel, .. } => Some((person.clone(), channel.clone())),
        _ => None,
    });
    called.unwrap()
}

#[test]
fn the_form_has_the_person_and_the_number_in_it() {
    let stage = with_alternate().keys("/ \"Tell the head\" <enter> <enter>");
    let stage = stage.shows("M. Ito").shows("home 555-0104").keys("2 <ctrl-s>");
    assert_eq!(called(stage), (Some("M. Ito".into()), Some("home 555-0104".into())));
}

#[test]
fn another_role_chosen_in_the_form_takes_its_own_person_and_number() {
    let stage = with_alternate().keys("/ \"Tell the head\" <enter> <enter> 2 <tab> 2 <ctrl-s>");
    assert_eq!(called(stage), (Some("B. Cole".into()), Some("mobile 555-0103".into())));
}

#[test]
fn a_name_that_was_taken_out_of_the_form_is_not_put_in_again() {
    let stage = with_alternate().keys("/ \"Tell the head\" <enter> <enter> 2 <tab> <tab> <ctrl-u> <ctrl-s>");
    assert_eq!(called(stage), (None, Some("home 555-0104".into())));
}

#[test]
fn now_and_calls_show_the_number_to_dial_and_who_is_away() {
    let list = with_ruiz("away = [{ from = 2026-11-20, to = 2026-11-30, deputy = \"m_ito\" }]");
    let stage = stage(&list).at(120, 40);
    let stage = stage.shows("M. Ito").shows("home 555-0104").shows("A. Ruiz is away until 2026-11-30");
    stage.keys("g c / \"Privacy Officer\" <esc> <end> <home>").shows("A. Ruiz is away until 2026-11-30");
}

#[test]
fn warnings_of_the_list_stand_above_everybody_and_the_palette_shows_the_list() {
    let list = NIGHT.replacen("verified = 2026-10-02, verified_by = \"B. Cole\"", "verified = 2024-01-31", 1);
    let stage = stage(&list).keys("g c <end>").at(120, 40).shows("in the phone list (:phone list)");
    let stage = stage.keys(": \"phone list\" <enter>").shows("A. Ruiz, mobile 555-0101: last tried on 2024-01-31");
    stage.keys("<esc>").shows("in the phone list");
    let stage = Stage::trinity().keys("g c <end>").shows_not("in the phone list");
    stage.keys(": \"phone list\" <enter>").shows("There is no phone list");
}

#[test]
fn a_list_that_cannot_be_read_is_told_and_the_case_opens_all_the_same() {
    let stage = stage("[[person]\n").at(120, 40);
    stage.shows("How did the suspected breach").shows("has 1 mistake");
}

#[test]
fn a_fill_in_is_read_before_anything_is_recorded_on_a_silence() {
    let stage = stage(NIGHT).at(120, 40).keys("/ \"filing\" <enter>");
    let shown = "Your organisation wrote on 2026-03-01 (Principal): The Principal's drive";
    stage.shows(shown);
}

#[test]
fn an_exercise_shows_names_and_no_number_of_anybody() {
    let stage = Stage::home();
    std::fs::write(stage.library().join("contacts.toml"), NIGHT).unwrap();
    let stage = stage.chooses("trinity").keys("t <enter>").shows("EXERCISE").at(120, 40).keys("g c <enter>");
    let stage = stage.shows("masked: the facilitator answers").shows_not("555-");
    // Nor does Home beside it, nor the card of the list.
    let stage = stage.keys("<esc> : \"phone list\" <enter>").shows("A. Ruiz").shows_not("555-");
    stage.keys("<esc> g h : \"phone list\" <enter>").shows_not("555-");
}
