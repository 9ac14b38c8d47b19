//! What the status and the receipts say in words, where a person would otherwise be misled.

use crate::support::program::{Home, state};

#[test]
fn a_call_if_so_advised_without_an_adviser_is_taken_and_stays_open() {
    let (home, case) = Home::with_case();
    home.record(&case, &["decision", "escalate", "escalate", "--reason", "Many people."]);
    let said = home.record(&case, &["call", "inform_commissioner", "reached"]).out;
    assert!(said.contains("nobody is recorded who advised it. It stays to do"), "{said}");
    let status = home.status(&case);
    assert_eq!(state(&status, "items", "inform_commissioner"), "to-be-decided");
    let item = crate::support::program::of(&status, "items", "inform_commissioner");
    assert!(item["value"].as_str().unwrap().ends_with("nobody is recorded who advised it"), "{item}");
    home.record(&case, &["task", "inform_commissioner", "needed", "It was wise.", "--adviser", "S. Counsel"]);
    assert_eq!(state(&home.status(&case), "items", "inform_commissioner"), "reached");
}

#[test]
fn somebody_who_was_reached_stays_reached_when_it_is_found_not_to_be_needed() {
    let (home, case) = Home::with_case();
    home.record(&case, &["decision", "escalate", "escalate", "--reason", "Many people."]);
    home.record(&case, &["call", "inform_commissioner", "reached"]);
    let said = home.record(&case, &["task", "inform_commissioner", "na", "not advised"]).out;
    assert!(said.contains("Somebody was reached all the same"), "{said}");
    let status = home.status(&case);
    let item = crate::support::program::of(&status, "items", "inform_commissioner");
    assert_eq!(item["state"], "reached");
    assert!(item["value"].as_str().unwrap().contains("found afterwards not to be needed: not advised"), "{item}");
    let rows = status["contacts"].as_array().unwrap();
    assert_eq!(rows.iter().find(|row| row["call"] == "inform_commissioner").unwrap()["state"], "reached");
}

#[test]
fn seats_that_disagree_are_named_in_the_status() {
    let (home, case) = Home::with_case_on("shepherd", &[]);
    let playbook = breachbook::playbook::bundled::open_bundled("shepherd").unwrap();
    let (item, body) = playbook
        .items
        .iter()
        .find_map(|item| match &item.body {
            breachbook::playbook::Body::Decision(body) if body.seats.len() == 2 => Some((item, body)),
            _ => None,
        })
        .unwrap();
    for (role, option) in body.seats.iter().zip(&body.options) {
        let (id, option, role) = (item.id.as_str(), option.id.as_str(), role.as_str());
        home.record(&case, &["decision", id, option, "--role", role, "--reason", "As I see it."]);
    }
    let said = home.run(&["status", &case]).out;
    let line = said.lines().find(|line| line.starts_with("They do not agree: ")).unwrap_or_else(|| panic!("{said}"));
    for (role, option) in body.seats.iter().zip(&body.options) {
        let said = format!("{}: {}", playbook.role_title(role.as_str()), option.label);
        assert!(line.contains(&said), "{line}");
    }
    let wrong = home.refused(
        &case,
        &["decision", item.id.as_str(), body.options[0].id.as_str(), "--role", "CISO", "--reason", "x"],
    );
    assert!(wrong.contains("It is decided by: ") && wrong.contains(body.seats[0].as_str()), "{wrong}");
}

#[test]
fn a_receipt_names_a_scale_that_says_something_else_now() {
    let (home, case) = Home::with_case_on("morenet", &[]);
    let scales = |home: &Home| {
        let status = home.status(&case);
        status["scales"].as_array().unwrap().iter().map(|scale| scale["say"].clone()).collect::<Vec<_>>()
    };
    let before = scales(&home);
    let mut said = String::new();
    for (id, value) in [("way_in", "informed"), ("notice_received", "yes")] {
        said.push_str(&home.record(&case, &["answer", id, value]).out);
    }
    assert_ne!(scales(&home), before, "the answers move a scale");
    assert!(said.lines().any(|line| line.starts_with("now: ") && line.contains("; before: ")), "{said}");
}

