//! Files of rows, sound and hostile: what is counted, and what is refused with its line.

use breachbook::case::{Import, Tallied};
use breachbook::judge::import::{NotCounted, count};
use breachbook::playbook::load;
use breachbook::playbook::register::Register;
use breachbook::source::Source;
use proptest::prelude::*;
use std::io::{self, Read};

const PLAYBOOK: &str = r#"
schema = 1
[playbook]
id = "p"
title = "P"
jurisdiction = "US"
source = { title = "S", organisation = "Example" }
[clauses]
A-1 = { at = "one", text = "t" }
[[phase]]
id = "keep"
title = "Keep"
[[register]]
id = "people"
phase = "keep"
title = "People"
kind = "list"
prompt = "Who?"
columns = [{ id = "residence", label = "State of residence" }, { id = "current", label = "Current" }, { id = "email", label = "E-mail" }, { id = "address", label = "Address" }]
tally = ["residence"]
methods = [
  { id = "letter", label = "Letter", needs = ["address"] },
  { id = "email", label = "E-mail", needs = ["email"], only = { column = "current", is = "yes" } },
]
cite = "A-1"
"#;

fn register() -> Register {
    let loaded = load(&[Source::new("p.toml", PLAYBOOK)]);
    loaded.playbook.unwrap().register("people").unwrap().clone()
}

fn counted(text: impl AsRef<[u8]>) -> Import {
    match count(&register(), text.as_ref()) {
        Ok(import) => import,
        Err(other) => panic!("{other:?}"),
    }
}

fn refused(text: impl AsRef<[u8]>) -> String {
    match count(&register(), text.as_ref()) {
        Err(NotCounted::Refused(why)) => format!("{} {}", why.message, why.hint),
        other => panic!("{other:?}"),
    }
}

/// How many rows the tallies of one column hold together.
fn tallied(tallies: &[Tallied], column: &str) -> u64 {
    tallies.iter().filter(|tally| tally.column.as_str() == column).map(|tally| tally.rows).sum()
}

fn rows_of(import: &Import) -> Vec<(Option<&str>, u64)> {
    import.tallies.iter().map(|tally| (tally.value.as_deref(), tally.rows)).collect()
}

#[test]
fn headings_are_found_by_id_or_label_in_any_case_and_others_are_named_as_not_counted() {
    let import = counted(
        "NAME,state of RESIDENCE,Shoe size,Current,e-mail,address\n\
         Ana,Missouri,42,YES,ana@example.org,1 Main St\n\
         Bo,missouri,,no,bo@example.org,\n\
         \"Cy, junior\",Illinois,,yes,,\"2 Side St, \"\"rear\"\"\"\n",
    );
    assert_eq!((import.rows, import.no_method), (3, 1));
    assert_eq!(rows_of(&import), [(Some("Missouri"), 2), (Some("Illinois"), 1)]);
    let methods: Vec<_> = import.methods.iter().map(|(id, rows)| (id.as_str(), *rows)).collect();
    assert_eq!(methods, [("letter", 2), ("email", 1)]);
    assert_eq!(import.ignored, ["Shoe size"]);
}

#[test]
fn spreadsheets_of_other_countries_and_systems_are_read() {
    for text in [
        "\u{feff}name;residence\r\nAna;Ohio\r\n\r\nBo;Ohio\r\n;;\r\n",
        "name\tresidence\nAna\tOhio\nBo\tOhio",
        "name,residence\rAna,Ohio\rBo,Ohio\r",
    ] {
        assert_eq!(rows_of(&counted(text)), [(Some("Ohio"), 2)], "{text:?}");
    }
    let latin = counted(b"name,residence\nJos\xe9,Qu\xe9bec\n");
    assert_eq!(rows_of(&latin), [(Some("Qu\u{fffd}bec"), 1)], "bytes of another encoding are shown as such");
}

