//! What players see of a drill: an inject takes the place of the card until Enter, the time is that of the exercise.

use crate::support::facilitator::Facilitator;
use crate::support::stage::Stage;
use breachbook::base::{Clock, FixedClock};
use breachbook::case::{ClockAction, Fact, Tag};
use breachbook::contract::Folder;
use breachbook::plain::{Input, Line};
use breachbook::session::Session;
use breachbook::session::saving::Saving;
use breachbook::store::CaseFolder;
use breachbook::store::verify::verify;
use breachbook::tui::{Came, Key};
use serde_json::json;
use std::time::Duration;

const START: &str = "2026-11-13T15:30:00+11:00";

/// Players at an exercise, and whoever leads it.
fn table() -> (Stage, Facilitator) {
    let stage = Stage::home().chooses("trinity").keys("t <enter>");
    let facilitator = Facilitator::opens(&stage.case(), &stage.clock());
    (stage.after(1), facilitator)
}

#[test]
fn an_inject_takes_the_place_of_the_card_until_enter_says_that_it_was_taken_in() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let sent = facilitator.sends(&clock, "3", "The table can be opened by anyone with the link.");
    let mut stage = stage.after(30).shows("INJECT 3").shows("The table can be opened by anyone with the link.");
    stage = stage.shows("IT Manager to Privacy Officer, by e-mail").shows_not("QUESTION");
    let text = stage.text();
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| line.contains("EXERCISE")).collect();
    assert!(lines.len() >= 4, "both ends of the frame, and the first and last line of the inject:\n{text}");
    let stage = stage.keys("<enter>").shows_not("INJECT 3");
    let state = facilitator.state();
    assert_eq!(state.taken(&sent).count(), 1);
    // Pressed again, Enter is for the card that is back.
    let stage = stage.keys("g r <end> <up>").shows("EXERCISE");
    assert_eq!(stage.app.case().unwrap().waiting_inject(), None);
}

#[test]
fn enter_reads_a_long_inject_to_its_end_before_it_is_taken_in() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let letter: Vec<_> = (1..=30).map(|line| format!("Line {line} of the letter.")).collect();
    let sent = facilitator.sends(&clock, "1", &letter.join("\n\n"));
    let mut stage = stage.at(80, 24).after(30).shows("INJECT 1").shows("Enter read on").shows_not("Line 30");
    for _ in 0..10 {
        if stage.text().contains("Line 30") {
            break;
        }
        stage = stage.keys("<enter>");
        assert_eq!(facilitator.state().taken(&sent).count(), 0, "it is not read to its end");
    }
    let _stage = stage.shows("Line 30").shows("Enter taken in, go on").keys("<enter>").shows_not("Line 30");
    assert_eq!(facilitator.state().taken(&sent).count(), 1);
}

#[test]
fn a_key_that_comes_before_the_inject_is_drawn_does_not_take_it() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    facilitator.sends(&clock, "1", "A parent rings.");
    let mut stage = stage.after(1);
    assert!(stage.app.takes_leading_on(), "what comes now is for what was on the screen before");
    let enter = Key::parse_all("<enter>").unwrap().remove(0);
    let came = Came { gap: Duration::from_millis(5), unseen: true };
    stage.app.turn_as(breachbook::tui::Input::Key(enter), came);
    stage.shows("A parent rings.");
}

#[test]
fn a_form_and_a_line_are_not_interrupted_and_letters_mean_nothing_on_an_inject() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let stage = stage.after(1).keys("w \"we are at it\"");
    facilitator.sends(&clock, "1", "A parent rings.");
    let stage = stage.after(1).shows("we are at it").shows_not("INJECT 1").keys("<enter>").shows("INJECT 1");
    let stage = stage.keys("y n u d b 1 2 3 - =").shows("INJECT 1").shows("A parent rings.");
    stage.keys("<enter>").shows_not("INJECT 1");
}

/// It waited behind a card that says what a record switched.
#[test]
fn an_inject_that_arrives_comes_before_the_card_of_what_changed_which_is_back_afterwards() {
    let other = |stage: &Stage| {
        let folder = CaseFolder::open(&stage.case()).unwrap();
        let theirs = FixedClock::at(Clock::read(&*stage.clock()).wall);
        Session::open(folder, "M. Ito", Box::new(theirs)).unwrap()
    };
    for with_one_look in [true, false] {
        let (stage, mut facilitator) = table();
        let clock = stage.clock();
        facilitator.starts(&clock, START);
        let mut other = other(&stage);
        super::conduct::decide(&mut other, "escalate", "escalate", "privacy_officer", None);
        let stage = stage.after(1);
        // Taken back, it takes duties away.
        let decided = other.state().name(other.state().log.len() - 1);
        other.submit(&breachbook::record::Draft::new(&breachbook::record::verbs::strike::VERB, decided)).unwrap();
        let stage = if with_one_look { stage } else { stage.after(1).shows("WHAT CHANGED") };
        facilitator.sends(&clock, "1", "A parent rings.");
        let stage = stage.after(1).shows("INJECT 1").shows_not("WHAT CHANGED");
        let stage = stage.keys("<enter>").shows("WHAT CHANGED").shows_not("INJECT 1");
        stage.keys("<enter>").shows_not("WHAT CHANGED").shows_not("INJECT 1");
    }
}

