//! Filling in together: the questions of a step as one sheet, recorded in one piece.

use crate::support::command::{Command, Said, Says};
use crate::support::stage::Stage;
use breachbook::base::FixedClock;
use breachbook::case::Fact;
use breachbook::session::Session;

/// The sheet of the step in which Trinity decides whether to escalate, opened from the tree of steps.
fn sheet() -> Stage {
    opened(Stage::trinity())
}

fn opened(stage: Stage) -> Stage {
    let mut stage = stage.keys("g s <home>");
    for _ in 0..40 {
        stage = stage.keys("b");
        if stage.text().contains("FILL IN TOGETHER · Decide whether to escalate") {
            return stage;
        }
        let away = if stage.text().contains("FILL IN TOGETHER") { "<esc> <down>" } else { "<down>" };
        stage = stage.keys(away);
    }
    panic!("there is no such step:\n{}", stage.text());
}

fn entries(stage: &Stage) -> usize {
    stage.app.case().unwrap().state().log.len()
}

fn last(stage: &Stage) -> Fact {
    stage.app.case().unwrap().state().log.last().unwrap().recorded.fact.clone()
}

#[test]
fn the_sheet_looks_as_it_was_drawn_at_three_sizes() {
    let mut stage = sheet().keys("n <enter> y <enter> u <enter> n <enter> n");
    insta::assert_snapshot!("together_80x24", stage.text());
    let mut stage = stage.at(60, 20);
    insta::assert_snapshot!("together_60x20", stage.text());
    let mut stage = stage.at(120, 40);
    insta::assert_snapshot!("together_120x40", stage.text());
}

#[test]
fn enter_takes_each_cell_and_after_the_last_row_records_all_in_one_piece() {
    let stage = sheet();
    let before = entries(&stage);
    let stage = stage.keys("n <enter> y <enter> u <enter> n <enter> y <enter>").shows("Not recorded yet: 5 answers");
    assert_eq!(entries(&stage), before, "nothing is recorded before the last row");
    let stage = stage.keys("\"about 40\" <enter>").shows("about 40").shows("record all that is filled in");
    let stage = stage.keys("<enter>").shows_not("FILL IN TOGETHER").shows("Together: 6 entries");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 6 });
    assert_eq!(entries(&stage), before + 7);
}

#[test]
fn rows_that_an_answer_switches_off_or_opens_do_so_at_once() {
    sheet()
        .shows("~ Are the contents")
        .keys("y <enter>")
        .shows("▸ ○ Are the contents")
        .keys("<up> <ctrl-u> n <enter>")
        .shows("- Are the contents")
        .shows("▸ ○ Are multiple individuals");
}

#[test]
fn only_a_whole_line_that_answers_is_taken_from_a_yes_no_cell() {
    for line in ["nobody knows yet", "yes I think", "unless it was sent", "no idea", "ja", "yy", "true", "?"] {
        let stage = sheet();
        let before = entries(&stage);
        let stage = stage.keys(&format!("\"{line}\" <enter>")).shows("Only y, n and u answer this.").shows(line);
        let stage = stage.keys("<ctrl-s>").shows("Only y, n and u answer this.");
        assert_eq!(entries(&stage), before, "{line}");
    }
    for line in ["y", "YES", "n", "No", "u", "unknown", "Not known yet", "-"] {
        sheet().keys(&format!("\"{line}\" <enter>")).shows("Not recorded yet: 1 answer");
    }
}

/// Sentences as people say them on the telephone.
const SAID: [&str; 12] = [
    "nobody knows yet",
    "no idea, ask the desk",
    "yes and no",
    "yesterday he said it was",
    "unless it was sent twice",
    "under no circumstances",
    "we are looking into it",
    "he is not sure",
    "ask me again at three",
    "it was the other list",
    "I think so",
    "perhaps",
];

