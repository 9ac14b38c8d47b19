//! PDF: where everything stands, the same bytes each time, and what both standards ask for, which the writing itself checks.

use super::{pdf_sheets, sheets};
use breachbook::export::pdf::{self, Rendered, Traced, TracedLine};
use breachbook::page::{Block, Line, Tone};
use breachbook::report::{Sheet, Size};
use std::fs;
use std::process::Command;

/// Writes a page, and keeps the file for programs that look at PDF.
pub(crate) fn written(name: &str, sheet: &Sheet) -> Rendered {
    let made = pdf::write(sheet).unwrap_or_else(|error| panic!("{name}: {error}"));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.pdf")), &made.bytes).unwrap();
    made
}

/// Nothing stands in the margins of the paper, nothing is smaller than 8 points, in figures 7, and no two lines stand on each other.
pub(crate) fn well_laid(name: &str, pages: &[Traced]) {
    let margin = 18.0 * 72.0 / 25.4 - 0.5;
    for (number, page) in pages.iter().enumerate() {
        for line in &page.lines {
            let at = format!("{name}, page {}: {line:?}", number + 1);
            assert!(line.left >= margin && line.right <= page.width - margin, "outside: {at}");
            assert!(line.top >= margin && line.bottom <= page.height - margin, "outside: {at}");
            assert!(line.size >= 7.0, "too small: {at}");
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

fn says(page: &Traced, words: &str) -> usize {
    page.lines.iter().filter(|line| line.words.trim() == words).count()
}

/// The text of a page in the order of its lines, but for what is said again.
pub fn text(pages: &[Traced]) -> String {
    let lines = pages.iter().flat_map(|page| &page.lines).filter(|line| !line.again);
    lines.map(|line| line.words.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn pages_are_written_to_both_standards_and_well_laid_out() {
    let all = [
        ("action-record", sheets::action_record(60)),
        ("everything", sheets::everything()),
        ("letter", pdf_sheets::letter()),
        ("hostile-letter", sheets::hostile_letter()),
        ("hostile-page", sheets::hostile_page()),
    ];
    for (name, sheet) in all {
        let made = written(name, &sheet);
        assert!(made.bytes.starts_with(b"%PDF-1.7"), "{name}");
        let pages = pdf::trace(&sheet);
        assert_eq!(made.pages, pages.len());
        well_laid(name, &pages);
    }
}

#[test]
fn a_table_over_pages_has_its_caption_and_titles_on_each_and_ends_once() {
    let pages = pdf::trace(&sheets::action_record(60));
    assert!(pages.len() > 3);
    for (number, page) in pages.iter().enumerate() {
        if page.lines.iter().any(|line| line.words.starts_with("A-")) {
            for title in ["Ref", "Step", "Action (why)", "Owner", "Due", "Done", "Result and evidence", "Initials"] {
                assert_eq!(says(page, title), 1, "{title} on page {}", number + 1);
            }
            let caption = if number == 0 { "Actions" } else { "Actions, continued" };
            assert_eq!(says(page, caption), 1, "page {}", number + 1);
        }
    }
    let said_again = |page: &Traced| page.lines.iter().filter(|line| line.words == "Ref").all(|line| line.again);
    assert!(!said_again(&pages[0]) && pages[1..].iter().all(said_again), "the titles are read once");
    let ends: usize = pages.iter().map(|page| says(page, "END OF ENTRIES: 60, last A-59")).sum();
    assert_eq!(ends, 1);
}

#[test]
fn each_page_says_where_it_belongs_and_a_signature_has_something_above_it() {
    let sheet = sheets::action_record(60);
    let pages = pdf::trace(&sheet);
    let count = pages.len();
    for (number, page) in pages.iter().enumerate() {
        assert_eq!(says(page, &format!("Page {} of {count}", number + 1)), 1);
        for words in ["Trinity Lutheran College", "Data breach action record (F2)", "Timetable to the wrong parent"] {
            assert_eq!(says(page, words), 1, "{words} on page {}", number + 1);
        }
    }
    let last = &pages[count - 1];
    assert!(last.lines.iter().any(|line| line.words.starts_with("Recorded by")), "{last:?}");
    assert!(last.lines.iter().any(|line| line.words.starts_with("END OF ENTRIES")), "{last:?}");
}

#[test]
fn bands_are_framed_above_and_below_each_page() {
    let pages = pdf::trace(&sheets::everything());
    for page in &pages {
        let bands: Vec<_> = page.lines.iter().filter(|line| line.words.starts_with("EXERCISE  ·")).collect();
        assert_eq!(bands.len(), 2);
        assert!(bands.iter().any(|band| band.top < 80.0) && bands.iter().any(|band| band.bottom > page.height - 110.0));
        for band in bands {
            let around = |one: &&(f32, f32, f32, f32)| {
                one.0 <= band.left && one.1 <= band.top && one.2 >= band.right && one.3 >= band.bottom
            };
            assert!(page.boxes.iter().any(|one| around(&one)), "{band:?} stands in a frame");
        }
    }
}

#[test]
fn what_is_struck_has_a_line_through_it_and_what_is_missing_a_box() {
    let line =
        Line::of(Tone::Struck, "promised").and(Tone::Text, " then ").and(Tone::Missing, "[not yet known: cause]");
    let pages = pdf::trace(&pdf_sheets::page(vec![Block::Text(line)]));
    let found = pages[0].lines.iter().find(|line| line.words.contains("promised")).unwrap();
    assert!(found.struck && found.boxed, "{found:?}");
    assert_eq!(found.words, "promised then [not yet known: cause]");
}

#[test]
fn a_letter_has_its_head_once_and_its_reference_on_each_page() {
    let mut sheet = pdf_sheets::letter();
    let more = Block::Text("Remain vigilant for incidents of fraud and identity theft. ".repeat(90).into());
    sheet.body.blocks.insert(4, more);
    let pages = pdf::trace(&sheet);
    assert_eq!(pages.len(), 2);
    well_laid("letter", &pages);
    for page in &pages {
        assert_eq!((page.width, page.height), (612.0, 792.0));
        assert_eq!(says(page, "Ref. v2 · text 33G8-NBD5-5VZT-B5RR"), 1);
        assert_eq!(says(page, "Trinity Lutheran College"), 0);
    }
    assert_eq!(says(&pages[0], "1 Example Way, East Lansing, MI 48824"), 1);
    assert_eq!(says(&pages[1], "1 Example Way, East Lansing, MI 48824"), 0);
    let window = pages[0].lines.iter().find(|line| line.words.contains("address")).unwrap();
    assert!((127.0..180.0).contains(&window.top), "behind the window of an envelope: {window:?}");
}

#[test]
fn a_little_that_would_stand_on_a_second_page_stands_closer_on_one() {
    let lines = |count: usize| {
        let mut body: Vec<_> =
            (0..count).map(|at| Block::Text(format!("What has to be known, no. {at}").into())).collect();
        body.push(Block::Sign(["Hands over", "Takes over", "Witness"].map(Line::from).to_vec()));
        pdf::trace(&pdf_sheets::page(body))
    };
    let size = |pages: &[Traced]| pages[0].lines.iter().find(|line| line.words.ends_with("no. 0")).unwrap().size;
    let (short, long, longer) = (lines(10), lines(38), lines(90));
    assert_eq!((short.len(), size(&short)), (1, 10.0));
    assert!(long.len() == 1 && (8.0..10.0).contains(&size(&long)), "{} pages at {}", long.len(), size(&long));
    assert!(longer.len() > 1 && (size(&longer) - 10.0).abs() < 0.01, "no closer where it would not help");
    for pages in [&short, &long, &longer] {
        well_laid("closer", pages);
        assert_eq!(pages.iter().map(|page| says(page, "Name, signature")).sum::<usize>(), 3);
    }
}

#[test]
fn paper_has_its_size_either_way() {
    let size = |size, landscape| {
        let sheet = Sheet { size, landscape, ..pdf_sheets::page(vec![Block::Text("x".into())]) };
        let pages = pdf::trace(&sheet);
        (pages[0].width.round() as u32, pages[0].height.round() as u32)
    };
    assert_eq!(size(Size::A4, false), (595, 842));
    assert_eq!(size(Size::A4, true), (842, 595));
    assert_eq!(size(Size::Letter, false), (612, 792));
    assert_eq!(size(Size::Letter, true), (792, 612));
}

#[test]
fn columns_that_do_not_fit_go_to_a_second_line_behind_their_titles() {
    let titles = [
        "Reference",
        "(Collected by)",
        "Identifiers",
        "(Storage)",
        "Description",
        "(Method and tool)",
        "Custodian",
        "(Seal number)",
    ];
    let words = [
        "E-3",
        "Firstname-Lastname",
        "WX-11-2233-4455-66",
        "Safe-in-the-basement",
        "Disk-image-of-server",
        "Write-blocked-copy",
        "Organisation-unit",
        "S-20261122-0001",
    ];
    let table = pdf_sheets::table(&titles, vec![words.map(str::to_owned).to_vec(); 4]);
    let pages = pdf::trace(&pdf_sheets::page(vec![Block::Table(table)]));
    well_laid("narrow", &pages);
    let all = text(&pages);
    for word in words {
        assert_eq!(all.matches(word).count(), 4, "{word} whole in\n{all}");
    }
    assert!(all.contains("Seal number: S-20261122-0001"), "{all}");
    assert!(!pages[0].lines.iter().any(|line| line.words.trim() == "Seal number"), "no longer a column");
}

#[test]
fn a_row_taller_than_half_a_page_is_divided_and_says_so() {
    let words: Vec<_> = (0..1500).map(|at| format!("word{at}")).collect();
    let rows = vec![vec!["A-1".to_owned(), words.join(" ")], vec!["A-2".to_owned(), "short".to_owned()]];
    let pages = pdf::trace(&pdf_sheets::page(vec![Block::Table(pdf_sheets::table(&["Ref", "Result"], rows))]));
    well_laid("tall", &pages);
    let left = |line: &&TracedLine| line.words.starts_with("word");
    let found: Vec<_> =
        pages.iter().flat_map(|page| &page.lines).filter(left).flat_map(|line| line.words.split_whitespace()).collect();
    assert_eq!(found, words, "every word, in order");
    for page in &pages[1..pages.len() - 1] {
        assert_eq!(says(page, "continued"), 1);
        assert_eq!(says(page, "Ref"), 1);
    }
    assert_eq!(says(&pages[0], "continued"), 0);
}

#[test]
fn titles_stand_with_two_rows_and_rows_are_whole() {
    let cell = "A result of several lines that stands in one cell of the table. ".repeat(3);
    let rows: Vec<_> = (0..30).map(|at| vec![format!("R-{at}"), cell.clone()]).collect();
    for above in 20..32 {
        let mut body = vec![Block::Ruled(above)];
        body.push(Block::Table(pdf_sheets::table(&["Ref", "Result"], rows.clone())));
        let pages = pdf::trace(&pdf_sheets::page(body));
        for page in &pages {
            let titles = says(page, "Ref");
            let begun = page.lines.iter().filter(|line| line.words.starts_with("R-")).count();
            let of_cells = page
                .lines
                .iter()
                .filter(|line| line.left > 90.0 && !line.again && line.words.contains("result"))
                .count();
            assert!(titles == 0 || begun >= 2, "{above}: titles with {begun} rows");
            assert!(begun == 0 || of_cells >= begun, "{above}: {begun} rows, {of_cells} beginnings of cells");
        }
    }
}

#[test]
fn a_sign_that_no_font_has_is_its_number_in_a_box_and_is_counted() {
    let names = "Ámbar Nguyễn Ὀδυσσεύς Ωμέγα Жанна 陳大文 שלום";
    let sheet = pdf_sheets::page(vec![Block::Text(names.into()), Block::Text("office ﬁle fi ffi".into())]);
    let made = written("names", &sheet);
    assert_eq!((made.unprinted.signs, made.unprinted.texts), (9, 2), "{:?}", made.unprinted);
    assert_eq!(made.unprinted.words().unwrap(), "2 texts have signs that PDF has no font for here: use html or docx");
    let pages = pdf::trace(&sheet);
    well_laid("names", &pages);
    let line = pages[0].lines.iter().find(|line| line.words.contains("Жанна")).unwrap();
    assert!(line.boxed);
    assert!(text(&pages).contains("陳大文"), "what is copied is the name: {}", text(&pages));
    let plain =
        pdf::write(&pdf_sheets::page(vec![Block::Text("Zoë Nguyễn, Жанна, Ωμέγα: ✓ → ≥ “ok”".into())])).unwrap();
    assert_eq!(plain.unprinted.words(), None);
}

#[test]
fn the_same_page_is_the_same_bytes() {
    for sheet in [sheets::action_record(20), sheets::everything(), pdf_sheets::letter()] {
        assert!(pdf::write(&sheet).unwrap().bytes == pdf::write(&sheet).unwrap().bytes);
    }
}

/// In another process, in another zone, without a home.
#[test]
fn the_same_page_is_the_same_bytes_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("digest");
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["export::pdf::writes_a_digest_where_it_is_told", "--exact", "--ignored"])
        .env_clear()
        .envs([("TZ", "Asia/Kathmandu"), ("HOME", "/nonexistent"), ("LANG", "tr_TR.UTF-8")])
        .env("BREACHBOOK_DIGEST", &into)
        .output()
        .unwrap();
    assert!(status.status.success(), "{status:?}");
    assert_eq!(fs::read_to_string(into).unwrap(), digest());
}

#[test]
#[ignore = "started by the test above, in another process"]
fn writes_a_digest_where_it_is_told() {
    if let Some(into) = std::env::var_os("BREACHBOOK_DIGEST") {
        fs::write(into, digest()).unwrap();
    }
}

fn digest() -> String {
    let bytes = pdf::write(&sheets::everything()).unwrap().bytes;
    breachbook::base::digest::sha256(&bytes)
}

#[test]
fn a_line_is_not_broken_inside_a_reference() {
    let references = ["S000-PRO-16a", "k4-12", "E-1", "2026-12-24", "CN-4", "P11C-3x"];
    for width in 1..40 {
        let said = format!("{} see {}.", "x".repeat(width), references.join(", and "));
        let table = pdf_sheets::table(&["What", "Result", "More"], vec![vec![said.clone(), said.clone(), said]]);
        let pages = pdf::trace(&pdf_sheets::page(vec![Block::Table(table)]));
        let lines: Vec<_> = pages.iter().flat_map(|page| &page.lines).map(|line| line.words.trim()).collect();
        for reference in references {
            assert_eq!(lines.iter().filter(|line| line.contains(reference)).count(), 3, "{reference}: {lines:#?}");
        }
    }
}
