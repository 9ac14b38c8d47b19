//! The same script through `record` and through the plain walk gives the same entries.

use crate::support::program::Home;
use serde_json::{Value, json};

/// What an entry says, without when and in which run it was recorded.
fn said(home: &Home, case: &str) -> Vec<Value> {
    let entries = home.log(case).into_iter().filter(|entry| entry["kind"] != "session_ended");
    entries.map(|entry| json!([entry["kind"], entry["by"], entry["actor"], entry["note"], entry["fields"]])).collect()
}

#[test]
fn what_is_recorded_does_not_depend_on_how_it_was_typed() {
    let (home, by_record) = Home::with_case();
    let by_walk = home.start(&[]);
    let verbs: &[&[&str]] = &[
        &["call", "tell_privacy_officer", "1", "--person", "A. Ruiz", "--said", "Will come"],
        &["answer", "discovered_at", "about 2026-01-10 02:00"],
        &["answer", "information_type", "2, 5, other: library card"],
        &["answer", "cause_and_extent", "unknown"],
        &["note", "She asked for the mail log.", "--about", "context"],
        &["answer", "context", "one\ntwo", "--actor", "A. Ruiz"],
        &["answer", "how_discovered", "1"],
        &["defer", "discovered_by", "2099-01-01 10:00", "--reason", "asleep"],
        &["decision", "escalate", "escalate", "--reason", "Health data"],
        &["task", "contain_breach", "Mailbox locked", "--at", "2026-01-10 02:30", "--note", "From the log"],
        &["call", "team_legal", "no_answer"],
        &["call", "team_legal", "reached", "--role", "deputy", "--channel", "555-0144"],
        &["task", "ict_plan", "not-needed", "One mailbox"],
        &["task", "inform_commissioner", "needed", "Counsel", "--adviser", "B. Counsel"],
        &["silence", "filing_site", "Safe", "--role", "principal"],
        &["contact", "council", "--person", "C. Chair", "--channel", "555-0143"],
        &["answer", "breach_location", "Library; note=first floor\nOffice"],
        &["row", "affected_individuals", "Ana Example", "class=student"],
        &["task", "preserve_evidence", "na", "Nothing to keep"],
        &["note", "Going home."],
        &["handover", "A. Ruiz", "--witness", "B. Guard"],
    ];
    for verb in verbs {
        home.record(&by_record, verb);
    }
    let script = "1\nA. Ruiz\n\nWill come\nabout 2026-01-10 02:00\n2, 5, other: library card\nunknown\n\
        :note She asked for the mail log.\n:actor A. Ruiz\n:text\none\ntwo\n.\n1\n:defer 2099-01-01 10:00 because asleep\n\
        :go escalate\nescalate\nHealth data\n\
        :go contain_breach\n:at 2026-01-10 02:30\n:remark From the log\nMailbox locked\n\
        :go team_legal\n3\n\n\n\n\n:go team_legal\nreached\n2\n\n555-0144\n\n\
        :go ict_plan\n3\nOne mailbox\n:go inform_commissioner\n2\n1\nCounsel\nB. Counsel\n\
        :go filing_site\nSafe\n1\n:contact council C. Chair; 555-0143\n\
        :go breach_location\n:text\nLibrary; note=first floor\nOffice\n.\n:go affected_individuals\n1\nAna Example\nstudent\n\n\n\n\n\n\
        :go preserve_evidence\n:not-needed Nothing to keep\n:case-note Going home.\n:handover A. Ruiz witness B. Guard\n:quit\n";
    let walked = home.walk(&by_walk, script);
    assert_eq!((walked.code, walked.err.as_str()), (0, ""), "{}", walked.out);
    let (record, walk) = (said(&home, &by_record), said(&home, &by_walk));
    for (record, walk) in record.iter().zip(&walk) {
        assert_eq!(record, walk, "{}", walked.out);
    }
    assert_eq!(record.len(), walk.len(), "{}", walked.out);
    // The same lines again, as the command line takes them; only what is one line.
    let (by_record, by_line) = (home.start(&[]), home.start(&[]));
    let mut script = String::new();
    for verb in verbs.iter().filter(|verb| verb.iter().all(|word| !word.contains('\n'))) {
        home.record(&by_record, verb);
        let words: Vec<_> = verb.iter().map(|word| shlex::try_quote(word).unwrap()).collect();
        script += &format!(":record {}\n", words.join(" "));
    }
    let walked = home.walk(&by_line, &script);
    assert_eq!(said(&home, &by_record), said(&home, &by_line), "{}", walked.out);
    // As often as on the command line.
    let [one, other] = ["a", "b"].map(|text| home.record(&by_line, &["note", text]).receipts().remove(0));
    let walked = home.walk(&by_line, &format!(":record note c --settles {one} --settles {other}\n"));
    assert!(walked.out.contains(&format!("in the place of {one}, {other}")), "{}", walked.out);
}

#[test]
fn a_line_of_the_walk_that_is_no_command_line_says_what_is_wrong_and_records_nothing() {
    let (home, case) = Home::with_case();
    let before = home.log(&case).len();
    for (line, says) in [
        (":record answer recalled \"yes", "A quotation mark is not closed. Nothing was recorded."),
        (":record anser recalled yes", "unrecognized subcommand 'anser'"),
        (":record answer", "<ID>"),
        (":record answer recalled yes --sorce x", "--source"),
        (":record pass-on --help", "Ask somebody else to make a call"),
    ] {
        let out = home.walk(&case, &format!("{line}\n")).out;
        assert!(out.contains(says), "{line}: {out}");
    }
    assert_eq!(home.log(&case).len(), before);
}

#[test]
fn a_call_that_is_passed_on_and_reported_back_is_the_same_through_both_doors() {
    let (home, by_record) = Home::with_case_on("morenet", &[]);
    let by_walk = home.start_on("morenet", &[]);
    home.record(&by_record, &["pass-on", "consult_counsel", "--to", "C. Ito"]);
    home.record(&by_record, &["call", "consult_counsel", "reached", "--said", "Calls at 8", "--reported-by", "C. Ito"]);
    let script = ":pass-on consult_counsel to C. Ito\n:go consult_counsel\n1\n\n\nCalls at 8\n\n:quit\n";
    let walked = home.walk(&by_walk, script);
    assert!(walked.out.contains("\nWaits for: C. Ito, asked "), "{}", walked.out);
    assert_eq!(said(&home, &by_record), said(&home, &by_walk), "{}", walked.out);
}
