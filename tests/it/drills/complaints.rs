//! What facilitators complain of in other tools, each by name.

use super::table::Table;
use super::worked::SCRIPT;
use crate::support::program::Home;
use breachbook::drill::plan::Stands;
use breachbook::session::drill::{OnTheSpot, Which};

/// A pause was added to "send now", so that an inject came half an hour late.
#[test]
fn release_in_a_pause() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    table.lead("10:12:00").pause(None).unwrap();
    table.lead("10:42:00").send("1").unwrap();
    let last = table.told().pop().unwrap();
    assert_eq!(last, "released Fri 15:42:00 12:00", "at once, with the standing time");
    assert!(table.lead("10:42:01").plan().slot("1").unwrap().sent.is_some());
}

/// "Send now" did nothing before the exercise ran.
#[test]
fn release_before_the_start() {
    let mut table = Table::worked();
    table.lead("09:58:00").send("2").unwrap();
    assert_eq!(table.lead("09:58:01").plan().slot("2").unwrap().stands, Stands::Sent);
    table.lead("10:00:00").start().unwrap();
    assert_eq!(table.told()[0], "released Fri 15:30:00 0:00", "it stands at the start");
    let held = table.lead("10:00:30");
    held.hold("1", Some("not yet")).unwrap();
    held.send("1").unwrap();
    assert_eq!(table.lead("10:00:31").plan().slot("1").unwrap().stands, Stands::Sent, "a hold holds nothing up");
}

/// There was no way to shift a whole exercise.
#[test]
fn shift_everything() {
    let text = SCRIPT.replace("at = 12", "at = 12\nnotes = \"Mind the time\"");
    let mut table = Table::on(&text);
    table.lead("10:00:00").start().unwrap();
    let due = |table: &mut Table, clock: &str| {
        let conduct = table.lead(clock);
        let plan = conduct.plan();
        let minutes = |number: &str| plan.slot(number).unwrap().due_ms.map(|ms| ms / 60_000);
        (minutes("1"), minutes("2"))
    };
    assert_eq!(due(&mut table, "10:00:01"), (Some(0), Some(12)));
    table.lead("10:00:02").later(Which::AllLeft, 10, Some("The projector failed")).unwrap();
    assert_eq!(due(&mut table, "10:00:03"), (Some(10), Some(22)), "all that are left");
    table.lead("10:00:04").send("1").unwrap();
    table.lead("10:00:05").later(Which::One("2"), -4, None).unwrap();
    table.lead("10:00:06").later(Which::AllLeft, 2, None).unwrap();
    assert_eq!(due(&mut table, "10:00:07").1, Some(20), "what was sent stays, what was moved before is moved on");
    let plan = table.lead("10:19:59").plan().slot("2").unwrap().stands;
    assert_eq!(plan, Stands::Next);
    assert_eq!(table.lead("10:20:00").plan().slot("2").unwrap().stands, Stands::Due);
    table.kill();
    assert_eq!(due(&mut table, "10:20:01").1, Some(20), "a console that comes back knows it");
}

/// The journal of an exercise could not be taken out.
#[test]
fn journal_out() {
    let home = Home::new();
    let lines = b".\nstart\nsend 1\npause coffee\nresume\nend\nend\nquit\n";
    let ran = home.type_into(&["drill", "run", "trinity-form", "--plain"], lines);
    assert_eq!(ran.code, 0, "{ran:?}");
    let case = std::fs::read_dir(home.cases()).unwrap().next().unwrap().unwrap().file_name().into_string().unwrap();
    let csv = home.run(&["log", &case, "--csv"]);
    assert_eq!(csv.code, 0, "{csv:?}");
    for words in ["exercise opened", "exercise clock", "inject"] {
        assert!(csv.out.contains(words), "{words}: {}", csv.out);
    }
    let json = home.log(&case);
    let released = json.iter().find(|entry| entry["kind"] == "released").unwrap();
    assert_eq!(released["value"].as_str().map(|value| value.contains("EXERCISE 1")), Some(true), "{released}");
    let ran = home.run(&["export", &case, "--what", "log", "--as", "md", "--out", "-"]);
    assert!(ran.code == 0 && ran.out.contains("A parent"), "{ran:?}");
}

