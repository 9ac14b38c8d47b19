//! A call for each row of a list: only for rows that are to be called, and for the very person whom a row names.

use crate::contacts::lists::glance;
use crate::support::desk::Desk;
use crate::support::say::{self, FOR};
use breachbook::case::Fact;
use breachbook::contacts::load;
use breachbook::judge::picture::agenda::Target;
use breachbook::page::{Line, calls, item};
use breachbook::record::Draft;
use breachbook::source::Source;
use serde_json::Value;

/// Three people hold the role of the internal list; two of them are away, and one of these has the other as deputy.
const INTERNAL: &str = r#"
schema = 1
[list]
title = "Example school"
playbooks = ["morenet"]

[[person]]
id = "pat"
name = "Pat Lowe"
channels = [{ kind = "desk", value = "555-0102" }]
away = [{ from = 2026-11-20, to = 2026-11-30, deputy = "dana" }]

[[person]]
id = "dana"
name = "Dana Ruiz"
channels = [{ kind = "desk", value = "555-0103" }]
away = [{ from = 2026-11-20, to = 2026-11-30, deputy = "bo" }]

[[person]]
id = "bo"
name = "Bo Lin"
channels = [{ kind = "desk", value = "555-0104" }]

[[holder]]
role = "internal_contacts"
people = ["pat", "dana", "bo"]
"#;

fn school(rows: &str) -> Desk {
    let mut desk = Desk::open("morenet");
    desk.session.use_phones(Some(load(Source::new("contacts.toml", INTERNAL))));
    desk.answer("notice_received", "yes");
    desk.answer("internal_list", rows);
    desk
}

fn rows(desk: &Desk, call: &str) -> Vec<Value> {
    let status = desk.status();
    status["contacts"].as_array().unwrap().iter().filter(|row| row["call"] == call).cloned().collect()
}

fn row(desk: &Desk, call: &str, name: &str) -> Value {
    rows(desk, call).into_iter().find(|row| row["target"] == name).unwrap()
}

/// Nothing in the status, in JSON or in words, says that these rows are to be called.
fn wants_no_call(desk: &Desk, call: &str) {
    let found = rows(desk, call);
    assert!(!found.is_empty());
    for row in found {
        assert_eq!((row["call_now"].as_bool(), row["state"].as_str()), (Some(false), Some("not-due")), "{row}");
    }
    let said = glance(desk);
    assert!(!said.contains(&format!("for {call}")), "{said}");
}

fn for_row(id: &str, name: &str) -> Draft {
    say::call(id, "reached").with(&FOR, name)
}

#[test]
fn parties_of_a_contract_are_not_called_once_the_team_decides_not_to_notify() {
    let mut desk = Desk::open("trinity");
    desk.decide("escalate", "escalate", "Many people.");
    desk.decide("notify_contract", "notify", "The hosting contract.");
    desk.answer("contract_parties_to_tell", "TASS");
    assert_eq!(rows(&desk, "tell_contract_parties")[0]["call_now"], true);
    desk.decide("notify_contract", "do_not_notify", "On counsel's advice.");
    wants_no_call(&desk, "tell_contract_parties");
    assert_eq!(desk.of("items", "tell_contract_parties")["targets"][0]["state"], "not-applicable");
}

#[test]
fn police_are_not_called_once_no_infrastructure_data_is_concerned() {
    let mut desk = Desk::open("modot");
    desk.answer("infrastructure_data", "yes");
    desk.answer("infrastructure_places", "Boone County");
    assert_eq!(rows(&desk, "alert_local_police")[0]["call_now"], true);
    desk.answer("infrastructure_data", "no");
    wants_no_call(&desk, "alert_local_police");
}

#[test]
fn the_internal_list_is_not_called_before_it_is_known_that_a_notice_came() {
    let mut desk = Desk::open("morenet");
    desk.answer("internal_list", "Dana Ruiz\nBo Lin");
    wants_no_call(&desk, "tell_internal");
    assert_eq!(desk.of("items", "tell_internal")["targets"][0]["state"], "pending");
    desk.answer("notice_received", "yes");
    assert_eq!(rows(&desk, "tell_internal")[0]["call_now"], true);
}

