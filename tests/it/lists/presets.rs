//! The lists that every case has: labels that stay, costs that change, evidence from hand to hand, files copied whole, and actions that
//! come by themselves.

use super::bench::Bench;
use crate::cli::strikes::elsewhere_with;
use crate::support::failing_disk::FailingDisk;
use crate::support::program::Home;
use crate::support::voice;
use breachbook::journal::Fields;
use breachbook::page::lists::{List, list, lists, sums};
use breachbook::page::log_rows;
use breachbook::plain::arguments;
use breachbook::record::Draft;
use breachbook::record::verbs::{change, count, row, strike};
use breachbook::session::{Receipt, Session, SubmitError};
use breachbook::store::Files;
use breachbook::store::verify::{verify, verify_with};
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::process::Command as Process;

const EVIDENCE: [(&str, &str); 5] = [
    ("kind", "log"),
    ("form", "copy"),
    ("collected_by", "IS"),
    ("collected_at", "2026-11-22T01:00:00Z"),
    ("storage", "safe 2"),
];

fn with(mut draft: Draft, cells: &[(&str, &str)]) -> Draft {
    for (column, text) in cells {
        draft.give_cell(*column, *text);
    }
    draft
}

fn added(list: &str, name: &str, cells: &[(&str, &str)]) -> Draft {
    with(Draft::new(&row::VERB, list).with(&row::NAME, name), cells)
}

fn changed(label: &str, cells: &[(&str, &str)]) -> Draft {
    with(Draft::new(&change::VERB, label).with(&change::REASON, "Looked again"), cells)
}

fn submit(session: &mut Session, draft: &Draft) -> Receipt {
    session.submit(draft).unwrap_or_else(|error| panic!("{draft:?}: {error}"))
}

fn refused(session: &mut Session, draft: &Draft) -> String {
    match session.submit(draft) {
        Err(SubmitError::Refused(refusal)) => voice::refused(session, &refusal),
        other => panic!("it was not refused: {other:?}"),
    }
}

/// What stands in a column of each row, with its label.
fn column(list: &List<'_>, id: &str) -> Vec<(String, String)> {
    list.rows.iter().map(|row| (row.label.clone().unwrap_or_default(), list.text(row, id).to_owned())).collect()
}

/// A case on a bundled playbook, opened for reading and for recording.
fn opened(home: &Home, case: &str) -> Session {
    let folder = breachbook::store::CaseFolder::open(&home.cases().join(case)).unwrap();
    let clock = breachbook::base::FixedClock::at(breachbook::base::Stamp::parse("2099-01-01T00:00:00Z").unwrap());
    Session::open(folder, "A. Ruiz", Box::new(clock)).unwrap()
}

#[test]
fn every_case_keeps_what_the_policy_does_not_ask_for_and_none_of_it_is_due() {
    let mut bench = Bench::open();
    let view = bench.session.view();
    let kept: Vec<_> = lists(&view).iter().filter(|list| !list.asked).map(|list| list.item.id.to_string()).collect();
    // Its own lists of hours and costs stand in the place of these two; its question of that name keeps its own.
    assert_eq!(kept, ["actions", "evidence", "custody", "persons_list", "messages", "timeline"]);
    let open = bench.status()["open"].clone();
    let cells = [("at", "2026-11-20"), ("source", "VPN log"), ("confidence", "likely")];
    submit(&mut bench.session, &added("timeline", "First log-on", &cells));
    assert_eq!(bench.status()["open"], open, "nobody's case stays open for it");
}

