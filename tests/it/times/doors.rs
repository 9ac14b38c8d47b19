//! The same forms through every door: the screen, the plain walk and the command line of the real program.

use super::zones::zone;
use crate::support::program::{Home, Ran};
use crate::support::stage::Stage;
use breachbook::base::{EventTime, FixedClock, Now, Stamp};
use breachbook::journal::Mode;
use breachbook::judge::assess;
use breachbook::playbook::load;
use breachbook::session::{NewSession, PlaybookFiles, Session};
use std::process::Command;

/// The rule of New York, written so that no zone file is needed.
const NEW_YORK: &str = "EST5EDT,M3.2.0,M11.1.0";

/// When it is, what is typed, what is stored, and what is shown of it; or, after "!", how it is refused.
const ROWS: [(&str, &str, &str, &str); 16] = [
    (NOON, "2024-06-28 7:09 AM Eastern", "2024-06-28T07:09:00.000-04:00", "28 Jun 2024 07:09"),
    (NOON, "2025-04-14 16:37 UTC", "2025-04-14T16:37:00.000Z", "14 Apr 2025 12:37 (16:37 UTC)"),
    (NOON, "2024-05-10 14:33:12 -0400", "2024-05-10T14:33:12.000-04:00", "10 May 2024 14:33"),
    (NOON, "2024-06-21", "2024-06-21T00:00:00.000-04:00 to 2024-06-21T23:59:59.999-04:00", "21 Jun 2024"),
    (NOON, "Nov 28 09:00:01", "2026-11-28T09:00:01.000-05:00", "28 Nov 09:00"),
    (NOON, "11/28/2026 9:00 AM", "2026-11-28T09:00:00.000-05:00", "28 Nov 09:00"),
    (NOON, "Yesterday 23:40", "2026-11-27T23:40:00.000-05:00", "27 Nov 23:40"),
    (NOON, "0200", "2026-11-28T02:00:00.000-05:00", "28 Nov 02:00"),
    (NOON, "15 Jun 2017", "2017-06-15T00:00:00.000-04:00 to 2017-06-15T23:59:59.999-04:00", "15 Jun 2017"),
    (NOON, "in 2017", "2017-01-01T00:00:00.000-05:00 to 2017-12-31T23:59:59.999-05:00", "in 2017"),
    (NOON, "30 Nov 09:00", "!", "30 Nov 2026 has not come yet, and 30 Nov 2025 is more than half a year ago."),
    (NOON, "11/10/2026", "!", "10 November or 11 October?"),
    (NOON, "09:00 IST", "!", "India +05:30, Ireland +01:00, Israel +02:00?"),
    (
        BACK,
        "01:50",
        "2026-11-01T01:50:00.000-04:00",
        "1 Nov 01:50 EDT. 01:50 came twice on 1 Nov; this is 01:50 EDT, the first. For the other write 1 Nov 01:50 EST.",
    ),
    (FORWARD, "02:30", "!", "02:30 did not exist on 8 Mar: from 02:00 clocks went to 03:00."),
    (FORWARD, "01:50", "2026-03-08T01:50:00.000-05:00", "8 Mar 01:50"),
];

const NOON: &str = "2026-11-28T12:00:00-05:00";
/// After the clocks went back.
const BACK: &str = "2026-11-01T01:10:00-05:00";
/// After the clocks went forward.
const FORWARD: &str = "2026-03-08T03:40:00-04:00";

fn stamp(text: &str) -> Stamp {
    Stamp::parse(text).unwrap()
}

/// Sets the clock of a program that is started; `None` where libfaketime is not installed.
fn at<'c>(command: &'c mut Command, moment: &str) -> Option<&'c mut Command> {
    let folders =
        ["/usr/lib", "/usr/lib/x86_64-linux-gnu/faketime", "/usr/lib/aarch64-linux-gnu/faketime", "/usr/lib/faketime"];
    let library = folders.iter().map(|folder| format!("{folder}/libfaketime.so.1"));
    let library = library.into_iter().find(|path| std::path::Path::new(path).exists())?;
    command.env("LD_PRELOAD", library).env("TZ", NEW_YORK).env("NO_FAKE_STAT", "1");
    command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("FAKETIME_FMT", "%s");
    Some(command.env("FAKETIME", stamp(moment).instant().timestamp().to_string()))
}

