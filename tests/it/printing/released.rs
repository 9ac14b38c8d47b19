//! What may leave the house: nothing of a row, a note, a call, an advice, a place of storage or a private number, in any byte.

use super::{one, run};
use crate::support::program::Home;
use std::fs;

const PLANTED: &str = "Zyxplanted";

/// A case with the planted word wherever people write.
fn planted() -> (Home, String) {
    let (home, case) = Home::with_case();
    home.record(&case, &["answer", "multiple_individuals", "yes"]);
    home.record(&case, &["note", &format!("{PLANTED}note")]);
    let name = format!("{PLANTED}person");
    home.record(
        &case,
        &["call", "tell_privacy_officer", "reached", "--person", &name, "--said", &format!("{PLANTED}said")],
    );
    let storage = format!("storage={PLANTED}place");
    home.record(
        &case,
        &[
            "row",
            "evidence",
            &format!("{PLANTED}thing"),
            "kind=paper",
            "form=original",
            "collected_by=R. Okafor",
            "collected_at=now",
            &storage,
        ],
    );
    home.record(&case, &["row", "affected_individuals", &format!("{PLANTED}row")]);
    let reason = format!("{PLANTED}reason");
    home.record(
        &case,
        &["decision", "escalate", "escalate", "--reason", &reason, "--adviser", &format!("{PLANTED}adviser")],
    );
    (home, case)
}

#[test]
fn nothing_that_was_planted_stands_in_a_released_file() {
    let (home, case) = planted();
    for format in ["md", "html", "pdf", "docx"] {
        let args = ["--what", "incident-report", "--as", format, "--profile", "released", "--released-by", "C. Ito"];
        let path = one(&home, &case, &args);
        assert!(path.to_str().unwrap().ends_with(&format!("-incident-report-RELEASED.{format}")), "{path:?}");
        let bytes = fs::read(&path).unwrap();
        let holds = |bytes: &[u8]| bytes.windows(PLANTED.len()).any(|part| part == PLANTED.as_bytes());
        assert!(!holds(&bytes), "{format}");
        if format == "docx" {
            let mut parts = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
            for at in 0..parts.len() {
                let mut text = Vec::new();
                std::io::copy(&mut parts.by_index(at).unwrap(), &mut text).unwrap();
                assert!(!holds(&text), "part {at}");
            }
        }
        let full = fs::read(one(&home, &case, &["--what", "incident-report", "--as", format])).unwrap();
        assert!(format == "pdf" || format == "docx" || holds(&full), "the full {format} has it");
    }
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("released by C. Ito"), "{log}");
}

#[test]
fn nothing_else_is_released() {
    let (home, case) = planted();
    for what in [
        "action-record",
        "log",
        "decisions",
        "calls",
        "briefing",
        "review",
        "list:evidence",
        "document:first_report",
        "all",
    ] {
        let ran =
            run(&home, &case, &["--what", what, "--as", "md", "--profile", "released", "--released-by", "C. Ito"]);
        if what == "all" {
            assert!(ran.out.lines().all(|path| path.contains("-RELEASED")), "{ran:?}");
            continue;
        }
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{what}: {ran:?}");
    }
}
