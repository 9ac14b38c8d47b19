//! Rows are cells: a value may hold anything, each cell is changed by itself, and two that contradict one another are shown.

use super::bench::{Bench, done, not_needed};
use crate::cli::strikes::elsewhere_with;
use crate::support::desk::Desk;
use crate::support::program::Home;
use crate::support::say;
use crate::support::voice;
use breachbook::case::{Cell, Fact};
use breachbook::plain::{Input, Line};
use breachbook::record::Draft;
use breachbook::record::verbs::{change, row, strike};
use breachbook::session::saving::Saving;
use breachbook::session::{Session, SubmitError};

fn added(name: &str, cells: &[(&str, &str)]) -> Draft {
    with(Draft::new(&row::VERB, "people").with(&row::NAME, name), cells)
}

fn changed(entry: &str, cells: &[(&str, &str)]) -> Draft {
    with(Draft::new(&change::VERB, entry).with(&change::REASON, "They rang back"), cells)
}

fn with(mut draft: Draft, cells: &[(&str, &str)]) -> Draft {
    for (column, text) in cells {
        draft.give_cell(*column, *text);
    }
    draft
}

/// What stands in a column of the only row of the list.
fn cell(session: &Session, column: &str) -> String {
    let state = session.state();
    let rows: Vec<_> = state.rows("people").collect();
    let [only] = rows[..] else { panic!("{rows:?}") };
    state.cell(only, column).text().to_owned()
}

fn refused(session: &mut Session, draft: &Draft) -> String {
    match session.submit(draft) {
        Err(SubmitError::Refused(refusal)) => voice::refused(session, &refusal),
        other => panic!("it was not refused: {other:?}"),
    }
}