#[test]
fn a_label_is_the_next_number_stays_and_is_taken_wherever_an_entry_is_named() {
    let mut bench = Bench::open();
    let session = &mut bench.session;
    submit(session, &added("evidence", "Log of web01", &EVIDENCE));
    submit(session, &added("evidence", "Log of web02", &EVIDENCE));
    submit(session, &changed("e-1", &[("storage", "safe 3")]));
    submit(session, &Draft::new(&strike::VERB, "E-2").with(&strike::REASON, "Not ours"));
    submit(session, &added("evidence", "Log of web03", &EVIDENCE));
    let view = session.view();
    let evidence = list(&view, "evidence").unwrap();
    let stored = [("E-1", "safe 3"), ("E-2", "safe 2"), ("E-3", "safe 2")];
    assert_eq!(column(&evidence, "storage"), stored.map(|(label, place)| (label.to_owned(), place.to_owned())));
    assert!(evidence.rows[1].struck.is_some(), "struck out, and its number is not given again");
    let was = &evidence.rows[0].was;
    assert_eq!((was.len(), was[0].text.as_str(), was[0].why.as_str()), (1, "safe 2", "Looked again"));
    let lacks = refused(session, &added("evidence", "Log of web04", &EVIDENCE[..4]));
    assert!(lacks.contains("Stored where is empty"), "{lacks}");
}

#[test]
fn two_runs_that_chose_one_label_unseen_both_keep_it_and_the_page_says_which_bag_to_write_anew() {
    let mut bench = Bench::open();
    submit(&mut bench.session, &added("evidence", "Log of web01", &EVIDENCE));
    let fields = Fields::new().text("register", "evidence").text("label", "E-1");
    let fields = fields.list("columns", ["name"]).list("cells", ["Disk of web02"]).text("by", "A. Ruiz");
    elsewhere_with(&bench.case(), "zzx", "row_added", fields);
    bench.session.refresh().unwrap();
    let view = bench.session.view();
    let evidence = list(&view, "evidence").unwrap();
    let labels: Vec<_> = evidence.rows.iter().filter_map(|row| row.label.clone()).collect();
    assert!(labels.iter().all(|label| label.starts_with("E-1.")) && labels[0] != labels[1], "{labels:?}");
    let says: Vec<_> = evidence.rows.iter().filter_map(|row| row.label_clash(&view)).collect();
    assert_eq!(says.len(), 2);
    assert!(says[0].contains(&format!("write {} anew on its bag", labels[1])), "{says:?}");
    let several = refused(&mut bench.session, &changed("E-1", &[("storage", "safe 9")]));
    assert!(several.contains(&labels[0]) && several.contains(&labels[1]), "{several}");
    submit(&mut bench.session, &changed(&labels[0], &[("storage", "safe 9")]));
    submit(&mut bench.session, &added("evidence", "Log of web03", &EVIDENCE));
    let view = bench.session.view();
    let third = list(&view, "evidence").unwrap().rows.pop().and_then(|row| row.label);
    assert_eq!(third.as_deref(), Some("E-2"));
}

#[test]
fn a_gap_in_custody_is_named_where_somebody_lets_go_what_somebody_else_had() {
    let mut bench = Bench::open();
    let session = &mut bench.session;
    submit(session, &added("evidence", "Laptop", &EVIDENCE));
    let hand_over = |name, at, released, received| {
        let cells = [("of", "E-1"), ("at", at), ("released_by", released), ("received_by", received), ("place", "lab")];
        added("custody", name, &cells)
    };
    submit(session, &hand_over("To the lab", "2026-11-22T02:00:00Z", "is", "OCS"));
    submit(session, &hand_over("To the court", "2026-11-22T04:00:00Z", "R. Okafor", "Court"));
    let view = session.view();
    let custody = list(&view, "custody").unwrap();
    let gaps: Vec<_> = custody.rows.iter().map(|row| (row.label.as_deref(), row.gap.as_deref())).collect();
    assert_eq!(gaps, [(Some("E-1/1"), None), (Some("E-1/2"), Some("OCS"))]);
    let evidence = list(&view, "evidence").unwrap();
    let under: Vec<_> = evidence.rows[0].under.iter().map(|row| custody.text(row, "name")).collect();
    assert_eq!(under, ["Collected", "To the lab", "To the court"]);
    assert_eq!(evidence.text(&evidence.rows[0], "holder"), "Court");
}

