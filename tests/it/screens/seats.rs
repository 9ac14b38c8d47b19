//! The form of a decision offers who may sit in the seat, and takes nobody unread.

use crate::support::stage::Stage;
use breachbook::case::Fact;

/// Opens the decision by its card, with the first option chosen.
const ESCALATE: &str = r#"/ "Escalate to" <enter> 1"#;

fn decided(stage: &Stage) -> (String, Option<String>, Option<String>) {
    let log = &stage.app.case().unwrap().state().log;
    let found = log.iter().rev().find_map(|row| match &row.recorded.fact {
        Fact::Decided { person, standing_in, .. } => {
            Some((row.recorded.who.by.clone(), person.clone(), standing_in.clone()))
        }
        _ => None,
    });
    found.unwrap()
}

/// The Privacy Officer was reached by telephone.
fn reached() -> Stage {
    Stage::trinity().keys(r#"1 "Ana Ortiz" <enter>"#).shows("Ana Ortiz")
}

#[test]
fn who_was_reached_as_the_role_is_offered_and_read_once_before_it_is_recorded() {
    let stage = reached().keys(ESCALATE).shows("Who decided (name): Ana Ortiz");
    let stage = stage.keys(r#""Health data" <enter>"#).shows("Enter takes the name that stands here");
    let stage = stage.keys("<enter>");
    assert_eq!(decided(&stage), ("R. Okafor".into(), Some("Ana Ortiz".into()), None));
    stage.keys(r#"<enter> / "Escalate to" <enter>"#).at(120, 40).shows("Privacy Officer (Ana Ortiz)");
}

#[test]
fn another_name_replaces_it_with_whose_place_it_was_and_an_empty_line_is_not_stated() {
    let stage = reached().keys(ESCALATE).keys(r#""Health data" <enter> "Kim Osei" <tab>"#);
    let stage = stage.keys(r#""Ana Ortiz" <ctrl-s>"#);
    assert_eq!(decided(&stage), ("R. Okafor".into(), Some("Kim Osei".into()), Some("Ana Ortiz".into())));
    let stage = reached().keys(ESCALATE).keys(r#""Health data" <enter> <ctrl-u> <enter>"#);
    assert_eq!(decided(&stage), ("R. Okafor".into(), None, None));
    stage.keys("<enter> g r <end> <enter>").shows_not("(Ana Ortiz)").shows("by R. Okafor");
}

#[test]
fn where_nobody_is_known_nobody_is_offered_least_of_all_who_sits_at_the_keyboard() {
    let stage = Stage::trinity().keys(ESCALATE).shows("Who decided (name):").shows_not("(name): R. Okafor");
    let stage = stage.keys(r#""Health data" <enter>"#);
    assert_eq!(decided(&stage), ("R. Okafor".into(), None, None));
}
