//! Affected users and residents of West Virginia: the policy counts both.

use crate::support::program::Home;
use serde_json::json;

#[test]
fn affected_users_and_west_virginia_residents_are_both_counted_by_the_policy() {
    let (home, case) = Home::with_case_on("shepherd", &[]);
    home.answers(&case, &[("affected_users", "3"), ("wv_residents", "2")]);
    let file = "Name,State of residence,E-mail\nA,WV,a@example.org\nB,W. Va.,b@example.org\nC,Ohio,c@example.org\nD,west virginia,\n";
    std::fs::write(home.path().join("people.csv"), file).unwrap();
    home.record(&case, &["import", "affected_persons", "people.csv"]);
    let counts = home.status(&case)["counts"].clone();
    for (count, value, listed) in [("persons", "3", 4), ("residents", "2", 3)] {
        assert_eq!((&counts[count]["value"], &counts[count]["basis"]), (&json!(value), &json!("policy")));
        assert_eq!(counts[count]["listed"], listed);
    }
    assert_eq!(
        counts["doubt"],
        "More persons are listed (4) than are counted as affected (3). \
         More persons are listed in West Virginia (3) than are counted there (2)."
    );
}