#[test]
fn a_mistake_is_told_with_its_line() {
    for (text, says) in [
        ("", "The file is empty"),
        ("name,residence\n", "no row"),
        ("residence,email\nOhio,a@example.org\n", "no column \"name\""),
        ("name,Name\nAna,Ana\n", "twice"),
        ("name,residence\nAna,Ohio\n ,Ohio\n", "line 3 has no name"),
        ("name,residence\r\nAna,Ohio\r\n\r\n\r\n,Ohio\r\n", "line 5 has no name"),
        ("name,residence\n\"Ana\nof two lines\",Ohio\n,Ohio\n", "line 4 has no name"),
        ("name,residence\nAna,Ohio,surplus\n", "Line 2 has 3 cells, and there are 2 headings"),
        ("\u{0}name", "UTF-8"),
    ] {
        let said = refused(text);
        assert!(said.contains(says), "{text:?}: {said}");
    }
    assert!(refused(b"\xff\xfen\0a\0m\0e\0").contains("Save it as CSV in UTF-8"));
}

#[test]
fn hostile_rows_are_bounded() {
    let open = format!("name,residence\nAna,\"{}", "x".repeat(5_000_000));
    assert!(refused(open).contains("begins in line 2 is longer than 4096 bytes"));
    let wide = format!("name{}\n", ",x".repeat(300));
    assert!(refused(wide).contains("more than 256 cells"));
    let headings: Vec<_> = (0..200).map(|n| format!("h{n}{}", "x".repeat(9))).collect();
    let import = counted(format!("name,{}\nAna\n", headings.join(",")));
    assert_eq!((import.ignored.len(), import.ignored[20].as_str()), (21, "and 180 more"));
}

#[test]
fn many_different_values_fit_into_one_entry_and_every_row_is_in_the_tally() {
    let mut text = "name,residence\n".to_owned();
    for n in 0..5_000 {
        text.push_str(&format!("P{n},{}{n}\n", "\u{202e}\u{7}".repeat(20)));
    }
    text.push_str("Last,Ohio\nLast but one,Ohio\n");
    let import = counted(text);
    assert_eq!((import.rows, tallied(&import.tallies, "residence")), (5_002, 5_002));
    assert!(import.tallies.len() <= 51);
    let stored: usize = import.tallies.iter().flat_map(|t| &t.value).map(|v| breachbook::journal::stored_len(v)).sum();
    assert!(stored < 25 * 1024, "{stored}");
}

/// Gives a few bytes at a time, so that every place is once at the end of what was read.
struct Dripping<'a>(&'a [u8], usize);

impl Read for Dripping<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.1.min(self.0.len()).min(buffer.len());
        buffer[..n].copy_from_slice(&self.0[..n]);
        self.0 = &self.0[n..];
        Ok(n)
    }
}

proptest! {
    #[test]
    fn tallies_sum_to_the_rows_however_the_file_arrives(
        rows in prop::collection::vec(("[A-Za-z ,\"é]{1,12}", "[A-Ca-c]{0,2}", "(yes|no|)", "[a-z@]{0,3}", "[a-z]{0,2}"), 1..60),
        drip in 1_usize..5000,
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = "name,residence,current,email,address\n".to_owned();
        for (name, residence, current, email, address) in &rows {
            text.push_str(&format!("{},{residence},{current},{email},{address}\n", quoted(&format!("x{name}"))));
        }
        let import = count(&register(), Dripping(text.as_bytes(), drip)).map_err(|e| TestCaseError::fail(format!("{e:?}")))?;
        prop_assert_eq!(import.rows, rows.len() as u64);
        prop_assert_eq!(tallied(&import.tallies, "residence"), import.rows);
        let letters = rows.iter().filter(|row| !row.4.is_empty()).count() as u64;
        let mails = rows.iter().filter(|row| !row.3.is_empty() && row.2 == "yes").count() as u64;
        let none = rows.iter().filter(|row| row.4.is_empty() && (row.3.is_empty() || row.2 != "yes")).count() as u64;
        prop_assert_eq!(import.methods[0].1, letters);
        prop_assert_eq!(import.methods[1].1, mails);
        prop_assert_eq!(import.no_method, none);
    }

    #[test]
    fn no_bytes_make_it_fail_otherwise_than_by_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
        let _ = count(&register(), bytes.as_slice());
    }
}
