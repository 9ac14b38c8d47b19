//! Files of rows, sound and hostile: what is counted, and what is refused with its line.

use breachbook::case::{Import, Tallied};
use breachbook::judge::import::{Known, NotTaken, Preview, Question, Refused, Wanted, look};
use breachbook::playbook::load;
use breachbook::playbook::register::Register;
use breachbook::source::Source;
use breachbook::source::table::{NotRows, rows::Reason, survey};
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

/// What is found in a file that arrives a few bytes at a time.
fn found(bytes: &[u8], drip: usize) -> Result<Preview, NotTaken> {
    let register = register();
    let wanted = Wanted { register: &register, map: Vec::new(), doubles: None, without: Vec::new(), mode: None };
    let surveyed = survey(Dripping(bytes, drip), &mut |_| {})?.map_err(Refused::Not)?;
    look(&wanted, &surveyed, Dripping(bytes, drip), &mut Known::default(), &mut ())
}

fn read(text: impl AsRef<[u8]>) -> Preview {
    match found(text.as_ref(), usize::MAX) {
        Ok(preview) => preview,
        Err(other) => panic!("{other:?}"),
    }
}

fn counted(text: impl AsRef<[u8]>) -> Import {
    read(text).import
}

fn refused(text: impl AsRef<[u8]>) -> Refused {
    match found(text.as_ref(), usize::MAX) {
        Err(NotTaken::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

/// The lines that do not count, each with its reason.
fn bad(text: impl AsRef<[u8]>) -> Vec<(u64, Reason)> {
    let bad = match found(text.as_ref(), usize::MAX) {
        Ok(preview) => preview.bad,
        Err(NotTaken::Refused(Refused::NoRows(bad, _))) => bad,
        Err(other) => panic!("{other:?}"),
    };
    bad.into_iter().map(|bad| (bad.line, bad.reason)).collect()
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
    assert_eq!(rows_of(&latin), [(Some("Qu\u{e9}bec"), 1)]);
}

#[test]
fn a_row_that_does_not_count_is_told_with_its_line() {
    use Reason::{NoName, RowTooLong, TooFewCells, TooManyCells, UnclosedQuote};
    for (text, lines) in [
        ("name,residence\nAna,Ohio\n ,Ohio\n", vec![(3, NoName)]),
        ("name,residence\r\nAna,Ohio\r\n\r\n\r\n,Ohio\r\n", vec![(5, NoName)]),
        ("name,residence\n\"Ana\nof two lines\",Ohio\n-,Ohio\n", vec![(4, NoName)]),
        ("name,residence\nAna,Ohio,surplus\nBo,Iowa\n", vec![(2, TooManyCells)]),
        ("name,residence,email\nAna,Ohio\nBo,Iowa,\n", vec![(2, TooFewCells)]),
        ("name,residence\n\"Ana,Ohio\nBo,Iowa\nCy,Utah\n", vec![(2, UnclosedQuote)]),
        ("name,residence\n\"Ana,Ohio\nBo,\"Iowa, west\"\nCy,Utah\n", vec![(2, UnclosedQuote)]),
        (
            "name;residence\nTotal: 2;\nAna;Ohio\nname;residence\nBo;Iowa\n",
            vec![(2, Reason::Total), (4, Reason::HeadingAgain)],
        ),
        (&*format!("name,residence\nAna,{}\nBo,Iowa\n", "x".repeat(5_000)), vec![(2, RowTooLong)]),
    ] {
        assert_eq!(bad(text), lines, "{text:?}");
        let rows = read(text).import.rows;
        assert!(rows > 0 && rows < 3, "what stands after it counts: {text:?}");
    }
    for (text, why) in [
        ("", Refused::Not(NotRows::Empty)),
        ("name,residence\n", Refused::NoRows(Vec::new(), 0)),
        ("a\u{0}name\r\nx", Refused::Not(NotRows::Binary("a\u{0}name".into()))),
    ] {
        assert_eq!(refused(text), why, "{text:?}");
    }
    assert_eq!(counted(b"\xff\xfen\0a\0m\0e\0\n\0B\0o\0").rows, 1);
}

#[test]
fn hostile_rows_are_bounded() {
    let open = format!("name,residence\nAna,\"{}", "x".repeat(5_000_000));
    assert_eq!(bad(&open), [(2, Reason::UnclosedQuote)]);
    let wide = format!("name,residence\nBo,Ohio\nx{}\nCy,Ohio\n", ",x".repeat(300));
    assert_eq!((bad(&wide), counted(&wide).rows), (vec![(3, Reason::TooManyCells)], 2));
    let headings: Vec<_> = (0..200).map(|n| format!("h{n}{}", "x".repeat(9))).collect();
    let import = counted(format!("name,{}\nAna{}\n", headings.join(","), ",".repeat(200)));
    assert_eq!((import.ignored.len(), import.ignored[20].as_str()), (21, "and 180 more"));
    let quotes = "name,residence\n".to_owned() + &"\"x\n".repeat(1_000_000);
    assert!(matches!(refused(quotes), Refused::Quotes(_)), "each line would be read again and again");
    let one_line = format!("name{}", "x".repeat(20_000_000));
    assert!(matches!(read(one_line).questions.as_slice(), [Question::NoHeadings(_)]));
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
        rows in prop::collection::vec(("[A-Za-z ,\"é]{1,12}", "[A-Ca-c]{0,2}", "(yes|no|)", "(|a@example[.]org|b@example[.]org)", "[a-z]{0,2}"), 1..60),
        drip in 1_usize..5000,
    ) {
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        let mut text = "name,residence,current,email,address\n".to_owned();
        for (name, residence, current, email, address) in &rows {
            text.push_str(&format!("{},{residence},{current},{email},{address}\n", quoted(&format!("x{name}"))));
        }
        let preview = found(text.as_bytes(), drip).map_err(|e| TestCaseError::fail(format!("{e:?}")))?;
        let import = preview.import;
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
        let _ = found(&bytes, 7);
    }
}
