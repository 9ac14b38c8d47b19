//! Exit codes, and the words of refusals: two lines on standard error, nothing on standard output.

use crate::support::program::{Home, ran};
use std::fmt::Write as _;
use std::process::Command;

#[test]
fn a_refusal_says_what_happened_and_what_to_do_now() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "missent_email", "yes"]);
    let long = "x".repeat(40_000);
    let refused: &[&[&str]] = &[
        &["answer", "multiple_individual", "yes"],
        &["answer", "bogus", "yes"],
        &["answer", "multiple_individuals", "perhaps"],
        &["answer", "multiple_individuals", ""],
        &["answer", "information_type", "shoes"],
        &["answer", "discovered_at", "half past two"],
        &["answer", "breach_duration", "90"],
        &["answer", "breach_location", "Library; shoe=42"],
        &["answer", "affected_individuals", "Ana"],
        &["row", "affected_individuals", "Ana", "shoe=42"],
        &["answer", "context", &long],
        &["answer", "contain_breach", "yes"],
        &["task", "contain_breach", "done"],
        &["task", "contain_breach", "done", " "],
        &["task", "contain_breach", "finished", "Unplugged"],
        &["task", "missent_email", "done", "Yes"],
        &["task", "file_report", "done", "Filed"],
        &["task", "inform_commissioner", "needed", "Counsel says so"],
        &["decision", "escalate", "perhaps", "--reason", "x"],
        &["decision", "escalate", "escalate"],
        &["decision", "escalate", "escalate", "--reason", "x", "--role", "council"],
        &["call", "tell_privacy_officer", "sang"],
        &["call", "tell_privacy_officer", "reached", "--role", "council"],
        &["call", "council", "reached"],
        &["call", "missent_email", "reached"],
        &["note", ""],
        &["note", "x", "--about", "nothing"],
        &["note", "x", "--at", "tomorrow 23:59"],
        &["note", "x", "--at", "noonish"],
        &["defer", "context", "1999-01-01 10:00"],
        &["defer", "context", "soon"],
        &["defer", "context", "context"],
        &["silence", "nothing_said", "x"],
        &["contact", "principal"],
        &["contact", "prinzipal", "--person", "x"],
        &["prohibition", "context"],
        &["handover", "R. Okafor"],
        &["time-check", "late"],
        &["reopen", "--reason", "x"],
    ];
    let mut page = String::new();
    for args in refused {
        let said = home.refused(&case, args);
        assert_eq!(said.lines().count(), 2, "two lines: {args:?}: {said}");
        let shown: Vec<_> = args.iter().map(|arg| if arg.len() > 60 { "(40,000 signs)" } else { arg }).collect();
        // The day of the test is not part of the words.
        let _ = writeln!(page, "{shown:?}");
        for line in said.lines() {
            let _ = writeln!(page, "  {}", without_times(line));
        }
    }
    insta::assert_snapshot!("refusals", page);
    assert_eq!(home.log(&case).len(), 4, "nothing was written by any of them");
}

/// Replaces `22 Nov 02:13`, with the year or the zone where they are said, by `TIME`.
fn without_times(line: &str) -> String {
    let months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
    let zone = "[A-Z]{3,4}|[+-][0-9]{2}:[0-9]{2}";
    let moment =
        format!(r"(?-u:\b)[0-9]{{1,2}} ({months})( [0-9]{{4}})? [0-9]{{2}}:[0-9]{{2}}( ({zone}))?(?-u:\b)[.;]?");
    regex::Regex::new(&moment).unwrap().replace_all(line, "TIME").into_owned()
}

#[test]
fn closing_with_open_things_lists_them_and_is_refused() {
    let (home, case) = Home::with_case();
    let said = home.refused(&case, &["close", "--role", "Privacy Officer"]);
    assert!(said.contains("still to do:\n  contact tell_privacy_officer:"), "{said}");
    assert!(said.ends_with("close anyway (--anyway), with the reason.\n"), "{said}");
    home.record(&case, &["close", "--role", "Privacy Officer", "--anyway", "--reason", "Handled elsewhere."]);
    assert_eq!(home.status(&case)["state"], "closed");
    assert!(home.refused(&case, &["answer", "recalled", "yes"]).contains("The case is closed."));
    home.record(&case, &["reopen", "--reason", "It was not."]);
    home.record(&case, &["answer", "recalled", "yes"]);
}

#[test]
fn what_is_not_a_command_line_is_two() {
    let home = Home::new();
    let wrong: &[&[&str]] =
        &[&["recrod"], &["record"], &["start"], &["log", "x", "--json", "--csv"], &["list", "\u{1b}[2J"]];
    for args in wrong {
        let ran = home.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {ran:?}");
        assert!(!ran.err.contains('\u{1b}'), "{ran:?}");
    }
    let help = home.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    assert!(help.out.contains("Usage: breachbook"), "{}", help.out);
    assert_eq!(home.run(&["--version"]).out, concat!("breachbook ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_case_or_playbook_that_is_not_there_is_refused() {
    let (home, _) = Home::with_case();
    for args in [&["log", "sapphire-nowhere"][..], &["walk", "nowhere"], &["start", "trinty"], &["start", "none.toml"]]
    {
        let ran = home.run(args);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (1, "", 2), "{args:?}: {ran:?}");
    }
    assert!(home.run(&["start", "trinty"]).err.contains("Did you mean trinity?"));
    let screen = home.run(&[]);
    assert_eq!(screen.code, 1, "no terminal: {screen:?}");
    assert!(screen.err.contains("walk"), "and it names the walk: {}", screen.err);
}

#[test]
fn a_damaged_case_is_four_and_still_works() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "recalled", "yes"]);
    home.record(&case, &["answer", "multiple_individuals", "no"]);
    let path = home.journal_with(&case, "\"recalled\"");
    let altered = std::fs::read_to_string(&path).unwrap().replacen("\"yes\"", "\"no\"", 1);
    std::fs::write(&path, &altered).unwrap();

    let verdict = home.run(&["verify", &case]);
    assert_eq!(verdict.code, 4, "{verdict:?}");
    assert!(verdict.out.starts_with("Not sound"), "{}", verdict.out);
    for args in [&["log", &case][..], &["status", &case], &["record", &case, "note", "Still here"]] {
        let ran = home.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        let file = format!("journals/{}: ", path.file_name().unwrap().to_str().unwrap());
        let said = if args[0] == "status" { ran.out } else { ran.err };
        assert!(said.contains(&file) && said.contains("not those that were sealed"), "{args:?}: {said}");
    }
    assert!(home.run(&["list"]).out.contains("DAMAGED: journals/"));
    assert!(home.status(&case)["damage"][0].as_str().unwrap().starts_with("journals/"));
    assert!(home.run(&["log", &case]).out.contains("Still here"), "new entries are sound beside the damage");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), altered, "nothing that was there is touched");
    assert_eq!(home.run(&["verify", &case]).code, 4);
}

