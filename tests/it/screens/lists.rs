//! Registers and rows on the screen.

use crate::support::stage::Stage;

/// The cards of the counter, the list, the task that is owed for each place, and the places.
const MAILS: &str = r#"/ "E-mails received" <enter>"#;
const READERS: &str = r#"/ "Readers affected" <enter>"#;
const LOCK: &str = r#"/ "Lock each place" <enter>"#;
const PLACES: &str =
    r"g s <home> <down> <down> <down> <down> <down> <down> <down> <down> <down> <down> <down> <down> <down> <enter>";

#[test]
fn a_counter_shows_its_total_and_its_last_entries_and_enter_adds_to_it() {
    let stage = Stage::every_kind().keys(MAILS).shows("Kept so far nothing yet; that is not zero");
    let stage = stage.keys(r#"<enter> "9" <enter>"#).shows("✓ k4-2 02:13 Added: 9 e-mails").keys(MAILS);
    let stage = stage.shows("Kept so far 9 e-mails").shows("k4-2 Added: 9 e-mails");
    let stage = stage.keys(r#"<enter> "five" <enter>"#).shows("cannot be added").shows("five");
    let stage = stage.keys(r#"<ctrl-u> "5" <tab> "from parents" <enter>"#).keys(MAILS);
    let stage = stage.shows("Kept so far 14 e-mails").shows("Added: 5 e-mails; from parents");
    let stage = stage.after(120).keys(r#"g r <end> e <tab> 0 "Typed wrong" <enter>"#).keys(MAILS);
    stage.shows("Kept so far 9 e-mails").shows("struck out");
}

#[test]
fn a_list_takes_rows_and_files_and_shows_no_row_of_a_file() {
    let stage = Stage::every_kind().keys(READERS).keys(r#"<enter> "Ana Example" <tab> "Ohio" <ctrl-s> <esc>"#);
    let stage = stage.keys(READERS).shows("Kept so far 1 row; 0 by e-mail, 1 by none").shows("Ohio 1");
    let file = stage.library().join("list.csv");
    std::fs::write(&file, "name,e-mail\nBo Secret,bo@example.org\n").unwrap();
    let path = file.display().to_string();
    let stage = stage.keys("<enter> <backtab> 2").paste(&path).keys("<ctrl-s>");
    let stage = stage.shows("headings in line 1").shows("Enter records it").keys("<ctrl-s>").keys(READERS);
    stage
        .at(100, 30)
        .shows("Kept so far 2 rows; 1 by e-mail, 1 by none")
        .shows("Taken in: list.csv: 1 row")
        .shows_not("Secret");
}

#[test]
fn a_task_owed_for_each_row_takes_the_first_that_waits_and_stays_until_all_are_settled() {
    let stage = Stage::every_kind().keys(PLACES).shows("Where?");
    let stage = stage.keys(r#"<enter> "Depot" <ctrl-j> "Library" <enter>"#).keys(LOCK);
    let stage = stage.shows("TASK · 0 of 2").shows("○ Depot").shows("○ Library");
    let stage = stage.keys("<enter>").shows("For whom").shows("(•) 1 Depot");
    let stage = stage.keys(r#""The front door" <enter>"#).shows("TASK · 1 of 2").shows("✓ Depot");
    let stage = stage.keys("<enter>").shows("(•) 2 Library").keys(r#""Both gates" <enter>"#).keys(LOCK);
    stage.shows("TASK · 2 of 2").shows("✓ Library").keys("<space>").shows("Done for Library: Both gates");
}

#[test]
fn sizes_from_small_to_large_show_a_register_and_its_form() {
    for (columns, lines) in [(60, 20), (80, 24), (120, 40)] {
        Stage::every_kind().at(columns, lines).keys(READERS).shows("Readers affected").keys("<enter>").shows("Readers");
    }
}

#[test]
fn e_on_the_record_opens_the_cells_of_a_row_as_they_stand_and_records_what_was_changed() {
    let stage = Stage::every_kind().keys(READERS).keys(r#"<enter> "Ana; 2nd" <tab> "Ohio; perhaps" <ctrl-s> <esc>"#);
    let stage = stage.keys("g r <end> e").shows("k4-2: Ana; 2nd").shows("Ohio; perhaps").shows("Why it changes");
    let stage = stage.keys(r#"<tab> "Iowa" <tab> <tab> "She moved" <ctrl-s> <esc>"#).shows("✓ k4-3");
    let stage = stage.keys("g r").at(140, 30).shows("Changed: Ana; 2nd: residence=Iowa (was Ohio; perhaps)");
    stage.keys(READERS).shows("Kept so far 1 row").shows("Iowa 1");
}

#[test]
fn rows_are_entered_one_behind_the_other_by_enter_alone_and_an_empty_first_cell_ends_them() {
    let stage = Stage::every_kind().keys(READERS).keys(r#"<enter> "Ana Example" <enter>"#).shows("Enter next cell");
    let stage = stage.keys(r#""Ohio" <enter>"#).shows("Enter record row").keys("<enter>");
    let stage = stage.shows("✓ k4-2 02:13").shows("Added: Ana Example").shows("Enter done");
    let stage = stage.keys(r#""Bo Example" <enter> <enter> <enter>"#).shows("✓ k4-3");
    // Enter in the empty first cell ends the rows, and records nothing.
    let stage = stage.keys("<enter>").shows_not("In an empty first cell").keys(READERS).shows("Kept so far 2 rows");
    assert_eq!(stage.app.case().unwrap().state().log.len(), 3);
}
