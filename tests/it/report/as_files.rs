//! Every page of the worked cases in the formats for people and offices: each says the same in the same order.

use super::golden::CASES;
use super::made;
use super::night::Night;
use crate::export::{facts, hostile, written};
use breachbook::case::Upto;
use breachbook::export::csv;
use breachbook::page::lists;
use breachbook::page::printed::Page;
use breachbook::report::{PageId, page};

#[test]
fn every_page_of_every_case_says_the_same_in_every_format() {
    let folder = written::folder();
    let worked = CASES.iter().map(|(name, script)| (*name, Night::of(script)));
    for (name, night) in worked.chain([("large", made::large()), ("hostile", made::hostile())]) {
        for id in PageId::all(&night.playbook) {
            let sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
            written::write(&folder, &format!("{name}-{}", id.name()), &sheet);
            facts::stand_in_every_format(&sheet);
        }
    }
}

#[test]
fn five_hundred_texts_that_try_to_be_something_else_come_back_from_every_format() {
    let texts = hostile::five_hundred();
    assert_eq!(texts.len(), 500);
    let night = made::written(texts);
    let [rows, calls] = night.looking(&Upto::Last, |view, _| {
        [csv::list(view, &lists::list(view, "affected_individuals").unwrap()), csv::calls(view)]
    });
    for (name, table) in [("hostile-list", rows), ("hostile-calls", calls)] {
        std::fs::write(written::folder().join(format!("{name}.csv")), [csv::BOM.as_bytes(), &table].concat()).unwrap();
    }
    let list = PageId::find(&night.playbook, "affected_individuals").unwrap();
    for id in [PageId::Page(Page::Log), PageId::Page(Page::Calls), PageId::Page(Page::ActionRecord), list] {
        let mut sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
        // The names of an office and of a case are somebody's words too.
        sheet.head.organisation = "=1+1 <b>| Example".to_owned();
        sheet.head.case = "2026-11-22-<script>".to_owned();
        facts::stand_in_every_format(&sheet);
    }
}
