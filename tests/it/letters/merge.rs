//! The list of those to whom an approved letter goes, for the mail merge of an office.

use crate::msu::desk::{CONTENTS, Desk};
use breachbook::base::digest::sha256;
use std::fs;

const FILE: &str = "Name;E-mail;Postal address;Telephone;State of residence;Language\r\n\
    Renée Example;renee@example.org;\"12 Example Way, Lansing\";555-0101;Michigan;fr\r\n\
    =cmd;cmd@example.org;1 Example Way;555-0102;Ohio;\r\n\
    No Address;none@example.org;;555-0103;Ohio;\r\n\
    ;;2 Example Way;;Ohio;\r\n\
    @Home Example;home@example.org;3 Example Way;555-0104;Ohio;\r\n\
    Ann Example;ann@example.org;4 Example Way;555-0105;Ohio;\r\n";

const MERGE: [&str; 6] = ["--what", "notice_letter", "--as", "csv", "--out", "-"];

fn desk() -> Desk {
    let desk = Desk::notifying();
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    let file = desk.home.path().join("students.csv");
    fs::write(&file, FILE).unwrap();
    desk.record(&["import", "persons", file.to_str().unwrap()]);
    desk.record(&["row", "persons", "Typed Example", "address=5 Example Way", "phone=555-0106", "language=es"]);
    desk.record(&["row", "persons", "Told Example", "address=6 Example Way", "told_how=U.S. mail"]);
    desk.record(&["row", "persons", "Mailed Example", "address=7 Example Way", "told_how=E-mail"]);
    desk.record(&["row", "persons", "E-mail Only", "email=only@example.org"]);
    desk.record(&["row", "persons", "+Plus Example", "address=8 Example Way"]);
    desk
}

/// Drafts the notice and has it approved; gives the seal of the text.
fn approved(desk: &Desk) -> String {
    desk.record(&["draft", "notice_letter"]);
    let log = desk.home.run(&["log", &desk.case, "--json"]).out;
    let at = log.rfind("text ").unwrap();
    let seal = log[at + 5..at + 24].to_owned();
    desk.record(&["approve", "notice_letter", "--role", "administrators", "--text", &seal]);
    seal
}

fn export(desk: &Desk, args: &[&str]) -> crate::support::program::Ran {
    desk.home.run(&[&["export", &desk.case], args].concat())
}

/// The name in each row.
fn names(text: &str) -> Vec<&str> {
    text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect()
}

#[test]
fn an_approved_letter_goes_to_those_to_whom_its_method_is_open_and_who_were_not_told_by_it() {
    let desk = desk();
    let seal = approved(&desk);
    let ran = export(&desk, &MERGE);
    assert_eq!(ran.code, 0, "{ran:?}");
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(lines[0], "mode,name,address,email,language,letter,text_seal,list,line");
    let first = format!(
        "live,Renée Example,\"12 Example Way, Lansing\",renee@example.org,fr,notice_letter-v1,{seal},students.csv,2"
    );
    assert_eq!(lines[1], first);
    assert_eq!(names(&ran.out), ["Renée Example", "Ann Example", "Typed Example", "Mailed Example"]);
    assert!(
        lines[3].ends_with(&format!("es,notice_letter-v1,{seal},Potentially affected persons,P-1")),
        "{}",
        lines[3]
    );
    assert!(!ran.out.contains("555-01"), "no telephone number is in it: {}", ran.out);
    for named in ["students.csv, 3 \"=cmd\": name", "students.csv, 6 \"@Home Example\": name", "P-5 \"+Plus Example\""]
    {
        assert!(ran.err.contains(named), "{named}: {}", ran.err);
    }
    assert!(ran.err.contains("4 rows by U.S. mail") && ran.err.contains("Told by it before: 1 row."), "{}", ran.err);
    assert!(ran.err.contains("Not open by this method: 2 rows."), "{}", ran.err);
}