#[test]
fn a_time_that_lies_ahead_does_not_start_a_stopwatch() {
    let (home, case) = Home::with_case();
    let said = home.refused(&case, &["answer", "discovered_at", "2999-12-24 09:00"]);
    assert!(said.contains("lies in the future"), "{said}");
}

#[test]
fn a_comparison_with_a_watch_says_how_far_the_computer_is_from_it() {
    let (home, case) = Home::with_case();
    let said = home.record(&case, &["time-check", "2020-01-01 00:00"]).out;
    assert!(said.contains("The computer's clock is ") && said.contains(" ahead of the watch."), "{said}");
}

#[test]
fn each_element_and_each_clause_of_the_status_is_named_once() {
    let (home, case) = Home::with_case_on("msu", &[]);
    home.answers(&case, &[("ability_believed", "yes")]);
    home.record(&case, &["decision", "significant", "significant", "--reason", "Every student record."]);
    let said = home.run(&["status", &case]).out;
    for because in said.lines().filter_map(|line| line.split("Because: ").nth(1)) {
        let elements: Vec<_> = because.split("; ").filter_map(|part| part.split(" (").next()).collect();
        let once: std::collections::BTreeSet<_> = elements.iter().collect();
        assert_eq!(once.len(), elements.len(), "{because}");
    }
    let (home, case) = Home::with_case_on("morenet", &[]);
    home.answers(&case, &[("notice_received", "yes"), ("way_in", "informed")]);
    let said = home.run(&["status", &case]).out;
    for line in said.lines().filter(|line| line.starts_with("Test: ")) {
        let Some(clauses) = line.split('(').nth(1).and_then(|rest| rest.split(')').next()) else { continue };
        let listed: Vec<_> = clauses.split(", ").collect();
        let once: std::collections::BTreeSet<_> = listed.iter().collect();
        assert_eq!(once.len(), listed.len(), "{line}");
    }
}

/// Two lanes; the only thing in the second waits for an answer in the first.
const TWO_LANES: &str = r#"
schema = 1

[playbook]
id = "library"
title = "Lost records"
jurisdiction = "AU"
source = { title = "Reader Records Procedure", organisation = "Example Library" }

[clauses]
A-1 = { at = "Part A, 1", text = "Lock the room if it stands open." }

[[phase]]
id = "look"
title = "Look"

[[phase]]
id = "act"
title = "Act"

[[question]]
id = "room_open"
phase = "look"
ask = "Does the room stand open?"
answer = "yes_no"
cite = "A-1"

[[task]]
id = "lock_room"
phase = "act"
title = "Lock the room"
record = "Who locked it, and when?"
verb = "shall"
when = "room_open"
cite = "A-1"
"#;

#[test]
fn a_lane_of_which_only_pending_items_are_left_is_not_called_settled() {
    let home = Home::new();
    let path = home.path().join("library.toml");
    std::fs::write(&path, TWO_LANES).unwrap();
    let case = home.start_on(path.to_str().unwrap(), &[]);
    assert_eq!(state(&home.status(&case), "phases", "act"), "pending");
    assert!(home.run(&["status", &case]).out.contains("\n1 to do; 1 waits, 0 done, 0 not needed.\n"));
    // What waits is never told as if all were done, in the status as little as in the walk.
    home.record(&case, &["defer", "room_open", "2099-01-01 10:00"]);
    let (said, walked) = (home.run(&["status", &case]).out, home.walk(&case, ":where\n").out);
    assert!(said.contains("\nNothing is to do now; 2 wait, 0 done, 0 not needed.\n"), "{said}");
    assert!(walked.contains("NOTHING TO DO NOW") && walked.contains("Next: nothing now: 0 to do, 2 waits"), "{walked}");
    home.answers(&case, &[("room_open", "no")]);
    assert_eq!(state(&home.status(&case), "phases", "act"), "settled");
}