#[test]
fn two_injects_come_one_after_the_other_and_one_that_was_taken_back_does_not_come() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    facilitator.sends(&clock, "1", "A parent rings.");
    let second = facilitator.sends(&clock, "2", "Sent by mistake.");
    facilitator.says(&clock, "3", "The insurer's lawyer telephones.");
    let stage = stage.after(1).shows("INJECT 1, 2 more");
    facilitator.takes_back(&clock, &second);
    let stage = stage.after(1).keys("<enter>").shows("INJECT 3").shows("It is spoken: the facilitator says it.");
    let stage = stage.keys("<enter>").shows_not("INJECT");
    // It stands in the record for everybody, struck through.
    let mut stage = stage.keys("g r <up> <up> <up> <up> <enter>").shows("Sent by mistake.").shows("Struck out");
    let shot = stage.shot();
    assert!(shot.lines().any(|line| line.contains("Struck") && line.contains(": Str")), "{shot}");
}

#[test]
fn a_release_that_no_facilitator_wrote_is_none() {
    let stage = Stage::home().chooses("trinity").keys("t <enter>");
    let clock = stage.clock();
    let mut player = Facilitator::opens_as(&stage.case(), &clock, 'p', None);
    player.sends(&clock, "9", "Forged.");
    let stage = stage.after(1).shows_not("INJECT");
    let verdict = verify(&CaseFolder::open(&stage.case()).unwrap()).unwrap();
    let named = "2 entries that only a facilitator's console writes; they do not count.";
    assert!(verdict.sound && verdict.lines.iter().any(|line| line.ends_with(named)), "{:?}", verdict.lines);
}

#[test]
fn what_was_taken_in_before_this_run_began_does_not_come_again_and_what_another_laptop_took_in_does() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    facilitator.sends(&clock, "1", "A parent rings.");
    let stage = stage.after(1).keys("<enter>");
    let case = stage.case();
    let mut again = stage.restarted();
    again.app.open_path(&case);
    let again = again.keys("<enter>").shows_not("INJECT 1");
    facilitator.sends(&clock, "2", "A newspaper writes.");
    let again = again.after(1).shows("INJECT 2");
    // Another laptop on the same folder takes it in; here nobody has read it yet.
    let folder = CaseFolder::open(&case).unwrap();
    let theirs = FixedClock::at(Clock::read(&*clock).wall);
    let mut other = Session::open(folder, "M. Ito", Box::new(theirs)).unwrap();
    let (at, _) = other.waiting_inject().unwrap();
    let taken = breachbook::record::verbs::message::of(&other.view(), at);
    other.submit(&taken).unwrap();
    assert_eq!(other.waiting_inject(), None);
    again.after(1).shows("INJECT 2").keys("<enter>").shows_not("INJECT 2");
}

#[test]
fn the_first_row_has_the_time_of_the_exercise_and_says_whether_it_runs() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    let stage = stage.shows("NOT STARTED");
    facilitator.starts(&clock, START);
    let stage = stage.after(60).shows("RUNNING").shows("13 Nov 15:31");
    facilitator.turns(&clock, ClockAction::Pause);
    let stage = stage.after(600).shows("PAUSED").shows("13 Nov 15:31");
    facilitator.turns(&clock, ClockAction::Resume);
    let stage = stage.after(60).shows("RUNNING").shows("13 Nov 15:32");
    facilitator.turns(&clock, ClockAction::End);
    stage.at(60, 20).after(60).shows("ENDED").shows("EXERCISE");
}