#[test]
fn a_sentence_typed_at_any_speed_into_a_yes_no_cell_records_nothing() {
    let mut stage = sheet();
    let before = entries(&stage);
    // Words a minute: 8, 12, 20, 40, 80.
    for milliseconds in [1500, 1000, 600, 300, 150] {
        for said in SAID {
            stage = stage.types(&format!("\"{said}\" <enter>"), milliseconds).shows("Only y, n and u answer this.");
            stage = stage.shows("0 of").types("<ctrl-u>", milliseconds);
        }
    }
    assert_eq!(entries(&stage), before);
}

#[test]
fn what_was_typed_comes_back_after_escape_and_blank_rows_stay_open() {
    let stage = sheet().keys("n <enter> y <enter> <esc>").shows("The text is kept");
    let stage = opened(stage).shows("Not recorded yet: 2 answers").keys("<ctrl-s>");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
    opened(stage).shows("0 of 5 filled in").shows_not("Is this an e-mail").shows_not("Are multiple individuals");
}

#[test]
fn an_empty_sheet_records_nothing_and_says_so() {
    let stage = sheet();
    let before = entries(&stage);
    let stage = stage.keys("<ctrl-s>").shows("Nothing is filled in yet.");
    assert_eq!(entries(&stage), before);
}

#[test]
fn one_key_strikes_the_sheet_as_a_whole() {
    let stage = sheet().keys("n <enter> y <enter> <ctrl-s>");
    let stage = if matches!(last(&stage), Fact::SheetEnded { .. }) { stage.keys("<enter>") } else { panic!() };
    let stage = stage.keys("g g z");
    let Fact::StruckOut { of, .. } = last(&stage) else { panic!("{:?}", last(&stage)) };
    assert_eq!(of.len(), 3);
    opened(stage).shows("Is this an e-mail sent to the wrong recipient").shows("Are multiple individuals");
}

#[test]
fn what_somebody_else_recorded_meanwhile_is_told_and_not_replaced_unseen() {
    let stage = sheet().keys("n <enter> y <enter>");
    let case = stage.app.case().unwrap();
    let clock = FixedClock::at(case.now());
    let mut other = Session::open(case.folder().clone(), "A. Ruiz", Box::new(clock)).unwrap();
    let theirs = Command::Answer { id: "multiple_individuals".into(), value: "no".into(), source: None };
    other.say(&theirs, &Said::default()).unwrap();
    let stage = stage.keys("<ctrl-s>").shows("A. Ruiz").shows("Nothing of yours is recorded yet");
    let stage = stage.keys("<ctrl-u> <ctrl-s>");
    assert!(matches!(last(&stage), Fact::Answered { .. }), "one row is recorded as it is");
}

/// The program started again after the disk kept of the last write only what stands before its last block.
fn cut_off(stage: Stage) -> Stage {
    let case = stage.app.case().unwrap().folder().path().to_owned();
    let journal = case.join("journals").read_dir().unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&journal).unwrap();
    let seals: Vec<_> = text.match_indices("\nseal = ").map(|(at, _)| at + 1).collect();
    let end = seals[seals.len() - 2];
    let end = end + text[end..].find('\n').unwrap() + 1;
    let mut stage = stage.restarted();
    std::fs::write(&journal, &text[..end]).unwrap();
    stage.app.open_path(&case);
    stage
}

#[test]
fn a_sheet_that_was_cut_off_is_named_and_its_text_stands_in_the_cells_again() {
    let stage = sheet().keys("n <enter> y <enter> <ctrl-s>");
    let mut stage = cut_off(stage);
    let said = stage.text();
    assert!(said.contains("cut off"), "{said}");
    let stage = opened(stage.keys("<enter> <esc> <esc>")).shows("0 of").keys("<enter> <enter>");
    let stage = stage.shows("Not recorded yet: 2 answers").keys("<ctrl-s>");
    assert_eq!(last(&stage), Fact::SheetEnded { rows: 2 });
}
