//! What is asked and done for each row: several vendors, each with its own answer, and everybody who is affected.

use crate::support::desk::Desk;
use crate::support::voice;
use crate::verbs::{cells, draft};
use breachbook::contract::{Folder, status};
use breachbook::record::Draft;
use serde_json::Value;

fn desk() -> Desk {
    Desk::open_text("vendors", include_str!("vendors.toml"))
}

fn record(desk: &mut Desk, draft: &Draft) -> String {
    desk.session.submit(draft).unwrap_or_else(|why| panic!("{draft:?}: {why:?}")).name
}

fn says(desk: &mut Desk, vendor: &str, what: &str) {
    record(desk, &draft("answer", "vendor_says", &[("value", what), ("for", vendor), ("source", vendor)]));
}

fn told(desk: &mut Desk, person: &str) {
    record(desk, &draft("task", "tell_person", &[("outcome", "done"), ("words", "By letter."), ("for", person)]));
}

fn of(desk: &Desk, list: &str, id: &str) -> Value {
    let heads = desk.session.heads();
    let folder = Folder { case: &desk.session.folder().name(), heads: &heads, damage: &[] };
    let status = serde_json::to_value(status(&desk.session.view(), folder)).unwrap();
    let found = status[list].as_array().unwrap().iter().find(|one| one["id"] == id).cloned();
    found.unwrap_or_else(|| panic!("no {id} in {list}"))
}

fn state(desk: &Desk, id: &str) -> (String, String) {
    let item = of(desk, "items", id);
    (item["state"].as_str().unwrap().to_owned(), item["value"].as_str().unwrap_or_default().to_owned())
}

