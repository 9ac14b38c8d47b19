//! People impacted and residents of Missouri: the guideline counts the first, and the second is kept beside it.

use crate::support::program::{Home, state};
use serde_json::json;

#[test]
fn the_people_impacted_are_counted_by_the_guideline_and_the_residents_beside_it() {
    let (home, case) = Home::with_case_on("morenet", &[]);
    let fresh = home.status(&case);
    assert_eq!(state(&fresh, "items", "people_impacted"), "open", "the guideline asks for it");
    assert_eq!(state(&fresh, "items", "missouri_residents"), "optional", "and not for this");
    let gate = home.run(&["record", &case, "close", "--role", "Organization"]).err;
    assert!(gate.contains("people_impacted") && !gate.contains("missouri_residents"), "{gate}");
    home.answers(&case, &[("people_impacted", "80 to 120"), ("missouri_residents", "about 75")]);
    let counts = home.status(&case)["counts"].clone();
    for (count, value, basis) in [("persons", "80 to 120", "policy"), ("residents", "about 75", "local")] {
        assert_eq!((&counts[count]["value"], &counts[count]["basis"]), (&json!(value), &json!(basis)));
    }
    assert_eq!((&counts["home"], &counts["doubt"]), (&json!("Missouri"), &json!(null)));
}
