//! Every page of worked cases, held as text once each. No format is rendered.

use super::night::Night;
use super::shown;
use breachbook::report::{PageId, Upto, page};

pub const CASES: [(&str, &str); 1] = [("trinity", include_str!("cases/trinity.txt"))];

#[test]
fn every_page_of_every_case() {
    for (name, script) in CASES {
        let night = Night::of(script);
        for id in PageId::all(&night.playbook) {
            let sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
            insta::assert_snapshot!(format!("{name}__{}", id.name()), shown::sheet(&sheet));
        }
    }
}
