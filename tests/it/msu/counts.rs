//! Persons to notify and residents of Michigan: the guidelines count both.

use crate::support::program::Home;
use serde_json::json;

#[test]
fn persons_and_michigan_residents_are_both_counted_by_the_guidelines() {
    let (home, case) = Home::with_case_on("msu", &[]);
    home.answers(&case, &[("persons_to_notify", "about 600000"), ("michigan_residents", "500001")]);
    home.record(&case, &["row", "persons", "A. Example", "residence=mich.", "address=1 Example St"]);
    home.record(&case, &["row", "persons", "B. Example", "residence=Ohio"]);
    home.record(&case, &["row", "persons", "C. Example"]);
    let counts = home.status(&case)["counts"].clone();
    for (count, value, listed) in [("persons", "about 600000", 3), ("residents", "500001", 1)] {
        assert_eq!((&counts[count]["value"], &counts[count]["basis"]), (&json!(value), &json!("policy")));
        assert_eq!(counts[count]["listed"], listed);
    }
    assert_eq!((&counts["home"], &counts["residents"]["listed_unclear"]), (&json!("Michigan"), &json!(1)));
    let said = home.run(&["status", &case]).out;
    let line = "\nAffected: about 600000 persons (3 listed); in Michigan: 500001 (at least 1 listed)\n";
    assert!(said.contains(line) && !said.contains("The policy does not ask for it"), "{said}");
}
