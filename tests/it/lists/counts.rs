//! The two counts beside what is listed, and what is said where both cannot be true.

use crate::lists::bench::Bench;
use crate::support::say::{self, v};
use breachbook::judge::picture::counts::{CountsStatus, work_out};
use serde_json::json;

/// What the status says when these counts are recorded; an empty text records nothing.
fn doubt(persons: &str, residents: &str, rows: &[&str]) -> Option<String> {
    let mut bench = Bench::open();
    for (question, value) in [("persons", persons), ("ohioans", residents)] {
        if !value.is_empty() {
            bench.answer(question, value);
        }
    }
    for row in rows {
        bench.record(&say::row("people", *row));
    }
    bench.status()["counts"]["doubt"].as_str().map(ToOwned::to_owned)
}

fn counts(bench: &Bench) -> CountsStatus {
    let session = &bench.session;
    work_out(session.playbook(), session.state(), session.assessment()).unwrap()
}

#[test]
fn more_residents_than_persons_is_doubted_only_where_it_is_sure() {
    let says = |all: &str, here: &str| {
        Some(format!(
            "More people are counted in Ohio ({here}) than are affected in all ({all}); at least one of the two is off."
        ))
    };
    for (persons, residents) in [("10", "11"), ("80 to 120", "121 to 130"), ("about 480", "530")] {
        assert_eq!(doubt(persons, residents, &[]), says(persons, residents), "{persons}, {residents}");
    }
    for (persons, residents) in [
        ("10", "10"),
        ("80 to 120", "100 to 130"),
        ("about 480", "490"),
        ("unknown", "11"),
        ("", "11"),
        ("10", "unknown"),
        ("10", ""),
    ] {
        assert_eq!(doubt(persons, residents, &[]), None, "{persons}, {residents}");
    }
}

#[test]
fn more_rows_than_were_counted_are_doubted_and_fewer_are_not() {
    let rows = ["Ana; residence=Ohio", "Bo; residence=oh", "Cy; residence=Iowa"];
    let all = "More persons are listed (3) than are counted as affected (2).";
    let here = "More persons are listed in Ohio (2) than are counted there (1).";
    assert_eq!(doubt("2", "", &rows).as_deref(), Some(all));
    assert_eq!(doubt("3", "1", &rows).as_deref(), Some(here));
    assert_eq!(doubt("2", "1", &rows), Some(format!("{all} {here}")));
    for (persons, residents) in [("3", "2"), ("2 to 5", "1 to 2"), ("400", "300"), ("", "")] {
        assert_eq!(doubt(persons, residents, &rows), None, "{persons}, {residents}");
    }
}

#[test]
fn rows_that_do_not_say_where_a_person_lives_are_never_taken_for_nobody() {
    let mut bench = Bench::open();
    assert_eq!(counts(&bench).line(), "Affected: not counted; in Ohio: not counted");
    bench.record(&say::row("people", "Ana"));
    let status = counts(&bench);
    assert_eq!((status.persons.listed, status.residents.listed, status.unclear), (Some(1), None, 1));
    bench.record(&say::row("people", "Bo; residence=OH"));
    bench.answer("persons", "1");
    assert_eq!(counts(&bench).line(), "Affected: 1 person (2 listed); in Ohio: not counted (at least 1 listed)");
}

#[test]
fn a_row_that_was_struck_out_is_not_listed_any_more() {
    let mut bench = Bench::open();
    let row = bench.record(&say::row("people", "Bo; residence=Iowa"));
    assert_eq!(counts(&bench).residents.listed, Some(0), "everybody listed lives elsewhere");
    bench.record(&say::strike(row.name).with(&v::strike::REASON, "Listed twice"));
    assert_eq!((counts(&bench).persons.listed, counts(&bench).residents.listed), (None, None));
}

#[test]
fn an_import_of_a_file_without_the_column_leaves_open_where_people_live() {
    let mut bench = Bench::open();
    std::fs::write(bench.home.path().join("people.csv"), "Name,E-mail\nA,a@example.org\nB,b@example.org\n").unwrap();
    let file = bench.home.path().join("people.csv");
    bench.record(&say::import("people", file));
    let status = counts(&bench);
    assert_eq!((status.persons.listed, status.residents.listed, status.unclear), (Some(2), None, 2));
}

#[test]
fn two_people_who_count_differently_without_having_seen_each_other_are_asked_to_settle_it() {
    let mut bench = Bench::open();
    let mut second = bench.second();
    bench.answer("ohioans", "10");
    let answer = say::answer("ohioans", "12");
    second.submit(&answer).unwrap();
    bench.session.refresh().unwrap();
    bench.session.look();
    let status = bench.status();
    assert_eq!(status["counts"]["residents"]["state"], "conflict");
    assert_eq!(status["counts"]["residents"]["value"], json!(null));
    assert!(counts(&bench).line().ends_with("in Ohio: two entries contradict each other"));
}

#[test]
fn every_word_for_home_is_home_in_typed_rows_as_in_a_file() {
    let home = crate::support::program::Home::new();
    let case = home.start(&[]);
    for (name, residence) in [("Ana", "NSW"), ("Bo", "n.s.w."), ("Cy", "Victoria"), ("Di", "Ohio"), ("Ed", "Ohío")] {
        home.record(&case, &["row", "affected_individuals", name, &format!("residence={residence}")]);
    }
    let file = home.path().join("more.csv");
    std::fs::write(&file, "name,residence\nFay Example,Tasmania\nGus Example,Ohio\n").unwrap();
    home.record(&case, &["import", "affected_individuals", file.to_str().unwrap()]);
    assert_eq!(home.status(&case)["counts"]["residents"]["listed"], 4);
    let page = home.run(&["export", &case, "--what", "affected_individuals", "--as", "md", "--out", "-"]).out;
    let counted =
        |value: &str, rows: usize| page.contains(&format!("| State or country of residence | {value} | {rows} |"));
    assert!(counted("Australia", 3) && counted("Ohio", 2), "{page}");
}
