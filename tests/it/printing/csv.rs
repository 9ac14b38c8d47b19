//! Rows for spreadsheets: nothing runs, nothing is lost, times sort.

use super::one;
use crate::support::program::Home;
use std::fs;

#[test]
fn no_text_of_the_record_can_be_taken_for_a_formula() {
    let (home, case) = Home::with_case();
    for text in ["=HYPERLINK(\"http://example.org\")", "@SUM(1)", "+1", "a, \"b\"", "-2+3"] {
        home.record(&case, &["note", "--actor", "=cmd", "--", text]);
    }
    let text = fs::read_to_string(one(&home, &case, &["--what", "log", "--as", "csv"])).unwrap();
    let mut reader = csv_core::Reader::new();
    let (mut fields, mut ends) = (vec![0; text.len() + 1], vec![0; 10_000]);
    let mut left = text.trim_start_matches('\u{feff}').as_bytes();
    let mut rows = 0;
    loop {
        let (result, read, _, cells) = reader.read_record(left, &mut fields, &mut ends);
        left = &left[read..];
        match result {
            csv_core::ReadRecordResult::Record => {
                assert_eq!(cells, 16);
                let mut begin = 0;
                for end in &ends[..cells] {
                    let cell = &fields[begin..*end];
                    assert!(!cell.starts_with(b"=") && !cell.starts_with(b"@") && !cell.starts_with(b"+"), "{cell:?}");
                    begin = *end;
                }
                rows += 1;
            }
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::End => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(rows > 6, "the heading, the opening and the notes: {rows}");
}
