//! Persons impacted and residents of Missouri: the policy counts neither, and both are kept beside it.

use crate::support::program::{Home, of, words};
use serde_json::json;

#[test]
fn both_counts_are_kept_beside_the_policy_and_hold_up_nothing() {
    let (home, case) = Home::with_case_on("modot", &[]);
    let fresh = home.status(&case);
    home.answers(&case, &[("individuals_impacted", "about 480"), ("missouri_residents", "300")]);
    home.record(&case, &["row", "individuals", "A. Example", "phone=555-0142", "residence=MO"]);
    home.record(&case, &["row", "individuals", "B. Example", "phone=555-0143", "residence=Illinois"]);
    let status = home.status(&case);
    let counts = &status["counts"];
    assert_eq!(counts["home"], "Missouri");
    for (count, value, listed) in [("persons", "about 480", 2), ("residents", "300", 1)] {
        assert_eq!(counts[count]["value"], value);
        assert_eq!((&counts[count]["basis"], &counts[count]["listed"]), (&json!("local"), &json!(listed)));
    }
    assert_eq!(fresh["open"]["questions"], status["open"]["questions"], "nothing was owed, and nothing is settled");
    let ids = ["individuals_impacted", "missouri_residents"];
    assert!(fresh["next"].as_array().unwrap().iter().all(|next| !ids.iter().any(|id| next["id"] == *id)));
    for id in ids {
        assert_eq!(words(&of(&status, "items", id)["clauses"]), ["P8", "P8A"], "the clauses that are silent on it");
    }
    let gate = home.run(&["record", &home.start_on("modot", &[]), "close", "--role", "AI"]).err;
    assert!(gate.contains("still to do") && !ids.iter().any(|id| gate.contains(id)), "{gate}");
}
