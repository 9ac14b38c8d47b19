//! Home: which case to go on with, and what to begin.

use crate::judge::ends;
use crate::support::desk::clock;
use crate::support::stage::Stage;
use crate::verbs::{cells, draft};
use breachbook::journal::Mode;
use breachbook::session::{NewSession, PlaybookFiles, Session};

fn line_with<'t>(text: &'t str, wanted: &str) -> &'t str {
    text.lines().find(|line| line.contains(wanted)).unwrap_or_else(|| panic!("{wanted:?} is not shown:\n{text}"))
}

#[test]
fn a_new_incident_takes_a_digit_and_enter_once_the_name_is_known() {
    let stage = Stage::home().shows("No case yet. Choose a policy: 1-5.").keys("5").shows("New incident: LIVE");
    let stage = stage.shows_not("Title").keys("<enter>");
    assert_eq!(stage.app.case().unwrap().playbook().id.as_str(), "trinity");
    stage.shows("LIVE").shows("Tell the Privacy Officer of the suspected breach, immediately");
}

#[test]
fn cases_of_one_policy_bear_different_titles_even_in_the_same_minute() {
    let stage = Stage::trinity().keys("g h 5 <enter> g h 5 <enter> g h");
    let cases = breachbook::store::Library::at(stage.library().join("cases")).list().unwrap();
    let titles: std::collections::BTreeSet<_> = cases.iter().map(|case| case.title.clone()).collect();
    assert_eq!(titles.len(), 3, "{titles:?}");
}

#[test]
fn an_exercise_is_begun_on_the_selected_policy_and_says_so_before_it_is_opened() {
    let stage = Stage::home().chooses("msu").keys("t").shows("New EXERCISE").shows("Michigan State University");
    let stage = stage.keys("<enter>").shows("EXERCISE");
    assert_eq!(stage.app.case().unwrap().mode(), breachbook::journal::Mode::Exercise);
}

#[test]
fn a_digit_that_stands_for_no_policy_begins_nothing() {
    let stage = Stage::home().keys("9").shows("Something happened: start with");
    assert!(stage.app.case().is_none());
}

#[test]
fn a_case_says_how_much_is_to_do_and_who_recorded_last_and_the_selected_one_what() {
    let stage = Stage::trinity().keys("g h").shows("18 to do").shows("last: Case opened");
    let stage = stage.shows("Clock “immediately” Telling the Privacy Officer");
    let mut stage = stage.keys(r#"<enter> "A. Ruiz" <enter> g h"#);
    let text = stage.text();
    assert!(line_with(&text, "18 to do").contains("02:13 A. Ruiz"), "{text}");
}

#[test]
fn home_has_one_selected_row_and_stays_in_its_lines_at_every_size() {
    for (columns, lines) in [(80, 24), (60, 20), (120, 40)] {
        let mut stage = Stage::trinity().keys("g h").at(columns, lines);
        let text = stage.text();
        assert_eq!(text.matches('▸').count(), 1, "{text}");
        stage.keys("<end>").shows("▸ f Phone list");
    }
}

#[test]
fn a_name_of_the_phone_list_is_chosen_by_its_digit() {
    let stage = Stage::home();
    let list = "schema = 1\n[[person]]\nid = \"pryce\"\nname = \"Dana Pryce\"\nchannels = [{ kind = \"mobile\", \
                value = \"0400 555 0199\" }]\n[[holder]]\nrole = \"privacy_officer\"\npeople = [\"pryce\"]\n";
    std::fs::write(stage.library().join("contacts.toml"), list).unwrap();
    let stage = stage.keys("r <esc>").shows("roles have no number");
    let stage = stage.keys("5").shows("1 Dana Pryce Privacy Officer").keys("1 <enter>");
    assert_eq!(stage.app.case().unwrap().person(), "Dana Pryce");
}

/// A closed case with an action that is due on 5 December.
fn closed_with_an_action(stage: &Stage) -> Session {
    let loaded = breachbook::playbook::load(&[breachbook::source::Source::new("ends.toml", ends::PLAYBOOK)]);
    let files = vec![("ends.toml".to_owned(), ends::PLAYBOOK.as_bytes().into())];
    let playbook = PlaybookFiles { playbook: loaded.playbook.unwrap(), files };
    let new = NewSession { playbook, title: "Lost keys", person: "R. Okafor", mode: Mode::Live };
    let mut session = Session::start(&stage.library().join("cases"), new, Box::new(clock())).unwrap();
    let action = cells(draft("row", "actions", &[("name", "Change the locks")]), &[("due", "2026-12-05")]);
    session.submit(&action).unwrap();
    session.submit(&draft("answer", "occurred", &[("value", "no")])).unwrap();
    session.submit(&draft("task", "file_report", &[("outcome", "done"), ("words", "Number 12")])).unwrap();
    session.submit(&draft("close", "", &[("role", "Board")])).unwrap();
    session
}

#[test]
fn an_action_with_a_day_outlives_its_case_on_home_until_it_is_filled_in() {
    let stage = Stage::home();
    let mut session = closed_with_an_action(&stage);
    let action = session
        .state()
        .log
        .iter()
        .position(|row| row.recorded.fact.entry_kind().is_some_and(|kind| kind.word() == "row_added"));
    let action = session.state().name(action.unwrap());
    let stage = stage.restarted().shows("closed").shows("1 action, due 5 Dec");
    let stage = stage.after(14 * 24 * 3600).restarted().shows("1 action, over since 5 Dec");
    let done = cells(draft("change", &action, &[("reason", "They were changed.")]), &[("done", "2026-12-04")]);
    session.submit(&done).unwrap();
    stage.restarted().shows("closed").shows_not("1 action");
}
