//! Pages of a case in which nothing is recorded: what is not known is said in words. No value is blank, and none is a zero that
//! somebody could take for a count.

use super::golden::CASES;
use super::night::Night;
use breachbook::case::Upto;
use breachbook::page::printed::Page;
use breachbook::page::{Block, Line};
use breachbook::report::{PageId, page};

fn says(value: &Line, page: &str, of: &str) {
    let words = value.words();
    assert!(!words.trim().is_empty(), "{page}: {of} is blank");
    assert!(!matches!(words.trim(), "0" | "-" | "none"), "{page}: {of} reads {words}");
}

/// Goes through the values of a page; gives how many there were.
fn values(blocks: &[Block], page: &str) -> usize {
    let mut seen = 0;
    for block in blocks {
        seen += match block {
            Block::Labelled(label, value) => {
                says(value, page, label);
                1
            }
            Block::Callout(_, inside) | Block::Keep(inside) => values(inside, page),
            Block::List(points) => points.iter().map(|point| says(point, page, "a point")).count(),
            Block::Table(table) => {
                assert!(
                    !table.rows.is_empty() || table.end.is_some() || table.ruled > 0,
                    "{page}: {} has no row, and nothing says why",
                    table.caption
                );
                for row in &table.rows {
                    let mut words = row.cells.iter().flatten().map(Line::words);
                    assert!(words.any(|words| !words.trim().is_empty()), "{page}: a blank row in {}", table.caption);
                    for line in row.cells.iter().flatten() {
                        assert_ne!(line.words().trim(), "0", "{page}: {}", table.caption);
                    }
                }
                table.rows.len()
            }
            _ => 0,
        };
    }
    seen
}

#[test]
fn no_value_of_an_empty_case_is_blank_or_a_zero() {
    let script = CASES.iter().find(|(name, _)| *name == "empty").unwrap().1;
    let night = Night::of(script);
    let mut seen = 0;
    for id in Page::ALL.into_iter().map(PageId::Page) {
        let made = night.looking(&Upto::Last, |view, options| page(view, &id, options));
        let Ok(sheet) = made else { continue };
        assert!(!sheet.body.is_empty(), "{} is empty", id.name());
        seen += values(&sheet.body.blocks, id.name());
    }
    assert!(seen > 20, "only {seen} values were looked at");
}
