//! Every page of the worked cases as PDF: written to both standards, well laid out, and the same bytes twice.

use super::golden::CASES;
use super::made;
use super::night::Night;
use crate::export::pdf::{well_laid, written};
use breachbook::case::Upto;
use breachbook::export::pdf;
use breachbook::page::printed::Page;
use breachbook::report::{PageId, Size, page};

#[test]
fn every_page_of_every_case_is_a_pdf() {
    // The largest, and the one with damage, clashes and three runs.
    for (name, script) in [CASES[0], CASES[7]] {
        let night = Night::of(script);
        for id in PageId::all(&night.playbook) {
            let sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
            let name = format!("{name}-{}", id.name());
            let made = written(&name, &sheet);
            assert!(made.bytes == pdf::write(&sheet).unwrap().bytes, "{name}: twice");
            assert_eq!(made.unprinted.words(), None, "{name}: the words of a page have their signs");
            well_laid(&name, &pdf::trace(&sheet));
        }
    }
}

#[test]
fn a_briefing_is_one_page() {
    let worked = CASES.map(|(name, script)| (name, Night::of(script)));
    for (name, night) in worked.into_iter().chain([("large", made::large()), ("hostile", made::hostile())]) {
        for size in [Size::A4, Size::Letter] {
            let id = PageId::Page(Page::Briefing);
            let mut sheet = night.looking(&Upto::Last, |view, options| page(view, &id, options)).unwrap();
            sheet.size = size;
            let pages = pdf::trace(&sheet);
            well_laid(name, &pages);
            let over = pages.iter().skip(1).flat_map(|page| &page.lines).filter(|line| !line.again);
            let over = over.map(|line| line.words.as_str()).collect::<Vec<_>>();
            assert_eq!(pages.len(), 1, "{name} on {size:?}: {over:?}");
        }
    }
}
