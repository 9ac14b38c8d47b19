//! Texts and pages that try to break a PDF: nothing of them is lost, nothing stands where it should not.

use super::pdf::{text, well_laid, written};
use super::{hostile, pdf_sheets, sheets};
use breachbook::base::text::is_active;
use breachbook::export::pdf;
use breachbook::page::{Block, Callout, Figure, Line, Table, Tone};
use breachbook::report::{Band, Sheet};

/// The signs of a text that are seen, without the numbers in boxes that stand for those that act.
fn seen(text: &str) -> String {
    let numbers = regex::Regex::new(r"[\x{202F}]U\+[0-9A-F]{4,6}([\x{A0}]×[\x{A0}]\d+)?\x{202F}\x{200A}").unwrap();
    let text = numbers.replace_all(text, "");
    text.chars().filter(|sign| !sign.is_whitespace() && !is_active(*sign)).collect()
}

#[test]
fn every_hostile_text_is_printed_whole() {
    let body = hostile::all().map(|text| Block::Text(text.into())).collect();
    let sheet = pdf_sheets::page(body);
    let pages = pdf::trace(&sheet);
    let all = seen(&text(&pages));
    let mut from = 0;
    for one in hostile::all() {
        let wanted = seen(one);
        let at = all[from..].find(&wanted).unwrap_or_else(|| panic!("{one:?} is lost"));
        from += at + wanted.len();
    }
}

#[test]
fn signs_that_act_are_their_numbers_and_are_never_copied() {
    let sheet = pdf_sheets::page(vec![Block::Text("paid \u{202E}0001\u{202C}\u{0007} now".into())]);
    let pages = pdf::trace(&sheet);
    let all = text(&pages);
    assert!(all.contains("U+202E") && all.contains("U+0007"), "{all}");
    assert!(!all.contains('\u{202E}') && !all.contains('\u{7}'), "{all:?}");
    written("active", &sheet);
}

#[test]
fn a_flood_of_marks_covers_nothing_and_is_counted() {
    let flood = format!("Zo{}e", "\u{0308}".repeat(5000));
    let mixed: String =
        std::iter::once('Z').chain((0..600).map(|at| char::from_u32(0x300 + at % 0x20).unwrap())).collect();
    let sheet =
        pdf_sheets::page(vec![Block::Text(flood.into()), Block::Text(mixed.into()), Block::Text("\u{301}lone".into())]);
    written("flood", &sheet);
    let pages = pdf::trace(&sheet);
    well_laid("flood", &pages);
    assert!(pages.len() < 8, "{} pages", pages.len());
    assert!(text(&pages).matches('\u{308}').count() >= 5000, "none of them is lost");
}

#[test]
fn names_without_a_place_to_break_stay_in_their_cells() {
    let long = "Wolfeschlegelsteinhausenbergerdorff-Abdulhafiz-Nakamura-Oleander";
    let rows = (0..12)
        .map(|at| vec![format!("{long}{at}"), long.repeat(3), "x".into(), long.into(), "y".into(), long.into()])
        .collect();
    let sheet =
        pdf_sheets::page(vec![Block::Table(pdf_sheets::table(&["Name", "Address", "A", "Mail", "B", "Class"], rows))]);
    written("long-names", &sheet);
    let pages = pdf::trace(&sheet);
    well_laid("long-names", &pages);
    let signs = |text: &str| text.chars().filter(|sign| *sign == 'W').count();
    assert_eq!(signs(&text(&pages)), 12 * 6 + signs("What was found"), "every name is there as often as it was given");
}

#[test]
fn tables_without_rows_columns_or_room_are_made() {
    let none = pdf_sheets::table(&["Ref", "What"], Vec::new());
    let no_columns = Table { columns: Vec::new(), ..none.clone() };
    let titles: Vec<_> = (0..40).map(|at| format!("Column number {at}")).collect();
    let titles: Vec<_> = titles.iter().map(String::as_str).collect();
    let crowded = pdf_sheets::table(&titles, vec![vec!["cell".to_owned(); 40]; 3]);
    let ragged = pdf_sheets::table(&["Ref", "What"], vec![vec![], vec!["a".into(); 5]]);
    let tall_title =
        pdf_sheets::table(&["Ref", &"A title that goes on. ".repeat(400)], vec![vec!["a".into(), "b".into()]; 3]);
    for (name, table) in [
        ("none", none),
        ("no-columns", no_columns),
        ("crowded", crowded),
        ("ragged", ragged),
        ("tall-title", tall_title),
    ] {
        let sheet = pdf_sheets::page(vec![Block::Table(table)]);
        written(name, &sheet);
        let pages = pdf::trace(&sheet);
        assert!(!pages.is_empty());
        if name != "crowded" {
            well_laid(name, &pages);
        }
    }
}

#[test]
fn a_page_of_nothing_and_one_of_breaks_are_pages() {
    let mut sheet = pdf_sheets::page(Vec::new());
    assert_eq!(written("nothing", &sheet).pages, 1);
    sheet.body.blocks = vec![Block::PageBreak, Block::PageBreak, Block::Text("end".into()), Block::PageBreak];
    assert_eq!(written("breaks", &sheet).pages, 1, "a break without anything before or behind it makes no page");
}

#[test]
fn heads_and_bands_that_are_too_long_are_whole_on_the_first_page() {
    let mut sheet = sheets::everything();
    let name = "An organisation with a name that does not end ".repeat(30);
    sheet.head.organisation.clone_from(&name);
    sheet.head.title = Line::from("A title of a case ".repeat(60));
    sheet.foot.policy = "A policy of many words ".repeat(40);
    sheet.bands.push(Band::OutOfDate("persons was 1,200, is 12,000 ".repeat(40)));
    written("long-head", &sheet);
    let pages = pdf::trace(&sheet);
    well_laid("long-head", &pages);
    let all = text(&pages).replace('\n', "");
    assert!(all.replace(' ', "").contains(&name.replace(' ', "")), "{all}");
    let whole = all.replace(' ', "");
    assert!(whole.contains(&"persons was 1,200, is 12,000 ".repeat(40).replace(' ', "")), "{all}");
}

#[test]
fn frames_within_frames_and_a_keep_of_many_pages_are_made() {
    let mut inside = vec![Block::Text("A paragraph in a frame. ".repeat(10).into()); 30];
    for _ in 0..30 {
        inside = vec![Block::Callout(Callout::Warning, inside)];
    }
    let keep = Block::Keep(vec![Block::Text(Line::of(Tone::Missing, "kept ".repeat(200))); 12]);
    let figure = Block::Figure(Figure { height: 65000, ..Figure::default() });
    let sheet: Sheet = pdf_sheets::page(vec![inside.remove(0), keep, figure]);
    written("deep", &sheet);
    assert!(pdf::trace(&sheet).len() > 5);
}

#[test]
fn a_long_table_takes_time_by_its_rows() {
    let rows = |count: usize| (0..count).map(|at| vec![format!("R-{at}"), "A short result".to_owned()]).collect();
    let sheet = pdf_sheets::page(vec![Block::Table(pdf_sheets::table(&["Ref", "Result"], rows(2000)))]);
    let pages = pdf::trace(&sheet);
    assert_eq!(text(&pages).matches("A short result").count(), 2000);
    let sheet = pdf_sheets::page(vec![Block::Text("x".repeat(100_000).into())]);
    assert_eq!(text(&pdf::trace(&sheet)).matches('x').count(), 100_000, "no sign is lost");
}
