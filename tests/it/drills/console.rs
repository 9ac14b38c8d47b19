//! The facilitator's console on the screen: what each of its keys does, and what it shows of it.

use super::table::Table;
use crate::support::stage::Stage;
use breachbook::case::Fact;
use breachbook::record::verbs::message;

/// Two parts, two injects and a contingency, like the worked example.
const SCRIPT: &str = include_str!("../../drills/friday.toml");

/// A console on the worked example, opened and not started, and the table at which it is held.
fn console() -> (Table, Stage) {
    let mut table = Table::on(SCRIPT);
    table.at("10:00:00");
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock());
    (table, stage)
}

/// What both folders hold of a kind, as the words of the fields.
fn facts(stage: &Stage, control: bool) -> Vec<Fact> {
    let conduct = stage.app.conducted().unwrap();
    let session = if control { conduct.control() } else { conduct.case() };
    session.state().log.iter().map(|row| row.recorded.fact.clone()).collect()
}

fn released(stage: &Stage) -> Vec<String> {
    let number = |fact: Fact| match fact {
        Fact::Released { inject, .. } => Some(inject),
        _ => None,
    };
    facts(stage, false).into_iter().filter_map(number).collect()
}

#[test]
fn the_console_starts_the_clock_and_shows_the_injects_in_their_order_with_the_selected_one_whole() {
    let (table, stage) = console();
    let stage = stage.shows("NOT STARTED").shows("facilitator only").shows("Friday afternoon").shows("! REAL EVENT");
    let stage = stage.keys("<space>").shows("RUNNING").shows("15:30:00");
    table.at("10:02:10");
    let mut stage = stage.looks().shows("Away").keys("<enter>").shows("15:32:10").shows("part: 17:50 left");
    let text = stage.text();
    let rows: Vec<_> = text.lines().filter(|line| line.contains("A parent") || line.contains("Made in")).collect();
    assert!(rows[0].contains("due") && rows[0].contains("2:10 late"), "{text}");
    assert!(rows[1].contains("next") && rows[1].contains("in 9:50"), "{text}");
    stage = stage.shows("Every allergy of the class stands on that page.").shows("The officer is told");
    stage.at(120, 40).shows("On the table, as players see it").shows("first call none");
}

#[test]
fn enter_sends_the_selected_inject_and_says_so_when_it_is_on_the_disk() {
    let (table, stage) = console();
    let stage = stage.keys("<space> <enter>").shows("not read yet");
    assert_eq!(released(&stage), ["1"]);
    // A player takes it in, and the console says when.
    table.at("10:00:52");
    let mut player = table.player();
    let (at, _) = player.waiting_inject().unwrap();
    let taken = message::of(&player.view(), at);
    player.submit(&taken).unwrap();
    let stage = stage.looks().keys("<esc>").shows("read 15:30");
    // Sent again by a slip of the key: refused, with one sentence.
    let stage = stage.keys("<enter>").shows("was sent already");
    assert_eq!(released(&stage), ["1"]);
}

#[test]
fn sending_never_waits_for_the_clock_a_pause_or_a_hold() {
    let (_table, stage) = console();
    let stage = stage.keys("<enter>").shows("NOT STARTED");
    assert_eq!(released(&stage), ["1"]);
    let stage = stage.keys("<space> <space>").shows("PAUSED").keys("<up> <up> h").shows("held").keys("<enter>");
    assert_eq!(released(&stage), ["1", "2"]);
}

#[test]
fn an_inject_is_held_let_go_skipped_with_a_reason_moved_and_put_off() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> h").shows("held").keys("h").shows("due");
    let stage = stage.keys("s").shows("Skip inject 1").keys("<enter>").shows("Why");
    let stage = stage.keys("\"nobody rings on a Friday\" <enter>").shows("skipped");
    let skipped = facts(&stage, true).into_iter().filter(
        |fact| matches!(fact, Fact::Planned { reason: Some(reason), .. } if reason == "nobody rings on a Friday"),
    );
    assert_eq!(skipped.count(), 1);
    let stage = stage.keys("<home> d").shows("later by 10 minutes").keys("2").shows("Later");
    let stage = stage.keys("<enter>").shows("put off 10");
    // Enter behind the number is for the number: nothing goes out that was to be put off.
    assert_eq!(released(&stage), [""; 0]);
    let stage = stage.keys("<home> d 8 <enter>").shows("Move inject").keys("\"7\" <enter>").shows("put off 7");
    // Nothing of it is in the case.
    assert!(!facts(&stage, false).iter().any(|fact| matches!(fact, Fact::Planned { .. })));
    let mut stage = stage.keys("<home> ]");
    let text = stage.text();
    let place = |title: &str| text.lines().position(|line| line.contains(title)).unwrap();
    assert!(place("The chair wonders") < place("Made in a high place"), "{text}");
}

