//! Several reviews of one playbook: a finding stands until its point is reviewed anew, whichever review it is from.

use crate::reviews::shelf::{Shelf, answer, at, found, later, missing};
use crate::support::program::Home;
use breachbook::journal::Mode;
use breachbook::judge::view::review::{Finding, Point};
use breachbook::playbook::bundled_text;
use breachbook::session::reviews::{self, Reviewed};

/// What the reviews of the only playbook on the shelf say on a day.
fn reviewed(shelf: &Shelf, day: &str) -> Reviewed {
    let (mut reviews, remarks) = reviews::latest(&shelf.library(), at(day)).unwrap();
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!(reviews.len(), 1);
    reviews.remove(0)
}

fn point(reviewed: &Reviewed, id: &str) -> Point {
    let points = reviewed.points();
    points.into_iter().find(|(item, _)| item.id.as_str() == id).unwrap().1
}

#[test]
fn a_second_review_that_is_only_begun_leaves_every_earlier_finding_standing() {
    let shelf = Shelf::new();
    let mut first = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    missing(&mut first, "social_media_plan", "No plan", Some("CR"), Some("2025-06-01"));
    found(&mut first, "backups", "Restored on 1 March", Some("IS"), None);
    let before = reviewed(&shelf, "2025-07-01").counts();
    shelf.start("modot_readiness", "2025-06-15", Mode::Live);
    let after = reviewed(&shelf, "2025-07-01");
    assert_eq!(after.counts(), before);
    let plan = point(&after, "social_media_plan");
    assert!(plan.overdue);
    let name = first.folder().name();
    assert_eq!(plan.words(), format!("not in order, OVERDUE since 2025-06-01, owner CR, review {name} of 2025-03-02"));
    assert_eq!(after.still_counting().len(), 1);
}

#[test]
fn a_point_that_is_reviewed_anew_stands_as_it_was_found_last_even_in_an_older_review() {
    let shelf = Shelf::new();
    let mut first = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    missing(&mut first, "guard_mou", "Not on file", None, None);
    let mut second = shelf.start("modot_readiness", "2026-03-02", Mode::Live);
    found(&mut second, "guard_mou", "Signed", None, None);
    assert_eq!(point(&reviewed(&shelf, "2026-03-03"), "guard_mou").finding, Finding::InOrder);
    let mut reopened = later(&first, "2026-04-01");
    missing(&mut reopened, "guard_mou", "It has run out", None, None);
    let last = point(&reviewed(&shelf, "2026-04-02"), "guard_mou");
    assert_eq!(last.finding, Finding::NotInOrder);
    assert_eq!(last.found_in.unwrap().day.to_string(), "2026-04-01");
}

#[test]
fn an_exercise_changes_nothing_of_what_the_live_reviews_found() {
    let shelf = Shelf::new();
    let mut live = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    missing(&mut live, "guard_mou", "Not on file", None, None);
    let mut exercise = shelf.start("modot_readiness", "2026-03-02", Mode::Exercise);
    found(&mut exercise, "guard_mou", "Signed", None, None);
    assert_eq!(point(&reviewed(&shelf, "2026-03-03"), "guard_mou").finding, Finding::NotInOrder);
}

#[test]
fn a_new_case_takes_over_the_latest_answer_of_any_review_and_names_it() {
    let shelf = Shelf::new();
    let mut first = shelf.start("morenet_readiness", "2025-03-02", Mode::Live);
    answer(&mut first, "notice_recipient", "Dana Ruiz");
    shelf.start("morenet_readiness", "2026-03-02", Mode::Live);
    let case = shelf.start_text("morenet", bundled_text("morenet").unwrap(), "2026-05-02", Mode::Live);
    let row = crate::reviews::shelf::item(&case, "recipient_name");
    assert_eq!(row["value"], "Dana Ruiz");
    let name = first.folder().name();
    let source = case.state().log.iter().find_map(|row| match &row.recorded.fact {
        breachbook::case::Fact::Answered { source, .. } => source.clone(),
        _ => None,
    });
    assert_eq!(source.unwrap(), format!("Readiness review of 2025-03-02 ({name})"));
}

#[test]
fn the_figures_of_a_review_add_up_and_say_what_is_overdue_among_them() {
    let shelf = Shelf::new();
    let mut review = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    missing(&mut review, "social_media_plan", "No plan", None, Some("2025-06-01"));
    let counts = reviewed(&shelf, "2025-07-01").counts();
    let all = counts.in_order + counts.not_in_order + counts.not_reviewed;
    assert_eq!(counts.words(), format!("1 not in order, {} not reviewed: {all} points, of which 1 overdue", all - 1));
}

#[test]
fn a_point_that_is_recorded_again_without_a_day_keeps_its_day_and_its_owner() {
    let shelf = Shelf::new();
    let mut review = shelf.start("modot_readiness", "2025-03-02", Mode::Live);
    missing(&mut review, "guard_mou", "Not on file", Some("A. Ruiz"), Some("2025-06-01"));
    missing(&mut review, "guard_mou", "Still not on file", None, None);
    let again = point(&reviewed(&shelf, "2025-07-01"), "guard_mou");
    assert_eq!(again.next_due.unwrap().to_string(), "2025-06-01");
    assert_eq!(again.owner.as_deref(), Some("A. Ruiz"));
    assert!(again.overdue, "what was overdue does not vanish because it was looked at again");
    // The same in a second review; and the day is settled once it is in order.
    let mut second = shelf.start("modot_readiness", "2025-07-01", Mode::Live);
    missing(&mut second, "guard_mou", "Asked for it", None, None);
    assert!(point(&reviewed(&shelf, "2025-07-01"), "guard_mou").overdue);
    found(&mut second, "guard_mou", "Signed", None, None);
    assert!(!point(&reviewed(&shelf, "2025-07-01"), "guard_mou").overdue);
}

#[test]
fn a_day_that_has_passed_already_is_taken_and_said() {
    let (home, review) = Home::with_case_on("modot_readiness", &[]);
    let said = home.record(&review, &["task", "guard_mou", "missing", "Not on file", "--due", "2020-01-31"]);
    assert!(said.out.contains("The day 2020-01-31 has passed already: the point is overdue."), "{}", said.out);
}

#[test]
fn the_readiness_command_says_which_review_a_point_is_from() {
    let (home, first) = Home::with_case_on("modot_readiness", &[]);
    home.record(&first, &["task", "guard_mou", "missing", "Not on file"]);
    home.start_on("modot_readiness", &[]);
    let said = home.run(&["readiness"]).out;
    assert!(said.contains(&format!("not in order, review {first} of ")), "{said}");
    assert!(said.contains("Earlier findings still count, from: "), "{said}");
    let json: serde_json::Value = serde_json::from_str(&home.run(&["readiness", "--json"]).out).unwrap();
    assert_eq!(json["not_in_order"], 1);
}

#[test]
fn the_hint_below_the_list_of_cases_names_the_folder_that_was_listed() {
    let (home, review) = Home::with_case_on("modot_readiness", &[]);
    home.record(&review, &["task", "guard_mou", "missing", "Not on file"]);
    let cases = home.cases();
    let cases = cases.to_str().unwrap();
    let listed = home.run(&["--cases", cases, "list"]);
    assert!(listed.err.contains(&format!("See: breachbook readiness --cases {cases}")), "{listed:?}");
    assert!(home.run(&["list"]).err.contains("See: breachbook readiness\n"), "{listed:?}");
}