#[test]
fn a_case_without_its_playbook_still_gives_its_log() {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "recalled", "yes"]);
    let kept = home.cases().join(&case).join("playbook/trinity.toml");
    let text = std::fs::read_to_string(&kept).unwrap();
    std::fs::write(&kept, "schema = 1\n[playbook").unwrap();
    let status = home.run(&["status", &case]);
    assert_eq!(status.code, 0, "the bundled copy stands in: {status:?}");
    assert!(status.out.contains("playbook/trinity.toml: Altered") && status.out.contains("comes with this program"));
    home.record(&case, &["answer", "multiple_individuals", "no"]);
    assert_eq!(home.run(&["verify", &case]).code, 4);
    std::fs::write(&kept, text).unwrap();
    assert_eq!(home.run(&["verify", &case]).code, 0, "each run names the playbook it worked with");
}

#[test]
fn a_case_without_any_copy_of_its_playbook_takes_everything_as_notes() {
    let home = Home::new();
    let own = home.path().join("own.toml");
    let text = breachbook::playbook::bundled_text("trinity").unwrap();
    std::fs::write(&own, format!("{text}\n# our own copy\n")).unwrap();
    let case = home.start_on("own.toml", &["--title", "Mis-sent e-mail"]);
    home.record(&case, &["answer", "recalled", "yes"]);
    std::fs::write(home.cases().join(&case).join("playbook/own.toml"), "schema = 1\n[playbook").unwrap();
    let status = home.run(&["status", &case]);
    assert_eq!((status.code, status.out.as_str()), (4, ""), "{status:?}");
    assert!(status.err.contains("cannot be read"), "{}", status.err);
    let log = home.run(&["log", &case]);
    assert_eq!(log.code, 0);
    assert!(log.out.contains("recalled: yes"), "{}", log.out);
    for args in [&["note", "Still here"][..], &["answer", "multiple_individuals", "yes"], &["call", "team", "reached"]]
    {
        let ran = home.record(&case, args);
        assert!(args[0] == "note" || ran.out.contains("recorded as a note"), "{ran:?}");
    }
    let log = home.run(&["log", &case]).out;
    home.record(&case, &["answer", "recalled", "no", "--note", "By telephone"]);
    let remarked = home.run(&["log", &case]).out;
    assert!(
        remarked.contains("Answer recalled: no") && remarked.contains("By telephone"),
        "a remark is kept: {remarked}"
    );
    let file = home.refused(&case, &["import", "people", "list.csv"]);
    assert!(file.contains("This playbook has no item \"people\""), "a file is not kept by its name alone: {file}");
    assert!(log.contains("Answer multiple_individuals: yes") && log.contains("Call team: reached"), "{log}");
    assert_eq!(home.run(&["verify", &case]).code, 4);
    std::fs::write(home.cases().join(&case).join("playbook/own.toml"), format!("{text}\n# our own copy\n")).unwrap();
    assert_eq!(home.run(&["verify", &case]).code, 0, "a run without a playbook names none");
}

/// The limit on the size of files makes every write fail as a full disk does.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_nothing_is_three_and_nothing_is_acknowledged() {
    let (home, case) = Home::with_case();
    let full = |args: &str, input: &str| {
        let mut shell = Command::new("sh");
        let program = env!("CARGO_BIN_EXE_breachbook");
        // Without the library that sets the clock on other days: it writes a file of its own.
        home.world(&mut shell)
            .args(["-c", &format!("unset LD_PRELOAD; ulimit -f 0; printf '{input}' | '{program}' {args}")]);
        ran(shell.output().unwrap())
    };
    let record = full(&format!("record {case} answer recalled yes"), "");
    assert_eq!((record.code, record.out.as_str()), (3, ""), "{record:?}");
    assert!(record.err.contains("Not recorded: the disk is full"), "{}", record.err);
    assert!(record.err.contains("Nothing you typed is lost"), "{}", record.err);
    let start = full("start trinity", "");
    assert_eq!((start.code, start.out.as_str()), (3, ""), "{start:?}");
    let walk = full(&format!("walk {case} --plain"), ":go how_discovered\\nstaff\\n");
    assert_eq!(walk.code, 3, "{walk:?}");
    assert!(walk.receipts().is_empty() && walk.out.contains("Not recorded"), "{}", walk.out);
    assert!(walk.out.contains("An empty line takes again: staff"), "what was typed is kept: {}", walk.out);
    assert_eq!(home.log(&case).len(), 2);
}
