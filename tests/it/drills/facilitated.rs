//! What was awkward for whoever led a whole tabletop from the console, each by its name.

use super::table::Table;
use crate::support::stage::Stage;
use breachbook::case::{Attendance, Fact};
use breachbook::drill::script::{index, load_bundled};
use breachbook::record::keyboard;
use breachbook::record::verbs::real_event;

/// A console on the tabletop with the lunch accounts: two parts of seven and four injects, and three contingencies.
fn meals() -> (Table, Stage) {
    let mut table = Table::on(include_str!("../../../assets/drills/morenet-meals.toml"));
    table.at("10:00:00");
    let conduct = table.conduct.take().unwrap();
    let stage = Stage::leads(conduct, table.clock());
    (table, stage)
}

/// What is out and counts, in the order in which it went.
fn out(stage: &Stage) -> Vec<String> {
    let state = stage.app.conducted().unwrap().case().state();
    let sent = state.releases().filter(|at| state.counts(*at));
    let number = |at: usize| match &state.at(at).fact {
        Fact::Released { inject, .. } => Some(inject.clone()),
        _ => None,
    };
    sent.filter_map(number).collect()
}

/// The rows of injects, from the top.
fn rows(stage: &mut Stage) -> Vec<String> {
    let text = stage.text();
    let row = |line: &&str| {
        ["due ", "next ", "if ", "later ", "skipped ", "held ", "sent "]
            .iter()
            .any(|word| line.trim_start_matches([' ', '▸']).starts_with(word))
    };
    text.lines().filter(row).map(str::to_owned).collect()
}

/// Moves from the top to the row of this number.
fn selects(stage: Stage, number: &str) -> Stage {
    let mut stage = stage.keys("<home>");
    for _ in 0..13 {
        if rows(&mut stage).iter().any(|row| row.starts_with(" ▸") && row.contains(number)) {
            return stage;
        }
        stage = stage.keys("<down>");
    }
    panic!("no row of{number}");
}

/// The second one brought the first back, for it took back the taking back.
#[test]
fn z_twice_takes_back_the_last_two_records() {
    let (_table, stage) = meals();
    let stage = stage.keys("<space> <enter> 3 <enter>").shows("judged missed");
    let stage = stage.keys("w \"seen\" <enter> 1 <enter>").shows("strength: seen").keys("z");
    // The one before is not this run's last any more, and wants its reason.
    let stage = stage.shows_not("strength: seen").shows("judged missed").keys("z \"too early\" <enter>");
    let stage = stage.shows_not("judged missed").keys("z");
    assert!(out(&stage).is_empty());
    stage.keys("z").shows("not taken back");
}

/// It stood behind every inject of the next part, out of sight, and its offer was not seen.
#[test]
fn an_offered_contingency_stands_where_its_minute_puts_it_wherever_it_was_moved() {
    let (table, stage) = meals();
    let stage = stage.keys("<space> <enter>");
    // Contingency 11 goes below those behind it.
    let mut stage = selects(stage, " 11 ");
    stage = stage.keys("] ] ]");
    table.at("10:13:00");
    let mut stage = stage.looks().keys("<enter> <home>");
    let rows = rows(&mut stage);
    let offered = rows.iter().position(|row| row.contains("offered 1:00 ago")).expect("it is in sight");
    assert!(offered < 3, "{rows:#?}");
}

/// One slip of Enter sent a message of next week, one that was left out, and anew one that had just been taken back.
#[test]
fn what_is_out_of_its_turn_goes_out_by_a_second_enter() {
    let (_table, stage) = meals();
    let stage = stage.keys("<space> <enter> z <enter>").shows("Inject 1 was taken back. Enter once more");
    assert!(out(&stage).is_empty());
    let stage = stage.keys("<enter>");
    assert_eq!(out(&stage), ["1"]);
    // One that was left out, with the reason; a key between asks again.
    let stage = stage.keys("<home> s \"told already\" <enter> <enter>").shows("Inject 2 was left out: told already.");
    let stage = stage.keys("<up> <down> <enter>").shows("Enter once more");
    assert_eq!(out(&stage), ["1"]);
    let stage = stage.keys("<enter>");
    assert_eq!(out(&stage), ["1", "2"]);
}

#[test]
fn a_message_of_a_part_that_has_not_begun_and_a_contingency_that_is_not_offered_are_asked_for_twice() {
    let (_table, mut stage) = meals();
    stage = stage.keys("<space> <enter>");
    for (number, says) in [(" 7 ", "of a part that has not begun: Tuesday"), (" 13 ", "Contingency 13 is not offered.")]
    {
        stage = selects(stage, number).keys("<enter>").shows(says);
    }
    assert_eq!(out(&stage), ["1"]);
}