#[test]
fn a_cost_changes_by_its_label_and_sums_stand_by_kind_certainty_and_currency() {
    let (home, case) = Home::with_case_on("trinity", &[]);
    let session = &mut opened(&home, &case);
    let cost = |amount: &str, certainty| {
        with(
            Draft::new(&count::VERB, "cost").with(&count::AMOUNT, amount),
            &[("what", "Stamps"), ("certainty", certainty), ("kind", "postage")],
        )
    };
    submit(session, &cost("USD 1,500", "estimate"));
    submit(session, &cost("EUR 20", "paid"));
    submit(session, &changed("C-1", &[("amount", "USD 1,700"), ("certainty", "paid")]));
    let refused = refused(session, &changed("C-1", &[("amount", "some")]));
    assert!(refused.contains("cannot be added"), "{refused}");
    let view = session.view();
    let costs = list(&view, "cost").unwrap();
    let told: Vec<_> = sums(&costs).into_iter().map(|sum| (sum.text, sum.certainty)).collect();
    assert_eq!(told, [("EUR 20.00".to_owned(), "paid".to_owned()), ("USD 1,700.00".to_owned(), "paid".to_owned())]);
    let was: Vec<_> = costs.rows[0].was.iter().map(|was| was.text.as_str()).collect();
    assert_eq!(was, ["USD 1,500.00", "estimate"]);
}

#[test]
fn arguments_and_a_draft_give_the_same_entry_and_a_blocked_action_wants_its_reason() {
    let (mut one, mut other) = (Bench::open(), Bench::open());
    let line = r#"row actions "Called the vendor" state=doing "owner=B. Ito" "due=1 Mar 2099""#;
    submit(&mut one.session, &arguments::typed(line).unwrap());
    let cells = [("state", "doing"), ("owner", "B. Ito"), ("due", "1 Mar 2099")];
    submit(&mut other.session, &added("actions", "Called the vendor", &cells));
    let last = |bench: &Bench| bench.session.state().log.last().unwrap().recorded.fact.clone();
    assert_eq!(last(&one), last(&other));
    let blocked = refused(&mut one.session, &changed("A-1", &[("state", "blocked")]));
    assert!(blocked.contains("Reason") && blocked.contains("empty"), "{blocked}");
    submit(&mut one.session, &changed("A-1", &[("state", "blocked"), ("reason", "Nobody answers")]));
}

#[test]
fn what_came_by_itself_gets_an_owner_and_both_print_as_one_line_but_nobody_types_that_it_is_done() {
    let (home, case) = Home::with_case_on("modot", &[]);
    home.record(&case, &["change", "preserve_evidence", "owner=B. Ito"]);
    let refused = home.refused(&case, &["change", "preserve_evidence", "state=done", "--reason", "It is"]);
    assert!(refused.contains("comes from what was recorded of it"), "{refused}");
    home.record(&case, &["task", "preserve_evidence", "done", "Imaged web01"]);
    let session = opened(&home, &case);
    let view = session.view();
    let actions = list(&view, "actions").unwrap();
    let rows: Vec<_> =
        actions.rows.iter().filter(|row| actions.text(row, "name").starts_with("Preserve any evidence")).collect();
    let [only] = rows[..] else { panic!("{rows:?}") };
    assert_eq!((actions.text(only, "owner"), actions.text(only, "result")), ("B. Ito", "Imaged web01"));
    assert_eq!((actions.text(only, "state"), only.open, only.also.len()), ("done", false, 1));
}

#[test]
fn what_every_row_of_a_list_has_is_asked_by_no_form_and_cannot_be_given() {
    let (home, case) = Home::with_case_on("morenet", &[]);
    home.record(&case, &["count", "hours_responding", "2h", "who=Pat Lee"]);
    let cells =
        home.log(&case).iter().rev().find(|entry| entry["kind"] == "counted").map(|entry| entry["value"].to_string());
    assert!(cells.unwrap_or_default().contains("Kind of work: responding"));
    let refused = home.refused(&case, &["count", "hours_mitigating", "2h", "who=Pat Lee", "kind=legal"]);
    assert!(refused.contains("the same in every row"), "{refused}");
}

