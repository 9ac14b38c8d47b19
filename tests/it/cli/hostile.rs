//! Texts that try to act on a terminal, a spreadsheet or the order of words come out inert everywhere.

use crate::support::program::Home;

/// Clears the screen, rings, sets the title, reverses the order of text, hides, breaks lines, forges an entry, is a formula.
const EVIL: &str = "=1+1\u{1b}[2J\u{7}\u{1b}]0;x\u{7}\u{9b}31m\u{202e}txt.exe\u{200b}\u{feff}\u{e0041}\r\nrecorded k4-99 at 00:00\n[[entry]]\t<b>";

fn assert_inert(what: &str, text: &str) {
    let active = |c: char| c != '\n' && breachbook::base::text::is_active(c);
    assert!(!text.chars().any(active), "{what}: {text:?}");
    let forged = text.lines().any(|line| line.starts_with("recorded k4-99") || line.starts_with("[[entry]]"));
    assert!(!forged, "{what}: {text}");
}

#[test]
fn hostile_words_in_every_field_come_out_inert() {
    let home = Home::new();
    let start = home.run(&["start", "trinity", "--title", EVIL, "--by", EVIL]);
    let case = start.out.trim().rsplit('/').next().unwrap().to_owned();
    let rows = format!("Ana; note={}", EVIL.replace(['\n', '\r', ';'], " "));
    let line = EVIL.replace(['\n', '\r'], " ");
    let verbs: &[&[&str]] = &[
        &["answer", "context", EVIL, "--source", EVIL],
        &["answer", "breach_location", &rows],
        &["row", "affected_individuals", &line, &format!("note={line}")],
        &["answer", "information_type", &format!("other: {EVIL}")],
        &["task", "contain_breach", EVIL, "--actor", EVIL, "--note", EVIL],
        &["task", "ict_plan", "not-needed", EVIL],
        &["task", "inform_commissioner", "needed", EVIL, "--adviser", EVIL],
        &["decision", "breach_occurred", "1", "--reason", EVIL, "--adviser", EVIL],
        &["call", "tell_privacy_officer", "busy", "--person", EVIL, "--channel", EVIL, "--said", EVIL],
        &["note", EVIL],
        &["defer", "discovered_by", "context", "--reason", EVIL],
        &["silence", "filing_site", EVIL],
        &["contact", "privacy_officer", "--person", EVIL, "--channel", EVIL],
        &["handover", EVIL, "--from", "R. Okafor", "--witness", EVIL],
        &["time-check", "12:00", "--checked-by", EVIL],
    ];
    for verb in verbs {
        let ran = home.record(&case, verb);
        assert_inert("receipt", &ran.out);
    }
    for args in [
        &["log", &case][..],
        &["log", &case, "--json"],
        &["log", &case, "--csv"],
        &["status", &case],
        &["status", &case, "--json"],
        &["verify", &case],
        &["list"],
    ] {
        let ran = home.run(args);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert_inert(args[0], &ran.out);
    }
    let csv = home.run(&["log", &case, "--csv"]).out;
    assert!(csv.contains("'=1+1"), "{csv}");
    assert!(!csv.contains(",=1+1") && !csv.contains(",\"=1+1"), "no cell begins as a formula: {csv}");
    let kept = home.log(&case).into_iter().find(|entry| entry["kind"] == "noted").unwrap();
    assert_eq!(kept["fields"]["text"], EVIL.trim(), "the record itself keeps every sign");

    let walked =
        home.walk(&case, ":who\n:list\n:status\n:go context\n:back\n:\u{1b}[2J\n\u{1b}[2J\n:actor \u{202e}x\n:quit\n");
    assert_eq!(walked.code, 0);
    assert_inert("walk", &walked.out);
    assert_eq!(home.run(&["verify", &case]).code, 0);
}

#[test]
fn refusals_repeat_what_was_typed_inertly() {
    let (home, case) = Home::with_case();
    for args in [
        &["answer", EVIL, "yes"][..],
        &["answer", "recalled", EVIL],
        &["decision", "escalate", EVIL],
        &["call", EVIL, "reached"],
        &["call", "tell_privacy_officer", EVIL],
        &["defer", "context", EVIL],
        &["note", "x", "--at", EVIL],
        &["contact", EVIL, "--person", "x"],
        &["silence", EVIL, "x"],
        &["time-check", EVIL],
    ] {
        assert_inert("refusal", &home.refused(&case, args));
    }
    for args in
        [&["log", EVIL][..], &["start", EVIL], &["playbook", "show", EVIL], &["playbook", "check", EVIL], &[EVIL]]
    {
        let ran = home.run(args);
        assert!(matches!(ran.code, 1 | 2), "{args:?}: {ran:?}");
        assert_inert("error", &ran.err);
    }
}
