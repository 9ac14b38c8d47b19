//! PDF: where everything stands, the same bytes each time, and what both standards ask for, which the writing itself checks.

use super::pdf_sheets as sheets;
use breachbook::export::pdf::{self, Traced};
use breachbook::report::Sheet;
use std::fs;

/// Writes a page, and keeps the file for programs that look at PDF.
pub fn written(name: &str, sheet: &Sheet) -> pdf::Rendered {
    let made = pdf::write(sheet).unwrap_or_else(|error| panic!("{name}: {error}"));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.pdf")), &made.bytes).unwrap();
    made
}

/// Nothing stands outside the paper's margins, and no two lines on each other.
pub fn well_laid(name: &str, pages: &[Traced]) {
    for (number, page) in pages.iter().enumerate() {
        let (left, right) = (page.frame.0 - 0.5, page.frame.2 + 0.5);
        let margin = 51.0;
        for line in &page.lines {
            let at = format!("{name}, page {}: {line:?}", number + 1);
            assert!(line.left >= left && line.right <= right, "outside: {at}");
            assert!(line.top >= margin && line.bottom <= page.height - margin + 1.0, "outside: {at}");
        }
        let mut lines: Vec<_> = page.lines.iter().collect();
        lines.sort_by(|one, other| one.top.total_cmp(&other.top));
        for (at, line) in lines.iter().enumerate() {
            for other in lines[at + 1..].iter().take_while(|other| other.top < line.bottom - 0.6) {
                let apart = other.left >= line.right - 0.6 || other.right <= line.left + 0.6;
                assert!(apart, "{name}, page {}: {line:?} and {other:?}", number + 1);
            }
        }
    }
}

#[test]
fn every_page_is_written_and_well_laid_out() {
    for (name, sheet) in [
        ("action-record", sheets::action_record(60)),
        ("everything", sheets::everything()),
        ("letter", sheets::letter()),
    ] {
        let made = written(name, &sheet);
        let pages = pdf::trace(&sheet);
        assert_eq!(made.pages, pages.len());
        well_laid(name, &pages);
    }
}
