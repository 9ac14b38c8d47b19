//! The control folder: where it may lie, how it is found again, what a script that was changed still allows, and that nothing of one
//! folder counts in the other.

use super::table::Table;
use super::worked::SCRIPT;
use breachbook::base::Side;
use breachbook::case::{Tag, Verdict};
use breachbook::session::drill::{ConductError, Folder};
use breachbook::store::ControlError;
use breachbook::store::control;
use std::fs;

#[test]
fn an_exercise_is_not_begun_where_players_could_come_by_its_control_folder() {
    let mut table = Table::empty(SCRIPT);
    table.control_at = Some(table.cases().join("control"));
    let error = table.begin().err().unwrap();
    assert!(matches!(error, ConductError::Control(ControlError::Exposed { .. })), "{error}");
    assert!(!table.cases().exists(), "nothing was made");
    table.control_at = None;
    let begun = table.begin().unwrap();
    let path = begun.control().folder().path();
    assert_eq!(path.parent().unwrap(), table.control());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
    let names = (begun.case().folder().name(), begun.control().folder().name());
    assert_eq!(names.0.strip_prefix("ex-"), names.1.strip_prefix("ctl-"));
}

#[test]
fn it_is_found_by_its_exercise_whatever_it_is_called_and_never_another_one() {
    let table = Table::worked();
    let other = table.begin().unwrap();
    let own = table.conduct.as_ref().unwrap().control().folder().path().to_owned();
    fs::rename(&own, own.with_file_name("ctl-renamed")).unwrap();
    let found = table.open().unwrap();
    assert_eq!(found.control().folder().name(), "ctl-renamed");
    assert_ne!(found.control().folder().path(), other.control().folder().path());
    fs::remove_dir_all(own.with_file_name("ctl-renamed")).unwrap();
    let error = table.open().err().unwrap().to_string();
    assert!(error.contains("No control folder in"), "{error}");
}

#[test]
fn a_script_that_was_changed_sends_nothing_and_judgements_and_notes_are_taken() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let script = table.conduct.as_ref().unwrap().control().folder().path().join("script/script.toml");
    for changed in [SCRIPT.replace("within = 10", "within = 11"), "no script at all".into()] {
        fs::write(&script, changed).unwrap();
        table.kill();
        let conduct = table.lead("10:01:00");
        assert!(conduct.fault().is_some());
        let refused = conduct.send("1").unwrap_err().to_string();
        assert!(refused.contains("nothing is sent from it"), "{refused}");
        assert_eq!(conduct.case().state().releases().count(), 0);
        conduct.judge("e4", Verdict::Met, None).unwrap();
        conduct.observe("They asked for the Principal", Tag::Gap, None, None).unwrap();
        conduct.pause(None).unwrap();
        conduct.resume().unwrap();
    }
    fs::write(&script, SCRIPT).unwrap();
    table.kill();
    table.lead("10:02:00").send("1").unwrap();
}

#[test]
fn no_act_writes_to_both_folders_and_no_block_of_the_case_names_one_of_the_control_folder() {
    let mut table = Table::worked();
    let conduct = table.lead("10:00:00");
    let sizes = |conduct: &breachbook::session::drill::Conduct| {
        [Folder::Case, Folder::Control].map(|folder| {
            let journals = conduct.session(folder).folder().journals_path();
            let files = fs::read_dir(journals).unwrap().map(|file| file.unwrap().metadata().unwrap().len());
            files.sum::<u64>()
        })
    };
    type Act = fn(&mut breachbook::session::drill::Conduct);
    let acts: [(&str, Act); 8] = [
        ("case", |conduct| drop(conduct.start().unwrap())),
        ("control", |conduct| drop(conduct.hold("1", None).unwrap())),
        ("case", |conduct| drop(conduct.send("1").unwrap())),
        ("control", |conduct| drop(conduct.judge("e4", Verdict::Partly, None).unwrap())),
        ("control", |conduct| drop(conduct.take_back(None).unwrap())),
        ("control", |conduct| drop(conduct.observe("Seen", Tag::Strength, None, None).unwrap())),
        ("case", |conduct| drop(conduct.pause(None).unwrap())),
        ("case", |conduct| drop(conduct.end().unwrap())),
    ];
    for (at, (folder, act)) in acts.into_iter().enumerate() {
        let before = sizes(conduct);
        act(conduct);
        let after = sizes(conduct);
        let grown = (after[0] > before[0], after[1] > before[1]);
        assert_eq!(grown, (folder == "case", folder == "control"), "act {at}");
    }
    let run = conduct.control().head().unwrap().session.to_string();
    let case = fs::read_dir(conduct.case().folder().journals_path()).unwrap();
    for file in case {
        assert!(!fs::read_to_string(file.unwrap().path()).unwrap().contains(&run));
    }
    let control = fs::read_dir(conduct.control().folder().journals_path()).unwrap();
    let text: String = control.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    assert!(text.contains("case_saw = [") && text.contains("sight = \"facilitator\"") && text.contains("about = \""));
}