#[test]
fn an_expectation_is_judged_with_one_digit_and_enter_or_with_words() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> <enter>").keys("2").shows("Partly: The officer is told").keys("<enter>");
    let stage = stage.shows("judged partly").keys("<right> <down> 1 \"they said why\" <enter>").shows("judged met");
    let judged: Vec<_> = facts(&stage, true)
        .into_iter()
        .filter_map(|fact| match fact {
            Fact::Judged { of, verdict, because, .. } => Some((of.to_string(), verdict.word(), because)),
            _ => None,
        })
        .collect();
    assert_eq!(judged, [("e1".to_owned(), "partly", None), ("e2".to_owned(), "met", Some("they said why".to_owned()))]);
    // Judged anew, the last one counts.
    stage.keys("3 <enter>").shows("judged missed");
}

#[test]
fn a_note_is_words_and_a_tag_and_bound_to_the_selected_inject_and_its_objective() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> <enter> w \"two people rang the same number\" <enter> 2 <enter>");
    let stage = stage.shows("gap: two people rang the same number");
    let noted = facts(&stage, true).into_iter().find_map(|fact| match fact {
        Fact::Observed { text, tag, inject, objective } => Some((text, tag.word(), inject, objective)),
        _ => None,
    });
    let (text, tag, inject, objective) = noted.unwrap();
    assert_eq!((text.as_str(), tag, inject.as_deref()), ("two people rang the same number", "gap", Some("1")));
    assert_eq!(objective.unwrap().as_str(), "o_escalate");
}

#[test]
fn z_takes_back_the_last_record_wherever_it_lies_and_the_clock_stays() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> <enter> z").shows("due");
    assert_eq!(released(&stage).len(), 1, "it stays readable");
    let stage = stage.keys("h").shows("let go").keys("z").shows("h hold");
    stage.keys("<space>").shows("PAUSED").keys("z").shows("not taken back");
}

#[test]
fn the_next_part_and_the_end_show_first_what_was_not_sent() {
    let (table, stage) = console();
    let stage = stage.keys("<space> n").shows("Begin the part: Part two").shows("Not sent: 2").keys("<esc>");
    assert_eq!(stage.app.conducted().unwrap().exercise().unwrap().parts.len(), 1);
    table.at("10:25:00");
    let stage = stage.keys("n <enter>").shows("Mon 08:00:00");
    let stage = stage.keys(": \"end the\" <enter>").shows("End the exercise").keys("<enter>").shows("ENDED");
    stage.shows("Still to come: hot wash,").keys("v <enter>").shows("The exercise has ended.");
}

#[test]
fn an_inject_on_the_spot_and_that_time_is_up_stand_under_commands() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> <enter> : \"on the spot\" <enter>").shows("Inject 1A, on the spot");
    let stage = stage.keys("\"The press\" <enter> \"Deputy\" <tab> <tab> \"Is it true?\" <enter>");
    assert_eq!(released(&stage), ["1", "1A"]);
    let stage = stage.shows("Is it true?").keys(": \"time is\" <enter>");
    assert!(
        facts(&stage, false)
            .iter()
            .any(|fact| matches!(fact, Fact::Noted { tag: Some(tag), .. } if tag.word() == "time-up"))
    );
}

#[test]
fn an_inject_on_the_spot_goes_as_somebody_says_and_on_a_screen_where_nobody_does() {
    let (_table, stage) = console();
    let ways = |stage: &Stage| {
        let way = |fact: Fact| match fact {
            Fact::Released { delivery, text, gist, .. } => Some((delivery, text.or(gist).unwrap())),
            _ => None,
        };
        facts(stage, false).into_iter().filter_map(way).collect::<Vec<_>>()
    };
    let stage = stage.keys("<space> : \"on the spot\" <enter>").shows("How it reaches them").shows("On a screen");
    let stage = stage.keys("\"The press\" <enter> \"Deputy\" <tab> 7 \"Is it true?\" <enter>").shows("0A, in the new");
    let stage = stage.keys(": \"on the spot\" <enter> \"IT\" <enter> \"Deputy\" <tab> <tab> \"Still open.\" <enter>");
    let said = [("news", "Is it true?"), ("screen", "Still open.")];
    assert_eq!(ways(&stage), said.map(|(way, text)| (way.to_owned(), text.to_owned())));
}