/// The last row of the next part came first, and Enter would have sent it.
#[test]
fn above_what_was_sent_last_stands_what_is_to_be_sent_next() {
    let (_table, stage) = meals();
    let mut stage = stage.keys("<space> <enter> <up>");
    let rows = rows(&mut stage);
    assert!(rows[0].starts_with(" ▸ next") && rows[0].contains(" 2 "), "{rows:#?}");
    let stage = stage.keys("<enter>");
    assert_eq!(out(&stage), ["1", "2"]);
}

/// The first row was selected, whatever it was: one that had been left out.
#[test]
fn where_nothing_is_left_in_the_part_what_was_sent_last_is_selected() {
    let (mut table, stage) = meals();
    let stage = stage.keys("<space> <enter> <up> <enter> <up> <enter> <up> <enter> <up> <enter> <up> <enter>");
    assert_eq!(out(&stage), ["1", "2", "3", "4", "5", "6"]);
    drop(stage);
    table.at("10:01:00");
    let conduct = table.open().unwrap();
    table.conduct = None;
    let mut stage = Stage::leads(conduct, table.clock()).keys("<esc>");
    let rows = rows(&mut stage);
    assert!(rows.iter().any(|row| row.starts_with(" ▸ sent") && row.contains(" 6 ")), "{rows:#?}");
}

/// It went to the selected one that nobody had seen yet, and to the objective of that.
#[test]
fn a_note_beside_what_is_still_to_come_goes_to_what_was_sent_last() {
    let (_table, stage) = meals();
    let stage = stage.keys("<space> <enter> <up> w \"nobody asked counsel\" <enter> 2 <enter>");
    let conduct = stage.app.conducted().unwrap();
    let noted = conduct.control().state().log.iter().find_map(|row| match &row.recorded.fact {
        Fact::Observed { inject, objective, .. } => Some((inject.clone(), objective.clone())),
        _ => None,
    });
    let (inject, objective) = noted.unwrap();
    assert_eq!(inject.as_deref(), Some("1"));
    assert_eq!(objective.unwrap().as_str(), "o_counsel_first");
}

/// Neither was said anywhere on the screens: only the book had it.
#[test]
fn before_a_part_it_stands_when_it_plays_and_what_is_read_out_and_behind_the_last_comes_the_end() {
    let (_table, stage) = meals();
    let stage = stage.keys("<space> <enter> n").shows("Begin the part: Tuesday of the next week");
    let stage = stage.shows("Tue 24 Nov, 09:00").shows("It is Tuesday, nine o'clock").shows("before the end");
    let stage = stage.keys("<enter>").shows("part 2/2").keys("n").shows("End the exercise").shows("not taken back");
    let stage = stage.shows_not("can be sent at any time").keys("<enter>").shows("ENDED");
    stage.keys("n").shows("The exercise has ended.");
}

/// The words for letting go pushed it out of the foot.
#[test]
fn what_stops_an_exercise_stands_at_the_foot_whatever_else_does() {
    let (_table, stage) = meals();
    let stage = stage.keys("<space> h").shows("h let go").shows("! REAL EVENT");
    stage.keys("h").shows("h hold").shows("! REAL EVENT").shows("s skip");
}

/// No screen named the key, and Enter sent the first message of the next part.
#[test]
fn once_everything_of_a_part_went_out_the_foot_names_the_next_part_and_then_the_end() {
    let (_table, stage) = meals();
    let stage =
        stage.keys("<space> <enter> <up> <enter> <up> <enter> <up> <enter> <up> <enter>").shows_not("n next part");
    let stage = stage.keys("<up> <enter>").shows("n next part").shows("! REAL EVENT").keys("n <enter>");
    let stage = stage.shows_not("n next part").shows_not("n end");
    // What is to be sent first in the new part is selected.
    stage.keys("<enter> <up> <enter> <up> <enter> <up> <enter>").shows("n end");
}

/// Space brushed the question aside, and the exercise ran on under those who were still typing the word.
#[test]
fn while_nobody_has_said_whether_it_is_real_the_clock_does_not_go_on() {
    let (table, stage) = meals();
    let stage = stage.keys("<space> <enter>");
    let mut player = table.player();
    player.submit(&real_event::stop()).unwrap();
    let stage = stage.looks().keys("<esc>").shows("REAL EVENT?  Wed").keys("<space>").shows("Nobody has said yet");
    let stage = stage.shows("REAL EVENT?").keys("! <esc>").shows("A slip.").shows("PAUSED").keys("!");
    // Said by others while the slip still stands there: it goes.
    player.refresh().unwrap();
    player.submit(&real_event::say("REAL")).unwrap();
    stage.looks().shows("The exercise has ended").shows_not("A slip.");
}

#[test]
fn what_only_people_can_judge_is_marked_and_what_was_judged_is_told_in_words() {
    let (_table, stage) = meals();
    let stage = selects(stage.keys("<space> <enter>"), " 9 ").shows("yours to judge");
    let stage = stage.keys("<end>").shows_not("yours to judge").keys("3 <enter>").shows("Missed: Legal counsel");
    let stage = stage.keys("<up> h").shows("Inject 2 held back").keys("h").shows("Inject 2 let go");
    stage.keys("d 1 <enter>").shows("Inject 2: 5 min later").shows_not("e_counsel");
}

