//! Tasks and calls that have to be settled for each row of a list.

use crate::lists::bench::{Bench, call, done, not_needed, task};
use crate::support::say::Deed;

fn with_three() -> Bench {
    let mut bench = Bench::open();
    bench.answer("counties", "Boone County; jurisdiction=MO\nCole County\nboone county\nÉcole County");
    bench
}

#[test]
fn an_item_waits_for_its_list_and_says_for_which() {
    let bench = Bench::open();
    let sheriff = bench.of("items", "sheriff");
    assert_eq!((sheriff["state"].as_str(), &sheriff["applies"]), (Some("pending"), &serde_json::Value::Null));
    assert_eq!(sheriff["missing"][0], "counties");
    assert_eq!(sheriff["targets"].as_array().map(Vec::len), Some(0));
    assert!(bench.of("items", "counties")["targets"].is_null());
}

#[test]
fn it_is_done_only_when_every_row_is_settled_and_says_who_waits() {
    let mut bench = with_three();
    assert_eq!(bench.state("sheriff"), "due");
    assert_eq!(bench.value("sheriff"), "0 of 3: Boone County and 2 more wait");
    bench.record(&call("sheriff", Some("cole county"), "reached"));
    bench.record(&call("sheriff", Some("école COUNTY"), "reached"));
    assert_eq!(bench.value("sheriff"), "2 of 3: Boone County waits");
    assert_eq!(bench.state("all_told"), "pending");
    bench.record(&call("sheriff", Some("Boone County"), "reached"));
    assert_eq!((bench.state("sheriff").as_str(), bench.value("sheriff").as_str()), ("reached", "3 of 3"));
    assert_eq!(bench.state("all_told"), "open");
    let targets = bench.of("items", "sheriff")["targets"].clone();
    let names: Vec<_> = targets.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Boone County", "Cole County", "École County"], "each name once, as first written");
    assert_eq!((&targets[0]["state"], &targets[0]["value"]), (&"reached".into(), &"Sheriff".into()));
}

#[test]
fn another_row_that_appears_later_opens_it_again() {
    let mut bench = Bench::open();
    bench.answer("counties", "Boone County");
    bench.record(&call("sheriff", None, "reached"));
    assert_eq!(bench.state("sheriff"), "reached", "the only row needs no name");
    bench.answer("counties", "Boone County\nCole County");
    assert_eq!(
        (bench.state("sheriff").as_str(), bench.value("sheriff").as_str()),
        ("due", "1 of 2: Cole County waits")
    );
    assert_eq!(bench.state("all_told"), "pending");
}

#[test]
fn a_stand_in_is_tried_for_the_row_that_was_not_reached() {
    let mut bench = with_three();
    bench.record(&call("sheriff", Some("Boone County"), "no_answer"));
    let contacts = bench.status()["contacts"].clone();
    let state = |target: &str, role: &str| {
        let rows = contacts.as_array().unwrap().iter();
        let mut rows = rows.filter(|row| row["target"] == target && row["role"] == role);
        rows.next().map(|row| row["state"].as_str().unwrap().to_owned()).unwrap()
    };
    assert_eq!(contacts.as_array().unwrap().len(), 6, "two roles for each of three counties");
    assert_eq!(
        (state("Boone County", "sheriff"), state("Boone County", "dispatch")),
        ("attempted".into(), "due".into())
    );
    assert_eq!((state("Cole County", "sheriff"), state("Cole County", "dispatch")), ("due".into(), "not-due".into()));
    let receipt = bench.record(&call("sheriff", Some("Boone County"), "reached"));
    let breachbook::case::Fact::Called { role, target, .. } = &receipt.recorded.fact else { panic!("a call") };
    assert_eq!((role.as_str(), target.name()), ("dispatch", Some("Boone County")));
}

#[test]
fn a_name_that_is_not_a_row_is_refused_with_the_rows() {
    let mut bench = with_three();
    let said = bench.refused(&call("sheriff", Some("Greene County"), "reached"));
    assert!(said.contains("Greene County") && said.contains("Boone County; Cole County; École County"), "{said}");
    let said = bench.refused(&call("sheriff", None, "reached"));
    assert!(said.contains("--for") && said.contains("Boone County"), "{said}");
    let said = bench.refused(&done("confirm", Some("Example Host")));
    assert!(said.contains("not known yet") && said.contains("First record partners"), "{said}");
    let said = bench.refused(&not_needed("cost", Some("Boone County")));
    assert!(said.contains("takes no name"), "{said}");
}

#[test]
fn rows_that_are_not_needed_count_as_settled_and_all_of_them_is_not_done() {
    let mut bench = with_three();
    bench.answer("more", "yes");
    bench.answer("partners", "Example Host\nExample Mailer");
    bench.record(&not_needed("confirm", Some("Example Host")));
    assert_eq!(bench.value("confirm"), "1 of 2: Example Mailer waits");
    bench.record(&done("confirm", Some("Example Mailer")));
    assert_eq!(
        (bench.state("confirm").as_str(), bench.value("confirm").as_str()),
        ("done", "1 of 2, not needed for 1")
    );
    assert_eq!(bench.state("all_confirmed"), "open");
    bench.record(&not_needed("confirm", Some("Example Mailer")));
    assert_eq!(bench.state("confirm"), "ruled-out");
    assert_eq!(bench.state("all_confirmed"), "not-applicable", "ruled out for all is not done");
    bench.record(&not_needed("sheriff", None));
    assert_eq!(bench.state("sheriff"), "ruled-out", "without a name it is said of all rows");
}

#[test]
fn a_list_with_no_rows_settles_the_item_as_not_applicable() {
    let mut bench = Bench::open();
    bench.answer("counties", "none");
    let sheriff = bench.of("items", "sheriff");
    assert_eq!((sheriff["state"].as_str(), sheriff["applies"].as_bool()), (Some("not-applicable"), Some(false)));
    assert_eq!(bench.value("counties"), "none");
    assert_eq!(bench.state("all_told"), "not-applicable");
    bench.answer("more", "no");
    assert_eq!(bench.state("confirm"), "not-applicable", "the list itself does not apply");
}

#[test]
fn whether_it_is_needed_is_asked_for_each_row_or_for_all() {
    let mut bench = with_three();
    assert_eq!(bench.state("advise"), "to-be-decided");
    let needed = Deed::Needed { reason: "Schools are near.".into(), adviser: None };
    bench.record(&task("advise", None, needed));
    assert_eq!(bench.state("advise"), "open");
    bench.record(&not_needed("advise", Some("Cole County")));
    assert_eq!(bench.value("advise"), "1 of 3: Boone County and 1 more wait");
}

#[test]
fn five_hundred_rows_are_worked_out_and_a_refusal_stays_short() {
    let mut bench = Bench::open();
    let list: Vec<_> = (0..500).map(|n| format!("County {n}")).collect();
    bench.answer("counties", &list.join("\n"));
    assert_eq!(bench.value("sheriff"), "0 of 500: County 0 and 499 more wait");
    let said = bench.refused(&call("sheriff", Some("Nowhere"), "reached"));
    assert!(said.len() < 1000 && said.contains("and 492 more"), "{said}");
}
