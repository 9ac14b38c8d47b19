//! Where files go, what they are called, and what the record says of them.

use super::{export, last_export, one, run};
use crate::support::program::Home;
use breachbook::base::digest::sha256;
use serde_json::Value;
use std::fs;

#[test]
fn a_page_lies_in_the_documents_of_the_case_and_the_record_names_it() {
    let (home, case) = Home::with_case();
    let path = one(&home, &case, &["--what", "action-record", "--as", "md", "--to", "The Principal"]);
    assert_eq!(path, home.cases().join(&case).join("documents").join(format!("{case}-action-record.md")));
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.is_empty());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    let log = home.run(&["log", &case, "--json"]);
    let entries: Value = serde_json::from_str(&log.out).unwrap();
    let entry = entries.as_array().unwrap().iter().find(|entry| entry["kind"] == "exported").unwrap();
    let fields = &entry["fields"];
    assert_eq!(fields["digest"], format!("sha256:{}", sha256(&bytes)));
    assert_eq!((&fields["what"], &fields["format"]), (&"action-record".into(), &"md".into()));
    assert_eq!((&fields["to"], &fields["bytes"]), (&"The Principal".into(), &bytes.len().into()));
    assert_eq!(entry["by"], "R. Okafor");
    let said = home.run(&["log", &case]).out;
    assert!(said.contains("Printed: action-record as md"), "{said}");
    let status = home.status(&case);
    assert_eq!(status["state"], "open", "an export changes nothing of the case");
}

#[test]
fn the_same_page_again_is_the_same_file_and_a_later_one_lies_beside_it() {
    let (home, case) = Home::with_case();
    let args = ["--what", "log", "--as", "csv"];
    let first = one(&home, &case, &args);
    let bytes = fs::read(&first).unwrap();
    let ran = run(&home, &case, &args);
    assert_eq!(ran.out.trim_end(), first.to_str().unwrap());
    assert!(ran.err.contains("was there already, with the same bytes"), "{ran:?}");
    home.record(&case, &["note", "Printed before this"]);
    let second = one(&home, &case, &args);
    assert!(second.to_str().unwrap().ends_with("-log-2.csv"), "{second:?}");
    assert_eq!(fs::read(&first).unwrap(), bytes, "the first is as it was");
    assert!(fs::read(&second).unwrap().len() > bytes.len());
}

#[test]
fn a_file_that_is_there_is_left_as_it_is() {
    let (home, case) = Home::with_case();
    let taken = home.path().join("mine.md");
    fs::write(&taken, "mine").unwrap();
    let ran = run(&home, &case, &["--what", "calls", "--as", "md", "--out", taken.to_str().unwrap()]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(ran.err.contains("is there already and was left as it is"), "{ran:?}");
    assert_eq!(fs::read_to_string(&taken).unwrap(), "mine");
    assert!(!home.run(&["log", &case]).out.contains("Printed"), "what was not written is not in the record");
    let free = home.path().join("free.md");
    assert_eq!(
        one(&home, &case, &["--what", "calls", "--as", "md", "--out", free.to_str().unwrap()]),
        free.canonicalize().unwrap()
    );
    let nowhere = home.path().join("gone/free.md");
    let ran = run(&home, &case, &["--what", "calls", "--as", "md", "--out", nowhere.to_str().unwrap()]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("No file was written: the folder is not there any more"), "{ran:?}");
}

#[test]
fn standard_output_takes_one_file_and_nothing_else() {
    let (home, case) = Home::with_case();
    let ran = run(&home, &case, &["--what", "log", "--as", "csv", "--out", "-"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.starts_with("mode,entry,kind,recorded,recorded_utc,"), "no byte-order mark: {:?}", ran.out);
    assert!(ran.out.ends_with("\r\n"));
    let file = fs::read_to_string(one(&home, &case, &["--what", "log", "--as", "csv"])).unwrap();
    assert_eq!(file.strip_prefix('\u{feff}'), Some(ran.out.as_str()), "a file has the mark");
    let several = run(&home, &case, &["--what", "all", "--as", "md", "--out", "-"]);
    assert_eq!((several.code, several.out.as_str()), (1, ""), "{several:?}");
}

#[test]
fn an_exercise_says_so_in_the_name_of_each_file() {
    let (home, case) = Home::with_case_on("trinity", &["--exercise"]);
    for path in export(&home, &case, &["--what", "all", "--as", "json"]) {
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with("EXERCISE-ex-"), "{name}");
        let json: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!((&json["schema"], &json["mode"]), (&"case/1".into(), &"exercise".into()));
    }
}

#[test]
fn what_is_not_there_is_refused_in_two_lines() {
    let (home, case) = Home::with_case();
    for args in [
        &["--what", "nonsense", "--as", "md"][..],
        &["--what", "document:nonsense", "--as", "md"],
        &["--what", "log", "--as", "md", "--as-of", "zz-99"],
        &["--what", "log", "--as", "md", "--as-of", "sometime"],
        &["--what", "log", "--as", "md", "--profile", "released"],
        &["--what", "log", "--as", "md", "--profile", "released", "--released-by", "C. Ito"],
        &["--what", "all", "--as", "json", "--profile", "released", "--released-by", "C. Ito"],
        &["--what", "action-record", "--as", "csv", "--profile", "released", "--released-by", "C. Ito"],
        &["--again", "zz-99"],
        &["--again", "1"],
    ] {
        let ran = run(&home, &case, args);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{args:?}: {ran:?}");
        assert_eq!(ran.err.lines().count(), 2, "{args:?}: {ran:?}");
    }
    assert!(!home.run(&["log", &case]).out.contains("Printed"));
    assert!(home.cases().join(&case).join("documents").read_dir().unwrap().next().is_none());
}

#[test]
fn a_page_as_of_an_earlier_entry_says_nothing_of_what_came_later() {
    let (home, case) = Home::with_case();
    let early = home.record(&case, &["note", "The first thing"]).receipts();
    home.record(&case, &["note", "The second thing"]);
    let path = one(&home, &case, &["--what", "log", "--as", "csv", "--as-of", &early[0]]);
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains("The first thing") && !text.contains("The second thing"), "{text}");
    let again = run(&home, &case, &["--again", &last_export(&home, &case)]);
    assert_eq!(again.code, 0, "{again:?}");
}
