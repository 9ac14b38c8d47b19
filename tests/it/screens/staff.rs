//! The page for staff through every door: what its commands record, the keys and the line-by-line questions record too, and the
//! printed lists are the same text.

use crate::support::masked::masked;
use crate::support::program::Home;
use crate::support::stage::Stage;
use std::fs;
use std::path::Path;

/// As a case is called that is begun on the stage.
const TITLE: &str = "Data breach response, 22 Nov 02:13";

/// The commands of the page that add something, in their order; each names its own time.
fn commands() -> Vec<Vec<String>> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/staff.md")).unwrap();
    let typed = page.lines().filter_map(|line| line.strip_prefix("breachbook record CASE "));
    let adds = typed.filter(|line| ["row", "count"].iter().any(|verb| line.starts_with(verb)));
    adds.filter(|line| !line.contains("--from-paper")).map(|line| shlex::split(line).unwrap()).collect()
}

/// What is printed of the only case in a folder, without what differs from run to run.
fn printed(cases: &Path, home: &Home) -> String {
    let case = fs::read_dir(cases).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let lists = ["action-record", "list:evidence", "list:custody", "list:effort", "list:cost", "list:messages"];
    let page = |what: &str| {
        let cases = cases.to_str().unwrap();
        let ran = home.run(&["export", &case, "--cases", cases, "--what", what, "--as", "md", "--out", "-"]);
        assert_eq!(ran.code, 0, "{what}: {}", ran.err);
        ran.out.replace(&case, "<case>")
    };
    // A time under another offset than that of the page shows both.
    let text = masked(&lists.map(page).join("\n"));
    let text = [" (-<time>)", " (+<time>)", " (<time>)"].iter().fold(text, |text, other| text.replace(other, ""));
    // The runs and their seals are one for each command and one for a whole evening at the keyboard.
    let is_seal = |line: &str| line.len() == 64 && line.bytes().all(|sign| sign.is_ascii_hexdigit());
    let differs =
        |line: &str| line.is_empty() || is_seal(line) || ["Run ", "as of "].iter().any(|word| line.starts_with(word));
    text.lines().filter(|line| !differs(line)).map(|line| format!("{line}\n")).collect::<Vec<_>>().concat()
}

/// Eleven entries by the commands of the page, with a file to the first piece of evidence.
fn by_arguments(file: &str) -> String {
    let home = Home::new();
    let case = home.start_on("trinity", &["--by", "Jo Park", "--title", TITLE]);
    for mut typed in commands() {
        if typed.iter().any(|word| word.starts_with("The e-mail as sent")) {
            typed.push(format!("file={file}"));
        }
        let typed: Vec<_> = ["record", &case].into_iter().chain(typed.iter().map(String::as_str)).collect();
        let ran = crate::support::program::ran(home.command(&typed).env("BREACHBOOK_BY", "Jo Park").output().unwrap());
        assert_eq!(ran.code, 0, "{typed:?}: {}", ran.err);
    }
    printed(&home.cases(), &home)
}

