//! Every page of the worked cases in the formats for people and offices: each says the same in the same order.

use super::golden::CASES;
use super::made;
use super::night::Night;
use crate::export::{facts, written};
use breachbook::case::Upto;
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
