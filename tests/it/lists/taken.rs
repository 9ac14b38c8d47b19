//! Lists as other programs export them, and as they arrive broken: each is taken in right, or asked about, through the command line and the
//! walk.

use crate::support::program::{Home, of};
use std::fs;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/lists/taken");

fn case() -> (Home, String) {
    Home::with_case_on(&format!("{FOLDER}/people.toml"), &[])
}

fn file(name: &str) -> String {
    format!("{FOLDER}/{name}")
}

/// A file, what is given with it, what the preview says, and what is kept then.
const TAKEN: [(&str, &[&str], &[&str], &str); 17] = [
    (
        "doubles_inside.csv",
        &["--doubles", "once"],
        &["Read: name from \"Name\"; residence from \"State of residence\"", "3 rows were there before"],
        "3 rows; 3 by letter, 3 by e-mail, 0 by none",
    ),
    ("doubles_inside.csv", &["--doubles", "all"], &["every row counts"], "6 rows; 6 by letter, 6 by e-mail, 0 by none"),
    (
        "sep_line.csv",
        &[],
        &["UTF-8, \";\", headings in line 2 (line 1 says the separator and is left out)", "Ohio 3, Québec 1"],
        "4 rows; 3 by letter, 3 by e-mail, 0 by none",
    ),
    (
        "title_line.csv",
        &[],
        &["headings in line 3", "Passed over: line 1 \"Affected members as of 28/11/2026;;;\"", "Ohio 3"],
        "4 rows; 3 by letter, 3 by e-mail, 0 by none",
    ),
    (
        "semicolon_windows1252.csv",
        &[],
        &["Windows-1252", "See whether this is right: line 2 \"Renée Example;Québec", "José Núñez", "Québec 1"],
        "4 rows; 3 by letter, 3 by e-mail, 0 by none",
    ),
    (
        "registrar.csv",
        &["--without", "SSN"],
        &[
            "name from \"FIRST_NAME\" + \"MIDDLE_NAME\" + \"LAST_NAME\" + \"SUFFIX\"",
            "address from \"Mailing Street\" + \"City\" + \"State\" + \"ZIP\"",
            "residence from \"State\"",
            "Not read: \"STUDENT_ID\", \"SSN\" (left out of the copy)",
        ],
        "3 rows; 2 by letter, 2 by e-mail, 1 by none",
    ),
    (
        "unicode_text.txt",
        &[],
        &["UTF-16LE, tabs", "Not in the file: Postal address, Telephone", "By letter: cannot say", "not known 1"],
        "2 rows; by letter: cannot say for 2, 1 by e-mail, by none: cannot say for 1",
    ),
    (
        "big_endian.csv",
        &[],
        &["UTF-16BE"],
        "1 row; by letter: cannot say for 1, by e-mail: cannot say for 1, by none: cannot say for 1",
    ),
    (
        "old_mac.txt",
        &[],
        &["\"|\"", "Ohio 1"],
        "2 rows; by letter: cannot say for 2, 1 by e-mail, by none: cannot say for 1",
    ),
    (
        "german.csv",
        &["--map", "Nachname=last", "--map", "Vorname=first", "--map", "Bundesland=residence"],
        &["name from \"Vorname\" + \"Nachname\"", "Hessen 2"],
        "2 rows; by letter: cannot say for 2, 2 by e-mail, by none: 0",
    ),
    (
        "printed_pages.csv",
        &[],
        &["headings in line 3", "line 5: the headings once more", "line 7: a sum, not a row"],
        "2 rows; by letter: cannot say for 2, 1 by e-mail, by none: cannot say for 1; 2 rows of files do not count",
    ),
    (
        "unclosed_quote.csv",
        &[],
        &["line 3: a quotation mark is not closed"],
        "3 rows; by letter: cannot say for 3, 3 by e-mail, 0 by none; 1 row of a file does not count",
    ),
    ("careless_quotes.csv", &[], &["\";\""], "2 rows; 2 by letter, by e-mail: cannot say for 2, 0 by none"),
    (
        "two_emails.csv",
        &["--map", "Home e-mail=email"],
        &["email from \"Home e-mail\"", "Not read: \"Work e-mail\""],
        "2 rows; by letter: cannot say for 2, 2 by e-mail, 0 by none",
    ),
    ("padded.csv", &[], &["Adds: 2 rows"], "2 rows; by letter: cannot say for 2, 2 by e-mail, 0 by none"),
    (
        "spreadsheet_texts.csv",
        &[],
        &["line 3: a cell that cannot be used (Telephone: 5.73556E+09)", "1 row has something in the e-mail column"],
        "2 rows; by letter: cannot say for 2, 1 by e-mail, by none: cannot say for 1; 1 row of a file does not count",
    ),
    (
        "spanish.csv",
        &["--map", "Nombre completo=name", "--map", "Correo electrónico=email", "--map", "3=residence"],
        &["residence from \"Estado\""],
        "1 row; by letter: cannot say for 1, 1 by e-mail, 0 by none",
    ),
];