#[expect(clippy::print_stderr, reason = "a test that could not try everything says so")]
fn not_tried(moment: &str) {
    eprintln!("libfaketime is not installed: the real program was not tried at {moment}");
}

/// What the program did at that moment in New York. Where its clock cannot be set, the test says so and ends.
fn run(home: &Home, moment: &str, args: &[&str], input: &str) -> Option<Ran> {
    use std::io::Write as _;
    let mut command = home.command(args);
    let Some(command) = at(&mut command, moment) else {
        not_tried(moment);
        return None;
    };
    let mut child = command.stdin(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    Some(crate::support::program::ran(child.wait_with_output().unwrap()))
}

/// The event times that a case holds, in the order of the log.
fn happened(home: &Home, case: &str) -> Vec<String> {
    home.log(case).iter().filter_map(|entry| Some(entry["happened"].as_str()?.to_owned())).collect()
}

#[test]
fn every_form_is_read_and_echoed_on_the_screen() {
    for (moment, typed, stored, shown) in ROWS {
        let mut stage = Stage::in_zone(stamp(moment), zone(NEW_YORK)).starts("msu").at(120, 40);
        stage = stage.keys(&format!("w \"Seen\" <tab> <tab> \"{typed}\""));
        if stored == "!" {
            stage.shows(shown).keys("<ctrl-s>").shows("Not recorded");
            continue;
        }
        stage = stage.shows("Understood: ");
        for sentence in shown.split_inclusive(". ") {
            stage = stage.shows(sentence);
        }
        stage = stage.keys("<ctrl-s>");
        let case = stage.app.case().unwrap();
        let recorded = case.state().log.iter().rev().find_map(|row| row.recorded.who.happened);
        assert_eq!(recorded.map(EventTime::to_text).as_deref(), Some(stored), "{typed}:\n{}", stage.text());
    }
}

#[test]
fn every_form_is_read_and_echoed_by_the_command_line() {
    let home = Home::new();
    let case = home.start_on("msu", &["--title", "A night"]);
    let mut expected = Vec::new();
    for (moment, typed, stored, shown) in ROWS {
        let Some(ran) = run(&home, moment, &["record", &case, "note", "Seen", "--at", typed], "") else {
            return;
        };
        if stored == "!" {
            assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{typed}: {ran:?}");
            assert!(ran.err.contains(shown), "{typed}: {ran:?}");
        } else {
            assert_eq!(ran.code, 0, "{typed}: {ran:?}");
            assert!(ran.out.contains(&format!("Happened: {shown}")), "{typed}: {ran:?}");
            expected.push(stored);
        }
    }
    let mut found = happened(&home, &case);
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn every_form_is_read_and_echoed_by_the_plain_walk() {
    for moment in [NOON, BACK, FORWARD] {
        let home = Home::new();
        let case = home.start_on("msu", &["--title", "A night"]);
        let rows: Vec<_> = ROWS.iter().filter(|row| row.0 == moment).collect();
        let lines: Vec<_> = rows.iter().map(|row| format!(":at {}\n:note Seen\n", row.1)).collect();
        let Some(ran) = run(&home, moment, &["walk", &case, "--plain"], &lines.concat()) else { return };
        for (_, typed, stored, shown) in &rows {
            let shown = if *stored == "!" { (*shown).to_owned() } else { format!("Happened: {shown}") };
            assert!(ran.out.contains(&shown), "{typed}: {ran:?}");
        }
        let expected: Vec<_> = rows.iter().map(|row| row.2).filter(|stored| *stored != "!").collect();
        assert_eq!(happened(&home, &case), expected, "{ran:?}");
    }
}

#[test]
fn a_log_of_another_zone_is_shown_by_the_readers_clock_with_both_and_in_utc_for_a_spreadsheet() {
    let home = Home::new();
    let case = home.start_on("msu", &["--title", "A night"]);
    let note = ["record", &case, "note", "Seen", "--at", "2026-11-28 16:37 UTC"];
    let Some(ran) = run(&home, NOON, &note, "") else { return };
    assert_eq!(ran.code, 0, "{ran:?}");
    let log = run(&home, NOON, &["log", &case], "").unwrap();
    assert!(log.out.contains("28 Nov 12:00  Note: Seen"), "{log:?}");
    assert!(log.out.contains("(happened 28 Nov 11:37 (16:37 UTC)"), "{log:?}");
    let csv = run(&home, NOON, &["log", &case, "--csv"], "").unwrap();
    assert!(csv.out.starts_with("mode,number,recorded,recorded_utc,happened,happened_utc,"), "{csv:?}");
    let row =
        "2026-11-28T12:00:00.000-05:00,2026-11-28T17:00:00.000Z,2026-11-28T16:37:00.000Z,2026-11-28T16:37:00.000Z,";
    assert!(csv.out.contains(row), "{csv:?}");
    // The mark of UTF-8 stands there where it is asked for, and only there.
    let marked = run(&home, NOON, &["log", &case, "--csv", "--bom"], "").unwrap();
    assert_eq!(marked.out.strip_prefix('\u{feff}'), Some(csv.out.as_str()));
    assert_eq!(run(&home, NOON, &["log", &case, "--bom"], "").unwrap().code, 2);
}

#[test]
fn a_watch_that_was_compared_in_another_zone_is_shown_by_the_readers_clock_with_both() {
    let home = Home::new();
    let case = home.start_on("msu", &["--title", "A night"]);
    let run = |zone: &str, args: &[&str]| {
        let ran = crate::support::program::ran(home.command(args).env("TZ", zone).output().unwrap());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    };
    run("UTC0", &["record", &case, "time-check", "12:00"]);
    let here = run("UTC0", &["log", &case]);
    assert!(here.contains("12:00 +00:00"), "{here}");
    let elsewhere = run("<+01>-1", &["log", &case]);
    assert!(elsewhere.contains("13:00 (12:00 UTC)"), "{elsewhere}");
    assert!(!elsewhere.contains("12:00 +00:00"), "{elsewhere}");
}

#[test]
fn an_odd_zone_is_utc_and_is_said() {
    let home = Home::new();
    let case = home.start_on("msu", &["--title", "A night"]);
    for zone in
        ["Nowhere/Nothing", "/dev/zero", ":/proc/self/mem", "", ":", "EST5EDT,0/0,J365/25", "\u{7}", "../../etc/passwd"]
    {
        let mut command = home.command(&["record", &case, "note", "Seen", "--at", "about 02:30"]);
        let ran = crate::support::program::ran(command.env("TZ", zone).output().unwrap());
        assert_eq!(ran.code, 0, "{zone:?}: {ran:?}");
        let said = ran.err.contains("which is no time zone on this computer: times are read and shown in UTC.");
        assert_eq!(said, !["", ":"].contains(&zone), "{zone:?}: {ran:?}");
    }
}

#[test]
fn a_limit_over_the_night_of_change_ends_by_the_clocks_of_its_last_day() {
    let text = include_str!("../support/every_kind.toml");
    let loaded = load(&[breachbook::source::Source::new("every_kind.toml", text)]);
    let playbook = PlaybookFiles {
        playbook: loaded.playbook.unwrap(),
        files: vec![("every_kind.toml".into(), text.as_bytes().into())],
    };
    let home = tempfile::tempdir().unwrap();
    let new = NewSession { playbook, title: "A night", person: "R. Okafor", mode: Mode::Live };
    let opened = FixedClock::in_zone(stamp("2026-10-29T20:00:00-04:00"), zone(NEW_YORK));
    let session = Session::start(home.path(), new, Box::new(opened)).unwrap();
    let now = Now::new(stamp("2026-11-01T19:10:00-05:00"), zone(NEW_YORK));
    let picture = assess(session.playbook(), session.state(), now);
    let clock = &picture.clocks[0];
    assert_eq!(clock.due.unwrap().short_in(now), "1 Nov 19:00", "72 hours, one of which came twice");
    assert_eq!(clock.elapsed_s, Some(72 * 3600 + 600), "10 minutes late");
}
