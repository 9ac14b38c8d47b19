//! The two counts of a case, through the command line: persons affected, and residents of the home jurisdiction.

use crate::support::program::{Home, of, state, words};
use breachbook::playbook::bundled::index;
use breachbook::playbook::model::Kind;
use serde_json::{Value, json};

/// Every count of open things.
fn open(status: &Value) -> Value {
    status["open"].clone()
}

#[test]
fn what_the_policy_does_not_ask_is_kept_beside_it_and_read_in_the_status() {
    let (home, case) = Home::with_case();
    let fresh = home.status(&case);
    assert_eq!(
        fresh["counts"],
        json!({
            "home": "Australia",
            "persons": { "question": "individuals_counted", "value": null, "state": "optional", "basis": "local", "listed": null },
            "residents": {
                "question": "australian_residents", "value": null, "state": "optional", "basis": "local", "listed": null,
                "listed_unclear": 0,
            },
            "doubt": null,
        })
    );
    let said = home.run(&["status", &case]).out;
    assert!(said.contains("\nAffected: not counted; in Australia: not counted\n"), "{said}");
    assert!(
        said.contains("\n  The policy does not ask for it: individuals_counted, australian_residents.\n"),
        "{said}"
    );

    let walked = home.walk(&case, ":go individuals_counted\nabout 480\n:go australian_residents\n80 to 120\n:status\n");
    assert!(walked.out.contains("\nThe policy does not ask this, and nothing waits for it."), "{}", walked.out);
    assert!(walked.out.contains("\nAffected: about 480 persons; in Australia: 80 to 120\n"), "{}", walked.out);
    let counts = home.status(&case)["counts"].clone();
    assert_eq!((&counts["persons"]["value"], &counts["persons"]["state"]), (&json!("about 480"), &json!("answered")));
    assert_eq!(counts["residents"]["value"], "80 to 120");
    let status = home.status(&case);
    assert_eq!(open(&status), open(&fresh), "nothing became open or was settled by it");
    let passed_over = |item: &Value| item["passed_over"] == true;
    assert!(!status["items"].as_array().unwrap().iter().any(passed_over), "nor was anything passed over for it");
}

#[test]
fn what_the_policy_does_not_ask_is_never_next_never_open_and_never_in_the_way_of_closing() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "australian_residents", "unknown"]);
    home.record(&case, &["answer", "media_attention", "no"]);
    let status = home.status(&case);
    for id in ["individuals_counted", "australian_residents"] {
        let item = of(&status, "items", id);
        assert_eq!((&item["verb"], &item["state"]), (&json!("local"), &json!("optional")), "{item}");
        assert_eq!((&item["passed_over"], words(&item["clauses"])), (&json!(false), vec!["ST2-1e"]));
        assert!(status["next"].as_array().unwrap().iter().all(|next| next["id"] != id), "{id} is not asked");
    }
    let gate = home.run(&["record", &case, "close", "--role", "Privacy Officer"]);
    assert!(gate.code == 1 && gate.err.contains("still to do"), "{gate:?}");
    assert!(!gate.err.contains("individuals_counted") && !gate.err.contains("australian_residents"), "{gate:?}");
    let refusal = home.refused(&case, &["defer", "australian_residents", "in 30m"]);
    assert!(refusal.starts_with("The policy does not ask this"), "{refusal}");
    let listed = home.walk(&case, ":list\n").out;
    let line = "  Off: How many individuals are affected, or possibly affected? (individuals_counted): not asked by the policy\n";
    assert!(listed.contains(line), "{listed}");
}

#[test]
fn every_bundled_playbook_for_the_night_names_two_different_questions_that_count() {
    let home = Home::new();
    let mut checked = 0;
    for id in index().iter().filter(|one| one.kind == Kind::Response).map(|one| one.id.as_str()) {
        let shown: Value = serde_json::from_str(&home.run(&["playbook", "show", id, "--json"]).out).unwrap();
        let counts = &shown["counts"];
        assert!(!counts["home"].as_str().unwrap().is_empty(), "{id}");
        assert_ne!(counts["persons"], counts["residents"], "{id}");
        for count in ["persons", "residents"] {
            let item = of(&shown, "items", counts[count].as_str().unwrap());
            assert_eq!(item["answer"], "number", "{id}: {count}");
        }
        checked += 1;
    }
    assert_eq!(checked, 5);
}

#[test]
fn a_playbook_without_the_counts_is_warned_of_and_walked_all_the_same() {
    let home = Home::new();
    let text = breachbook::playbook::STARTER;
    let (before, rest) = text.split_once("[counts]").unwrap();
    let (_, after) = rest.split_once("# 7.").unwrap();
    std::fs::write(home.path().join("own.toml"), format!("{before}# 7.{after}")).unwrap();
    let checked = home.run(&["playbook", "check", "own.toml"]);
    assert!(checked.code == 0 && checked.out.contains("warning[no-counts]"), "{checked:?}");
    let case = home.start_on("own.toml", &[]);
    let status = home.status(&case);
    assert_eq!(status["counts"], Value::Null);
    assert_eq!(state(&status, "items", "affected_at_home"), "optional");
    assert!(!home.run(&["status", &case]).out.contains("Affected:"));
}
