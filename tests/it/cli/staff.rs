//! The page for staff is run as it stands: what it tells to type is recorded, and comes out on the action record.

use crate::support::program::Home;
use std::fs;
use std::path::Path;

/// Every command of the page, in its order.
fn commands() -> Vec<Vec<String>> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/staff.md")).unwrap();
    let typed = page.lines().filter_map(|line| line.strip_prefix("breachbook "));
    let found: Vec<_> = typed.map(|line| shlex::split(line).unwrap()).collect();
    assert!(found.len() > 12, "the page has its commands");
    found
}

#[test]
fn what_the_page_for_staff_tells_to_type_comes_out_on_the_action_record() {
    let (home, case) = Home::with_case();
    for typed in commands() {
        let typed: Vec<_> = typed.iter().map(|word| if word == "CASE" { case.as_str() } else { word }).collect();
        let ran = home.run(&typed);
        assert_eq!(ran.code, 0, "{typed:?}: {}{}", ran.out, ran.err);
    }
    let ran = home.run(&["export", &case, "--what", "action-record", "--as", "md", "--out", "-"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for wanted in [
        "Recalled the e-mail",
        "Recall failed",
        "Deleted, confirmed in writing",
        "Promised by telephone",
        "TRANSCRIBED",
        "action record no. 7 line 3",
        "LATE",
        "Check the mail log for other recipients",
    ] {
        assert!(ran.out.contains(wanted), "{wanted:?} is not in\n{}", ran.out);
    }
    assert!(!ran.out.contains("Done: done"), "what is done was done at a time:\n{}", ran.out);
    let evidence = home.run(&["export", &case, "--what", "list:evidence", "--as", "md", "--out", "-"]);
    for wanted in ["E-1", "E-2", "To the Privacy Officer", "Robin Vale"] {
        assert!(evidence.out.contains(wanted), "{wanted:?} is not in\n{}", evidence.out);
    }
    let written = fs::read_dir(Path::new(&home.cases()).join(&case).join("documents"));
    let written: Vec<_> = written.unwrap().map(|file| file.unwrap().path()).collect();
    assert!(written.iter().any(|path| path.extension().is_some_and(|end| end == "pdf")), "{written:?}");
}
