//! A call for each county: who serves it is proposed, recorded, and tried on its own.

use crate::support::desk::Desk;
use crate::support::say::{self, FOR};
use breachbook::case::Fact;
use breachbook::contacts::load;
use breachbook::source::Source;

const COUNTIES: &str = r#"
schema = 1
[list]
title = "Example department"
playbooks = ["modot"]

[[organisation]]
id = "boone_sheriff"
name = "Boone County Sheriff"
places = ["Boone County"]
channels = [{ kind = "hotline", value = "555-0190" }, { kind = "desk", value = "555-0191" }]

[[organisation]]
id = "cole_sheriff"
name = "Cole County Sheriff"
places = ["Cole", "Osage"]
channels = [{ kind = "hotline", value = "555-0195" }]

[[holder]]
role = "local_law_enforcement"
people = ["boone_sheriff", "cole_sheriff"]
"#;

const ALERT: &str = "alert_local_police";

fn desk() -> Desk {
    let mut desk = Desk::open("modot");
    desk.session.use_phones(Some(load(Source::new("contacts.toml", COUNTIES))));
    desk.answer("infrastructure_data", "yes");
    desk.answer("infrastructure_places", "boone county\nCole County\nPike County");
    desk
}

/// Person and number in the row of a county.
fn row(desk: &Desk, county: &str) -> (Option<String>, Option<String>, String) {
    let status = desk.status();
    let rows = status["contacts"].as_array().unwrap();
    let row = rows.iter().find(|row| row["call"] == ALERT && row["target"] == county).unwrap();
    let text = |key: &str| row[key].as_str().map(str::to_owned);
    (text("person"), text("channel"), text("state").unwrap())
}

fn tries(desk: &mut Desk, county: &str, outcome: &str) {
    desk.record(say::call(ALERT, outcome).with(&FOR, county));
}

#[test]
fn each_county_is_routed_to_the_office_that_serves_it() {
    let desk = desk();
    let (person, channel, state) = row(&desk, "boone county");
    assert_eq!(person.as_deref(), Some("Boone County Sheriff"));
    assert_eq!((channel.as_deref(), state.as_str()), (Some("hotline 555-0190"), "due"));
    assert_eq!(row(&desk, "Cole County").1.as_deref(), Some("hotline 555-0195"));
    assert_eq!(row(&desk, "Pike County").0, None, "nobody is invented for a county that the list does not know");
}

#[test]
fn an_attempt_for_one_county_leads_to_the_next_number_there_and_leaves_the_others() {
    let mut desk = desk();
    tries(&mut desk, "Boone County", "no_answer");
    assert_eq!(row(&desk, "boone county").1.as_deref(), Some("desk 555-0191"));
    assert_eq!(row(&desk, "Cole County").1.as_deref(), Some("hotline 555-0195"));
    tries(&mut desk, "Cole County", "reached");
    assert_eq!(row(&desk, "Cole County").2, "reached");
    let last = &desk.session.state().log.last().unwrap().recorded.fact;
    let Fact::Called { person, target, .. } = last else { panic!("{last:?}") };
    assert_eq!((person.as_deref(), target.name()), (Some("Cole County Sheriff"), Some("Cole County")));
}