/// What the verifier that comes with a case says; `None` where this computer has no Python.
fn independent(case: &Path) -> Option<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/verify.py");
    let run = Process::new("python3").arg("-I").arg(script).arg(case).output().ok()?;
    Some(String::from_utf8_lossy(&run.stdout).into_owned())
}

#[test]
fn a_file_is_copied_whole_and_both_verifiers_name_one_that_is_changed_gone_or_too_many() {
    let mut bench = Bench::open();
    let file = bench.home.path().join("image of web01.dd");
    fs::write(&file, vec![7_u8; 700_000]).unwrap();
    let mut cells = EVIDENCE.to_vec();
    let path = file.to_string_lossy().into_owned();
    cells.push(("file", &path));
    submit(&mut bench.session, &added("evidence", "Image of web01", &cells));
    let folder = bench.session.folder().clone();
    let copies: Vec<_> =
        fs::read_dir(bench.case().join("evidence")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let [copy] = &copies[..] else { panic!("{copies:?}") };
    assert_eq!(fs::read(copy).unwrap(), vec![7_u8; 700_000]);
    let name = copy.file_name().unwrap().to_string_lossy().into_owned();
    let said =
        list(&bench.session.view(), "evidence").map(|evidence| evidence.text(&evidence.rows[0], "file").to_owned());
    assert!(said.as_ref().is_some_and(|said| said.contains("700,000 bytes") && said.contains(&name)), "{said:?}");
    let both = |what: &str, place: &str| {
        let verdict = verify(&folder).unwrap();
        let ours = verdict.lines.iter().any(|line| line.contains(place) && line.to_lowercase().contains(what));
        assert!(ours, "{what}: {:?}", verdict.lines);
        if let Some(theirs) = independent(&bench.case()) {
            assert!(theirs.lines().any(|line| line.contains(place) && line.contains(what)), "{what}: {theirs}");
        }
    };
    assert!(verify(&folder).unwrap().sound);
    let mut bytes = fs::read(copy).unwrap();
    bytes[5] ^= 1;
    fs::write(copy, bytes).unwrap();
    both("altered", &name);
    let quick = verify_with(&folder, true, &mut |_| {}).unwrap();
    assert!(quick.lines.iter().any(|line| line.contains("Not checked: 1 file")), "{:?}", quick.lines);
    let other = copy.with_file_name("0".repeat(64));
    fs::rename(copy, &other).unwrap();
    both("missing", &name);
    both("no entry names it", &"0".repeat(64));
}

#[test]
fn folders_links_and_what_is_not_there_are_refused_and_leave_nothing_behind() {
    let mut bench = Bench::open();
    let folder = bench.home.path().to_string_lossy().into_owned();
    for (path, why) in [(folder.clone(), "it is a folder"), (format!("{folder}/nothing"), "there is no such file")] {
        let mut cells = EVIDENCE.to_vec();
        cells.push(("file", &path));
        let refused = refused(&mut bench.session, &added("evidence", "Image", &cells));
        assert!(refused.contains(why), "{refused}");
    }
    assert_eq!(fs::read_dir(bench.case().join("evidence")).unwrap().count(), 0);
    assert_eq!(list(&bench.session.view(), "evidence").map(|evidence| evidence.rows.len()), Some(0));
}

#[test]
fn what_is_copied_from_paper_says_when_it_happened_and_is_late_with_its_reason() {
    let (home, case) = Home::with_case_on("modot", &[]);
    let paper = ["row", "actions", "Called", "state=done", "--from-paper", "no. 7 line 3"];
    assert!(home.refused(&case, &paper).contains("happened before now"));
    home.record(&case, &[&paper[..], &["--at", "20m ago", "--late-reason", "was driving"]].concat());
    let said = home.log(&case).iter().rev().find(|entry| entry["kind"] == "row_added").unwrap()["value"].to_string();
    assert!(said.contains("copied from no. 7 line 3") && said.contains("late: was driving"), "{said}");
}

#[test]
fn two_who_say_different_things_of_one_piece_of_evidence_are_both_shown_until_somebody_says_which() {
    let mut bench = Bench::open();
    submit(&mut bench.session, &added("evidence", "Proxy log", &EVIDENCE));
    let mut other = bench.second();
    submit(&mut bench.session, &changed("E-1", &[("storage", "safe 3")]));
    submit(&mut other, &changed("E-1", &[("storage", "safe 4"), ("seal_no", "S-77")]));
    bench.session.refresh().unwrap();
    let shown = {
        let view = bench.session.view();
        let by = log_rows::views(&view).into_iter().find(|by| by.title(&view) == "Evidence").unwrap();
        let entries = by.entries(&view);
        log_rows::row(&view, by, entries[0], None, true).what.words()
    };
    assert!(shown.contains("E-1 Proxy log") && shown.contains("S-77"), "{shown}");
    assert!(shown.contains("safe 3 or safe 4") || shown.contains("safe 4 or safe 3"), "{shown}");
    submit(&mut bench.session, &changed("E-1", &[("storage", "safe 4")]));
    let view = bench.session.view();
    let row = view.state.rows("evidence").next().unwrap();
    assert_eq!(view.state.cell(row, "storage").text(), "safe 4");
}

#[test]
fn a_file_that_a_disk_does_not_take_is_never_there_by_half() {
    for kind in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem] {
        for call in 0.. {
            let dir = tempfile::tempdir().unwrap();
            let (folder, disk) = (dir.path().join("evidence"), FailingDisk::at(call, true, kind, false));
            let mut source: &'static [u8] = b"Subject: Example";
            let kept = Files::on(disk.boxed(), &folder).take(Box::new(io::empty())).and_then(|mut taking| {
                let mut bytes = [0; 8];
                while let Ok(1..) = source.read(&mut bytes) {
                    if taking.add(&bytes).is_err() {
                        return Err(taking.refused().unwrap());
                    }
                }
                taking.keep()
            });
            if disk.struck() == 0 {
                assert!(kept.is_ok() && call > 4, "every call was made to fail once");
                break;
            }
            let said = kept.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(!said.is_empty(), "{kind:?} at {call}");
            for file in fs::read_dir(&folder).into_iter().flatten() {
                assert_eq!(fs::read(file.unwrap().path()).unwrap(), b"Subject: Example", "{kind:?} at {call}");
            }
        }
    }
}

#[test]
fn evidence_whose_file_cannot_be_kept_is_refused_and_is_recorded_once_it_can() {
    let (home, case) = Home::with_case();
    fs::write(home.path().join("sent.eml"), "Subject: Example").unwrap();
    // Where the folder should be made stands something else: no disk takes a file there.
    let folder = home.cases().join(&case).join("evidence");
    let _ = fs::remove_dir(&folder);
    fs::write(&folder, "").unwrap();
    let row = ["record", &case, "row", "evidence", "The e-mail", "kind=e-mail", "form=copy", "collected_by=IS"];
    let row = [&row[..], &["collected_at=20m ago", "storage=safe 2", "file=sent.eml"]].concat();
    let before = home.log(&case).len();
    let ran = home.run(&row);
    assert!(ran.code != 0 && ran.err.contains("evidence") && ran.receipts().is_empty(), "{ran:?}");
    assert_eq!(home.log(&case).len(), before, "nothing was recorded");
    fs::remove_file(&folder).unwrap();
    let ran = home.run(&row);
    assert_eq!((ran.code, ran.receipts().len()), (0, 1), "{ran:?}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}
