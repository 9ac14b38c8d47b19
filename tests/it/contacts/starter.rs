//! The commented phone list to begin with.

use breachbook::contacts::{STARTER, load, review};
use breachbook::playbook::load_bundled;
use breachbook::source::Source;

#[test]
fn the_starter_loads_without_a_mistake_and_warns_only_of_what_its_owner_has_to_do() {
    let file = load(Source::new("contacts.toml", STARTER));
    assert_eq!(file.rendered(&file.problems), "");
    let trinity = load_bundled("trinity").unwrap().playbook.unwrap();
    let today = "2026-11-22".parse().unwrap();
    let codes: Vec<_> = review(&file.list, &[&trinity], today).into_iter().map(|problem| problem.code.word()).collect();
    assert_eq!(codes, ["role-without-holder"]);
}

#[test]
fn the_starter_fits_an_editor_of_ordinary_width() {
    for line in STARTER.lines() {
        assert!(breachbook::base::text::width(line) <= 120, "{line}");
    }
}