fn by_keys(file: &str) -> String {
    let action = |name: &str, when: &str, result: &str| {
        format!(r#""{name}" <enter> "{when}" <enter> <enter> "{result}" <enter> <enter> "#)
    };
    let stage = Stage::home().begins("trinity").keys(r#""Jo Park" <enter>"#).keys("+ 1");
    let stage = stage
        .keys(&action("Recalled the e-mail", "50m ago", "Recall failed"))
        .keys(&action("Asked the parent to delete the e-mail", "40m ago", "Promised by telephone"))
        .keys(&action("Changed the password of the shared mailbox", "30m ago", ""))
        .keys(&action("Listed who could read the mailbox", "20m ago", "Four people"));
    // One is still to be done: it is nobody's yet, and due, which stands among what is seldom wanted.
    let stage = stage
        .keys(r#""Check the mail log for other recipients" <enter> <enter> <ctrl-u> <tab> <tab> "1 Dec 2099" <enter>"#)
        .keys("<enter> 1 <enter>")
        .shows("A-5")
        .keys("<enter>");
    let evidence = |name: &str, kind: &str, form: &str, file: &str, when: &str| {
        let file = if file.is_empty() { String::new() } else { format!("\"{file}\"") };
        format!(r#""{name}" <enter> {kind} {form} {file} <enter> <enter> "{when}" <enter> "Safe, room 12" <enter> "#)
    };
    let stage = stage.keys("+ 2").keys(&evidence("The e-mail as sent, on a stick", "6", "2", file, "35m ago"));
    let stage = stage.shows("write E-1 on the bag").keys(&evidence("Page from the mail log", "9", "1", "", "25m ago"));
    let stage = stage.shows("write E-2 on the bag").keys("<enter>").keys(
        r#"+ 3 "To the Privacy Officer" <enter> 1 "10m ago" <enter> "Jo Park" <enter> "Robin Vale" <enter>
        "Desk of the Privacy Officer" <enter> <enter>"#,
    );
    let stage = stage
        .keys(r#"+ 4 "2h" <enter> "Recalling, calling, listing" <enter> <enter> 1 <enter> <enter>"#)
        .keys(r#"+ 5 "120.00" <enter> "Courier" <enter> 4 <enter> <enter>"#)
        .keys(r#"+ 6 "Please delete the e-mail" <enter> 1 "38m ago" <enter> 2 "Jo Park" <enter> "The parent" <enter>"#)
        .keys("<enter> <enter>");
    printed(&stage.library().join("cases"), &Home::new())
}

/// The same at the prompts of the walk. What is filled in already is not asked.
fn line_by_line(file: &str) -> String {
    let home = Home::new();
    let case = home.start_on("trinity", &["--by", "Jo Park", "--title", TITLE]);
    let asked = [
        ":add 1\nRecalled the e-mail\n50m ago\nRecall failed\n",
        ":add 1\nAsked the parent to delete the e-mail\n40m ago\nPromised by telephone\n",
        ":add 1\nChanged the password of the shared mailbox\n30m ago\n\n",
        ":add 1\nListed who could read the mailbox\n20m ago\nFour people\n",
        ":record row actions \"Check the mail log for other recipients\" state=open due=\"1 Dec 2099\"\n",
        ":add 2\nThe e-mail as sent, on a stick\n6\n2\nFILE\n35m ago\nSafe, room 12\n",
        ":add 2\nPage from the mail log\n9\n1\n\n25m ago\nSafe, room 12\n",
        ":add 3\nTo the Privacy Officer\n1\n10m ago\nJo Park\nRobin Vale\nDesk of the Privacy Officer\n",
        ":add 4\n2h\nRecalling, calling, listing\n1\n",
        ":add 5\n120.00\nCourier\n4\n",
        ":add 6\nPlease delete the e-mail\n1\n38m ago\n2\nJo Park\nThe parent\n\n",
        ":list\n",
    ];
    let lines = asked.concat().replace("FILE", file);
    let ran = home.walk_as("Jo Park", &case, &lines);
    assert_eq!(ran.receipts().len(), 11, "{}", ran.out);
    assert!(ran.out.contains("write E-2 on the bag"), "{}", ran.out);
    assert!(ran.out.contains("Evidence (evidence): 2 rows"), "{}", ran.out);
    printed(&home.cases(), &home)
}

#[test]
fn the_same_is_recorded_by_keys_line_by_line_and_by_arguments() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("sent.eml");
    fs::write(&file, "Subject: Example\n").unwrap();
    let file = file.to_str().unwrap();
    let wanted = by_arguments(file);
    for (door, found) in [("keys", by_keys(file)), ("walk", line_by_line(file))] {
        let differs = wanted.lines().zip(found.lines()).find(|(wanted, found)| wanted != found);
        assert_eq!(differs, None, "{door}");
        assert_eq!(wanted.lines().count(), found.lines().count(), "{door}");
    }
}