fn rows(desk: &Desk, id: &str) -> Vec<(String, String)> {
    let item = of(desk, "items", id);
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    item["targets"].as_array().unwrap().iter().map(|row| (text(row, "name"), text(row, "state"))).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

fn three_vendors() -> Desk {
    let mut desk = desk();
    desk.answer("vendors", "StudentBase\nExample Host; role=host\nExample Mailer");
    desk
}

#[test]
fn a_vendor_that_has_our_data_decides_the_level_and_who_is_not_sure_is_asked_again_alone() {
    let mut desk = three_vendors();
    assert_eq!(of(&desk, "scales", "exposure")["level"], Value::Null);
    says(&mut desk, "StudentBase", "own_data");
    says(&mut desk, "Example Host", "not_breach");
    assert_eq!(state(&desk, "vendor_says"), ("open".into(), "2 of 3: Example Mailer waits".into()));
    says(&mut desk, "example mailer", "maybe");
    assert_eq!(of(&desk, "scales", "exposure")["level"], "own_data");
    assert_eq!(state(&desk, "vendor_says"), ("answered".into(), "3 of 3".into()));
    let again = [("StudentBase", "not-applicable"), ("Example Host", "not-applicable"), ("Example Mailer", "open")];
    assert_eq!(rows(&desk, "ask_again"), pairs(&again));
    assert_eq!(state(&desk, "ask_again"), ("open".into(), "0 of 1: Example Mailer waits".into()));
    let answered = of(&desk, "items", "vendor_says")["targets"][0].clone();
    assert_eq!((&answered["state"], &answered["value"]), (&"answered".into(), &"own_data".into()));
}

#[test]
fn no_breach_of_a_second_vendor_takes_nothing_back_and_no_breach_of_all_is_said_by_all() {
    let mut desk = three_vendors();
    says(&mut desk, "StudentBase", "own_data");
    for vendor in ["Example Host", "Example Mailer"] {
        says(&mut desk, vendor, "not_breach");
    }
    assert_eq!(of(&desk, "scales", "exposure")["level"], "own_data");
    says(&mut desk, "StudentBase", "not_breach");
    assert_eq!(of(&desk, "scales", "exposure")["level"], "nothing");
    assert_eq!(state(&desk, "ask_again").0, "not-applicable", "nobody is unsure any more");
}

#[test]
fn of_a_list_that_nobody_knows_nothing_is_known_and_of_one_without_rows_nothing_holds() {
    let mut desk = desk();
    let level = |desk: &Desk| of(desk, "scales", "exposure")["state"].as_str().unwrap().to_owned();
    assert_eq!(level(&desk), "pending");
    assert_eq!(of(&desk, "rules", "many")["state"], "pending");
    assert_eq!(state(&desk, "vendor_says").0, "pending");
    desk.answer("vendors", "none");
    assert_ne!(level(&desk), "pending");
    assert_eq!(of(&desk, "scales", "exposure")["level"], Value::Null, "not even that all of none say so");
    assert_eq!(of(&desk, "rules", "many")["state"], "not-met");
    assert_eq!(state(&desk, "vendor_says").0, "not-applicable");
}

#[test]
fn a_row_of_which_nothing_is_said_keeps_all_of_them_open_and_one_that_says_no_decides() {
    let mut desk = three_vendors();
    assert_eq!(of(&desk, "rules", "many")["state"], "met");
    says(&mut desk, "Example Host", "not_breach");
    assert_eq!(of(&desk, "scales", "exposure")["state"], "pending");
    says(&mut desk, "StudentBase", "unknown");
    assert_eq!(of(&desk, "scales", "exposure")["state"], "pending", "not known yet is not no");
    let waiting = [("StudentBase", "unknown"), ("Example Host", "answered"), ("Example Mailer", "open")];
    assert_eq!(rows(&desk, "vendor_says"), pairs(&waiting));
    assert_eq!(rows(&desk, "ask_again")[0].1, "pending");
}

#[test]
fn what_is_done_first_for_a_row_is_asked_of_that_row_alone() {
    let mut desk = three_vendors();
    says(&mut desk, "Example Host", "not_breach");
    let thank = |vendor: &str| draft("task", "thank", &[("outcome", "done"), ("words", "By mail."), ("for", vendor)]);
    let refused = desk.session.submit(&thank("StudentBase")).unwrap_err();
    let breachbook::session::SubmitError::Refused(why) = refused else { panic!("{refused:?}") };
    assert_eq!(why.reason.code, "not-yet-for-the-row");
    record(&mut desk, &thank("Example Host"));
    assert_eq!(state(&desk, "thank").1, "1 of 3: StudentBase and 1 more wait");
}

#[test]
fn a_cell_of_the_row_says_whether_something_applies_to_it() {
    let desk = three_vendors();
    let visited = [("StudentBase", "pending"), ("Example Host", "open"), ("Example Mailer", "pending")];
    assert_eq!(rows(&desk, "visit"), pairs(&visited), "an empty cell says neither yes nor no");
    let mut desk = desk;
    for (name, minor) in [("Ana Example", "yes"), ("Bo Example", "no")] {
        record(&mut desk, &cells(draft("row", "people", &[("name", name)]), &[("minor", minor)]));
    }
    let parents = [("Ana Example", "open"), ("Bo Example", "not-applicable")];
    assert_eq!(rows(&desk, "tell_parents"), pairs(&parents));
}

#[test]
fn the_chosen_options_of_a_question_are_rows_too() {
    let mut desk = desk();
    desk.answer("systems", "mail, files");
    let done = |of: &str| draft("task", "secure", &[("outcome", "done"), ("words", "Isolated."), ("for", of)]);
    record(&mut desk, &done("File server"));
    assert_eq!(state(&desk, "secure"), ("open".into(), "1 of 2: Mail waits".into()));
    desk.answer("systems", "files");
    assert_eq!(state(&desk, "secure"), ("done".into(), "1 of 1".into()));
    desk.answer("systems", "none");
    assert_eq!(state(&desk, "secure").0, "not-applicable");
}

#[test]
fn one_of_a_hundred_and_forty_told_is_not_everybody_told() {
    let mut desk = desk();
    desk.answer("persons", "140");
    record(&mut desk, &draft("row", "people", &[("name", "Ana Example")]));
    told(&mut desk, "Ana Example");
    assert_eq!(state(&desk, "tell_person"), ("open".into(), "1 of 140".into()));
    assert_eq!(state(&desk, "people").0, "open");
    let refused = desk.session.submit(&draft("close", "", &[("role", "x"), ("reason", "All told.")])).unwrap_err();
    assert!(format!("{refused:?}").contains("tell_person"), "{refused:?}");
    record(&mut desk, &draft("confirm", "people", &[("reason", "All others were test records.")]));
    assert_eq!(state(&desk, "tell_person"), ("done".into(), "1 of 1".into()));
    assert_eq!(state(&desk, "people").0, "continuing");
    record(&mut desk, &draft("row", "people", &[("name", "Bo Example")]));
    told(&mut desk, "Bo Example");
    assert_eq!(state(&desk, "tell_person"), ("open".into(), "2 of 140".into()), "nobody confirmed this row");
    desk.answer("persons", "2");
    assert_eq!(state(&desk, "tell_person"), ("done".into(), "2 of 2".into()));
    desk.answer("persons", "about 1,000");
    assert_eq!(state(&desk, "tell_person").0, "open", "of what is known roughly, the low end is expected");
}

#[test]
fn all_that_wait_are_one_entry_and_a_row_that_comes_later_is_not_among_them() {
    let mut desk = desk();
    for nth in 1..=12 {
        record(&mut desk, &draft("row", "people", &[("name", &format!("Person {nth}"))]));
    }
    let before = desk.session.state().log.len();
    let rest = draft("task", "tell_person", &[("outcome", "done"), ("words", "One letter each."), ("for-rest", "yes")]);
    record(&mut desk, &rest);
    assert_eq!(desk.session.state().log.len(), before + 1, "one entry");
    assert_eq!(state(&desk, "tell_person"), ("done".into(), "12 of 12".into()));
    record(&mut desk, &draft("row", "people", &[("name", "Person 13")]));
    assert_eq!(state(&desk, "tell_person"), ("open".into(), "12 of 13: Person 13 waits".into()));
    voice::says(&desk.reads(), &["Tell this person (tell_person): 12 of 13"]);
    voice::says(&desk.reads_of("tell_person"), &["To do: Person 13"]);
}

#[test]
fn several_rows_are_named_in_one_entry_and_one_of_them_is_put_right_by_itself() {
    let mut desk = three_vendors();
    let both = draft("answer", "vendor_says", &[("value", "maybe"), ("for", "StudentBase\nExample Host")]);
    let first = record(&mut desk, &both);
    assert_eq!(state(&desk, "vendor_says").1, "2 of 3: Example Mailer waits");
    says(&mut desk, "StudentBase", "own_data");
    let rows = rows(&desk, "ask_again");
    assert_eq!(rows[..2], pairs(&[("StudentBase", "not-applicable"), ("Example Host", "open")])[..], "{rows:?}");
    let place = (0..desk.session.state().log.len()).find(|at| desk.session.state().name(*at) == first).unwrap();
    assert_eq!(desk.session.state().replaced_by(place), None, "it still answers for the other vendor");
    says(&mut desk, "Example Host", "not_breach");
    assert!(desk.session.state().replaced_by(place).is_some());
}

#[test]
fn two_who_did_not_see_each_other_disagree_about_one_vendor_only() {
    let mut desk = three_vendors();
    let mut other = desk.second_session("A. Ruiz");
    let of = |vendor: &str, value: &str| draft("answer", "vendor_says", &[("value", value), ("for", vendor)]);
    other.submit(&of("StudentBase", "not_breach")).unwrap();
    other.submit(&of("Example Host", "not_breach")).unwrap();
    desk.session.submit(&of("StudentBase", "own_data")).unwrap();
    desk.session.refresh().unwrap();
    let found = rows(&desk, "vendor_says");
    let wanted = [("StudentBase", "conflict"), ("Example Host", "answered"), ("Example Mailer", "open")];
    assert_eq!(found, pairs(&wanted));
    assert_eq!(of_level(&desk), "pending", "two entries are no answer");
}

fn of_level(desk: &Desk) -> String {
    of(desk, "scales", "exposure")["state"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_done_for_a_vendor_stays_when_its_name_is_put_right_and_the_record_tells_both_names() {
    let mut desk = desk();
    let row = record(&mut desk, &cells(draft("row", "vendors", &[("name", "SignTec")]), &[("role", "host")]));
    record(&mut desk, &draft("row", "vendors", &[("name", "Example Mailer")]));
    assert_eq!(state(&desk, "vendors").0, "answered", "rows that were added answer the question");
    says(&mut desk, "SignTec", "not_breach");
    let thanked = draft("task", "thank", &[("outcome", "done"), ("words", "By mail."), ("for", "SignTec")]);
    let thanked = record(&mut desk, &thanked);
    let renamed = cells(draft("change", &row, &[("reason", "Its name was wrong.")]), &[("name", "Sign-Tec")]);
    record(&mut desk, &renamed);
    assert_eq!(rows(&desk, "thank"), pairs(&[("Sign-Tec", "done"), ("Example Mailer", "open")]));
    assert_eq!(rows(&desk, "vendor_says")[0], ("Sign-Tec".into(), "answered".into()));
    assert_eq!(rows(&desk, "visit")[0], ("Sign-Tec".into(), "open".into()), "its cells stay, too");
    voice::says(&desk.reads_of("thank"), &["Done: Sign-Tec", "To do: Example Mailer"]);
    let told = |name: &str| {
        let at = (0..desk.session.state().log.len()).find(|at| desk.session.state().name(*at) == name).unwrap();
        breachbook::page::log::line(&desk.session.view(), at)
    };
    assert!(told(&thanked).contains("for SignTec"), "{}", told(&thanked));
    let last = desk.session.state().name(desk.session.state().log.len() - 1);
    assert!(told(&last).contains("Sign-Tec"), "{}", told(&last));
}

#[test]
fn a_row_that_is_struck_out_is_history_and_waits_for_nobody() {
    let mut desk = desk();
    let row = record(&mut desk, &draft("row", "vendors", &[("name", "SignTec")]));
    record(&mut desk, &draft("row", "vendors", &[("name", "Example Mailer")]));
    says(&mut desk, "SignTec", "own_data");
    assert_eq!(of_level(&desk), "decided-by-rule");
    record(&mut desk, &draft("strike", &row, &[("reason", "We never had a contract.")]));
    assert_eq!(rows(&desk, "vendor_says"), pairs(&[("Example Mailer", "open")]));
    assert_eq!(of_level(&desk), "pending");
}

#[test]
fn an_answer_of_another_source_says_whose_it_replaces() {
    let mut desk = desk();
    let by = |value: &str, source: &str| draft("answer", "persons", &[("value", value), ("source", source)]);
    record(&mut desk, &by("140", "StudentBase"));
    let receipt = desk.session.submit(&by("9000", "Example Host")).unwrap();
    let remarks = desk.said(&receipt).remarks;
    let told = remarks.iter().find(|line| line.starts_with("Replaces what StudentBase said at "));
    assert!(told.is_some_and(|line| line.ends_with("note it, and decide which counts.")), "{remarks:?}");
    let receipt = desk.session.submit(&by("9001", "example host")).unwrap();
    let remarks = desk.said(&receipt).remarks;
    assert!(!remarks.iter().any(|line| line.starts_with("Replaces")), "the same source says more: {remarks:?}");
}

#[test]
fn a_question_that_does_not_arise_for_a_row_keeps_nothing_waiting_there() {
    let text = include_str!("vendors.toml").to_owned()
        + r#"
[[question]]
id = "list_when"
phase = "vendors_asked"
ask = "When does this vendor send its list?"
answer = "text"
for_each = "vendors"
when = 'row.vendor_says == "maybe"'
cite = "A-1"

[[task]]
id = "remind"
phase = "vendors_asked"
title = "Remind this vendor"
record = "How?"
verb = "shall"
for_each = "vendors"
when = "has(row.list_when)"
cite = "A-1"
"#;
    let mut desk = Desk::open_text("vendors", &text);
    desk.answer("vendors", "StudentBase\nExample Host");
    says(&mut desk, "StudentBase", "not_breach");
    says(&mut desk, "Example Host", "maybe");
    assert_eq!(rows(&desk, "list_when"), pairs(&[("StudentBase", "not-applicable"), ("Example Host", "open")]));
    record(&mut desk, &draft("answer", "list_when", &[("value", "On Monday"), ("for", "Example Host")]));
    assert_eq!(rows(&desk, "remind"), pairs(&[("StudentBase", "not-applicable"), ("Example Host", "open")]));
    says(&mut desk, "Example Host", "own_data");
    assert_eq!(rows(&desk, "remind")[1].1, "not-applicable", "what does not arise any more is history");
}

#[test]
fn more_rows_than_one_entry_names_are_recorded_in_one_piece() {
    let mut desk = desk();
    let all: Vec<_> = (1..=260).map(|nth| draft("row", "people", &[("name", &format!("Person {nth}"))])).collect();
    desk.session.submit_all(&all).unwrap();
    let before = desk.session.state().log.len();
    let rest = draft("task", "tell_person", &[("outcome", "done"), ("words", "One letter each."), ("for-rest", "yes")]);
    record(&mut desk, &rest);
    assert_eq!(desk.session.state().log.len(), before + 3, "two entries, and that they belong together");
    assert_eq!(state(&desk, "tell_person"), ("done".into(), "260 of 260".into()));
}

#[test]
fn a_procedure_for_each_user_and_each_device_is_walked_row_by_row() {
    let mut desk = Desk::open_text("users_and_devices", include_str!("../../playbooks/good/users_and_devices.toml"));
    for (name, rights) in [("a.example", "ordinary"), ("b.example", "special")] {
        record(&mut desk, &cells(draft("row", "accounts", &[("name", name)]), &[("rights", rights)]));
    }
    let done = |task: &str, row: &str| draft("task", task, &[("outcome", "done"), ("words", "02:10"), ("for", row)]);
    assert_eq!(rows(&desk, "take_rights"), pairs(&[("a.example", "not-applicable"), ("b.example", "open")]));
    record(&mut desk, &done("block", "a.example"));
    assert!(desk.session.submit(&done("end_sessions", "b.example")).is_err(), "its own account is not blocked yet");
    record(&mut desk, &done("end_sessions", "a.example"));
    record(&mut desk, &done("new_password", "a.example"));
    desk.answer("devices", "Laptop 1\nLaptop 2");
    assert_eq!(of(&desk, "rules", "major")["state"], "pending");
    record(&mut desk, &draft("answer", "infected", &[("value", "no"), ("for", "Laptop 1")]));
    assert_eq!(of(&desk, "rules", "contained")["state"], "pending");
    record(&mut desk, &draft("answer", "infected", &[("value", "yes"), ("for", "Laptop 2")]));
    assert_eq!(
        (&of(&desk, "rules", "major")["state"], &of(&desk, "rules", "contained")["state"]),
        (&"met".into(), &"not-met".into())
    );
    assert_eq!(state(&desk, "image").1, "0 of 1: Laptop 2 waits");
    record(&mut desk, &done("isolate", "Laptop 2"));
    record(&mut desk, &done("image", "Laptop 2"));
    record(&mut desk, &done("set_up_anew", "Laptop 2"));
    assert_eq!(state(&desk, "set_up_anew").1, "1 of 1");
    record(&mut desk, &cells(draft("row", "people", &[("name", "Ana Example")]), &[("email", "a@example.org")]));
    record(&mut desk, &draft("row", "people", &[("name", "Bo Example")]));
    assert_eq!(rows(&desk, "tell_by_email"), pairs(&[("Ana Example", "open"), ("Bo Example", "not-applicable")]));
    assert_eq!(rows(&desk, "tell_by_letter"), pairs(&[("Ana Example", "not-applicable"), ("Bo Example", "open")]));
}