struct Lines(Vec<&'static str>);

impl Input for Lines {
    fn next_line(&mut self) -> std::io::Result<Line> {
        Ok(self.0.pop().map_or(Line::End, |line| Line::Text(line.to_owned())))
    }
}

/// What the walk shows for one line.
fn walked(session: &mut Session, line: &'static str) -> String {
    let mut out = Vec::new();
    breachbook::plain::walk(session, "R. Okafor", &Saving::default(), &mut Lines(vec![line]), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_value_may_hold_what_once_parted_values() {
    let mut bench = Bench::open();
    let text = "1 Main St; back door; residence=Ohio";
    bench.session.submit(&added("Ana Example", &[("Postal address", text), ("residence", "Iowa")])).unwrap();
    let again = bench.second();
    assert_eq!((cell(&again, "address"), cell(&again, "residence")), (text.to_owned(), "Iowa".to_owned()));
    assert_eq!(bench.of("registers", "people")["tallies"][0]["values"][0]["value"], "Iowa");
}

#[test]
fn one_cell_is_changed_by_the_name_of_the_rows_entry_and_the_others_stay() {
    let mut bench = Bench::open();
    let given = added("Ana Example", &[("residence", "Ohio"), ("current", "yes"), ("email", "ana@example.org")]);
    let entry = bench.session.submit(&given).unwrap().name;
    let by_email = |bench: &Bench| bench.of("registers", "people")["methods"][1]["rows"].as_u64().unwrap();
    let first = bench.session.submit(&changed(&entry, &[("residence", "Iowa"), ("email", "ana@example.org")])).unwrap();
    let Fact::RowChanged { cells, .. } = &first.recorded.fact else { panic!("{first:?}") };
    assert_eq!(cells.words(), "residence=Iowa", "what stays as it is is not changed");
    assert_eq!(cell(&bench.session, "email"), "ana@example.org");
    assert_eq!(bench.of("registers", "people")["entries"], 1, "a change adds no row");
    let told = breachbook::page::log::told(
        Some(bench.session.playbook()),
        bench.session.state(),
        first.number - 1,
        bench.session.now(),
    );
    assert_eq!(told.value, "Ana Example: residence=Iowa (was Ohio); reason: They rang back");
    assert_eq!((told.kind.as_str(), told.item.as_deref()), ("changed", Some("people")));

    let before = by_email(&bench);
    // A change of the row is also named by the entry that changed it last.
    bench.session.submit(&changed(&first.name, &[("email", "")])).unwrap();
    assert_eq!(cell(&bench.session, "email"), "", "an empty value empties the cell");
    assert_eq!(by_email(&bench) + 1, before);

    let strike = Draft::new(&strike::VERB, &first.name).with(&strike::REASON, "It was Ohio");
    bench.session.submit(&strike).unwrap();
    assert_eq!((cell(&bench.session, "residence"), cell(&bench.session, "email")), ("Ohio".into(), String::new()));
    let strike = Draft::new(&strike::VERB, &entry).with(&strike::REASON, "Not affected");
    bench.session.submit(&strike).unwrap();
    assert!(bench.session.state().rows("people").next().is_none());
    assert!(refused(&mut bench.session, &changed(&entry, &[("residence", "Utah")])).contains("counts no more"));
}

#[test]
fn two_changes_of_one_cell_that_did_not_see_each_other_are_a_contradiction_until_somebody_says_which() {
    let mut bench = Bench::open();
    let entry = bench.session.submit(&added("Ana Example", &[("residence", "Ohio")])).unwrap().name;
    let mut other = bench.second();
    let one = bench.session.submit(&changed(&entry, &[("residence", "Iowa")])).unwrap().name;
    let two = other.submit(&changed(&entry, &[("residence", "Utah"), ("current", "yes")])).unwrap().name;
    bench.session.refresh().unwrap();
    for session in [&bench.session, &bench.second()] {
        let row = session.state().rows("people").next().unwrap();
        assert!(matches!(session.state().cell(row, "residence"), Cell::Contradicts(said) if said.len() == 2));
        assert_eq!(cell(session, "current"), "yes", "another cell has nothing to do with it");
    }
    let register = bench.of("registers", "people");
    let shown = &register["contradictions"][0];
    assert_eq!((shown["row"].as_str(), shown["column"].as_str()), (Some(&entry[..]), Some("residence")));
    let said: Vec<_> = shown["said"].as_array().unwrap().iter().map(|said| said["entry"].as_str().unwrap()).collect();
    assert!(said.contains(&&one[..]) && said.contains(&&two[..]), "{shown}");
    assert_eq!(register["tallies"][0]["other"], 1, "it is counted for neither");
    let asked = breachbook::record::ask(&bench.session.view(), &Draft::new(&change::VERB, &entry));
    assert!(format!("{:?}", asked.above).contains("Contradicts"), "{asked:?}");

    let shown = walked(&mut bench.second(), ":go people");
    assert!(shown.contains("Two entries: Ana Example"), "{shown}");
    assert!(shown.contains(&format!("Iowa ({one})")) && shown.contains(&format!("Utah ({two})")), "{shown}");

    // Whoever knows says which, though it is what one of them said already.
    bench.session.submit(&changed(&entry, &[("residence", "Utah")])).unwrap();
    assert_eq!(cell(&bench.session, "residence"), "Utah");
    assert_eq!(bench.of("registers", "people")["contradictions"].as_array().map(Vec::len), Some(0));
}

#[test]
fn the_same_change_made_twice_contradicts_nothing() {
    let mut bench = Bench::open();
    let entry = bench.session.submit(&added("Ana Example", &[("residence", "Ohio")])).unwrap().name;
    let mut other = bench.second();
    bench.session.submit(&changed(&entry, &[("residence", "Iowa")])).unwrap();
    other.submit(&changed(&entry, &[("residence", "Iowa")])).unwrap();
    bench.session.refresh().unwrap();
    assert_eq!(cell(&bench.session, "residence"), "Iowa");
}

#[test]
fn the_command_line_and_the_walk_change_a_row_by_the_name_of_its_entry() {
    let (home, case) = Home::with_case_on(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/lists/counties.toml"), &[]);
    home.record(&case, &["row", "people", "Ana; 2nd of that name", "residence=Ohio; perhaps"]);
    let entry =
        home.log(&case).iter().find(|entry| entry["kind"] == "row_added").unwrap()["name"].as_str().unwrap().to_owned();
    home.record(&case, &["change", &entry, "State of residence=Utah", "--reason", "They rang back"]);
    let script = format!(
        ":record change {entry} residence=Iowa --reason 'She moved'\n:correct {entry}\n\n\nno\n\n\nShe left\n:correct zz-9\n"
    );
    let out = home.walk(&case, &script).out;
    assert!(out.contains("State of residence. Empty is Iowa. A single - leaves it empty."), "{out}");
    assert!(out.contains("There is no entry \"zz-9\""), "{out}");
    let said: Vec<_> = home
        .log(&case)
        .iter()
        .filter(|entry| entry["what"] == "changed")
        .map(|entry| entry["value"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        said,
        [
            "Ana; 2nd of that name: residence=Utah (was Ohio; perhaps); reason: They rang back",
            "Ana; 2nd of that name: residence=Iowa (was Utah); reason: She moved",
            "Ana; 2nd of that name: current=no; reason: She left",
        ]
    );
    let refused = home.run(&["record", &case, "change", &entry, "Iowa", "--reason", "x"]);
    assert!(refused.code == 2 && refused.err.contains("COLUMN=VALUE"), "{refused:?}");
}

#[test]
fn a_name_is_one_rows_and_a_needed_cell_is_never_empty() {
    let mut bench = Bench::open();
    let ana = bench.session.submit(&added("Ana Example", &[])).unwrap().name;
    let bo = bench.session.submit(&added("Bo Example", &[])).unwrap().name;
    let session = &mut bench.session;
    assert!(refused(session, &changed(&bo, &[("name", "ana example")])).contains(&format!("as entry {ana}")));
    assert!(refused(session, &changed(&bo, &[("name", " ")])).contains("no row goes without it"));
    assert!(refused(session, &changed(&bo, &[("name", "Bo Example")])).contains("says this already"));
    session.submit(&changed(&bo, &[("Name", "BO Example")])).unwrap();
    let said = refused(session, &added("Ana Example", &[]));
    assert!(said.contains(&format!("record CASE change {ana}")) || said.contains("change"), "{said}");
    bench.record(&say::row("people", "Cy"));
}

#[test]
fn a_renamed_row_keeps_what_was_recorded_for_it_and_a_new_row_of_the_old_name_has_nothing() {
    let mut bench = Bench::open();
    let ana = bench.session.submit(&added("Ana Exmaple", &[])).unwrap().name;
    bench.record(&done("write", Some("ana exmaple")));
    let standing = |bench: &Bench, name: &str| {
        let targets = bench.of("items", "write")["targets"].as_array().unwrap().clone();
        let found = targets.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("no {name}: {targets:?}"));
        found["state"].as_str().unwrap().to_owned()
    };
    bench.session.submit(&changed(&ana, &[("name", "Ana Example")])).unwrap();
    assert_eq!(standing(&bench, "Ana Example"), "done");
    assert_eq!(bench.state("write"), "done");
    bench.session.submit(&added("Ana Exmaple", &[])).unwrap();
    assert_eq!((standing(&bench, "Ana Example"), standing(&bench, "Ana Exmaple")), ("done".into(), "open".into()));
    bench.record(&not_needed("write", Some("Ana Exmaple")));
    assert_eq!(standing(&bench, "Ana Example"), "done", "what is said of one is not said of the other");

    let strike = Draft::new(&strike::VERB, &ana).with(&strike::REASON, "Not affected");
    bench.session.submit(&strike).unwrap();
    bench.session.submit(&added("Ana Example", &[])).unwrap();
    assert_eq!(standing(&bench, "Ana Example"), "open", "another row of that name was not written to");
}

#[test]
fn what_an_earlier_version_recorded_by_name_stays_with_the_row_under_its_new_name() {
    let mut bench = Bench::open();
    let ana = bench.session.submit(&added("Ana", &[])).unwrap().name;
    let fields = breachbook::journal::Fields::new()
        .text("task", "write")
        .text("value", "By letter")
        .text("target", "Ana")
        .text("by", "R. Okafor");
    elsewhere_with(&bench.case(), "zzx", "task_done", fields);
    bench.session.refresh().unwrap();
    assert_eq!(bench.state("write"), "done");
    bench.session.submit(&changed(&ana, &[("name", "Ana Example")])).unwrap();
    assert_eq!((bench.state("write").as_str(), bench.value("write").as_str()), ("done", "1 of 1"));
}

/// A list with a column of each type that people fill in wrongly.
const TYPED: &str = r#"
[[register]]
id = "exhibits"
phase = "keep"
title = "Evidence"
kind = "list"
prompt = "What was secured?"
columns = [
  { id = "at", label = "Secured at", type = "when" },
  { id = "kind", label = "Kind", type = "one", options = ["log", "disk image"], needed = true },
  { id = "copies", label = "Copies", type = "count" },
  { id = "paid", label = "Paid", type = "money" },
  { id = "sealed", label = "Sealed", type = "yes_no" },
  { id = "by", label = "Secured by", type = "person" },
]
cite = "A-2"
"#;

#[test]
fn a_cell_is_read_by_the_type_of_its_column_from_form_arguments_and_walk_alike() {
    let mut desk = Desk::open_text("counties", &format!("{}{TYPED}", super::bench::PLAYBOOK));
    let cells =
        [("at", "01:50"), ("kind", "2"), ("copies", "2"), ("paid", "1,500"), ("sealed", "y"), ("by", "A. Ruiz")];
    let draft = with(Draft::new(&row::VERB, "exhibits").with(&row::NAME, "Disk of web01"), &cells);
    let view = desk.session.view();
    let Ok((_, Fact::RowAdded { cells: read, .. })) = breachbook::record::decide(&view, &draft) else { panic!() };
    assert!(read.get("at").unwrap().starts_with("2026-11-22T01:50"), "{read:?}");
    let others = ["kind", "copies", "paid", "sealed", "by"].map(|column| read.get(column).unwrap());
    assert_eq!(others, ["disk image", "2", "USD 1,500.00", "yes", "A. Ruiz"]);
    let form = breachbook::tui::form::Form::of(&view, &draft).draft().unwrap();
    assert_eq!(
        breachbook::record::decide(&view, &form).unwrap().1,
        Fact::RowAdded { register: breachbook::base::ItemId::new("exhibits").unwrap(), label: None, cells: read }
    );
    let at = breachbook::playbook::register::Column::line(breachbook::base::ItemId::new("at").unwrap(), "");
    let place = (&breachbook::record::cells::CELLS, Some(at.id));
    let echo = breachbook::record::echo(&view, &draft, &place);
    assert!(matches!(echo, Some(breachbook::record::Echo::Understood(says, _)) if says.contains("01:50")));

    let without = |column: &str, text: &str| {
        let cells = cells.iter().filter(|(known, _)| *known != column).copied().chain([(column, text)]);
        with(Draft::new(&row::VERB, "exhibits").with(&row::NAME, "Disk"), &cells.collect::<Vec<_>>())
    };
    for (column, typed, says) in [
        ("at", "soonish", "Secured at: "),
        ("kind", "paper", "It takes one of: log, disk image."),
        ("kind", "", "Kind is empty, and no row goes without it."),
        ("copies", "many", "It takes a whole number"),
        ("paid", "much", "It takes an amount"),
        ("sealed", "perhaps", "It takes yes, no"),
    ] {
        let said = refused(&mut desk.session, &without(column, typed));
        assert!(said.contains(says), "{column} {typed}: {said}");
    }
}
