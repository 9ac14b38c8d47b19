//! Registers and rows on the screen.

use crate::support::stage::Stage;

/// From the first item to the counter, the list, and the task that is owed for each place.
fn down(times: usize) -> String {
    format!("<home> {}", "<down> ".repeat(times))
}

#[test]
fn a_counter_shows_its_total_and_its_last_entries_and_enter_adds_to_it() {
    let stage = Stage::every_kind().keys(&down(15)).shows("Kept so far: nothing yet; that is not zero");
    let stage = stage.keys(r#"<enter> "9" <ctrl-s>"#).shows("recorded k4-2 at 02:13").keys(&down(15));
    let stage = stage.shows("Kept so far: 9 e-mails").shows("goes on").shows("k4-2 Added: 9 e-mails");
    let stage = stage.keys(r#"<enter> "five" <ctrl-s>"#).shows("cannot be added").shows("five");
    let stage = stage.keys(r#"<ctrl-u> "5" <tab> "from parents" <ctrl-s>"#).keys(&down(15));
    let stage = stage.shows("Kept so far: 14 e-mails").shows("Added: 5 e-mails (from parents)");
    let stage = stage.keys(r#"4 z "Typed wrong" <enter> 1"#).keys(&down(15));
    stage.shows("Kept so far: 9 e-mails").shows("struck out");
}

#[test]
fn a_list_takes_rows_and_files_and_shows_no_row_of_a_file() {
    let stage = Stage::every_kind().keys(&down(16)).keys(r#"<enter> "Ana Example" <tab> "Ohio" <ctrl-s>"#);
    let stage = stage.keys(&down(16)).shows("Kept so far: 1 row; 0 by e-mail, 1 by none").shows("Ohio 1");
    let file = stage.library().join("list.csv");
    std::fs::write(&file, "name,e-mail\nBo Secret,bo@example.org\n").unwrap();
    let path = file.display().to_string();
    let stage = stage.keys("<enter> <backtab> 2 <tab>").paste(&path).keys("<ctrl-s>").keys(&down(16));
    stage
        .at(100, 30)
        .shows("Kept so far: 2 rows; 1 by e-mail, 1 by none")
        .shows("Taken in: list.csv: 1 row")
        .shows_not("Secret");
}

#[test]
fn a_task_owed_for_each_row_takes_the_first_that_waits_and_stays_until_all_are_settled() {
    let stage = Stage::every_kind().keys(&down(12)).shows("Where?");
    let stage = stage.keys(r#"<enter> "Depot" <enter> "Library" <ctrl-s>"#).keys(&down(17));
    let stage = stage.shows("Lock each place").shows("o Depot (open)").shows("o Library (open)");
    let stage = stage.keys("<enter>").shows("For whom").shows("(x) 1 Depot");
    let stage =
        stage.keys(r#""The front door" <ctrl-s>"#).shows("Lock each place").shows("x Depot (done: The front door)");
    let stage = stage.keys("<enter>").shows("(x) 2 Library").keys(r#""Both gates" <ctrl-s>"#).keys(&down(17));
    stage.shows("x done").shows("Done for Library: Both gates");
}

#[test]
fn sizes_from_small_to_large_show_a_register_and_its_form() {
    for (columns, lines) in [(40, 10), (60, 20), (80, 24), (120, 40)] {
        Stage::every_kind()
            .at(columns, lines)
            .keys(&down(16))
            .shows("Readers affected")
            .keys("<enter>")
            .shows("Readers");
    }
}

#[test]
fn e_in_the_log_opens_the_cells_of_a_row_as_they_stand_and_records_what_was_changed() {
    let stage = Stage::every_kind().keys(&down(16)).keys(r#"<enter> "Ana; 2nd" <tab> "Ohio; perhaps" <ctrl-s>"#);
    let stage =
        stage.keys("<esc> g r <end> e").shows("Change k4-2: Ana; 2nd").shows("Ohio; perhaps").shows("Why it changes");
    let stage = stage.keys(r#"<backtab> <backtab> "Iowa" <tab> <tab> "She moved" <ctrl-s> <esc>"#);
    let stage = stage.keys("g r").at(140, 30).shows("Changed: Ana; 2nd: residence=Iowa (was Ohio; perhaps)");
    stage.keys("v v v").shows("Ana; 2nd; residence=Iowa").shows("1-1 of 1");
}
