//! What is frozen in the control folder: each file that goes out has a digest, and the verifier that is kept beside it knows them.

use super::table::Table;
use super::worked::SCRIPT;
use breachbook::store::verify;
use std::fs;
use std::path::{Path, PathBuf};

/// The worked example with a file that goes out with inject 2, begun, and where its control folder lies.
fn with_file() -> (Table, PathBuf) {
    let script = SCRIPT.replacen("delivery = \"email\"", "delivery = \"email\"\nfiles = [\"list.csv\"]", 1);
    let mut table = Table::empty(&script);
    fs::write(table.home.path().join("list.csv"), "name\nA. Child\n").unwrap();
    let begun = table.begin().unwrap();
    table.case = Some(begun.case().folder().path().to_owned());
    let control = begun.control().folder().path().to_owned();
    table.conduct = Some(begun);
    table.lead("10:00:00").start().unwrap();
    (table, control)
}

fn lines(control: &Path) -> (bool, String) {
    let verdict = verify(&breachbook::store::CaseFolder::open(control).unwrap()).unwrap();
    (verdict.sound, verdict.lines.join("\n"))
}

/// What the verifier says that lies in the control folder; `None` without Python.
#[expect(clippy::print_stderr, reason = "the run says what it left out")]
fn verifier(control: &Path) -> Option<(i32, String)> {
    let script = control.join("verify.py");
    assert!(script.is_file(), "it is kept beside the journals");
    let run = std::process::Command::new("python3").args(["-I", "-S"]).arg(script).arg(control).output();
    let Ok(run) = run else {
        eprintln!("SKIPPED: python3 is missing");
        return None;
    };
    Some((run.status.code().unwrap(), String::from_utf8_lossy(&run.stdout).into_owned()))
}

#[test]
fn a_file_that_goes_out_has_a_digest_and_a_changed_one_is_seen_and_not_sent() {
    let (mut table, control) = with_file();
    assert!(lines(&control).0, "{}", lines(&control).1);
    assert!(table.conduct.as_ref().unwrap().warnings().is_empty());
    let file = control.join("script/files/list.csv");
    fs::write(&file, "name\nA. Real Child\n").unwrap();
    let (sound, said) = lines(&control);
    assert!(!sound && said.contains("script/files/list.csv") && said.contains("Nothing is sent with it"), "{said}");
    table.kill();
    let conduct = table.lead("10:01:00");
    assert!(conduct.warnings().iter().any(|warning| warning.contains("list.csv")), "whoever opens it is told");
    let refused = conduct.send("2").unwrap_err().to_string();
    assert!(refused.contains("is not the one with which the exercise was begun"), "{refused}");
    assert_eq!(conduct.case().state().releases().count(), 0);
    assert!(!table.case().files_path().join("list.csv").exists());
    // Other injects go out, and with the file put back this one does.
    table.lead("10:02:00").send("1").unwrap();
    fs::write(&file, "name\nA. Child\n").unwrap();
    table.lead("10:03:00").send("2").unwrap();
    assert!(lines(&control).0);
}

#[test]
fn the_verifier_lies_in_the_control_folder_and_says_what_was_changed_there() {
    let (_table, control) = with_file();
    let Some((code, said)) = verifier(&control) else { return };
    assert_eq!(code, 0, "{said}");
    let changes: [(&str, &str, &str); 3] = [
        ("script/files/list.csv", "name\nA. Real Child\n", "script/files/list.csv: altered"),
        ("script/files/another.csv", "name\n", "script/files/another.csv: added"),
        ("script/script.toml", "schema = \"drill/1\"\n", "script/script.toml: script-altered"),
    ];
    for (place, text, wanted) in changes {
        let before = fs::read(control.join(place)).ok();
        fs::write(control.join(place), text).unwrap();
        let (code, said) = verifier(&control).unwrap();
        assert!(code == 4 && said.contains(wanted), "{place}: {said}");
        assert!(!lines(&control).0, "both say so: {place}");
        match before {
            Some(bytes) => fs::write(control.join(place), bytes).unwrap(),
            None => fs::remove_file(control.join(place)).unwrap(),
        }
    }
    fs::remove_file(control.join("script/files/list.csv")).unwrap();
    let (code, said) = verifier(&control).unwrap();
    assert!(code == 4 && said.contains("script/files/list.csv: missing"), "{said}");
    assert!(lines(&control).1.contains("not there any more"));
}