#[test]
fn the_list_of_a_letter_is_a_file_of_the_case_that_comes_out_the_same_again() {
    let desk = desk();
    approved(&desk);
    let path = export(&desk, &MERGE[..4]).out.trim().to_owned();
    assert!(path.ends_with("-notice_letter-v1-merge.csv"), "{path}");
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with("\u{feff}mode,name,".as_bytes()));
    let log = desk.home.run(&["log", &desk.case]).out;
    assert!(log.contains("merge.csv"), "{log}");
    let entry = crate::printing::last_export(&desk.home, &desk.case);
    let again = export(&desk, &["--again", &entry, "--out", "-"]);
    assert_eq!((again.code, again.out.as_bytes()), (0, bytes.as_slice()), "{}", again.err);
    // Once more: the file is there, and no second one is made.
    let once_more = export(&desk, &MERGE[..4]);
    assert_eq!(once_more.out.trim(), path);
    assert!(once_more.err.contains("was there already"), "{}", once_more.err);
}

#[test]
fn a_list_to_which_the_text_was_sent_is_left_out_only_where_it_went_to_everybody() {
    let desk = desk();
    let seal = approved(&desk);
    let list = sha256(FILE.as_bytes());
    let sent = ["sent", "notice_letter", "Students", "--channel", "by letter", "--list", &list, "--text", &seal];
    desk.record(&[&sent[..], &["--count", "2"]].concat());
    let part = export(&desk, &MERGE);
    assert!(part.err.contains("Sent before to 2 of 4 in students.csv"), "{}", part.err);
    assert!(names(&part.out).contains(&"Ann Example"));
    desk.record(&[&sent[..], &["--count", "4"]].concat());
    let all = export(&desk, &MERGE);
    assert_eq!(names(&all.out), ["Typed Example", "Mailed Example"], "{}", all.err);
    assert!(all.err.contains("Sent before to students.csv"), "{}", all.err);
    // Other words are another letter, and everybody is written to.
    desk.answers(&[("notice_phone", "555-0143")]);
    approved(&desk);
    assert!(names(&export(&desk, &MERGE).out).contains(&"Ann Example"));
}

#[test]
fn who_was_told_and_is_on_a_later_list_whose_doubles_count_once_gets_no_second_letter() {
    let desk = Desk::notifying();
    desk.answers(&[("protection_applicable", "yes")]);
    desk.answers(&CONTENTS);
    desk.record(&["row", "persons", "Ann Example", "address=4 Example Way", "told_how=U.S. mail"]);
    desk.record(&["row", "persons", "Bob Example", "address=5 Example Way"]);
    let file = desk.home.path().join("alumni.csv");
    let rows =
        "Name,Postal address\nAnn Example,4 Example Way\nBob Example,5 Example Way\nCleo Example,6 Example Way\n";
    fs::write(&file, rows).unwrap();
    desk.record(&["import", "persons", file.to_str().unwrap(), "--doubles", "once"]);
    approved(&desk);
    let ran = export(&desk, &MERGE);
    assert_eq!(names(&ran.out), ["Bob Example", "Cleo Example"], "{}", ran.err);
    assert!(ran.err.contains("counted once: 2 rows"), "{}", ran.err);
}

#[test]
fn nothing_goes_out_without_an_approved_text_a_method_or_the_list_as_it_was() {
    let desk = desk();
    let why = export(&desk, &MERGE);
    assert!(why.code == 1 && why.err.contains("has no text yet"), "{why:?}");
    desk.record(&["draft", "notice_letter"]);
    let why = export(&desk, &MERGE);
    assert!(why.code == 1 && why.out.is_empty() && why.err.contains("is not approved"), "{why:?}");
    let why = export(&desk, &["--what", "press_text", "--as", "csv"]);
    assert!(why.code == 1 && why.err.contains("has no method"), "{why:?}");

    desk.answers(&[("notice_phone", "555-0143")]);
    approved(&desk);
    let kept = desk.home.cases().join(&desk.case).join(format!("files/{}.csv", sha256(FILE.as_bytes())));
    fs::remove_file(&kept).unwrap();
    fs::write(&kept, FILE.replace("Ann Example", "Bob Example")).unwrap();
    let why = export(&desk, &MERGE[..4]);
    assert!(why.code == 1 && why.out.is_empty() && why.err.contains("is not as it was"), "{why:?}");
}
