//! What was awkward for whoever led a whole tabletop from the console, each by its name.

use super::table::Table;
use crate::support::stage::Stage;
use breachbook::case::Fact;

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
    let stage = stage.keys("w \"seen\" <enter> 1 <enter>").shows("strength: seen").keys("z z");
    let stage = stage.shows_not("strength: seen").shows_not("judged missed").keys("z");
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