#[test]
fn every_file_is_taken_in_as_it_was_meant_and_the_preview_says_how() {
    for (name, more, says, kept) in TAKEN {
        let (home, case) = case();
        let path = file(name);
        let ran = home.record(&case, &[&["import", "people", &path][..], more].concat());
        for said in says {
            assert!(ran.out.contains(said), "{name}: {said}\n{}", ran.out);
        }
        let status = home.status(&case);
        let kept = kept.replace("by none: 0", "0 by none");
        assert_eq!(of(&status, "registers", "people")["says"], kept.as_str(), "{name}");
        assert_eq!(home.run(&["verify", &case]).code, 0, "{name}");
        let again = home.refused(&case, &[&["import", "people", &path][..], more].concat());
        assert!(again.contains("This very file is in the list already"), "{name}: {again}");
        let log = home.run(&["log", &case]).out;
        assert!(!log.contains("Example;") && !log.contains("José"), "no name stands in the log: {log}");
    }
}

#[test]
fn what_a_file_does_not_say_is_asked_with_the_options_that_answer() {
    for (name, more, says) in [
        ("doubles_inside.csv", &[][..], &["3 rows inside the file", "--doubles once   or: --doubles all"][..]),
        (
            "german.csv",
            &[],
            &["Which line holds the headings?", "line 1: Nachname;Vorname", "--map \"Their heading=name\""],
        ),
        ("german.csv", &["--map", "Bundesland=residence"], &["Which heading is the name?", "--map 'Nachname=name'"]),
        (
            "two_emails.csv",
            &[],
            &["Which heading is the e-mail?", "--map 'Work e-mail=email'   or: --map 'Home e-mail=email'"],
        ),
        ("spanish.csv", &[], &["line 1: Nombre completo"]),
        ("last_first_broken.csv", &[], &["The file has no row that counts. Line 2: too few cells (4 of 5)."]),
        ("not_a_list.xlsx", &[], &["This is not a list", "It begins: PK"]),
        ("registrar.csv", &["--without", "Email(s)"], &["is read as email, so it cannot be left out"]),
        ("registrar.csv", &["--map", "Nobody=name"], &["The file has no heading \"Nobody\"", "LAST_NAME"]),
        (
            "registrar.csv",
            &["--map", "SSN=shoe"],
            &["The list has no column \"shoe\"", "first, middle, last and suffix"],
        ),
    ] {
        let (home, case) = case();
        let path = file(name);
        let ran = home.run(&[&["record", &case, "import", "people", &path][..], more].concat());
        assert_eq!(ran.code, 1, "{name}: {ran:?}");
        let all = format!("{}{}", ran.out, ran.err);
        for said in says {
            assert!(all.contains(said), "{name}: {said}\n{all}");
        }
        assert!(home.log(&case).iter().all(|entry| entry["kind"] != "rows_imported"), "{name}");
        let kept = home.cases().join(&case).join("files");
        assert!(!kept.exists() || fs::read_dir(kept).unwrap().next().is_none(), "{name}: nothing is left behind");
    }
}

#[test]
fn the_walk_says_what_is_in_a_file_and_asks_what_it_does_not_say() {
    let (home, case) = case();
    let path = file("doubles_inside.csv");
    let out = home.walk(&case, &format!(":go people\n2\n{path}\n1\n")).out;
    assert!(
        out.contains("Does each person count once, or every row?") && out.contains("Each person counts once"),
        "{out}"
    );
    assert_eq!(of(&home.status(&case), "registers", "people")["says"], "3 rows; 3 by letter, 3 by e-mail, 0 by none");
    let (home, case) = self::case();
    let path = file("two_emails.csv");
    let out = home.walk(&case, &format!(":go people\n2\n{path}\nHome e-mail=email\n")).out;
    assert!(out.contains("It can be: \"Work e-mail\", \"Home e-mail\""), "{out}");
    assert_eq!(of(&home.status(&case), "registers", "people")["total"], 2);
}

