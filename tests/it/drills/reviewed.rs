//! The review of an exercise that has ended, on the full screen: the same steps and words as a line at a time.

use super::after::played;
use super::table::Table;
use crate::support::stage::Stage;
use breachbook::case::{Fact, Tag};

fn console() -> (Table, Stage) {
    let mut table = played();
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock());
    (table, stage.keys("<esc>"))
}

#[test]
fn after_the_end_the_console_goes_through_the_whole_review() {
    let (_table, stage) = console();
    let stage = stage.shows("Still to come: hot wash, 1 rating, signature.").shows("What went well?");
    let stage = stage.keys("<enter>").shows("What went well?").keys("\"Called at once\" <enter>").shows("1 noted");
    let stage = stage.keys("<down> <enter>").shows("What was behind it");
    let stage = stage.keys("\"Nobody knew who stands in\" <tab> \"The policy names no deputy\" <enter>");
    let stage = stage.shows("Still to come: 1 rating, 1 action for a gap, signature.");
    let stage = stage.keys("<down> <enter> \"The form was the Principal's own\" <enter>");
    let stage = stage.keys("<down> <enter> \"Who stands in for the officer\" <enter>");
    // Without an observation nothing is rated.
    let stage = stage.keys("<down>").shows("nothing noted of it").keys("2").shows("What was seen?");
    let stage = stage.keys("\"They decided without the officer\" <ctrl-s>").shows("not rated");
    let stage = stage.keys("2").shows("Performed with some challenges: ").keys("\"Late for the families\" <enter>");
    let stage = stage.shows("Still to come: 1 action for a gap, signature.");
    let stage = stage.keys("<down> <enter>").shows("Gap: Nobody knew who stands in").shows("Whose is it");
    let stage = stage.keys("\"Name a deputy in the policy\" <enter> \"A. Ruiz\" <enter> \"someday\" <enter>");
    let stage = stage.shows("\"someday\" is no day.").keys("<ctrl-u> \"2099-03-01\" <enter>");
    let stage = stage.shows("A-1").shows("Still to come: signature.");
    let mut stage = stage.keys("<end> <enter> \"F. Lead, facilitator\" <enter>").shows("The review is complete.");
    let text = stage.text();
    assert!(!text.contains('○'), "nothing is left to do\n{text}");
    let conduct = stage.app.conducted().unwrap();
    let account = conduct.account();
    assert!(account.left().is_nothing());
    assert_eq!(
        account.figures.objectives[0].rating.as_ref().unwrap().because.as_deref(),
        Some("Late for the families")
    );
    let said: Vec<&str> = account.noted(Tag::HotWash).iter().map(|note| note.text).collect();
    assert_eq!(said, ["Surprise: The form was the Principal's own", "For the playbook: Who stands in for the officer"]);
    let gap = account.noted(Tag::Gap).into_iter().next().unwrap();
    assert_eq!(gap.because, Some("The policy names no deputy"));
    // The action names the note that it is from.
    let state = conduct.case().state();
    let row = state.rows("actions").next().unwrap();
    assert!(state.cell(row, "from").text().ends_with(&state.at(gap.at).id.to_string()));
}

#[test]
fn what_is_noted_of_the_review_lies_in_the_case_and_what_is_rated_in_the_control_folder() {
    let (_table, stage) = console();
    let stage = stage.keys("<enter> \"Called at once\" <enter> <end> <enter> \"F. Lead\" <enter>");
    let stage = stage.keys("<up> <enter> \"They decided\" <ctrl-s> 1 <enter>");
    let conduct = stage.app.conducted().unwrap();
    let kinds = |session: &breachbook::session::Session, of: fn(&Fact) -> bool| {
        session.state().log.iter().filter(|row| of(&row.recorded.fact)).count()
    };
    let noted = |fact: &Fact| matches!(fact, Fact::Noted { tag: Some(Tag::Strength | Tag::Signed), .. });
    let rated = |fact: &Fact| matches!(fact, Fact::Judged { verdict, .. } if breachbook::record::verbs::drill::judge::rates(*verdict));
    assert_eq!((kinds(conduct.case(), noted), kinds(conduct.control(), noted)), (2, 0));
    assert_eq!((kinds(conduct.case(), rated), kinds(conduct.control(), rated)), (0, 1));
}

#[test]
fn v_shows_the_injects_of_an_exercise_that_has_ended_and_comes_back_to_its_review() {
    let (_table, stage) = console();
    let stage = stage.keys("v <end>").shows("Expected").shows_not("Still to come").keys("v v").shows("Still to come");
    // A slip of a key of the exercise does nothing.
    stage.keys("h").shows("The exercise has ended; v shows its injects.");
}
