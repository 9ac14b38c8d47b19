//! Every page of worked cases, held as text once each. No format is rendered.
//!
//! One incident for each policy; a case in which nothing is recorded, an exercise, one of three laptops that did not see each other,
//! one with many rows, and one in which every text tries to be something else.

use super::night::Night;
use super::{made, shown};
use breachbook::case::Upto;
use breachbook::page::printed::Page;
use breachbook::report::{PageId, page};

pub const CASES: [(&str, &str); 8] = [
    ("trinity", include_str!("cases/trinity.txt")),
    ("shepherd", include_str!("cases/shepherd.txt")),
    ("msu", include_str!("cases/msu.txt")),
    ("modot", include_str!("cases/modot.txt")),
    ("morenet", include_str!("cases/morenet.txt")),
    ("empty", include_str!("cases/empty.txt")),
    ("exercise", include_str!("cases/exercise.txt")),
    ("two-laptops", include_str!("cases/two_laptops.txt")),
];

/// The lists that are held besides the pages, by case: those in which something stands.
fn is_held(night: &Night, id: &PageId) -> bool {
    match id {
        PageId::Page(Page::AfterAction) => night.name.starts_with("ex-"),
        PageId::Page(_) => true,
        PageId::List(list) => !night.state.register(list.as_str()).is_empty(),
    }
}

fn held(name: &str, night: &Night) {
    for id in PageId::all(&night.playbook).into_iter().filter(|id| is_held(night, id)) {
        let sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
        insta::assert_snapshot!(format!("{name}__{}", id.name()), shown::sheet(&sheet));
    }
}

#[test]
fn every_page_of_every_worked_case() {
    for (name, script) in CASES {
        held(name, &Night::of(script));
    }
}

#[test]
fn every_page_of_a_case_with_many_rows() {
    held("large", &made::large());
}

#[test]
fn every_page_of_a_case_whose_texts_try_to_be_something_else() {
    held("hostile", &made::hostile());
}
