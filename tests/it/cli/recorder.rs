//! Nobody records anonymously: who writes something down is named, or nothing is written.

use crate::support::program::{Home, Ran, ran};
use std::io::Write;
use std::process::{Command, Stdio};

fn run(mut command: Command) -> Ran {
    ran(command.output().unwrap())
}

/// Runs with these lines as standard input.
fn typed(mut command: Command, lines: &str) -> Ran {
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(lines.as_bytes()).unwrap();
    drop(pipe);
    ran(child.wait_with_output().unwrap())
}

fn recorders(home: &Home, case: &str) -> Vec<String> {
    home.log(case).iter().map(|entry| entry["by"].as_str().unwrap().to_owned()).collect()
}

const NOTE: [&str; 2] = ["note", "Heard by telephone"];

#[test]
fn where_nobody_is_named_nothing_is_recorded_and_no_case_is_opened() {
    let (home, case) = Home::with_case();
    let before = home.log(&case).len();
    let refused = run(home.unnamed(None, &[&["record", &case], &NOTE[..]].concat()));
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("Nobody is named"), "{refused:?}");
    assert!(refused.err.contains("--by NAME") && refused.err.contains("BREACHBOOK_BY"), "{refused:?}");
    assert_eq!(home.log(&case).len(), before);
    let started = run(home.unnamed(None, &["start", "trinity"]));
    assert_eq!((started.code, started.out.as_str()), (1, ""), "{started:?}");
    assert_eq!(home.cases().read_dir().unwrap().count(), 1, "no half case is left");
}

#[test]
fn a_name_that_names_nobody_is_refused_wherever_it_is_given() {
    let (home, case) = Home::with_case();
    for name in ["", "  ", "?", "n/a", "nobody"] {
        for args in [
            vec!["record", &case, "note", "x", "--by", name],
            vec!["start", "trinity", "--by", name],
            vec!["walk", &case, "--plain", "--by", name],
            vec!["open", &case, "--by", name],
        ] {
            let refused = home.run(&args);
            assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{args:?}: {refused:?}");
            assert!(refused.err.contains("name"), "{args:?}: {refused:?}");
        }
    }
    assert_eq!(home.cases().read_dir().unwrap().count(), 1);
    assert_eq!(home.log(&case).len(), 2);
}

#[test]
fn a_login_stands_in_the_record_of_one_command_only_with_a_word_in_the_receipt() {
    let (home, case) = Home::with_case();
    let noted = run(home.unnamed(Some("duty2"), &[&["record", &case], &NOTE[..]].concat()));
    assert_eq!(noted.code, 0, "{noted:?}");
    assert!(noted.out.contains("Written down as by duty2, the login of this computer."), "{noted:?}");
    let json = run(home.unnamed(Some("duty2"), &[&["record", &case, "--json"], &NOTE[..]].concat()));
    assert!(json.out.contains("the login of this computer"), "{json:?}");
    let named = home.record(&case, &["note", "x", "--by", "A. Ruiz"]);
    assert!(!named.out.contains("login"), "{named:?}");
    assert_eq!(&recorders(&home, &case)[2..], ["duty2", "duty2", "duty2", "duty2", "A. Ruiz", "A. Ruiz"]);
}

#[test]
fn the_walk_asks_first_and_the_name_stands_in_the_header_and_in_each_entry() {
    let (home, case) = Home::with_case();
    let walk = typed(home.unnamed(None, &["walk", &case, "--plain"]), "A. Ruiz\n:case-note Heard it\n");
    assert_eq!(walk.code, 0, "{walk:?}");
    let asked = walk.out.find("Who is at the keyboard?").unwrap();
    assert!(asked < walk.out.find("LIVE.").unwrap(), "{}", walk.out);
    assert!(walk.out.contains("1. R. Okafor (recorded here before)"), "{}", walk.out);
    assert_eq!(&recorders(&home, &case)[2..], ["A. Ruiz", "A. Ruiz"]);
    let journal = std::fs::read_to_string(home.journal_with(&case, "Heard it")).unwrap();
    assert!(journal.contains("person = \"A. Ruiz\""), "{journal}");
}

#[test]
fn the_number_of_somebody_who_is_offered_names_them_and_an_empty_line_takes_the_login() {
    let (home, case) = Home::with_case();
    typed(home.unnamed(Some("duty2"), &["walk", &case, "--plain"]), "1\n:case-note One\n");
    let walk = typed(home.unnamed(Some("duty2"), &["walk", &case, "--plain"]), "\n:case-note Two\n");
    assert!(walk.out.contains("an empty line is duty2, the login of this computer"), "{}", walk.out);
    assert_eq!(&recorders(&home, &case)[2..], ["R. Okafor", "R. Okafor", "duty2", "duty2"]);
}

#[test]
fn a_line_that_records_waits_for_the_name_and_is_not_lost() {
    let (home, case) = Home::with_case();
    // Read only at first; then an answer, the name, and the answer is there.
    let lines = "\n:go how_discovered\nstaff\nnobody\nA. Ruiz\n";
    let walk = typed(home.unnamed(None, &["walk", &case, "--plain"]), lines);
    assert!(walk.out.contains("Nothing is recorded until somebody is named"), "{}", walk.out);
    assert!(walk.out.contains("\"nobody\" names nobody"), "{}", walk.out);
    let log = home.log(&case);
    assert_eq!((log[2]["kind"].as_str(), log[2]["by"].as_str()), (Some("answered"), Some("A. Ruiz")));
    let half = typed(home.unnamed(None, &["walk", &case, "--plain"]), "\n:go how_discovered\nstaff\n");
    assert!(half.out.contains("was not finished and was not recorded"), "{}", half.out);
    assert!(half.out.contains("Nothing was recorded in this run."), "{}", half.out);
}