#[test]
fn closing_names_what_stays_forbidden_and_in_which_role_it_was_closed() {
    let (home, case) = Home::with_case_on("msu", &[]);
    let in_force: Vec<String> = home.status(&case)["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["state"] == "in-force")
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect();
    let nobody = home.refused(&case, &["close", "--role", "nobody", "--anyway", "--reason", "x"]);
    assert!(nobody.contains("names nobody"), "{nobody}");
    let refused = home.run(&["record", &case, "close", "--role", "cio"]).err;
    assert_eq!(refused.contains("Still in force: "), !in_force.is_empty(), "{refused}");
    let closed = home.record(&case, &["close", "--role", "cio", "--anyway", "--reason", "Moved."]).out;
    for id in &in_force {
        assert!(closed.contains(&format!("({id})")), "{closed}");
    }
    assert!(closed.contains("Closed by: ") && closed.contains("(cio)."), "{closed}");
    let (home, case) = Home::with_case();
    let closed = home.record(&case, &["close", "--role", "Duty manager", "--anyway", "--reason", "Moved."]).out;
    assert!(closed.contains("\"Duty manager\", which is no role of this playbook."), "{closed}");
}

#[test]
fn what_stands_in_the_way_of_a_task_is_named_with_its_id() {
    let playbook = breachbook::playbook::bundled::open_bundled("msu").unwrap();
    let task = playbook
        .items
        .iter()
        .find(|item| matches!(&item.body, breachbook::playbook::Body::Task(task) if task.after.is_some()))
        .unwrap();
    let (home, case) = Home::with_case_on("msu", &[]);
    let said = home.refused(&case, &["task", task.id.as_str(), "done", "It was done."]);
    assert!(said.contains("First record: ") || said.contains("This stands in its way: "), "{said}");
    assert!(said.contains('(') && said.contains("can be written as a note"), "{said}");
}

#[test]
fn several_rows_on_one_line_are_refused_with_how_to_write_them() {
    let (home, case) = Home::with_case();
    home.record(&case, &["decision", "notify_contract", "notify", "--reason", "The hosting contract."]);
    let said = home.refused(&case, &["answer", "contract_parties_to_tell", "A; B"]);
    assert!(said.contains("Several rows go one to a line") && said.contains("standard input"), "{said}");
}

#[test]
fn an_estimate_is_said_to_be_read_by_the_program_and_what_it_leaves_open_is_named() {
    let (home, case) = Home::with_case_on("shepherd", &[]);
    let said = home.record(&case, &["answer", "notified_at_one_time", "about 1000"]).out;
    assert!(
        said.contains("About 1000 is read as 900 to 1100, ten per cent either way: that is this program's reading")
            && said.contains("(on the line: leans neither way)"),
        "{said}"
    );
    let said = home.record(&case, &["answer", "notified_at_one_time", "about 900"]).out;
    assert!(said.contains("About 900 is read as 810 to 990") && !said.contains("leaves open"), "{said}");
    let said = home.record(&case, &["answer", "notified_at_one_time", "950 to 1,050"]).out;
    assert!(said.contains("It leaves open: ") && said.contains("(holds from 1001)"), "{said}");
}

#[test]
fn more_than_the_policys_number_meets_its_test_and_a_range_across_it_leaves_it_open() {
    let (home, case) = Home::with_case_on("shepherd", &[]);
    for (typed, stored) in [("over 1,000", "more than 1000"), ("between 800 and 1,200", "800 to 1200")] {
        home.record(&case, &["answer", "notified_at_one_time", typed]);
        let item = crate::support::program::of(&home.status(&case), "items", "notified_at_one_time");
        assert_eq!(item["value"], stored);
    }
    let slip = home.refused(&case, &["answer", "notified_at_one_time", "1001,400"]);
    assert!(slip.contains("more than 100"), "{slip}");
}
