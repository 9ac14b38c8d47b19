//! The disk fails under the running program: it says so, keeps what was typed, and records it when the disk is back.

use crate::night::{CTRL_S, DOWN, ENTER, ESC, FIRST, Night, USUAL, count, entries, last_text};
use breachbook::store::{CaseFolder, verify};
use std::fs;
use std::path::Path;
use std::process::Command;

/// As wide as a form gets, so that nothing stands beside it.
const WIDE: (u16, u16) = (92, 30);

fn sound(case: &Path) {
    let verdict = verify(&CaseFolder::open(case).unwrap()).unwrap();
    assert!(verdict.sound, "{:#?}", verdict.lines);
}

/// What happens to the case while the program runs: away with the folder, and back with it.
struct Trouble {
    name: &'static str,
    strike: fn(&Path),
    heal: fn(&Path),
}

fn aside(case: &Path) -> std::path::PathBuf {
    case.with_extension("aside")
}

const TROUBLES: [Trouble; 2] = [
    Trouble {
        name: "a file stands where the journals were",
        strike: |case| {
            fs::rename(case.join("journals"), aside(case)).unwrap();
            fs::write(case.join("journals"), "in the way").unwrap();
        },
        heal: |case| {
            fs::remove_file(case.join("journals")).unwrap();
            fs::rename(aside(case), case.join("journals")).unwrap();
        },
    },
    Trouble {
        name: "the case folder is gone",
        strike: |case| fs::rename(case, aside(case)).unwrap(),
        heal: |case| fs::rename(aside(case), case).unwrap(),
    },
];

#[test]
fn a_folder_that_goes_away_is_told_and_the_same_form_records_when_it_is_back() {
    for Trouble { name, strike, heal } in TROUBLES {
        for recorded_before in [false, true] {
            let night = Night::new();
            let case = night.case();
            let mut terminal = night.guide(&case, WIDE);
            let mut next = 1;
            if recorded_before {
                terminal.keys("w").shows("▸ Note").keys("before").keys(CTRL_S).records(1);
                next = 2;
            }
            strike(&case);
            terminal.keys("w").shows("▸ Note").keys("Router unplugged at 02:13").keys(CTRL_S);
            terminal.shows("NOT RECORDED").shows("The folder is not there any more").shows("put the stick or");
            terminal.shows("Router unplugged at 02:13");
            terminal.records_not(next);
            heal(&case);
            terminal.keys(CTRL_S).records(next).hides("NOT RECORDED");
            assert_eq!(last_text(&case, "noted", "text").as_deref(), Some("Router unplugged at 02:13"), "{name}");
            assert_eq!(count(&case, "noted"), next, "{name}: it counts once");
            sound(&case);
        }
    }
}

#[test]
fn a_removed_case_never_acknowledges_and_the_end_of_the_program_says_so() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, WIDE);
    terminal.keys(DOWN).keys("u").keys(ENTER).records(1);
    fs::remove_dir_all(&case).unwrap();
    terminal.keys("u").keys(ENTER).shows("NOT RECORDED").records_not(2);
    terminal.keys(ESC).hides("NOT RECORDED").keys("q").shows("Leave breachbook").keys("2");
    assert_eq!(terminal.ends().exit_code(), 3);
    terminal.is_restored();
    let said = terminal.screen();
    assert!(said.contains("short seal") && said.contains("The end of this run is not recorded"), "{said}");
}

/// The program with no room for files of more than some blocks of 512 bytes.
fn limited(night: &Night, blocks: &str, arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new("sh");
    night.surround(&mut command).args(["-c", "unset LD_PRELOAD; ulimit -f \"$1\"; shift; exec \"$@\"", "sh", blocks]);
    command.arg(env!("CARGO_BIN_EXE_breachbook")).args(arguments).output().unwrap()
}

#[test]
fn a_full_disk_on_the_command_line_is_exit_code_3_and_a_plain_sentence() {
    let night = Night::new();
    let case = night.case();
    let before = entries(&case).len();
    let name = case.to_str().unwrap();
    let run = limited(&night, "0", &["record", name, "note", "No room for this"]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("Not recorded: the disk is full") && said.contains("free some space"), "{said}");
    assert_eq!(entries(&case).len(), before);
    night.fine(&["record", name, "note", "Now there is"]);
    assert_eq!(last_text(&case, "noted", "text").as_deref(), Some("Now there is"));
    sound(&case);
}

#[test]
fn a_case_without_its_journals_is_exit_code_3_for_whoever_wants_to_record() {
    let night = Night::new();
    let case = night.case();
    let name = case.to_str().unwrap();
    (TROUBLES[0].strike)(&case);
    let run = night.run(&["record", name, "note", "Nowhere to go"]);
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("journals") && !said.contains("os error 0"), "{said}");
    (TROUBLES[0].heal)(&case);
    night.fine(&["record", name, "note", "Back again"]);
    sound(&case);
}

#[test]
fn home_and_guide_stay_usable_while_the_folder_is_gone() {
    let night = Night::new();
    let case = night.case();
    let mut terminal = night.guide(&case, USUAL);
    (TROUBLES[1].strike)(&case);
    terminal.shows(FIRST).shows("could not be read again").keys("g").keys("h").shows("Something happened");
    terminal.keys(ESC).shows(FIRST);
    (TROUBLES[1].heal)(&case);
    terminal.keys(DOWN).keys("u").keys(ENTER).records(1);
}