#[test]
fn a_note_says_in_words_to_which_objective_it_goes() {
    let (_table, stage) = meals();
    stage.keys("<space> <enter> w").shows("Note, to the objective: Counsel and the insurer first");
}

/// Each row said only which part it is of, at length, and its title was cut for it.
#[test]
fn a_message_of_a_part_to_come_shows_when_it_is_meant() {
    let (_table, mut stage) = meals();
    let before = rows(&mut stage);
    assert!(before[0].contains("later   08:40    1  A mother asks whether it is so"), "{before:#?}");
    assert!(before[4].contains("09:08    5  The Prairie Post wants yes or no"), "{before:#?}");
    let mut stage = selects(stage.keys("<space>"), " 8 ");
    let later = rows(&mut stage);
    let row = later.iter().find(|row| row.contains(" 8 ")).unwrap();
    assert!(
        row.contains("09:08") && row.contains("Thirty-seven of them live in Kansas") && row.contains("part 2"),
        "{row}"
    );
}

#[test]
fn the_commands_stand_in_columns() {
    let (_table, stage) = meals();
    let mut stage = stage.keys("<space> :");
    let text = stage.text();
    let column = |help: &str| {
        let line = text.lines().find(|line| line.contains(help)).unwrap_or_else(|| panic!("{help}:\n{text}"));
        line.chars().take_while(|sign| *sign != '│').count() + line.split(help).next().unwrap().chars().count()
    };
    let all = ["Send the selected", "Judge the selected", "Send an inject", "Say to everybody", "End the exercise;"];
    let columns: Vec<_> = all.into_iter().map(column).collect();
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "{columns:?}\n{text}");
}

/// Whoever leads was offered as a player, those who were called at the roll were not, and the open console was an alarm.
#[test]
fn players_are_asked_for_by_the_roll_and_the_console_beside_them_is_no_alarm() {
    let mut table = Table::on(include_str!("../../../assets/drills/morenet-meals.toml"));
    let conduct = table.lead("09:56:00");
    conduct.roll_call("organization", "Dana Whitfield", Attendance::Present).unwrap();
    conduct.roll_call("finance", "Kit Amory", Attendance::Absent).unwrap();
    let player = table.player();
    let view = player.view();
    let offered = keyboard::offered(view.playbook, view.state, view.picture);
    let offered: Vec<_> = offered.iter().map(|one| (one.name.as_str(), one.why.as_str())).collect();
    assert_eq!(offered, [("Dana Whitfield", "Organization")]);
    assert!(player.odd().is_empty(), "{:?}", player.odd());
}

#[test]
fn the_projector_shows_the_whole_briefing_how_a_part_opens_and_that_everything_stopped() {
    for id in index() {
        let script = format!("{}/assets/drills/{id}.toml", env!("CARGO_MANIFEST_DIR"));
        let table = Table::on(&std::fs::read_to_string(script).unwrap());
        let mut room = Stage::home();
        room.app.project(table.case());
        let rules = load_bundled(id).unwrap().script.unwrap().rules;
        for rule in rules {
            let begins: String = rule.chars().take(30).collect();
            room = room.shows(&format!("- {begins}"));
        }
    }
    let mut table = Table::on(include_str!("../../../assets/drills/morenet-meals.toml"));
    table.lead("10:00:00").start().unwrap();
    table.lead("10:00:01").send("1").unwrap();
    table.lead("10:10:00").part("p2").unwrap();
    let mut room = Stage::home();
    room.app.project(table.case());
    let room = room.shows("It is Tuesday, nine o'clock").shows_not("A parent telephones");
    table.player().submit(&real_event::stop()).unwrap();
    room.after(60).shows("REAL EVENT? The exercise stands still.").shows_not("nine o'clock");
}

/// Both lists had the same mark, and a digit judged what nobody was looking at.
#[test]
fn one_mark_says_in_which_list_the_arrows_are() {
    let (_table, stage) = meals();
    let mut stage = stage.keys("<space> <enter>");
    let marked = |stage: &mut Stage| {
        let text = stage.text();
        let row = text.lines().filter(|line| line.trim_start().starts_with('▸')).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(row.len(), 1, "{text}");
        row[0].clone()
    };
    assert!(marked(&mut stage).contains("A mother asks"));
    let mut stage = stage.keys("<right> <down>");
    assert!(marked(&mut stage).contains("Nobody states"));
    let mut stage = stage.keys("<left>");
    assert!(marked(&mut stage).contains("A mother asks"));
}

/// The lines that named them had scrolled away behind the screen.
#[test]
fn before_the_start_the_console_says_how_players_and_projector_are_opened() {
    let (table, stage) = meals();
    let name = table.case().name();
    let stage = stage.shows(&format!("Players: breachbook open {name}"));
    stage.shows("breachbook drill show").keys("<space>").shows_not("Players: breachbook open");
}