struct Lines(Vec<&'static str>);

impl Input for Lines {
    fn next_line(&mut self) -> std::io::Result<Line> {
        Ok(self.0.pop().map_or(Line::End, |line| Line::Text(line.to_owned())))
    }
}

#[test]
fn the_walk_says_an_inject_in_three_lines_before_the_next_prompt_and_the_next_line_takes_it_in() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let sent = facilitator.sends(&clock, "3", "It is open to anyone.\nSince Monday.");
    let folder = CaseFolder::open(&stage.case()).unwrap();
    let theirs = FixedClock::at(Clock::read(&*clock).wall);
    let mut session = Session::open(folder, "M. Ito", Box::new(theirs)).unwrap();
    let mut out = Vec::new();
    let mut lines = Lines(vec![":list", ":list"]);
    breachbook::plain::walk(&mut session, "", &Saving::default(), &mut lines, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    let said: Vec<_> = out.lines().skip_while(|line| !line.starts_with("EXERCISE. Inject")).take(3).collect();
    assert_eq!(said[0], "EXERCISE. Inject 3, 15:30. IT Manager to Privacy Officer, by e-mail.");
    assert_eq!(said[1], "It is open to anyone. Since Monday.");
    assert!(said[2].starts_with("EXERCISE. End of inject 3."), "{out}");
    assert_eq!(out.matches("End of inject 3").count(), 1, "said once: {out}");
    assert_eq!(facilitator.state().taken(&sent).count(), 1);
}

#[test]
fn the_status_for_programs_has_the_exercise_and_only_what_was_sent() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let first = facilitator.sends(&clock, "1", "Sent by mistake.");
    facilitator.takes_back(&clock, &first);
    facilitator.says(&clock, "2", "A parent telephones.");
    let stage = stage.after(90).keys("<enter>");
    let case = stage.app.case().unwrap();
    let folder = Folder { case: "ex", heads: &[], damage: &[] };
    let status = serde_json::to_value(breachbook::contract::status(&case.view(), folder)).unwrap();
    let exercise = &status["exercise"];
    assert_eq!(exercise["state"], "running");
    assert_eq!(exercise["time"], "2026-11-13T15:31:30.000+11:00");
    assert_eq!((&exercise["part"]["number"], &exercise["part"]["title"]), (&json!(1), &json!("The calls")));
    assert_eq!((&exercise["played_s"], &exercise["paused_s"]), (&json!(90), &json!(0)));
    let injects: Vec<_> = exercise["injects"].as_array().unwrap().iter().collect();
    assert_eq!(injects.len(), 2);
    assert_eq!((&injects[0]["struck_out"], &injects[0]["taken"]), (&json!(true), &json!(false)));
    assert_eq!((&injects[1]["inject"], &injects[1]["text"]), (&json!("2"), &json!("A parent telephones.")));
    assert_eq!((&injects[1]["struck_out"], &injects[1]["taken"]), (&json!(false), &json!(true)));
    let live = Stage::trinity();
    let live = serde_json::to_value(breachbook::contract::status(&live.app.case().unwrap().view(), folder)).unwrap();
    assert!(live.get("exercise").is_none());
}

#[test]
fn the_projector_has_the_time_in_large_digits_the_last_inject_and_what_the_part_asks_and_no_log() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    let folder = CaseFolder::open(&stage.case()).unwrap();
    let entries = |case: &std::path::Path| std::fs::read_dir(case.join("journals")).unwrap().count();
    let (case, mut room) = (stage.case(), stage.restarted());
    room.app.project(folder);
    let before = entries(&case);
    let room = room.shows("NOT STARTED").shows("Answer from today's plans.").shows("Nobody is at fault.");
    facilitator.starts(&clock, START);
    let first = facilitator.sends(&clock, "1", "Sent by mistake.");
    facilitator.takes_back(&clock, &first);
    facilitator.sends(&clock, "2", "A storage locker was found forced.");
    let mut room = room.after(60).shows("Part 1: The calls").shows("A storage locker was found forced.");
    room = room.shows("Who decides it?").shows_not("Sent by mistake.").shows_not("Case opened").shows("RUNNING");
    let text = room.text();
    assert_eq!(text.lines().filter(|line| line.contains("██")).count(), 5, "{text}");
    for row in [text.lines().next().unwrap(), text.lines().last().unwrap()] {
        assert!(row.matches("EXERCISE").count() >= 5, "{text}");
    }
    facilitator.calls_time(&clock);
    let room = room.after(1).shows("TIME IS UP");
    // It takes no key but the one that leaves, and has written nothing.
    let mut room = room.keys("y <enter> w g r : ?").shows("TIME IS UP").at(60, 20).shows("TIME IS UP");
    assert!(!room.app.is_leaving());
    room = room.keys("q");
    assert!(room.app.is_leaving());
    assert_eq!(entries(&case), before);
}

#[test]
fn home_says_of_an_exercise_that_has_ended_what_of_its_review_is_missing() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    let stage = stage.restarted().shows("to do");
    facilitator.turns(&clock, ClockAction::End);
    let stage = stage.restarted().shows("ended · review to do");
    let noted = |text: &str, tag| Fact::Noted { about: None, text: text.into(), tag: Some(tag), because: None };
    facilitator.writes(&clock, noted("Called at once", Tag::Strength));
    let stage = stage.restarted().shows("ended · not signed");
    facilitator.writes(&clock, noted("Ana Ortiz", Tag::Signed));
    stage.restarted().shows_not("not signed").shows("ended");
}

/// In a row of 80 columns the word was cut to make room for the two times.
#[test]
fn looking_back_on_an_exercise_leaves_the_word_whole_at_every_size() {
    let (stage, mut facilitator) = table();
    let clock = stage.clock();
    facilitator.starts(&clock, START);
    facilitator.sends(&clock, "1", "A parent rings.");
    let mut stage = stage.after(30).keys("<enter> : \"replay\" <enter>").shows("REPLAY");
    for (columns, lines) in [(60, 20), (80, 24), (120, 40)] {
        stage = stage.at(columns, lines).shows("REPLAY 15:30:");
        let text = stage.text();
        assert!(text.lines().next().unwrap().trim_start().starts_with("EXERCISE "), "{text}");
    }
}
