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

#[test]
fn home_says_what_of_the_review_is_still_to_come_ratings_too() {
    let mut table = played();
    table.lead("10:41:00").leave().unwrap();
    let home = |table: &Table| Stage::home_of(&table.cases());
    let stage = home(&table).shows("ended · review to do");
    stage.shows("Still to come: hot wash, 1 rating, signature.");
    let conduct = table.lead("10:42:00");
    conduct.remark("Called at once", Tag::Strength).unwrap();
    home(&table).shows("ended · review to do").shows("Still to come: 1 rating, signature.");
    let conduct = table.lead("10:43:00");
    conduct.remark("F. Lead", Tag::Signed).unwrap();
    let stage = home(&table).shows("ended · 1 rating to do");
    // What was rated beside the case is news, although nothing in the case has changed.
    let conduct = table.lead("10:44:00");
    conduct.observe("They decided", Tag::Strength, None, Some("o_escalate")).unwrap();
    conduct.judge("o_escalate", breachbook::case::Verdict::Performed, None).unwrap();
    home(&table).shows("ended").shows_not("to do ");
    drop(stage);
    // Whoever has the case alone is told that the rest is not known there.
    std::fs::remove_dir_all(table.control()).unwrap();
    home(&table).shows("ended").shows("What was judged and rated is not known here.");
}

#[test]
fn an_exercise_that_is_played_is_never_looked_into_from_home() {
    let mut table = Table::set();
    table.lead("10:00:00").start().unwrap();
    home_of_running(&table).shows_not("Review").shows_not("rating");
}

fn home_of_running(table: &Table) -> Stage {
    Stage::home_of(&table.cases())
}

#[test]
fn the_report_that_the_console_prints_is_that_of_both_folders_and_comes_out_the_same_again() {
    let mut table = super::after::reviewed();
    let conduct = table.conduct.take().unwrap();
    let case = table.case();
    let stage = Stage::leads(conduct, table.clock()).keys("<esc> p").shows("Print: After-action report");
    let stage = stage.keys("4 <ctrl-s>").shows("Recorded as");
    let entry = {
        let state = stage.app.conducted().unwrap().case().state();
        state.name((0..state.log.len()).rfind(|at| matches!(state.at(*at).fact, Fact::Exported { .. })).unwrap())
    };
    let documents = std::fs::read_dir(case.path().join("documents")).unwrap();
    let made: Vec<_> = documents.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap()).collect();
    let [made] = made.as_slice() else { panic!("{made:?}") };
    assert!(
        made.contains("Nobody can reach the officer") && made.contains("The control folder that this was made from")
    );
    assert!(!made.contains("Made from the case alone"), "{made}");
    let again = super::after::run(&table, &["export", &case.name(), "--again", &entry, "--out", "-"]);
    assert_eq!((again.code, again.out.as_str()), (0, made.as_str()), "{}", again.err);
    // The page on the screen is the same one.
    stage.keys("g p").at(100, 40).keys("<end>").shows("After-action report").shows_not("Made from the case alone");
}

#[test]
fn the_console_says_what_earlier_exercises_under_the_same_policy_left_to_do() {
    let mut table = super::after::reviewed();
    table.lead("10:50:00").leave().unwrap();
    let next = Table::set();
    let cases = table.cases();
    let mut next = next;
    let conduct = next.conduct.take().unwrap();
    let mut stage = Stage::leads_in(&cases, conduct, next.clock());
    stage.reads();
    stage.at(120, 40).shows("Parked 0 · Improvements 1 open: A-1");
}