#[test]
fn a_journal_of_the_control_folder_that_strayed_into_the_case_is_refused_and_named() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let from =
        fs::read_dir(table.lead("10:00:10").control().folder().journals_path()).unwrap().next().unwrap().unwrap();
    fs::copy(from.path(), table.case().journals_path().join(from.file_name())).unwrap();
    let verdict = breachbook::store::verify(&table.case()).unwrap();
    assert!(!verdict.sound);
    assert!(verdict.lines.iter().any(|line| line.contains("belongs to case")), "{:?}", verdict.lines);
    let state = breachbook::case::CaseState::of(&table.case().read().unwrap().order());
    assert!(state.log.iter().all(|row| !matches!(row.recorded.fact, breachbook::case::Fact::ControlOpened { .. })));
}

#[test]
fn the_commitment_in_the_case_proves_the_script() {
    use sha2::{Digest, Sha256};
    let table = Table::worked();
    let conduct = table.conduct.as_ref().unwrap();
    let state = conduct.case().state();
    let breachbook::case::Fact::DrillOpened { commit, .. } = &state.at(state.drill_opening().unwrap()).fact else {
        panic!()
    };
    let case = table.case().read().unwrap().case.unwrap();
    let digest = Sha256::new().chain_update(case.as_str()).chain_update(SCRIPT).finalize();
    let hex = digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    assert_eq!(*commit, format!("sha256:{hex}"));
}

#[test]
fn files_of_an_inject_lie_in_the_case_only_once_it_is_sent() {
    let with_file = SCRIPT.replacen("delivery = \"email\"", "delivery = \"email\"\nfiles = [\"list.csv\"]", 1);
    let mut table = Table::empty(&with_file);
    let error = table.begin().err().unwrap().to_string();
    assert!(error.contains("list.csv") && !table.cases().exists(), "{error}");
    fs::write(table.home.path().join("list.csv"), "name\nA. Child\n").unwrap();
    let begun = table.begin().unwrap();
    table.case = Some(begun.case().folder().path().to_owned());
    table.conduct = Some(begun);
    table.lead("10:00:00").start().unwrap();
    assert!(!table.case().files_path().exists(), "nothing is there before");
    table.lead("10:01:00").send("2").unwrap();
    let files: Vec<_> = fs::read_dir(table.case().files_path()).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(fs::read_to_string(&files[0]).unwrap(), "name\nA. Child\n");
    assert!(breachbook::store::verify(&table.case()).unwrap().sound);
    fs::remove_file(&files[0]).unwrap();
    let verdict = breachbook::store::verify(&table.case()).unwrap();
    assert!(!verdict.sound && verdict.lines.iter().any(|line| line.contains("went out with an inject")), "{verdict:?}");
    let script = table.case().path().join("verify.py");
    let run = std::process::Command::new("python3").args(["-I", "-S"]).arg(script).arg(table.case().path()).output();
    let Ok(run) = run else { return eprintln!("SKIPPED: python3 is missing") };
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(said.contains(".csv: missing") && run.status.code() == Some(4), "{said}");
}

#[test]
fn the_exercise_is_never_taken_for_its_control_folder() {
    let table = Table::worked();
    let conduct = table.conduct.as_ref().unwrap();
    assert!(conduct.control().folder().is_control() && !conduct.case().folder().is_control());
    let case = table.case();
    let number = case.read().unwrap().case.unwrap();
    let found = control::find(case.path(), &case, &number, Side::open().facilitator().unwrap());
    assert!(found.is_err(), "a case is no control folder of itself");
}