#[test]
fn six_hundred_rows_without_an_address_are_never_reached_by_none() {
    let (home, case) = case();
    let rows = (0..600).map(|n| format!("Person {n},Ohio\n")).collect::<Vec<_>>().concat();
    let path = home.path().join("no_address.csv");
    fs::write(&path, format!("name,residence\n{rows}")).unwrap();
    home.record(&case, &["import", "people", "no_address.csv"]);
    let status = of(&home.status(&case), "registers", "people");
    let says = "600 rows; by letter: cannot say for 600, by e-mail: cannot say for 600, by none: cannot say for 600";
    assert_eq!((&status["says"], &status["no_method"], &status["not_said"]), (&says.into(), &0.into(), &600.into()));
    assert_eq!(status["methods"][0]["cannot_say"], 600);
    assert_eq!(status["files"][0]["lacks"], serde_json::json!(["email", "address", "phone"]));
}

#[test]
fn who_was_in_an_earlier_list_is_asked_about_and_a_copy_without_secrets_still_tells_them() {
    let (home, case) = case();
    let path = file("registrar.csv");
    let receipt = home.record(&case, &["import", "people", &path, "--without", "ssn"]);
    assert!(receipt.out.contains("not in the copy: ssn"), "{}", receipt.out);
    let folder = home.cases().join(&case).join("files");
    let kept = fs::read_to_string(fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path()).unwrap();
    assert!(!kept.contains("SSN") && !kept.contains("000-00") && kept.contains("Bo,K.,Jr.,2 Side St"), "{kept}");
    let entry = home.log(&case).into_iter().find(|entry| entry["kind"] == "rows_imported").unwrap();
    let fields = &entry["fields"];
    assert_eq!(fields["without"], serde_json::json!(["ssn"]));
    assert_ne!(fields["digest"], fields["given_digest"]);
    let second = home.path().join("second.csv");
    fs::write(&second, "name,e-mail\n\"Example, Ann\",ANN@example.org\nNew Person,new@example.org\n").unwrap();
    let ran = home.run(&["record", &case, "import", "people", "second.csv"]);
    assert!(ran.code == 1 && ran.out.contains("1 row in earlier lists"), "{ran:?}");
    home.record(&case, &["import", "people", "second.csv", "--doubles", "once"]);
    assert_eq!(of(&home.status(&case), "registers", "people")["total"], 4);
}

#[test]
fn a_list_of_other_things_takes_its_rows_as_entries_and_keeps_no_file() {
    let (home, case) = case();
    let path = home.path().join("suppliers.csv");
    fs::write(
        &path,
        "Name;Whom to ask;Told\nExample Mail;A. Ruiz;yes\nExample Host;;perhaps\nExample Print;B. Cole;\n",
    )
    .unwrap();
    let ran = home.record(&case, &["import", "suppliers", "suppliers.csv", "--bad", "bad.txt"]);
    assert!(
        ran.out.contains("each becomes an entry") && ran.out.contains("line 3: a cell that cannot be used"),
        "{}",
        ran.out
    );
    let bad = fs::read_to_string(home.path().join("bad.txt")).unwrap();
    assert!(bad.starts_with("line 3: bad-cell") && bad.contains("\r\nExample Host;;perhaps\r\n"), "{bad}");
    let added: Vec<_> = home.log(&case).into_iter().filter(|entry| entry["kind"] == "row_added").collect();
    assert_eq!(added.len(), 2);
    assert_eq!(added[0]["fields"]["cells"], serde_json::json!(["Example Mail", "A. Ruiz", "yes"]));
    assert!(!home.cases().join(&case).join("files").exists());
    let again = home.refused(&case, &["import", "suppliers", "suppliers.csv", "--bad", "bad.txt"]);
    assert!(again.contains("something is there already"), "{again}");
}

#[test]
fn what_stands_in_a_file_acts_on_nothing() {
    let (home, case) = case();
    let path = file("hostile.csv");
    let ran = home.record(&case, &["import", "people", &path]);
    assert!(!ran.out.contains(['\u{202e}', '\u{7}', '\u{1b}']), "{:?}", ran.out);
    assert_eq!(of(&home.status(&case), "registers", "people")["total"], 2);
    let mixed = home.record(&case, &["import", "people", &file("mixed.csv")]);
    assert!(mixed.out.contains("Some letters are written in UTF-8 and others are not"), "{}", mixed.out);
}
