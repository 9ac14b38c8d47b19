//! Who lives in the home jurisdiction.

use breachbook::base::ItemId;
use breachbook::playbook::counts::Counts;
use breachbook::playbook::register::Home;

#[test]
fn a_row_is_at_home_by_the_name_or_another_way_to_write_it_in_any_case() {
    let id = |id: &str| ItemId::new(id).unwrap();
    let counts = Counts {
        home: "West Virginia".into(),
        home_words: vec!["WV".into(), "W. Va.".into()],
        persons: id("all"),
        residents: id("here"),
        list: None,
    };
    let home = Home::new(1, &counts);
    for value in ["West Virginia", " west virginia ", "wv", "w. va.", "WVA"] {
        assert!(home.is(value), "{value}");
    }
    for other in ["Virginia", "", "West Virginia, or Ohio"] {
        assert!(!home.is(other), "{other}");
    }
}