/// There was no dry run: nobody saw beforehand when what would come.
#[test]
fn dry_run() {
    let home = Home::new();
    let path = home.path().join("worked.toml");
    std::fs::write(&path, SCRIPT).unwrap();
    let ran = home.run(&["drill", "check", path.to_str().unwrap(), "--plan"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("15:42"), "inject 2 would come at 15:42:\n{}", ran.out);
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let conduct = table.lead("10:00:01");
    let board = conduct.board();
    let due = board.plan.slot("2").unwrap().due_ms.unwrap();
    let at = breachbook::page::console::moment_of(&board, due).unwrap();
    assert_eq!(at.to_text(), "2026-11-13T15:42:00.000+11:00", "and so it does");
    assert!(!home.cases().exists(), "nothing was begun by it");
}

#[test]
fn an_inject_on_the_spot_has_the_number_of_the_last_sent_with_a_letter() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    table.lead("10:00:30").send("1").unwrap();
    let spot = |text| OnTheSpot { from: "A neighbour", to: &["deputy"], delivery: None, text };
    table.lead("10:01:00").send_on_the_spot(spot("Is it so?")).unwrap();
    table.lead("10:02:00").send_on_the_spot(spot("Hello?")).unwrap();
    let conduct = table.lead("10:02:30");
    let plan = conduct.plan();
    let sent: Vec<_> = plan.slots.iter().filter(|slot| slot.sent.is_some()).map(|slot| slot.number.as_str()).collect();
    assert_eq!(sent, ["1B", "1A", "1"], "the latest first");
    let refused = conduct.send_on_the_spot(spot("This is NOT a drill!")).unwrap_err().to_string();
    assert!(refused.contains("NOT a drill"), "{refused}");
    let refused = conduct.send_on_the_spot(spot("  ")).unwrap_err().to_string();
    assert!(refused.contains("is empty"), "{refused}");
    assert!(conduct.send("1").unwrap_err().to_string().contains("was sent already"));
    conduct.take_back(None).unwrap();
    assert_eq!(table.lead("10:02:40").plan().slot("1B"), None, "taken back, it is out no more");
}

#[test]
fn the_order_is_changed_and_skipped_ones_say_why() {
    let mut table = Table::worked();
    table.lead("10:00:00").start().unwrap();
    let numbers = |table: &mut Table| {
        let conduct = table.lead("10:00:02");
        let plan = conduct.plan();
        plan.slots.iter().map(|slot| slot.number.clone()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&mut table), ["1", "2", "3"]);
    table.lead("10:00:01").order("2", "1").unwrap();
    assert_eq!(numbers(&mut table), ["2", "1", "3"]);
    table.lead("10:00:02").shift("1", true).unwrap();
    assert_eq!(numbers(&mut table), ["1", "2", "3"]);
    let conduct = table.lead("10:00:03");
    let refused = conduct.skip("2", " ").unwrap_err().to_string();
    assert!(refused.contains("reason"), "{refused}");
    conduct.skip("2", "No time").unwrap();
    let slot = conduct.plan().slot("2").unwrap().clone();
    assert_eq!((slot.stands, slot.reason.as_deref()), (Stands::Skipped, Some("No time")));
    assert!(!conduct.left().iter().any(|slot| slot.number == "2"));
    conduct.let_go("2").unwrap();
    assert_eq!(conduct.plan().slot("2").unwrap().stands, Stands::Next);
}

#[test]
fn an_objective_is_rated_only_by_what_was_observed_of_it() {
    use breachbook::case::{Tag, Verdict};
    let mut table = Table::worked();
    let conduct = table.lead("10:00:00");
    conduct.judge("e4", Verdict::Met, None).unwrap();
    let refused = conduct.judge("o_decide", Verdict::Performed, None).unwrap_err().to_string();
    assert!(refused.contains("Nothing was noted of the objective o_decide"), "{refused}");
    assert!(conduct.judge("o_decide", Verdict::Met, None).is_err(), "an objective has another scale");
    assert!(conduct.judge("e4", Verdict::Unable, None).is_err(), "and an expectation too");
    assert!(conduct.judge("e_4", Verdict::Met, None).is_err());
    conduct.observe("They told each other who decides", Tag::Strength, None, Some("o_decide")).unwrap();
    conduct.judge("o_decide", Verdict::Performed, None).unwrap();
    conduct.judge("e4", Verdict::Missed, Some("I was wrong")).unwrap();
    let judged = conduct.course().expected.iter().find_map(|one| one.by_person.clone()).unwrap();
    assert_eq!(judged.verdict, Verdict::Missed, "judged anew");
}
