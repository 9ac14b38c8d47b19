//! A list leaves as CSV and is taken in again: the same rows, and what stands beside them is named as not read.

use super::one;
use crate::support::program::Home;
use std::fs;
use std::path::Path;

/// The rows of an exported list: of each the cells of the list's own columns.
fn rows(path: &Path, own: &[&str]) -> Vec<Vec<String>> {
    let text = fs::read(path).unwrap();
    let mut reader = csv_core::Reader::new();
    let (mut fields, mut ends) = (vec![0; text.len() + 1], vec![0; 1_000]);
    let mut left = text.strip_prefix("\u{feff}".as_bytes()).expect("a file has the byte-order mark");
    let mut all: Vec<Vec<String>> = Vec::new();
    loop {
        let (result, read, _, cells) = reader.read_record(left, &mut fields, &mut ends);
        left = &left[read..];
        match result {
            csv_core::ReadRecordResult::Record => {
                let begins = std::iter::once(0).chain(ends.iter().copied());
                let row =
                    begins.zip(&ends[..cells]).map(|(from, to)| String::from_utf8(fields[from..*to].into()).unwrap());
                all.push(row.collect());
            }
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::End => break,
            other => panic!("{other:?}"),
        }
    }
    let head = all.remove(0);
    for title in &head {
        assert_eq!(head.iter().filter(|other| *other == title).count(), 1, "two headings are {title}: {head:?}");
    }
    let places: Vec<_> = own.iter().map(|id| head.iter().position(|title| title == id).expect("a column")).collect();
    let mut rows: Vec<Vec<String>> =
        all.into_iter().map(|row| places.iter().map(|at| row[*at].clone()).collect()).collect();
    rows.sort();
    rows
}

/// Adds the rows to a list, exports it, takes the file into another case and exports that.
fn out_and_in(playbook: &str, list: &str, own: &[&str], added: &[&[&str]]) {
    let (home, first) = Home::with_case_on(playbook, &[]);
    for row in added {
        home.record(&first, &[&["row", list, "--"], *row].concat());
    }
    let name = format!("list:{list}");
    let file = one(&home, &first, &["--what", &name, "--as", "csv"]);
    let second = home.start_on(playbook, &[]);
    let said = home.record(&second, &["import", list, file.to_str().unwrap()]);
    let text = format!("{}{}", said.out, said.err);
    let not_read = text.lines().find(|line| line.starts_with("Not read: ")).expect("what was not read is named");
    for beside in ["mode", "ref", "entry", "recorded_utc", "struck_by"] {
        assert!(not_read.contains(&format!("\"{beside}\"")), "{beside}: {not_read}");
    }
    for id in own {
        assert!(!not_read.contains(&format!("\"{id}\"")), "{id}: {not_read}");
        assert!(!own.contains(&"at") || not_read.contains("\"at_utc\""), "{not_read}");
    }
    let again = one(&home, &second, &["--what", &name, "--as", "csv"]);
    let (out, back) = (rows(&file, own), rows(&again, own));
    assert_eq!(out.len(), added.len());
    assert_eq!(out, back, "{list}");
}

#[test]
fn a_list_comes_back_as_it_left() {
    out_and_in(
        "modot",
        "relevant_information",
        &["name", "kind", "means", "by"],
        &[
            &["=1+1", "kind=log", "means='quoted' words", "by=O. C."],
            &["'t Hoff", "means=''twice", "by=-5 of OCS"],
            &["@x, \"y\"; z", "kind=+guard", "means=Ð\u{1eb7}ng"],
            &["'=1", "by=\u{5e9}\u{5dc}"],
        ],
    );
}

#[test]
fn times_come_back_from_what_was_recorded() {
    out_and_in(
        "modot",
        "technical_timeline",
        &["name", "at", "source", "confidence"],
        &[
            &["Door opened", "at=about 2017-06-15 01:00", "source=+camera", "confidence=likely"],
            &["Disk copied", "at=2017-06-15 22:00 to 2017-06-16 02:13", "source=log", "confidence=confirmed"],
        ],
    );
}

#[test]
fn a_list_of_persons_is_counted_from_its_export() {
    let (home, first) = Home::with_case();
    for (name, class) in [("'t Hoff", "student"), ("=1+1", "parent"), ("Ann Lee", "student")] {
        home.record(&first, &["row", "affected_individuals", name, &format!("class={class}")]);
    }
    let file = one(&home, &first, &["--what", "affected_individuals", "--as", "csv"]);
    let second = home.start(&[]);
    let said = home.record(&second, &["import", "affected_individuals", file.to_str().unwrap()]);
    let text = format!("{}{}", said.out, said.err);
    assert!(text.contains("Adds: 3 rows") && text.contains("student 2, parent 1"), "{text}");
}