#[test]
fn a_row_that_names_a_person_is_called_at_that_persons_number_and_nobody_elses() {
    let mut desk = school("dana ruiz\nBo Lin\nPat Lowe");
    let dana = row(&desk, "tell_internal", "dana ruiz");
    assert_eq!((dana["person"].as_str(), dana["channel"].as_str()), (Some("Dana Ruiz"), Some("desk 555-0103")));
    assert_eq!(dana["why"], "Dana Ruiz is away until 2026-11-30, deputy Bo Lin.");
    let said = glance(&desk);
    assert!(
        said.contains("Internal list, Dana Ruiz (desk 555-0103), for tell_internal: dana ruiz")
            || said.contains(", Dana Ruiz (desk 555-0103), for tell_internal: dana ruiz"),
        "{said}"
    );
    desk.record(for_row("tell_internal", "Dana Ruiz"));
    let last = &desk.session.state().log.last().unwrap().recorded.fact;
    let Fact::Called { person, channel, .. } = last else { panic!("{last:?}") };
    assert_eq!((person.as_deref(), channel.as_deref()), (Some("Dana Ruiz"), Some("desk 555-0103")));
    let pat = row(&desk, "tell_internal", "Pat Lowe");
    assert_eq!(pat["why"], "Pat Lowe is away until 2026-11-30, deputy Dana Ruiz is away too, then Bo Lin.");
}

#[test]
fn a_row_whose_name_the_phone_list_does_not_know_proposes_none_of_several_people() {
    let desk = school("Somebody Else");
    let row = row(&desk, "tell_internal", "Somebody Else");
    assert_eq!((row["person"].as_str(), row["channel"].as_str()), (None, None), "{row}");
    assert_eq!(row["call_now"], true, "the call is due all the same");
    assert_eq!(row["why"], "Several people hold this role, and the phone list has nobody of this name.");
}

#[test]
fn a_number_that_is_not_dialled_for_one_row_stays_good_for_the_others() {
    let mut desk = school("Dana Ruiz\nBo Lin");
    desk.record(for_row("tell_internal", "Dana Ruiz"));
    let bo = row(&desk, "tell_internal", "Bo Lin");
    assert_eq!((bo["person"].as_str(), bo["state"].as_str()), (Some("Bo Lin"), Some("due")));
}

#[test]
fn the_card_of_a_call_for_each_row_takes_name_and_number_from_the_same_row() {
    let mut desk = school("Bo Lin\nE. Unknown\nPat Lowe");
    let mut shown = Vec::new();
    for name in ["Bo Lin", "E. Unknown", "Pat Lowe"] {
        let view = desk.session.view();
        let at = view.playbook.position("tell_internal").unwrap();
        let words = |line: Option<Line>| line.unwrap().words();
        let (who, number) = (words(calls::who(&view, at)), words(calls::number(&view, at)));
        assert_eq!(words(item::card(&view, Target::Item(at)).number), number, "Now and Calls dial the same");
        shown.push((calls::title(&view, at).split(':').next().unwrap().to_owned(), who, number));
        desk.record(for_row("tell_internal", name));
    }
    let names: Vec<_> = shown.iter().map(|(row, ..)| row.as_str()).collect();
    assert_eq!(names, ["Bo Lin", "E. Unknown", "Pat Lowe"]);
    for ((row, who, number), wanted) in shown.iter().zip([Some("555-0104"), None, Some("555-0102")]) {
        assert_eq!(who.contains(row), wanted.is_some(), "{row}: {who}");
        assert_eq!(number.contains("555-"), wanted.is_some(), "{row}: {number}");
        assert!(wanted.is_none_or(|wanted| number.contains(wanted)), "{row}: {number}");
    }
}