#[test]
fn the_roll_is_called_anew_from_the_screen_for_whoever_comes_late_leaves_or_changes_the_role() {
    let (table, stage) = console();
    let called = |stage: &Stage| {
        let call = |fact: Fact| match fact {
            Fact::RollCalled { role, person, attendance } => Some(format!("{role} {person} {}", attendance.word())),
            _ => None,
        };
        facts(stage, false).into_iter().filter_map(call).collect::<Vec<_>>()
    };
    let stage = stage.keys("<space> <enter>").keys(": \"roll\" <enter>").shows("Roll-call");
    let stage = stage.keys("1 \"A. Ruiz\" <enter>");
    table.at("10:09:00");
    let stage = stage.looks().keys("<enter>").keys(": \"roll\" <enter>").shows("A. Ruiz, present").keys("1");
    // Who was called stands in the field, and the choice says that the person left.
    let stage = stage.keys("<tab> 2 <enter>");
    let all = called(&stage);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[0].ends_with("A. Ruiz present") && all[1].ends_with("A. Ruiz absent"), "{all:?}");
    stage.keys("v").shows("A. Ruiz, missing");
}

#[test]
fn a_contingency_stands_on_top_as_offered_in_the_second_in_which_its_time_comes() {
    let (table, stage) = console();
    let mut stage = stage.looks().keys("<esc>").keys("<space> <enter> <home> <enter>");
    let numbers = released(&stage);
    // The clock goes on, and nobody records anything.
    let at = |second: u32, stage: &mut Stage| {
        table.at(&format!("10:{:02}:{:02}", second / 60, second % 60));
        stage.app.tick();
        stage.text()
    };
    for second in (50..=350).step_by(50) {
        assert!(!at(second, &mut stage).contains("offered 0:"), "not before its time");
    }
    assert!(!at(359, &mut stage).contains("offered 0:"));
    let text = at(361, &mut stage);
    let row = text.lines().find(|line| line.contains("offered 0:01 ago")).unwrap_or_else(|| panic!("{text}"));
    assert!(row.contains("The chair wonders"), "{row}");
    assert_eq!(released(&stage), numbers, "nothing goes out by itself");
}

#[test]
fn people_and_figures_stand_behind_v_and_what_players_record_is_refused() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> v").shows("On the table, as players see it").keys("v").shows("Expected");
    let stage = stage.keys("g g").shows("players record that on theirs").keys("g s").shows("players record that");
    // On Record a facilitator strikes an older record, with a reason, and answers nothing.
    let stage = stage.keys("<enter> g r").shows("By time recorded").keys("<end>").shows("Inject");
    let stage = stage.keys("e").shows("Strike out").keys("<esc> w").shows("players record that").keys("g d");
    stage.shows("A parent finds the table");
}

#[test]
fn who_comes_back_is_told_how_long_nobody_led_and_may_pause_from_now_on() {
    let mut table = Table::on(SCRIPT);
    table.at("10:00:00");
    table.conduct.as_mut().unwrap().start().unwrap();
    table.at("10:03:40");
    table.conduct = None;
    let conduct = table.open().unwrap();
    let stage = Stage::leads(conduct, table.clock()).shows("Away 3:40").shows("Fri 15:33").shows("pause from now");
    stage.keys("<space>").shows("PAUSED").shows_not("Away 3:40");
}

#[test]
fn a_small_screen_has_time_clock_injects_text_and_expectations() {
    let (_table, stage) = console();
    let mut stage = stage.keys("<space>").at(60, 20);
    for wanted in
        ["RUNNING", "15:30:00", "A parent finds the table", "Every allergy", "The officer is told", "EXERCISE"]
    {
        stage = stage.shows(wanted);
    }
}

#[test]
fn a_real_event_stops_the_exercise_from_the_console_and_space_goes_on_after_a_slip() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> !").shows(breachbook::page::real_event::STOPPED);
    let stage = stage.keys("<esc>").looks().keys("<esc>").shows("PAUSED").keys("<space>");
    stage.shows("RUNNING");
}

/// The injects of the part that begins were told as not sent, too.
#[test]
fn before_a_part_only_what_the_parts_so_far_leave_behind_is_told() {
    let mut table = Table::on(include_str!("../../../assets/drills/morenet-meals.toml"));
    table.at("10:00:00");
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock()).keys("<space> <enter> n");
    let stage = stage.shows("Begin the part").shows("Not sent: 5").shows_not("Thirty-seven of them").keys("<esc>");
    stage.keys(": \"end the\" <enter>").shows("End the exercise").shows("Not sent: 9");
}

/// Typing `end` sent the selected inject, for the letters stand in `send` as well.
#[test]
fn a_command_is_the_one_that_begins_with_what_was_typed() {
    let (_table, stage) = console();
    let stage = stage.keys("<space> : \"end\" <enter>").shows("End the exercise");
    assert!(released(&stage).is_empty());
}
