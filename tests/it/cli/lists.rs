//! Duties row by row and registers, through the program: flags, refusals, the plain walk, and what verify says.

use crate::support::program::Home;
use std::fs;

const PLAYBOOK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/lists/counties.toml");

#[test]
fn a_call_is_logged_for_a_row_by_its_name() {
    let (home, case) = Home::with_case_on(PLAYBOOK, &[]);
    home.record(&case, &["answer", "counties", "Boone County\nCole County"]);
    let refused = home.run(&["record", &case, "call", "sheriff", "reached"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("--for NAME") && refused.err.contains("Boone County"), "{}", refused.err);
    let refused = home.run(&["record", &case, "call", "sheriff", "reached", "--for", "Greene"]);
    assert!(refused.code == 1 && refused.err.contains("They are: Boone County; Cole County"), "{}", refused.err);
    home.record(&case, &["call", "sheriff", "reached", "--for", "boone county"]);
    let said = home.run(&["status", &case]);
    assert!(said.out.contains("Call: Sheriff") && said.out.contains(": Cole County"), "{}", said.out);
    home.record(&case, &["task", "advise", "not-needed", "No school is near", "--for", "Cole County"]);
    let targets: Vec<_> = home
        .log(&case)
        .into_iter()
        .filter_map(|entry| entry["fields"]["targets"][0].as_str().map(str::to_owned))
        .collect();
    assert_eq!(targets, ["Boone County", "Cole County"]);
}

#[test]
fn registers_are_added_to_struck_out_and_told() {
    let (home, case) = Home::with_case_on(PLAYBOOK, &[]);
    home.record(&case, &["count", "effort", "2h 30m", "Restoring mail", "--actor", "A. Ruiz"]);
    home.record(&case, &["count", "effort", "50min"]);
    home.record(&case, &["row", "people", "Ana Example", "residence=Ohio", "email=ana@example.org", "current=yes"]);
    let refused = home.run(&["record", &case, "count", "mails", "-3"]);
    assert!(refused.code == 1 && refused.err.contains("record CASE strike"), "{refused:?}");
    let status = home.run(&["status", &case, "--json"]);
    let status: serde_json::Value = serde_json::from_str(&status.out).unwrap();
    let effort = status["registers"].as_array().unwrap().iter().find(|row| row["id"] == "effort").unwrap().clone();
    assert_eq!((effort["total"].as_u64(), effort["says"].as_str()), (Some(12_000), Some("3 h 20 min")));
    let log = home.log(&case);
    let second = log.iter().rposition(|entry| entry["kind"] == "counted").unwrap();
    let name = log[second]["name"].as_str().unwrap();
    // A line of the log is no name: it moves when another laptop's journal arrives.
    let refused = home.refused(&case, &["strike", &(second + 1).to_string(), "--reason", "Counted twice"]);
    assert!(
        refused.contains("lines move") && refused.contains(&format!("is now {name} (Added: 50 min · Time")),
        "{refused}"
    );
    home.record(&case, &["strike", &name.to_uppercase(), "--reason", "Counted twice"]);
    let list = home.walk(&case, ":list\n").out;
    assert!(list.contains("Done: Time spent on responding (effort): 2 h 30 min"), "{list}");
    let log = home.run(&["log", &case]).out;
    assert!(log.contains("2 h 30 min; Restoring mail") && log.contains("Counted twice"), "{log}");
}

#[test]
fn a_file_is_imported_verified_and_missed() {
    let (home, case) = Home::with_case_on(PLAYBOOK, &[]);
    let file = home.path().join("members.csv");
    fs::write(&file, "Name,State of residence,Postal address\nAna,Ohio,1 Main St\nBo,Iowa,\n").unwrap();
    let ran = home.run(&["record", &case, "import", "people", "members.csv"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let log = home.run(&["log", &case]).out;
    assert!(
        log.contains("members.csv: 2 rows, 1 by letter, by e-mail: cannot say for 2, by none: cannot say for 1"),
        "{log}"
    );
    assert!(!log.contains("Bo,") && home.run(&["verify", &case]).code == 0);
    let kept = fs::read_dir(home.cases().join(&case).join("files")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(kept).unwrap();
    let verdict = home.run(&["verify", &case]);
    assert!(verdict.code == 4 && verdict.out.contains("Missing"), "{verdict:?}");
    fs::write(&file, "Name\nAna\n\"\n").unwrap();
    let refused = home.run(&["record", &case, "import", "effort", "members.csv"]);
    assert!(refused.code == 1 && refused.err.contains("not a list"), "{refused:?}");
}

#[test]
fn the_plain_walk_asks_for_whom_and_adds_to_registers() {
    let (home, case) = Home::with_case_on(PLAYBOOK, &[]);
    let file = home.path().join("members.csv");
    fs::write(&file, "name\nAna\nBo\n").unwrap();
    let script = format!(
        "Boone County\nCole County\n:go counties\n:text\nBoone County\nCole County\n.\n:go sheriff\n2\n1\n\n\n\n\n\
         :go sheriff\n\n3\n\n\n\n\n:for cole county\n:go advise\n:not-needed No school is near\n\
         :go mails\n14\nfrom parents\n:go people\n1\nCy\nOhio\n\n\n\n:go people\n2\n{}\n:go people\n:strike zz-99 because wrong\n",
        file.display()
    );
    let out = home.walk(&case, &script).out;
    assert!(out.contains("For whom? Empty is Boone County."), "{out}");
    assert!(out.contains("\nTo do: Boone County\nDone: Cole County: Sheriff\n"), "{out}");
    assert!(out.contains("Kept so far: 3 rows") && out.contains("There is no entry \"zz-99\""), "{out}");
    let log = home.log(&case);
    let found = |kind: &str, key: &str| -> Vec<String> {
        let entries = log.iter().filter(|entry| entry["kind"] == kind);
        entries.map(|entry| entry["fields"][key].as_str().unwrap_or("-").to_owned()).collect()
    };
    let named = |kind: &str| -> Vec<String> {
        let entries = log.iter().filter(|entry| entry["kind"] == kind);
        entries.map(|entry| entry["fields"]["targets"][0].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(named("called"), ["Cole County", "Boone County"]);
    assert_eq!(named("ruled_out"), ["Cole County"]);
    assert_eq!(found("counted", "what"), ["from parents"]);
    assert_eq!(found("rows_imported", "file"), ["members.csv"]);
    let added = log.iter().find(|entry| entry["kind"] == "row_added").unwrap();
    assert_eq!(added["fields"]["columns"], serde_json::json!(["name", "residence"]));
    assert_eq!(added["fields"]["cells"], serde_json::json!(["Cy", "Ohio"]));
}
